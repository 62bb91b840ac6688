"""Codes of households for their seats: made for paper, and recognised when they come back."""

import secrets

from bot.domain import seat_codes
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.seat_codes import SeatCode, read_code
from bot.domain.seats import Seat, State
from bot.work import Work
from storage import households, seals, seats

#: The name of the secret behind all codes, which moves and is backed up with the database.
SEAL = "seat codes"

#: Nobody has been invited by paper yet.
_UNSENT = frozenset({State.LISTED, State.PLANNED})


async def secret(work: Work) -> bytes:
    """What codes are made with; made when it is first needed."""
    return await seals.get(work.tx, SEAL) or await seals.keep(
        work.tx, SEAL, secrets.token_bytes(32), work.now
    )


async def code_of(work: Work, seat: Seat) -> SeatCode:
    """The code to print for a seat."""
    return seat_codes.code_for(seat.id, seat.household, await secret(work))


async def seat_of(work: Work, code: SeatCode) -> Seat:
    """The seat whose code this is. Raises Refused for any other, without saying what is wrong.

    A household that is erased, or was never invited, has no code. One whose seat went on to
    somebody else has: its paper says so, and gives it no seat.
    """
    known = await seals.get(work.tx, SEAL)
    seat = await seats.get(work.tx, code.seat)
    if known is None or seat is None or seat.state in _UNSENT:
        raise Refused("code-unknown")
    if not seat_codes.is_same(code, seat_codes.code_for(seat.id, seat.household, known)):
        raise Refused("code-unknown")
    if await households.get(work.tx, seat.household) is None:
        raise Refused("code-unknown")
    return seat


async def seat_named(work: Work, person: Person, typed: str) -> Seat | None:
    """The seat whose code somebody sent in a chat; None if it is not one of our codes.

    Raises Refused for who has tried too often for this seat.
    """
    code = read_code(typed)
    if code is None:
        return None
    who, at = f"person:{person.id}", work.now.timestamp()
    if not work.guesses.may_try(who, code.seat, at):
        raise Refused("invited-code-busy")
    try:
        return await seat_of(work, code)
    except Refused:
        work.guesses.was_wrong(who, code.seat, at)
        return None
