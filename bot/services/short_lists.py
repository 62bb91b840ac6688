"""Short lists: whom the head of a hamlet goes to see, because they have not answered an offer."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.households import Household
from bot.domain.people import Person
from bot.domain.seats import Seat, State
from bot.domain.sessions import Phase
from bot.services import hamlets, households, offers, seating
from bot.work import Button, Buttons, Work
from storage import seats

#: When somebody who was not met is on the list again.
AGAIN = timedelta(days=1)

#: Offers made within this time stand on one list.
_TOGETHER = timedelta(hours=1)

#: The households of one list, as many as a screen can show with their buttons. No numbers: a typed
#: number means a button.
LETTERS = "ABCDEFGHIJ"
LONGEST = len(LETTERS)


async def ask(work: Work) -> int:
    """Tell heads of hamlets, or organisers, who has not answered; returns how many seats."""
    if not await seats.to_ask(work.tx, work.now):
        return 0
    lists: dict[tuple[int, str], list[tuple[Seat, Household]]] = defaultdict(list)
    for seat in await seats.to_ask(work.tx, work.now + _TOGETHER):
        if await seats.asked(work.tx, seat, None):
            home = await households.get(work, seat.household)
            lists[seat.session, home.hamlet].append((seat, home))
    for (session, hamlet), unanswered in sorted(lists.items()):
        for start in range(0, len(unanswered), LONGEST):
            await _tell(work, session, hamlet, unanswered[start : start + LONGEST])
    return sum(map(len, lists.values()))


async def _tell(
    work: Work, number: int, hamlet: str, unanswered: list[tuple[Seat, Household]]
) -> None:
    session = work.programme.session(number)
    if session is None or session.phase(work.now) is not Phase.BEFORE:
        return
    for person in await hamlets.who_goes(work, hamlet):
        names = [
            work.say(person.language, "short-list-line", letter=letter, name=home.name)
            for letter, (_, home) in zip(LETTERS, unanswered, strict=False)
        ]
        await work.tell(
            person,
            "short-list",
            _buttons(seat for seat, _ in unanswered),
            session=session.name,
            at=work.moment(person.language, session.starts_at),
            hamlet=hamlets.place(work, unanswered[0][1]) or "none",
            names="\n".join(names),
        )


def _buttons(unanswered: Iterable[Seat]) -> Buttons:
    return [
        [
            Button("short-list-yes-button", "goes", seat.id, {"letter": letter}),
            Button("short-list-no-button", "goesnot", seat.id, {"letter": letter}),
            Button("short-list-away-button", "notmet", seat.id, {"letter": letter}),
        ]
        for letter, seat in zip(LETTERS, unanswered, strict=False)
    ]


async def comes(work: Work, person: Person, seat_id: int) -> Household:
    """The household said so to the head of its hamlet; returns it."""
    seat, home = await _theirs(work, person, seat_id)
    await offers.comes(work, seat, person.id, "said to somebody who went there")
    return home


async def comes_not(work: Work, person: Person, seat_id: int) -> Household:
    seat, home = await _theirs(work, person, seat_id)
    await offers.comes_not(work, seat, person.id, "said to somebody who went there")
    return home


async def not_met(work: Work, person: Person, seat_id: int) -> Household:
    """Nobody was at home: it stands on the list again tomorrow, if that is before the session."""
    seat, home = await _theirs(work, person, seat_id)
    if seat.state is State.OFFERED:
        await seats.asked(work.tx, seat, work.now + AGAIN)
    return home


async def _theirs(work: Work, person: Person, seat_id: int) -> tuple[Seat, Household]:
    seat = await seating.get(work, seat_id)
    home = await households.get(work, seat.household)
    if not access.may_answer_for(person, home.hamlet):
        raise Refused("not-your-hamlet")
    return seat, home
