"""What is said in one's own words instead of pressed: to a draft that waits, and plain wishes."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.questions import Sensitive
from bot.routes import Handler, PressHandler
from bot.services.asking import asking, drafting, questions
from bot.turn import Turn
from bot.understanding.assent import Reply, said_to_a_draft, says_to_send
from bot.understanding.wishes import Wish, wish_in
from bot.voice import Button
from handlers import ask, menu, mine, mydata, sessions, welcome

#: What counts while a question is waited for: everything else may be the question.
_BEFORE_A_QUESTION = frozenset({Wish.PERSON, Wish.MUTE, Wish.HELP})


def meant(turn: Turn) -> Handler | None:
    """What private words mean that name no button, and ask no office anything; None for others."""
    if turn.message.attachments:
        return None
    return _to_the_draft(turn) or _wished(turn)


# ── a draft that waits ───────────────────────────────────────────────────────────────────────


def _to_the_draft(turn: Turn) -> Handler | None:
    """What is said to the draft that is shown; whoever wants no more messages is asked of it, too.

    Muted at once, they would never hear that it was sent.
    """
    shown = _draft_shown(turn)
    if shown is None:
        return None
    draft, replies = shown
    reply = said_to_a_draft(turn.text)
    if reply is None and wish_in(turn.text) is Wish.MUTE:
        reply = Reply.NO
    press = replies.get(reply) if reply else None
    return _about(draft, press) if press else None


def _draft_shown(turn: Turn) -> tuple[str, Mapping[Reply, PressHandler]] | None:
    """The draft whose buttons are the newest thing that was shown, and what may be said to it.

    Whatever has come by itself since, such as an answer or an offered seat, is newer.
    """
    shown = [one.data for one in turn.conversation.choices]
    if turn.conversation.step or not shown:
        return None
    action, _, draft = shown[-1].partition(":")
    asked = {"drop": f"send:{draft}", "splitdraft": f"send:{draft}", "confirm": f"drop:{draft}"}
    if asked.get(action) in shown:
        is_offer = any(one.startswith(f"offerread:{draft}.") for one in shown)
        return draft, _TO_AN_OFFER if is_offer else _REPLIES
    is_list = action == "drop" and f"confirm:{draft}" in shown
    return (draft, _BELOW_THE_OFFICES) if is_list else None


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


async def _send_if_said(turn: Turn, argument: str) -> None:
    """*Ok* below an answer that is offered asks for nothing yet: it is shown again."""
    if says_to_send(turn.text):
        await ask.send(turn, argument)
    else:
        await ask.confirm(turn, int(argument))


_REPLIES: Mapping[Reply, PressHandler] = MappingProxyType(
    {Reply.YES: ask.send, Reply.DROP: ask.drop, Reply.NO: _not_yet, Reply.OTHER: ask.other}
)
_TO_AN_OFFER: Mapping[Reply, PressHandler] = MappingProxyType(
    {**_REPLIES, Reply.YES: _send_if_said}
)
_BELOW_THE_OFFICES: Mapping[Reply, PressHandler] = MappingProxyType(
    {Reply.DROP: ask.drop, Reply.NO: _not_yet}
)


# ── plain wishes ─────────────────────────────────────────────────────────────────────────────


def _wished(turn: Turn) -> Handler | None:
    """Where the words are danger or accuse somebody, they are no wish, whatever they look like."""
    step = turn.conversation.step
    if turn.person.is_official or step not in ("", "question"):
        return None
    wish = wish_in(turn.text)
    if wish is None or (step and wish not in _BEFORE_A_QUESTION):
        return None
    if asking.sealing(turn.work, turn.text) is not Sensitive.NO:
        return None
    return _WISHES[wish] if wish is Wish.MUTE else _unless_asked(_WISHES[wish])


def _unless_asked(wished: Handler) -> Handler:
    """Where an office waits for a word, this may be it: *sửa số điện thoại*, *tiếng khmer*."""

    async def answered(turn: Turn) -> None:
        waits = await questions.asked_back_of(turn.work, turn.person)
        await (ask.free_words if waits else wished)(turn)

    return answered


async def _person(turn: Turn) -> None:
    """Whom to call or see."""
    contact = menu.whom_to_call(turn)
    if not turn.person.is_known:
        await turn.say("a-person", contact=contact)
        await welcome.ask_consent(turn)
        return
    turn.note(typed=turn.text)
    row = [Button("it-is-a-question-button", "typed")]
    await turn.say("a-person", [row, *menu.buttons(turn)], contact=contact)


async def _hear_again(turn: Turn) -> None:
    await mydata.unmute(turn, "")


_WISHES: Mapping[Wish, Handler] = MappingProxyType(
    {
        Wish.MINE: mine.show,
        Wish.DATA: mydata.show,
        Wish.MUTE: mydata.mute,
        Wish.HEAR_AGAIN: _hear_again,
        Wish.PERSON: _person,
        Wish.SIGN_UP: sessions.sign_up,
        Wish.SCHEDULE: sessions.schedule,
        Wish.LANGUAGE: welcome.choose_language,
        Wish.HELP: menu.explain,
    }
)
