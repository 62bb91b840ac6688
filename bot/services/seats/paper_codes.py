"""The code on a household's paper invitation: by it the household gets its news in chat.

Several people of one household may use it, the grandmother's and the grandchild's phone; a paper is
as private as a letter. It is good until the session is over.
"""

import re

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.households import Bond, Consent, Household, Relation
from bot.domain.people import Person
from bot.domain.seats import Seat, State
from bot.domain.sessions import Phase
from bot.services.seats import seat_codes
from bot.work import Work
from storage import audit, households, seats

#: A code as it is printed, or run together, with a slip or two; by its length no number of ours.
_GROUPED = re.compile(r"\w{1,6}([- ])\w{3,5}\1\w{3,5}", re.ASCII)
_RUN_TOGETHER = re.compile(r"[A-Za-z0-9]{10,13}")


def looks_like_one(text: str) -> bool:
    """Whether words are shaped like a code, of a paper or of an invitation, good or not.

    Both letters and figures are in it; where spaces stand between, figures in most of its groups,
    for *nhan tien 50tr* is none. In capitals with dashes, as printed, letters are enough.
    """
    typed = text.strip()
    if not (_GROUPED.fullmatch(typed) or _RUN_TOGETHER.fullmatch(typed)):
        return False
    if "-" in typed and typed.isupper():
        return True
    groups = [one for one in re.split("[- ]", typed) if any(map(str.isdigit, one))]
    has_letters = any(map(str.isalpha, typed))
    return has_letters and len(groups) >= (2 if " " in typed else 1)


async def household_of(work: Work, person: Person, text: str) -> Household | None:
    """The household on whose paper these words are the code; None for anything else.

    Raises Refused for who has tried too often.
    """
    seat = await seat_codes.seat_named(work, person, text)
    session = work.programme.session(seat.session) if seat else None
    if seat is None or session is None or session.phase(work.now) is Phase.AFTER:
        return None
    return await households.get(work.tx, seat.household)


async def join(work: Work, person: Person, code: str, relation: Relation) -> Household:
    """Whoever holds the paper belongs to the household, or helps it, from now on."""
    access.must_consent(person)
    home = await household_of(work, person, code)
    if home is None:
        raise Refused("paper-not-good")
    bond = Bond(household=home.id, person=person.id, relation=relation, consent=Consent.PAPER)
    if await households.bind(work.tx, bond, person.id, work.now):
        await audit.note(work.tx, work.now, person.id, "joined", f"household:{home.id}")
    return home


async def offered(work: Work, home: Household) -> Seat | None:
    """The seat that the household is offered now, if there is one."""
    for seat in await seats.of_household(work.tx, home.id):
        session = work.programme.session(seat.session)
        if seat.state is State.OFFERED and session and not session.is_cancelled:
            return seat
    return None
