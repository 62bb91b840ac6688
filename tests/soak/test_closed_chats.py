"""Chats that are closed, and messages that no chat takes: given up with a reason, and once.

``make test`` meets twenty of each kind, ``make soak`` a thousand.
"""

from collections import Counter
from collections.abc import AsyncIterator

import pytest

from storage import addresses
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.soak.post_office import FAST, PostOffice, post_office

MANY = pytest.mark.parametrize(
    "many",
    [
        pytest.param(20, id="20"),
        pytest.param(1000, id="1,000", marks=pytest.mark.soak),
    ],
)

#: What waits in each chat.
MESSAGES = 3


@pytest.fixture
async def office(database: Database, clock: ManualClock) -> AsyncIterator[PostOffice]:
    async with post_office(database, clock, FAST) as office:
        yield office


async def says(office: PostOffice) -> None:
    """Three messages into every chat, and an hour for all that they cause."""
    for _ in range(MESSAGES):
        await office.put(office.chats, "tin")
    for _ in range(6):
        await office.run_for(1)
        await office.clock.move(minutes=10)
    await office.settle()


def tries(office: PostOffice) -> Counter[int]:
    """How many messages were tried in each chat."""
    sends = [one for one in office.double.calls if one.method == "sendMessage"]
    return Counter(int(one.fields["chat_id"]) for one in sends)


async def reasons(office: PostOffice) -> Counter[str]:
    """Why messages were given up: what ``langnghe doctor`` shows."""
    return Counter(one.why for one in await office.failed())


@MANY
@pytest.mark.parametrize("how", ["blocks", "leaves_telegram"])
async def test_people_who_blocked_the_bot_or_left_are_tried_once_and_left_alone(
    office: PostOffice, many: int, how: str
) -> None:
    people = office.people(many)
    for person in people:
        await getattr(person, how)()

    await says(office)

    words = {"blocks": "bot was blocked by the user", "leaves_telegram": "user is deactivated"}
    assert tries(office) == dict.fromkeys([one.id for one in people], 1)
    assert await reasons(office) == {f"Forbidden: {words[how]}": many * MESSAGES}
    assert await office.waiting() == []


@MANY
async def test_groups_that_threw_the_bot_out_are_tried_once_and_left_alone(
    office: PostOffice, many: int
) -> None:
    groups = await office.groups(many)
    for group in groups:
        await group.removes_bot()

    await says(office)

    async with office.works.look() as work:
        places = [await addresses.get(work.tx, f"telegram:{one.id}") for one in groups]
    assert set(tries(office).values()) == {1}
    assert (await reasons(office)).total() == many * MESSAGES
    assert all(place and place.is_closed for place in places)


@MANY
async def test_groups_that_moved_are_followed_and_hear_everything_once(
    office: PostOffice, many: int
) -> None:
    groups = await office.groups(many)
    before = [one.id for one in groups]
    for _ in range(MESSAGES):
        await office.put(office.chats, "tin")
    for group in groups:
        await group.becomes_supergroup()

    await office.run_for(1 + many // 50)

    assert [one.heard for one in groups] == [["tin 0", "tin 1", "tin 2"]] * many
    assert [tries(office)[one] for one in before] == [1] * many
    assert await office.failed() == []


@MANY
@pytest.mark.parametrize("kind", ["too long", "bad markup"])
async def test_a_message_that_no_chat_takes_is_given_up_and_the_next_ones_go(
    office: PostOffice, many: int, kind: str
) -> None:
    people = office.people(many)
    if kind == "too long":
        await office.put(people, "dài " * 1100)
    else:
        words = "Bad Request: can't parse entities: unsupported start tag"
        office.double.answers("sendMessage", times=many, status=400, description=words)
        await office.put(people, "<b")

    await office.settle()
    await says(office)

    assert [len(one.heard) for one in people] == [MESSAGES] * many
    assert tries(office) == dict.fromkeys([one.id for one in people], MESSAGES + 1)
    assert (await reasons(office)).total() == many
    assert await office.waiting() == []
    office.double.violations.clear()  # here Telegram was to refuse it
