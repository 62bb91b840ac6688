"""What is said in one's own words instead of pressed: to a draft that waits, and plain wishes."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.routes import Handler, PressHandler
from bot.services.asking import drafting, questions
from bot.turn import Turn
from bot.understanding.assent import Reply, said_to_a_draft
from bot.understanding.wishes import Wish, wish_in
from bot.voice import Button
from handlers import ask, menu, mine, mydata, sessions, welcome

#: Steps in which a wish counts: a name or a place may sound like one, and so may what an office
#: is told.
_OPEN = frozenset({"", "question"})


def meant(turn: Turn) -> Handler | None:
    """What private words mean that name no button, and ask no office anything; None for others."""
    if turn.message.attachments:
        return None
    draft = _draft_shown(turn)
    if draft and (reply := said_to_a_draft(turn.text)):
        return _about(draft, _REPLIES[reply])
    if turn.person.is_official or turn.conversation.step not in _OPEN:
        return None
    wish = wish_in(turn.text)
    return _WISHES[wish] if wish else None


def _draft_shown(turn: Turn) -> str:
    """The draft whose *Đúng rồi, gửi đi* stands on the newest thing that was shown; empty if none.

    Whatever has come by itself since, such as an answer or an offered seat, is newer.
    """
    shown = [one.data for one in turn.conversation.choices]
    action, _, draft = shown[-1].partition(":") if shown else ("", "", "")
    is_last = action in ("drop", "splitdraft") and f"send:{draft}" in shown
    return draft if is_last and not turn.conversation.step else ""


def _about(draft: str, press: PressHandler) -> Handler:
    """The same as pressing the button that carries this draft."""

    async def pressed(turn: Turn) -> None:
        await press(turn, draft)

    return pressed


async def _not_yet(turn: Turn, argument: str) -> None:
    """Neither sent nor dropped: it waits as long again, and what could be wrong is asked."""
    await drafting.put_off(turn.work, turn.person, int(argument))
    row = [
        Button("other-agency-button", "other", argument),
        Button("drop-button", "drop", argument),
    ]
    await turn.say("draft-not-yet", [row, [Button("back-button", "confirm", argument)]])


_REPLIES: Mapping[Reply, PressHandler] = MappingProxyType(
    {Reply.YES: ask.send, Reply.DROP: ask.drop, Reply.NO: _not_yet}
)


async def _person(turn: Turn) -> None:
    """Whom to call or see; where an office waits for a word, this may be it."""
    if await questions.asked_back_of(turn.work, turn.person):
        await ask.free_words(turn)
        return
    contact = turn.work.programme.contact or "none"
    if not turn.person.is_known:
        await turn.say("a-person", contact=contact)
        await welcome.ask_consent(turn)
        return
    turn.note(typed=turn.text)
    row = [Button("it-is-a-question-button", "typed")]
    await turn.say("a-person", [row, *menu.buttons(turn)], contact=contact)


_WISHES: Mapping[Wish, Handler] = MappingProxyType(
    {
        Wish.MINE: mine.show,
        Wish.DATA: mydata.show,
        Wish.MUTE: mydata.mute,
        Wish.PERSON: _person,
        Wish.SIGN_UP: sessions.sign_up,
        Wish.SCHEDULE: sessions.schedule,
        Wish.LANGUAGE: welcome.choose_language,
        Wish.HELP: menu.explain,
    }
)
