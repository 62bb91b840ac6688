"""Files to Telegram and from it: a document by multipart, its name in Vietnamese, the limits."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.channels.base import Carries, Fetches
from bot.channels.telegram import Telegram
from bot.channels.telegram.outbound import LARGEST
from bot.domain.errors import Gone, Rejected, TryLater
from bot.domain.files import File
from bot.domain.messages import Choice, Outgoing
from tests.doubles import sounds
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_channel import opened

NAME = 'Danh sách "hộ nghèo" ấp Ô Tre, 50%.xlsx'.replace('"', "'")
#: The head of an M4A that lasts 42 seconds.
M4A = (
    b"\0\0\0\x18ftypM4A " + bytes(12) + b"\0\0\0\x6cmoov\0\0\0\x6cmvhd"
    + bytes(12) + (1000).to_bytes(4, "big") + (42_000).to_bytes(4, "big") + bytes(80)
)  # fmt: skip
LIST = Outgoing(
    text="Danh sách đây, anh chị xem.",
    choices=((Choice(label="Xem xong", data="seen:1"),),),
    file=File(token="t", name=NAME, size=5),
)


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double
    assert double.violations == []


@pytest.fixture
async def telegram(double: TelegramDouble) -> AsyncIterator[Telegram]:
    async with opened(double) as channel:
        yield channel


def test_it_carries_files_both_ways(telegram: Telegram) -> None:
    assert isinstance(telegram, Carries)
    assert isinstance(telegram, Fetches)


async def test_a_file_arrives_with_its_words_its_buttons_and_its_name(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    every_byte = bytes(range(256)) * 8192  # 2 MB, line ends and quotes among them

    number = await telegram.send_file(str(lan.id), LIST, every_byte)

    [bubble] = lan.screen
    assert (bubble.kind, bubble.text, bubble.buttons) == (
        "document",
        "Danh sách đây, anh chị xem.",
        ["Xem xong"],
    )
    assert bubble.file_name == NAME
    assert double.methods.files[bubble.file] == every_byte
    assert number == str(bubble.id)


async def test_a_file_may_come_without_words(double: TelegramDouble, telegram: Telegram) -> None:
    lan = double.user(started=True)

    await telegram.send_file(str(lan.id), Outgoing(text="", file=LIST.file), b"a;b")

    assert "caption" not in double.calls[-1].fields
    assert [(one.kind, one.text) for one in lan.screen] == [("document", "")]


async def test_a_file_answers_a_message(double: TelegramDouble, telegram: Telegram) -> None:
    lan = double.user(started=True)
    asked = await lan.says("Cho xin danh sách")

    answer = Outgoing(text="Dạ", file=LIST.file, reply_to=str(asked))
    await telegram.send_file(str(lan.id), answer, b"a;b")

    assert [one.reply_to for one in lan.screen] == [asked]


def recording(ending: str) -> Outgoing:
    return replace(LIST, file=File(token="t", name=f"Bản tiếng Khmer{ending}", size=5))


@pytest.mark.parametrize(
    ("ending", "content", "kind", "seconds"),
    [
        (".ogg", sounds.opus(42), "voice", 42),
        (".mp3", sounds.mp3(2), "audio", None),
        (".m4a", M4A, "audio", 42),
        (".ogg", b"OggS" + bytes(24) + b"\x01vorbis", "document", None),
        (".webm", b"\x1a\x45\xdf\xa3 webm", "document", None),
        (".mp4", M4A, "document", None),
    ],
    ids=["opus", "mp3", "m4a", "vorbis", "webm", "a film"],
)
async def test_a_recording_is_there_to_be_played_with_its_words_and_its_buttons(
    double: TelegramDouble,
    telegram: Telegram,
    ending: str,
    content: bytes,
    kind: str,
    seconds: int | None,
) -> None:
    lan = double.user(started=True)

    await telegram.send_file(str(lan.id), recording(ending), content)

    [bubble] = lan.screen
    assert (bubble.kind, bubble.text, bubble.buttons) == (kind, LIST.text, ["Xem xong"])
    assert double.methods.files[bubble.file] == content
    assert double.calls[-1].fields.get("duration") == seconds


async def test_who_takes_no_voice_messages_gets_the_recording_as_a_document(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    double.answers("sendVoice", status=400, description="Bad Request: VOICE_MESSAGES_FORBIDDEN")

    number = await telegram.send_file(str(lan.id), recording(".ogg"), sounds.opus(1))

    assert [(str(one.id), one.kind) for one in lan.screen] == [(number, "document")]


@pytest.mark.parametrize("content", [b"", bytes(LARGEST + 1)], ids=["empty", "too large"])
async def test_a_file_that_no_bot_may_send_is_not_even_tried(
    double: TelegramDouble, telegram: Telegram, content: bytes
) -> None:
    lan = double.user(started=True)

    with pytest.raises(Rejected):
        await telegram.send_file(str(lan.id), LIST, content)

    assert double.counts["sendDocument"] == 0


async def test_a_server_that_takes_less_rejects_the_file(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    double.answers("sendDocument", status=413, description="Request Entity Too Large")

    with pytest.raises(Rejected):
        await telegram.send_file(str(lan.id), LIST, b"a;b")


async def test_trouble_on_the_way_is_trouble_as_with_words(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    double.answers("sendDocument", status=429, retry_after=7)
    with pytest.raises(TryLater) as caught:
        await telegram.send_file(str(lan.id), LIST, b"a;b")
    assert caught.value.after == 7

    await lan.blocks()
    with pytest.raises(Gone):
        await telegram.send_file(str(lan.id), LIST, b"a;b")


async def test_a_file_of_more_than_twenty_megabytes_is_not_given_out(
    double: TelegramDouble, telegram: Telegram
) -> None:
    just_fits, too_large = double.keeps(bytes(20_000_000)), double.keeps(bytes(20_000_001))

    assert len(await telegram.fetch(just_fits)) == 20_000_000
    with pytest.raises(Rejected, match="is too big"):
        await telegram.fetch(too_large)


async def test_a_file_that_is_away_for_a_moment_is_fetched_later(
    double: TelegramDouble, telegram: Telegram
) -> None:
    words = "Bad Request: wrong file_id or the file is temporarily unavailable"
    double.answers("getFile", status=400, description=words)

    with pytest.raises(TryLater):
        await telegram.fetch("file-000000")
