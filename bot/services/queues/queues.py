"""An agency's queue: look, take, give back, ask back, ask for time, decline."""

from bot.domain import access
from bot.domain.agencies import Queue
from bot.domain.bookmarks import Bookmark
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question, Status
from bot.domain.values import dataclass
from bot.services.asking import receipts
from bot.services.questions import belonging, cards, holders, moves, promises
from bot.voice import Button
from bot.work import Work
from storage import addresses, questions

#: What needs a head's hands first, and what needs an officer's.
FOR_HEADS = (Status.DRAFTED, Status.WAITING, Status.TAKEN, Status.ASKED_BACK)
FOR_OFFICERS = (Status.WAITING, Status.TAKEN, Status.ASKED_BACK, Status.DRAFTED)

#: How many cards one look shows.
PAGE = 5

#: How many more working days can be asked for at once.
MORE_DAYS = (1, 2, 3, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How a queue stands, as far as its reader may know. Exact below ``COUNTED``."""

    waiting: int
    taken: int
    asked_back: int
    drafted: int
    late: int

    @property
    def all(self) -> int:
        return self.waiting + self.taken + self.asked_back + self.drafted


async def overview(work: Work, person: Person, queue: Queue, *, openly: bool = False) -> Overview:
    """How many questions stand where; ``openly`` counts what a group may see."""
    seen = access.seen(person, queue, openly=openly)
    counts = [
        one
        for one in await questions.counts(work.tx, queue, work.now, viewer=person.id)
        if one.sensitive in seen
    ]

    def many(status: Status) -> int:
        return sum(one.many for one in counts if one.status is status)

    return Overview(
        waiting=many(Status.WAITING),
        taken=many(Status.TAKEN),
        asked_back=many(Status.ASKED_BACK),
        drafted=many(Status.DRAFTED),
        late=sum(one.late for one in counts),
    )


async def page(
    work: Work,
    person: Person,
    queue: Queue,
    after: Bookmark | None = None,
    *,
    openly: bool = False,
) -> tuple[list[Question], bool]:
    """The next questions of a queue, what is due first; and whether there are more.

    ``after`` is where the page above ended; ``openly`` leaves out what may not stand in a group.
    Raises Refused for a queue that is not theirs.
    """
    access.must_read_queue(person, queue)
    seen = access.seen(person, queue, openly=openly)
    order = FOR_HEADS if access.leads(person, queue) else FOR_OFFICERS
    place = order.index(after.status) if after else 0
    found: list[Question] = []
    for status in order[place:]:
        found += await questions.in_queue(
            work.tx,
            queue,
            status,
            seen,
            viewer=person.id,
            after=after if after and after.status is status else None,
            most=PAGE + 1 - len(found),
        )
    return found[:PAGE], len(found) > PAGE


async def of_group(work: Work, address: str) -> Queue:
    """The queue that a group works on. Raises Refused if it is tied to none."""
    home = await addresses.get(work.tx, address)
    if home is None or not home.queue:
        raise Refused("group-without-queue")
    return Queue.parse(home.queue)


async def work_on(work: Work, person: Person, question_id: int) -> Question:
    """A question the person may work on. Raises Refused otherwise, and tells nothing of it."""
    if not person.queues:
        raise Refused("no-queue")
    question = await questions.to_move(work.tx, question_id)
    if question is None:
        raise Refused("not-your-queue")
    access.must_work_on(person, question)
    return question


async def take(work: Work, person: Person, question_id: int) -> Question:
    """Have a question in the person's hands: theirs already, or taken now if it still waits.

    Of two who press at once, one gets it and the other is told who has it.

    What somebody held who works on this queue no longer can be taken from them.
    """
    return await into_hands(work, person, await within_reach(work, person, question_id))


async def into_hands(work: Work, person: Person, question: Question) -> Question:
    """Into the person's hands, out of anybody else's; whether they may is decided before."""
    if question.status is Status.TAKEN:
        if question.taken_by == person.id:
            return question
        question = await moves.make(work, question, Move.GIVE_BACK, person.id, taken_by=None)
    return await moves.make(work, question, Move.TAKE, person.id, taken_by=person.id)


async def within_reach(work: Work, person: Person, question_id: int) -> Question:
    """A question that waits, or that the person holds: what ``take`` would give, not taken yet.

    Of a cluster it is the head, with whom all others are taken.
    """
    question = await work_on(work, person, await belonging.standing(work, question_id))
    await belonging.must_be_of_others(work, person, question)
    if question.status is Status.TAKEN and question.taken_by != person.id:
        if holder := await holders.of(work, question):
            raise Refused("taken-already", number=question.number, name=_name(work, person, holder))
    elif question.status not in (Status.WAITING, Status.TAKEN):
        raise question.moved_on()
    return question


def _name(work: Work, reader: Person, holder: Person) -> str:
    return holder.name or work.say(reader.language, "a-colleague")


async def give_back(work: Work, person: Person, question_id: int) -> Question:
    """Put a question back; a head may put back what an officer holds, and anybody there what
    somebody held who has left.

    What is taken out of somebody's hands, or is late, has its card with all others as if it were
    new: no rung of the ladder would bring it up once more. What is sealed is called out.
    """
    question = await _own_or_led(work, person, question_id)
    holder = await holders.of(work, question)
    moved = await moves.make(work, question, Move.GIVE_BACK, person.id, taken_by=None)
    is_from_above = holder is not None and holder.id != person.id
    if holder and is_from_above:
        name = person.name or work.say(holder.language, "a-colleague")
        await work.tell(holder, "put-back-from-above", number=moved.number, name=name)
    if (is_from_above or moved.is_late(work.now)) and not moved.is_sealed:
        await cards.announce(work, moved, but=person)
    return moved


async def _own_or_led(work: Work, person: Person, question_id: int) -> Question:
    question = await work_on(work, person, await belonging.standing(work, question_id))
    if question.taken_by != person.id and await holders.of(work, question):
        access.must_approve(person, question)
    return question


async def ask_back(work: Work, person: Person, question_id: int, words: str) -> Question:
    """Ask the asker for what is missing; the clock stands until they answer."""
    question = await take(work, person, question_id)
    moved = await moves.make(
        work, question, Move.ASK_BACK, person.id, words=words, stopped_at=work.now
    )
    ways = [[Button("add-button", "add", moved.id)]]  # until it is answered, a yes is about this
    await receipts.tell_asker(work, moved, "told-asked-back", ways, words=words)
    return moved


async def go_on(work: Work, person: Person, question_id: int) -> Question:
    """Wait for the asker no longer; the clock runs again with the working time that was left.

    Whoever goes on with what somebody asked who has left, has it in hand.
    """
    question = await _own_or_led(work, person, question_id)
    if await holders.of(work, question) is None:
        return await moves.resume(work, question, Move.GO_ON, person.id, taken_by=person.id)
    return await moves.resume(work, question, Move.GO_ON, person.id)


def days_to_add(work: Work, question: Question) -> list[int]:
    """How many working days can be added: none beyond the hard line of the law, and of one that
    is late already only so many that the new date is still to come.
    """
    return [days for days in MORE_DAYS if _may_add(work, question, days)]


def _may_add(work: Work, question: Question, days: int) -> bool:
    if not 1 <= days <= question.days_left_to_ask_for:
        return False
    return work.programme.calendar_of(question.queue).add(question.due_at, days).at > work.now


def days_for_all(work: Work, question: Question, asked: int) -> int:
    """How many of the days asked for with others a question gets: fewer at the hard line, more
    where its own date would be over all the same; 0 where no number of days will do.
    """
    left = question.days_left_to_ask_for
    enough = range(min(asked, left), left + 1)
    return next((days for days in enough if _may_add(work, question, days)), 0)


def check_days(work: Work, question: Question, days: int) -> None:
    """Raises Refused for days beyond the hard line, or for a date that has passed."""
    if not _may_add(work, question, days):
        raise Refused("no-more-time", number=question.number)


async def extend(work: Work, person: Person, question_id: int, days: int, reason: str) -> Question:
    """Take more time, with a reason that the asker reads. Raises Refused beyond the hard line."""
    question = await take(work, person, question_id)
    check_days(work, question, days)
    longer = promises.longer(work, question, days)
    moved = await moves.make(work, question, Move.EXTEND, person.id, words=reason, **longer)
    await receipts.tell_extended(work, moved, reason)
    return moved


async def to_decline(work: Work, person: Person, question_id: int) -> Question:
    """A question that this head may decline now. Raises Refused otherwise."""
    question = await work_on(work, person, await belonging.standing(work, question_id))
    access.must_approve(person, question)
    if not question.allows(Move.DECLINE):
        raise question.moved_on()
    return question


async def decline(work: Work, person: Person, question_id: int, reason: str) -> Question:
    """A head declines to answer, with a reason that the asker reads."""
    question = await to_decline(work, person, question_id)
    moved = await moves.make(work, question, Move.DECLINE, person.id, words=reason)
    await receipts.tell_declined(work, moved, reason)
    return moved
