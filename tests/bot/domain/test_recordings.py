"""The answer spoken in Khmer: which sound is taken, how long it is, and who gets it."""

import pytest

from bot.domain.files import File
from bot.domain.recordings import fitting, heard_in, kind_of, length_in, named, seconds_of

_PAGE = b"OggS\x00\x04"
_OPUS = b"OggS" + bytes(24) + b"OpusHead" + bytes(11)
_VORBIS = b"OggS" + bytes(24) + b"\x01vorbis" + bytes(5) + (44_100).to_bytes(4, "little")
_M4A = b"\x00\x00\x00\x18ftypM4A " + bytes(12) + b"moov" + bytes(4) + b"mvhd"
_ENDS = bytes(40)

SPOKEN = File(token="s", name="Bản tiếng Khmer 0.42.ogg", size=1)
FORM = File(token="f", name="đơn vay.pdf", size=1)


def _in(steps: int) -> bytes:
    return _PAGE + steps.to_bytes(8, "little") + _ENDS


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (_OPUS, ".ogg"),
        (b"ID3\x04\x00", ".mp3"),
        (b"\xff\xfb\x90", ".mp3"),
        (_M4A, ".m4a"),
        (b"\x1a\x45\xdf\xa3", ".webm"),
        (b"%PDF-1.7", ""),
        (b"PK\x03\x04", ""),
        (b"", ""),
    ],
)
def test_a_recording_is_known_by_how_it_begins(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    ("content", "seconds"),
    [
        (_OPUS + _in(48_000 * 7) + _in(48_000 * 42), 42),
        (_VORBIS + _in(44_100 * 61), 61),
        (_OPUS + _in(0), None),
        (_M4A + bytes(12) + (600).to_bytes(4) + (600 * 65).to_bytes(4) + _ENDS, 65),
        (_M4A + b"\x01" + bytes(19) + (600).to_bytes(4) + (600 * 9).to_bytes(8) + _ENDS, 9),
        (_M4A + bytes(12) + bytes(8) + _ENDS, None),
        (_M4A, None),
        (b"ID3\x04\x00", None),
    ],
    ids=["opus", "vorbis", "no step", "m4a", "m4a of many", "no scale", "cut off", "mp3"],
)
def test_how_long_it_is_stands_in_it(content: bytes, seconds: int | None) -> None:
    assert seconds_of(content) == seconds


@pytest.mark.parametrize(
    ("seconds", "name", "length"),
    [
        (42, "Khmer 0.42.ogg", "0:42"),
        (605, "Khmer 10.05.ogg", "10:05"),
        (None, "Khmer.ogg", ""),
    ],
)
def test_its_name_tells_how_long_it_is(seconds: int | None, name: str, length: str) -> None:
    made = named("Khmer", seconds, ".ogg")

    assert (made, length_in(made)) == (name, length)


def test_only_who_speaks_khmer_gets_it_with_the_papers() -> None:
    assert (heard_in("km", [FORM, SPOKEN]), heard_in("vi", [FORM, SPOKEN])) == (
        [FORM, SPOKEN],
        [FORM],
    )


@pytest.mark.parametrize(
    ("recorded", "kept"),
    [("Được vay.", [FORM, SPOKEN]), ("", [FORM, SPOKEN]), ("Không được vay.", [FORM])],
    ids=["these words", "nobody knows", "others"],
)
def test_a_recording_of_other_words_goes_with_no_answer(recorded: str, kept: list[File]) -> None:
    assert fitting([FORM, SPOKEN], recorded, "Được vay.") == kept
