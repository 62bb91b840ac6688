"""In the hall: check-in, walk-ins, and a session played through to exactly eighty who came."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.errors import Refused
from bot.domain.households import Household, HouseholdFacts
from bot.domain.people import Role
from bot.domain.seats import State
from bot.services.hall import hall
from bot.services.seats import offers
from storage import households
from storage.database import Database
from tests.doubles import roster
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.signed_off import SignedOff, signed_off


@pytest.fixture
async def session(database: Database, clock: ManualClock, url: str) -> SignedOff:
    """Everybody is invited on paper, so every seat is held until somebody says otherwise."""
    return await signed_off(database, clock, url, chats=0)


async def _to_the_door(session: SignedOff, **before: float) -> None:
    """Time passes until so long before the start."""
    start = session.works.programme.sessions[0].starts_at
    await session.clock.move_to(start - timedelta(**before))
    await session.tick()


async def _check_in(session: SignedOff, home: Household) -> None:
    await session.do(lambda work: hall.check_in(work, session.clerk, 1, home.id))


async def _walk_in(session: SignedOff, home: Household) -> str:
    """What a household without a seat hears: ``came``, or why not."""
    try:
        await session.do(lambda work: hall.walk_in(work, session.clerk, 1, home.id))
    except Refused as refused:
        return refused.key
    return (await session.seat(home)).state.value


async def _stranger(session: SignedOff, category: str = "Hộ nghèo") -> Household:
    """A household that is on no list."""
    async with session.works.begin() as work:
        home = Household(id=0, name="Lâm Văn Sóc", ward="p1")
        return await households.make(work.tx, home, HouseholdFacts(category=category), work.now)


async def test_a_household_is_checked_in_once_at_the_time_of_the_device(session: SignedOff) -> None:
    await _to_the_door(session, minutes=30)
    home = (await session.standing(State.OFFERED))[0]
    at = session.clock.now() - timedelta(minutes=9)

    for moment in (at, session.clock.now()):
        async with session.works.begin() as work:
            await hall.check_in(work, session.clerk, 1, home.id, moment)

    [(came_at, came_by)] = await ask(
        session.url, "SELECT came_at, came_by FROM seats WHERE state = 'came'"
    )
    assert (came_at, came_by) == (int(at.timestamp() * 1000), session.clerk.id)


async def test_forty_devices_check_one_household_in_and_it_came_once(session: SignedOff) -> None:
    await _to_the_door(session, minutes=30)
    home = (await session.standing(State.OFFERED))[0]

    await asyncio.gather(*(_check_in(session, home) for _ in range(40)))

    assert await ask(session.url, "SELECT COUNT(*) FROM seat_moves WHERE move = 'come'") == [(1,)]


async def test_a_household_without_a_seat_is_not_simply_checked_in(session: SignedOff) -> None:
    await _to_the_door(session, minutes=30)
    home = (await session.standing(State.WAITING))[0]

    with pytest.raises(Refused) as refused:
        await _check_in(session, home)

    assert refused.value.key == "no-seat-yet"


async def test_a_walk_in_with_a_seat_is_checked_in(session: SignedOff) -> None:
    await _to_the_door(session, minutes=30)

    assert await _walk_in(session, (await session.standing(State.OFFERED))[0]) == "came"


async def test_where_every_seat_is_held_a_walk_in_is_asked_to_wait(session: SignedOff) -> None:
    await _to_the_door(session, minutes=30)
    waits = (await session.standing(State.WAITING))[0]

    assert await _walk_in(session, waits) == "door-full"


async def test_who_lapsed_or_waits_sits_before_the_start_and_a_stranger_after_it(
    session: SignedOff,
) -> None:
    await _to_the_door(session, minutes=30)
    for home in (await session.standing(State.OFFERED, "ngheo"))[:2]:
        await _says_no(session, home)
    first, second = await _stranger(session), await _stranger(session)

    assert await _walk_in(session, first) == "door-later"
    assert await _walk_in(session, (await session.standing(State.DECLINED))[0]) == "came"
    await _to_the_door(session, minutes=-1)
    assert await _walk_in(session, first) == "came"
    assert await _walk_in(session, second) == "door-full"


async def _says_no(session: SignedOff, home: Household) -> None:
    """The household has told the organiser that it does not come."""
    seat = await session.seat(home)
    await session.do(lambda work: offers.comes_not(work, seat, session.organiser.id))


async def test_a_while_after_the_start_the_seat_of_who_has_not_come_is_given_away(
    session: SignedOff,
) -> None:
    await _to_the_door(session, minutes=-29)
    stranger = await _stranger(session)
    assert await _walk_in(session, stranger) == "door-full"

    await _to_the_door(session, minutes=-30)

    assert await _walk_in(session, stranger) == "came"
    states = await session.states()
    assert (states["absent"], states["came"], sum((await session.taken()).values())) == (1, 1, 80)


async def test_a_stranger_whose_category_nobody_knows_has_no_group_to_sit_in(
    session: SignedOff,
) -> None:
    await _to_the_door(session, minutes=-30)

    assert await _walk_in(session, await _stranger(session, "")) == "category-unknown"


async def test_only_the_session_s_clerk_and_organisers_check_in(session: SignedOff) -> None:
    async with session.works.begin() as work:
        other = await roster.official(work, "khác", Role.CLERK, "2")
        with pytest.raises(Refused) as refused:
            await hall.check_in(work, other, 1, session.homes[0].id)

    assert refused.value.key == "not-for-you"


async def _answers_come_in(session: SignedOff) -> None:
    """A third of those with a chat decline, half of the others accept; two weeks go by."""
    reached = [one for one in await session.standing(State.OFFERED) if one.id in session.speakers]
    for home in reached[::3]:
        await session.decline(home)
    for home in reached[1::3]:
        await session.accept(home)
    for _ in range(13):
        await session.later(days=1)
        assert sum((await session.taken()).values()) <= 80


async def test_a_session_is_played_through_to_exactly_eighty_who_came(
    database: Database, clock: ManualClock, url: str
) -> None:
    """Some decline, some never answer, some do not come; walk-ins take what is left."""
    session = await signed_off(database, clock, url, chats=55)
    await _answers_come_in(session)
    states = await session.states()
    assert min(states["declined"], states["lapsed"], states["accepted"]) > 0
    await _to_the_door(session, minutes=30)
    coming = [home for home in session.homes if home.id % 5]
    expected = {*await session.standing(State.OFFERED), *await session.standing(State.ACCEPTED)}
    for home in coming:
        if home in expected:
            await _check_in(session, home)
    await _to_the_door(session, minutes=-40)

    strangers = [await _stranger(session) for _ in range(30)]
    heard = [await _walk_in(session, home) for home in [*coming, *strangers]]

    assert (await session.states())["came"] == 80
    assert sum((await session.taken()).values()) == 80
    assert heard[-1] == "door-full"
