"""An agency's queue: look, take, give back, transfer, ask back, ask for time, decline."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain import access
from bot.domain.agencies import Agency, Queue
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question, Status
from bot.services import asking, cards, moves, receipts
from bot.work import Work
from storage import people, questions

#: Statuses a queue shows, in the order in which they need hands.
SHOWN = (Status.DRAFTED, Status.WAITING, Status.TAKEN, Status.ASKED_BACK)

#: How many cards one look shows.
PAGE = 5

#: The most working days an officer may add at once; the hard line is 10 in all (Art. 28).
MOST_EXTRA_DAYS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How a queue stands."""

    queue: Queue
    waiting: int
    taken: int
    asked_back: int
    drafted: int
    late: int
    first_due: datetime | None


async def overview(work: Work, queue: Queue) -> Overview:
    counts = {one.status: one for one in await questions.counts(work.tx, queue, work.now)}
    many = {status: counts[status].many if status in counts else 0 for status in SHOWN}
    return Overview(
        queue=queue,
        waiting=many[Status.WAITING],
        taken=many[Status.TAKEN],
        asked_back=many[Status.ASKED_BACK],
        drafted=many[Status.DRAFTED],
        late=sum(one.late for one in counts.values()),
        first_due=min((one.first_due for one in counts.values()), default=None),
    )


async def page(
    work: Work, person: Person, queue: Queue, after: int = 0
) -> tuple[list[Question], bool]:
    """The next questions of a queue, what is due first; and whether there are more.

    ``after`` is the last question shown. Raises Refused for a queue that is not theirs.
    """
    if queue not in person.queues:
        raise Refused("not-your-queue")
    last = await questions.get(work.tx, after) if after else None
    found: list[Question] = []
    for status in SHOWN[_place(last) :]:
        behind = last if last and last.status is status else None
        found += await questions.in_queue(
            work.tx, queue, status, after=behind, most=PAGE + 1 - len(found)
        )
        if len(found) > PAGE:
            break
    seen = [one for one in found if access.may_work_on(person, one)]
    return seen[:PAGE], len(found) > PAGE


def _place(last: Question | None) -> int:
    return SHOWN.index(last.status) if last and last.status in SHOWN else 0


async def work_on(work: Work, person: Person, question_id: int) -> Question:
    """A question the person may work on. Raises Refused otherwise, without a word on its content."""
    question = await questions.get(work.tx, question_id)
    if question is None:
        raise Refused("not-your-queue")
    access.must_work_on(person, question)
    return question


async def take(work: Work, person: Person, question_id: int) -> Question:
    """Take a question; of two who press at once, one gets it and the other is told who has it."""
    question = await work_on(work, person, question_id)
    if question.taken_by == person.id and question.status is Status.TAKEN:
        return question
    if question.status is Status.TAKEN:
        holder = await people.get(work.tx, question.taken_by or 0)
        raise Refused("taken-already", number=question.number, name=_name(work, person, holder))
    return await moves.make(work, question, Move.TAKE, person.id, taken_by=person.id)


async def hold(work: Work, person: Person, question_id: int) -> Question:
    """A question in the person's hands: theirs already, or taken now if it still waits."""
    question = await take(work, person, question_id)
    if question.taken_by != person.id:
        holder = await people.get(work.tx, question.taken_by or 0)
        raise Refused("taken-already", number=question.number, name=_name(work, person, holder))
    return question


def _name(work: Work, reader: Person, holder: Person | None) -> str:
    return holder.name if holder and holder.name else work.say(reader.language, "a-colleague")


async def give_back(work: Work, person: Person, question_id: int) -> Question:
    """Put a question back; a head may put back what an officer holds."""
    question = await work_on(work, person, question_id)
    if question.taken_by != person.id:
        access.must_approve(person, question)
    return await moves.make(work, question, Move.GIVE_BACK, person.id, taken_by=None)


def other_agencies(work: Work, question: Question) -> list[Agency]:
    """Where a question can be transferred to: every agency of today but its own, the likeliest first."""
    suggestion = asking.suggest(work, question.text)
    return [
        agency
        for agency in asking.agencies_to_choose(work, suggestion)
        if agency.id != question.queue.agency
    ]


async def transfer(
    work: Work, person: Person, question_id: int, agency_id: str, reason: str
) -> Question:
    """Hand a question to another agency with a reason; the asker gets a new promise."""
    question = await hold(work, person, question_id)
    if work.programme.agency(agency_id) is None:
        raise Refused("agency-unknown")
    queue = Queue.of(agency_id, question.ward)
    deadline = asking.promise(work, queue)
    moved = await moves.make(
        work,
        question,
        Move.TRANSFER,
        person.id,
        words=reason,
        detail=f"{question.queue} → {queue}",
        queue=queue,
        taken_by=None,
        due_at=deadline.at,
        promised_days=deadline.days,
    )
    await cards.announce(work, moved)
    asker = await people.get(work.tx, moved.asker)
    if asker:
        await work.tell(
            asker,
            "told-transferred",
            about=cards.subject(moved),
            **receipts.words(work, asker.language, moved, deadline),
            before=work.programme.queue_name(question.queue),
        )
    return moved


async def ask_back(work: Work, person: Person, question_id: int, words: str) -> Question:
    """Ask the asker for what is missing; the clock stands until they answer."""
    question = await hold(work, person, question_id)
    moved = await moves.make(
        work, question, Move.ASK_BACK, person.id, words=words, stopped_at=work.now
    )
    await _tell_asker(work, moved, "told-asked-back", words=words)
    return moved


async def extend(work: Work, person: Person, question_id: int, days: int, reason: str) -> Question:
    """Take more time, with a reason that the asker reads."""
    if not 1 <= days <= MOST_EXTRA_DAYS:
        raise Refused("days-unclear", most=str(MOST_EXTRA_DAYS))
    question = await hold(work, person, question_id)
    deadline = work.programme.calendar.add(question.due_at, days)
    moved = await moves.make(
        work,
        question,
        Move.EXTEND,
        person.id,
        words=reason,
        detail=f"+{days}",
        due_at=deadline.at,
        promised_days=question.promised_days + days,
    )
    asker = await people.get(work.tx, moved.asker)
    due = work.moment(asker.language, deadline.at) if asker else ""
    await _tell_asker(work, moved, "told-extended", reason=reason, due=due)
    return moved


async def decline(work: Work, person: Person, question_id: int, reason: str) -> Question:
    """A head declines to answer, with a reason that the asker reads."""
    question = await work_on(work, person, question_id)
    access.must_approve(person, question)
    moved = await moves.make(work, question, Move.DECLINE, person.id, words=reason)
    await _tell_asker(work, moved, "told-declined", reason=reason)
    return moved


async def _tell_asker(work: Work, question: Question, key: str, **args: Any) -> None:
    await work.tell_id(
        question.asker,
        key,
        about=cards.subject(question),
        number=question.number,
        office=work.programme.queue_name(question.queue),
        **args,
    )
