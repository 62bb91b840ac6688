"""What an office has promised: written down when its answer is approved, reminded, kept or moved.

The head who approved hears what was taken for a promise, and may say that it is none. The office
is reminded three working days before the day, on it, and once after it; then its heads and the
organisers hear, and whoever was promised it (``commitment_news``). What a ward was promised stands
on the running order of its next session.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.domain import access
from bot.domain.agencies import Queue
from bot.domain.answers import Answer
from bot.domain.commitments import (
    ASKED_AGAIN,
    FURTHEST,
    NO_DAY,
    REMINDED_BEFORE,
    Commitment,
    Notice,
    Pledge,
    Postponed,
    Stand,
    pledges_in,
    postponed,
    undated_in,
)
from bot.domain.errors import Refused
from bot.domain.panel import working_day_before
from bot.domain.people import Person, Role
from bot.domain.questions import Question
from bot.services.answers import commitment_news
from bot.services.relay import sharing
from bot.understanding import masking
from bot.voice import Button, Buttons
from bot.work import Work
from storage import people
from storage.commitments import Commitments

#: How many one look shows.
PAGE = 5

#: How many lines of all offices one message holds.
LINES = 10

#: How many offices are reminded in one transaction.
_PORTION = 20

_LONGEST = 500


def _kept(work: Work) -> Commitments:
    return Commitments(work.tx, work.programme.zone)


async def note(work: Work, question: Question, answer: Answer, head: Person) -> None:
    """Write down what an approved answer promises, and show it to the approver."""
    today, calendar = work.local.date(), work.programme.calendar_of(question.queue)
    undated = undated_in(answer.text, today, calendar)
    for pledge in (*pledges_in(answer.text, today, calendar), *undated):
        first = _next_word(work, question.queue, pledge.due, None)
        made = await _kept(work).make(pledge, question, answer, remind_at=first, now=work.now)
        if made is not None:
            await _list_elsewhere(work, question, answer, made)
            none = Button("commitment-none-button", "commitmentnone", made)
            name = Button("commitment-day-button", "commitmentmove", made)
            await work.tell(
                head,
                "commitment-noted",
                [[name, none] if pledge in undated else [none]],
                number=question.number,
                words=pledge.words,
                day=_said_day(work, head, pledge.due),
            )


def undated(work: Work, question: Question, text: str) -> tuple[Pledge, ...]:
    """What an answer promises without saying by when; to be said before it is sent."""
    return undated_in(text, work.local.date(), work.programme.calendar_of(question.queue))


def read_day(work: Work, question: Question, words: str) -> date:
    """The day that these words name for a promise. Raises Refused where it is not clear."""
    today = work.local.date()
    found = postponed(words, today, today, work.programme.calendar_of(question.queue))
    if found is None or not today < found.day <= today + timedelta(days=FURTHEST):
        raise Refused("promise-day-unclear")
    return found.day


async def _list_elsewhere(work: Work, question: Question, answer: Answer, made: int) -> None:
    """A public answer of many is heard in more wards than that of its head: promised to all."""
    for ward in await sharing.wards(work, question) if not answer.private else ():
        if ward != question.ward:
            await _kept(work).list_in(made, ward)


def _next_word(work: Work, queue: Queue, due: date, told: Notice | None) -> datetime:
    """When the office is told something again: as it opens on that day."""
    calendar = work.programme.calendar_of(queue)
    if due == NO_DAY:
        due = work.local.date() + timedelta(days=ASKED_AGAIN)
        told = Notice.BEFORE
    match told:
        case None:
            day = working_day_before(due, REMINDED_BEFORE, calendar)
        case Notice.BEFORE:
            day = due
        case _:
            day = due + timedelta(days=1)
    while not calendar.is_working(day):
        day += timedelta(days=1)
    return datetime.combine(day, calendar.hours(day)[0].start, calendar.zone)


async def remind(work: Work) -> int:
    """Tell offices what they have promised, as its day comes and goes; returns how many."""
    due = await _kept(work).to_remind(work.now, _PORTION)
    for one in due:
        await _remind(work, one)
    return len(due)


async def _remind(work: Work, one: Commitment) -> None:
    """Where the program has slept over a day, only the one that fits today is told."""
    notice = _notice(one, work.local.date())
    then = None if notice is Notice.LATE else _next_word(work, one.queue, one.due, notice)
    if not await _kept(work).tell(one, notice, then):
        return
    for person in await _workers(work, one, late=notice is Notice.LATE):
        ours = access.may_keep(person, one.queue)
        told = notice.value if ours else f"{notice.value}-elsewhere"
        await show(work, person, one, f"commitment-{told}")
    if notice is Notice.LATE:
        await commitment_news.tell(work, one.id)


def _notice(one: Commitment, today: date) -> Notice:
    if not one.has_day:
        return Notice.BEFORE
    if one.due < today:
        return Notice.LATE
    return Notice.TODAY if one.due == today or one.told is Notice.BEFORE else Notice.BEFORE


async def _workers(work: Work, one: Commitment, *, late: bool) -> list[Person]:
    """Officers and heads of the office; of what is late its heads and the organisers."""
    heads = await people.holding(work.tx, Role.HEAD, str(one.queue))
    others = (
        await people.holding(work.tx, Role.ORGANISER, "")
        if late
        else await people.holding(work.tx, Role.OFFICER, str(one.queue))
    )
    return list({person.id: person for person in (*others, *heads)}.values())


async def show(work: Work, person: Person, one: Commitment, key: str) -> None:
    """A card of what was promised, with the buttons for what became of it."""
    await work.tell(
        person,
        key,
        buttons(one) if access.may_keep(person, one.queue) else [],
        number=one.number,
        words=words_for(work, person, one),
        office=work.programme.queue_name(one.queue),
        day=_said_day(work, person, one.due),
    )


def may_follow(person: Person) -> bool:
    """Whether they may look what all offices have promised."""
    return access.may_follow_promises(person)


def words_for(work: Work, person: Person, one: Commitment) -> str:
    """What was promised; of what was told to one asker alone no other office reads the words."""
    if one.public or access.may_keep(person, one.queue):
        return one.words
    return work.say(person.language, "commitment-told-alone")


async def of_all(
    work: Work, person: Person, after: int = 0
) -> tuple[list[tuple[Commitment, str]], bool]:
    """A page of what offices still have to do, with their days, what is late first; and whether
    there is more. For organisers. Raises Refused.
    """
    if not access.may_follow_promises(person):
        raise Refused("commitments-of-offices" if access.runs_programme(person) else "no-queue")
    kept = _kept(work)
    found = await kept.of_all(await kept.get(after) if after else None, LINES + 1)
    lines = [(one, _said_day(work, person, one.due)) for one in found[:LINES]]
    return lines, len(found) > LINES


def buttons(one: Commitment) -> Buttons:
    key = "commitment-move-button" if one.has_day else "commitment-day-button"
    kept = Button("commitment-kept-button", "commitmentkept", one.id)
    return [[kept, Button(key, "commitmentmove", one.id)]]


async def open_ones(work: Work, person: Person, after: int = 0) -> tuple[list[Commitment], bool]:
    """A page of what the person's offices still have to do, and whether there is more."""
    if not person.queues:
        raise Refused("no-queue")
    kept, found = _kept(work), list[Commitment]()
    last = await kept.get(after) if after else None
    queues = sorted(person.queues, key=str)
    if last:
        queues = [one for one in queues if str(one) >= str(last.queue)]
    for queue in queues:
        behind = last if last and last.queue == queue else None
        found += await kept.of_queue(queue, behind, PAGE + 1 - len(found))
        if len(found) > PAGE:
            break
    return found[:PAGE], len(found) > PAGE


