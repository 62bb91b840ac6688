"""*Xem câu 1*: an answer that is there already, read instead of asking."""

from bot.services.answers import offering
from bot.services.answers.answers import Published
from bot.services.asking import asking
from bot.turn import Turn
from bot.voice import Button, Buttons

#: So many letters of a question stand in an offer.
_SHORT = 120


async def offer(turn: Turn, draft_id: int, text: str) -> bool:
    """Offer what was answered already; False if nothing fits."""
    found = await offering.fitting(turn.work, turn.person, text)
    if not found:
        return False
    suggestion = asking.suggest(turn.work, text)
    await turn.say(
        "question-offer",
        _choices(draft_id, found),
        text=asking.shortened(text),
        items="\n".join(_line(turn, place, one) for place, one in enumerate(found, 1)),
        office=asking.office(turn.work, turn.person, suggestion.agency),
    )
    return True


def _line(turn: Turn, place: int, one: Published) -> str:
    return turn.words(
        "offer-item",
        place=str(place),
        question=asking.shortened(one.question, _SHORT),
        office=turn.work.programme.queue_name(one.queue),
    )


def _choices(draft_id: int, found: list[Published]) -> Buttons:
    reads = [
        Button("offer-read-button", "offerread", f"{draft_id}.{one.release}", {"place": str(place)})
        for place, one in enumerate(found, 1)
    ]
    return [
        reads,
        [Button("ask-anyway-button", "send", draft_id)],
        [Button("other-agency-button", "other", draft_id), Button("drop-button", "drop", draft_id)],
    ]


async def read(turn: Turn, argument: str) -> None:
    """The answer; the question is not sent, and one tap still sends it."""
    draft_id, _, release = argument.partition(".")
    done = await offering.read(turn.work, turn.person, int(draft_id), int(release))
    rows = [[Button("ask-anyway-button", "askafterall", done.kept)]] if done.kept else []
    await turn.say(
        "offer-answer",
        [*rows, [Button("back-button", "back")]],
        number=done.answer.number,
        office=turn.work.programme.queue_name(done.answer.queue),
        answer=done.answer.answer,
        current="yes" if done.answer.is_current(turn.work.now) else "no",
        sent="no" if done.kept else "yes",
    )
