"""What answers rest on (căn cứ): written with them, ended by an organiser, and who is told then."""

import re
from datetime import date, datetime, time

from bot.domain import access
from bot.domain.announcements import Announcement, Audience, Whom
from bot.domain.answers import AnswerStatus
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.services.answers import ends
from bot.services.queues import queues
from bot.services.relay import announcing
from bot.understanding.bases import Resting, documents, read
from bot.understanding.bases import mark as mark
from bot.work import Work
from storage import answers, audit, bases, clusters, endings
from storage.bases import Basis as Basis

#: How many one look shows.
PAGE = 8

#: The longest name of what replaces a document, in characters.
_LONGEST = 160

#: A day alone is the first on which a document is law no more.
_DAY = re.compile(r"(?:ngày )?\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}", re.IGNORECASE)


def reading(text: str) -> Resting:
    """What an official typed. Raises Refused where no document, or no date, can be read in it."""
    try:
        found = read(text)
    except ValueError:
        raise Refused("basis-no-date") from None
    if not found.names and found.since is None and found.until is None:
        raise Refused("basis-unclear")
    return found


async def lay(work: Work, answer_id: int, text: str) -> Resting:
    """Write down what an answer rests on, and from when to when it holds."""
    found = reading(text)
    for name in found.names:
        basis = await bases.put(work.tx, mark(name), name, work.now)
        await bases.lay_under(work.tx, answer_id, basis)
    await bases.hold(work.tx, answer_id, _morning(work, found.since), _morning(work, found.ends))
    return found


async def lay_if_read(work: Work, answer_id: int, text: str) -> None:
    """The same for what came on paper: where nothing can be read in it, nothing is written down."""
    try:
        await lay(work, answer_id, text)
    except Refused:
        return


async def trouble(work: Work, text: str) -> tuple[str, str]:
    """What its sender should know of a basis that came on paper: (``unread``, its words), or
    (``over``, the document that is no longer law); empty where it is as it should be.
    """
    try:
        found = reading(text)
    except Refused:
        return "unread", text
    ended = await over(work, *found.names)
    return ("over", ended[0].name) if ended else ("", "")


def _morning(work: Work, day: date | None) -> datetime | None:
    return datetime.combine(day, time(), work.programme.zone) if day else None


async def lay_under_newest(work: Work, person: Person, question_id: int, text: str) -> Resting:
    """Write down what the newest answer of a question rests on, for whoever works on it.

    Those who share it have it as their own, and theirs rests on the same.
    """
    question = await queues.work_on(work, person, question_id)
    newest = await answers.newest(work.tx, question.id)
    if newest is None:
        raise question.moved_on()
    before = await endings.get(work.tx, newest.id)
    found = await lay(work, newest.id, text)
    if before and found.until is None:  # a law was added: its end stays, perhaps a prolonged one
        await bases.hold(work.tx, newest.id, _morning(work, found.since), before.ends_at)
    cluster = await clusters.answered(work.tx, question.id)
    if cluster:
        await bases.spread(work.tx, newest.id, cluster)
    if newest.status is AnswerStatus.APPROVED:
        await ends.begin_later(work, question, newest.id, cluster)
    return found


async def over(work: Work, *texts: str) -> list[Basis]:
    """The documents named in these texts that are no longer law, or end on a day to come."""
    marks = dict.fromkeys(mark(name) for text in texts for name in documents(text))
    found = [await bases.over(work.tx, one) for one in marks]
    return [one for one in found if one]


async def of_answer(work: Work, answer_id: int) -> list[str]:
    return [one.name for one in await bases.of_answer(work.tx, answer_id)]


def may_end(person: Person) -> bool:
    return access.may_plan(person)


async def page(work: Work, person: Person, after: str = "") -> list[Basis]:
    """A page of what answers rest on, one more than ``PAGE`` where there are more.

    What has ended stands there too: an ending by mistake is found where it was made.
    """
    access.must_plan(person)
    return await bases.by_mark(work.tx, after, PAGE + 1)


async def get(work: Work, person: Person, basis_id: int) -> Basis:
    """One of them, for organisers. Raises Refused."""
    access.must_plan(person)
    found = await bases.get(work.tx, basis_id)
    if found is None:
        raise Refused("basis-gone")
    return found


async def end(work: Work, person: Person, basis_id: int, typed: str = "") -> Basis:
    """It is no longer law: answers that rest on it are no longer offered.

    ``typed``: what replaces it, and from when, if that is said; a day to come is waited for.
    Raises Refused for a day that there is not, and if it has ended already.
    """
    found = await get(work, person, basis_id)
    after, at = _ending(work, typed)
    if not await bases.end(work.tx, found.id, after, person.id, at):
        raise Refused("basis-ended-already", name=found.name)
    await audit.note(work.tx, work.now, person.id, "ended", f"basis:{found.id}")
    return await get(work, person, basis_id)


def _ending(work: Work, typed: str) -> tuple[str, datetime]:
    """What replaces a document, and the first moment without it."""
    try:
        found = read(f"từ {typed}" if _DAY.fullmatch(typed.strip()) else typed)
    except ValueError:
        raise Refused("basis-no-date") from None
    day = _morning(work, found.since or found.ends)
    named = ", ".join(found.names)
    return named or ("" if day else typed.strip()[:_LONGEST]), day or work.now


async def in_force_again(work: Work, person: Person, basis_id: int) -> Basis:
    """*Hoàn tác*: it had not ended. Raises Refused where nobody said so."""
    found = await get(work, person, basis_id)
    if not await bases.in_force_again(work.tx, found.id):
        raise Refused("basis-in-force", name=found.name)
    await audit.note(work.tx, work.now, person.id, "in force again", f"basis:{found.id}")
    return await get(work, person, basis_id)


async def hearers(work: Work, basis_id: int) -> int:
    """How many people were given an answer that rests on it, and can be told."""
    return await bases.hearers(work.tx, basis_id)


async def announce(work: Work, person: Person, basis_id: int) -> Announcement:
    """An announcement for them, to be read over, handed in, and approved by a second person."""
    found = await get(work, person, basis_id)
    key = "basis-news-replaced" if found.replaced_by else "basis-news"
    day = day_to_come(work, found) or "none"
    texts = {
        one: work.say(one, key, name=found.name, after=found.replaced_by, day=day)
        for one in work.voice.offered
    }
    audience = Audience(Whom.BASIS, str(found.id))
    return await announcing.prepare(work, person, audience, texts)


def day_to_come(work: Work, basis: Basis) -> str:
    """The first day on which it will be law no more; empty if that is no day to come."""
    if basis.ended_at is None or basis.is_over(work.now):
        return ""
    return f"{basis.ended_at.astimezone(work.programme.zone):%d/%m/%Y}"
