"""*Căn cứ*: what an answer rests on; and for organisers, what is no longer law."""

from bot.domain.errors import Refused
from bot.services.answers import bases
from bot.services.answers.bases import Basis
from bot.turn import Turn
from bot.voice import Button
from handlers import announce, menu


async def later(turn: Turn, question: str) -> None:
    """*Căn cứ*, behind an answer that was just approved: the next words are read."""
    turn.wait_for("basis.later", question=question)
    await turn.say("basis-ask", [menu.STOP])


async def later_typed(turn: Turn) -> None:
    question = int(turn.data["question"])
    found = await bases.lay_under_newest(turn.work, turn.person, question, turn.text)
    turn.finish()
    await turn.say("basis-laid", menu.buttons(turn), names="; ".join(found.names) or "none")


async def show(turn: Turn, after: str) -> None:
    """*Căn cứ hết hiệu lực*: what answers rest on, a page at a time."""
    found = await bases.page(turn.work, turn.person, after)
    rows = [[Button("plain", "basisone", one.id, {"words": _name(turn, one)})] for one in found]
    if len(found) > bases.PAGE:
        last = bases.mark(found[bases.PAGE - 1].name)
        rows = [*rows[: bases.PAGE], [Button("found-more-button", "bases", last)]]
    await turn.say("bases" if found else "bases-none", [*rows, menu.STOP])


def _name(turn: Turn, basis: Basis) -> str:
    """As it stands in the list: with the end that was noted."""
    if basis.ended_at is None:
        return basis.name
    day = bases.day_to_come(turn.work, basis) or "none"
    return turn.words("basis-line-ended", name=basis.name, day=day)


async def one(turn: Turn, argument: str) -> None:
    """What replaces it, and from when? Of one that was noted as ended: what can be done."""
    found = await bases.get(turn.work, turn.person, int(argument))
    if found.ended_at is not None:
        await _say_ended(turn, found)
        return
    turn.wait_for("basis.after", basis=found.id)
    await turn.say(
        "basis-after-ask",
        [[Button("basis-nothing-button", "basisend", found.id)], menu.STOP],
        name=found.name,
        many=str(found.answers),
    )


async def after_typed(turn: Turn) -> None:
    if "basis" not in turn.data:
        raise Refused("step-over")
    await _end(turn, int(turn.data["basis"]), turn.text)


async def end(turn: Turn, argument: str) -> None:
    await _end(turn, int(argument), "")


async def _end(turn: Turn, basis_id: int, typed: str) -> None:
    ended = await bases.end(turn.work, turn.person, basis_id, typed)
    turn.finish()
    await _say_ended(turn, ended)


async def _say_ended(turn: Turn, ended: Basis) -> None:
    many = await bases.hearers(turn.work, ended.id)
    tell = [[Button("basis-tell-button", "basistell", ended.id)]] if many else []
    await turn.say(
        "basis-ended",
        [*tell, [Button("undo-button", "basisundo", ended.id)], *menu.buttons(turn)],
        name=ended.name,
        day=bases.day_to_come(turn.work, ended) or "none",
        answers=str(ended.answers),
        many=str(many),
    )


async def undo(turn: Turn, argument: str) -> None:
    """*Hoàn tác*: it is law as before."""
    found = await bases.in_force_again(turn.work, turn.person, int(argument))
    answers = str(found.answers)
    await turn.say("basis-again", menu.buttons(turn), name=found.name, answers=answers)


async def tell(turn: Turn, argument: str) -> None:
    """*Báo người đã nhận*: an announcement to read over, for a second person to approve."""
    await announce.preview(turn, await bases.announce(turn.work, turn.person, int(argument)))
