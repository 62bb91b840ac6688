"""*Trường hợp của tôi khác*: why, and the question goes back alone with a new promise."""

from bot.services.asking import receipts
from bot.services.queues import differing
from bot.turn import Turn
from handlers import menu


async def begin(turn: Turn, argument: str) -> None:
    question = await differing.one(turn.work, turn.person, int(argument))
    turn.wait_for("differs", question=question.id)
    about = question.subject
    await turn.say("differs-ask", [menu.STOP], about=about, number=question.number)


async def ask_why_again(turn: Turn) -> None:
    """Ask once more what is different."""
    await begin(turn, turn.data["question"])


async def why(turn: Turn) -> None:
    question_id = int(turn.data["question"])
    promised = await differing.split_off(turn.work, turn.person, question_id, turn.text)
    turn.finish()
    await turn.say(
        "differs-sent",
        receipts.buttons(promised.question),
        about=promised.question.subject,
        **receipts.words(turn.work, turn.language, promised.question, promised.deadline),
    )
