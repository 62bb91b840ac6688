"""An accusation: its writer says who reads it, hears where else to turn; it is not lost."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import WARD_7, official, resident
from tests.stories.test_sealed import who_read

WORDS = "Phó chủ tịch phường đòi tui đưa phong bì mới ký giấy hộ nghèo, chuyện BÍMẬT"
LABOUR = "ldtbxh"
NUMBERS = (
    "\n\nCô chú muốn nói với nơi khác thì gọi hoặc tới:\n"
    "Ban Tiếp công dân thành phố: 0294 000 0002 (số ví dụ)\n"
    "Thanh tra thành phố: 0294 000 0003 (số ví dụ)"
)
KEPT = (
    "Dạ chuyện này chỉ lãnh đạo UBND phường 7 được đọc, "
    "em không phát loa, không đăng, trả lời xong chỉ báo riêng cho cô chú"
)
WAITS = (
    "🔒 UBND phường 7 có việc chỉ lãnh đạo được xem, mà chưa lãnh đạo nào nhận. "
    "Anh chị gọi nhắc lãnh đạo ở đó giúp em."
)
CARD = "🔒 Tố cáo, chỉ lãnh đạo xem · TV-0001"


async def accuses(talk: Talk) -> Person:
    """Somebody accuses, and lets it go where it was suggested: to their ward."""
    lan = await resident(talk, "lan")
    await lan.says(WORDS)
    await lan.presses("Đúng rồi, gửi đi")
    return lan


def cards(person: Person) -> int:
    return sum(text.startswith(CARD) for text in person.news())


def of_sealed(person: Person) -> list[str]:
    """What was heard of something sealed since the last look."""
    return [text for text in person.news() if text.startswith("🔒")]


# ── who reads it ─────────────────────────────────────────────────────────────────────────────


async def test_who_accuses_reads_who_will_read_it_before_it_is_sent(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says(WORDS)

    assert lan.last.text.partition("\n\n")[2] == (
        "Dạ chuyện này em chỉ đưa lãnh đạo UBND phường 7 đọc; "
        "nói về chính lãnh đạo ở đó thì cô chú bấm Cơ quan khác. "
        "Được thì cô chú bấm Đúng rồi, gửi đi; không bấm thì nửa tiếng nữa em gửi giùm."
    )


async def test_sent_to_another_office_it_is_never_read_by_the_head_whom_it_is_about(
    talk: Talk,
) -> None:
    accused = await official(talk, "sơn", Role.HEAD, WARD_7)
    other = await official(talk, "mai", Role.HEAD, LABOUR)
    lan = await resident(talk, "lan")

    await lan.says(WORDS)
    await lan.presses("Cơ quan khác")
    await lan.presses("Phòng Lao động")
    await talk.later(days=20)
    await accused.says("/hangdoi")

    assert who_read(talk, "BÍMẬT") == {"lan", other.chat}
    assert who_read(talk, "TV-0001") == {"lan", other.chat}


@pytest.mark.parametrize(
    ("head", "organiser", "told"),
    [
        (True, True, "."),
        (
            False,
            True,
            "; giờ em chưa nhắn được cho ai ở đó nên đã nhờ ban tổ chức mời vào.",
        ),
        (False, False, "; mà giờ em chưa nhắn được cho ai ở đó."),
    ],
)
async def test_the_receipt_says_who_was_told_and_where_else_to_turn(
    talk: Talk, head: bool, organiser: bool, told: str
) -> None:
    if head:
        await official(talk, "sơn", Role.HEAD, WARD_7)
    if organiser:
        await official(talk, "tổ", Role.ORGANISER)

    lan = await accuses(talk)

    assert lan.last.text == KEPT + told + NUMBERS


async def test_one_that_was_sent_without_a_press_gets_the_same_receipt(talk: Talk) -> None:
    await official(talk, "sơn", Role.HEAD, WARD_7)
    lan = await resident(talk, "lan")
    await lan.says(WORDS)

    await talk.later(minutes=31)

    assert lan.last.text == f"{KEPT}.{NUMBERS}"


# ── who is told, and again ───────────────────────────────────────────────────────────────────


async def test_a_head_hears_of_it_at_once_by_day_and_in_the_morning_of_one_at_night(
    talk: Talk,
) -> None:
    head = await official(talk, "sơn", Role.HEAD, WARD_7)
    await accuses(talk)
    assert cards(head) == 1

    await talk.clock.move(hours=13)  # 23:00
    lan = await resident(talk, "tèo")
    await lan.says(WORDS)
    await lan.presses("Đúng rồi, gửi đi")

    assert not any("TV-0002" in text for text in head.news())
    await talk.later(hours=7)
    assert any("TV-0002" in text for text in head.news())


async def test_where_no_head_wants_messages_the_organisers_hear_that_and_no_more(
    talk: Talk,
) -> None:
    head = await official(talk, "sơn", Role.HEAD, WARD_7)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await head.says("/ngung")
    head.news()

    await accuses(talk)

    assert head.news() == []
    assert organiser.news() == [
        "🔒 UBND phường 7 có việc chỉ lãnh đạo được xem, mà em không nhắn được cho lãnh đạo nào. "
        "Anh chị gọi hoặc mời lãnh đạo vào giúp em."
    ]


async def test_while_no_head_takes_it_three_mornings_bring_it_up(talk: Talk) -> None:
    """Wednesday 10:00; Thursday and Friday are days off. Monday, Wednesday, Friday."""
    head = await official(talk, "sơn", Role.HEAD, WARD_7)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await accuses(talk)
    head.news()

    told: dict[int, list[str]] = {}
    for day in range(1, 9):
        await talk.later(days=1)
        found = of_sealed(organiser)
        told |= {day: found} if found else {}
        assert bool(cards(head)) == bool(found)

    assert told == {5: [WAITS], 7: [WAITS]}
    assert who_read(talk, "TV-0001") == {"lan", head.chat}


async def test_once_a_head_has_taken_it_nobody_is_reminded(talk: Talk) -> None:
    head = await official(talk, "sơn", Role.HEAD, WARD_7)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await accuses(talk)
    await head.presses("Nhận")

    await talk.later(days=7)

    assert of_sealed(organiser) == []


async def test_one_that_is_given_back_reaches_the_other_heads_at_once(talk: Talk) -> None:
    head = await official(talk, "sơn", Role.HEAD, WARD_7)
    other = await official(talk, "mai", Role.HEAD, WARD_7)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await accuses(talk)
    await head.presses("Nhận")
    other.news()

    await head.presses("Để lại hàng đợi")
    await talk.tick()

    assert cards(other) == 1
    assert of_sealed(organiser) == []


async def test_organisers_hear_that_it_is_late_and_neither_its_number_nor_a_word(
    talk: Talk,
) -> None:
    head = await official(talk, "sơn", Role.HEAD, WARD_7)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    lan = await accuses(talk)
    await head.presses("Nhận")

    await talk.later(days=16)

    (told,) = of_sealed(organiser)
    assert told.startswith("🔒 UBND phường 7 có việc chỉ lãnh đạo được xem, hẹn ")
    assert told.endswith(
        "mà tới giờ chưa trả lời. Em đã nhắc lãnh đạo ở đó rồi, anh chị hỏi thêm một tiếng giúp em."
    )
    assert who_read(talk, "TV-0001") == {lan.chat, head.chat}


async def test_many_that_are_late_are_counted_for_organisers_without_their_numbers(
    talk: Talk,
) -> None:
    await official(talk, "sơn", Role.HEAD, WARD_7)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    lan = await resident(talk, "lan")
    for _ in range(4):
        await lan.says(WORDS)
        await lan.presses("Đúng rồi, gửi đi")

    await talk.later(days=16)

    assert organiser.find("4 câu cần lo").text.count("🔒 · UBND phường 7") == 4
    assert organiser.chat not in who_read(talk, "TV-000")
