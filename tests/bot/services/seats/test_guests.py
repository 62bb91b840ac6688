"""Somebody else comes for a household: named, taken back, gone with a seat that was given up."""

import pytest

from bot.domain.households import Household
from bot.domain.seats import Move, State
from bot.services.seats import offers
from storage import seats
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.moving import tell
from tests.doubles.signed_off import SignedOff, signed_off


@pytest.fixture
async def session(database: Database, clock: ManualClock, url: str) -> SignedOff:
    """Every household has a chat."""
    return await signed_off(database, clock, url)


async def test_somebody_else_comes_and_the_seat_stays_the_household_s(session: SignedOff) -> None:
    home, who = session.homes[0], session.speakers[session.homes[0].id]
    seat = await session.seat(home)

    await session.do(lambda work: offers.send_guest(work, who, seat.id, " Thạch  Ren "))

    after = await session.seat(home)
    assert (after.state, after.household, after.guest) == (State.ACCEPTED, home.id, "Thạch Ren")


async def _sends(session: SignedOff, home: Household) -> None:
    seat, who = await session.seat(home), session.speakers[home.id]
    await session.do(lambda work: offers.send_guest(work, who, seat.id, "Thạch Ren"))


async def test_who_comes_after_all_is_the_one_who_comes_and_that_is_written_down(
    session: SignedOff,
) -> None:
    home = session.homes[0]
    await _sends(session, home)

    await session.accept(home)
    await session.accept(home)

    after = await session.seat(home)
    assert (after.state, after.guest) == (State.ACCEPTED, "")
    async with session.works.look() as work:
        moves = [one.move for one in await seats.history(work.tx, after.id)]
    assert moves == [Move.PLAN, Move.OFFER, Move.ACCEPT, Move.GUEST, Move.GUEST]


async def test_who_had_been_sent_does_not_come_back_with_a_seat_that_was_given_up(
    session: SignedOff,
) -> None:
    home = session.homes[0]
    await _sends(session, home)

    await session.decline(home)
    assert (await session.seat(home)).guest == ""
    for waiting in await session.standing(State.WAITING):
        await session.decline(waiting)
    for offered in (await session.standing(State.OFFERED))[-1:]:
        await session.decline(offered)
    await session.accept(home)

    after = await session.seat(home)
    assert (after.state, after.guest) == (State.ACCEPTED, "")


async def test_a_name_that_an_older_no_had_left_goes_with_the_next_answer(
    session: SignedOff,
) -> None:
    """Until names went with a no, they stood beside it."""
    home = session.homes[0]
    await session.decline(home)
    seat = await session.seat(home)
    await tell(session.url, "UPDATE seats SET guest = $1 WHERE id = $2", [("Thạch Ren", seat.id)])

    await session.accept(home)

    after = await session.seat(home)
    assert (after.state, after.guest) == (State.WAITING, "")
