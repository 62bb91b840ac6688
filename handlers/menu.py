"""The menu, help, and what is said when nothing else fits."""

from bot.domain import access, long_lists
from bot.domain.answers import written_in
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.services.queues import pen
from bot.turn import Turn
from bot.voice import Button, Buttons

HELPING = [Button("helping-button", "helping")]
RESIDENT: Buttons = [
    [Button("ask-button", "ask")],
    [Button("my-questions-button", "mine"), Button("answers-button", "published")],
    [Button("sign-up-button", "signup")],
    [Button("schedule-button", "schedule"), *HELPING],
]
#: What officials keep at hand of that; the rest of it is one press away.
_BESIDE_THE_OFFICE: Buttons = [
    [Button("helping-button", "helping"), Button("answers-button", "published")],
    [Button("own-button", "own")],
]
_OWN: Buttons = [
    [Button("my-questions-button", "mine")],
    [Button("sign-up-button", "signup")],
    [Button("schedule-button", "schedule")],
]
STOP = [Button("stop-button", "stop")]
BACK_OR_STOP = [Button("back-button", "back"), Button("stop-button", "stop")]


def buttons(turn: Turn) -> Buttons:
    """What this person can do here, by their roles. A group gets no menu."""
    if turn.message.group:
        return []
    if turn.person.is_official:
        return [*_office(turn.person), *_BESIDE_THE_OFFICE]
    return RESIDENT


def _office(person: Person) -> Buttons:
    rows = []
    if person.queues:
        rows.append([Button("queue-button", "queue"), Button("promises-button", "commitments", 0)])
    if person.air_wards:
        rows.append([Button("bulletin-button", "bulletins")])
    if access.runs_programme(person):
        rows.append([Button("sessions-button", "sessions"), Button("pen-button", "pen")])
        rows.append([Button("announce-button", "announce"), Button("invite-button", "invite")])
        return rows
    if person.scopes(Role.CLERK):
        rows.append([Button("sessions-button", "sessions")])
    if access.may_invite_somebody(person):
        rows.append([Button("invite-button", "invite")])
    return rows


def sees_sessions(turn: Turn) -> bool:
    """Whether the person may see how any session fills."""
    sessions = turn.work.programme.sessions
    return any(access.may_see_figures(turn.person, one.number) for one in sessions)


def yes(it_is: object) -> str:
    return "yes" if it_is else "no"


def whom_to_call(turn: Turn) -> str:
    """Phone and office for the texts; ``none`` where the programme names nobody."""
    return turn.work.programme.contact or "none"


async def show(turn: Turn) -> None:
    """The menu."""
    leave(turn)
    if turn.person.is_official:
        await turn.say("menu-official", buttons(turn), queue=yes(turn.person.queues))
    else:
        await turn.say("menu", buttons(turn), host=turn.work.programme.host)


async def own(turn: Turn, _argument: str) -> None:
    """*Việc của tôi*: what an official can do as anybody can."""
    leave(turn)
    await turn.say("menu-own", [*RESIDENT[:1], *_OWN, [Button("back-button", "back")]])


async def explain(turn: Turn) -> None:
    """``/giup``: what can be done here, and whom to call."""
    contact = whom_to_call(turn)
    if turn.person.is_official:
        queue = yes(turn.person.queues)
        await turn.say("help-official", buttons(turn), contact=contact, queue=queue)
        await turn.say(  # nobody reads of commands that would refuse them
            "help-commands-official",
            queue=queue,
            airs=yes(turn.person.air_wards),
            invites=yes(access.may_invite_somebody(turn.person)),
            runs=yes(access.runs_programme(turn.person)),
            reminded=yes(queue == "no" and access.may_follow_promises(turn.person)),
            sessions=yes(sees_sessions(turn)),
        )
    else:
        await turn.say("help", buttons(turn), contact=contact)
        await turn.say("help-commands")


def leave(turn: Turn) -> None:
    """No step waits; an answer that is being written stays, with all that goes beside it."""
    kept = written_in(turn.data)
    turn.finish()
    turn.note(**kept)


async def stop(turn: Turn, _argument: str) -> None:
    """*Thôi*: leave the step; what was sent before stays."""
    leave(turn)
    key = "stopped-official" if turn.person.is_official else "stopped"
    await turn.say(key, buttons(turn))


async def back(turn: Turn, _argument: str) -> None:
    """*Quay lại* where there is nothing to go back to."""
    await show(turn)


async def more_choices(turn: Turn, argument: str) -> None:
    """*Xem tiếp* below a long list: what it had no room for. The step waits as before."""
    rows = long_lists.rest(turn.conversation.choices, argument)
    if rows is None:
        await lost(turn)
    else:
        await turn.show(Outgoing(text=turn.words("choices-more"), choices=rows))


async def ask_for_words(turn: Turn, ways: Buttons = (), about: str = "") -> None:
    """A voice or a picture alone: few write who send these, so others may, or they call."""
    await turn.say("words-please", ways, about=about, contact=whom_to_call(turn))


async def lost(turn: Turn) -> None:
    """A button whose meaning is gone."""
    key = "button-lost-official" if turn.person.is_official else "button-lost"
    await turn.say(key, buttons(turn))


async def unclear(turn: Turn, words: str) -> None:
    """The same words stand on several cards: the numbers do not."""
    await turn.say("choice-unclear", words=words)


async def unmatched(turn: Turn) -> None:
    """An official's reply that belongs to nothing: kept for the organiser, and said so."""
    await pen.keep_unmatched(turn.work, turn.message, "a reply to an unknown message")
    await turn.say("kept-unmatched", buttons(turn))
