"""What a ward must not hear, where answers come another way: by sheet, in person, from the hall.

Everybody here is invented.
"""

import pytest

from bot.domain.households import Household, HouseholdFacts
from bot.domain.people import Role
from storage import households
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.doubles.returned_sheet import CODE, Sheet
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.mornings import FRIDAY, morning
from tests.stories.test_dispatches import FIRST, SECOND, sent_out, sheet_of
from tests.stories.test_holding_a_session import answered_orally, to_the_hall

PHONE = "Số của cô là 0987 654 321, ngân hàng đã ghi và sẽ gọi cô chiều thứ Hai."
NAMED = "Hộ bà Kim Thị Sáu đã được vay, cô chú làm đơn y như vậy rồi nộp cho tổ trưởng."


async def drafts(url: str) -> list[tuple[str, str, int]]:
    """(text, status, private) of every answer, as they came."""
    rows = await ask(url, "SELECT text, status, private FROM answers ORDER BY id")
    return [tuple(row) for row in rows]


# ── a sheet that comes back ──────────────────────────────────────────────────────────────────


@pytest.fixture
async def bank_head(talk: Talk) -> Person:
    return await official(talk, "hoa", Role.HEAD, BANK)


@pytest.fixture
async def leaking(talk: Talk, bank_head: Person) -> Sheet:
    """A sheet of two questions, in one of whose answers a phone stands."""
    minh = await official(talk, "minh", Role.ORGANISER)
    lan = await resident(talk, "lan")
    for one in (FIRST, SECOND):
        await asks(lan, one)
    await sent_out(talk, minh)
    sheet = Sheet.open(sheet_of(bank_head).content)
    return sheet.answer("TV-0001", PHONE).answer("TV-0002", ANSWER)


async def put_in(person: Person, sheet: Sheet) -> None:
    await person.sends("bảng.xlsx", sheet.content)
    await person.presses("Nhận vào")


async def test_a_row_that_tells_a_phone_is_asked_about_and_can_go_to_the_asker_alone(
    talk: Talk, bank_head: Person, leaking: Sheet, url: str
) -> None:
    await put_in(bank_head, leaking)
    assert await drafts(url) == [(ANSWER, "draft", 0)]
    assert bank_head.last.text == (
        f"Dòng 4 cho câu TV-0001 ghi: “{PHONE}”. Cả phường sẽ nghe, mà có chỗ “0987 654 321”: "
        "anh chị gửi riêng cho người hỏi hay sửa lại bảng?"
    )

    await bank_head.presses("Gửi riêng")
    assert await drafts(url) == [(ANSWER, "draft", 0), (PHONE, "draft", 1)]
    await bank_head.presses("Duyệt")

    assert PHONE in talk.person("lan").find("trả lời câu TV-0001").text


async def test_a_row_that_is_to_be_mended_is_not_kept_and_may_come_again(
    bank_head: Person, leaking: Sheet, url: str
) -> None:
    await put_in(bank_head, leaking)

    await bank_head.presses("Để tôi sửa lại bảng")

    assert await drafts(url) == [(ANSWER, "draft", 0)]
    assert await ask(url, "SELECT answer FROM dispatch_doubts") == []
    await put_in(bank_head, leaking)
    assert bank_head.last.text.startswith("Dòng 4 cho câu TV-0001 ghi:")


async def test_a_damaged_row_is_asked_about_twice_first_whose_it_is_then_whether_it_may_be_told(
    bank_head: Person, leaking: Sheet, url: str
) -> None:
    await put_in(bank_head, leaking.change("TV-0001", CODE, "BT-A?"))

    await bank_head.presses("Câu TV-0001")

    assert await drafts(url) == [(ANSWER, "draft", 0)]
    assert "mà có chỗ “0987 654 321”" in bank_head.last.text
    await bank_head.presses("Gửi riêng")
    assert (await drafts(url))[-1] == (PHONE, "draft", 1)


# ── a list that has grown since ──────────────────────────────────────────────────────────────


async def _is_listed(talk: Talk, name: str) -> None:
    async with talk.app.works.begin() as work:
        home = Household(id=0, name=name, ward="p7", hamlet="p7-k3")
        await households.make(work.tx, home, HouseholdFacts(), work.now)


async def _waits_for_the_head(talk: Talk) -> tuple[Person, Person]:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await tam.replies(tam.last, NAMED)
    await tam.presses("Gửi duyệt")
    await _is_listed(talk, "Kim Thị Sáu")
    return lan, hoa


async def test_a_head_is_asked_when_a_name_has_come_onto_the_list_meanwhile(
    talk: Talk, url: str
) -> None:
    lan, hoa = await _waits_for_the_head(talk)

    await hoa.presses("Duyệt")

    assert hoa.last.text == (
        "Cả phường sẽ nghe câu này, mà có chỗ “Kim Thị Sáu”. "
        "Anh chị gửi riêng cho người hỏi, hay trả lại để sửa?"
    )
    assert hoa.last.labels == ["Gửi riêng", "Trả lại"]
    assert await drafts(url) == [(NAMED, "draft", 0)]
    await hoa.presses("Gửi riêng")
    assert await drafts(url) == [(NAMED, "approved", 1)]
    assert NAMED in lan.find("trả lời câu TV-0001").text
    await talk.later(days=1)
    assert await ask(url, "SELECT COUNT(*) FROM releases") == [(0,)]


# ── told in person, and in the hall ──────────────────────────────────────────────────────────


async def test_what_was_told_in_person_is_asked_about_before_it_goes_to_the_head(
    talk: Talk, url: str
) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await asks(lan)
    await morning(talk, FRIDAY)
    await minh.presses("Đã trả lời trực tiếp")
    await minh.presses("Chính tôi")
    await minh.presses("Hôm qua")

    await minh.says(PHONE)
    assert minh.last.text == (
        "Cả phường sẽ nghe câu này, mà có chỗ “0987 654 321”. "
        "Anh chị nhắn lại bỏ chỗ đó, hay gửi riêng cho người hỏi?"
    )
    assert await drafts(url) == []
    await minh.presses("Gửi duyệt riêng người hỏi")
    assert await drafts(url) == [(PHONE, "draft", 1)]
    await hoa.presses("Duyệt")

    assert PHONE in lan.find("trả lời câu TV-0001").text


async def test_what_was_said_in_the_hall_is_asked_about_before_its_head_approves_it(
    talk: Talk, url: str
) -> None:
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    thu = await official(talk, "thu", Role.CLERK, "2")
    lan = await resident(talk, "lan")
    number = await asks(lan)
    await to_the_hall(talk, thu)
    await answered_orally(thu, number, PHONE)
    await thu.presses("Kết thúc buổi")
    await thu.presses("Kết thúc luôn")
    await talk.tick()
    assert await drafts(url) == [(PHONE, "draft", 0)]

    await hoa.presses("Duyệt")

    assert "mà có chỗ “0987 654 321”" in hoa.last.text
    assert await drafts(url) == [(PHONE, "draft", 0)]
