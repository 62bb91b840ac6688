"""A chat without buttons: each button has a number, and no two on the screen have the same one."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.config import Settings
from bot.domain.messages import Outgoing
from bot.domain.people import Grant, Role
from bot.services.people import invitations
from tests.conftest import begun
from tests.doubles.chat import FAST, Person, Platform, Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import ANSWER, BANK, LOAN
from tests.stories.test_many_wards import as_a_province

CARD = "TV-000{} · vay vốn · Khóm 3, Phường 7\n“{}”\nHẹn 17:00 thứ Ba 12/05 · {}\n\n{}"


class Paper(Platform):
    """A platform that carries words alone, such as the groups of Zalo: a change is a new line."""

    def __init__(self) -> None:
        super().__init__(limits=replace(FAST, buttons=False))
        self.written: list[str] = []

    async def send(self, chat: str, message: Outgoing) -> str:
        self.written.append(message.text)
        return await super().send(chat, message)

    async def edit(self, chat: str, message_id: str, message: Outgoing) -> None:
        self.written.append(message.text)
        await super().edit(chat, message_id, message)


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
async def talk(settings: Settings, clock: ManualClock, paper: Paper) -> AsyncIterator[Talk]:
    async with begun(settings, clock, paper) as made:
        yield made


async def somebody(talk: Talk, chat: str) -> Person:
    person = talk.person(chat)
    for words in ("/start", "Đồng ý", "Phường 7", "Khóm 3"):
        await person.says(words)
    return person


async def officer(talk: Talk, chat: str, role: Role = Role.OFFICER) -> Person:
    person = talk.person(chat)
    async with talk.app.works.begin() as work:
        code = await invitations.invite(work, Grant(role, BANK), by=None)
    await person.opens(code)
    await person.says(chat.capitalize())
    return person


async def asked(talk: Talk, many: int) -> None:
    lan = await somebody(talk, "lan")
    for number in range(1, many + 1):
        await lan.says(words(number))
        await lan.says("Đúng rồi, gửi đi")


def words(number: int) -> str:
    return f"{LOAN} Hẻm {number}"


def card(number: int, state: str, *lines: str) -> str:
    return CARD.format(number, words(number), state, "\n".join(lines))


def held(cards: list[str]) -> list[str]:
    return [one.partition(" ·")[0] for one in cards if "đang giữ" in one]


def numbers(messages: list[str]) -> list[int]:
    lines = [line for one in messages for line in one.splitlines()]
    return [int(line.partition(".")[0]) for line in lines if line.partition(".")[0].isdecimal()]


async def test_the_numbers_of_a_page_of_cards_run_on_from_one_to_the_next(talk: Talk) -> None:
    await asked(talk, 7)
    tam = await officer(talk, "tâm")
    tam.news()

    await tam.says("/hangdoi")

    _, first, second, *others, more = tam.news()
    waits = "chờ người nhận"
    assert first == card(1, waits, "1. Nhận", "2. Trả lời", "3. Chuyển cơ quan")
    assert second == card(2, waits, "4. Nhận", "5. Trả lời", "6. Chuyển cơ quan")
    assert numbers(others) == [7, 8, 9, 10, 11, 12, 13, 14, 15]
    assert more == "Còn câu nữa, anh chị xem tiếp không?\n\n16. Xem tiếp"


async def test_a_typed_number_means_the_card_it_stands_below(talk: Talk) -> None:
    await asked(talk, 7)
    tam = await officer(talk, "tâm")
    await tam.says("/hangdoi")

    await tam.says("4")

    assert tam.last.text.startswith("Anh chị đã nhận câu TV-0002.")


async def test_after_one_card_the_numbers_of_the_others_still_hold(talk: Talk) -> None:
    await asked(talk, 7)
    tam = await officer(talk, "tâm")
    await tam.says("/hangdoi")
    tam.news()

    await tam.says("4")
    assert numbers(tam.news()) == [24]  # 17 to 23 stand on the card, which changed
    await tam.says("7")
    assert tam.news()[-1].startswith("Anh chị đã nhận câu TV-0003.")
    await tam.says("16")

    assert [one.split(" ")[0] for one in tam.news()][:2] == ["TV-0006", "TV-0007"]


async def test_a_card_that_changed_has_numbers_of_its_own(talk: Talk) -> None:
    await asked(talk, 7)
    tam = await officer(talk, "tâm")
    await tam.says("/hangdoi")
    await tam.says("4")
    assert tam.find("Tâm đang giữ").text == card(
        2,
        "Tâm đang giữ",
        "17. Trả lời",
        "18. Hỏi thêm",
        "19. Xin thêm thời gian",
        "20. Chuyển cơ quan",
        "21. Để lại hàng đợi",
        "22. Đã trả lời trực tiếp",
        "23. Gộp",
    )

    await tam.says("18")

    assert tam.last.text == (
        "Anh chị cần người hỏi cho biết thêm điều gì ở câu TV-0002?\n\n25. Thôi"
    )


async def test_what_changed_is_written_in_the_order_of_its_numbers(
    talk: Talk, paper: Paper
) -> None:
    await asked(talk, 2)
    tam = await officer(talk, "tâm")
    await tam.says("/hangdoi")
    paper.written.clear()

    await tam.says("1")

    assert [numbers([one]) for one in paper.written] == [[7, 8, 9, 10, 11, 12, 13], [14]]


async def test_a_card_asked_for_again_is_written_once(talk: Talk, paper: Paper) -> None:
    await asked(talk, 2)
    tam = await officer(talk, "tâm")
    await tam.says("/hangdoi")
    paper.written.clear()

    await tam.says("/hangdoi")

    assert [one.partition(" ")[0] for one in paper.written] == ["Hàng", "TV-0001", "TV-0002"]


async def test_a_word_that_stands_on_several_cards_is_asked_about(talk: Talk) -> None:
    await asked(talk, 2)
    tam = await officer(talk, "tâm")
    await tam.says("/hangdoi")

    await tam.says("nhan")
    assert tam.last.text == (
        "Dạ có mấy dòng ghi “Nhận” nên em chưa biết dòng nào. "
        "Mình nhắn giúp em con số đứng trước dòng đó."
    )
    await tam.says("4")

    assert tam.last.text.startswith("Anh chị đã nhận câu TV-0002.")


async def test_a_new_list_that_somebody_asked_for_begins_with_one(talk: Talk) -> None:
    await asked(talk, 2)
    tam = await officer(talk, "tâm")
    await tam.says("/hangdoi")
    tam.news()

    await tam.says("/hangdoi")

    assert numbers(tam.news()) == [1, 2, 3, 4, 5, 6]


async def test_a_card_that_comes_by_itself_goes_on_behind_what_is_on_the_screen(
    talk: Talk,
) -> None:
    tam = await officer(talk, "tâm")
    assert numbers([tam.last.text]) == [1, 2, 3, 4, 5]
    await asked(talk, 2)
    first, second = tam.news()[-2:]
    assert (numbers([first]), numbers([second])) == ([6, 7, 8], [9, 10, 11])

    await tam.says("6")

    assert tam.last.text.startswith("Anh chị đã nhận câu TV-0001.")


async def test_what_slow_work_comes_to_goes_on_too(talk: Talk) -> None:
    await asked(talk, 1)
    tam = await officer(talk, "tâm")
    await tam.says("/hangdoi")
    await tam.says("2")
    await tam.says(ANSWER)
    assert numbers([tam.last.text]) == [1, 2, 3, 4, 5, 6, 7]

    await tam.sends("mau-don.pdf", b"%PDF-1.4 x")

    assert numbers([tam.last.text]) == [8, 9, 10, 11, 12, 13, 14, 15]


async def test_a_whole_answer_is_written_by_numbers(talk: Talk) -> None:
    await asked(talk, 3)
    hoa = await officer(talk, "hoa", Role.HEAD)
    tam = await officer(talk, "tâm")
    await tam.says("/hangdoi")

    await tam.says("5")
    await tam.says(ANSWER)
    await tam.says("1")
    approve = next(
        line for line in hoa.find("chờ duyệt").text.splitlines() if line.endswith("Duyệt")
    )
    await hoa.says(approve.partition(".")[0])

    assert "Đã duyệt câu TV-0002." in hoa.last.text


async def test_a_long_list_goes_on_by_its_number(talk: Talk) -> None:
    as_a_province(talk)
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.says("Đồng ý")
    assert lan.last.text.endswith("\n16. Xã 16\n17. Xem thêm nữa\n18. Thôi")

    await lan.says("17")
    assert "\n1. Xã 17\n" in lan.last.text
    await lan.says("xa 97")

    assert lan.last.text.startswith("Cô chú ở khóm, ấp nào của Xã 97?")


async def test_in_a_group_the_numbers_are_everybodys_and_are_said_to_the_bot(talk: Talk) -> None:
    group, tam = talk.group("-1", "Tổ tín dụng"), await officer(talk, "tâm")
    minh = await officer(talk, "minh")
    await group.member(tam).says("/nhom")
    await group.member(tam).says("1", to_bot=True)
    await asked(talk, 2)
    assert [numbers([one]) for one in group.heard[-2:]] == [[3, 4, 5], [6, 7, 8]]

    await group.member(minh).says("3")
    assert held(group.heard) == []
    await group.member(minh).says("3", to_bot=True)

    assert held(group.heard) == ["TV-0001"]


async def test_several_numbers_at_once_join_what_stands_on_their_buttons(talk: Talk) -> None:
    for chat in ("lan", "bảy", "út"):
        asker = await somebody(talk, chat)
        await asker.says(f"{LOAN} Nhà {chat}")
        await asker.says("Đúng rồi, gửi đi")
    await talk.tick()
    tam = await officer(talk, "tâm")
    await talk.arrive(tam.inbound(press="join:2", happened="pressed"))
    first, third = (
        line.partition(".")[0]
        for line in tam.last.text.splitlines()
        if line.endswith((". Gộp TV-0001", ". Gộp TV-0003"))
    )

    await tam.says(f"{first} {third}")

    assert tam.last.text.startswith("Đã gộp TV-0002, TV-0003 vào TV-0001, giờ 3 câu đi chung.")
