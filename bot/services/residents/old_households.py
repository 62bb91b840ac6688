"""Households on a ward's list are not kept for good: they go a while after their last session.

What stays of it are its seats, with seat group, ward and how they ended, and nobody behind them;
and what papers count, one more in a figure of its session.
"""

from bot.domain import seats
from bot.domain.households import Household, Sex
from bot.domain.seats import State
from bot.domain.sessions import Session
from bot.services.questions import public_words
from bot.services.reach import reach, readings
from bot.work import Work
from storage import drafts, headcounts, households, walks
from storage.households import Stand

#: How many households are looked at each time, and how many of them go at most.
LOOKED_AT, FORGOTTEN = 500, 20

#: What is counted of those that are gone; beside these the category, by its name.
CAME, INVITED, WOMEN, MINORITIES = "*came", "*invited", "*women", "*minorities"

#: Sex of those who signed at the door, unless somebody else came in their place.
SIGNED_WOMEN, SIGNED_MEN = "*signed-women", "*signed-men"

_SIGNED = {Sex.FEMALE: [SIGNED_WOMEN], Sex.MALE: [SIGNED_MEN]}

_WALK = "households"


async def forget(work: Work, *, looked_at: int = LOOKED_AT) -> int:
    """Erase households for which ``Rules.roster`` is over. Returns how many.

    It walks through all of them, some each time.
    """
    after = await walks.at(work.tx, _WALK)
    last, many = await households.after(work.tx, after, looked_at)
    before = work.now - work.rules.roster
    settled = await households.settled(work.tx, before, after=after, upto=last, most=FORGOTTEN)
    gone = [one for one in settled if not await _is_expected(work, one)]
    for home in gone:
        await _let_go(work, home)
    if len(settled) == FORGOTTEN:
        last, many = settled[-1].id, looked_at
    came_to = last if many == looked_at else 0
    if came_to != after:
        await walks.on(work.tx, _WALK, came_to)
    return len(gone)


async def _is_expected(work: Work, home: Household) -> bool:
    """Whether it has a seat in a session that is to come, or was held lately."""
    for stand in await households.stands(work.tx, home.id):
        session = _session(work, stand)
        if session and session.ends_at > work.now - work.rules.roster:
            return True
    return False


async def _let_go(work: Work, home: Household) -> None:
    await drafts.forget_for(work.tx, home.id)
    await reach.drop(work, home.id)
    await readings.close_cards(work, home.id)
    await erase(work, home)


async def erase(work: Work, home: Household) -> None:
    """Drop who a household is; what the papers of its sessions count of it stays."""
    await count(work, home)
    await public_words.forget_household(work, home)
    await households.erase(work.tx, home.id, work.now)


async def count(work: Work, home: Household) -> None:
    """One more in the figures of each of its sessions, as its seats stand; it goes after that."""
    facts = await households.own_facts(work.tx, home.id)
    marks = {facts.category: bool(facts.category)}
    marks |= {WOMEN: facts.is_led_by_a_woman, MINORITIES: facts.is_minority}
    for stand in await households.stands(work.tx, home.id):
        if _session(work, stand) is None:
            continue  # its session no longer makes papers
        counted = [INVITED] if stand.state in seats.INVITED else []
        if stand.state is State.CAME:
            counted += [CAME, *(what for what, holds in marks.items() if holds)]
            counted += [] if stand.by_guest else _SIGNED.get(facts.sex, [])
        for what in counted:
            await headcounts.add(work.tx, stand.session, what, stand.since)


def _session(work: Work, stand: Stand) -> Session | None:
    """The session of a seat, unless it was an earlier one of the same number."""
    session = work.programme.session(stand.session)
    return session if session and stand.since > session.since else None
