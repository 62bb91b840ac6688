"""Lines of a returned sheet that nobody can place: asked about one by one, or kept in the pen."""

from collections.abc import Sequence

from bot.documents.incoming.dispatch_lines import Line
from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.messages import Address, Inbound, Outgoing
from bot.domain.people import Person
from bot.i18n import HOME
from bot.services.dispatches import dispatch_drafts, dispatch_reading
from bot.services.dispatches.dispatch_matching import Known
from bot.services.dispatches.dispatch_reading import Understood, digest
from bot.services.dispatches.dispatch_verdicts import TAKEN, TELLS, Judged, Verdict, settle
from bot.services.dispatches.dispatch_words import short
from bot.services.questions import cards
from bot.services.queues import pen
from bot.voice import Button, Buttons
from bot.work import Work
from storage import dispatches, doubts, questions
from storage.dispatches import Beside
from storage.doubts import Doubt

#: What is said of a line that tells of a person: for its asker alone, or it comes again, mended.
ALONE, MEND = "alone", "mend"


async def keep(work: Work, person: Person, address: str, found: Understood) -> None:
    """Keep what is asked about; what nobody can tell goes into the holding pen. Each line once."""
    for one in found.having(Verdict.ASK):
        await doubts.put(work.tx, _doubt(one, person), _digest(one, found), work.now)
    lost = found.having(Verdict.LOST)
    fresh = [one for one in lost if await _is_fresh(work, one, person, found)]
    await _into_pen(work, address, [_told(work, one.line) for one in fresh])


async def keep_in_pen(work: Work, rest: Sequence[Judged], found: Understood) -> None:
    """Keep lines that nobody can be asked about: all of them go into the holding pen, once."""
    fresh = [one for one in rest if await _is_fresh(work, one, None, found)]
    await _into_pen(work, "", [_told(work, one.line) for one in fresh])


async def _is_fresh(work: Work, one: Judged, person: Person | None, found: Understood) -> bool:
    doubt = _doubt(one, person, is_open=False)
    return await doubts.put(work.tx, doubt, _digest(one, found), work.now)


def _digest(one: Judged, found: Understood) -> str:
    return digest(one.line, [sheet.id for sheet in found.dispatches])


def _doubt(one: Judged, person: Person | None, *, is_open: bool = True) -> Doubt:
    line = one.line
    return Doubt(
        id=0,
        place=line.place,
        why=one.why,
        candidates=tuple(known.row.id for known in one.candidates),
        answer=line.answer,
        beside=Beside(basis=line.basis, who=line.who, day=line.day),
        person=person.id if person else None,
        is_open=is_open,
    )


def _told(work: Work, line: Line) -> str:
    number = line.number or line.code or "none"
    return work.say(HOME, "dispatch-in-pen", place=line.place, number=number, answer=line.answer)


async def _into_pen(work: Work, address: str, words: Sequence[str]) -> None:
    """The organisers hear of it once, however many lines there are."""
    chat = Address.parse(address or "cli:cli")
    messages = [
        Inbound(address=chat, id="sheet", sender=chat.chat, at=work.now, text=one) for one in words
    ]
    await pen.keep_lines(work, messages, "a line of a returned dispatch")


async def ask_next(work: Work, person: Person, address: str) -> bool:
    """Ask about the next line that waits for this person; False if none does."""
    doubt = await doubts.next_for(work.tx, person.id)
    if doubt is None:
        return False
    known = await _candidates(work, person, doubt)
    if known and doubt.why == TELLS:
        await work.send(address, await _telling(work, person, doubt, known[0]), urgent=True)
        return True
    message = work.voice.render(
        person.language,
        "dispatch-which",
        _buttons(doubt, known),
        place=doubt.place,
        why=doubt.why,
        number=known[0].row.number if known else "none",
        question=_asked(work, person, known[0]) if known else "",
        other=known[1].row.number if len(known) > 1 else "none",
        other_question=_asked(work, person, known[1]) if len(known) > 1 else "",
        answer=short(doubt.answer),
    )
    await work.send(address, message, urgent=True)
    return True


def _asked(work: Work, person: Person, known: Known) -> str:
    """The question of a row, as far as it is quoted."""
    return short(known.words) or work.say(person.language, "dispatch-words-gone")


