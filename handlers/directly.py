"""*Đã trả lời trực tiếp*: who told the asker, on which day, and what; the head confirms it."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.domain.errors import Refused
from bot.domain.questions import Question
from bot.routes import Handler
from bot.services.answers import direct
from bot.services.queues import queues
from bot.turn import Turn
from bot.voice import Button
from handlers import menu


async def begin(turn: Turn, argument: str) -> None:
    """Who?"""
    question = await queues.take(turn.work, turn.person, int(argument))
    turn.wait_for("directly.who", question=question.id)
    rows = [[Button("directly-me-button", "directlyme", question.id)]] if turn.person.name else []
    await turn.say(
        "directly-who", [*rows, menu.STOP], about=question.subject, number=question.number
    )


async def myself(turn: Turn, argument: str) -> None:
    """*Chính tôi*."""
    await _ask_day(turn, int(argument), turn.person.name)


async def who_typed(turn: Turn) -> None:
    await _ask_day(turn, int(turn.data["question"]), turn.text)


async def _ask_day(turn: Turn, question_id: int, who: str) -> None:
    """…when?"""
    question = await queues.take(turn.work, turn.person, question_id)
    today = turn.work.local.date()
    direct.given(turn.work, who, _typed(today))
    turn.wait_for("directly.day", question=question.id, who=who)
    await turn.say(
        "directly-when",
        [
            [
                Button("directly-today-button", "directlyon", f"{question.id}.0"),
                Button("directly-yesterday-button", "directlyon", f"{question.id}.1"),
            ],
            _back_or_stop(question),
        ],
        about=question.subject,
        number=question.number,
    )


def _typed(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _back_or_stop(question: Question) -> list[Button]:
    return [Button("back-button", "directly", question.id), *menu.STOP]


async def day_pressed(turn: Turn, argument: str) -> None:
    """*Hôm nay*, *Hôm qua*."""
    question_id, _, ago = argument.partition(".")
    if turn.data.get("question") != question_id or "who" not in turn.data:
        await begin(turn, question_id)
        return
    await _ask_words(turn, _typed(turn.work.local.date() - timedelta(days=int(ago))))


async def day_typed(turn: Turn) -> None:
    await _ask_words(turn, turn.text)


async def _ask_words(turn: Turn, day: str) -> None:
    """…and what?"""
    question = await queues.take(turn.work, turn.person, int(turn.data["question"]))
    told = direct.given(turn.work, turn.data["who"], day)
    turn.wait_for("directly.words", question=question.id, who=told.who, day=_typed(told.day))
    await turn.say(
        "directly-words",
        [_back_or_stop(question)],
        about=question.subject,
        number=question.number,
    )


async def words_typed(turn: Turn) -> None:
    """What tells of a person is asked about: a ward would hear it."""
    question_id = int(turn.data["question"])
    words = await direct.telling(turn.work, turn.person, question_id, turn.text)
    if not words:
        await _submit(turn, turn.text, private=False)
        return
    question = await queues.take(turn.work, turn.person, question_id)
    turn.note(text=turn.text)
    alone = [Button("submit-private-button", "directlyalone", question_id)]
    rows = [alone, _back_or_stop(question)]
    await turn.say("directly-leaks", rows, about=question.subject, words=words)


async def alone(turn: Turn, argument: str) -> None:
    """*Gửi duyệt riêng người hỏi*."""
    if turn.data.get("question") != argument or not {"who", "day", "text"} <= set(turn.data):
        raise Refused("step-over")
    await _submit(turn, turn.data["text"], private=True)


async def _submit(turn: Turn, text: str, *, private: bool) -> None:
    told = direct.given(turn.work, turn.data["who"], turn.data["day"])
    done = await direct.submit(
        turn.work, turn.person, int(turn.data["question"]), told, text, private=private
    )
    turn.finish()
    key = "submitted" if done.heads else "submitted-without-head"
    await turn.say(key, about=done.question.subject, number=done.question.number)


#: Steps that wait for words about one question.
STEPS: Mapping[str, Handler] = {
    "directly.who": who_typed,
    "directly.day": day_typed,
    "directly.words": words_typed,
}
