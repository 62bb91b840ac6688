"""A group of officials, or of a ward's people: what is done there, and what is said in private."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Concatenate, ParamSpec

from bot.services.people import invitations
from bot.turn import Turn
from bot.voice import Button

P = ParamSpec("P")
Handles = Callable[Concatenate[Turn, P], Awaitable[None]]


def in_private(handlers: Mapping[str, Handles[P]]) -> dict[str, Handles[P]]:
    """The same handlers, for private chats alone: what is about one person is not for a group."""
    return {name: _alone(handler) for name, handler in handlers.items()}


def _alone(handler: Handles[P]) -> Handles[P]:
    async def guarded(turn: Turn, /, *args: P.args, **kwargs: P.kwargs) -> None:
        if turn.message.group:
            await turn.say("in-private-please")
        else:
            await handler(turn, *args, **kwargs)

    return guarded


def addressed(handlers: Mapping[str, Handles[P]]) -> dict[str, Handles[P]]:
    """The same steps; in a group only words said to the bot fill them, colleagues talk on."""
    return {name: _spoken_to(handler) for name, handler in handlers.items()}


def _spoken_to(handler: Handles[P]) -> Handles[P]:
    async def guarded(turn: Turn, /, *args: P.args, **kwargs: P.kwargs) -> None:
        if turn.message.to_bot or not turn.message.group:
            await handler(turn, *args, **kwargs)

    return guarded


async def opened(turn: Turn) -> None:
    """The bot was let into a chat."""
    if turn.message.group:
        await greet(turn)


async def greet(turn: Turn) -> None:
    """A group says which queue or ward it is for, by one of its officials pressing a button."""
    if turn.message.group:
        await turn.say("group-hello", [[Button("bind-button", "bind")]])
    else:
        await turn.say("only-in-a-group")


async def bind(turn: Turn, choice: str) -> None:
    """Tie this group to a queue or a ward of the person who presses."""
    options = invitations.bindings(turn.work.programme, turn.person)
    kind, _, scope = choice.partition("/")
    if not scope and len(options) == 1:
        kind, scope, _name = options[0]
    if scope:
        await _bind(turn, kind, scope)
    elif options:
        await _ask_which(turn, options)
    else:
        await turn.say("group-officials-only")


async def _bind(turn: Turn, kind: str, scope: str) -> None:
    name = await invitations.bind_group(turn.work, turn.person, turn.address, kind, scope)
    if kind == "queue":
        await turn.say("group-bound-queue", [[Button("queue-button", "queue")]], name=name)
    else:
        await turn.say("group-bound-ward", name=name)


async def _ask_which(turn: Turn, options: list[tuple[str, str, str]]) -> None:
    rows = [[_option(turn, kind, scope, name)] for kind, scope, name in options]
    await turn.say("group-which", [*rows, [Button("stop-button", "stop")]])


def _option(turn: Turn, kind: str, scope: str, name: str) -> Button:
    label = "bind-queue-button" if kind == "queue" else "bind-ward-button"
    return Button(label, "bind", f"{kind}/{scope}", {"name": name})


async def nothing(_turn: Turn) -> None:
    """Words in a group that are for nobody here."""
