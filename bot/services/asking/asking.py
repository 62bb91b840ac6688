"""From words to a question in a queue: drafts, the suggested agency, the promise."""

import textwrap
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import Any

from bot.domain import access
from bot.domain.agencies import Agency, Queue
from bot.domain.calendar import Deadline
from bot.domain.calls import Told
from bot.domain.errors import Refused
from bot.domain.messages import channel_of
from bot.domain.people import Person
from bot.domain.questions import SEALED, Move, Question, Sensitive
from bot.domain.values import dataclass
from bot.services.asking import receipts
from bot.services.people import acting
from bot.services.questions import cards, moves
from bot.understanding import forgetting, masking
from bot.understanding.acknowledging import acknowledges
from bot.understanding.cries import cries
from bot.understanding.examples import Intent
from bot.understanding.parts import parts
from bot.understanding.routing import NOBODY, Router, Suggestion
from bot.understanding.sentences import looks_like_a_question
from bot.work import Work
from storage import attachments, drafts, files, households, people, questions
from storage.drafts import Draft

#: The topic of words that say good day.
_GREETING = "chao_hoi"

#: How many forgotten ones are sent in one transaction.
_FORGOTTEN = 10


@dataclass(frozen=True, slots=True)
class Filed:
    """A question in its queue, and the promise that goes with it."""

    question: Question
    deadline: Deadline
    suggestion: Suggestion
    told: Told  #: who hears of it now


def lives_here(work: Work, person: Person) -> bool:
    """Whether the person's ward is known, and one of today's: wards are merged now and then."""
    ward = work.programme.ward(person.ward)
    return ward is not None and ward.valid.on(work.local.date())


def suggest(work: Work, text: str) -> Suggestion:
    """Which agency the words are for, and why. Pure advice: the person decides.

    Somebody in danger is for the ward, whatever the words are about: it is nearest, and violence
    at home is reported to it (Law 13/2022/QH15). Its head may hand on.
    """
    found = _suggest(work.router, text)
    is_danger = found.sensitive is Sensitive.CRISIS
    near = work.programme.nearest(work.local.date()) if is_danger else ""
    if not near:
        return found
    others = [one for one in (found.agency, *found.alternatives) if one != near]
    return replace(found, agency=near, alternatives=tuple(others))


@lru_cache(maxsize=1024)
def _suggest(router: Router, text: str) -> Suggestion:
    """The same words are asked about several times: when they come, and when they are sent.

    What only says that something was read is never danger, whatever the router hears in it:
    *đã biết rồi em* without marks is near a farewell.
    """
    found = router.suggest(text)
    if found.sensitive and acknowledges(text):
        return replace(
            found,
            agency=NOBODY,
            topic="cam_on",
            alternatives=(),
            kind=Intent.THANKS,
            sensitive=Sensitive.NO,
        )
    return found


def forget_texts(work: Work) -> None:
    """Once this is on disk, words that were erased are not kept at hand either."""

    def forget() -> None:
        _suggest.cache_clear()
        forgetting.forget_texts()
        work.voice.texts.forget()

    work.tx.after_commit(forget)


def agencies_to_choose(work: Work, suggestion: Suggestion) -> list[Agency]:
    """Every agency of today, the likeliest first."""
    order = [suggestion.agency, *suggestion.alternatives]
    rank = {agency_id: place for place, agency_id in enumerate(order)}
    today = work.programme.agencies_on(work.local.date())
    return sorted(today, key=lambda agency: rank.get(agency.id, len(rank)))


def agencies_of_today(work: Work) -> tuple[Agency, ...]:
    return work.programme.agencies_on(work.local.date())


def office(work: Work, person: Person, agency_id: str) -> str:
    """What people call the office that an agency means for this person."""
    return work.programme.queue_name(Queue.of(_agency(work, agency_id), person.ward))


def also_likely(work: Work, suggestion: Suggestion) -> list[str]:
    """The agencies to offer beside the suggested one, at most two."""
    first = _agency(work, suggestion.agency)
    others = dict.fromkeys(_agency(work, one) for one in suggestion.alternatives)
    return [one for one in others if one != first][:2]


