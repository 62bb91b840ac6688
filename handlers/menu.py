"""The menu, help, and what is said when nothing else fits."""

from bot.domain.people import Person, Role
from bot.services import pen
from bot.turn import Turn
from bot.work import Button, Buttons

RESIDENT: Buttons = [
    [Button("ask-button", "ask")],
    [Button("my-questions-button", "mine"), Button("answers-button", "published")],
    [Button("sign-up-button", "signup"), Button("schedule-button", "schedule")],
]


def buttons(person: Person) -> Buttons:
    """What this person can do here, by their roles."""
    office: list[list[Button]] = []
    if person.queues:
        office.append([Button("queue-button", "queue")])
    if person.air_wards:
        office.append([Button("bulletin-button", "bulletins")])
    if invites(person):
        office.append([Button("invite-button", "invite")])
    if person.holds(Role.ORGANISER) or person.holds(Role.ADMIN):
        office.append([Button("sessions-button", "sessions"), Button("pen-button", "pen")])
    return [*office, *RESIDENT]


def invites(person: Person) -> bool:
    """Whether the person may invite anybody."""
    leads = bool(person.scopes(Role.HEAD))
    return leads or person.holds(Role.ORGANISER) or person.holds(Role.ADMIN)


async def show(turn: Turn) -> None:
    """The menu."""
    turn.finish()
    await turn.say("menu", buttons(turn.person), host=turn.work.programme.host)


async def explain(turn: Turn) -> None:
    """``/giup``: what can be done here, and whom to call."""
    key = "help-official" if turn.person.is_official else "help"
    await turn.say(key, buttons(turn.person), contact=turn.work.programme.contact)


async def stop(turn: Turn, _argument: str) -> None:
    """*Thôi*: leave the step; what was sent before stays."""
    turn.finish()
    await turn.say("stopped", buttons(turn.person))


async def back(turn: Turn, _argument: str) -> None:
    """*Quay lại* where there is nothing to go back to."""
    await show(turn)


async def lost(turn: Turn) -> None:
    """A button whose meaning is gone."""
    await turn.say("button-lost", buttons(turn.person))


async def open_menu(turn: Turn, _argument: str) -> None:
    await show(turn)


async def edited(turn: Turn) -> None:
    """Words changed after they were sent change nothing here; say how to add to a question."""
    await turn.say("edited-too-late")


async def unmatched(turn: Turn) -> None:
    """An official's reply that belongs to nothing: kept for the organiser, and said so."""
    await pen.keep_unmatched(turn.work, turn.message, "a reply to an unknown message")
    await turn.say("kept-unmatched", buttons(turn.person) if not turn.message.group else ())


async def nothing(_turn: Turn) -> None:
    """Words in a group that are for nobody here."""


STOP = [Button("stop-button", "stop")]
BACK_OR_STOP = [Button("back-button", "back"), Button("stop-button", "stop")]
