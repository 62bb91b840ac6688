"""The files of a dispatch: figures from a transaction, drawn outside of it, sent where they belong.

The heads of the agency get them in chat; where none can be reached, the organisers do, to print.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.documents.words import Say
from bot.domain.clusters import Weight
from bot.domain.dispatches import Dispatch, Row
from bot.domain.errors import Refused
from bot.domain.files import File, safe_name
from bot.domain.jobs import JobKind
from bot.domain.people import Person, Role
from bot.domain.values import dataclass
from bot.i18n import HOME
from bot.services import slow
from bot.services.dispatches import paper_office
from bot.services.files.drawn import of_sheet
from bot.services.questions import public_words
from bot.services.slow import Ending, Task
from bot.voice import Button
from bot.work import Work, Works
from storage import addresses, clusters, dispatches, files, people

if TYPE_CHECKING:
    from bot.documents.dispatch import Sheet, Unanswered

#: How long the files can be had from the chat; a button draws them again at any time.
_KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A dispatch as files."""

    name: str  #: without an ending
    sheet: bytes  #: XLSX, to fill in
    letter: bytes  #: DOCX; empty for the office that issues it: no office writes to itself


async def send(work: Work, dispatch: Dispatch) -> None:
    """Have the files drawn and sent to the agency's heads, or to the organisers to print."""
    receivers = [
        *await people.holding(work.tx, Role.HEAD, str(dispatch.queue)),
        *await people.holding(work.tx, Role.ORGANISER, ""),
    ]
    for person in receivers:
        places = await addresses.of_person(work.tx, person.id)
        if places:  # who hears if it cannot be done
            await _put(work, places[0].address, dispatch, person=0)
            return


async def fetch(work: Work, person: Person, address: str, dispatch: Dispatch) -> int:
    """Have the files drawn for one chat that may have them. Returns the job."""
    return await _put(work, address, dispatch, person.id)


async def _put(work: Work, address: str, dispatch: Dispatch, person: int) -> int:
    return await slow.put(work, JobKind.DISPATCH, address, dispatch=dispatch.id, person=person)


async def draw_and_send(task: Task) -> Ending:
    """The slow part of both."""
    drawn = await draw(task.works, task.given["dispatch"])

    async def ending(work: Work) -> str:
        dispatch = await dispatches.get(work.tx, task.given["dispatch"])
        if dispatch is None:
            raise Refused("dispatch-gone")
        person = await people.get(work.tx, task.given["person"])
        if person:
            await _hand_over(work, person, dispatch, drawn, "dispatch-files")
        elif not await _tell_heads(work, dispatch, drawn):
            for one in await people.holding(work.tx, Role.ORGANISER, ""):
                await _hand_over(work, one, dispatch, drawn, "dispatch-to-print")
        return ""

    return ending


async def _tell_heads(work: Work, dispatch: Dispatch, drawn: Drawn) -> bool:
    heads = await people.holding(work.tx, Role.HEAD, str(dispatch.queue))
    told = [await _hand_over(work, one, dispatch, drawn, "dispatch-news") for one in heads]
    return any(told)


async def _hand_over(
    work: Work, person: Person, dispatch: Dispatch, drawn: Drawn, key: str
) -> bool:
    """The files to one person: the sheet with the words, the letter below if there is one."""
    sheet = await _kept(work, person, dispatch, f"{drawn.name}.xlsx", drawn.sheet)
    again = Button("dispatch-file-button", "dispatchfile", dispatch.id, {"label": dispatch.label})
    reached = await work.tell(
        person,
        key,
        [[again]],
        enclosed=sheet,
        label=dispatch.label,
        office=work.programme.queue_name(dispatch.queue),
        many=str(len(await dispatches.rows(work.tx, dispatch.id))),
    )
    if not reached or not drawn.letter:
        return reached
    letter = await _kept(work, person, dispatch, f"{drawn.name}.docx", drawn.letter)
    return await work.tell(person, "dispatch-letter", enclosed=letter, label=dispatch.label)


async def _kept(work: Work, person: Person, dispatch: Dispatch, name: str, content: bytes) -> File:
    return await files.keep(
        work.tx,
        name,
        content,
        now=work.now,
        for_how_long=_KEPT,
        person=person.id,
        address=of_sheet(dispatch.id),
    )


async def draw(works: Works, dispatch: int) -> Drawn:
    """The files of a sheet. Raises Refused for one that is not here."""
    await slow.imported("bot.documents.dispatch", "bot.documents.dispatch_sheet")
    async with works.look() as work:
        found = await dispatches.get(work.tx, dispatch)
        if found is None:
            raise Refused("dispatch-gone")
        say, day = partial(work.voice.texts.say, HOME), work.local.date()
        figures = await _figures(work, found, say)
        name = safe_name(f"Bang tong hop {found.number:02d}-{found.year} {found.queue}", "bang")
        is_own = work.programme.is_issuer(found.queue)

    def both() -> Drawn:
        from bot.documents.dispatch import dispatch as letter  # noqa: PLC0415 - it draws
        from bot.documents.dispatch_sheet import dispatch_sheet  # noqa: PLC0415 - it draws

        return Drawn(
            name=name,
            sheet=dispatch_sheet(figures, say, on=day),
            letter=b"" if is_own else letter(figures, say, on=day),
        )

    return await slow.in_thread(both)


async def _figures(work: Work, found: Dispatch, say: Say) -> "Sheet":
    from bot.documents.dispatch import Sheet  # noqa: PLC0415 - it draws

    session = work.programme.session(found.session)
    rows = await dispatches.rows(work.tx, found.id)
    texts = await words_of(work, rows)
    return Sheet(
        office=paper_office.issuer(work.programme, say),
        label=found.label,
        agency=paper_office.in_letters(work.programme, found.queue, say),
        dialogue=f"{session.name[:1].lower()}{session.name[1:]}" if session else "",
        rows=tuple([await _row(work, *one) for one in zip(rows, texts, strict=True)]),
        apart=found.apart,
        asked_back=found.asked_back,
        more=found.more,
    )


async def _row(work: Work, row: Row, text: str) -> "Unanswered":
    from bot.documents.dispatch import Unanswered  # noqa: PLC0415 - it draws

    weights, due_at = await _weight(work, row)
    return Unanswered(
        code=row.code,
        number=row.number,
        question="" if row.question.sensitive else text,  # it was on no sheet, had it been so then
        asked=sum(one.many for one in weights),
        places=tuple(
            dict.fromkeys(work.programme.place_name(one.ward, one.hamlet) for one in weights)
        ),
        due=due_at.astimezone(work.programme.zone).date(),
        late=row.question.is_late(work.now) or due_at < work.now,
    )


async def _weight(work: Work, row: Row) -> tuple[list[Weight], datetime]:
    """How many ask this where, and the earliest date that one of them was promised."""
    question = row.question
    cluster = await clusters.of(work.tx, question.id)
    if cluster is None:
        return [Weight(question.ward, question.hamlet, 1)], question.due_at
    return await clusters.weights(work.tx, cluster.id)


async def words_of(work: Work, rows: Sequence[Row]) -> list[str]:
    """The questions as they stand on a sheet: no phones, and nobody by name."""
    return await public_words.on_sheet(work, [one.question for one in rows])
