"""A whole session: 80 who came, 25 questions from before, 15 from the floor, 18 answered there."""

from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from bot.domain.questions import Status
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.door import Door
from tests.doubles.postgres import ask
from tests.doubles.signed_off import signed_off
from tests.doubles.whole_session import SAID, WholeSession


@pytest.fixture
async def held(database: Database, clock: ManualClock, url: str) -> WholeSession:
    """It has been held, from the signed plan to the closing."""
    session = WholeSession(Door(await signed_off(database, clock, url, chats=60)))
    await session.asks_before(25)
    await session.answers_come_in()
    await session.comes_in()
    await session.asks_in_the_hall(15)
    await session.answers_orally(18)
    return session


async def test_a_session_is_held_and_what_was_not_answered_there_is_in_a_queue(
    held: WholeSession, url: str, tmp_path: Path
) -> None:
    assert (await held.session.states())["came"] == 80
    counts = await held.closes()
    assert (counts.oral, counts.left) == (18, 22)

    numbers = {one.id: one.number for one in held.asked}
    rows = await ask(url, "SELECT id, status, queue FROM questions")
    stand = Counter(status for one, status, _queue in rows if one in numbers)
    assert stand == {Status.DRAFTED: 18, Status.WAITING: 22}
    assert all(queue for _one, _status, queue in rows)

    papers = await held.papers()
    for name, content in papers.items():
        (tmp_path / name).write_bytes(content)
    minutes, results = (
        _words(papers["Bien ban buoi 1.docx"]),
        _words(papers["Thong bao ket qua buoi 1.docx"]),
    )
    assert all(f"({number})" in minutes for number in numbers.values())
    assert "18 ý kiến được trả lời tại chỗ, 22 ý kiến được ghi nhận" in minutes
    assert "18 ý kiến đã trả lời tại buổi" in results
    assert SAID in minutes
    assert SAID not in results, "told to everybody once its agency has approved it"
    assert "80" in _words(papers["attendance.docx"])
    assert len(_rows(papers["to-sign.xlsx"])) >= 80


async def test_each_asker_hears_which_of_the_two_became_of_their_question(
    held: WholeSession, url: str
) -> None:
    await held.closes()
    told = await ask(
        url, "SELECT address, payload FROM outbox UNION ALL SELECT address, payload FROM deferred"
    )
    said = " ".join(payload for _address, payload in told)
    with_a_chat = [one for one in held.asked if one.address]
    assert len(with_a_chat) == 25
    assert all(one.number in said for one in with_a_chat)


def _words(content: bytes) -> str:
    paper = Document(BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in paper.paragraphs), *cells])


def _rows(content: bytes) -> list[object]:
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    return [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
