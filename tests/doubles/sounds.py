"""Recordings of silence, as telephones make them: real enough to be played."""

_SILENCE = b"\xf8\xff\xfe"  #: 20 ms of Opus, at 48,000 steps a second
_STEPS = 960
_CHECK = 0x04C11DB7  #: of Ogg pages (RFC 3533)


def opus(seconds: int) -> bytes:
    """An Ogg file with Opus (RFC 7845)."""
    head = b"OpusHead\x01\x01" + (0).to_bytes(2, "little") + (48_000).to_bytes(4, "little")
    tags = b"OpusTags" + bytes(8)
    pages = [_page(0, 2, 0, [head + bytes(3)]), _page(1, 0, 0, [tags])]
    for second in range(1, seconds + 1):
        last = 4 if second == seconds else 0
        pages.append(_page(second + 1, last, second * 50 * _STEPS, [_SILENCE] * 50))
    return b"".join(pages)


def mp3(seconds: int) -> bytes:
    """Frames of nothing: MPEG-1, layer III, 128 kbit/s, 44,100 steps a second in one channel."""
    frame = b"\xff\xfb\x90\xc0".ljust(417, b"\0")
    return frame * (seconds * 44_100 // 1152 + 1)


def _page(number: int, kind: int, steps: int, packets: list[bytes]) -> bytes:
    lengths = bytes(len(one) for one in packets)
    head = b"OggS\x00" + bytes([kind]) + steps.to_bytes(8, "little") + (7).to_bytes(4, "little")
    place = number.to_bytes(4, "little")
    body = bytes([len(lengths)]) + lengths + b"".join(packets)
    check = _check(head + place + bytes(4) + body).to_bytes(4, "little")
    return head + place + check + body


def _check(page: bytes) -> int:
    found = 0
    for one in page:
        found ^= one << 24
        for _ in range(8):
            found = (found << 1 ^ _CHECK if found & 1 << 31 else found << 1) & 0xFFFFFFFF
    return found
