"""What papers say of policies: over all questions, in a session or outside any, of every answer."""

from dataclasses import replace

import pytest

from bot.domain.questions import Question, Sensitive
from bot.services.sessions import papers
from bot.services.sessions.papers import Paper
from bot.work import Works
from storage import follow_ups
from storage.database import Database
from storage.follow_ups import Due, Settled
from tests.bot.documents.reading import paragraphs
from tests.doubles.clock import ManualClock
from tests.doubles.hall import SESSION, Hall
from tests.doubles.spine import works_over

HOUSING, JOBS = "nha_o", "viec_lam_xkld"


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


@pytest.fixture
async def hall(works: Works, clock: ManualClock) -> Hall:
    return await Hall(works, clock).opens()


async def _said(
    hall: Hall,
    topic: str,
    *,
    settled: bool | None,
    session: int = SESSION,
    sensitive: Sensitive = Sensitive.NO,
) -> Question:
    """Somebody was asked a month after an answer; None: and has not said anything."""
    asked = await hall.ask("Chừng nào có?")
    question = replace(asked, topic=topic, session=session, sensitive=sensitive)
    await _of_round(hall, question, settled=settled)
    return question


async def _of_round(hall: Hall, question: Question, *, settled: bool | None) -> None:
    async with hall.works.begin() as work:
        await follow_ups.plan(work.tx, question, work.now)
        one = Due(question=question.id, round=question.reopened)
        assert await follow_ups.asked(work.tx, one, work.now)
        if settled is not None:
            await follow_ups.said(work.tx, question, work.now, settled=settled)


async def _policies(hall: Hall, paper: Paper) -> list[str]:
    made = await papers.make(hall.works, SESSION, paper, reader=hall.clerk)
    return [line for line in paragraphs(made.content) if "lượt" in line]


async def test_a_report_sums_up_each_policy_over_all_questions(hall: Hall) -> None:
    """Also of those outside any session, and of an answer that another has taken the place of."""
    first = await _said(hall, HOUSING, settled=False)
    await _of_round(hall, replace(first, reopened=1), settled=True)
    await _said(hall, JOBS, settled=False, session=0)
    await _said(hall, JOBS, settled=False, session=0)
    await _said(hall, JOBS, settled=None, session=0)
    await _said(hall, "dao_tao_nghe", settled=True)
    await hall.clock.move(hours=3)
    await hall.close()

    assert await _policies(hall, Paper.REPORT) == [
        "- Chính sách việc làm, đi làm nước ngoài: một tháng sau khi trả lời, hỏi thăm 3 lượt, "
        "0 lượt đã được việc, 2 lượt chưa; đề nghị cơ quan phụ trách xem lại;",
        "- Chính sách nhà ở cho người nghèo: một tháng sau khi trả lời, hỏi thăm 2 lượt, "
        "1 lượt đã được việc, 1 lượt chưa (riêng buổi này 1 lượt chưa); "
        "đề nghị cơ quan phụ trách xem lại.",
    ]


async def test_a_running_order_names_the_policies_with_the_most_that_is_not_settled(
    hall: Hall,
) -> None:
    await _said(hall, HOUSING, settled=False)
    for _ in range(2):
        await _said(hall, JOBS, settled=False, session=0)

    assert await _policies(hall, Paper.RUNNING_ORDER) == [
        "- Chính sách việc làm, đi làm nước ngoài: hỏi thăm 2 lượt, 0 lượt đã được việc, "
        "2 lượt chưa;",
        "- Chính sách nhà ở cho người nghèo: hỏi thăm 1 lượt, 0 lượt đã được việc, 1 lượt chưa.",
    ]


async def test_where_all_is_settled_a_running_order_names_no_policy(hall: Hall) -> None:
    await _said(hall, HOUSING, settled=True)

    assert await _policies(hall, Paper.RUNNING_ORDER) == []


async def test_what_was_sealed_is_summed_up_under_no_policy(hall: Hall) -> None:
    await _said(hall, HOUSING, settled=False, sensitive=Sensitive.ACCUSATION)

    assert await _policies(hall, Paper.RUNNING_ORDER) == [
        "- Chính sách Khác: hỏi thăm 1 lượt, 0 lượt đã được việc, 1 lượt chưa."
    ]


async def test_an_earlier_session_of_this_number_is_summed_up_apart(hall: Hall) -> None:
    last_year = await _said(hall, HOUSING, settled=False)
    await _said(hall, HOUSING, settled=True)

    async with hall.works.begin() as work:
        said = await follow_ups.by_topic(work.tx, SESSION, last_year.id)

    assert said == [Settled(topic=HOUSING, asked=1, settled=1, unsettled=0)]
