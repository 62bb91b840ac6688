"""An invitation on paper (giấy mời) that comes back by its code, and is answered.

Whoever holds the paper speaks for the household, as whoever shows it at the door does.
"""

from datetime import datetime

from bot.domain.households import Household
from bot.domain.seat_codes import SeatCode
from bot.domain.seats import Seat, State
from bot.domain.sessions import Phase, Session
from bot.domain.values import dataclass
from bot.services.people import households
from bot.services.seats import offers, seat_codes, seating
from bot.work import Work

#: Phases in which answers are no longer taken.
_OVER = frozenset({Phase.AFTER, Phase.CANCELLED})

#: How the answers of a paper stand in a seat's history.
_WHY = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a paper says now."""

    code: SeatCode
    seat: Seat
    home: Household
    place: str  #: where the household lives
    session: Session
    phase: Phase
    until: datetime | None  #: when an answer is wanted by; None: it is not waited for

    @property
    def waits(self) -> bool:
        """Whether an answer can still be given."""
        return self.phase not in _OVER and self.seat.state is not State.CAME


async def open_letter(work: Work, code: SeatCode) -> Letter:
    """What a code stands for. Raises Refused for one that is no household's."""
    return await _letter(work, code, await seat_codes.seat_of(work, code))


async def _letter(work: Work, code: SeatCode, seat: Seat) -> Letter:
    session = seating.session_of(work, seat.session)
    home = await households.get(work, seat.household)
    return Letter(
        code=code,
        seat=seat,
        home=home,
        place=work.programme.place_name(home.ward, home.hamlet),
        session=session,
        phase=session.phase(work.now),
        until=_until(work, session, seat),
    )


def _until(work: Work, session: Session, seat: Seat) -> datetime | None:
    """Until the offer lapses; on paper, until seats that are not used go to others."""
    if seat.state is not State.OFFERED or session.is_cancelled:
        return None
    until = seat.held_until or offers.times(work, session).cut_off
    return until if until > work.now else None


async def comes(work: Work, code: SeatCode) -> Letter:
    """*Sẽ đến*."""
    seat = await seat_codes.seat_of(work, code)
    return await _letter(work, code, await offers.comes_itself(work, seat, None, _WHY))


async def comes_not(work: Work, code: SeatCode) -> Letter:
    """*Không đến được*."""
    seat = await seat_codes.seat_of(work, code)
    return await _letter(work, code, await offers.comes_not(work, seat, None, _WHY))


async def sends(work: Work, code: SeatCode, name: str) -> Letter:
    """*Nhờ người khác đi*."""
    seat = await seat_codes.seat_of(work, code)
    return await _letter(work, code, await offers.sends(work, seat, name, None, _WHY))