async def mine(work: Work, person: Person, commitment: int) -> Commitment:
    """A commitment of an office that the person works in. Raises Refused otherwise."""
    found = await _kept(work).get(commitment)
    if found is None or not access.may_keep(person, found.queue):
        raise Refused("commitment-not-yours")
    if not found.is_open:
        raise Refused("commitment-settled")
    return found


async def keep(work: Work, person: Person, commitment: int, words: str) -> Commitment:
    """It is done: the asker, those who share the answer and the followers hear what was done."""
    one = await mine(work, person, commitment)
    said = _said(words)
    if not await _kept(work).settle(one.id, Stand.KEPT, said, work.now):
        raise Refused("commitment-settled")
    await commitment_news.tell(work, one.id)
    return one


async def read_move(
    work: Work, person: Person, commitment: int, words: str
) -> tuple[Commitment, Postponed]:
    """To which day the words move it, and why: nothing is moved yet, and nobody is told.

    Raises Refused where either is missing, and for a day that is not behind the one promised.
    What had no day yet needs no reason for its first one.
    """
    one = await mine(work, person, commitment)
    today, said = work.local.date(), _said(words)
    before = one.due if one.has_day else today
    new = postponed(said, today, before, work.programme.calendar_of(one.queue))
    if new is None or not today < new.day <= today + timedelta(days=FURTHEST):
        raise Refused("commitment-day-unclear")
    _must_be_later(work, person, one, new.day)
    if not new.reason and one.has_day:
        raise Refused("commitment-reason-missing")
    return one, new


def _must_be_later(work: Work, person: Person, one: Commitment, day: date) -> None:
    if one.has_day and day <= one.due:
        due = _said_day(work, person, one.due)
        raise Refused("commitment-day-not-later", day=due)


async def move(work: Work, person: Person, commitment: int, new: Postponed) -> Commitment:
    """Another day, as ``read_move`` has read it: whoever was promised it reads day and reason.

    Raises Refused where somebody has settled it, or moved it as far, in the meantime.
    """
    one = await mine(work, person, commitment)
    _must_be_later(work, person, one, new.day)
    first = _next_word(work, one.queue, new.day, None)
    if not await _kept(work).move(one.id, new.day, new.reason, first):
        raise Refused("commitment-settled")
    await commitment_news.tell(work, one.id)
    return one


async def drop(work: Work, person: Person, commitment: int) -> Commitment:
    """A head of the office says that it was not a promise."""
    one = await mine(work, person, commitment)
    if not access.leads(person, one.queue):
        raise Refused("only-a-head-approves")
    if not await _kept(work).settle(one.id, Stand.DROPPED, "", work.now):
        raise Refused("commitment-settled")
    return one


async def of_wards(
    work: Work, wards: Sequence[str], since: datetime, most: int
) -> list[Commitment]:
    """What these wards were promised in public and is open, or was done since then."""
    found = {one.id: one for ward in wards for one in await _kept(work).of_ward(ward, since, most)}
    return sorted(found.values(), key=lambda one: (one.due, one.id))[:most]


def _said(words: str) -> str:
    said = masking.mask(" ".join(words.split())).text
    if not said or len(said) > _LONGEST:
        raise Refused("commitment-words-wrong", most=str(_LONGEST))
    return said


def _said_day(work: Work, person: Person, day: date) -> str:
    """As the person reads it; ``none`` where none was named."""
    if day == NO_DAY:
        return "none"
    return work.say(person.language, "full-date", **_day(day))


def _day(day: date) -> dict[str, str]:
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
