"""Words that were changed after they were sent: what is not sent on yet changes with them."""

from bot.services.asking import asking, drafting, questions
from bot.services.residents import onboarding
from bot.turn import Turn
from bot.voice import Button
from handlers import answering, ask, filed, mine, writing


async def edited(turn: Turn) -> None:
    """Into the draft, into the answer that is being written, or into what waits for consent.

    Danger is heard even if it comes late.
    """
    if turn.message.group:
        return
    if turn.text.startswith("/hoi "):  # the command is no part of the question
        turn.message = turn.message_with(turn.text.partition(" ")[2].strip())
    if told := writing.told_in(turn):
        await answering.mend(turn, told)
    elif (draft := await drafting.mend(turn.work, turn.person, turn.message)) is not None:
        await _mended(turn, draft)
    elif await onboarding.mend(turn.work, turn.message):
        await _changed_before_consent(turn)
    elif writing.is_asked_for(turn):
        row = [Button("answer-button", "answer", turn.data["question"])]
        await turn.say("answer-edited-elsewhere", [row])
    else:
        await _too_late(turn)


async def _too_late(turn: Turn) -> None:
    """They were sent already, or asked nothing before they were changed."""
    if asking.is_crisis(turn.work, turn.text) and not turn.person.is_official:
        await _danger_after_all(turn)
    elif turn.person.is_known:
        await turn.say("edited-too-late", [[Button("my-questions-button", "mine")]])
    elif turn.text and not turn.text.startswith("/"):
        await ask.words_of(turn, turn.text)


async def _changed_before_consent(turn: Turn) -> None:
    await turn.say("words-held", [[Button("agree-button", "agree")]])
    if asking.is_crisis(turn.work, turn.text):
        await filed.say_numbers(turn)


async def _mended(turn: Turn, draft_id: int) -> None:
    """Who is in danger now waits for no press."""
    if asking.is_crisis(turn.work, turn.text):
        await ask.send_urgent(turn, draft_id)
    else:
        await ask.confirm(turn, draft_id)


async def _danger_after_all(turn: Turn) -> None:
    """What was sent has become danger: it is sent anew, or said to those who were told."""
    if told := await questions.in_danger_of(turn.work, turn.person):
        await mine.add_to(turn, told.id, turn.text)
        await filed.say_numbers(turn)
    else:
        await ask.words_of(turn, turn.text, asked=True)
