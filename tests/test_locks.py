"""The lock files hold what pyproject.toml asks for, with hashes, and name no place to fetch it from."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from studyvisits.assets import CHECKOUT

PROGRAM, DEVELOPING = "requirements.lock", "requirements-dev.lock"


def pins(name: str) -> dict[str, str]:
    """Canonical name to version."""
    text = (CHECKOUT / name).read_text(encoding="utf-8")
    return {
        canonicalize_name(found[1]): found[2] for found in re.finditer(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE)
    }


def asked() -> dict[str, list[str]]:
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    program = project["project"]["dependencies"]
    return {PROGRAM: program, DEVELOPING: program + project["dependency-groups"]["dev"]}


@pytest.mark.parametrize("name", [PROGRAM, DEVELOPING])
def test_a_lock_satisfies_what_is_asked_for(name: str) -> None:
    pinned = pins(name)
    wanted = [Requirement(line) for line in asked()[name]]
    missing = [
        str(each) for each in wanted if not each.specifier.contains(pinned.get(canonicalize_name(each.name), "0"))
    ]
    unknown = [str(each) for each in wanted if canonicalize_name(each.name) not in pinned]
    assert (missing, unknown) == ([], [])


def test_developing_uses_the_same_libraries() -> None:
    developing = pins(DEVELOPING)
    assert pins(PROGRAM).items() <= developing.items()


@pytest.mark.parametrize("name", [PROGRAM, DEVELOPING])
def test_everything_is_hashed_and_nothing_tells_where_it_came_from(name: str) -> None:
    text = (CHECKOUT / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert re.findall(r"://|--(?:extra-)?index|--find-links|(?:^|\s)/\w+", text) == []
