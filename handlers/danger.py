"""Danger, wherever it is written: a human at once, and the numbers to call; the rest can wait.

So with accusations beside an open question: there its office, even its group would read them.
"""

from dataclasses import replace

from bot.domain.errors import Refused
from bot.domain.questions import Question, Sensitive
from bot.services.asking import asking, questions
from bot.turn import Turn
from handlers import ask, interrupted

#: Steps that take any words as a question, and see to danger by themselves.
_TAKE_QUESTIONS = frozenset({"question", "helping.question"})

#: Steps whose words are read where a question is.
_BESIDE = frozenset({"add", "reopen", "differs"})

#: So many words, at most, are rather the answer to what an office asked back.
_BRIEF = 6


async def heed(turn: Turn, replied: int, *, is_short: bool) -> bool:
    """See to words that must not wait, or not lie where they were written; True if that was done.

    ``replied``: the question that they reply to, 0 if none. ``is_short``: a name or a number is
    waited for. Officials write about danger as their work.
    """
    if turn.person.is_official or turn.conversation.step in _TAKE_QUESTIONS:
        return False
    why = asking.sealing(turn.work, turn.text, is_short=is_short)
    if why is Sensitive.NO:
        return False
    about = await _about(turn, replied)
    if about is None and why is not Sensitive.CRISIS:
        return False
    if about and _is_only_an_answer(turn):
        return False
    if about and about.is_sealed:  # its heads alone read on
        if why is Sensitive.CRISIS:
            turn.then("numbers")
        return False
    await _apart(turn, about)
    return True


def _is_only_an_answer(turn: Turn) -> bool:
    """Whether a few words beside a question hold no phrase of danger: they may sound like it."""
    is_brief = len(turn.text.split()) <= _BRIEF
    return is_brief and asking.sealing(turn.work, turn.text, is_short=True) is Sensitive.NO


async def _about(turn: Turn, replied: int) -> Question | None:
    """One's own question beside which the words were written, if they were written beside one."""
    if not turn.person.consents:
        return None
    if turn.conversation.step in _BESIDE:
        replied = replied or int(turn.data["question"])
    if replied:
        try:
            return await questions.one_of_mine(turn.work, turn.person, replied)
        except Refused:
            return None
    waiting = await questions.asked_back_of(turn.work, turn.person)
    return waiting[0] if waiting and not turn.conversation.step else None


async def _apart(turn: Turn, about: Question | None) -> None:
    """A question of its own, with one button back to what was interrupted.

    That waits for the button now: what is written next may be about the danger.
    """
    before = turn.conversation
    way = interrupted.way_back(turn, about)
    await ask.words_of(turn, turn.text, asked=True, ways=way)
    if turn.conversation.step or not turn.person.consents:
        return  # what is needed to send them is asked for first
    if not way:
        turn.conversation = before
        return
    turn.conversation = replace(before, step="")
    turn.note(typed=turn.text, back=before.step)
    if not asking.is_crisis(turn.work, turn.text):
        await turn.say("kept-apart", way)
