"""What officials correct teaches: the next question like it goes where this one was handed on."""

from bot.domain.questions import Question
from bot.programme_cache import ProgrammeCache
from bot.work import Work, Works
from storage import labels
from storage.database import Tx


async def learn(work: Work, question: Question, agency: str) -> None:
    """A question belongs to another agency. What is private or sealed teaches nothing."""
    topic = work.router.topic_of(question.text, agency)
    if question.stays_private or not topic:
        return
    await labels.put(work.tx, question, topic, work.now)
    await _told(work)


async def unlearn(work: Work, question: Question) -> None:
    """It turned out to be sealed: what it taught goes."""
    await labels.drop(work.tx, question.id)
    await _told(work)


async def forget(work: Work, person: int) -> None:
    """The words of a person go, also from memory."""
    await labels.forget(work.tx, person)
    await _told(work)


async def _told(work: Work) -> None:
    """From the commit on it counts here; other processes look by themselves."""
    known = await labels.newest(work.tx)
    work.tx.after_commit(lambda: work.cache.remember(known))


async def refresh(works: Works) -> None:
    """Know what other processes were taught, or were told to forget."""
    async with works.database.reading() as tx:
        await look(tx, works.cache)


async def look(tx: Tx, cache: ProgrammeCache) -> None:
    if tuple(one.id for one in cache.labels) != await labels.ids(tx):
        cache.remember(await labels.newest(tx))
