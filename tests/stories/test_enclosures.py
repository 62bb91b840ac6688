"""A form, a map, a decision goes with an answer, wherever that goes. Everybody here is invented."""

from dataclasses import replace

from bot.domain.messages import Attachment, Media
from bot.domain.people import Role
from storage import people
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import ANSWER, BANK, LOAN, asks, official, resident

FORM = b"%PDF-1.4 a form"
PICTURE = b"\xff\xd8\xff\xe0 a map"


async def desk(talk: Talk) -> tuple[Person, Person, Person]:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    return lan, tam, hoa


async def written(talk: Talk) -> tuple[Person, Person, Person]:
    """An answer with a form, in its preview."""
    lan, tam, hoa = await desk(talk)
    await tam.presses("Trả lời")
    await tam.sends("đơn vay.pdf", FORM, ANSWER)
    return lan, tam, hoa


def files(person: Person) -> list[tuple[str, bytes]]:
    return [(one.file, one.content) for one in person.screen if one.file]


async def kept(url: str) -> list[str]:
    return [name for (name,) in await ask(url, "SELECT name FROM files ORDER BY id")]


async def test_a_file_sent_with_the_answer_stands_in_its_preview(talk: Talk) -> None:
    _, tam, _ = await written(talk)

    assert ANSWER in tam.last.text
    assert (
        "📎 Kèm tệp: đơn vay.pdf (1 KB). Câu trả lời phát cho cả phường thì ai cũng mở được tệp."
    ) in tam.last.text


async def test_the_file_goes_to_the_head_and_then_to_who_asked(talk: Talk) -> None:
    lan, tam, hoa = await written(talk)
    await tam.presses("Gửi duyệt")

    assert hoa.last.text.endswith("📎 Kèm tệp: đơn vay.pdf")
    await hoa.presses("Xem tệp trả lời")
    assert files(hoa) == [("đơn vay.pdf", FORM)]
    await hoa.presses("Duyệt")
    await talk.later(hours=7)

    assert files(lan) == [("đơn vay.pdf", FORM)]
    assert lan.last.text == "Giấy tờ đi kèm câu trả lời TV-0001."


async def test_a_file_can_come_before_the_words_and_from_the_preview(talk: Talk) -> None:
    _, tam, hoa = await desk(talk)
    await tam.presses("Trả lời")
    await tam.sends("đơn vay.pdf", FORM)
    assert tam.last.text == "Em nhận tệp đơn vay.pdf rồi. Anh chị nhắn câu trả lời giúp em."
    await tam.says(ANSWER)

    await tam.presses("Đính kèm tệp")
    await tam.sends("đường đi.jpg", PICTURE)
    await tam.presses("Gửi duyệt")

    assert hoa.last.text.endswith("📎 Kèm tệp: đơn vay.pdf, đường đi.jpg")


async def test_a_file_in_a_reply_to_the_card_goes_with_the_words_of_the_reply(talk: Talk) -> None:
    _, tam, _ = await desk(talk)
    card, name = tam.last, "đơn vay.pdf"
    talk.platform.files["form"] = FORM
    form = Attachment(media=Media.FILE, ref="form", name=name, size=len(FORM))

    await tam.says(ANSWER, reply_to=card.id, to_bot=True, attachments=(form,))

    assert "📎 Kèm tệp: đơn vay.pdf (1 KB)." in tam.last.text


async def test_one_press_leaves_it_out_again(talk: Talk, url: str) -> None:
    lan, tam, hoa = await written(talk)

    await tam.presses("Bỏ tệp đơn vay.pdf")
    assert "📎" not in tam.last.text
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)

    assert files(lan) == []
    await talk.later(days=7)
    assert await kept(url) == []


async def test_other_kinds_are_refused_with_what_to_send(talk: Talk) -> None:
    _, tam, _ = await written(talk)

    await tam.sends("đơn.exe", b"MZ")
    assert tam.last.text == (
        "Tệp này em không đính kèm được. Anh chị gửi tệp PDF, DOCX, XLSX hay hình JPG, PNG giúp em."
    )
    await tam.sends("đơn.pdf", b"MZ")
    assert tam.last.text.startswith("Tệp này em không đính kèm được.")


async def test_what_was_returned_keeps_its_file_for_the_next_version(talk: Talk) -> None:
    lan, tam, hoa = await written(talk)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Trả lại")
    await hoa.says("thiếu lãi suất")

    await tam.presses("Trả lời")
    await tam.says(f"{ANSWER} Lãi 0,65% một tháng.")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)

    assert files(lan) == [("đơn vay.pdf", FORM)]


