"""*Để lại hàng đợi*: what somebody had waits again, and does not lie there unseen."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, asks, official, resident
from tests.stories.mornings import WEDNESDAY, morning


async def _held(talk: Talk) -> tuple[Person, Person, Person, Person]:
    """Minh of the bank holds Lan's question; An works there as well, Hoa leads them."""
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    an = await official(talk, "an", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await asks(lan)
    await minh.presses("Nhận")
    return lan, minh, an, hoa


async def _all_have_read(*everybody: Person) -> None:
    for one in everybody:
        one.news()


async def test_what_a_head_takes_from_an_officer_comes_to_the_others_as_new(talk: Talk) -> None:
    """The last rung of the ladder is behind it: nothing else would bring it up."""
    lan, minh, an, hoa = await _held(talk)
    await morning(talk, WEDNESDAY)
    await _all_have_read(lan, minh, an, hoa)

    await hoa.presses("Để lại hàng đợi")

    told, card = minh.news()
    assert told == (
        "Lãnh đạo (Hoa) đã để câu TV-0001 anh chị đang giữ lại hàng đợi, ai nhận cũng được."
    )
    assert card.endswith("⚠️ Đã quá hẹn 17:00 thứ Ba 12/05 · chờ người nhận")
    assert an.news() == [card]
    assert an.last.labels == ["Nhận", "Trả lời", "Chuyển cơ quan"]
    assert lan.news() == []


async def test_what_is_late_and_given_back_comes_to_the_others(talk: Talk) -> None:
    _, minh, an, hoa = await _held(talk)
    await morning(talk, WEDNESDAY)
    await minh.presses("Hàng đợi")
    await _all_have_read(minh, an, hoa)

    await minh.presses("Để lại hàng đợi")

    assert minh.news() == ["Đã để câu TV-0001 lại hàng đợi."]
    assert [one.splitlines()[0] for one in an.news()] == ["TV-0001 · vay vốn · Khóm 3, Phường 7"]


async def test_what_is_given_back_in_time_changes_on_the_cards_that_are_there(talk: Talk) -> None:
    """The rungs that are still to come bring it up with everybody."""
    _, minh, an, _ = await _held(talk)
    await _all_have_read(minh, an)

    await minh.presses("Để lại hàng đợi")

    assert an.news() == []
    assert an.find("TV-0001").labels == ["Nhận", "Trả lời", "Chuyển cơ quan"]