async def _telling(work: Work, person: Person, doubt: Doubt, known: Known) -> Outgoing:
    """An answer that tells of a person: for its asker alone, or mended in the sheet.

    Where others take the place of the one who asked it, it is mended: it tells of no one of them.
    """
    judged = await settle(work, _line(doubt, known), known, person)
    alone = Button("approve-private-button", "dispatchis", f"{doubt.id}/{known.row.id}/{ALONE}")
    is_theirs = judged.standing is not None and judged.standing.own_waits
    return work.voice.render(
        person.language,
        "dispatch-leaks",
        [
            *([[alone]] if is_theirs else []),
            [Button("dispatch-mend-button", "dispatchis", f"{doubt.id}/0/{MEND}")],
        ],
        place=doubt.place,
        answer=short(doubt.answer),
        number=judged.number,
        words=judged.args.get("words", "…"),
    )


def _buttons(doubt: Doubt, known: Sequence[Known]) -> Buttons:
    rows: list[list[Button]] = [
        [
            Button(
                "dispatch-is-button",
                "dispatchis",
                f"{doubt.id}/{one.row.id}",
                {"number": one.row.number},
            )
        ]
        for one in known
    ]
    return [*rows, [Button("dispatch-is-none-button", "dispatchis", f"{doubt.id}/0")]]


async def _candidates(work: Work, person: Person, doubt: Doubt) -> list[Known]:
    """The rows it may belong to, as far as this person may read them."""
    found = []
    for row_id in doubt.candidates:
        sheet = await dispatches.of_row(work.tx, row_id)
        if sheet and access.may_have_sheet(person, sheet.queue):
            rows = await dispatch_reading.rows_of(work, sheet)
            found += [one for one in rows if one.row.id == row_id]
    return found


async def answer(
    work: Work, person: Person, address: str, argument: str
) -> tuple[Judged, int] | None:
    """Somebody says which row a line is for, or (0) that it is for none: then it goes to the pen.

    A line that its row takes no longer is new when the sheet comes again, and asked about again.
    ``12/34/alone``: for the asker alone; ``12/0/mend``: the sheet will be mended and sent again.
    Returns what became of it, and the return that its draft came with (0: none). Raises Refused for
    a line that was not asked of them, or is done.
    """
    doubt_id, row_id, how = (*argument.split("/"), "")[:3]
    doubt = await doubts.get(work.tx, int(doubt_id))
    if doubt is None or doubt.person != person.id or not doubt.is_open:
        raise Refused("dispatch-asked-already")
    known = await _candidates(work, person, doubt)
    meant = next((one for one in known if one.row.id == int(row_id)), None)
    if meant is None:
        await _lay_aside(work, address, doubt, is_mended=how == MEND)
        return None
    judged = await settle(work, _line(doubt, meant), meant, person, private=how == ALONE)
    if judged.tells:
        await doubts.narrow(work.tx, doubt.id, meant.row.id, TELLS)
        return judged, 0
    if judged.verdict is Verdict.LOST:
        await _lay_aside(work, address, doubt, is_mended=False)
        return None
    if judged.verdict not in (*TAKEN, Verdict.SAME):
        await doubts.drop(work.tx, doubt.id)  # its words are kept nowhere else
        return judged, 0
    await _settled(work, doubt, "placed")
    returned = await _put_in(work, person, judged) if judged.verdict in TAKEN else 0
    return judged, returned


async def _settled(work: Work, doubt: Doubt, state: str) -> None:
    if not await doubts.settle(work.tx, doubt.id, state, work.now):
        raise Refused("dispatch-asked-already")


async def _lay_aside(work: Work, address: str, doubt: Doubt, *, is_mended: bool) -> None:
    """For none of the questions: into the pen; or dropped, for it comes again in other words."""
    if is_mended:
        await doubts.drop(work.tx, doubt.id)
        return
    await _settled(work, doubt, "pen")
    await _into_pen(work, address, [_told(work, _line(doubt, None))])


def _line(doubt: Doubt, meant: Known | None) -> Line:
    return Line(
        place=doubt.place,
        code=meant.row.code if meant else "",
        number=meant.row.number if meant else "",
        text=meant.words if meant else "",
        answer=doubt.answer,
        basis=doubt.beside.basis,
        who=doubt.beside.who,
        day=doubt.beside.day,
    )


async def _put_in(work: Work, person: Person, judged: Judged) -> int:
    drafted = await dispatch_drafts.draft(work, person, [judged])
    if judged.question:
        await _show_to_heads(work, person, judged.question.id)
    return drafted.returned


async def _show_to_heads(work: Work, person: Person, question_id: int) -> None:
    """A card for each head but the one who sends: that one is asked at once."""
    question = await questions.get(work.tx, question_id)
    assert question is not None
    for head in await cards.heads(work, question):
        if head.id != person.id:
            await cards.show_to(work, question, head)


def approves(person: Person, judged: Judged) -> bool:
    return dispatch_drafts.may_approve(person, [judged])
