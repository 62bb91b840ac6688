"""Before an answer goes to its head: advice for plainer words, and a gate for what tells of people.

The gate is for answers that a ward hears. What is for the asker alone may name them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.errors import Refused
from bot.domain.questions import Question
from bot.understanding import leaks, plain
from bot.understanding.leaks import Kind, Leak
from bot.understanding.plain import Advice
from bot.work import Work
from storage import households, people

#: How many names of one answer are looked for on the ward's list.
_NAMES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is to be said of an answer before it is sent."""

    advice: Advice
    leaks: tuple[Leak, ...]  #: for these it must be mended, or be for the asker alone


async def check(work: Work, question: Question, text: str) -> Checked:
    """Look at an answer. One to a question that stays private can leak nothing."""
    found = () if question.stays_private else tuple(await _leaks(work, question, text))
    return Checked(advice=plain.advice(text), leaks=found)


async def telling(work: Work, question: Question, *texts: str) -> str:
    """What in an answer tells of a person and a ward must not hear; empty if nothing does."""
    if question.stays_private:
        return ""
    found = [leak for text in texts if text for leak in await _leaks(work, question, text)]
    return found[0].words if found else ""


async def must_tell_nothing(work: Work, question: Question, *texts: str) -> None:
    """Raises Refused for an answer that tells of a person what a ward must not hear."""
    if words := await telling(work, question, *texts):
        raise Refused("answer-leaks", words=words)


async def _leaks(work: Work, question: Question, text: str) -> list[Leak]:
    programme = work.programme
    known = " ; ".join([programme.contact, *(number for _, number in programme.hotlines)])
    named = leaks.names_in(text)[:_NAMES]
    listed = await _listed(work, question, [one.name for one in named])
    return [
        *await _asker(work, question, text),
        *leaks.told(named, listed),
        *leaks.in_words(text, known, question.text),
    ]


async def _asker(work: Work, question: Question, text: str) -> list[Leak]:
    """Who asked, and those they live with."""
    person = await people.get(work.tx, question.asker)
    found = leaks.asker_in(text, person.name) if person else ""
    names = await _at_home(work, question.asker)
    at_home = [name for name in names if leaks.asker_in(text, name) == name]
    return [Leak(Kind.ASKER, one) for one in dict.fromkeys([found, *at_home]) if one]


async def _at_home(work: Work, person: int) -> list[str]:
    bonds = await households.bonds_of(work.tx, person)
    homes = [await households.get(work.tx, one.household) for one in bonds[:_NAMES]]
    return [home.name for home in homes if home and home.name]


async def _listed(work: Work, question: Question, names: Sequence[str]) -> set[str]:
    """Those of these names that stand on the list of the question's ward."""
    found = {name: await households.listed_as(work.tx, question.ward, name) for name in names}
    return {name for name, homes in found.items() if homes}
