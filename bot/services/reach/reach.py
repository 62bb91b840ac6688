"""Telling a household something through whoever reads it out; what has reached it is recorded.

People who live there read it on their own phones. Helpers get a card to read out. A phone that
several use is told that there is something, and no more: the words are made when it is opened.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

from bot.domain import recordings
from bot.domain.files import File
from bot.domain.households import Bond, Relation
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.domain.reach import NOBODY, OWN, REMIND_AFTER, State
from bot.domain.seats import Seat
from bot.services.people import acting, phones
from bot.services.reach import readings
from bot.voice import Button, Buttons
from bot.work import Work
from storage import addresses, deferred, households, people, reach

Plain = Callable[[Person], Awaitable[object]]


async def tell_asker(
    work: Work,
    question: Question,
    key: str,
    buttons: Buttons = (),
    *,
    subject: str = "",
    is_theirs_alone: bool = False,
    enclosed: Sequence[File] = (),
    **args: Any,
) -> None:
    """Tell the asker. What was asked for a household is told to it, through the one who asked.

    ``subject``: what it is about, if not the question as it stands. ``is_theirs_alone``: nobody
    hears it in their place. ``enclosed``: files that follow, each as a message of its own; where
    a card is read out, that says that they came.
    """
    about = subject or question.subject

    async def plainly(person: Person) -> None:
        await work.tell(person, key, buttons, about=question.subject, **args)
        await hand_over(work, person, question, enclosed)

    if question.household:
        reader = await _reader(work, question)
        asked = reader is not None and reader.id == question.asker  # others cannot reply to it
        if asked or not is_theirs_alone:
            await _tell(work, question.household, about, reader, plainly if asked else None)
    elif asker := await people.get(work.tx, question.asker):
        await _tell_own(work, asker, about, plainly)


async def hand_over(
    work: Work, person: Person, question: Question, enclosed: Sequence[File]
) -> None:
    """The files of an answer, to somebody who has just been told it; a recording in Khmer where
    that is their language."""
    for file in recordings.heard_in(person.language, enclosed):
        key = "answer-recording" if recordings.is_one(file) else "answer-file"
        await work.tell(
            person,
            key,
            about=question.subject,
            enclosed=file,
            number=question.number,
        )


async def tell_home(
    work: Work, seat: Seat, person: Person, key: str, buttons: Buttons = (), **args: Any
) -> None:
    """Tell a household about its seat, through ``person``, who speaks for it."""

    async def plainly(person: Person) -> None:
        await work.tell(person, key, buttons, **args)

    await _tell(work, seat.household, f"seat:{seat.id}", person, plainly)


async def _reader(work: Work, question: Question) -> Person | None:
    """The asker, while the household consents; else somebody who lives there; else nobody."""
    bonds = await households.bonds_with(work.tx, question.household)
    asked = [one for one in bonds if one.person == question.asker]
    live_there = [one for one in bonds if one.relation is Relation.SELF]
    for bond in [*asked, *live_there]:
        person = await people.get(work.tx, bond.person)
        if person and not person.muted_at and await addresses.of_person(work.tx, person.id):
            return person
    return None


async def _tell_own(work: Work, person: Person, subject: str, plainly: Plain) -> None:
    """A person's own matter: on a phone that others use, it waits until they open it."""
    if await phones.is_shared(work, person):
        await _put_and_knock(work, OWN, person, subject, None)
    else:
        await plainly(person)


async def _tell(
    work: Work, household: int, subject: str, reader: Person | None, plainly: Plain | None
) -> None:
    if reader is None:
        await pass_on(work, household, subject)
        return
    bond = (await acting.bonds(work, reader)).get(household)
    if await phones.is_shared(work, reader):
        await _put_and_knock(work, household, reader, subject, _reminds(work, bond))
    elif plainly and (bond is None or not bond.is_help):
        await plainly(reader)
    else:
        await _put(work, household, reader.id, subject, _reminds(work, bond))
        if work.end_of_quiet(work.now):  # the words do not lie about until the morning
            await knock(work, reader)
        else:
            await readings.tell(work, reader, household)


def _reminds(work: Work, bond: Bond | None) -> datetime | None:
    """Helpers are reminded to read out; people who have not opened their own news are not."""
    return work.now + REMIND_AFTER if bond and bond.is_help else None


async def pass_on(work: Work, household: int, subject: str) -> None:
    """Nobody can be told by chat: the head of the hamlet goes there."""
    await _put(work, household, NOBODY, subject, work.now, State.LISTED)


async def _put(
    work: Work,
    household: int,
    reader: int,
    subject: str,
    due: datetime | None,
    state: State = State.TOLD,
) -> None:
    await reach.put(
        work.tx,
        household=household,
        reader=reader,
        subject=subject,
        state=state,
        now=work.now,
        due=due,
    )


async def _put_and_knock(
    work: Work, household: int, reader: Person, subject: str, due: datetime | None
) -> None:
    """Several things at one moment are one knock."""
    waiting = await reach.of_reader(work.tx, reader.id)
    await _put(work, household, reader.id, subject, due)
    if all(one.told_at != work.now for one in waiting):
        await knock(work, reader)


async def knock(work: Work, person: Person, *, again: bool = False) -> None:
    """Say that there is something, and for whom it may be opened, but not what or whose it is."""
    about = f"knock:{person.id}"
    await deferred.forget_subject(work.tx, about)
    await work.tell(
        person,
        "knock",
        await phones.buttons(work, person, "openfor", Button("more-homes-button", "moreopenfor")),
        about=about,
        card=True,
        again="yes" if again else "no",
    )


async def answered(work: Work, seat: Seat, by: int | None) -> None:
    """A household has said whether it comes: nobody needs to read the offer out to it now."""
    await heard(work, f"seat:{seat.id}", by, seat.state.value)


async def heard(work: Work, subject: str, by: int | None, what: str) -> None:
    """Somebody has answered to it: it need not be read out any more."""
    for one in await reach.of_subject(work.tx, subject):
        if one.settled_at is None:
            await reach.settle(work.tx, one, State.READ, by=by, now=work.now, what=what)


async def leave(work: Work, person: int, household: int) -> None:
    """Somebody no longer reads out to a household: what has not been goes another way."""
    while waiting := await reach.waiting(work.tx, person, household, reach.PORTION):
        for one in waiting:
            await reach.settle(work.tx, one, State.GONE, by=person, now=work.now)
            await pass_on(work, household, one.subject)


async def leave_all(work: Work, person: int) -> None:
    """Somebody is erased: what they had for themselves goes, the rest another way."""
    while waiting := await reach.of_reader(work.tx, person):
        for one in waiting:
            await reach.settle(work.tx, one, State.GONE, by=person, now=work.now)
            if one.household != OWN:
                await pass_on(work, one.household, one.subject)


async def drop(work: Work, household: int) -> None:
    """A household is erased: nothing more is read out to it."""
    while waiting := await reach.of_household(work.tx, household):
        for one in waiting:
            await reach.settle(work.tx, one, State.GONE, by=None, now=work.now)