async def test_the_file_of_a_public_answer_stays_when_who_asked_is_erased(
    talk: Talk, url: str
) -> None:
    lan, tam, hoa = await written(talk)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await talk.later(days=400)

    await erases(lan)

    assert await kept(url) == ["đơn vay.pdf"]


async def erases(person: Person) -> None:
    await person.says("/dulieu")
    await person.presses("Xóa hết")
    await person.presses("Xóa hết giùm tôi")


async def test_the_file_of_a_private_answer_goes_with_who_asked(talk: Talk, url: str) -> None:
    lan, tam, hoa = await written(talk)
    await tam.presses("Gửi duyệt riêng người hỏi")
    await hoa.presses("Duyệt")
    assert files(lan) == [("đơn vay.pdf", FORM)]
    assert await kept(url) == ["đơn vay.pdf"]

    await erases(lan)

    assert await kept(url) == []


async def test_a_name_that_tells_who_asked_keeps_it_from_the_ward(talk: Talk) -> None:
    lan, tam, _ = await desk(talk)
    async with talk.app.works.begin() as work:
        asker = await people.of_address(work.tx, str(lan.address))
        assert asker is not None
        await people.save(work.tx, replace(asker, name="Thạch Thị Lan"))
    await tam.presses("Trả lời")
    await tam.sends("Thạch Thị Lan.pdf", FORM, ANSWER)

    await tam.presses("Gửi duyệt")

    assert "mà có chỗ “Thạch Thị Lan”" in tam.last.text


async def test_a_file_sent_while_nothing_is_written_is_no_enclosure(talk: Talk) -> None:
    _, tam, _ = await desk(talk)

    await tam.sends("đơn vay.pdf", FORM, LOAN)

    assert "📎" not in tam.last.text


async def test_the_ward_s_copies_say_where_the_paper_is_and_the_script_that_there_is_one(
    talk: Talk,
) -> None:
    _, tam, hoa = await written(talk)
    reader = await official(talk, "bảy", Role.RELAY, "p7")
    tu = await resident(talk, "tư")
    await tu.says("/traloi")
    await tu.presses("Nhận trả lời của phường")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")

    await talk.later(hours=7)

    assert "Câu trả lời này có kèm giấy: bà con hỏi xem ở phường." in reader.last.text
    address = f"{talk.app.works.voice.public_url}/traloi/TV-0001"
    assert f"Câu trả lời này có kèm giấy: {address}" in tu.last.text
    assert files(tu) == []


async def test_nobody_else_opens_the_files_of_a_draft(talk: Talk) -> None:
    _, tam, _ = await written(talk)
    await tam.presses("Gửi duyệt")
    strangers = [
        await official(talk, "bình", Role.HEAD, "bhxh"),
        await official(talk, "mai", Role.ORGANISER),
        await resident(talk, "tư"),
        talk.person("lan"),
    ]

    for one in strangers:
        for press in ("enclosed:1", "papersof:1"):
            await talk.arrive(one.inbound(press=press, happened="pressed"))
        assert files(one) == []


async def test_who_asked_opens_the_papers_again_weeks_later(talk: Talk) -> None:
    lan, tam, hoa = await written(talk)
    await lan.says("/cauhoi")
    await lan.presses("Xem câu TV-0001")
    assert "Xem giấy kèm TV-0001" not in lan.last.labels
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await talk.later(days=20)

    await lan.says("/cauhoi")
    await lan.presses("Xem câu TV-0001")
    await lan.presses("Xem giấy kèm TV-0001")

    assert files(lan) == [("đơn vay.pdf", FORM)] * 2


async def _released(talk: Talk) -> tuple[Person, Person]:
    """An answer with a form that the ward has heard; the same is asked once more."""
    _, tam, hoa = await written(talk)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await talk.tick()
    await asks(await resident(talk, "tám"), f"Xin hỏi, {LOAN}")
    await tam.presses("Trả lời")
    return tam, hoa


async def test_an_earlier_answer_that_is_used_again_brings_its_papers(talk: Talk) -> None:
    tam, hoa = await _released(talk)

    await tam.presses("Dùng lại TV-0001")
    assert "📎 Kèm tệp: đơn vay.pdf (1 KB)." in tam.last.text
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=12, minutes=30)
    await talk.later(hours=3)

    assert files(talk.person("tám")) == [("đơn vay.pdf", FORM)]


async def test_of_an_earlier_answer_a_paper_can_be_left_out(talk: Talk) -> None:
    tam, hoa = await _released(talk)

    await tam.presses("Dùng lại TV-0001")
    await tam.presses("Bỏ tệp đơn vay.pdf")
    await tam.presses("Gửi duyệt")

    assert "chờ duyệt, Tâm soạn" in hoa.last.text
    assert "📎" not in hoa.last.text
