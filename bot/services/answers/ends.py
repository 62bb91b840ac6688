"""An answer that holds for a time ends: its office hears so before, and when it has ended.

A tick notes what has come, and only when all of that is noted tells one office after the other:
one message for all its answers, each shared one once. Whoever was given one hears nothing of it
until an official has decided so, and then by a tick that goes on where it stopped.
"""

from collections.abc import Sequence

from bot.domain import access, endings
from bot.domain.agencies import Queue
from bot.domain.endings import STALE, Ending
from bot.domain.people import Person, Role
from bot.domain.questions import Question
from bot.domain.values import dataclass
from bot.i18n import HOME
from bot.services.asking import asking
from bot.services.questions import ending_words
from bot.services.reach import reach
from bot.voice import Button, Buttons
from bot.work import Work
from storage import addresses, answers, people, questions
from storage import endings as stored

#: How many ends are looked at, and how many askers told, in one transaction.
PORTION = 50

#: How many of them it names.
NAMED = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer that ends, and the question under which its office knows it."""

    ending: Ending
    question: Question


@dataclass(frozen=True, slots=True)
class _Sums:
    """What one message says of many."""

    ended: int
    soon: int
    lines: str


async def begin(work: Work, question: Question, answer: int) -> None:
    """An answer is approved: it holds until the end that was written down with it, if there is one,
    in place of those before.
    """
    await stored.drop_of_question(work.tx, question.id)
    ends = await stored.ends_at(work.tx, answer)
    if ends is not None:
        calendar = work.programme.calendar_of(question.queue)
        next_at = endings.first_word(ends, calendar, work.now)
        await stored.put(work.tx, answer, question, ends, next_at)


async def begin_later(work: Work, question: Question, answer: int, cluster: int) -> None:
    """The end was written down after the approval; also for all of ``cluster``. One that is the
    same was told of already.
    """
    known = await stored.get(work.tx, answer)
    if known is None or known.ends_at != await stored.ends_at(work.tx, answer):
        await stored.drop_family(work.tx, answer)
        await begin(work, question, answer)
    if cluster:
        await stored.spread(work.tx, answer, cluster)


async def step(work: Work) -> int:
    """Note what has come, then tell one office; 0 once there is nothing of either."""
    due = await stored.due(work.tx, work.now, PORTION)
    for one in due:
        await _look(work, one)
    return len(due) or await _tell_next(work)


async def _look(work: Work, one: Ending) -> None:
    answer = await answers.get(work.tx, one.answer)
    question = await questions.get(work.tx, one.question)
    if answer is None or question is None or not answer.text:
        await stored.drop(work.tx, one.answer)
        return
    queue, _ = await asking.where_today(work, question)
    calendar = work.programme.calendar_of(queue)
    told, at = endings.word_due(one, calendar, work.now)
    if at > work.now:
        await stored.plan(work.tx, one, queue, at, work.now)
        return
    await stored.note(
        work.tx,
        one,
        queue,
        told,
        next_at=endings.word_after(one, told, calendar),
        silent=one.ends_at <= work.now - STALE,
        now=work.now,
    )


# ── its office ───────────────────────────────────────────────────────────────────────────────


async def _tell_next(work: Work) -> int:
    """Tell one office all that was noted for it; 0 if none is left."""
    queue = await stored.untold(work.tx)
    if queue is None:
        return 0
    found = await shown(work, await stored.take(work.tx, queue))
    if unheard := await _tell_people(work, queue, found):
        await _tell_elsewhere(work, queue, unheard)
    return 1


async def shown(work: Work, found: Sequence[Ending]) -> list[Shown]:
    """Each shared answer once, what ends first before others."""
    once = {one.family: one for one in reversed(found)}
    ordered = sorted(once.values(), key=lambda one: (one.ends_at, one.answer))
    pairs = [(one, await questions.get(work.tx, one.question)) for one in ordered]
    return [Shown(one, question) for one, question in pairs if question]


async def _tell_people(work: Work, queue: Queue, found: Sequence[Shown]) -> list[Shown]:
    """Officers and heads, each what they may know of; returns what nobody could be told of."""
    heads = await people.holding(work.tx, Role.HEAD, str(queue))
    officers = await people.holding(work.tx, Role.OFFICER, str(queue))
    heard = set[int]()
    for person in {one.id: one for one in (*officers, *heads)}.values():
        theirs = [one for one in found if access.may_work_on(person, one.question, queue)]
        if theirs and await _tell_one(work, person, theirs):
            heard |= {one.ending.answer for one in theirs}
    return [one for one in found if one.ending.answer not in heard]


async def _tell_one(work: Work, person: Person, theirs: Sequence[Shown]) -> bool:
    sums = _summed(work, person.language, theirs)
    return await work.tell(
        person,
        "ends-digest",
        _buttons(theirs),
        group="no",
        ended=sums.ended,
        soon=sums.soon,
        lines=sums.lines,
    )


async def _tell_elsewhere(work: Work, queue: Queue, found: Sequence[Shown]) -> None:
    """Nobody of the office has a chat of their own: its groups read it, or the organisers. Of what
    is private no group reads, and organisers only that somebody is missing.
    """
    openly = [one for one in found if not one.question.stays_private]
    groups = await addresses.of_queue(work.tx, str(queue)) if openly else []
    sums = _summed(work, HOME, openly)
    for group in groups:
        words = work.voice.render(
            HOME, "ends-digest", group="yes", ended=sums.ended, soon=sums.soon, lines=sums.lines
        )
        await work.send(group.address, words)
    hidden = sum(one.question.stays_private for one in found)
    office = work.programme.queue_name(queue)
    for one in await people.holding(work.tx, Role.ORGANISER, ""):
        if openly and not groups:
            sums = _summed(work, one.language, openly)
            await work.tell(
                one,
                "ends-nobody",
                office=office,
                ended=sums.ended,
                soon=sums.soon,
                lines=sums.lines,
            )
        if hidden:
            await work.tell(one, "ends-nobody-private", office=office, many=hidden)


def _summed(work: Work, language: str, found: Sequence[Shown]) -> _Sums:
    ended = sum(one.ending.has_ended(work.now) for one in found)
    lines = "\n".join(line(work, language, one) for one in found[:NAMED])
    return _Sums(ended, len(found) - ended, lines)


def line(work: Work, language: str, one: Shown) -> str:
    """Its number, its topic and the last day; of what is private no topic."""
    topic = None if one.question.stays_private else work.programme.topic(one.question.topic)
    return work.say(
        language,
        "ends-line",
        number=one.question.number,
        topic=topic.name if topic else "none",
        day=ending_words.day(work, language, one.ending),
        ended="yes" if one.ending.has_ended(work.now) else "no",
    )


def _buttons(found: Sequence[Shown]) -> Buttons:
    if len(found) == 1:
        return actions(found[0])
    each = [
        [Button("ends-one-button", "endsone", one.ending.answer, {"number": one.question.number})]
        for one in found[:NAMED]
    ]
    more = [[Button("ends-all-button", "ends", 0, {"many": str(len(found))})]]
    return each + (more if len(found) > NAMED else [])


def actions(one: Shown, *, is_open: bool = False, can_tell: bool = True) -> Buttons:
    """What can be done about it; ``is_open``: its words stand above."""
    answer = one.ending.answer
    see = [] if is_open else [Button("ends-see-button", "endsone", answer)]
    tells = can_tell and one.ending.spread_at is None
    return [
        [Button("ends-prolong-button", "endsprolong", answer)],
        [*see, Button("ends-anew-button", "endsanew", answer)],
        *([[Button("ends-tell-button", "endstell", answer)]] if tells else []),
    ]


# ── who asked ────────────────────────────────────────────────────────────────────────────────


async def tell_askers(work: Work) -> int:
    """Tell the next portion of those who asked what an answer says; 0 where all have heard."""
    found = await stored.telling(work.tx, PORTION)
    for one in found:
        if await stored.said(work.tx, one.answer):
            await _tell_asker(work, one)
    return len(found)


async def _tell_asker(work: Work, one: Ending) -> None:
    """Under the number of their own question; nobody where it was erased."""
    question = await questions.get(work.tx, one.question)
    if question is None or question.is_erased:
        return
    asker = await people.get(work.tx, question.asker)
    language = asker.language if asker else HOME
    await reach.tell_asker(
        work,
        question,
        "told-answer-ends",
        subject=f"ends:{one.answer}/{question.id}",
        number=question.number,
        asked=ending_words.asked(question),
        text=await ending_words.as_approved(work, language, one, question),
    )
