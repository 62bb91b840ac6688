"""What an office does about an answer that ends: prolong it, write a newer one, tell people."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain import access, endings
from bot.domain.agencies import Queue
from bot.domain.announcements import Announcement, Audience
from bot.domain.answers import Answer
from bot.domain.endings import FURTHEST, STALE, Ending, Place
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.questions import ANSWERED, Move, Question, Status
from bot.domain.values import dataclass
from bot.services.answers import ends
from bot.services.answers.ends import Shown
from bot.services.asking import asking
from bot.services.questions import ending_words, moves
from bot.services.reach import reach
from bot.services.relay import announcing
from bot.understanding.bases import read
from bot.understanding.last_days import last_day
from bot.work import Work
from storage import answers, audit, bases, people, questions
from storage import endings as stored

#: How many answers one look shows.
PAGE = 8


@dataclass(frozen=True, slots=True)
class Opened:
    """An answer that ends, with all that its office knows of it."""

    shown: Shown
    answer: Answer
    hearers: int  #: how many people can be told that it ends


async def page(work: Work, person: Person, after: Place | None = None) -> tuple[list[Shown], bool]:
    """A page of what ends or has ended lately in the person's offices, what ends first before
    others; and whether there is more.

    ``after``: what ended the page before. Raises Refused.
    """
    if not person.queues:
        raise Refused("no-queue")
    found = [one for queue in person.queues for one in await _first(work, person, queue, after)]
    found.sort(key=lambda one: one.ending.place)
    return found[:PAGE], len(found) > PAGE


async def _first(work: Work, person: Person, queue: Queue, after: Place | None) -> list[Shown]:
    """The first of one office that the person may know of; one more than a page shows."""
    since, most, found = work.now - STALE, PAGE + 1, list[Shown]()
    while len(found) < most and (some := await stored.of_queue(work.tx, queue, since, after, most)):
        shown = await ends.shown(work, some)
        found += [one for one in shown if access.may_work_on(person, one.question, queue)]
        after = some[-1].place
    return found


async def get(work: Work, person: Person, answer_id: int) -> Opened:
    """One of them, for whoever works at its office. Raises Refused, and tells nothing of it."""
    if not person.queues:
        raise Refused("no-queue")
    one = await stored.get(work.tx, answer_id)
    answer = await answers.get(work.tx, answer_id) if one else None
    question = await questions.get(work.tx, answer.question) if answer else None
    if one is None or answer is None or question is None:
        raise Refused("ends-gone")
    queue, _ = await asking.where_today(work, question)
    if not access.may_work_on(person, question, queue):
        raise Refused("not-your-queue")
    one, is_alone = replace(one, queue=queue), answer.private or question.stays_private
    hearers = 1 if is_alone else await bases.hearers(work.tx, family=one.family)
    return Opened(Shown(one, question), answer, hearers)


async def prolong(work: Work, person: Person, answer_id: int, typed: str) -> date:
    """It holds until another day, for all who share it; returns that day. The heads hear of it.

    Raises Refused where no day, or one that is over or too far away, can be read.
    """
    found = await get(work, person, answer_id)
    one, question = found.shown.ending, found.shown.question
    day = _day(work, typed)
    first = datetime.combine(day + timedelta(days=1), time(), work.programme.zone)
    next_at = endings.first_word(first, work.programme.calendar_of(one.queue), work.now)
    await stored.prolong(work.tx, one.family, first, next_at)
    await audit.note(work.tx, work.now, person.id, "prolonged", f"answer:{one.answer}")
    for head in await people.holding(work.tx, Role.HEAD, str(one.queue)):
        if head.id != person.id and access.may_work_on(head, question, one.queue):
            await work.tell(
                head,
                "ends-prolonged-by",
                name=person.name or work.say(head.language, "a-colleague"),
                number=question.number,
                day=ending_words.full(work, head.language, day),
                to="earlier" if first < one.ends_at else "later",
            )
    return day


async def law_over(work: Work, answer_id: int, day: date) -> tuple[str, date] | None:
    """What the answer rests on that ends by ``day``, and since when it is not offered for that."""
    laws = [
        (work.programme.calendar.local(one.ended_at).date(), one.name)
        for one in await bases.of_answer(work.tx, answer_id)
        if one.ended_at
    ]
    since, name = min(laws, default=(date.max, ""))
    return (name, since) if since <= day else None


def _day(work: Work, typed: str) -> date:
    """The last day, as typed: *31/12/2027*, *cuối năm 2027*, or as beside a basis."""
    today = work.local.date()
    try:
        day = last_day(typed, today) or read(typed).until
    except ValueError:
        raise Refused("ends-day-unclear") from None
    if day is None or not today <= day <= today + FURTHEST:
        raise Refused("ends-day-unclear")
    return day


async def anew(work: Work, person: Person, answer_id: int) -> Question:
    """The question is open again, for a newer answer; its asker reads by when. Raises Refused."""
    found = await get(work, person, answer_id)
    question = await questions.to_move(work.tx, found.shown.question.id)
    if question is None or question.is_erased:
        raise Refused("ends-gone")
    if question.is_open and question.status is not Status.APPROVED:
        return question
    if question.status not in ANSWERED:
        raise question.moved_on()
    return await _open_again(work, person, question, found.shown.ending)


async def _open_again(work: Work, person: Person, question: Question, one: Ending) -> Question:
    queue, ward = await asking.where_today(work, question)
    deadline = asking.promise(work, queue)
    moved = await moves.make(
        work,
        question,
        Move.REOPEN,
        person.id,
        detail=f"{question.queue} → {queue}" if queue != question.queue else "",
        queue=queue,
        ward=ward,
        taken_by=None,
        due_at=deadline.at,
        promised_days=deadline.days,
        answered_at=None,
        reopened=question.reopened + 1,
        closed_at=None,
    )
    asker = await people.get(work.tx, moved.asker)
    if asker:
        await reach.tell_asker(
            work,
            moved,
            "told-answered-anew",
            number=moved.number,
            asked=ending_words.asked(moved),
            day=ending_words.day(work, asker.language, one),
            ended="yes" if one.has_ended(work.now) else "no",
            office=work.programme.queue_name(one.queue),
            due=work.moment(asker.language, moved.due_at),
        )
    return moved


async def tell(work: Work, person: Person, answer_id: int) -> Announcement | None:
    """What its receivers will read, to be read over and handed in; None where one alone was given
    it in private: they hear it now. Raises Refused if they have heard it.
    """
    found = await get(work, person, answer_id)
    one = found.shown.ending
    if one.spread_at is not None:
        raise Refused("ends-told-already")
    if found.answer.private or found.shown.question.stays_private:
        await stored.spread_alone(work.tx, one.answer, work.now)
        await audit.note(work.tx, work.now, person.id, "told of the end", f"answer:{one.answer}")
        return None
    question = found.shown.question
    texts = {lang: ending_words.told(work, lang, one, question) for lang in work.voice.offered}
    audience = Audience.of_answer(one, question.number)
    return await announcing.prepare(work, person, audience, texts)
