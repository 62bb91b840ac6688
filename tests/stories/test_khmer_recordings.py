"""The same answer spoken in Khmer: recorded, heard by the head, sent to who understands it.

Everybody here is invented.
"""

from dataclasses import replace

import pytest

from bot.config import Settings
from bot.domain.messages import Attachment, Media
from bot.domain.people import Role
from storage import people
from tests.conftest import settings_for
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.neighbours import asks_for, names_home

#: Opus whose last page ends with its 42nd second.
VOICE = b"OggS" + bytes(24) + b"OpusHead" + b"OggS\x00\x04" + (42 * 48_000).to_bytes(8, "little")
SONG = b"ID3\x04 another"
M4A = b"\0\0\0\x18ftypM4A another"
NAME = "Bản tiếng Khmer 0.42.ogg"
KEPT = "🔊 Đã nhận bản ghi âm tiếng Khmer dài 0:42. Lãnh đạo nghe trước khi duyệt."


@pytest.fixture
def settings(url: str) -> Settings:
    """The example where somebody has read the Khmer texts, and people may choose it."""
    made = settings_for(url)
    khmer = {"offered": ("vi", "en", "km"), "khmer_confirmed": True}
    return made.model_copy(update={"languages": made.languages.model_copy(update=khmer)})


async def asked(talk: Talk) -> tuple[Person, Person, Person]:
    """An answer that waits for its Khmer version."""
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Thêm bản tiếng Khmer")
    return lan, tam, hoa


async def recorded(talk: Talk) -> tuple[Person, Person, Person]:
    lan, tam, hoa = await asked(talk)
    await tam.sends("", VOICE, media=Media.VOICE)
    return lan, tam, hoa


async def speaks_khmer(talk: Talk, person: Person) -> None:
    async with talk.app.works.begin() as work:
        found = await people.of_address(work.tx, str(person.address))
        assert found is not None
        await people.save(work.tx, replace(found, language="km"))


def files(person: Person) -> list[tuple[str, bytes]]:
    return [(one.file, one.content) for one in person.screen if one.file]


async def test_a_voice_message_is_told_back_and_can_be_heard_again(talk: Talk) -> None:
    _, tam, _ = await recorded(talk)

    assert KEPT in tam.last.text
    assert tam.last.labels[2:4] == ["Nghe lại", "Bỏ bản ghi âm"]
    await tam.presses("Nghe lại")

    assert files(tam) == [(NAME, VOICE)]


OLDER = (
    "iPhone đời cũ không mở được loại này trên trang web. "
    "Có tệp M4A hay MP3 thì anh chị gửi thay giúp em."
)


@pytest.mark.parametrize(
    ("content", "is_told"),
    [(VOICE, True), (b"\x1a\x45\xdf\xa3 webm", True), (SONG, False), (M4A, False)],
    ids=["ogg", "webm", "mp3", "m4a"],
)
async def test_whoever_records_reads_which_kinds_older_iphones_do_not_play(
    talk: Talk, content: bytes, is_told: bool
) -> None:
    _, tam, _ = await asked(talk)

    await tam.sends("đọc", content)

    assert "🔊 Đã nhận bản ghi âm tiếng Khmer" in tam.last.text
    assert (OLDER in tam.last.text) is is_told


async def test_who_understands_khmer_gets_it_with_the_answer(talk: Talk) -> None:
    lan, tam, hoa = await recorded(talk)
    await speaks_khmer(talk, lan)
    await tam.presses("Gửi duyệt")
    assert hoa.last.text.endswith(f"📎 Kèm tệp: {NAME}")
    await hoa.presses("Xem tệp trả lời")
    assert files(hoa) == [(NAME, VOICE)]
    await hoa.presses("Duyệt")

    await talk.later(hours=7)

    assert files(lan) == [(NAME, VOICE)]


async def test_who_does_not_gets_the_words_alone(talk: Talk) -> None:
    lan, tam, hoa = await recorded(talk)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")

    await talk.later(hours=7)

    assert ANSWER in lan.last.text
    assert files(lan) == []


async def test_whoever_reads_the_bulletin_gets_it_to_play(talk: Talk) -> None:
    _, tam, hoa = await recorded(talk)
    reader = await official(talk, "bảy", Role.RELAY, "p7")
    sok = await resident(talk, "sok")
    await sok.says("/traloi")
    await sok.presses("Nhận trả lời của phường")
    await speaks_khmer(talk, sok)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")

    await talk.later(hours=7)

    script = reader.find("Cảm ơn bà con đã lắng nghe.").text
    assert script.partition("Ngân hàng Chính sách trả lời: ")[2].splitlines()[1:] == [
        "Có bản ghi âm tiếng Khmer: mở tệp gửi ngay sau bản tin này.",
        "",
        "Cảm ơn bà con đã lắng nghe.",
    ], "no paper is told of"
    assert files(reader) == [(NAME, VOICE)]
    assert f"{talk.app.works.voice.public_url}/traloi/TV-0001" in sok.last.text
    assert files(sok) == []


