"""Before a question is sent: released answers that fit are offered; nobody is kept from asking."""

from dataclasses import dataclass, replace

from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.services import asking, library
from bot.services.answers import Published
from bot.understanding.routing import Suggestion
from bot.understanding.similar import likeness, terms
from bot.work import Work
from storage import drafts, library_reads

#: How alike two questions have to be. Of the sample's fifteen questions that ask again what another
#: asked, twelve are above it; of its forty-three that nobody asked before, none.
ALIKE = 0.33

#: How many answers are offered, and how many releases are looked at for them.
_OFFERED, _LOOKED_AT = 2, 20


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
    if suggestion.sensitive or suggestion.agency == asking.NOBODY:
        return []
    found = await library.public(work, work.similar.find(text, _LOOKED_AT))
    near = [one for one in found if _is_for(work, person, suggestion, one)]
    said = {word for words in (text, *(one.question for one in near)) for word in terms(words)}
    rarity = work.similar.rarity(said)
    alike = {one.release: likeness(text, one.question, rarity) for one in near}
    near.sort(key=lambda one: -alike[one.release])
    return [one for one in near if alike[one.release] >= ALIKE][:_OFFERED]


def _is_for(work: Work, person: Person, suggestion: Suggestion, one: Published) -> bool:
    """Of today, for this ward, and about the same topic or an allied one."""
    here = not one.queue.ward or one.queue.ward == person.ward
    return here and one.is_current(work.now) and _is_allied(work, suggestion.topic, one.topic)


def _is_allied(work: Work, topic: str, other: str) -> bool:
    """The same topic, or one that the same agency may answer."""
    mine, theirs = work.programme.topic(topic), work.programme.topic(other)
    if topic == other or mine is None or theirs is None:
        return topic == other
    return bool({mine.agency, *mine.also} & {theirs.agency}) or mine.agency in theirs.also


async def read(work: Work, person: Person, draft_id: int, release: int) -> Read:
    """Read an answer instead of sending the draft, which waits a day in case it is sent after all.

    Raises Refused if the answer is not public any more.
    """
    found = await library.public(work, [release])
    if not found:
        raise Refused("answer-gone")
    kept = await drafts.take(work.tx, draft_id, person.id)
    read_id = await library_reads.put(work.tx, person, found[0].answer_id, kept, work.now)
    return Read(answer=found[0], kept=read_id if kept else 0)


async def ask_after_all(work: Work, person: Person, read_id: int) -> int:
    """The question that was not sent is a draft again: its id. Raises Refused if it is gone."""
    kept = await library_reads.take(work.tx, read_id, person.id)
    if kept is None:
        raise Refused("draft-gone")
    return await drafts.put(work.tx, replace(kept, made_at=work.now))
