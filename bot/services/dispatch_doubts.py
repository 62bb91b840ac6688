"""Lines of a returned sheet that nobody can place: asked about one by one, or kept in the pen."""

from collections.abc import Sequence

from bot.documents.incoming.dispatch_lines import Line
from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.messages import Address, Inbound
from bot.domain.people import Person
from bot.i18n import HOME
from bot.services import cards, dispatch_drafts, pen
from bot.services.dispatch_matching import Known
from bot.services.dispatch_papers import words_of
from bot.services.dispatch_reading import TAKEN, Judged, Understood, Verdict, digest, settle
from bot.services.dispatch_words import short
from bot.work import Button, Buttons, Work
from storage import dispatches, questions
from storage.dispatches import Beside, Doubt


async def keep(work: Work, person: Person, address: str, found: Understood) -> None:
    """Keep what is asked about; what nobody can tell goes into the holding pen. Each line once."""
    for one in found.having(Verdict.ASK):
        await dispatches.put_doubt(work.tx, _doubt(one, person), _digest(one, found), work.now)
    lost = found.having(Verdict.LOST)
    fresh = [one for one in lost if await _is_fresh(work, one, person, found)]
    await _into_pen(work, address, [_told(work, one.line) for one in fresh])


async def keep_in_pen(work: Work, rest: Sequence[Judged], found: Understood) -> None:
    """The same where nobody can be asked."""
    fresh = [one for one in rest if await _is_fresh(work, one, None, found)]
    await _into_pen(work, "", [_told(work, one.line) for one in fresh])


async def _is_fresh(work: Work, one: Judged, person: Person | None, found: Understood) -> bool:
    doubt = _doubt(one, person, is_open=False)
    return await dispatches.put_doubt(work.tx, doubt, _digest(one, found), work.now)


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
    doubt = await dispatches.next_doubt(work.tx, person.id)
    if doubt is None:
        return False
    known = await _candidates(work, person, doubt)
    message = work.voice.render(
        person.language,
        "dispatch-which",
        _buttons(doubt, known),
        place=doubt.place,
        why=doubt.why,
        number=known[0].row.numbers if known else "none",
        question=short(words_of(known[0].row)) if known else "",
        other=known[1].row.numbers if len(known) > 1 else "none",
        other_question=short(words_of(known[1].row)) if len(known) > 1 else "",
        answer=short(doubt.answer),
    )
    await work.send(address, message, urgent=True)
    return True


def _buttons(doubt: Doubt, known: Sequence[Known]) -> Buttons:
    rows: list[list[Button]] = [
        [
            Button(
                "dispatch-is-button",
                "dispatchis",
                f"{doubt.id}/{one.row.id}",
                {"number": one.row.numbers},
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
            rows = await dispatches.rows(work.tx, sheet.id)
            found += [Known(sheet, one) for one in rows if one.id == row_id]
    return found


async def answer(
    work: Work, person: Person, address: str, argument: str
) -> tuple[Judged, int] | None:
    """Somebody says which row a line is for, or (0) that it is for none: then it goes to the pen.

    Returns what became of it, and the return that its draft came with (0: none). Raises Refused for
    a line that was not asked of them, or is done.
    """
    doubt_id, _, row_id = argument.partition("/")
    doubt = await dispatches.doubt(work.tx, int(doubt_id))
    if doubt is None or doubt.person != person.id or not doubt.is_open:
        raise Refused("dispatch-asked-already")
    known = await _candidates(work, person, doubt)
    meant = next((one for one in known if one.row.id == int(row_id)), None)
    line = _line(doubt, meant)
    state = "placed" if meant else "pen"
    if not await dispatches.settle_doubt(work.tx, doubt.id, state, work.now):
        raise Refused("dispatch-asked-already")
    if meant is None:
        await _into_pen(work, address, [_told(work, line)])
        return None
    judged = await settle(work, line, meant, person)
    returned = await _put_in(work, person, judged) if judged.verdict in TAKEN else 0
    return judged, returned


def _line(doubt: Doubt, meant: Known | None) -> Line:
    return Line(
        place=doubt.place,
        code=meant.row.code if meant else "",
        number=meant.row.numbers if meant else "",
        text=words_of(meant.row) if meant else "",
        answer=doubt.answer,
        basis=doubt.beside.basis,
        who=doubt.beside.who,
        day=doubt.beside.day,
    )


async def _put_in(work: Work, person: Person, judged: Judged) -> int:
    returned, _ = await dispatch_drafts.draft(work, person, [judged])
    for question in judged.questions:
        await _show_to_heads(work, person, question.id)
    return returned


async def _show_to_heads(work: Work, person: Person, question_id: int) -> None:
    """A card for each head but the one who sends: that one is asked at once."""
    question = await questions.get(work.tx, question_id)
    assert question is not None
    for head in await cards.heads(work, question):
        if head.id != person.id:
            await cards.show_to(work, question, head)


def approves(person: Person, judged: Judged) -> bool:
    return dispatch_drafts.may_approve(person, [judged])
