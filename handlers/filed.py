"""What somebody hears of a question in its queue: number, office, date, and who reads it."""

from bot.domain.questions import Sensitive
from bot.services.asking import asking, receipts
from bot.services.asking.asking import Filed
from bot.services.people import acting
from bot.turn import Turn
from bot.voice import Button, Buttons


async def say(turn: Turn, filed: Filed, ways: Buttons = ()) -> None:
    """The receipt, and who alone reads what is private; of an accusation also who else hears one.

    ``ways``: back to what danger interrupted, instead of everything else that could be done.
    """
    if filed.question.sensitive is Sensitive.CRISIS:
        await _urgent(turn, filed, ways)
        return
    await _promise(turn, filed)
    if filed.question.sensitive is Sensitive.ACCUSATION:
        await turn.say("kept-sealed", **asking.kept(turn.work, filed))
    elif filed.question.stays_private:
        office = turn.work.programme.queue_name(filed.question.queue)
        await turn.say("kept-private", office=office)


async def _urgent(turn: Turn, filed: Filed, ways: Buttons) -> None:
    """Who was told, and that nobody else reads it; last, where the eye is, the numbers to call.

    One message, so that nothing pushes them off a small screen. Where nobody could be told, it
    promises nothing.
    """
    question = filed.question
    more = Button("urgent-add-button", "add", question.id)
    change = [more, Button("withdraw-button", "withdraw", question.id)]
    await turn.say(
        "question-receipt-urgent",
        [change, *(ways or [receipts.back(question)])],
        about=question.subject,
        told=filed.told.value,
        numbers=asking.hotlines(turn.work),
        **receipts.words(turn.work, turn.language, question, filed.deadline),
    )


async def _promise(turn: Turn, filed: Filed) -> None:
    question = filed.question
    await turn.say(
        "question-receipt-for" if question.household else "question-receipt",
        receipts.buttons(question),
        about=question.subject,
        who=await acting.called_id(turn.work, turn.language, question.household),
        **receipts.words(turn.work, turn.language, question, filed.deadline),
    )


async def say_numbers(turn: Turn) -> None:
    """Whom to call in danger."""
    await turn.say("crisis-numbers", numbers=asking.hotlines(turn.work))
