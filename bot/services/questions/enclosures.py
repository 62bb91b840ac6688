"""Files that go with an answer: laid to its draft, approved with it, public as long as it is."""

from collections.abc import Sequence

from bot.domain.answers import Answer
from bot.domain.enclosures import MOST
from bot.domain.errors import Refused
from bot.domain.files import File
from bot.domain.questions import Question
from bot.services.files import fetching
from bot.work import Work
from storage import enclosures
from storage import files as kept
from storage.enclosures import Enclosure as Enclosure


async def known(work: Work, tokens: Sequence[str]) -> list[File]:
    """What is known of files that wait for their answer; none that is gone."""
    found = [await kept.get(work.tx, token, work.now) for token in tokens]
    return [one for one in found if one]


async def another(work: Work, tokens: Sequence[str], token: str) -> list[str]:
    """The files of an answer with one more. Raises Refused where there are enough."""
    if len(tokens) >= MOST:
        raise Refused("enclosures-enough", most=str(MOST))
    await fetching.known(work, token)
    return [*tokens, token]


async def lay(work: Work, answer: Answer, tokens: Sequence[str]) -> None:
    """They belong to a draft now. Raises Refused if one is gone, or somebody else's."""
    for token in tokens[:MOST]:
        if not await enclosures.put(work.tx, answer.id, token, work.now):
            raise Refused("enclosure-gone")


async def of_answer(work: Work, answer_id: int) -> list[Enclosure]:
    """The files of an answer, as they came."""
    return await enclosures.of_answer(work.tx, answer_id, work.now)


async def names(work: Work, answer_id: int) -> list[str]:
    """What the files of an answer are called."""
    return [one.file.name for one in await of_answer(work, answer_id)]


async def of_returned(work: Work, answer: Answer | None) -> list[str]:
    """The files of a draft that was sent back: they wait for its next version."""
    return [one.file.token for one in await of_answer(work, answer.id)] if answer else []


async def approve(work: Work, question: Question, draft: Answer) -> None:
    """The files of an answer are approved with it. Raises Refused if one is gone by now."""
    if not await enclosures.approve(work.tx, draft.id, work.now):
        raise Refused("enclosure-lost", number=question.number)


async def public(work: Work, number: str, enclosure: int) -> tuple[File, bytes] | None:
    """A file of an answer that everyone may read; SQL decides by the rule of the page."""
    return await enclosures.public(work.tx, number, enclosure, work.now)


async def is_public(work: Work, token: str) -> bool:
    """Whether a file goes with an answer that everyone may read."""
    return await enclosures.is_public(work.tx, token)
