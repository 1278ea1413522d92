"""Sets Study Visits up and runs it, with nothing but Python.

    python3 run.py                  set up, then make the demo: the sample projects and their documents
    python3 run.py COMMAND ...      set up, then run a command of the program ("--help" lists them)
    python3 run.py test [OPTIONS]   set up with the tools for developing, then run the tests
    python3 run.py lint             the same, then check style and types

On Windows it is "py run.py". The libraries go into the folder .venv beside this file, exactly those of
requirements.lock (requirements-dev.lock for developing). What this program prints itself goes to standard error.

This file must be readable to old versions of Python too, so that they can say that they are too old.
"""

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Dict, List, NoReturn

OLDEST = (3, 11)
NEWEST_TRIED = (3, 14)
HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up.json"
PROGRAM_LOCK = HERE / "requirements.lock"
DEVELOPING_LOCK = HERE / "requirements-dev.lock"
"""Holds what PROGRAM_LOCK holds, and the tools."""

TOOLS = {
    "test": [["pytest", "-n", "2"]],
    "lint": [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]],
}
NO_CONNECTION = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeout",
    "getaddrinfo",
    "Max retries",
    "ProxyError",
)


def main() -> int:
    arguments = sys.argv[1:] or ["demo"]
    if sys.version_info < OLDEST:
        stop(
            "Study Visits needs Python 3.11 or newer, and this is Python %d.%d: %s"
            % (*sys.version_info[:2], where_to_get())
        )
    tools = TOOLS.get(arguments[0])
    lock = DEVELOPING_LOCK if tools else PROGRAM_LOCK
    if not is_set_up(lock):
        set_up(lock)
    if tools is None:
        return run(["-m", "studyvisits", *arguments])
    os.chdir(str(HERE))
    for number, tool in enumerate(tools, start=1):
        more = arguments[1:] if number == len(tools) else []
        code = run(["-m", *tool, *more], last=number == len(tools))
        if code != 0:
            return code
    return 0


def where_to_get() -> str:
    if os.name == "nt":
        return "install a newer one from python.org, then type: py run.py"
    return "install a newer one (from python.org or your system), then type for example: python3.12 run.py"


def run(arguments: List[str], last: bool = True) -> int:
    """Run Python in .venv; where the system can, the last program takes the place of this one."""
    environment = clean_environment()
    environment["PYTHONPATH"] = str(HERE)
    command = [str(PYTHON), *arguments]
    if last and os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    program = subprocess.Popen(command, env=environment)
    while True:
        try:
            return program.wait()
        except KeyboardInterrupt:
            continue  # the program got it too, and ends in its own way


def clean_environment() -> Dict[str, str]:
    """The user's environment without what leads Python or pip to other places than .venv."""
    environment = dict(os.environ)
    for name in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV"):
        environment.pop(name, None)
    environment.update(PYTHONNOUSERSITE="1", PIP_USER="0")
    return environment


def is_set_up(lock: Path) -> bool:
    stamp = read_stamp()
    return stamp.get("python") == python_version() and stamp.get(lock.name) == digest(lock) and PYTHON.exists()


def read_stamp() -> Dict[str, str]:
    """What .venv was made from. It is written last, so a set-up that was interrupted has none."""
    try:
        stamp: Dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
        return dict(stamp)
    except (OSError, ValueError, TypeError):
        return {}


def python_version() -> str:
    return "%d.%d" % sys.version_info[:2]


def digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def set_up(lock: Path) -> None:
    began = time.monotonic()
    say("Setting up Study Visits: the first time this takes about a minute ...")
    usable = read_stamp().get("python") == python_version() and PYTHON.exists()
    try:
        STAMP.unlink()
    except FileNotFoundError:
        pass
    except OSError as error:
        stop(
            "The folder .venv cannot be changed (%s). Delete it, or get the right to write to %s."
            % (error.strerror, HERE)
        )
    if not usable:
        make_environment()
    install(lock)
    wanted = [PROGRAM_LOCK, DEVELOPING_LOCK] if lock == DEVELOPING_LOCK else [PROGRAM_LOCK]
    stamp = {each.name: digest(each) for each in wanted if each.exists()}
    STAMP.write_text(json.dumps(dict(stamp, python=python_version())), encoding="utf-8")
    say("Ready after %d s." % (time.monotonic() - began))


def make_environment() -> None:
    if not can_make_environments():
        get_venv()
    base = getattr(sys, "_base_executable", None) or sys.executable  # this may be the Python of the .venv to be cleared
    made = quietly([base, "-m", "venv", "--clear", str(VENV)])
    if made.returncode != 0:
        stop("The folder .venv could not be made in %s: %s" % (HERE, last_words(made.stdout)))


def can_make_environments() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def get_venv() -> None:
    """Debian and Ubuntu ship these two modules apart from Python."""
    package = "python%s-venv" % python_version()
    if shutil.which("apt-get") is None:
        stop("This Python lacks its modules venv and ensurepip: install Python from python.org, then run this again.")
    if os.geteuid() != 0:
        stop("One package of the system is missing. Type: sudo apt install %s" % package)
    say("Installing %s ..." % package)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    quietly(["apt-get", "update", "-q"], environment)
    got = quietly(["apt-get", "install", "-q", "-y", "--no-install-recommends", package], environment)
    if got.returncode != 0:
        stop("%s could not be installed. Type: apt install %s\n%s" % (package, package, last_words(got.stdout)))


def install(lock: Path) -> None:
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    done = quietly([*pip, "--only-binary", ":all:", "--require-hashes", "-r", str(lock)])
    if done.returncode == 0:
        return
    if any(sign in done.stdout for sign in NO_CONNECTION):
        stop("The libraries could not be downloaded: no connection to the Internet. Connect, then run this again.")
    if sys.version_info[:2] > NEWEST_TRIED:
        stop("Not all libraries exist for Python %s yet: use Python 3.11 to 3.14." % python_version())
    if os.name == "nt" and platform.machine() == "ARM64":
        stop("Not all libraries exist for Windows on ARM: install the 64-bit Python (amd64), which runs there too.")
    stop("The libraries could not be installed: %s" % last_words(done.stdout))


def quietly(command: List[str], environment: "Dict[str, str] | None" = None) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(
            command,
            check=False,
            env=environment or clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        return subprocess.CompletedProcess(command, 1, str(error))


def last_words(output: str) -> str:
    """The lines that say what went wrong, or else the last ones."""
    lines = [line.strip() for line in output.splitlines() if line.strip() and not line.startswith("[notice]")]
    errors = [line for line in lines if line.lower().startswith(("error", "e:"))]
    return "\n".join((errors or lines)[-5:])


def say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def stop(line: str) -> NoReturn:
    say(line)
    sys.exit(3)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        say("Interrupted. Run this again to go on.")
        sys.exit(130)
