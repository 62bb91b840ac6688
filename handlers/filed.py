"""What somebody hears of a question in its queue: number, office, date, and who reads it."""

from bot.domain.questions import Sensitive
from bot.services.asking import receipts
from bot.services.asking.asking import Filed
from bot.services.people import acting
from bot.turn import Turn


async def say(turn: Turn, filed: Filed) -> None:
    """The receipt, and who alone will read what is private."""
    if filed.question.sensitive is Sensitive.CRISIS:
        await _urgent(turn, filed)
    else:
        await _promise(turn, filed)
    if filed.question.stays_private:
        office = turn.work.programme.queue_name(filed.question.queue)
        sealed = "yes" if filed.question.is_sealed else "no"
        await turn.say("kept-private", office=office, sealed=sealed)


async def _urgent(turn: Turn, filed: Filed) -> None:
    """People in danger read first who was told; a date a week off is no help.

    Where nobody could be, it promises nothing: there are the numbers to call.
    """
    await turn.say(
        "question-receipt-urgent",
        receipts.buttons(filed.question),
        about=f"question:{filed.question.id}",
        told=filed.told.value,
        **receipts.words(turn.work, turn.language, filed.question, filed.deadline),
    )


async def _promise(turn: Turn, filed: Filed) -> None:
    question = filed.question
    await turn.say(
        "question-receipt-for" if question.household else "question-receipt",
        receipts.buttons(question),
        about=f"question:{question.id}",
        who=await acting.called_id(turn.work, turn.language, question.household),
        **receipts.words(turn.work, turn.language, question, filed.deadline),
    )
