"""An update that nobody can read, or that breaks what works on it, stops nobody else."""

import asyncio
import random
from collections.abc import MutableMapping, Sequence

import orjson
import pytest

from bot.domain.people import Role
from bot.scheduler import Tick, perform
from bot.services.queues import pen
from bot.understanding.masking import mask
from tests.doubles.moving import tell
from tests.doubles.postgres import ask
from tests.doubles.telegram import TelegramDouble, User
from tests.doubles.telegram_poison import mutated
from tests.stories.telegram.town import Town, shown

#: How many updates come in one batch, the poison among them.
_BATCH = 10

#: A second, and twice as much again for a machine that is busy with other tests.
_SECOND = 3.0

#: What stands in a draft that was damaged behind our back.
BROKEN_DRAFT = "{vay vốn"


@pytest.mark.parametrize("place", [0, 4, _BATCH - 1])
async def test_an_unreadable_update_stops_none_of_the_nine_beside_it_and_is_kept_as_it_came(
    double: TelegramDouble, town: Town, url: str, place: int
) -> None:
    chi = await town.official("Chị Tư", Role.ORGANISER)
    people = [double.user(f"Cô {number}", started=True) for number in range(_BATCH - 1)]
    lan = double.user("Lan", started=True)
    await town.settles()
    await town.stops()

    await write("/start", people[:place])
    unreadable = {"message_id": 1, "chat": lan.room.chat, "date": "hôm qua", "text": "Cứu với"}
    number = double.injects({"message": unreadable})
    await write("/start", people[place:])
    await town.starts()

    await all_are_answered_within_a_second(people)
    await double.acknowledged()
    assert await kept(url, "unreadable") == [
        masked(orjson.dumps({"update_id": number, "message": unreadable}))
    ]
    await a_minute_passes(town)
    await chi.hears("có tin em không đọc được")
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

    await write("/start", people[:place])
    press_with(double, lan, "send:1")
    await write("/start", people[place:])
    await town.starts()

    await all_are_answered_within_a_second(people)
    await lan.hears("bị trục trặc")
    await lan.says("/lich")
    await lan.hears("Buổi đối thoại 1:")
    assert len([words for words in lan.heard if "bị trục trặc" in words]) == 1
    assert [orjson.loads(one)["press"] for one in await kept(url, "broken")] == ["send:1"]
    await a_minute_passes(town)
    await chi.hears("hoặc tin làm em trục trặc")
    await chi.presses("Chờ xếp")
    await chi.hears("tin làm em trục trặc")
    [broken] = alarms(journal)
    assert broken["event"] == "turn_broken"
    assert BROKEN_DRAFT not in str(broken), "what they wrote is in no log"
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
async def test_poison_of_every_kind_stops_nobody_and_is_kept_as_it_came(
    double: TelegramDouble,
    town: Town,
    url: str,
    many: int,
    journal: list[MutableMapping[str, object]],
) -> None:
    """Nine people write around each of them, anywhere; what cannot be read of it is kept whole."""
    chi = await town.official("Chị Tư", Role.ORGANISER)
    people = [double.user(f"Cô {number}", started=True) for number in range(_BATCH - 1)]
    dice = random.Random(many)
    sent: dict[int, bytes] = {}

    for _ in range(many):
        poison = mutated(dice)
        poison.pop("update_id", None)
        place = dice.randrange(_BATCH)
        await write("/cauhoi", people[:place])
        number = double.injects(poison)
        sent[number] = orjson.dumps({"update_id": number, **poison})
        await write("/cauhoi", people[place:])
        await town.settles()
    await a_minute_passes(town)

    assert [len(person.heard) for person in people] == [many] * len(people)
    unreadable = await unread(url)
    assert len(unreadable) > many / 10, "some of them were poison"
    assert await kept(url, "unreadable") == sorted(masked(sent[one]) for one in unreadable)
    assert await kept(url, "broken") == []
    assert alarms(journal) == []
    assert len([words for words in chi.heard if "không đọc được" in words]) == 1


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


async def write(words: str, people: Sequence[User]) -> None:
    for person in people:
        await person.says(words)


async def a_minute_passes(town: Town) -> None:
    """The organisers are told of what is kept."""
    for _ in range(2):  # however often one looks
        await perform(town.app.works, Tick(60, pen.tell_waiting))
    await town.settles()


async def unread(url: str) -> list[int]:
    """The numbers of the updates that nobody could read."""
    rows = await ask(url, "SELECT external_id FROM inbox WHERE state = 'failed'")
    return [int(number) for (number,) in rows]


async def kept(url: str, kind: str) -> list[bytes]:
    """What waits in the holding pen of this kind, as it came."""
    rows = await ask(url, f"SELECT raw, payload FROM holding WHERE kind = '{kind}'")
    return sorted(bytes(raw) if raw is not None else payload.encode() for raw, payload in rows)


def masked(raw: bytes) -> bytes:
    """As it came, but for long numbers, which nobody may keep."""
    return mask(raw.decode()).text.encode()


def alarms(journal: Sequence[MutableMapping[str, object]]) -> list[MutableMapping[str, object]]:
    return [entry for entry in journal if entry["log_level"] == "error"]


async def all_are_answered_within_a_second(people: list[User]) -> None:
    await asyncio.gather(*(person.hears("đồng ý không", within=_SECOND) for person in people))


async def with_a_broken_draft(town: Town, url: str) -> User:
    """Somebody whose draft was damaged behind our back: sending it breaks."""
    lan = await town.resident()
    await lan.says("Tôi muốn vay vốn nuôi bò thì làm thủ tục ở đâu?")
    await lan.hears("Được thì cô chú bấm Đúng rồi, gửi đi")
    await town.settles()
    await tell(url, f"UPDATE drafts SET payload = '{BROKEN_DRAFT}'")
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
