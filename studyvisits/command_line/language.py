"""The language in which the command line speaks: the user's own, as the system tells it."""

import locale
import sys
from collections.abc import Mapping

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""In gettext's order of precedence (GNU gettext manual, "Locale Environment Variables")."""


def language_of_user(environment: Mapping[str, str]) -> str:
    """Return a language code such as ``cs``; ``en`` where the system names none."""
    for variable in VARIABLES:
        value = environment.get(variable, "")
        if value:
            return _code(value.split(":")[0])
    if sys.platform == "win32":
        import ctypes

        return _code(locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), ""))
    return "en"


def _code(name: str) -> str:
    code = name.split(".")[0].split("@")[0].replace("-", "_").split("_")[0].lower()
    return "en" if code in {"", "c", "posix"} else code
