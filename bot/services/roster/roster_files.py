"""A roster sent as a file in chat: looked through by a job, shown, and put in by a second one.

What was shown is judged once more when it is put in: somebody may have been faster in between.
"""

from datetime import timedelta

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.files import File
from bot.domain.jobs import JobKind
from bot.domain.messages import Address, Attachment
from bot.domain.people import Person
from bot.roster.notes import Decision
from bot.roster.verdicts import Change, Report
from bot.services import slow
from bot.services.files import fetching
from bot.services.roster import roster, roster_sheet, roster_words
from bot.services.roster.roster import Roster
from bot.services.slow import Ending, Task
from bot.voice import Button, Buttons
from bot.work import Work
from storage import files as kept
from storage import people

#: How long a list waits in the chat for somebody to put it in.
_WAITS = timedelta(days=1)

#: The longest list that is put in from a chat, in rows: everybody else waits as long.
LONGEST = 3_000


async def look(work: Work, person: Person, address: Address, attachment: Attachment) -> int:
    """Have a list fetched and looked through; its chat hears what it would change. Returns the job.

    Raises Refused for people who may not, and as ``fetching.order`` does.
    """
    access.must_plan(person)
    return await fetching.order(work, JobKind.ROSTER, person, address, attachment)


async def put_in(work: Work, person: Person, address: str, token: str, *, update: bool) -> int:
    """Have a list put in that was shown; its chat hears what became of it. Returns the job.

    ``update``: the list is newer than what is known, and overrules it.
    """
    access.must_plan(person)
    await fetching.known(work, token)
    given = {"token": token, "person": person.id, "update": update}
    return await slow.put(work, JobKind.ROSTER_IN, address, **given)


async def read(task: Task) -> Ending:
    """The slow part of ``look``."""
    return await show(task, await fetching.content_of(task))


async def show(task: Task, content: bytes) -> Ending:
    """Say what a list would change: read, mended, held against what is there."""
    found = await _cleaned(task, content)
    async with task.works.begin() as work:
        person = await _organiser(work, task)
        report = await roster.check(work, found, person)
    sheet = await _sheet(task, person.language, report)

    async def ending(work: Work) -> str:
        name = task.given["name"]
        listed = await fetching.keep(work, task, name, content, for_how_long=_WAITS)
        corrected = await _keep_corrected(work, person, sheet) if sheet else None
        await task.say(
            work,
            person.language,
            "roster-shown",
            _ways_on(listed, report),
            enclosed=corrected,
            name=listed.name,
            summary=roster_words.summary(work.voice.texts, person.language, report),
            sheet="yes" if corrected else "no",
        )
        return ""

    return ending


async def _keep_corrected(work: Work, person: Person, sheet: bytes) -> File:
    """Keep the list with our fixes. It is none that somebody sent, so nobody's day counts it."""
    return await kept.keep(
        work.tx,
        work.say(person.language, "roster-sheet"),
        sheet,
        now=work.now,
        for_how_long=_WAITS,
        person=person.id,
    )


def _ways_on(listed: File, report: Report) -> Buttons:
    """What can be done with a list; nothing where nothing in it is new."""
    rows = []
    if report.count(Change.NEW) or report.count(Change.CHANGED):
        rows.append([Button("roster-in-button", "rosterin", listed.token)])
    if report.count(Change.LEFT):
        rows.append([Button("roster-newer-button", "rosternewer", listed.token)])
    return [*rows, [Button("stop-button", "stop")]] if rows else []


async def write(task: Task) -> Ending:
    """The slow part of ``put_in``: all of it in one transaction, or nothing."""
    async with task.works.look() as work:
        content = await kept.content(work.tx, task.given["token"], work.now)
    if content is None:
        raise Refused("file-not-here")
    found = await _cleaned(task, content)

    async def ending(work: Work) -> str:
        person = await _organiser(work, task)
        report = await roster.check(work, found, person, update=task.given["update"])
        await roster.apply(work, report, person)
        await task.say(
            work,
            person.language,
            "roster-done",
            [[Button("sessions-button", "sessions")]],
            summary=roster_words.summary(work.voice.texts, person.language, report),
            outcome=roster_words.outcome(work.voice.texts, person.language, report),
        )
        return ""

    return ending


async def _cleaned(task: Task, content: bytes) -> Roster:
    """The rows of a list, mended beside the loop. Raises Refused for one that cannot be read."""
    programme, now = task.works.programme, task.works.clock.now()
    found = await slow.in_thread(lambda: roster.clean(roster.read(content), programme, now))
    if len(found.rows) > LONGEST:
        raise Refused("roster-too-long", most=str(LONGEST), rows=str(len(found.rows)))
    return found


async def _sheet(task: Task, language: str, report: Report) -> bytes:
    """The list with our fixes and reasons; nothing where there are none."""
    if all(one.decision is Decision.ACCEPT for one in report.verdicts):
        return b""
    texts = task.works.voice.texts
    return await slow.in_thread(lambda: roster_sheet.write(texts, language, report))


async def _organiser(work: Work, task: Task) -> Person:
    """Who sent the list. Raises Refused if they are no longer an organiser."""
    person = await people.get(work.tx, task.given["person"])
    if person is None:
        raise Refused("not-for-you")
    access.must_plan(person)
    return person
