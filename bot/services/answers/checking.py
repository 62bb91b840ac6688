"""Before an answer goes to its head: advice for plainer words, and a gate for what tells of people.

The gate is for answers that a ward hears. What is for the asker alone may name them.
"""

from collections.abc import Sequence

from bot.domain.commitments import Pledge
from bot.domain.errors import Refused
from bot.domain.questions import Question
from bot.domain.values import dataclass
from bot.services.answers import commitments
from bot.services.questions import belonging
from bot.understanding import leaks, mentions, plain
from bot.understanding.leaks import Kind, Leak
from bot.understanding.plain import Advice
from bot.work import Work
from storage import clusters, households, people

#: How many names of one answer are looked for on the ward's list.
_NAMES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is to be said of an answer before it is sent."""

    advice: Advice
    leaks: tuple[Leak, ...]  #: for these it must be mended, or be for the asker alone
    undated: tuple[Pledge, ...] = ()  #: promised without a day: advice, never a gate
    own_case: bool = False  #: its asker alone hears it, for they said that their case is another
    named: tuple[str, ...] = ()  #: people who seem to be nobody to go to: advice as well


async def check(work: Work, question: Question, text: str) -> Checked:
    """Look at an answer. One that its asker alone hears can leak nothing."""
    is_private = await belonging.is_for_asker_alone(work, question)
    found = () if is_private else tuple(await _leaks(work, question, text))
    told = " ; ".join(one.words for one in found)
    named = () if is_private else mentions.told_of(text)
    return Checked(
        own_case=is_private and not question.stays_private,
        advice=plain.advice(text),
        leaks=found,
        undated=commitments.undated(work, question, text),
        named=tuple(one for one in named if not _is_told(one, told)),
    )


def _is_told(name: str, leaks_told: str) -> bool:
    """Whether a name stands in what has to be mended anyway, with or without its title."""
    return name in leaks_told or name.partition(" ")[2] in leaks_told


async def telling(work: Work, question: Question, *texts: str) -> str:
    """What in an answer tells of a person and a ward must not hear; empty if nothing does."""
    if await belonging.is_for_asker_alone(work, question):
        return ""
    found = [leak for text in texts if text for leak in await _leaks(work, question, text)]
    return found[0].words if found else ""


async def must_tell_nothing(work: Work, question: Question, *texts: str) -> None:
    """Raises Refused for an answer that tells of a person what a ward must not hear."""
    if words := await telling(work, question, *texts):
        raise Refused("answer-leaks", words=words)


async def _leaks(work: Work, question: Question, text: str) -> list[Leak]:
    programme = work.programme
    everybodys = (*programme.hotlines, *programme.reception)
    known = " ; ".join([programme.contact, *(number for _, number in everybodys)])
    asked = await _who_ask(work, question)
    named = mentions.names_in(text)[:_NAMES]
    listed = await _listed(work, asked.wards, [one.name for one in named])
    return [
        *_askers(asked, text),
        *leaks.told(named, listed),
        *leaks.in_words(text, known, asked.words),
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Everybody who gets one answer."""

    names: Sequence[str]
    homes: Sequence[str]  #: names of the households they live in or help
    wards: Sequence[str]  #: where it is heard
    words: str  #: of all of them


async def _who_ask(work: Work, question: Question) -> _Asked:
    """Its asker; where questions share the answer, the askers of all of them."""
    cluster = await clusters.of(work.tx, question.id)
    if cluster is None or cluster.ended_at:
        person = await people.get(work.tx, question.asker)
        names = [person.name] if person else []
        homes = await _at_home(work, question.asker)
        return _Asked(names, homes, [question.ward], question.text)
    found = [one.question for one in await clusters.members(work.tx, cluster.id)]
    return _Asked(
        await clusters.names(work.tx, cluster.id),
        await clusters.homes(work.tx, cluster.id),
        sorted({one.ward for one in found}),
        " ; ".join(one.text for one in found),
    )


def _askers(asked: _Asked, text: str) -> list[Leak]:
    """Who asked, and those they live with."""
    found = [leaks.asker_in(text, name) for name in asked.names]
    at_home = [name for name in asked.homes if name and leaks.asker_in(text, name) == name]
    return [Leak(Kind.ASKER, one) for one in dict.fromkeys([*found, *at_home]) if one]


async def _at_home(work: Work, person: int) -> list[str]:
    bonds = await households.bonds_of(work.tx, person)
    homes = [await households.get(work.tx, one.household) for one in bonds[:_NAMES]]
    return [home.name for home in homes if home and home.name]


async def _listed(work: Work, wards: Sequence[str], names: Sequence[str]) -> set[str]:
    """Those of these names that stand on the list of a ward that hears the answer."""
    return {
        name for name in names for ward in wards if await households.listed_as(work.tx, ward, name)
    }