def is_accusation(work: Work, text: str) -> bool:
    """Whether the words accuse somebody: their writer says who is to read them."""
    return suggest(work, text).sensitive is Sensitive.ACCUSATION


def is_crisis(work: Work, text: str) -> bool:
    """Whether somebody is in danger: nothing may stand between these words and a human."""
    return suggest(work, text).sensitive is Sensitive.CRISIS


def sealing(work: Work, text: str, *, is_short: bool = False) -> Sensitive:
    """Danger or an accusation, if the words are one of them; otherwise ``NO``.

    ``is_short``: a few words where something else was waited for; of them only a cry counts.
    """
    if is_short:
        return Sensitive.CRISIS if cries(text) else Sensitive.NO
    why = suggest(work, text).sensitive
    return why if why in SEALED else Sensitive.NO


def has_gaps(text: str) -> bool:
    """Whether a number was left out of these words before they were kept."""
    return masking.LEFT_OUT in text


def small_talk(work: Work, text: str) -> str:
    """``thanks``, ``abuse`` or ``offtopic`` where nobody needs to be asked; otherwise empty."""
    suggestion = suggest(work, text)
    return suggestion.kind if suggestion.agency == NOBODY else ""


def is_greeting(work: Work, text: str) -> bool:
    """Whether somebody says good day, and nothing else."""
    return suggest(work, text).topic == _GREETING


def is_cry(work: Work, text: str) -> bool:
    """Whether a number to call in danger, or the sign for it, is all that was sent."""
    numbers = {number for _, number in work.programme.hotlines}
    return text.strip(" .!?") in {*numbers, "🆘"}


def sounds_like_a_question(work: Work, text: str) -> bool:
    """Whether words that do not fit the step could be something to ask."""
    return looks_like_a_question(text) and not small_talk(work, text)


def shortened(text: str, most: int = 160) -> str:
    """The beginning of a text, cut between words."""
    return textwrap.shorten(text, most, placeholder=" …") if len(text) > most else text


def hotlines(work: Work) -> str:
    """The numbers to call in need, one a line."""
    return "\n".join(f"{what}: {number}" for what, number in work.programme.hotlines)


def kept(work: Work, filed: Filed) -> dict[str, Any]:
    """What the text ``kept-sealed`` needs: who alone reads an accusation, and who else hears one,
    for those who read it here may be too near to whom it is about.
    """
    return {
        "told": filed.told.value,
        "office": work.programme.queue_name(filed.question.queue),
        "numbers": reception(work) or "none",
    }


def reception(work: Work) -> str:
    """Who else hears accusations, one a line; empty where the programme names nobody."""
    named = [f"{what}: {number}" for what, number in work.programme.reception]
    return "\n".join(named) or work.programme.contact


def matters(work: Work, text: str) -> int:
    """How many questions the words could become, each for another agency; 0 if they are one."""
    return len(parts(work.router, text))


class WardMissing(Refused):
    """Nobody knows yet whose ward the question belongs to."""


async def file(work: Work, person: Person, draft_id: int, agency: str = "") -> Filed:
    """Send a draft to an agency, or to the suggested one. Raises Refused if it is gone already.

    Needs consent and a ward (or raises WardMissing), nothing else; what is refused stays a draft.
    The promise: the agency's working days from today. One for a household needs its consent, and
    goes where it lives.
    """
    async with work.tx.savepoint():
        return await _file(work, person, draft_id, agency)


