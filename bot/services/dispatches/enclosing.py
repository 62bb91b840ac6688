"""*Đính kèm tệp*: a form, a map, a decision goes with an answer, wherever the answer goes.

It is fetched by a job while the answer is written, belongs to the answer from *Gửi duyệt* on, is
approved with it, and is public exactly as long as its answer is.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.domain import access
from bot.domain.enclosures import is_taken
from bot.domain.errors import Refused
from bot.domain.files import File
from bot.domain.jobs import JobKind
from bot.domain.messages import Address, Attachment, Media
from bot.domain.people import Person
from bot.domain.questions import Question, Status
from bot.services import slow
from bot.services.dispatches import dispatch_reading, dispatch_returns
from bot.services.files import fetching
from bot.services.people import households
from bot.services.questions import enclosures
from bot.services.questions.enclosures import Enclosure
from bot.services.queues import queues
from bot.services.reach import reading_words
from bot.services.slow import Ending, Task
from bot.work import Work
from storage import answers, questions

#: How long a file waits for its answer to be sent to the head.
_WRITING = timedelta(days=7)


async def bring(
    work: Work, person: Person, address: Address, attachment: Attachment, question: Question
) -> int:
    """Have a file fetched; ``enclosure:QUESTION.TOKEN`` tells the chat. Returns the job.

    Raises Refused as ``fetching.order`` does.
    """
    if attachment.media is Media.PHOTO and not attachment.name:
        attachment = replace(attachment, name=f"{question.number}.jpg")
    return await fetching.order(
        work, JobKind.ENCLOSURE, person, address, attachment, question=question.id
    )


async def fetch(task: Task) -> Ending:
    """The slow part of ``bring``. A dispatch that comes back meanwhile is read as what it is."""
    content, given = await fetching.content_of(task), task.given
    if await slow.in_thread(lambda: dispatch_reading.is_dispatch(content)):
        return await dispatch_returns.show(task, content)
    if not is_taken(given["name"], content):
        raise Refused("enclosure-kind")

    async def ending(work: Work) -> str:
        file = await fetching.keep(work, task, given["name"], content, for_how_long=_WRITING)
        return f"{JobKind.ENCLOSURE}:{given['question']}.{file.token}"

    return ending


async def shown(
    work: Work, person: Person, question_id: int
) -> tuple[Question, Sequence[Enclosure]]:
    """*Xem tệp trả lời*: the newest answer's files, for those who work on it. Raises Refused."""
    question = await queues.work_on(work, person, question_id)
    access.must_open_enclosures(person, question)
    newest = await answers.newest(work.tx, question.id)
    found = await enclosures.of_answer(work, newest.id) if newest else []
    if not found:
        raise Refused("no-files", number=question.number)
    return question, found


async def opened(work: Work, person: Person, question_id: int) -> tuple[Question, list[File]]:
    """*Xem giấy kèm …*: who asked, or reads it out, opens what came with its answer.

    Raises Refused for anybody else, and before it is answered.
    """
    question = await questions.get(work.tx, question_id)
    if question is None or not await _hears(work, person, question):
        raise Refused("not-your-question")
    found = await _came_with(work, question)
    if not found:
        raise Refused("no-papers", number=question.number)
    return question, [one.file for one in found]


async def has_papers(work: Work, question: Question) -> bool:
    """Whether something came with the answer that its asker has."""
    return bool(await _came_with(work, question))


async def _came_with(work: Work, question: Question) -> Sequence[Enclosure]:
    if question.status not in (Status.ANSWERED, Status.CLOSED):
        return []
    newest = await answers.newest(work.tx, question.id)
    return await enclosures.of_answer(work, newest.id) if newest else []


async def _hears(work: Work, person: Person, question: Question) -> bool:
    if not question.household:
        return question.asker == person.id
    home = await households.get(work, question.household)
    return await reading_words.may_read(work, person, home, question)
