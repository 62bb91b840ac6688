"""An update that nobody can read, or that breaks what works on it, stops nobody else."""

import asyncio
import random
from collections.abc import MutableMapping

import pytest

from bot.domain.people import Role
from tests.doubles.moving import tell
from tests.doubles.telegram import TelegramDouble, User
from tests.doubles.telegram_poison import mutated
from tests.stories.telegram.town import Town, shown

#: How many updates come in one batch, the poison among them.
_BATCH = 10

#: A second, and twice as much again for a machine that is busy with other tests.
_SECOND = 3.0


@pytest.mark.parametrize("place", [0, 4, _BATCH - 1])
async def test_an_unreadable_update_stops_none_of_the_nine_beside_it(
    double: TelegramDouble, town: Town, place: int
) -> None:
    chi = await town.official("Chị Tư", Role.ORGANISER)
    people = [double.user(f"Cô {number}", started=True) for number in range(_BATCH - 1)]
    lan = double.user("Lan", started=True)
    await town.settles()
    await town.stops()

    await arrive(people[:place])
    unreadable = {"message_id": 1, "chat": lan.room.chat, "date": "hôm qua", "text": "Cứu với"}
    double.injects({"message": unreadable})
    await arrive(people[place:])
    await town.starts()

    await all_are_answered_within_a_second(people)
    await chi.presses("Chờ xếp")
    await chi.hears("tin không đọc được")


@pytest.mark.parametrize("place", [0, 4, _BATCH - 1])
async def test_an_update_that_breaks_its_handler_stops_none_of_the_nine_beside_it(
    double: TelegramDouble,
    town: Town,
    url: str,
    place: int,
    journal: list[MutableMapping[str, object]],
) -> None:
    chi = await town.official("Chị Tư", Role.ORGANISER)
    people = [double.user(f"Cô {number}", started=True) for number in range(_BATCH - 1)]
    lan = await with_a_broken_draft(town, url)
    await town.stops()

    await arrive(people[:place])
    press_with(double, lan, "send:1")
    await arrive(people[place:])
    await town.starts()

    await all_are_answered_within_a_second(people)
    await lan.hears("bị trục trặc")
    await lan.says("/cauhoi")
    await lan.hears("chưa gửi câu hỏi nào")
    await chi.presses("Chờ xếp")
    await chi.hears("tin làm em trục trặc")
    journal.clear()


async def test_a_press_that_breaks_its_handler_does_not_leave_the_button_waiting(
    double: TelegramDouble, town: Town, url: str, journal: list[MutableMapping[str, object]]
) -> None:
    lan = await with_a_broken_draft(town, url)
    press_with(double, lan, "send:1")
    await town.settles()
    journal.clear()

    await double.presses_answered(within=0.1)


async def test_poison_comes_into_the_pen_once_although_telegram_sends_it_again(
    double: TelegramDouble, town: Town
) -> None:
    chi = await town.official("Chị Tư", Role.ORGANISER)
    await town.settles()
    double.redelivers(3)
    double.injects({"message": {"text": "Cứu với"}})
    double.injects(b'{"update_id":%d,"callback_query":{"data":7}}')
    await town.settles()
    await town.restarts()
    await town.settles()

    await chi.presses("Chờ xếp")
    await chi.hears("tin không đọc được")
    await town.settles()

    assert len([words for words in chi.heard if "tin không đọc được" in words]) == 2


@pytest.mark.parametrize(
    "many",
    [pytest.param(50, id="50"), pytest.param(500, id="500", marks=pytest.mark.soak)],
)
async def test_poison_of_every_kind_stops_nobody(
    double: TelegramDouble,
    town: Town,
    many: int,
    journal: list[MutableMapping[str, object]],
) -> None:
    """Nine people write around each of them; what can be read of it is answered, or kept."""
    people = [double.user(f"Cô {number}", started=True) for number in range(_BATCH - 1)]
    dice = random.Random(many)

    for _ in range(many):
        poison = mutated(dice)
        poison.pop("update_id", None)
        double.injects(poison)
        for person in people:
            await person.says("/cauhoi")
        await town.settles()
    journal.clear()

    assert [len(person.heard) for person in people] == [many] * len(people)


async def test_the_organiser_settles_what_was_kept(double: TelegramDouble, town: Town) -> None:
    chi = await town.official("Chị Tư", Role.ORGANISER)
    double.injects({"message": {"text": "Cứu với"}})
    await town.settles()

    await chi.presses("Chờ xếp")
    await chi.hears("tin không đọc được")
    await chi.presses("Đã xem xong")
    await town.settles()
    await chi.presses("Chờ xếp")

    await chi.hears("Chờ xếp đang trống")


async def arrive(people: list[User]) -> None:
    for person in people:
        await person.says("/start")


async def all_are_answered_within_a_second(people: list[User]) -> None:
    await asyncio.gather(*(person.hears("đồng ý không", within=_SECOND) for person in people))


async def with_a_broken_draft(town: Town, url: str) -> User:
    """Somebody whose draft was damaged behind our back: sending it breaks."""
    lan = await town.resident()
    await lan.says("Tôi muốn vay vốn nuôi bò thì làm thủ tục ở đâu?")
    await lan.hears("Đúng cơ quan chưa")
    await town.settles()
    await tell(url, "UPDATE drafts SET payload = '{'")
    return lan


def press_with(double: TelegramDouble, person: User, data: str) -> None:
    """A press of a button with this behind it."""
    bubble = shown(person, "")
    assert bubble is not None
    query = {
        "id": str(double.next_id()),
        "from": person.profile,
        "message": person.room.message(bubble),
        "chat_instance": "1",
        "data": data,
    }
    double.pressed(query)
