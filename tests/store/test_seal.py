from studyvisits.store import seal

PAGES = bytes(range(256)) * 16


def test_a_sealed_file_tells_its_digest() -> None:
    content = PAGES + seal.trailer(PAGES, seal.digest_of(PAGES))
    assert len(content) == len(PAGES) + seal.SIZE
    assert seal.sealed_digest(content) == seal.digest_of(PAGES) == seal.fingerprint(content)


def test_every_flipped_bit_is_noticed() -> None:
    content = PAGES + seal.trailer(PAGES, seal.digest_of(PAGES))
    for position in [*range(0, len(content), 17), *range(len(PAGES), len(content))]:
        for bit in range(8):
            spoilt = bytearray(content)
            spoilt[position] ^= 1 << bit
            assert seal.sealed_digest(bytes(spoilt)) is None, (position, bit)


def test_whatever_lies_there_is_told_apart() -> None:
    found = {
        seal.fingerprint(content) for content in (b"", b"x", PAGES, PAGES + seal.trailer(PAGES, seal.digest_of(PAGES)))
    }
    assert len(found) == 4