async def test_a_second_recording_takes_the_place_of_the_first(talk: Talk) -> None:
    _, tam, hoa = await recorded(talk)

    await tam.presses("Thêm bản tiếng Khmer")
    await tam.sends("đọc.mp3", SONG)
    await tam.presses("Gửi duyệt")

    await hoa.presses("Xem tệp trả lời")
    assert files(hoa) == [("Bản tiếng Khmer.mp3", SONG)]


async def test_one_press_leaves_it_out(talk: Talk) -> None:
    _, tam, hoa = await recorded(talk)

    await tam.presses("Bỏ bản ghi âm")
    assert "🔊" not in tam.last.text
    await tam.presses("Gửi duyệt")

    assert "📎" not in hoa.last.text


async def test_other_words_drop_it_and_say_so(talk: Talk) -> None:
    _, tam, hoa = await recorded(talk)

    await tam.says(f"{ANSWER} Lãi 0,65% một tháng.")

    assert "🔊 Lời đã đổi nên em bỏ bản ghi âm tiếng Khmer trước đó." in tam.last.text
    await tam.presses("Gửi duyệt")
    assert "📎" not in hoa.last.text


@pytest.mark.parametrize(
    ("words", "is_kept"),
    [(ANSWER, True), (f"{ANSWER} Lãi 0,65% một tháng.", False)],
    ids=["the same", "others"],
)
async def test_what_was_returned_keeps_it_while_the_words_stay(
    talk: Talk, words: str, is_kept: bool
) -> None:
    _, tam, hoa = await recorded(talk)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Trả lại")
    await hoa.says("thiếu căn cứ")
    await tam.presses("Trả lời")

    await tam.says(words)

    assert (KEPT in tam.last.text) is is_kept
    assert ("em bỏ bản ghi âm tiếng Khmer trước đó" in tam.last.text) is not is_kept


async def test_what_is_no_sound_is_refused_with_what_to_send(talk: Talk) -> None:
    _, tam, _ = await asked(talk)

    await tam.sends("đơn.pdf", b"%PDF-1.4")

    assert tam.last.text == (
        "Tệp này em không nghe được. Anh chị gửi tin thoại, hay tệp OGG, MP3, M4A giúp em."
    )


async def test_sound_is_no_paper(talk: Talk) -> None:
    _, tam, _ = await asked(talk)
    await tam.presses("Thôi")
    await tam.presses("Trả lời")

    await tam.sends("đọc.mp3", SONG, ANSWER)

    assert tam.last.text.startswith("Tệp này em không đính kèm được.")


async def test_a_voice_message_in_a_reply_is_taken_too(talk: Talk) -> None:
    _, tam, _ = await asked(talk)
    talk.platform.files["voice"] = VOICE
    voice = Attachment(media=Media.VOICE, ref="voice", size=len(VOICE))

    await tam.says("", reply_to=tam.last.id, to_bot=True, attachments=(voice,))

    assert KEPT in tam.last.text


async def test_nobody_else_hears_the_recording_of_a_draft(talk: Talk) -> None:
    _, tam, _ = await recorded(talk)
    await tam.presses("Gửi duyệt")
    strangers = [
        await official(talk, "bình", Role.HEAD, "bhxh"),
        await official(talk, "mai", Role.ORGANISER),
        await resident(talk, "tư"),
        talk.person("lan"),
    ]

    for one in strangers:
        for press in ("listen:1", "enclosed:1", "papersof:1"):
            await talk.arrive(one.inbound(press=press, happened="pressed"))
        assert files(one) == []


async def test_whoever_reads_it_out_at_home_can_play_it_there(talk: Talk) -> None:
    ren = await resident(talk, "ren")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await names_home(ren, "Sơn Thị So")
    await names_home(ren, "Kim Thị Út")
    number = await asks_for(ren, "Bà Sơn Thị So", "Vay vốn nuôi bò thì lãi bao nhiêu?")
    await tam.replies(tam.find(number), ANSWER)
    await tam.presses("Thêm bản tiếng Khmer")
    await tam.sends("", VOICE, media=Media.VOICE)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)

    await ren.presses("Bà Sơn Thị So")
    card = ren.last
    assert (card.text.endswith("Có bản tiếng Khmer để nghe."), files(ren)) == (True, [])
    await ren.presses(f"Xem giấy kèm {number}")

    assert ren.last.text == f"Câu trả lời {number} bằng tiếng Khmer, cô chú bấm nghe."
    assert files(ren) == [(NAME, VOICE)]
