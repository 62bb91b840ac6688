"""Namesakes: somebody signed up who has the name and ward of a household on the ward's list.

A name is not a key: two households may share it, and one phone may serve both. So the name alone
joins nothing; whoever knows the people says whether it is one household.
"""

from dataclasses import replace

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.households import Consent, Household, Source
from bot.domain.people import Person
from bot.domain.seats import GONE, Move, Seat
from bot.domain.sessions import TO_COME
from bot.i18n import HOME
from bot.services.people import acting, hamlets
from bot.services.people import households as homes
from bot.services.reach import reach as told
from bot.services.reach import readings
from bot.services.residents import old_households
from bot.services.seats import offers
from bot.voice import Button
from bot.work import Work
from storage import drafts, households, people, questions, reach, seats

#: One that is off may get another day.
#: What the history of a seat says.
_WHY = "the same household is on the ward's list"


async def ask(work: Work, home: Household, *, helped: bool = False) -> int:
    """Ask those who know the people whether a household that signed up is one on the list.

    ``helped``: it was named by somebody who asks for it. Returns how many namesakes there are.
    """
    found = await households.listed_as(work.tx, home.ward, home.name)
    for listed in found:
        for person in await hamlets.who_goes(work, listed.hamlet):
            await work.tell(
                person,
                "namesake-ask-helped" if helped else "namesake-ask",
                [
                    [Button("namesake-yes-button", "samehome", f"{home.id}/{listed.id}")],
                    [Button("namesake-no-button", "otherhome", home.id)],
                ],
                name=home.name,
                place=hamlets.place(work, listed),
            )
    return len(found)


async def join(work: Work, person: Person, signed_up: int, listed: int) -> Household:
    """It is one household: whoever signed up speaks for the one on the list from now on.

    The other one goes. Its places are those of the one on the list, as they stand; where that one
    has a place of its own with a session, the second one is given up, and papers count as before.
    """
    other, home = await homes.get(work, signed_up), await homes.get(work, listed)
    access.must_answer_for(person, home.hamlet)
    if other.source is not Source.CHAT or home.source is not Source.ROSTER:
        raise Refused("household-unknown")
    for bond in await households.bonds_with(work.tx, other.id):
        joined = replace(bond, household=home.id, consent=Consent.SPOKEN)
        await households.bind(work.tx, joined, person.id, work.now)
        await work.tell_id(
            bond.person,
            "namesake-joined-helped" if bond.is_help else "namesake-joined",
            place=hamlets.place(work, home),
            who=acting.called(work, HOME, home),
        )
    for seat in await seats.of_household(work.tx, other.id):
        await _hand_over(work, person, seat, home)
    await old_households.count(work, other)
    for seat in await seats.of_household(work.tx, other.id):
        await _give_up(work, person, seat)
    await _asked_for(work, other.id, home.id)
    await households.erase(work.tx, other.id, work.now)
    return home


async def _asked_for(work: Work, other: int, home: int) -> None:
    """What was asked for the one, and waits to be read out to it, is the other's."""
    await questions.rehome(work.tx, other, home)
    await drafts.rehome(work.tx, other, home)
    await reach.move(work.tx, other, home)
    await readings.close_cards(work, other)
    for person in {one.reader: None for one in await reach.of_household(work.tx, home)}:
        if reader := await people.get(work.tx, person):
            await told.knock(work, reader)


async def _hand_over(work: Work, person: Person, seat: Seat, home: Household) -> None:
    """What was offered, said yes to or signed for stays so; nobody is asked twice."""
    await seats.lock(work.tx, seat.session)
    if await seats.rehome(work.tx, seat, home.id):
        await seats.note(
            work.tx, seat, Move.ENLIST, seat.state, actor=person.id, now=work.now, why=_WHY
        )


async def _give_up(work: Work, person: Person, seat: Seat) -> None:
    """It is the second place of one household."""
    session = work.programme.session(seat.session)
    if session is None or session.phase(work.now) not in TO_COME or seat.state in GONE:
        return
    await offers.comes_not(work, seat, person.id, _WHY, also_off=True)
