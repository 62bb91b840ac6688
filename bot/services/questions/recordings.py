"""*Thêm bản tiếng Khmer*, spoken: a voice message or a sound file is the answer in Khmer.

It is kept like every file of an answer, and counts as one of them: those who work on the question
open it, its head approves it with the words, and it is public exactly as long as they are. At most
one goes with an answer. It reaches those whose language is Khmer, and whoever reads the bulletin.
"""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain import recordings
from bot.domain.errors import Refused
from bot.domain.files import File
from bot.domain.jobs import JobKind
from bot.domain.messages import Address, Attachment
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.i18n import HOME
from bot.services.files import fetching
from bot.services.questions import enclosures
from bot.services.slow import Ending, Task
from bot.work import Work

#: How long it waits for its answer to be sent to the head, like other files.
_WRITING = timedelta(days=7)


async def bring(
    work: Work, person: Person, address: Address, attachment: Attachment, question: Question
) -> int:
    """Have it fetched; ``recording:QUESTION.TOKEN`` tells the chat. Returns the job.

    Raises Refused as ``fetching.order`` does.
    """
    return await fetching.order(
        work,
        JobKind.RECORDING,
        person,
        address,
        attachment,
        seconds=attachment.seconds,
        question=question.id,
    )


async def fetch(task: Task) -> Ending:
    """The slow part of ``bring``."""
    content, given = await fetching.content_of(task), task.given
    kind = recordings.kind_of(content)
    if not kind:
        raise Refused("recording-kind")
    seconds = recordings.seconds_of(content) or given["seconds"]

    async def ending(work: Work) -> str:
        name = recordings.named(work.say(HOME, "recording-name"), seconds, kind)
        file = await fetching.keep(work, task, name, content, for_how_long=_WRITING)
        return f"{JobKind.RECORDING}:{given['question']}.{file.token}"

    return ending


async def instead(work: Work, tokens: Sequence[str], token: str) -> list[str]:
    """The files of an answer with this recording, in place of one that was there.

    Raises Refused where there are enough files.
    """
    others = [one for one in await enclosures.known(work, tokens) if not recordings.is_one(one)]
    return await enclosures.another(work, [one.token for one in others], token)


async def among(work: Work, tokens: Sequence[str]) -> File | None:
    """The recording among the files of an answer that is being written."""
    found = [one for one in await enclosures.known(work, tokens) if recordings.is_one(one)]
    return found[0] if found else None


async def of_answer(work: Work, answer: int) -> list[File]:
    """The recording that goes with an answer, if there is one."""
    found = await enclosures.of_answer(work, answer)
    return [one.file for one in found if recordings.is_one(one.file)]
