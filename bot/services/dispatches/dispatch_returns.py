"""A dispatch that comes back as a file in chat: looked through, shown, put in when told so.

What was shown is judged once more when it is put in. An answer never goes further than to a
draft by itself: a head approves it.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.jobs import JobKind
from bot.domain.messages import Address, Attachment
from bot.domain.people import Person
from bot.services import slow
from bot.services.dispatches import dispatch_doubts, dispatch_drafts, dispatch_words
from bot.services.dispatches.dispatch_reading import Understood, read, understand
from bot.services.dispatches.dispatch_verdicts import TAKEN, Judged, Verdict
from bot.services.files import fetching
from bot.services.slow import Ending, Task
from bot.voice import Button, Buttons
from bot.work import Work
from storage import files as kept
from storage import people

#: How long a sheet waits in the chat for somebody to put it in.
_WAITS = timedelta(days=1)


async def look(work: Work, person: Person, address: Address, attachment: Attachment) -> int:
    """Have a sheet fetched and looked through; its chat hears what it says. Returns the job.

    Raises Refused for a person without an agency, and for a file that is too large.
    """
    access.must_return_sheet(person)
    return await fetching.order(
        work, JobKind.DISPATCH_BACK, person, address, attachment, counted=False
    )


async def put_in(work: Work, person: Person, address: str, token: str) -> int:
    """*Nhận vào*: have a sheet put in that was shown. Returns the job."""
    access.must_return_sheet(person)
    await fetching.known(work, token)
    return await slow.put(work, JobKind.DISPATCH_IN, address, token=token, person=person.id)


async def approve(work: Work, person: Person, address: str, returned: int) -> int:
    """*Duyệt cả bảng*: have the drafts of a return approved. Returns the job."""
    given = {"returned": returned, "person": person.id}
    return await slow.put(work, JobKind.DISPATCH_APPROVE, address, **given)


async def look_through(task: Task) -> Ending:
    """The slow part of ``look``."""
    return await show(task, await fetching.content_of(task))


async def show(task: Task, content: bytes) -> Ending:
    """Say what a sheet says; nothing of it is kept but the file, for a day."""
    found = await slow.in_thread(lambda: read(content))

    async def ending(work: Work) -> str:
        person = await _sender(work, task)
        understood = await understand(work, found, person)
        name = task.given["name"] or work.say(person.language, "dispatch-sheet-name")
        sheet = await kept.keep(
            work.tx, name, content, now=work.now, for_how_long=_WAITS, person=person.id
        )
        await task.say(
            work,
            person.language,
            "dispatch-shown",
            _ways_on(understood, sheet.token),
            **_told(work, person, understood),
        )
        return ""

    return ending


def _ways_on(found: Understood, token: str) -> Buttons:
    if not dispatch_words.is_put_in(found):
        return []
    return [[Button("dispatch-in-button", "dispatchin", token)], [Button("stop-button", "stop")]]


def _told(work: Work, person: Person, found: Understood) -> dict[str, Any]:
    texts, language = work.voice.texts, person.language
    offices = {work.programme.queue_name(one.queue): None for one in found.dispatches}
    return {
        "label": dispatch_words.sheets(found),
        "office": ", ".join(offices),
        "summary": dispatch_words.summary(texts, language, found),
        "details": dispatch_words.details(texts, language, found),
        "ready": "yes" if dispatch_words.is_put_in(found) else "no",
    }


async def write(task: Task) -> Ending:
    """The slow part of ``put_in``: all of it in one transaction, or nothing."""
    async with task.works.look() as work:
        content = await kept.content(work.tx, task.given["token"], work.now)
    if content is None:
        raise Refused("file-not-here")
    found = await slow.in_thread(lambda: read(content))

    async def ending(work: Work) -> str:
        person = await _sender(work, task)
        understood = await understand(work, found, person)
        await _put_in(work, task, person, understood)
        await dispatch_doubts.keep(work, person, task.address, understood)
        await dispatch_doubts.ask_next(work, person, task.address)
        return ""

    return ending


async def _put_in(work: Work, task: Task, person: Person, found: Understood) -> None:
    taken = found.having(*TAKEN)
    drafted = await dispatch_drafts.draft(work, person, taken)
    many, heads = drafted.many, 0
    if many:
        label = dispatch_words.sheets(found)
        heads = await dispatch_drafts.tell_heads(work, person, taken, many, label)
    leads = dispatch_drafts.may_approve(person, taken)
    await task.say(
        work,
        person.language,
        "dispatch-in",
        _approving(drafted.returned, many) if many and leads else [],
        many=many,
        taken=str(many),
        asks=len(found.having(Verdict.ASK)),
        lost=len(found.having(Verdict.LOST)),
        left=dispatch_words.left(work.voice.texts, person.language, found, drafted.missed),
        approver="self" if leads else "head" if heads else "nobody",
    )


def _approving(returned: int, many: int) -> Buttons:
    return [
        [Button("dispatch-approve-button", "dispatchapprove", returned, {"many": str(many)})],
        [Button("dispatch-one-by-one-button", "queue")],
    ]


async def approve_drafts(task: Task) -> Ending:
    """The slow part of ``approve``."""

    async def ending(work: Work) -> str:
        person = await _sender(work, task)
        done, left = await dispatch_drafts.approve(work, person, task.given["returned"])
        await task.say(
            work,
            person.language,
            "dispatch-approved",
            [[Button("queue-button", "queue")]] if left else [],
            many=str(done),
            left=len(left),
            why=dispatch_words.left_to_approve(work.voice.texts, person.language, left),
        )
        return ""

    return ending


async def _sender(work: Work, task: Task) -> Person:
    """Who sent it. Raises Refused if they no longer have an agency."""
    person = await people.get(work.tx, task.given["person"])
    if person is None:
        raise Refused("no-queue")
    access.must_return_sheet(person)
    return person


async def bring_in(work: Work, found: Understood) -> tuple[int, Sequence[Judged]]:
    """For the command line: drafts of what is sure; the rest is returned, and told there."""
    taken = found.having(*TAKEN)
    many = (await dispatch_drafts.draft(work, None, taken)).many
    if many:
        await dispatch_drafts.tell_heads(work, None, taken, many, dispatch_words.sheets(found))
    rest = found.having(Verdict.ASK, Verdict.LOST)
    await dispatch_doubts.keep_in_pen(work, rest, found)
    return many, rest
