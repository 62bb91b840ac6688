"""*Xem tiếp*: the next page of a queue, whatever has become of the last one meanwhile."""

from bot.domain.messages import Happened
from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, LOAN, asks, official, resident


async def opened(talk: Talk, many: int) -> Person:
    """An officer who looks at the first page of so many questions."""
    lan = await resident(talk, "lan")
    for alley in range(1, many + 1):
        await asks(lan, f"{LOAN} Hẻm {alley}")
        await talk.clock.move(minutes=1)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await tam.presses("Hàng đợi")
    return tam


def numbers(cards: list[str]) -> list[str]:
    return [card[:7] for card in cards]


async def test_who_takes_the_last_card_of_a_page_still_sees_all_that_wait_below(
    talk: Talk,
) -> None:
    tam = await opened(talk, 8)
    await tam.presses("Nhận")  # the fifth, the last one shown
    tam.news()

    await tam.presses("Xem tiếp")

    assert numbers(tam.news()) == ["TV-0006", "TV-0007", "TV-0008", "TV-0005"]


async def test_a_last_card_that_moved_on_to_another_office_still_marks_the_place(
    talk: Talk,
) -> None:
    tam = await opened(talk, 8)
    await tam.presses("Chuyển cơ quan")
    await tam.presses("Bảo hiểm xã hội")
    await tam.presses("Không cần lý do")
    tam.news()

    await tam.presses("Xem tiếp")

    assert numbers(tam.news()) == ["TV-0006", "TV-0007", "TV-0008"]


async def test_where_nothing_is_left_below_it_says_so_and_leads_back(talk: Talk) -> None:
    tam = await opened(talk, 6)
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await minh.says("TV-0006")
    await minh.presses("Chuyển cơ quan")
    await minh.presses("Bảo hiểm xã hội")
    await minh.presses("Không cần lý do")
    tam.news()

    await tam.presses("Xem tiếp")

    assert tam.news() == ["Phía sau không còn câu nào nữa. Anh chị bấm Hàng đợi để xem lại từ đầu."]
    await tam.presses("Hàng đợi")
    assert numbers(tam.news())[1:] == [f"TV-000{n}" for n in range(1, 6)]


async def test_a_button_from_before_it_marked_the_place_shows_the_queue_from_its_top(
    talk: Talk,
) -> None:
    tam = await opened(talk, 6)
    tam.news()

    await talk.arrive(
        tam.inbound(happened=Happened.PRESSED, press=f"queue:{BANK}/5", press_id="an old one")
    )

    assert numbers(tam.news())[1:-1] == [f"TV-000{n}" for n in range(1, 6)]
