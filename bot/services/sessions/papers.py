"""The papers of a session: gathered in a transaction, drawn outside of it.

``make`` makes one at once, ``order`` as slow work for a chat. What draws is imported when the first
paper is made: a program that makes none starts without it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import partial

from bot.documents.words import Drawing
from bot.domain import access
from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.domain.files import File
from bot.domain.people import Person
from bot.i18n import HOME
from bot.services import files as sent
from bot.services import slow
from bot.services.seats import phases
from bot.services.sessions import paper_figures as figures
from bot.services.slow import Ending, Task
from bot.work import Work, Works
from storage import files, people

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


#: How long a paper that was asked for in chat can be had; it is made again at any time.
_KEPT = timedelta(days=1)


class Paper(StrEnum):
    """What can be made of a session."""

    MINUTES = "minutes"  #: biên bản
    REPORT = "report"  #: báo cáo kết quả
    RESULTS = "results"  #: thông báo kết quả
    PACK = "pack"  #: the questions asked before, for one agency
    RUNNING_ORDER = "running-order"  #: kịch bản điều hành


#: What the file is called in the reader's language; without marks, which some machines garble.
_FILE: Mapping[Paper, str] = {
    Paper.MINUTES: "Bien ban",
    Paper.REPORT: "Bao cao ket qua",
    Paper.RESULTS: "Thong bao ket qua",
    Paper.PACK: "Cau hoi gui truoc",
    Paper.RUNNING_ORDER: "Kich ban dieu hanh",
}

#: What is made before a session has been held.
AHEAD = frozenset({Paper.PACK, Paper.RUNNING_ORDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A paper as a file."""

    name: str
    content: bytes
    media_type: str = MEDIA_TYPE


async def order(
    work: Work, person: Person, address: str, number: int, paper: Paper, agency: str = ""
) -> int:
    """Have a paper made for a private chat; ``paper:TOKEN`` tells it. Returns the job.

    Raises Refused unless the person runs the session, and while it is too early.
    """
    access.must_run(person, number)
    await _reading(work, number, paper, person)
    return await slow.put(
        work,
        "paper",
        address,
        session=number,
        paper=paper.value,
        agency=agency,
        person=person.id,
    )


async def draw(task: Task) -> Ending:
    """The slow part of ``order``."""
    given = task.given
    async with task.works.look() as work:
        person = await people.get(work.tx, given["person"])
    if person is None:
        raise Refused("not-your-session")
    made = await make(
        task.works,
        given["session"],
        Paper(given["paper"]),
        reader=person,
        agency=given["agency"],
    )

    async def ending(work: Work) -> str:
        file = await files.keep(
            work.tx,
            made.name,
            made.content,
            now=work.now,
            for_how_long=_KEPT,
            person=person.id,
        )
        return f"paper:{file.token}"

    return ending


async def drawn(work: Work, token: str) -> File:
    """A paper that was made. Raises Refused once it has expired."""
    return await sent.known(work, token)


def of_now(paper: Paper, *, opened: bool, closed: bool) -> bool:
    """Whether it is time for a paper."""
    return paper in AHEAD or closed or (opened and paper is Paper.MINUTES)


async def make(
    works: Works, number: int, paper: Paper, *, reader: Person | None, agency: str = ""
) -> Made:
    """A paper of a session, for its runners; ``reader`` None: whoever runs the installation.

    ``agency`` is asked for by the pack alone, and may be the queue of one ward. Raises Refused,
    also where it is too early.
    """
    async with works.begin() as work:  # reading what is private about households is written down
        if reader:
            access.must_run(reader, number)
        draw = await _gather(await _reading(work, number, paper, reader), paper, agency)
        say, day = partial(work.voice.texts.say, HOME), work.local.date()
    content = await slow.in_thread(partial(draw, say, day))
    ending = f" {agency.replace('@', '-')}" if agency and paper is Paper.PACK else ""
    return Made(name=f"{_FILE[paper]} buoi {number}{ending}.docx", content=content)


async def _reading(work: Work, number: int, paper: Paper, reader: Person | None) -> figures.Reading:
    """The session, if it is time for this paper. Raises Refused."""
    session = work.programme.session(number)
    if session is None:
        raise Refused("session-unknown")
    phases.must_be_on(session)
    run = await phases.run_of(work, number)
    if paper not in AHEAD and run is None:
        raise Refused("paper-too-early", session=session.name)
    if not of_now(paper, opened=run is not None, closed=run is not None and not run.is_open):
        raise Refused("paper-before-closing", session=session.name)
    return figures.Reading(work, session, run, reader.id if reader else None)


async def _gather(reading: figures.Reading, paper: Paper, agency: str) -> Drawing:
    match paper:
        case Paper.MINUTES:
            return await figures.minutes(reading)
        case Paper.REPORT:
            return await figures.report(reading)
        case Paper.RESULTS:
            return await figures.results(reading)
        case Paper.RUNNING_ORDER:
            return await figures.running_order(reading)
        case Paper.PACK:
            queue = Queue.parse(agency)
            if reading.work.programme.agency(queue.agency) is None:
                raise Refused("paper-which-agency")
            return await figures.pack(reading, queue)
