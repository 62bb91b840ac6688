"""*Chuyển kín*, *Không phải tố cáo*, *Không nguy cấp*: what a question is, by who reads it."""

from bot.domain.questions import SEALED, Question, Sensitive
from bot.services.queues import sealing
from bot.services.seats import phases
from bot.turn import Turn
from bot.voice import Button
from handlers import menu


async def begin(turn: Turn, argument: str) -> None:
    """What is it, then? Says what each of these does."""
    question, kinds = await sealing.to_sort(turn.work, turn.person, int(argument))
    rows = [[_option(question, one)] for one in kinds]
    await turn.say(
        "seal-what",
        [*rows, menu.STOP],
        about=question.subject,
        number=question.number,
        office=turn.work.programme.queue_name(question.queue),
        opens="yes" if Sensitive.PRIVATE in kinds else "no",
    )


def _option(question: Question, kind: Sensitive) -> Button:
    argument = f"{question.id}/{kind.value}"
    match kind:
        case Sensitive.CRISIS:
            return Button("is-danger-button", "sealas", argument)
        case Sensitive.ACCUSATION:
            return Button("is-accusation-button", "sealas", argument)
        case _:
            return Button("is-everyday-button", "sealas", argument)


async def decide(turn: Turn, argument: str) -> None:
    """*Có người nguy hiểm*, *Tố cáo người khác*, *Chuyện thường*."""
    question_id, _, kind = argument.partition("/")
    if Sensitive(kind) in SEALED:
        await _seal(turn, int(question_id), Sensitive(kind))
    else:
        question = await sealing.unseal(turn.work, turn.person, int(question_id))
        office = turn.work.programme.queue_name(question.queue)
        await turn.say("unsealed", number=question.number, office=office)


async def _seal(turn: Turn, question_id: int, kind: Sensitive) -> None:
    sealed = await sealing.seal(turn.work, turn.person, question_id, kind)
    _look_again(turn, sealed.question)
    await turn.say(
        "sealed",
        number=sealed.question.number,
        office=turn.work.programme.queue_name(sealed.question.queue),
        told=sealed.told.value,
    )


def _look_again(turn: Turn, question: Question) -> None:
    """It stands on the wall of its session no longer."""
    if question.session:
        phases.notify(turn.work, question.session)
