"""*Thêm ngày hẹn*: an answer that is about to be sent promises something, and is told by when."""

from bot.domain.commitments import with_day
from bot.services.answers import commitments
from bot.services.queues import queues
from bot.turn import Turn
from handlers import answering, writing


async def begin_day(turn: Turn, argument: str) -> None:
    """The next words are the day; the answer is kept meanwhile."""
    question = await queues.take(turn.work, turn.person, int(argument))
    writing.aside(turn, "answer.day", question)
    await turn.say("promise-day-ask", [writing.back_or_stop(question.id)])


async def day_typed(turn: Turn) -> None:
    """The day behind the first promise that has none, and the answer is shown again."""
    question = await queues.take(turn.work, turn.person, int(turn.data["question"]))
    day = commitments.read_day(turn.work, question, turn.text)
    text = turn.data["text"]
    for pledge in commitments.undated(turn.work, question, text)[:1]:
        text = with_day(text, pledge, day)
    await answering.preview(turn, question.id, text)
