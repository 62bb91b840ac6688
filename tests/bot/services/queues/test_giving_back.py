"""A seat that was given to somebody by mistake goes back to who had it."""

import pytest

from bot.domain.check_ins import Standing
from bot.domain.seats import State
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.door import Door, door


@pytest.fixture
async def hall_door(database: Database, clock: ManualClock, url: str) -> Door:
    return await door(database, clock, url)


async def test_a_walk_in_that_is_taken_back_gives_the_seat_back_to_who_was_not_there(
    hall_door: Door,
) -> None:
    phone = await hall_door.device()
    before = await hall_door.session.states()
    seats = await hall_door.session.taken()
    await hall_door.move_to(hours=-1)

    told = await phone.seats((await hall_door.session.standing(State.WAITING))[0])
    [absent] = await hall_door.session.standing(State.ABSENT)
    await phone.takes_back(told)

    assert (await hall_door.session.seat(absent)).state is State.OFFERED
    assert (await hall_door.session.states(), await hall_door.session.taken()) == (before, seats)
    assert (await phone.checks_in(absent)).standing is Standing.DONE


async def test_who_was_not_there_and_came_on_another_s_seat_lets_that_one_go_back(
    hall_door: Door,
) -> None:
    phone = await hall_door.device()
    await hall_door.move_to(hours=-1)
    told = await phone.seats((await hall_door.session.standing(State.WAITING))[0])
    [late] = await hall_door.session.standing(State.ABSENT)
    await phone.seats(late)
    [other] = await hall_door.session.standing(State.ABSENT)

    await phone.takes_back(told)

    states = [(await hall_door.session.seat(home)).state for home in (late, other)]
    assert states == [State.CAME, State.OFFERED]
    assert sum((await hall_door.session.taken()).values()) == 80
