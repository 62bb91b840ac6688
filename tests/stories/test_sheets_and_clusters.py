"""Questions are joined while their sheet is with the agency, which answers them row by row."""

from dataclasses import dataclass

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.doubles.returned_sheet import Sheet
from tests.stories.cast import ANSWER, BANK, official
from tests.stories.test_clusters import card, three_asked
from tests.stories.test_dispatches import sent_out, sheet_of
from tests.stories.test_returned_sheets import drafts, put_in

OWN = "Nhà cô chú vay đợt trước chưa trả, mời cô chú tới phòng giao dịch nói chuyện."
APART = (
    "câu TV-0002 đang đi chung với câu TV-0001. Nhận vào thì câu này tách ra, có câu trả lời riêng."
)


@dataclass
class Bank:
    """Lan, Bảy and Út asked the same; Tâm joined them after the sheet had gone to Hoa."""

    talk: Talk
    url: str
    tam: Person
    hoa: Person
    asked: list[Person]
    sheet: Sheet

    async def answers(self, text: str, number: str = "TV-0001") -> None:
        """Tâm answers a common card."""
        await self.tam.replies(card(self.tam, number), text)
        await self.tam.presses("Gửi duyệt")
        await self.talk.tick()

    async def statuses(self) -> list[str]:
        return [one for (one,) in await ask(self.url, "SELECT status FROM questions ORDER BY id")]

    async def heard(self) -> list[list[str]]:
        """Which of both answers each has, after the slots of a day."""
        await self.talk.tick()
        for _ in range(3):
            await self.talk.later(hours=2, minutes=20)
        news = ["".join(one.news()) for one in self.asked]
        return [[text for text in (ANSWER, OWN) if text in one] for one in news]


@pytest.fixture
async def bank(talk: Talk, url: str) -> Bank:
    tam, asked = await three_asked(talk)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await sent_out(talk, await official(talk, "minh", Role.ORGANISER))
    sheet = Sheet.open(sheet_of(hoa).content)
    await tam.presses("Gộp")
    await tam.presses("Gộp hết")
    await talk.tick()
    for one in asked:
        one.news()
    return Bank(talk, url, tam, hoa, asked, sheet)


async def test_a_row_answered_for_one_of_them_is_for_that_one_and_the_others_still_wait(
    bank: Bank,
) -> None:
    await bank.hoa.sends("bảng.xlsx", bank.sheet.answer("TV-0002", OWN).content)
    place = bank.sheet.rows["TV-0002"]
    assert f"Dòng {place}: {APART}" in bank.hoa.last.text
    await bank.hoa.presses("Nhận vào")
    await bank.talk.tick()
    assert await bank.statuses() == ["waiting", "drafted", "waiting"]
    await bank.hoa.presses("Duyệt cả bảng (1 câu)")
    assert "👥 Gộp chung 2 câu" in card(bank.tam, "TV-0001").text
    await bank.answers(ANSWER)
    await bank.hoa.presses("Duyệt")

    assert await bank.heard() == [[ANSWER], [OWN], [ANSWER]]


async def test_rows_answered_differently_reach_whom_they_are_for(bank: Bank) -> None:
    await put_in(bank.hoa, bank.sheet.answer("TV-0001", ANSWER).answer("TV-0002", OWN))

    await bank.talk.tick()
    await bank.hoa.presses("Xem từng câu")

    for number in ("TV-0001", "TV-0002"):
        approve = bank.hoa.find(number).choices[0]
        await bank.talk.arrive(bank.hoa.inbound(press=approve.data, happened="pressed"))
        await bank.talk.tick()

    assert await bank.heard() == [[ANSWER], [OWN], [ANSWER]]


async def test_rows_answered_alike_are_one_answer_for_all(bank: Bank, url: str) -> None:
    alike = bank.sheet.answer("TV-0002", ANSWER).answer("TV-0001", ANSWER)

    await bank.hoa.sends("bảng.xlsx", alike.content)
    assert bank.hoa.last.text == (
        "Bảng 01/2026, Ngân hàng Chính sách: 1 câu trả lời mới, 1 ô trống, 0 dòng em chưa chắc, "
        "1 dòng đã nhận từ trước.\n\nEm chưa ghi gì hết. Nhận vào chưa anh chị?"
    )
    await bank.hoa.presses("Nhận vào")
    assert await drafts(url) == [("TV-0001", "draft", ANSWER)]
    await bank.hoa.presses("Duyệt cả bảng (1 câu)")

    assert await bank.heard() == [[ANSWER]] * 3


async def test_a_row_for_one_of_them_leaves_the_draft_to_the_others(bank: Bank, url: str) -> None:
    await bank.answers(ANSWER)

    await put_in(bank.hoa, bank.sheet.answer("TV-0002", OWN))
    await bank.talk.tick()

    assert await drafts(url) == [("TV-0001", "draft", ANSWER), ("TV-0002", "draft", OWN)]
    assert await bank.statuses() == ["drafted"] * 3
    assert "👥" not in card(bank.tam, "TV-0002").text


async def test_words_that_a_head_returned_for_all_are_taken_for_none_of_them(bank: Bank) -> None:
    await bank.answers(ANSWER)
    await bank.hoa.presses("Trả lại")
    await bank.hoa.says("thiếu lãi suất")
    await bank.talk.tick()

    await bank.hoa.sends("bảng.xlsx", bank.sheet.answer("TV-0002", ANSWER).content)

    assert "câu TV-0002 lãnh đạo đã trả lại đúng bản này" in bank.hoa.last.text
    assert bank.hoa.last.labels == []


@pytest.mark.parametrize(
    ("text", "told"),
    [(ANSWER, "1 dòng đã nhận từ trước"), (OWN, "câu TV-0002 đã duyệt câu trả lời khác")],
)
async def test_once_an_answer_is_approved_for_all_a_row_changes_nothing(
    bank: Bank, text: str, told: str
) -> None:
    await bank.answers(ANSWER)
    await bank.hoa.presses("Duyệt")

    await bank.hoa.sends("bảng.xlsx", bank.sheet.answer("TV-0002", text).content)

    assert told in bank.hoa.last.text
    assert bank.hoa.last.labels == []
    assert await bank.heard() == [[ANSWER]] * 3


async def test_an_answer_of_a_sheet_for_one_asker_alone_leaves_the_others_waiting(
    bank: Bank,
) -> None:
    private = "Cô Lan bị tiểu đường nên được xét trước, mời cô tới phòng giao dịch."
    await put_in(bank.hoa, bank.sheet.answer("TV-0001", private))

    await bank.hoa.presses("Gửi riêng")
    await bank.hoa.presses("Duyệt")
    await bank.talk.tick()
    assert await bank.statuses() == ["answered", "waiting", "waiting"]
    await bank.answers(ANSWER, "TV-0002")
    await bank.hoa.presses("Duyệt")

    assert await bank.heard() == [[], [ANSWER], [ANSWER]]
