"""A line of a sheet is in doubt, and what it may be for has moved on or is answered meanwhile."""

from dataclasses import dataclass

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.returned_sheet import CODE, Sheet
from tests.stories.cast import BANK, asks, official, resident
from tests.stories.test_dispatches import FIRST, PAPERS, SECOND, sent_out, sheet_of
from tests.stories.test_returned_sheets import drafts, put_in

ASKED = f"Dòng 5 ghi: “{PAPERS}”. Có phải câu TV-0002 (“{SECOND}”) không?"


@dataclass
class Bank:
    """Its head Hoa, its officer Tâm, and a sheet whose second line has lost its code."""

    hoa: Person
    tam: Person
    lan: Person
    sheet: Sheet

    async def sends(self, sheet: Sheet) -> None:
        await self.hoa.sends("bảng.xlsx", sheet.content)

    async def asks_back(self, talk: Talk, number: int) -> None:
        """Tâm asks Lan something about her question."""
        for press in (f"take:{number}", f"askback:{number}"):
            await talk.arrive(self.tam.inbound(press=press, happened="pressed"))
        await self.tam.says("Cô chú có người nào đang học không?")


@pytest.fixture
async def bank(talk: Talk) -> Bank:
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    for one in (FIRST, SECOND):
        await asks(lan, one)
    await sent_out(talk, await official(talk, "minh", Role.ORGANISER))
    opened = Sheet.open(sheet_of(hoa).content).answer("TV-0002", PAPERS)
    return Bank(hoa, tam, lan, opened.change("TV-0002", CODE, "BT-A?"))


async def test_a_line_whose_question_waits_for_its_asker_is_asked_about_when_the_sheet_comes_again(
    talk: Talk, bank: Bank, url: str
) -> None:
    await put_in(bank.hoa, bank.sheet)
    assert bank.hoa.last.text == ASKED
    await bank.asks_back(talk, 2)

    await bank.hoa.presses("Câu TV-0002")
    assert bank.hoa.find("không nhận được").text == (
        "Em không nhận được dòng 5: câu TV-0002 đang hỏi thêm bà con. "
        "Có đủ tin rồi thì anh chị bấm Không chờ nữa trên thẻ."
    )
    await bank.lan.says("Dạ có, đang học lớp 12.")
    await bank.lan.presses("Trả lời câu TV-0002")
    await talk.tick()
    await put_in(bank.hoa, bank.sheet)
    assert bank.hoa.last.text == ASKED
    await bank.hoa.presses("Câu TV-0002")

    assert await drafts(url) == [("TV-0002", "draft", PAPERS)]


async def test_words_that_the_question_has_by_now_are_known_and_not_asked_about_again(
    talk: Talk, bank: Bank, url: str
) -> None:
    await put_in(bank.hoa, bank.sheet)
    await talk.arrive(bank.tam.inbound(press="take:2", happened="pressed"))
    await bank.tam.replies(bank.tam.find("TV-0002"), PAPERS)
    await bank.tam.presses("Gửi duyệt")

    await bank.hoa.presses("Câu TV-0002")
    assert bank.hoa.find("không nhận được").text == (
        "Em không nhận được dòng 5: câu TV-0002 đã có đúng câu trả lời này rồi."
    )
    await bank.sends(bank.sheet)

    assert "1 dòng đã nhận từ trước" in bank.hoa.last.text
    assert await drafts(url) == [("TV-0002", "draft", PAPERS)]


async def test_words_that_are_no_answer_can_be_mended_in_the_sheet(bank: Bank, url: str) -> None:
    await put_in(bank.hoa, bank.sheet.with_(lambda cells: cells.cell(5, 7, "Rồi")))

    await bank.hoa.presses("Câu TV-0002")

    await bank.sends(bank.sheet)
    assert "1 dòng em chưa chắc" in bank.hoa.last.text
    assert await drafts(url) == []


async def test_a_line_is_asked_about_though_another_question_has_the_same_words(
    bank: Bank, url: str
) -> None:
    """The one above was answered first; then its code was copied, and the same words."""
    whole = bank.sheet.answer("TV-0001", PAPERS)
    code = whole.cells.cell(whole.rows["TV-0001"], CODE).value
    first = Sheet.open(whole.content).with_(lambda cells: cells.delete_rows(5))
    await put_in(bank.hoa, first)
    assert await drafts(url) == [("TV-0001", "draft", PAPERS)]

    await put_in(bank.hoa, whole.with_(lambda cells: cells.cell(5, CODE, code)))
    assert bank.hoa.last.text == (
        f"Dòng 5 ghi: “{PAPERS}”. Câu này trả lời cho TV-0001 (“{FIRST}”) hay TV-0002 (“{SECOND}”)?"
    )
    await bank.hoa.presses("Câu TV-0002")

    assert await drafts(url) == [("TV-0001", "draft", PAPERS), ("TV-0002", "draft", PAPERS)]