async def _file(work: Work, person: Person, draft_id: int, agency: str) -> Filed:
    taken = await drafts.take(work.tx, draft_id, person.id)
    if taken is None:
        raise Refused("draft-gone")
    asker = await stands_for(work, person, taken)
    if not lives_here(work, asker):
        raise Refused("home-nowhere") if taken.household else WardMissing("ward-first")
    suggestion = suggest(work, taken.text)
    queue = queue_for(work, agency or suggestion.agency, asker.ward)
    deadline = promise(work, queue)
    question = await questions.file(
        work.tx, await _new_question(work, asker, taken, suggestion, queue, deadline)
    )
    await attachments.add(
        work.tx, question.id, channel_of(taken.address), taken.attachments, work.now
    )
    for one in taken.attachments:  # what came through the web chat lies here, and would expire
        await files.stay(work.tx, one.ref, work.now + work.rules.files)
    how = await acting.how_asked(work, person, taken.household)
    await moves.record(work, question, Move.ASK, before="", actor=person.id, detail=how)
    told = await cards.announce(work, question)
    return Filed(question, deadline, suggestion, told)


async def stands_for(work: Work, person: Person, draft: Draft) -> Person:
    """The asker, placed where the question belongs. Raises Refused where consent is missing."""
    if not draft.household:
        access.must_consent(person)
    return await acting.standing_in(work, person, draft.household)


async def where_today(work: Work, question: Question) -> tuple[Queue, str]:
    """The queue and the ward to which a question belongs by now: its own, or where an office or a
    ward has ended since, those that took over.
    """
    asker = await people.get(work.tx, question.asker)
    home = await households.get(work.tx, question.household) if question.household else None
    known = home.ward if home else asker.ward if asker else ""
    ward = work.programme.ward_serving(question.ward, work.local.date(), known)
    ward_id = ward.id if ward else question.ward
    return queue_for(work, question.queue.agency, ward_id), ward_id


def queue_for(work: Work, agency_id: str, ward: str) -> Queue:
    """The queue of the agency that answers today for people of ``ward``."""
    return Queue.of(_agency(work, agency_id), ward)


def _agency(work: Work, agency_id: str) -> str:
    """The agency that answers today; one that was dissolved is followed to its successor.

    What belongs to nobody goes to the ward, which passes it on; where there is none, to whoever
    the programme has in its place.
    """
    today = work.local.date()
    if agency := work.programme.serving(agency_id, today):
        return agency.id
    return work.programme.nearest(today) or work.programme.agencies_on(today)[0].id


def promise(work: Work, queue: Queue) -> Deadline:
    """The moment by which this queue answers what arrives now."""
    return work.programme.promise(queue, work.now)


async def _new_question(
    work: Work,
    person: Person,
    taken: Draft,
    suggestion: Suggestion,
    queue: Queue,
    deadline: Deadline,
) -> Question:
    session = work.programme.session_of_ward(person.ward, work.now)
    return Question(
        id=0,
        number=await questions.next_number(work.tx, work.programme.number_prefix),
        asker=person.id,
        household=taken.household,
        address=taken.address,
        ward=person.ward,
        hamlet=person.hamlet,
        session=session.number if session else 0,
        phase=session.phase(work.now) if session else "",
        text=taken.text,
        topic=suggestion.topic,
        queue=queue,
        kind=suggestion.kind,
        sensitive=suggestion.sensitive,
        asked_at=work.now,
        due_at=deadline.at,
        promised_days=deadline.days,
    )


async def file_forgotten(work: Work, after: timedelta) -> int:
    """Send drafts whose writer never pressed *Gửi*, to the suggested agency.

    The writer was told so when the draft was shown, and gets the same receipt. One that cannot be
    sent yet is looked at again ``after`` that. Returns how many were looked at, some at a time.
    """
    found = await drafts.older_than(work.tx, work.now - after, _FORGOTTEN)
    for one in found:
        person = await people.get(work.tx, one.person)
        if person and await _can_be_sent(work, person, one):
            filed = await file(work, person, one.id)
            await receipts.tell(work, person, filed.question, filed.deadline)
            if filed.question.sensitive is Sensitive.ACCUSATION and not one.household:
                await work.tell(person, "kept-sealed", **kept(work, filed))
        else:
            await drafts.put_off(work.tx, one.id, work.now)
    return len(found)


async def _can_be_sent(work: Work, person: Person, draft: Draft) -> bool:
    try:
        return lives_here(work, await stands_for(work, person, draft))
    except Refused:
        return False
