"""The papers of a session, made of what was recorded: exact, and without the name of any asker."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.domain.households import Household, HouseholdFacts, Sex
from bot.domain.panel import Sitting
from bot.domain.people import Grant, Person, Role
from bot.domain.questions import Sensitive
from bot.domain.seats import Seat, State
from bot.services.answers import answers
from bot.services.seats import phases
from bot.services.sessions import papers
from bot.services.sessions.papers import Paper
from bot.work import Works
from storage import households, panel, people, questions, seats
from storage.database import Database
from tests.bot.documents.reading import paragraphs, tables
from tests.doubles.clock import ManualClock
from tests.doubles.hall import SESSION, Hall
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over

LIGHT = "Đèn đường hẻm 12 hư cả tháng, chừng nào sửa?"
CARD = "Gọi tôi số 0900000001, thẻ bảo hiểm y tế đổi ở đâu?"


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


@pytest.fixture
async def hall(works: Works, clock: ManualClock) -> Hall:
    """Two questions, one of them answered orally; and a private one."""
    made = await Hall(works, clock).opens()
    await made.answer(await made.ask(LIGHT), "Tuần sau tổ điện thay bóng.")
    await made.ask(CARD)
    await made.ask("Tôi bị bệnh nặng, xin giúp đỡ", Sensitive.PRIVATE)
    async with works.begin() as work:
        await phases.name_chair(work, made.clerk, SESSION, "Lâm Thị Hạnh, Phó Chủ tịch")
        await phases.conclude(work, made.clerk, SESSION, "Sửa đèn trước ngày 30\nXem lại thẻ")
    return made


async def _closed(hall: Hall) -> Hall:
    await hall.clock.move(hours=3)
    await hall.close()
    return hall


async def _made(hall: Hall, paper: Paper, agency: str = "") -> bytes:
    made = await papers.make(hall.works, SESSION, paper, reader=hall.clerk, agency=agency)
    return made.content


async def test_the_minutes_hold_what_was_asked_and_what_came_of_it(hall: Hall) -> None:
    async with hall.works.begin() as work:
        sitting = Sitting(
            session=SESSION, queue=Queue("bhxh"), name="Huỳnh Văn Lợi", post="Phó Giám đốc"
        )
        await panel.sit(work.tx, sitting, None, work.now)

    said = paragraphs(await _made(await _closed(hall), Paper.MINUTES))

    assert "- Bảo hiểm xã hội thành phố Trà Vinh: Huỳnh Văn Lợi, Phó Giám đốc;" in said
    assert "1. Chủ trì: Lâm Thị Hạnh, Phó Chủ tịch." in said
    assert "Có 2 ý kiến: 1 ý kiến được trả lời tại chỗ, 1 ý kiến được ghi nhận" in "\n".join(said)
    assert f"1. Hộ dân Khóm 3, Phường 7 (TV-0001): {LIGHT}" in said
    assert "Ủy ban nhân dân phường 7 trả lời tại chỗ: Tuần sau tổ điện thay bóng." in said
    assert "- Sửa đèn trước ngày 30;" in said
    assert "- Xem lại thẻ." in said
    assert "Buổi đối thoại kết thúc lúc 10 giờ 30 phút cùng ngày." in said


@pytest.mark.parametrize("paper", [Paper.MINUTES, Paper.REPORT, Paper.RESULTS])
async def test_no_paper_has_a_phone_or_what_is_private(hall: Hall, paper: Paper) -> None:
    said = "\n".join(paragraphs(await _made(await _closed(hall), paper)))

    assert "0900000001" not in said
    assert "bệnh nặng" not in said


async def test_the_result_page_has_what_was_said_only_once_its_agency_confirms_it(
    hall: Hall,
) -> None:
    await _closed(hall)
    assert "Tuần sau tổ điện" not in "\n".join(paragraphs(await _made(hall, Paper.RESULTS)))

    async with hall.works.begin() as work:
        head = await people.make(work.tx, "vi", work.now)
        grant = Grant(Role.HEAD, "ubnd_phuong@p7")
        await people.give_role(work.tx, head.id, grant, None, work.now)
        await answers.approve(work, replace(head, grants=frozenset({grant})), 1)

    assert "Trả lời: Tuần sau tổ điện thay bóng." in paragraphs(await _made(hall, Paper.RESULTS))


async def test_who_came_is_counted_from_those_who_were_checked_in(hall: Hall) -> None:
    facts = (("Hộ nghèo", Sex.FEMALE, "Khmer", State.CAME), ("Hộ nghèo", Sex.MALE, "", State.CAME))
    async with hall.works.begin() as work:
        for place, (category, sex, ethnicity, state) in enumerate(
            [*facts, ("Hộ cận nghèo", Sex.FEMALE, "", State.ABSENT)]
        ):
            home = await households.make(
                work.tx,
                Household(id=0, name=f"Hộ {place}", ward="p7"),
                HouseholdFacts(category=category, sex=sex, ethnicity=ethnicity),
                work.now,
            )
            seat = Seat(
                id=0, session=SESSION, household=home.id, group="ngheo", ward="p7", state=state
            )
            await seats.enlist(work.tx, seat, work.now)

    said = paragraphs(await _made(await _closed(hall), Paper.REPORT))

    assert "Số hộ được mời: 3. Số hộ đến dự: 2." in said
    assert "Theo đối tượng: Hộ nghèo: 2 hộ." in said
    assert "Trong số người dự có 1 phụ nữ và 1 người dân tộc thiểu số." in said


async def test_reading_what_is_private_about_households_is_written_down(
    hall: Hall, url: str
) -> None:
    async with hall.works.begin() as work:
        home = await households.make(
            work.tx, Household(id=0, name="Hộ 1", ward="p7"), HouseholdFacts(), work.now
        )
        seat = Seat(
            id=0, session=SESSION, household=home.id, group="ngheo", ward="p7", state=State.CAME
        )
        await seats.enlist(work.tx, seat, work.now)

    await _made(hall, Paper.MINUTES)

    assert await ask(url, "SELECT actor, detail FROM audit WHERE action = 'read_private'") == [
        (hall.clerk.id, "papers: 1")
    ]


async def test_the_report_costs_what_the_programme_says(hall: Hall) -> None:
    rows = tables(await _made(await _closed(hall), Paper.REPORT))

    assert any("600.000" in cell for table in rows for row in table for cell in row)


async def test_the_report_says_how_long_each_office_took(hall: Hall) -> None:
    """Asked in the hall on Friday 15 May, approved on Wednesday, which is after its date."""
    await _closed(hall)
    assert not [one for one in paragraphs(await _made(hall, Paper.REPORT)) if "đúng hẹn" in one]
    cache = hall.works.cache
    cache.put(replace(cache.programme, askers_hear="at_approval"))
    await hall.clock.move(days=5)
    async with hall.works.begin() as work:
        question = await questions.get(work.tx, 1)
        assert question
        head = await people.make(work.tx, "vi", work.now)
        grant = Grant(Role.HEAD, str(question.queue))
        await answers.approve(work, replace(head, grants=frozenset({grant})), 1)

    said = paragraphs(await _made(hall, Paper.REPORT))

    assert [one for one in said if "đúng hẹn" in one] == [
        "- Ủy ban nhân dân phường 7: đã trả lời 1 ý kiến, 0 đúng hẹn, trung bình 3 ngày làm việc."
    ]


async def test_the_pack_has_what_an_agency_was_asked_before(
    works: Works, clock: ManualClock
) -> None:
    hall = await Hall(works, clock).opens()
    await hall.ask(LIGHT)

    for agency, many in (("ubnd_phuong", 1), ("bhxh", 0)):
        said = "\n".join(
            cell
            for table in tables(await _made(hall, Paper.PACK, agency))
            for row in table
            for cell in row
        )
        assert said.count("TV-0001") == many


async def test_the_running_order_fits_between_start_and_end(hall: Hall) -> None:
    said = "\n".join(
        cell
        for table in tables(await _made(hall, Paper.RUNNING_ORDER))
        for row in table
        for cell in row
    )

    assert "07 giờ 00 phút" in said
    assert "10 giờ 45 phút" in said


async def test_a_paper_is_refused_before_its_time_and_to_others(
    works: Works, clock: ManualClock
) -> None:
    hall = Hall(works, clock)
    with pytest.raises(Refused) as early:
        await _made(hall, Paper.MINUTES)
    await hall.opens()
    with pytest.raises(Refused) as running:
        await _made(hall, Paper.RESULTS)
    with pytest.raises(Refused) as stranger:
        await papers.make(works, SESSION, Paper.MINUTES, reader=Person(id=9))

    keys = [one.value.key for one in (early, running, stranger)]
    assert keys == ["paper-too-early", "paper-before-closing", "not-your-session"]
    assert clock.now() - works.programme.sessions[1].starts_at == timedelta(0)


def test_a_program_that_makes_no_paper_starts_without_what_draws_them() -> None:
    code = (
        "import sys, bot.app, bot.cli, bot.pages.live, bot.services.sessions.papers;"
        "print(sorted({'docx', 'openpyxl', 'segno', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
