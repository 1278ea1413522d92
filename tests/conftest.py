"""What all tests share: a file in memory, and accepted documents to compare with."""

import sqlite3
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import StaticPool, create_engine, event
from sqlalchemy.orm import Session as Db

from studyvisits.store.tables import Base
from studyvisits.texts import Texts
from tests.catalogues import ids, messages_of_the_code
from tests.sizes import questions

GOLDENS = Path(__file__).with_name("goldens")
Golden = Callable[[str, str | bytes], None]

# The same examples in every run, however busy the machine is; --hypothesis-profile=search looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", settings.get_profile("steady"), derandomize=False, max_examples=1000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write what the program makes now into tests/goldens and the catalogues, to be reviewed as a difference",
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS and (asked := list(questions())):
        terminalreporter.section("larger than the guidance: why?")
        terminalreporter.write_line("\n".join(asked))


@pytest.fixture(scope="session", autouse=True)
def _no_folders_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is written among the user's own files, and nothing depends on the user's language."""
    own = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("STUDYVISITS_DATA", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(own / name))
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        yield


@pytest.fixture(scope="session", autouse=True)
def _only_messages_of_the_catalogues() -> Iterator[None]:
    """What is looked up must be marked somewhere in the code, or no catalogue would ever hold it."""
    known = {text for message in messages_of_the_code() for text in ids(message)}
    look_up = Texts.gettext

    def checked(texts: Texts, message: str) -> str:
        assert not message or message in known, f"not marked for translation: {message!r}"
        return look_up(texts, message)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Texts, "gettext", checked)
        yield


@pytest.fixture(scope="session")
def _empty_file() -> bytes:
    """The pages of a database with all tables: copying them is faster than making the tables again."""
    connection = sqlite3.connect(":memory:")
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    Base.metadata.create_all(engine)
    pages = connection.serialize()
    engine.dispose()
    connection.close()
    return pages


@pytest.fixture
def db(_empty_file: bytes) -> Iterator[Db]:
    """An empty file in memory with foreign keys checked. Nothing is committed by itself."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(_empty_file)
    connection.execute("PRAGMA foreign_keys=ON").close()
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN"))
    with Db(engine) as session:
        yield session
    engine.dispose()
    connection.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a document with the accepted one in ``tests/goldens``: text as text, bytes as bytes.

    ``--accept`` writes it instead; the difference then shows in git, to be reviewed.
    """
    accepting: bool = request.config.getoption("--accept")

    def compare(name: str, made: str | bytes) -> None:
        path = GOLDENS / name
        octets = made.encode() if isinstance(made, str) else made
        if accepting:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(octets)
        elif not path.exists():
            pytest.fail(f"{name} was never accepted: run pytest --accept and review {path}", pytrace=False)
        elif path.read_bytes() != octets:
            pytest.fail(_difference(name, path.read_bytes(), octets), pytrace=False)

    return compare


def _difference(name: str, accepted: bytes, made: bytes) -> str:
    """The lines that differ; of what is not text (a PDF holds some octets that are none), as Latin-1."""
    before, after = (octets.decode("utf-8" if _is_text(accepted, made) else "latin-1") for octets in (accepted, made))
    lines = unified_diff(before.splitlines(), after.splitlines(), f"accepted/{name}", f"made/{name}", lineterm="")
    shown = list(lines)
    rest = [f"… and {len(shown) - 60} lines more"] if len(shown) > 60 else []
    return "\n".join(
        [f"{name} differs from what was accepted ({len(accepted)}, {len(made)} bytes):", *shown[:60], *rest]
    )


def _is_text(*contents: bytes) -> bool:
    try:
        return all(octets.decode() is not None for octets in contents)
    except UnicodeDecodeError:
        return False
