"""The clerk's link and key: once, for one session, for as long as the role is held."""

from datetime import timedelta

import pytest

from bot.domain.errors import Refused
from bot.services.hall import door_keys
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.door import Door, door
from tests.doubles.postgres import ask


@pytest.fixture
async def hall_door(database: Database, clock: ManualClock, url: str) -> Door:
    return await door(database, clock, url)


async def _link(made: Door) -> str:
    async with made.session.works.begin() as work:
        url = await door_keys.link(work, made.session.clerk, 1)
    return url.rpartition("/")[2]


async def _open(made: Door, code: str) -> str:
    async with made.session.works.begin() as work:
        return (await door_keys.open_door(work, code))[0]


async def _refused(made: Door, key: str, number: int = 1) -> str:
    try:
        async with made.session.works.look() as work:
            await door_keys.clerk(work, key, number)
    except Refused as refused:
        return refused.key
    return ""


async def test_a_link_is_looked_at_often_and_opens_once(hall_door: Door) -> None:
    code = await _link(hall_door)
    for _ in range(3):
        async with hall_door.session.works.look() as work:
            assert (await door_keys.look(work, code)).number == 1

    assert await _refused(hall_door, await _open(hall_door, code)) == ""
    with pytest.raises(Refused) as refused:
        await _open(hall_door, code)
    assert refused.value.key == "door-link-old"


async def test_a_link_waits_ten_minutes(hall_door: Door) -> None:
    code = await _link(hall_door)
    await hall_door.session.clock.move(minutes=10)

    with pytest.raises(Refused) as refused:
        await _open(hall_door, code)

    assert refused.value.key == "door-link-old"


async def test_a_key_opens_one_session_for_half_a_day_after_it_at_most(hall_door: Door) -> None:
    session = hall_door.session.works.programme.sessions[0]
    key = await _open(hall_door, await _link(hall_door))
    assert [await _refused(hall_door, key, number) for number in (1, 2)] == ["", "door-closed"]

    await hall_door.session.clock.move_to(session.ends_at + timedelta(hours=12))

    assert await _refused(hall_door, key) == "door-closed"


async def test_a_key_ends_with_the_role_and_at_signing_out(hall_door: Door) -> None:
    first, second = [await _open(hall_door, await _link(hall_door)) for _ in range(2)]
    async with hall_door.session.works.begin() as work:
        await door_keys.sign_out(work, await door_keys.clerk(work, first))
    assert [await _refused(hall_door, key) for key in (first, second)] == ["door-closed", ""]

    await hall_door.dismiss(hall_door.session.clerk)

    assert await _refused(hall_door, second) == "door-closed"


async def test_neither_link_nor_key_is_kept_as_it_is(hall_door: Door) -> None:
    code = await _link(hall_door)
    key = await _open(hall_door, code)

    [row] = await ask(hall_door.session.url, "SELECT link_hash, key_hash FROM door_keys")

    assert not {code, key} & set(row)
