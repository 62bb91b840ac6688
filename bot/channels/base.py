"""What a channel must be able to do, what it declares, and how words are fitted to it."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Protocol, runtime_checkable

from starlette.routing import BaseRoute

from bot.domain.channels import State
from bot.domain.messages import Choice, Inbound, Outgoing, Unreadable
from bot.domain.values import dataclass
from bot.understanding.sentences import split_text, utf16_length, without_middle

Arrival = Inbound | Unreadable

#: Keeps what arrived. When it returns, everything is on disk and may be acknowledged.
Store = Callable[[Sequence[Arrival]], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a channel can carry. Lengths are counted in UTF-16 units, as platforms do."""

    text: int = 4096  #: longest text of one message
    caption: int = 1024  #: longest text of one that a file comes with
    files: bool = True  #: False: a file is told by a link
    buttons: bool = True  #: False: choices are written as numbers, which run on over a screen
    edits: bool = True  #: False: a changed card is sent again
    acks: bool = True  #: False: a press needs no acknowledgement
    per_second: float = 30.0  #: messages a second over the whole channel
    per_chat_second: float = 1.0  #: messages a second to one chat
    per_group_minute: float = 20.0  #: messages a minute to one group


class Channel(Protocol):
    """A way to reach people. Its methods raise only SendError and its kinds (bot.domain.errors)."""

    @property
    def name(self) -> str:
        """The word that stands before the colon in an address."""
        ...

    @property
    def limits(self) -> Limits: ...

    async def send(self, chat: str, message: Outgoing) -> str:
        """Send one message; returns the channel's name of it. Called once for each try."""
        ...

    async def edit(self, chat: str, message_id: str, message: Outgoing) -> None:
        """Change a message sent before. "Nothing changed" is success."""
        ...

    async def acknowledge(self, chat: str, press_id: str) -> None:
        """Tell the platform that a press was seen. Too late is not an error."""
        ...


@runtime_checkable
class Carries(Protocol):
    """A channel that hands over the bytes of a file. Any other shows ``message.file`` by itself."""

    async def send_file(self, chat: str, message: Outgoing, content: bytes) -> str:
        """``send`` for a message that has a file: it and its words arrive together or not at all.

        The words fit ``limits.caption``, and there may be none.
        """
        ...


@runtime_checkable
class Polls(Protocol):
    """A channel that has to ask for what arrived."""

    async def poll(self, store: Store) -> None:
        """Ask for ever. Acknowledge to the platform only what ``store`` has returned for."""
        ...


@runtime_checkable
class Serves(Protocol):
    """A channel that is called over HTTP."""

    def routes(self, store: Store) -> Sequence[BaseRoute]:
        """The paths it wants served. A handler answers 200 only after ``store`` has returned."""
        ...


@runtime_checkable
class Stands(Protocol):
    """A channel that its platform can cut off, and that notices within a minute."""

    @property
    def name(self) -> str: ...

    @property
    def state(self) -> State:
        """How it goes, in a word."""
        ...

    @property
    def why(self) -> str:
        """What the platform said, where there is trouble."""
        ...


@runtime_checkable
class Invites(Protocol):
    """A channel in which a link can carry an invitation's code."""

    def link(self, code: str) -> str:
        """The link; empty while the channel cannot make one."""
        ...


@runtime_checkable
class Opens(Protocol):
    """A channel that holds a connection while the program runs."""

    async def open(self) -> None: ...

    async def close(self) -> None: ...


@runtime_checkable
class Streams(Protocol):
    """A channel whose open pages each hold a connection to our server."""

    def hang_up(self) -> None:
        """End those connections: the server stops, and waits for none of them."""
        ...


@runtime_checkable
class Fetches(Protocol):
    """A channel that hands out the files people sent."""

    async def fetch(self, ref: str) -> bytes:
        """The bytes of an attachment, by its ``ref``. Only jobs wait for it, never a turn."""
        ...


def degrade(
    message: Outgoing, limits: Limits, link: str = "", first: int = 1
) -> tuple[Outgoing, ...]:
    """Fit a message to a channel: long text cut between sentences, buttons written as numbers.

    ``link`` opens the message's file, for a channel that carries none; ``first`` is the number of
    the first button. Returns the parts in order; file and buttons stay with the last one. Words
    that are too long to go with a file go before it.
    """
    if message.file and not limits.files:
        named = f"{message.file.name} ({message.file.how_large}): {link}"
        message = replace(message, text=f"{message.text}\n\n{named}".strip(), file=None)
    if not limits.buttons and message.choices:
        message = replace(message, text=_numbered(message, first), choices=())
    if message.file and utf16_length(message.text) > limits.caption:
        words = replace(message, choices=(), file=None)
        return (*degrade(words, limits), replace(message, text="", reply_to=""))
    parts = split_text(message.text, limits.text)
    if len(parts) == 1:
        return (replace(message, text=parts[0]) if parts[0] != message.text else message,)
    *before, last = (replace(message, text=part, choices=()) for part in parts)
    return (*before, replace(last, choices=message.choices))


def in_one(message: Outgoing, limits: Limits, first: int = 1) -> Outgoing:
    """Fit a message without a file to a channel, in one piece: of words that are too long for that
    the middle is left out. For what changes where it stands; see ``degrade``.
    """
    if not limits.buttons and message.choices:
        message = replace(message, text=_numbered(message, first), choices=())
    return replace(message, text=without_middle(message.text, limits.text))


def _numbered(message: Outgoing, first: int) -> str:
    """A page that is opened has its address, and no number: there is nothing to be said for it."""
    flat = [choice for row in message.choices for choice in row]
    numbers = count(first)
    lines = [_line(choice, numbers) for choice in flat]
    return "\n".join([message.text, "", *lines])


def _line(choice: Choice, numbers: Iterator[int]) -> str:
    return f"{next(numbers)}. {choice.label}" if choice.data else f"{choice.label}: {choice.url}"
