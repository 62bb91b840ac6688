"""The papers of a session: gathered in a transaction, drawn outside of it.

``make`` makes one at once, ``order`` as slow work for a chat. What draws is imported when the first
paper is made: a program that makes none starts without it.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from functools import partial

from bot.documents.words import Drawing
from bot.domain import access, panel
from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.domain.files import File
from bot.domain.jobs import JobKind
from bot.domain.people import Person
from bot.domain.sessions import Phase, Run, Session
from bot.domain.values import dataclass
from bot.i18n import HOME
from bot.services import slow
from bot.services.files import fetching
from bot.services.files.drawn import of_session
from bot.services.seats import phases
from bot.services.sessions.paper_reading import Reading
from bot.services.slow import Ending, Task
from bot.work import Work, Works
from storage import files, people, seat_plans

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: How long a paper that was asked for in chat can be had; it is made again at any time.
_KEPT = timedelta(days=1)


class Paper(StrEnum):
    """What can be made of a session."""

    MINUTES = "minutes"  #: biên bản
    REPORT = "report"  #: báo cáo kết quả
    RESULTS = "results"  #: thông báo kết quả
    PACK = "pack"  #: the questions asked before, for one agency
    RUNNING_ORDER = "running-order"  #: kịch bản điều hành
    PANEL_LETTERS = "panel-letters"  #: giấy mời cơ quan
    SEATS = "seats"  #: danh sách chỗ
    SEATS_SHEET = "seats-sheet"  #: the same, to sort and filter


#: What the file is called in the reader's language; without marks, which some machines garble.
_FILE: Mapping[Paper, str] = {
    Paper.MINUTES: "Bien ban",
    Paper.REPORT: "Bao cao ket qua",
    Paper.RESULTS: "Thong bao ket qua",
    Paper.PACK: "Cau hoi gui truoc",
    Paper.RUNNING_ORDER: "Kich ban dieu hanh",
    Paper.PANEL_LETTERS: "Giay moi co quan",
    Paper.SEATS: "Danh sach cho",
    Paper.SEATS_SHEET: "Danh sach cho",
}

#: What gathers figures for a paper, and draws it: python-docx, 15 MB that few runs need.
_DRAWS = tuple(
    f"bot.services.sessions.{one}" for one in ("panel_figures", "paper_figures", "seat_figures")
)

#: What tells who has a seat and why.
_LISTS = frozenset({Paper.SEATS, Paper.SEATS_SHEET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A paper as a file."""

    name: str
    content: bytes
    media_type: str = DOCX


async def order(
    work: Work, person: Person, address: str, number: int, paper: Paper, agency: str = ""
) -> int:
    """Have a paper made for a private chat; ``paper:TOKEN`` tells it. Returns the job.

    Raises Refused unless the person may have it, and while it is not its time.
    """
    await _reading(work, number, paper, person)
    return await slow.put(
        work,
        JobKind.PAPER,
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
            address=of_session(given["session"]),
        )
        return f"{JobKind.PAPER}:{file.token}"

    return ending


async def drawn(work: Work, token: str) -> File:
    """A paper that was made. Raises Refused once it has expired."""
    return await fetching.known(work, token)


async def offered(work: Work, person: Person, session: Session) -> list[Paper]:
    """What this person may have made now."""
    run = await phases.run_of(work, session.number)
    its = [one for one in Paper if _may_have(person, session, one)]
    return [one for one in its if not await _why_not(work, session, run, one)]


def _may_have(person: Person, session: Session, paper: Paper) -> bool:
    """Lists of names are for the organiser, and a ward's head has that ward's; who is invited is
    for the organiser; the others are for whoever runs the session."""
    if paper in _LISTS:
        return bool(access.listed_wards(person, session.wards))
    if paper is Paper.PANEL_LETTERS:
        return access.may_plan(person)
    return access.may_run(person, session.number)


async def _why_not(work: Work, session: Session, run: Run | None, paper: Paper) -> Refused | None:
    """Why it is not the time for a paper; None if it is."""
    name = session.name
    match paper:
        case Paper.MINUTES | Paper.REPORT | Paper.RESULTS if run is None:
            return Refused("paper-too-early", session=name)
        case Paper.REPORT | Paper.RESULTS if run and run.is_open:
            return Refused("paper-before-closing", session=name)
        case Paper.PANEL_LETTERS if session.phase(work.now) is not Phase.BEFORE:
            return Refused("paper-letters-late", session=name)
        case Paper.PANEL_LETTERS if not panel.has_letters(work.programme, session):
            return Refused("paper-letters-nobody", session=name)
        case Paper.SEATS | Paper.SEATS_SHEET:
            planned = await seat_plans.get(work.tx, session.number)
            return None if planned else Refused("paper-no-plan", session=name)
        case _:
            return None


async def make(
    works: Works, number: int, paper: Paper, *, reader: Person | None, agency: str = ""
) -> Made:
    """A paper of a session; ``reader`` None: for whoever runs the installation.

    ``agency`` is asked for by the pack alone, and may be the queue of one ward. Raises Refused,
    also where it is not its time.
    """
    await slow.imported(*_DRAWS)
    async with works.begin() as work:  # reading what is private about households is written down
        draw = await _gather(await _reading(work, number, paper, reader), paper, agency)
        say, day = partial(work.voice.texts.say, HOME), work.local.date()
    content = await slow.in_thread(partial(draw, say, day))
    of = f" {agency.replace('@', '-')}" if agency and paper is Paper.PACK else ""
    name = f"{_FILE[paper]} buoi {number}{of}"
    if paper is Paper.SEATS_SHEET:
        return Made(name=f"{name}.xlsx", content=content, media_type=XLSX)
    return Made(name=f"{name}.docx", content=content)


async def _reading(work: Work, number: int, paper: Paper, reader: Person | None) -> Reading:
    """The session, if the reader may have this paper and it is its time. Raises Refused."""
    session = work.programme.session(number)
    if session is None:
        raise Refused("session-unknown")
    if reader and not _may_have(reader, session, paper):
        own = paper in _LISTS or paper is Paper.PANEL_LETTERS
        raise Refused("not-for-you" if own else "not-your-session")
    phases.must_be_on(session)
    run = await phases.run_of(work, number)
    if why := await _why_not(work, session, run, paper):
        raise why
    return Reading(work, session, run, reader)


async def _gather(reading: Reading, paper: Paper, agency: str) -> Drawing:
    from bot.services.sessions import (  # noqa: PLC0415 - see _DRAWS
        panel_figures,
        paper_figures,
        seat_figures,
    )

    match paper:
        case Paper.SEATS | Paper.SEATS_SHEET:
            as_sheet = paper is Paper.SEATS_SHEET
            return await seat_figures.for_seat_plan(reading, as_sheet=as_sheet)
        case Paper.PANEL_LETTERS:
            return await panel_figures.for_panel_letters(reading)
        case Paper.PACK:
            return await panel_figures.for_pack(reading, _asked(reading, agency))
        case Paper.RUNNING_ORDER:
            return await paper_figures.for_running_order(reading)
        case Paper.MINUTES:
            return await paper_figures.for_minutes(reading)
        case Paper.REPORT:
            return await paper_figures.for_report(reading)
        case Paper.RESULTS:
            return await paper_figures.for_results(reading)


def _asked(reading: Reading, agency: str) -> Queue:
    """Whose pack it is. Raises Refused for an agency that is not in the programme."""
    queue = Queue.parse(agency)
    if reading.work.programme.agency(queue.agency) is None:
        raise Refused("paper-which-agency")
    return queue
