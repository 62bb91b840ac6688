"""A session's board: what is called next, what was answered orally, by whom. Led by its clerks.

Each change holds the session's run until its commit, so two clerks at once never double anything.
"""

import re

from bot.domain.agencies import Agency, Queue
from bot.domain.board import Board, Item, ItemMove, ItemState, arranged
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move
from bot.services.seats import phases
from bot.understanding import masking
from bot.understanding.folding import matches, pick
from bot.work import Work
from storage import board, questions
from storage import panel as places
from storage.board import Event

#: What stands before a speaker's name.
_TITLE = re.compile(r"^\s*(?:anh|chị|chi|ông|ong|bà|ba|cô|co|chú|chu|bác|bac)\s+", re.IGNORECASE)

#: How many questions a clerk is shown at once.
PAGE = 5

#: The longest oral answer in short, in characters: what a clerk types while somebody speaks.
LONGEST = 1000


async def look(work: Work, number: int, *, most: int = board.PAGE) -> Board:
    """The board as it stands. What is private or sealed is never on it.

    ``most`` of each kind are looked at; how many stand behind them is counted.
    """
    earlier = await phases.earlier(work, number)
    items = await board.open_items(work.tx, number, earlier, most)
    counts = await board.counts(work.tx, number, earlier)
    beyond = 0
    if len(items) >= most:
        last = max((item.question.id for item in items if item.place == 0), default=0)
        beyond = await board.untouched_count(work.tx, number, after=last)
    return arranged(number, items, answered=counts.get(ItemState.ANSWERED, 0), more=beyond)


async def lead(work: Work, person: Person, number: int) -> Board:
    """The board, for whoever runs the session. Raises Refused."""
    phases.session_of(work, person, number)
    return await look(work, number)


async def get(work: Work, person: Person, number: int, question_id: int) -> Item:
    """A question on the board, for whoever runs the session; nobody changes it until the commit."""
    await phases.hold(work, person, number)
    return await _held(work, number, question_id)


async def _held(work: Work, number: int, question_id: int) -> Item:
    """The item with a row of its own. Raises Refused for what is not on this board."""
    question = await questions.get(work.tx, question_id)
    if question is None or question.stays_private:
        raise Refused("item-gone")
    if not phases.is_asked_for(work, question, number):
        raise Refused("item-gone")
    if not question.allows(Move.WITHDRAW):
        raise Refused("item-settled", number=question.number)
    await board.put(work.tx, number, question_id)
    found = await board.get(work.tx, question_id)
    assert found is not None
    return found


async def call(work: Work, person: Person, number: int, question_id: int) -> Item:
    """Speak about this one now; what was called before comes again, last."""
    item = await get(work, person, number, question_id)
    if item.state is ItemState.CALLED:
        return item
    for other in await board.end_call(work.tx, number, question_id, work.now):
        await _note(work, person, other, ItemMove.LATER, ItemState.CALLED, ItemState.LISTED)
    if not await board.call(work.tx, question_id, work.now):
        raise _moved_on(item)
    return await _changed(work, person, item, ItemMove.CALL)


async def later(work: Work, person: Person, number: int, question_id: int) -> Item:
    """*Để sau*: behind all that wait."""
    item = await get(work, person, number, question_id)
    if not await board.place(work.tx, question_id, work.now, sooner=False):
        raise _moved_on(item)
    return await _changed(work, person, item, ItemMove.LATER)


async def sooner(work: Work, person: Person, number: int, question_id: int) -> Item:
    """*Lên trước*: before all that wait."""
    item = await get(work, person, number, question_id)
    if not await board.place(work.tx, question_id, work.now, sooner=True):
        raise _moved_on(item)
    return await _changed(work, person, item, ItemMove.SOONER)


def ward_name(work: Work, item: Item) -> str:
    """Where it was asked, as everyone may read it: the ward, nothing smaller."""
    ward = work.programme.ward(item.question.ward)
    return ward.name if ward else ""


def panel(work: Work, item: Item) -> list[Agency]:
    """Who may have answered: every agency of today, the one whose question it is first."""
    own = item.question.queue.agency
    today = work.programme.agencies_on(work.local.date())
    return sorted(today, key=lambda agency: agency.id != own)


def office(work: Work, item: Item, agency_id: str) -> str:
    """What people call the office that an agency means for this question."""
    return work.programme.queue_name(_queue(work, item, agency_id))


async def named(work: Work, item: Item, typed: str) -> str:
    """Which agency typed words mean: by any of its names, or by who sits on the panel for it.

    Marks and small slips do not matter. Raises Refused where it is none, or several.
    """
    sitting = await places.of(work.tx, item.question.session or 0)
    people = {queue.agency: one.name for queue, one in sitting.items()}
    labels = {
        one.id: (one.id, one.short, one.name, *one.aliases, people.get(one.id, ""))
        for one in panel(work, item)
    }
    said = _TITLE.sub("", typed)
    for meant in (matches, _means):
        found = [one for one, names in labels.items() if any(meant(said, n) for n in names if n)]
        if len(found) == 1:
            return found[0]
    raise Refused("hall-by-unclear")


def _means(typed: str, label: str) -> bool:
    """Whether it is part of it, such as the last words of a name."""
    return pick(typed, [label]) is not None


def _queue(work: Work, item: Item, agency_id: str) -> Queue:
    if all(one.id != agency_id for one in panel(work, item)):
        raise Refused("agency-unknown")
    return Queue.of(agency_id, item.question.ward)


async def answer(
    work: Work, person: Person, number: int, question_id: int, agency_id: str, words: str
) -> Item:
    """*Trả lời miệng*: for which agency, and in short what was said. No number of a card is kept.

    Raises Refused if somebody has written that down already.
    """
    item = await get(work, person, number, question_id)
    said = masking.mask(words.strip()).text
    if not said or len(said) > LONGEST:
        raise Refused("oral-words-wrong", most=str(LONGEST))
    queue = _queue(work, item, agency_id or item.question.queue.agency)
    if not await board.answer(work.tx, question_id, queue, said, by=person.id, now=work.now):
        raise _moved_on(item)
    return await _changed(work, person, item, ItemMove.ANSWER, said)


async def undo(work: Work, person: Person, number: int, question_id: int) -> Item:
    """It was a mistake: the question waits again, before all others."""
    item = await get(work, person, number, question_id)
    if not await board.undo(work.tx, question_id, work.now):
        raise _moved_on(item)
    return await _changed(work, person, item, ItemMove.UNDO)


async def answered(work: Work, person: Person, number: int) -> list[Item]:
    """What was answered orally and is not handed over yet, as asked."""
    phases.session_of(work, person, number)
    earlier = await phases.earlier(work, number)
    return await board.touched(work.tx, number, ItemState.ANSWERED, earlier)


async def _changed(
    work: Work, person: Person, before: Item, move: ItemMove, words: str = ""
) -> Item:
    after = await board.get(work.tx, before.question.id)
    assert after is not None
    await _note(work, person, before.question.id, move, before.state, after.state, words)
    phases.notify(work, before.question.session)
    return after


async def _note(
    work: Work,
    person: Person,
    question_id: int,
    move: ItemMove,
    before: ItemState,
    after: ItemState,
    words: str = "",
) -> None:
    event = Event(work.now, person.id, move, before.value, after.value, words)
    await board.note(work.tx, question_id, event)


def _moved_on(item: Item) -> Refused:
    return Refused("item-moved-on", number=item.question.number, state=item.state.value)
