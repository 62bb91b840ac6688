"""Short lists: whom the head of a hamlet goes to see, because they have not answered an offer."""

from collections import defaultdict
from datetime import timedelta

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.households import Household
from bot.domain.people import Person
from bot.domain.seats import Seat, State
from bot.domain.sessions import Phase, Session
from bot.domain.values import dataclass
from bot.services.people import households
from bot.services.seats import offers, on_foot, phases, seating
from bot.services.seats.on_foot import LETTERS, Visit, Walk
from bot.voice import Button, Buttons
from bot.work import Work
from storage import seats

#: When somebody who was not met is on the list again.
AGAIN = timedelta(days=1)

#: Offers made within this time stand on one list.
_TOGETHER = timedelta(hours=1)


async def ask(work: Work) -> int:
    """Tell heads of hamlets, or organisers, who has not answered; returns how many seats."""
    if not await seats.to_ask(work.tx, work.now):
        return 0
    lists: dict[int, dict[str, list[Visit]]] = defaultdict(lambda: defaultdict(list))
    many = 0
    for seat in await seats.to_ask(work.tx, work.now + _TOGETHER):
        if await seats.asked(work.tx, seat, None):
            home = await households.get(work, seat.household)
            lists[seat.session][home.hamlet].append((seat.id, home))
            many += 1
    for number, by_hamlet in sorted(lists.items()):
        session = work.programme.session(number)
        if session and session.phase(work.now) is Phase.BEFORE:
            for walk in await on_foot.walks(work, by_hamlet):
                await _tell(work, session, walk)
    return many


async def _tell(work: Work, session: Session, walk: Walk) -> None:
    for person in walk.people:
        at, names = (
            work.moment(person.language, session.starts_at),
            walk.names(work, person.language),
        )
        if walk.is_long:
            await work.tell(
                person,
                "short-list-long",
                [[on_foot.list_button(session)]],
                session=session.name,
                at=at,
                many=str(len(walk.visits)),
                names=names,
            )
        else:
            await work.tell(
                person,
                "short-list",
                _buttons(walk),
                session=session.name,
                at=at,
                hamlet=walk.place or "none",
                names=names,
            )


def _buttons(walk: Walk) -> Buttons:
    return [
        [
            Button("short-list-yes-button", "goes", seat, {"letter": letter}),
            Button("short-list-no-button", "goesnot", seat, {"letter": letter}),
            Button("short-list-away-button", "notmet", seat, {"letter": letter}),
        ]
        for letter, (seat, _) in zip(LETTERS, walk.visits, strict=False)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A household that somebody went to, and where its seat stands now."""

    home: Household
    seat: Seat
    again: bool = False  #: it is on the list once more tomorrow


async def comes(work: Work, person: Person, seat_id: int) -> Asked:
    """The household said so to the head of its hamlet. Where its seat has gone on, it waits."""
    seat, home = await _theirs(work, person, seat_id)
    if seat.state is not State.WAITING:
        seat = await offers.comes(work, seat, person.id, "said to somebody who went there")
    return Asked(home=home, seat=seat)


async def comes_not(work: Work, person: Person, seat_id: int) -> Asked:
    seat, home = await _theirs(work, person, seat_id)
    seat = await offers.comes_not(work, seat, person.id, "said to somebody who went there")
    return Asked(home=home, seat=seat)


async def not_met(work: Work, person: Person, seat_id: int) -> Asked:
    """Nobody was at home: it stands on the list again tomorrow, if it can still answer then.

    Raises Refused once the session has begun, or is off.
    """
    seat, home = await _theirs(work, person, seat_id)
    session, again = seating.session_of(work, seat.session), work.now + AGAIN
    phases.must_be_on(session)
    if session.phase(work.now) is not Phase.BEFORE:
        raise Refused("session-begun", session=session.name)
    ends = seat.held_until or session.starts_at
    waits = seat.state is State.OFFERED and session.phase(again) is Phase.BEFORE and again < ends
    if waits:
        waits = await seats.asked(work.tx, seat, again)
    return Asked(home=home, seat=seat, again=waits)


async def _theirs(work: Work, person: Person, seat_id: int) -> tuple[Seat, Household]:
    seat = await seating.get(work, seat_id)
    home = await households.get(work, seat.household)
    access.must_answer_for(person, home.hamlet)
    return seat, home
