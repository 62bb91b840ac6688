"""*Duyệt cả bảng*: what is not approved with its sheet is named, with the reason."""

import pytest

from bot.domain.households import Household, HouseholdFacts, Source
from bot.domain.people import Role
from storage import households
from tests.doubles.chat import Person, Talk
from tests.doubles.returned_sheet import Sheet
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.test_dispatches import FIRST, PAPERS, SECOND, THIRD, sent_out, sheet_of

#: Names somebody; invented.
NAMED = f"{PAPERS} Kim Thị Lành cũng làm như vậy."
OTHER = "Dạ khóm họp tổ vay vốn ngày 15 hằng tháng, cô chú tới xin vay thêm."


@pytest.fixture
async def hoa(talk: Talk) -> Person:
    """The head of the bank: three questions came back answered, and wait for one press."""
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    minh = await official(talk, "minh", Role.ORGANISER)
    for chat, words in (("lan", FIRST), ("mai", SECOND), ("tư", THIRD)):
        await asks(await resident(talk, chat), words)
    await sent_out(talk, minh)
    filled = Sheet.open(sheet_of(hoa).content)
    filled.answer("TV-0001", ANSWER).answer("TV-0002", NAMED).answer("TV-0003", OTHER)
    await hoa.sends("bảng.xlsx", filled.content)
    await hoa.presses("Nhận vào")
    return hoa


async def test_what_was_taken_back_meanwhile_and_what_tells_of_a_person_are_told_apart(
    talk: Talk, hoa: Person
) -> None:
    for chat in ("lan", "tư"):
        asker = talk.person(chat)
        await asker.says("/cauhoi")
        await asker.presses("Rút lại")
        await asker.presses("Rút câu này")
    async with talk.app.works.begin() as work:  # whoever it names was nobody of the ward before
        listed = Household(id=0, name="Kim Thị Lành", ward="p7", source=Source.ROSTER)
        await households.make(work.tx, listed, HouseholdFacts(), work.now)

    await hoa.presses("Duyệt cả bảng (3 câu)")

    assert hoa.last.text == (
        "Đã duyệt 0 câu của bảng. Còn 3 câu em chưa duyệt:\n"
        "TV-0001, TV-0003: đã đổi hoặc xong từ lúc nhận bảng, anh chị xem lại trên thẻ.\n"
        "TV-0002: cả phường sẽ nghe mà có chỗ “Kim Thị Lành”. Anh chị mở thẻ, bấm Duyệt để gửi "
        "riêng, hoặc Trả lại để sửa."
    )
    await hoa.presses("Hàng đợi")
    await hoa.presses("Duyệt")
    await hoa.presses("Gửi riêng")
    assert NAMED in talk.person("mai").last.text


async def test_what_all_were_approved_says_no_more(hoa: Person) -> None:
    await hoa.presses("Duyệt cả bảng (3 câu)")

    assert hoa.last.text == "Đã duyệt 3 câu của bảng."
