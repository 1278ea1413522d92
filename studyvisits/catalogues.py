"""Translations: ``resources/i18n/<language>.po``, compiled into the user's cache when first needed.

Only the .po files are kept in the repository. The compiled file is named after their content, so it is never stale, and
two programs (or two versions of one) that compile at the same time write equal or different files whole.
"""

import gettext
import io
import os
import struct
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from studyvisits.assets import resource

LANGUAGES = ("en", "cs", "fi", "sv")
"""Languages with complete labels; those of English are the messages in the code."""


def mark(message: str) -> str:
    """Return the message as it is; marks text that is translated later, where the language is known."""
    return message


def mark_in(context: str, message: str) -> tuple[str, str]:
    """Mark a message whose translation depends on what it is said of; look it up with ``Texts.pgettext(*pair)``."""
    return context, message


def catalogue(language: str) -> gettext.NullTranslations:
    """Return the translations of a language, or those that leave English as it is."""
    path = resource("i18n", f"{language}.po")
    if language not in LANGUAGES or not path.is_file():
        return gettext.NullTranslations()
    source = path.read_bytes()
    compiled = _cache() / f"{language}-{sha256(source).hexdigest()[:16]}.mo"
    with suppress(OSError, struct.error, ValueError):
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    octets = _compiled(language, source)
    with suppress(OSError):  # a cache that cannot be written costs time at the next start, nothing else
        _keep(compiled, octets)
    return gettext.GNUTranslations(io.BytesIO(octets))


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("studyvisits", appauthor=False) / "i18n"


def _compiled(language: str, source: bytes) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    octets = io.BytesIO()
    write_mo(octets, read_po(io.BytesIO(source), locale=language))
    return octets.getvalue()


def _keep(path: Path, octets: bytes) -> None:
    """Write the file whole or not at all, and drop those of earlier translations."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(octets)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    language = path.name.split("-")[0]
    for earlier in path.parent.glob(f"{language}-*.mo"):
        if earlier != path:
            earlier.unlink(missing_ok=True)
