"""The trailer of a published file: proof that it is whole and that nobody but this program wrote it.

SQLite reads whole pages and ignores what follows them, so the trailer costs nothing and leaves the file a database:
24 bytes of mark, 8 bytes of length (big endian), 32 bytes of SHA-256 over the pages. All three are fixed, so a flipped
bit anywhere in a file is noticed; another program's edit leaves a wrong digest, or writes pages over the trailer.
"""

import hashlib

MARK = b"study visits file is ok\n"
SIZE = len(MARK) + 8 + 32


def digest_of(pages: bytes | memoryview) -> str:
    """Return 64 hexadecimal digits, by which published contents are told apart."""
    return hashlib.sha256(pages).hexdigest()


def trailer(pages: bytes | memoryview, digest: str) -> bytes:
    return MARK + len(pages).to_bytes(8, "big") + bytes.fromhex(digest)


def has_mark(content: bytes) -> bool:
    return content[-SIZE:].startswith(MARK)


def sealed_digest(content: bytes) -> str | None:
    """Return the digest of a whole file's pages, or nothing where trailer and pages do not belong together."""
    pages = memoryview(content)[:-SIZE]
    digest = digest_of(pages)
    return digest if content[-SIZE:] == trailer(pages, digest) else None


def fingerprint(content: bytes) -> str:
    """Tell apart whatever may lie at a place: the digest of a sealed file, anything else by all its bytes."""
    return sealed_digest(content) or "unsealed " + digest_of(content)
