"""The dispatch: an organiser has the sheets made; an agency sends its sheet back, filled in."""

from bot.services.dispatches import (
    dispatch_doubts,
    dispatch_papers,
    dispatch_returns,
    dispatch_words,
    dispatches,
)
from bot.services.dispatches.dispatch_verdicts import TAKEN, Judged
from bot.turn import Turn
from bot.voice import Button
from handlers import coming, menu

#: How a sheet may end that comes back; what cannot be read says what to do instead.
ENDINGS = frozenset({".csv", ".xlsx", ".xls", ".tsv", ".ods", ".docx"})


def button(number: int) -> list[Button]:
    """The way to the sheets of a session, or (0) of whatever is open."""
    label = "dispatch-button" if number else "dispatch-open-button"
    return [Button(label, "dispatch", number)]


async def begin(turn: Turn, argument: str) -> None:
    """*Bảng chuyển cơ quan*: for whom, and how much, before anything goes out."""
    found = await dispatches.waiting(turn.work, turn.person, int(argument))
    if not found:
        await turn.say("dispatch-nothing-open")
        return
    lines = [
        turn.words("dispatch-waiting", office=turn.work.programme.queue_name(queue), many=str(many))
        for queue, many in found
    ]
    make = Button("dispatch-make-button", "dispatchmake", argument)
    await turn.say("dispatch-sure", [[make], menu.STOP], offices="\n".join(lines))


async def make(turn: Turn, argument: str) -> None:
    """*Lập và gửi*; where some went out lately, after one question."""
    session, _, known = argument.partition("/")
    sent = await dispatches.order(turn.work, turn.person, int(session), known=int(known or 0))
    if sent is None:
        await turn.say("dispatch-coming")
        return
    again = Button("dispatch-again-button", "dispatchmake", f"{session}/{sent.last}")
    at = turn.work.moment(turn.language, sent.at)
    await turn.say("dispatch-again-sure", [[again], menu.STOP], at=at, many=str(sent.many))


async def file(turn: Turn, argument: str) -> None:
    """*Tệp 03/2026*: both files, into this chat."""
    found = await dispatches.of(turn.work, turn.person, int(argument))
    await dispatch_papers.fetch(turn.work, turn.person, turn.address, found)
    await turn.say("dispatch-file-coming", label=found.label)


# --- the way back --------------------------------------------------------------------------------


async def receive(turn: Turn) -> None:
    """Preview a returned sheet; nothing is stored until *Nhận vào*."""
    sent = coming.file_of(turn)
    job = await dispatch_returns.look(turn.work, turn.person, turn.message.address, sent)
    await coming.announce(turn, "dispatch-reading", job, sent)


async def put_in(turn: Turn, token: str) -> None:
    """*Nhận vào*."""
    await dispatch_returns.put_in(turn.work, turn.person, turn.address, token)
    await turn.say("dispatch-going-in")


async def approve(turn: Turn, argument: str) -> None:
    """*Duyệt cả bảng*."""
    await dispatch_returns.approve(turn.work, turn.person, turn.address, int(argument))
    await turn.say("dispatch-going-in")


async def which(turn: Turn, argument: str) -> None:
    """Which question a line is for; then the next one."""
    said = await dispatch_doubts.answer(turn.work, turn.person, turn.address, argument)
    if said is None:
        mended = argument.endswith(f"/{dispatch_doubts.MEND}")
        await turn.say("dispatch-mended" if mended else "dispatch-kept")
    elif said[0].tells:
        pass  # it is asked about next
    elif said[0].verdict in TAKEN:
        await _drafted(turn, *said)
    else:
        judged = said[0]
        why = dispatch_words.why_of(turn.work.voice.texts, turn.language, judged)
        await turn.say("dispatch-not-put-in", place=judged.line.place, why=why)
    if not await dispatch_doubts.ask_next(turn.work, turn.person, turn.address):
        await turn.say("dispatch-all-asked")


async def _drafted(turn: Turn, judged: Judged, returned: int) -> None:
    """A head approves with one further press."""
    assert judged.question
    leads = dispatch_doubts.approves(turn.person, judged)
    await turn.say(
        "dispatch-drafted",
        [[Button("approve-button", "dispatchapprove", returned)]] if leads else [],
        about=judged.question.subject,
        number=judged.number,
        approver="self" if leads else "head",
    )
