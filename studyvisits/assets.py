"""Where forms and resources lie: beside the package in an installed program, at the top of a checkout otherwise."""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent


@cache
def root() -> Path:
    """Return the folder that holds ``resources`` and ``ui``."""
    installed = PACKAGE / "_assets"
    return installed if installed.is_dir() else CHECKOUT


def resource(*parts: str) -> Path:
    """Return the path of a file or folder in ``resources``, such as ``resource("fonts", "Inter-Regular.ttf")``."""
    return root().joinpath("resources", *parts)


def checkout_version() -> str:
    """Return the version that pyproject.toml names, for a program that runs from a checkout without being installed."""
    import tomllib

    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        version: str = tomllib.load(file)["project"]["version"]
    return version
