"""Answers that end: what the office reads in the morning leads here."""

from bot.domain import endings
from bot.domain.endings import Place
from bot.services.answers import ends, prolonging
from bot.services.answers.ends import Shown
from bot.services.answers.prolonging import Opened
from bot.services.questions import ending_words
from bot.turn import Turn
from bot.voice import Button
from handlers import announce, answering, menu


async def show(turn: Turn, argument: str) -> None:
    """What ends, or has ended lately, in the person's offices, a page at a time."""
    found, more = await prolonging.page(turn.work, turn.person, Place.parse(argument))
    if not found:
        await turn.say("ends-none", menu.buttons(turn))
        return
    rows = [[_button(one)] for one in found]
    last = [[Button("found-more-button", "ends", found[-1].ending.place)]] if more else []
    lines = "\n".join(ends.line(turn.work, turn.language, one) for one in found)
    await turn.say("ends-list", [*rows, *last], lines=lines)


def _button(one: Shown) -> Button:
    return Button("ends-one-button", "endsone", one.ending.answer, {"number": one.question.number})


async def one(turn: Turn, argument: str) -> None:
    """The question, its answer, until when that holds, and what can be done."""
    found = await prolonging.get(turn.work, turn.person, int(argument))
    await _card(turn, found)


async def _card(turn: Turn, found: Opened) -> None:
    ending = found.shown.ending
    await turn.say(
        "ends-card",
        ends.actions(found.shown, is_open=True, can_tell=bool(found.hearers)),
        number=found.shown.question.number,
        question=found.shown.question.text or "…",
        answer=found.answer.text,
        day=ending_words.day(turn.work, turn.language, ending),
        ended="yes" if ending.has_ended(turn.work.now) else "no",
        many=str(found.hearers),
        told="yes" if ending.spread_at else "no",
    )


async def prolong(turn: Turn, argument: str) -> None:
    """*Gia hạn*: the next words are its last day."""
    found = await prolonging.get(turn.work, turn.person, int(argument))
    turn.wait_for("ends.day", answer=found.shown.ending.answer)
    await turn.say("ends-prolong-ask", [menu.STOP], number=found.shown.question.number)


async def day_typed(turn: Turn) -> None:
    answer = int(turn.data["answer"])
    found = await prolonging.get(turn.work, turn.person, answer)
    day = await prolonging.prolong(turn.work, turn.person, answer, turn.text)
    law = await prolonging.law_over(turn.work, answer, day)
    before = endings.last_day(found.shown.ending.ends_at, turn.work.programme.calendar)
    turn.finish()
    write = [[Button("ends-anew-button", "endsanew", answer)]]
    await turn.say(
        "ends-prolonged",
        [*(write if law else []), *menu.buttons(turn)],
        number=found.shown.question.number,
        day=ending_words.full(turn.work, turn.language, day),
        to="earlier" if day < before else "later",
        law=law[0] if law else "none",
        since=f"{law[1]:%d/%m/%Y}" if law else "",
    )


async def anew(turn: Turn, argument: str) -> None:
    """*Viết câu mới*: the question is open again, in the hands of whoever writes."""
    question = await prolonging.anew(turn.work, turn.person, int(argument))
    await answering.begin(turn, str(question.id))


async def tell(turn: Turn, argument: str) -> None:
    """*Báo người đã nhận*: what they will read, for a second person to approve."""
    made = await prolonging.tell(turn.work, turn.person, int(argument))
    if made:
        await announce.preview(turn, made)
    else:
        await turn.say("ends-told-alone", menu.buttons(turn))
