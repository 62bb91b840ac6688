"""A row that stands for several questions alike: one line on the sheet, an answer for each."""

from bot.domain.agencies import Queue
from bot.domain.dispatches import Dispatch
from bot.domain.people import Role
from bot.services.dispatches import dispatch_papers
from storage import dispatches
from tests.doubles.chat import Talk
from tests.doubles.postgres import ask
from tests.doubles.returned_sheet import Sheet
from tests.stories.cast import ANSWER, BANK, asks, official, resident


async def test_one_answer_drafts_for_each_question_of_a_row(talk: Talk, url: str) -> None:
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    for chat in ("lan", "mai"):
        await asks(await resident(talk, chat))
    async with talk.app.works.begin() as work:
        sheet = Dispatch(id=0, year=2026, number=0, queue=Queue(BANK), made_at=work.now)
        made = await dispatches.put(work.tx, sheet, [(1, 2)])
    drawn = await dispatch_papers.draw(talk.app.works, made.id)
    opened = Sheet.open(drawn.sheet)
    assert [cell.value for cell in opened.cells[4]][1:5] == [
        "TV-0001, TV-0002",
        "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?",
        2,
        "Khóm 3, Phường 7",
    ]

    await hoa.sends("bảng.xlsx", opened.answer("TV-0001, TV-0002", ANSWER).content)
    await hoa.presses("Nhận vào")

    assert "Em đã nhận 2 câu thành bản nháp." in hoa.last.text
    assert await ask(url, "SELECT question, text FROM answers ORDER BY question") == [
        (1, ANSWER),
        (2, ANSWER),
    ]


async def test_a_question_of_a_row_that_moved_on_leaves_the_others_to_be_answered(
    talk: Talk, url: str
) -> None:
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await asks(lan)
    await asks(await resident(talk, "mai"))
    async with talk.app.works.begin() as work:
        sheet = Dispatch(id=0, year=2026, number=0, queue=Queue(BANK), made_at=work.now)
        made = await dispatches.put(work.tx, sheet, [(1, 2)])
    drawn = await dispatch_papers.draw(talk.app.works, made.id)
    await talk.arrive(lan.inbound(press="withdrawyes:1", happened="pressed"))

    filled = Sheet.open(drawn.sheet).answer("TV-0001, TV-0002", ANSWER)
    await hoa.sends("bảng.xlsx", filled.content)
    await hoa.presses("Nhận vào")

    assert await ask(url, "SELECT question FROM answers") == [(2,)]
