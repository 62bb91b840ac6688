"""Erasing what was asked: words, files, private answers, and what of it stands on cards."""

from collections.abc import AsyncIterator

from bot.domain.households import Household, Source
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.domain.seats import GONE
from bot.domain.sessions import TO_COME
from bot.services.asking import asking
from bot.services.files import drawn
from bot.services.people import acting
from bot.services.questions import cards, labels, moves
from bot.services.reach import reach, readings
from bot.services.residents import helping, old_households
from bot.services.seats import offers
from bot.work import Work
from storage import (
    answers,
    audit,
    broadcasts,
    commitments,
    deferred,
    drafts,
    files,
    households,
    questions,
    seats,
)

#: A session that is off may get another day.
#: How many questions are read at a time.
_PAGE = 100


async def erase_asked(work: Work, asker: int, household: int = 0) -> None:
    """Everything that somebody asked for themselves, or for one household.

    Open ones are taken back; the words go, also from cards and from what is not said yet.
    """
    async for question in _asked(work, asker, household):
        if question.allows(Move.WITHDRAW):
            await moves.make(work, question, Move.WITHDRAW, asker)
    await questions.forget_words(work.tx, asker, household)
    await labels.forget(work, asker)
    await files.forget_of_answers(work.tx, asker, household)
    await answers.forget(work.tx, asker, household)
    await commitments.forget(work.tx, asker, household)
    await broadcasts.forget_all_words(work.tx)
    asking.forget_texts(work)
    async for question in _asked(work, asker, household):
        await deferred.forget_subject(work.tx, question.subject)
        await drawn.drop(work, question)
        await cards.refresh(work, question)


async def _asked(work: Work, asker: int, household: int) -> AsyncIterator[Question]:
    """Newest first, a page at a time."""
    page = await questions.of_asker(work.tx, asker, household=household, most=_PAGE)
    while page:
        for question in page:
            yield question
        page = await questions.of_asker(
            work.tx, asker, household=household, before=page[-1].id, most=_PAGE
        )


async def erase_household(work: Work, home: Household, by: int) -> None:
    """A household that signed up by chat: its place, what anybody asked for it, who it is."""
    for asker in await _askers(work, home.id):
        await erase_asked(work, asker, home.id)
    for bond in await households.bonds_with(work.tx, home.id):
        if bond.is_help:
            await helping.end(work, bond, by=by)
    await _give_up_seats(work, home, by)
    await drafts.forget_for(work.tx, home.id)
    await reach.drop(work, home.id)
    await readings.close_cards(work, home.id)
    await old_households.erase(work, home)


async def _askers(work: Work, household: int) -> list[int]:
    """Everybody who ever asked for it."""
    found: dict[int, None] = {}
    page = await questions.for_household(work.tx, household, most=_PAGE)
    while page:
        found.update(dict.fromkeys(one.asker for one in page))
        page = await questions.for_household(work.tx, household, before=page[-1].id, most=_PAGE)
    return list(found)


async def _give_up_seats(work: Work, home: Household, by: int) -> None:
    for seat in await seats.of_household(work.tx, home.id):
        session = work.programme.session(seat.session)
        may_come = session is not None and session.phase(work.now) in TO_COME
        if may_come and seat.state not in GONE:
            await offers.comes_not(work, seat, by, also_off=True)


async def erase_helped(work: Work, person: Person, household: int) -> Household:
    """A household wants what was kept through this person erased, and their help ended.

    One from the ward's list stays on that; one that is known by them alone goes.
    """
    home = await acting.home_to_hear(work, person, household)
    await erase_asked(work, person.id, household)
    bonds = await households.bonds_with(work.tx, household)
    if home.source is Source.CHAT and all(one.person == person.id for one in bonds):
        await erase_household(work, home, person.id)
    else:
        for bond in bonds:
            if bond.person == person.id and bond.is_help:
                await helping.end(work, bond, by=person.id)
    await audit.note(work.tx, work.now, person.id, "home_erased", f"household:{household}")
    return home
