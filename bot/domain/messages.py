"""What goes into a chat and what comes out of it, without knowing which platform carries it."""

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from bot.domain.files import File
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where a chat can be reached: a channel and that channel's own name of the chat."""

    channel: str
    chat: str

    def __str__(self) -> str:
        return f"{self.channel}:{self.chat}"

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read what ``str(address)`` wrote."""
        channel, _, chat = text.partition(":")
        return cls(channel, chat)


def channel_of(address: str) -> str:
    """The channel of an address that is at hand as it is stored: what ``str(address)`` wrote."""
    return address.partition(":")[0]


def chat_of(address: str) -> str:
    """The channel's own name of the chat, of an address that is at hand as it is stored."""
    return address.partition(":")[2]


class Happened(StrEnum):
    """What an incoming message is."""

    SAID = "said"  #: somebody wrote, spoke or sent a file
    PRESSED = "pressed"  #: somebody pressed a button
    EDITED = "edited"  #: somebody changed words that were sent before
    CLOSED = "closed"  #: the chat blocked the bot, or removed it from the group
    OPENED = "opened"  #: the bot was added to a group, or unblocked
    MOVED = "moved"  #: the chat goes on under another name (``moved_to``)
    DONE = "done"  #: a job of ours has finished; ``press`` says how. Never comes from a channel


class Media(StrEnum):
    """The kind of an attached file."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came with a message. The bytes stay with the channel until a job fetches them."""

    media: Media
    ref: str  #: the channel's own name of the file
    name: str = ""
    size: int | None = None  #: bytes, where the channel tells
    seconds: int | None = None  #: length of a recording


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """One thing that happened in a chat, as the core sees it.

    ``id`` is unique within the channel: a second arrival with the same id is the same message.
    ``sender`` is the channel's id of the writer; in a private chat it equals ``address.chat``.
    """

    address: Address
    id: str
    sender: str
    at: datetime  #: when it was sent, UTC
    happened: Happened = Happened.SAID
    text: str = ""
    press: str = ""  #: what the pressed button carries
    press_id: str = ""  #: how the channel wants the press acknowledged
    message_id: str = ""  #: the channel's name of this message
    reply_to: str = ""  #: the message answered, or the one that holds the pressed button
    start: str = ""  #: the code of an invitation link
    group: bool = False  #: the chat has several people in it
    title: str = ""  #: the group's name
    sender_name: str = ""  #: what the sender calls themselves in the channel
    moved_to: str = ""
    to_bot: bool = False  #: an answer to a message of ours, or words with our name in them
    left_out: tuple[str, ...] = ()  #: kinds of numbers that were taken out before storing
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Something arrived that could not be read. It is kept as it came, for a person to look at."""

    channel: str
    id: str  #: unique within the channel, as for Inbound
    raw: bytes
    why: str
    chat: str = ""  #: where it came from, if that much could be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button. ``data`` is ``action:argument``, at most 64 bytes; ``url`` opens a page."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """Words on their way to one chat. Plain text; ``choices`` are rows of buttons."""

    text: str
    choices: tuple[tuple[Choice, ...], ...] = field(default=())
    reply_to: str = ""  #: the channel's name of the message that this answers
    file: File | None = None  #: comes with the words; its bytes are fetched when it leaves
    told: datetime | None = field(default=None, compare=False)  #: since when it was on its way
