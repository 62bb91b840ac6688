"""An official leaves while a draft waits for its head, or the asker is waited for: colleagues go
on with it, and who has left hears no more of it.
"""

from bot.domain.people import Grant, Role
from storage import people
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, LOAN, answers, asks, official, resident
from tests.stories.mornings import FRIDAY, SOON, morning
from tests.stories.test_leaving_office import GONE, ends

CARD = ["Trả lời", "Xin thêm thời gian", "Chuyển cơ quan", "Đã trả lời trực tiếp"]


class Bank:
    """Minh and An work there, Hoa leads it, Ban runs the programme; Lan has asked."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk

    async def come(self) -> "Bank":
        self.minh = await official(self.talk, "minh", Role.OFFICER, BANK)
        self.an = await official(self.talk, "an", Role.OFFICER, BANK)
        self.hoa = await official(self.talk, "hoa", Role.HEAD, BANK)
        self.ban = await official(self.talk, "ban", Role.ORGANISER)
        self.lan = await resident(self.talk, "lan")
        await asks(self.lan)
        return self

    async def drafts(self) -> None:
        await answers(self.minh, self.minh.find("TV-0001"))

    async def asks_back(self) -> None:
        await self.minh.presses("Nhận")
        await self.minh.presses("Hỏi thêm")
        await self.minh.says("Cô chú vay ở phường nào?")
        self.lan.news()

    async def minh_leaves(self) -> None:
        await ends(self.ban, "Ngân hàng Chính sách", "Minh – chuyên viên")
        assert self.minh.news()[-1] == GONE
        self.an.news()


async def _vanishes(talk: Talk, person: Person) -> None:
    """The role is gone and nothing was put back: an old programme, or an erased person."""
    async with talk.app.works.begin() as work:
        found = await people.of_address(work.tx, str(person.address))
        assert found
        await people.end_role(work.tx, found.id, Grant(Role.OFFICER, BANK), work.now)


async def test_a_draft_that_is_returned_waits_for_colleagues_with_the_reason(talk: Talk) -> None:
    bank = await Bank(talk).come()
    await bank.drafts()
    await bank.minh_leaves()

    await bank.hoa.presses("Trả lại")
    await bank.hoa.says("thiếu lãi suất")

    assert bank.minh.news() == []
    card, reason = bank.an.news()
    assert card.endswith("chờ người nhận")
    assert reason == (
        "Lãnh đạo trả lại câu TV-0001, vì: thiếu lãi suất. "
        "Anh chị bấm Trả lời trên thẻ để viết lại."
    )
    await bank.an.presses("Trả lời")
    assert bank.an.last.text.startswith(
        f"Lãnh đạo trả lại vì: thiếu lãi suất\nBản trước: “{ANSWER}”"
    )


async def test_who_has_left_is_not_told_that_their_draft_was_approved(talk: Talk) -> None:
    bank = await Bank(talk).come()
    await bank.drafts()
    await bank.minh_leaves()

    await bank.hoa.presses("Duyệt")

    assert bank.minh.news() == []


async def test_what_the_asker_says_more_waits_for_colleagues(talk: Talk) -> None:
    bank = await Bank(talk).come()
    await bank.asks_back()
    await bank.minh_leaves()

    await bank.lan.replies(bank.lan.find("cần hỏi thêm"), "Dạ phường 7")

    assert bank.minh.news() == []
    card, word = bank.an.news()
    assert card.endswith("chờ người nhận")
    assert word.endswith("từ giờ tính tiếp ngày hẹn: “Dạ phường 7”")
    await bank.an.presses("Nhận")
    assert bank.an.find("TV-0001 ·").text.endswith("An đang giữ")


async def test_a_colleague_need_not_wait_for_what_somebody_asked_who_has_left(talk: Talk) -> None:
    bank = await Bank(talk).come()
    await bank.asks_back()
    assert bank.an.find("TV-0001 ·").labels == []
    await bank.minh_leaves()
    assert bank.an.find("TV-0001 ·").labels[0] == "Không chờ nữa"

    await bank.an.presses("Không chờ nữa")

    assert bank.an.find("TV-0001 ·").text.endswith("An đang giữ")


async def test_the_card_that_comes_when_its_holder_is_gone_has_buttons_that_work(
    talk: Talk,
) -> None:
    bank = await Bank(talk).come()
    await bank.minh.presses("Nhận")
    await _vanishes(talk, bank.minh)

    assert await morning(talk, FRIDAY) == {"an": [SOON]}

    card = bank.an.find("TV-0001 ·")
    assert card.text.endswith("chờ người nhận")
    assert card.labels == CARD
    await answers(bank.an, card)
    assert "chờ duyệt, An soạn" in bank.an.find("TV-0001 ·").text


async def test_the_queue_shows_what_a_gone_holder_held_as_what_can_be_taken(talk: Talk) -> None:
    bank = await Bank(talk).come()
    await bank.minh.presses("Nhận")
    await _vanishes(talk, bank.minh)

    await bank.an.says("/hangdoi")

    assert bank.an.find("TV-0001 ·").labels[0] == "Nhận"
    await bank.an.presses("Nhận")
    assert bank.an.find("TV-0001 ·").text.endswith("An đang giữ")


async def test_a_holder_who_is_there_keeps_what_is_returned_and_what_was_asked_back(
    talk: Talk,
) -> None:
    bank = await Bank(talk).come()
    await bank.asks_back()
    assert bank.an.find("TV-0001 ·").labels == []
    bank.an.news()

    await bank.lan.replies(bank.lan.find("cần hỏi thêm"), f"Dạ phường 7. {LOAN}")
    await answers(bank.minh, bank.minh.find("TV-0001 ·"))
    await bank.hoa.presses("Trả lại")
    await bank.hoa.says("thiếu lãi suất")

    assert bank.an.news() == []
    assert bank.minh.find("TV-0001 ·").text.endswith("Minh đang giữ")
