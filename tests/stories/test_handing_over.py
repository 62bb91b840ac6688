"""A whole session: asked before, asked in the hall, answered orally, closed, and handed over."""

import re

from bot.domain.messages import Happened
from bot.domain.people import Role
from bot.services.hall import closing
from storage.database import Row
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, LOAN, asks, official, resident

BEFORE, FLOOR, ORAL = 25, 15, 18

SAID = "Lãi 6,6% một năm, bà con hỏi tổ trưởng tổ vay vốn ở khóm."


async def _pressed(person: Person, data: str) -> str:
    """A button by what it carries; returns what was said then."""
    await person.talk.arrive(
        person.inbound(
            happened=Happened.PRESSED, press=data, press_id=f"press {next(person.talk.ids)}"
        )
    )
    return person.last.text


async def _asked_before(talk: Talk) -> list[Person]:
    """Each a resident with a chat who asked one question."""
    residents = [await resident(talk, f"hỏi-{place}") for place in range(BEFORE)]
    for place, one in enumerate(residents):
        await asks(one, f"{LOAN} Nhà tôi ở tổ {place + 1}.")
    return residents


async def _opened(talk: Talk, clerk: Person) -> None:
    """On its day; what was asked long before is late by then, and its askers have heard so."""
    await talk.clock.move_to(talk.app.works.programme.sessions[1].starts_at)
    await talk.tick()
    await _pressed(clerk, "hallopen:2")


async def _from_the_floor(clerk: Person, place: int) -> None:
    await _pressed(clerk, "floor:2")
    await clerk.says(f"Đèn đường hẻm {place} hư cả tháng, chừng nào sửa?")
    assert (await _pressed(clerk, "floorward:2/p7")).startswith("Đã ghi TV-")


async def _answer_orally(clerk: Person, question: int) -> None:
    await _pressed(clerk, f"hallcall:2/{question}")
    await _pressed(clerk, f"oralby:2/{question}/nhcsxh")
    await clerk.says(SAID)


async def _rows(talk: Talk) -> list[Row]:
    """Every question that there is, as asked."""
    async with talk.app.works.database.reading() as tx:
        found = [await tx.one("question_get", id=one) for one in range(1, BEFORE + FLOOR + 1)]
    return [row for row in found if row]


async def test_forty_questions_go_on_their_way_and_every_asker_hears_once(talk: Talk) -> None:
    clerk = await official(talk, "thu", Role.CLERK, "2")
    head = await official(talk, "truong", Role.HEAD, BANK)
    askers = await _asked_before(talk)
    await _opened(talk, clerk)
    for place in range(FLOOR):
        await _from_the_floor(clerk, place)
    for question in range(BEFORE - 13, BEFORE - 13 + ORAL):  # 13 from before, 5 from the floor
        await _answer_orally(clerk, question + 1)
    for asker in askers:
        asker.news()
    head.news()

    asked = await _pressed(clerk, "hallclose:2")
    assert asked.startswith("Buổi đối thoại 2: 18 câu đã trả lời miệng, 22 câu chưa.")
    await _pressed(clerk, "hallcloseyes:2")
    await talk.tick()

    rows = await _rows(talk)
    drafted = [row for row in rows if row["status"] == "drafted"]
    waiting = [row for row in rows if row["status"] == "waiting"]
    assert (len(rows), len(drafted), len(waiting)) == (40, 18, 22)
    assert clerk.last.text.startswith(
        "Buổi đối thoại 2 đã chuyển xong: 18 câu trả lời miệng đang chờ cơ quan xác nhận, "
        "22 câu vào hàng đợi có hẹn ngày."
    )
    heard = [asker.news() for asker in askers]
    assert {len(one) for one in heard} == {1}
    assert sum("đã được" in one[0] for one in heard) == 13
    assert sum("chưa kịp trả lời tại buổi" in one[0] for one in heard) == 12
    assert len([one for one in head.news() if "đã trả lời miệng tại buổi đối thoại" in one]) == 18


