"""Before a question is sent: released answers that fit are offered; nobody is kept from asking."""

from collections.abc import AsyncIterator
from dataclasses import replace

from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.domain.values import dataclass
from bot.services.answers import bases, library
from bot.services.answers.answers import Published
from bot.services.asking import asking
from bot.services.questions import enclosures
from bot.understanding.routing import NOBODY, Suggestion
from bot.understanding.similar import Hit, likeness, terms
from bot.work import Work
from storage import drafts, library_reads

#: How alike two questions have to be. Of the sample's fifteen questions that ask again what another
#: asked, twelve are above it; of its forty-five others, none.
ALIKE = 0.33

#: The same for an official who looks for something to begin from.
NEAR = 0.2

#: How many answers are offered, and how many releases are looked at for them.
_OFFERED, _LOOKED_AT = 2, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An answer that was read instead of asking."""

    answer: Published
    kept: int  #: under which the question that was not sent waits; 0 if it was sent already


async def fitting(work: Work, person: Person, text: str) -> list[Published]:
    """At most two answers of today to the same question in other words, the most alike first.

    None where somebody is in danger or accused, where words are private, or nobody is asked.
    """
    suggestion = asking.suggest(work, text)
    if suggestion.sensitive or suggestion.agency == NOBODY:
        return []
    offered: list[Published] = []
    async for one in _alike(work, text, ALIKE, served=person.ward):
        if _is_for(work, person, suggestion, one):
            offered.append(one)
        if len(offered) == _OFFERED:
            break
    return offered


async def _alike(
    work: Work, text: str, least: float, *, served: str | None = None
) -> AsyncIterator[Published]:
    """Public answers of today to questions that are at least so much alike, best first.

    ``served``: those of offices that serve this ward have room, however much others fit.
    """
    alike = likeness(list(terms(text)), work.similar.rarity())

    def fits(hit: Hit) -> float:
        share = alike(hit.asked)
        return share if share >= least else 0.0

    hits = work.similar.find(text, _LOOKED_AT, asked=True, served=served)
    async for one in library.fitting(work, hits, fits):
        if one.is_current(work.now):
            yield one


def _is_for(work: Work, person: Person, suggestion: Suggestion, one: Published) -> bool:
    """For this ward, and about the same topic or an allied one."""
    here = not one.queue.ward or one.queue.ward == person.ward
    return here and _is_allied(work, suggestion.topic, one.topic)


def _is_allied(work: Work, topic: str, other: str) -> bool:
    """The same topic, or one that the same agency may answer."""
    mine, theirs = work.programme.topic(topic), work.programme.topic(other)
    if topic == other or mine is None or theirs is None:
        return topic == other
    return bool({mine.agency, *mine.also} & {theirs.agency}) or mine.agency in theirs.also


async def reusable(work: Work, question: Question) -> list[Published]:
    """Public answers of today to questions like this one; those of its own queue first."""
    alike = [one async for one in _alike(work, question.text, NEAR)]
    near = [one for one in alike if one.number != question.number]
    near.sort(key=lambda one: one.queue != question.queue)
    return near[:_OFFERED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reused:
    """An earlier answer, to be sent again or changed."""

    answer: Published
    basis: str  #: what it rests on
    files: tuple[str, ...]  #: what came with it, by their secret names


async def reused(work: Work, release: int) -> Reused:
    """An earlier answer with all that belongs to it. Raises Refused if it may not be used any
    more."""
    found = await library.one(work, release)
    if found is None or not found.is_current(work.now):
        raise Refused("answer-gone")
    papers = await enclosures.of_answer(work, found.answer_id)
    return Reused(
        answer=found,
        basis="; ".join(await bases.of_answer(work, found.answer_id)),
        files=tuple(one.file.token for one in papers),
    )


async def read(work: Work, person: Person, draft_id: int, release: int) -> Read:
    """Read an answer instead of sending the draft, which waits a day in case it is sent after all.

    Raises Refused if the answer is no longer public.
    """
    found = await library.one(work, release)
    if found is None:
        raise Refused("answer-gone")
    kept = await drafts.take(work.tx, draft_id, person.id)
    read_id = await library_reads.put(work.tx, person, found.answer_id, kept, work.now)
    return Read(answer=found, kept=read_id if kept else 0)


async def ask_after_all(work: Work, person: Person, read_id: int) -> int:
    """The question that was not sent is a draft again: its id. Raises Refused if it is gone."""
    kept = await library_reads.take(work.tx, read_id, person.id)
    if kept is None:
        raise Refused("draft-gone")
    return await drafts.put(work.tx, replace(kept, made_at=work.now))
