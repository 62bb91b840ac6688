"""*Trả lời*, preview, *Duyệt*, *Trả lại*: an answer from an official's own chat."""

from bot.domain.errors import Refused
from bot.domain.questions import Move, Question
from bot.services import answers, cards, questions, queues
from bot.turn import Turn
from bot.work import Button
from handlers import menu, mine


async def begin(turn: Turn, argument: str) -> None:
    """*Trả lời*: the next words are the answer."""
    question = await queues.hold(turn.work, turn.person, int(argument))
    await _ask(turn, question)


async def _ask(turn: Turn, question: Question) -> None:
    turn.wait_for("answer.text", question=question.id)
    returned = await questions.reason_of(turn.work, question, Move.RETURN)
    await turn.say(
        "answer-ask",
        [menu.STOP],
        about=cards.subject(question),
        number=question.number,
        returned=returned or "none",
    )


async def text(turn: Turn) -> None:
    question_id = int(turn.data["question"])
    await _preview(turn, question_id, turn.text)


async def reply(turn: Turn, argument: str) -> None:
    """A reply to a message about a question: its asker adds words, its official answers it."""
    question = await questions.any_for(turn.work, turn.person, int(argument))
    if question.asker == turn.person.id:
        await mine.reply(turn, question.id)
    elif question.allows(Move.DRAFT) or question.allows(Move.TAKE):
        await _by_reply(turn, question)
    else:
        raise Refused("question-moved-on", number=question.number, status=question.status.value)


async def _by_reply(turn: Turn, question: Question) -> None:
    """Words in a step that was asked about this question fill the step; otherwise they answer it."""
    step = turn.conversation.step
    if step and step != "answer.text" and turn.data.get("question") == str(question.id):
        from handlers import ROUTES  # noqa: PLC0415 - the table is above its rows

        await ROUTES.steps[step](turn)
    else:
        await _preview(turn, question.id, turn.text)


async def _preview(turn: Turn, question_id: int, words: str) -> None:
    """The answer as its asker will read it; nothing is sent before *Gửi duyệt*."""
    question = await queues.hold(turn.work, turn.person, question_id)
    words = answers.check(turn.work, words)
    turn.wait_for("answer.preview", question=question.id, text=words)
    await _show_preview(turn, question, words)


async def _show_preview(turn: Turn, question: Question, words: str) -> None:
    await turn.say(
        "answer-preview",
        [
            [Button("submit-button", "submit", question.id)],
            [Button("submit-private-button", "submitprivate", question.id)],
            [Button("write-again-button", "answer", question.id), *menu.STOP],
        ],
        about=cards.subject(question),
        number=question.number,
        office=turn.work.programme.queue_name(question.queue),
        answer=words,
        words=str(len(words.split())),
    )


async def preview_again(turn: Turn) -> None:
    """New words while the preview is open replace the answer."""
    await _preview(turn, int(turn.data["question"]), turn.text)


async def submit(turn: Turn, argument: str) -> None:
    await _submit(turn, int(argument), private=False)


async def submit_private(turn: Turn, argument: str) -> None:
    """For the asker alone: not on the air, not on the page."""
    await _submit(turn, int(argument), private=True)


async def _submit(turn: Turn, question_id: int, *, private: bool) -> None:
    if turn.data.get("question") != str(question_id) or "text" not in turn.data:
        raise Refused("step-over")
    question = await answers.submit(
        turn.work, turn.person, question_id, turn.data["text"], private=private
    )
    turn.finish()
    await turn.say("submitted", about=cards.subject(question), number=question.number)


async def approve(turn: Turn, argument: str) -> None:
    """*Duyệt*: where the answer goes next, and when."""
    placed = await answers.approve(turn.work, turn.person, int(argument))
    number = placed.question.number
    if placed.at:
        await turn.say("approved", number=number, at=turn.work.moment(turn.language, placed.at))
    else:
        await turn.say("approved-private", number=number)


async def send_back(turn: Turn, argument: str) -> None:
    """*Trả lại*: why?"""
    question = await queues.work_on(turn.work, turn.person, int(argument))
    turn.wait_for("return.reason", question=question.id)
    await turn.say("return-why", [menu.STOP], about=cards.subject(question), number=question.number)


async def send_back_reason(turn: Turn) -> None:
    question = await answers.send_back(
        turn.work, turn.person, int(turn.data["question"]), turn.text
    )
    turn.finish()
    await turn.say("returned", number=question.number)