async def test_an_oral_answer_that_its_agency_confirms_reaches_its_asker(talk: Talk) -> None:
    clerk = await official(talk, "thu", Role.CLERK, "2")
    head = await official(talk, "truong", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await asks(lan)
    await _opened(talk, clerk)
    await _answer_orally(clerk, 1)
    await _pressed(clerk, "hallcloseyes:2")
    await talk.tick()

    await head.presses("Duyệt")
    for _ in range(24):  # until its ward's slot, which must not be missed
        await talk.later(minutes=29)

    assert lan.last.text.startswith("Dạ, Ngân hàng Chính sách trả lời câu TV-0001")
    assert SAID in lan.last.text


async def test_an_oral_answer_that_is_returned_waits_for_somebody_to_write_it(talk: Talk) -> None:
    clerk = await official(talk, "thu", Role.CLERK, "2")
    head = await official(talk, "truong", Role.HEAD, BANK)
    officer = await official(talk, "vien", Role.OFFICER, BANK)
    await asks(await resident(talk, "lan"))
    await _opened(talk, clerk)
    await _answer_orally(clerk, 1)
    await _pressed(clerk, "hallcloseyes:2")
    await talk.tick()

    await head.presses("Trả lại")
    await head.says("Lãi suất nói chưa đúng")

    assert officer.find("TV-0001 ·").labels[:2] == ["Nhận", "Trả lời"]
    assert "vì: Lãi suất nói chưa đúng." in officer.last.text


async def test_what_was_promised_keeps_its_date_and_the_floor_gets_one_from_the_closing(
    talk: Talk,
) -> None:
    clerk = await official(talk, "thu", Role.CLERK, "2")
    await asks(await resident(talk, "lan"))
    await _opened(talk, clerk)
    await _from_the_floor(clerk, 1)
    before, _ = await _rows(talk)
    await talk.clock.move(hours=11)  # past the closing time of the offices

    await _pressed(clerk, "hallcloseyes:2")
    await talk.tick()

    kept, dated = await _rows(talk)
    works = talk.app.works
    session_end = works.clock.now()
    assert kept["due_at"] == before["due_at"]
    days = works.programme.calendar.due(session_end, dated["promised_days"])
    assert dated["due_at"] == int(days.at.timestamp() * 1000)


async def test_what_was_asked_by_chat_during_the_session_is_handed_over_too(talk: Talk) -> None:
    clerk = await official(talk, "thu", Role.CLERK, "2")
    lan = await resident(talk, "lan")
    await _opened(talk, clerk)
    number = await asks(lan)

    await _pressed(clerk, "hallcloseyes:2")
    await talk.tick()

    assert lan.last.text.startswith(f"Câu {number} chưa kịp trả lời tại buổi.")


async def test_closing_twice_hands_over_once(talk: Talk) -> None:
    clerk = await official(talk, "thu", Role.CLERK, "2")
    second = await official(talk, "phu", Role.ORGANISER)
    lan = await resident(talk, "lan")
    await asks(lan)
    await _opened(talk, clerk)
    lan.news()

    await _pressed(clerk, "hallcloseyes:2")
    assert (await _pressed(second, "hallcloseyes:2")).startswith(
        "Buổi đối thoại 2 đã kết thúc rồi."
    )
    await talk.tick()
    await talk.tick()

    assert len(lan.news()) == 1
    async with talk.app.works.look() as work:
        assert await closing.counts(work, 2) == closing.Counts(oral=0, left=1)


async def test_nothing_is_called_or_written_down_once_it_is_closed(talk: Talk) -> None:
    clerk = await official(talk, "thu", Role.CLERK, "2")
    await asks(await resident(talk, "lan"))
    await _opened(talk, clerk)
    await _pressed(clerk, "hallcloseyes:2")

    for data in ("hallcall:2/1", "oralby:2/1/nhcsxh", "halllater:2/1", "floor:2"):
        said = await _pressed(clerk, data)
        assert re.match("Buổi đối thoại 2 đã kết thúc rồi.", said), data


async def test_the_minutes_are_made_while_one_waits_and_come_into_the_chat(talk: Talk) -> None:
    clerk = await official(talk, "thu", Role.CLERK, "2")
    await asks(await resident(talk, "lan"))
    await _opened(talk, clerk)
    await _answer_orally(clerk, 1)
    await _pressed(clerk, "papers:2")
    assert clerk.last.labels == [
        "Biên bản",
        "Câu hỏi gửi trước cho cơ quan",
        "Kịch bản điều hành",
        "Thôi",
    ], "the report and the result page come after the closing"

    await clerk.presses("Biên bản")

    assert clerk.last.text.startswith(
        "Bien ban buoi 2.docx đây, anh chị mở ra xem lại trước khi ký."
    )
    assert clerk.last.file == "Bien ban buoi 2.docx"


async def test_others_get_no_paper_of_a_session(talk: Talk) -> None:
    stranger = await official(talk, "tam", Role.CLERK, "1")

    assert (await _pressed(stranger, "makepaper:2/running-order")).startswith(
        "Anh chị không phụ trách buổi này."
    )
