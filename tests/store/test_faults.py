"""The short form of the fault run: nothing confirmed is ever lost."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs fork, kill and limits of POSIX", allow_module_level=True)

from tests.store.faults import FAULTS


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_nothing_confirmed_is_lost(fault: Callable[[Path, int, random.Random], int], tmp_path: Path) -> None:
    times = FAULTS[fault][0]
    done = fault(tmp_path, times, random.Random(2024))
    if done == 0:
        pytest.skip("needs the right to mount a small disk")
    assert done == times
