"""From an update to what the core sees. Whatever an update holds, nothing here raises."""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import datetime

import orjson
from telegram.constants import ChatMemberStatus, ChatType

from bot.channels.telegram.attachments import attachments_of
from bot.channels.telegram.checked import (
    Json,
    maybe,
    moment,
    name_of,
    number,
    part,
    whole,
    words,
    yes,
)
from bot.domain.messages import Address, Happened, Inbound, Unreadable
from bot.domain.values import dataclass

_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?(?=\s|$)", re.ASCII)
_MENTION = re.compile(r"@(\w+)[\s,:]*", re.ASCII)
_NAMES = re.compile(r"@(\w+)", re.ASCII)
_START = re.compile(r"/start\s+([A-Za-z0-9_-]{1,64})\s*", re.ASCII)
_INSIDE = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)
_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The bot itself: what commands and mentions are compared with."""

    id: int
    username: str
    channel: str = "telegram"


@dataclass(frozen=True, slots=True)
class _Arrived:
    """What the reading of every kind of update needs."""

    id: str
    me: Me
    now: datetime  #: a press carries no time of its own

    def address(self, chat: Json) -> Address:
        return Address(self.me.channel, name_of(chat.get("id")))


def read(raw: object, me: Me, now: datetime) -> Inbound | Unreadable | None:
    """Read one update; what cannot be read is kept as it came, what concerns nobody is None."""
    try:
        return to_inbound(whole(raw), me, now)
    except Exception as error:  # noqa: BLE001  a malformed update may raise anything, and must not stop others
        return _unreadable(raw, me, type(error).__name__)


def to_inbound(raw: Json, me: Me, now: datetime) -> Inbound | None:
    """Read one update, or raise. None: not for the bot."""
    arrived = _Arrived(name_of(raw.get("update_id")), me, now)
    for kind, reader in _READERS.items():
        if kind in raw:
            return reader(part(raw, kind), arrived)
    return None


def _said(message: Json, arrived: _Arrived) -> Inbound | None:
    moved = _moved(message, arrived)
    return moved if moved is not None else _written(message, arrived, Happened.SAID)


def _edited(message: Json, arrived: _Arrived) -> Inbound | None:
    return _written(message, arrived, Happened.EDITED)


def _written(message: Json, arrived: _Arrived, happened: Happened) -> Inbound | None:
    chat, author, written = part(message, "chat"), _author(message), _text(message)
    group = _is_group(chat)
    text = _addressed(written, arrived.me)
    attachments = attachments_of(message)
    if author is None or text is None:
        return None
    if not (text or attachments or _wants_an_answer(message, happened)):
        return None
    start = _START.fullmatch(text)
    return Inbound(
        address=arrived.address(chat),
        id=arrived.id,
        sender=author[0],
        at=moment(message.get("date")),
        happened=happened,
        text="" if start else text,
        message_id=name_of(message.get("message_id")),
        reply_to=_reply_to(message),
        start=start[1] if start else "",
        group=group,
        title=words(chat.get("title")),
        sender_name=author[1],
        to_bot=_is_to_bot(message, written, arrived.me),
        attachments=attachments,
    )


#: What people send that holds neither words nor a file we could keep.
_WORDLESS = ("sticker", "location", "venue", "dice", "poll", "story", "game", "checklist", "gift")


def _wants_an_answer(message: Json, happened: Happened) -> bool:
    """A sticker or a place sent to the bot alone: it must not stay silent, though it cannot use it.

    A place that is shared live is "edited" every few seconds, which is no news.
    """
    said = happened is Happened.SAID and part(message, "chat").get("type") == ChatType.PRIVATE
    return said and any(message.get(kind) is not None for kind in _WORDLESS)


def _author(message: Json) -> tuple[str, str] | None:
    """Who wrote: id and name. None for bots, channels, and the channel a group repeats."""
    chat, behind = part(message, "chat"), maybe(message, "sender_chat")
    if chat.get("type") == ChatType.CHANNEL:
        return None
    if behind is not None:  # an anonymous administrator writes as the group itself
        itself = number(behind.get("id")) == number(chat.get("id"))
        return (name_of(chat.get("id")), words(chat.get("title"))) if itself else None
    author = part(message, "from")
    is_bot = yes(author.get("is_bot"))
    return None if is_bot else (name_of(author.get("id")), _name(author))


def _name(author: Json) -> str:
    return f"{words(author.get('first_name'))} {words(author.get('last_name'))}".strip()


def _text(message: Json) -> str:
    if (contact := maybe(message, "contact")) is not None:
        return words(contact.get("phone_number"))
    text = message.get("text")
    return words(message.get("caption") if text is None else text)


def _addressed(text: str, me: Me) -> str | None:
    """The text without the bot's own name at its head; None if it is a command for another bot."""
    command, mention = _COMMAND.match(text), _MENTION.match(text)
    if mention is not None and mention[1].lower() == me.username.lower():
        return text[mention.end() :] or text
    if command is None or command[2] is None:
        return text
    ours = command[2].lower() == me.username.lower()
    return f"/{command[1]}{text[command.end() :]}" if ours else None


def _reply_to(message: Json) -> str:
    """The message answered. In a forum, every message "answers" the one that opened its topic."""
    answered = maybe(message, "reply_to_message")
    if answered is None or answered.get("forum_topic_created") is not None:
        return ""
    return name_of(answered.get("message_id"))


def _is_to_bot(message: Json, written: str, me: Me) -> bool:
    """Whether a group's message means the bot: an answer to its words, or its name."""
    answered = maybe(message, "reply_to_message")
    author = maybe(answered, "from") if answered is not None else None
    if author is not None and author.get("id") == me.id:
        return True
    return any(name.lower() == me.username.lower() for name in _NAMES.findall(written))


def _moved(message: Json, arrived: _Arrived) -> Inbound | None:
    """A group became a supergroup. Both chats are told so; the two tellings share one id."""
    to, since = message.get("migrate_to_chat_id"), message.get("migrate_from_chat_id")
    if to is None and since is None:
        return None
    chat = part(message, "chat")
    here = name_of(chat.get("id"))
    old, new = (here, name_of(to)) if to is not None else (name_of(since), here)
    return Inbound(
        address=Address(arrived.me.channel, old),
        id=f"moved:{old}:{new}",
        sender=old,
        at=moment(message.get("date")),
        happened=Happened.MOVED,
        group=True,
        title=words(chat.get("title")),
        moved_to=new,
    )


def _pressed(query: Json, arrived: _Arrived) -> Inbound | None:
    holder, data, author = maybe(query, "message"), words(query.get("data")), part(query, "from")
    if holder is None or not data or yes(author.get("is_bot")):
        return None
    chat = part(holder, "chat")
    return Inbound(
        address=arrived.address(chat),
        id=arrived.id,
        sender=name_of(author.get("id")),
        at=arrived.now,
        happened=Happened.PRESSED,
        press=data,
        press_id=words(query.get("id")),
        reply_to=name_of(holder.get("message_id")),
        group=_is_group(chat),
        title=words(chat.get("title")),
        sender_name=_name(author),
    )


def _membership(change: Json, arrived: _Arrived) -> Inbound | None:
    """The bot was blocked, removed or muted, or let in again. Its other rights do not matter."""
    can = _can_speak(part(change, "new_chat_member"))
    could = _can_speak(part(change, "old_chat_member"))
    chat, author = part(change, "chat"), part(change, "from")
    group = _is_group(chat)
    if can == could or chat.get("type") == ChatType.CHANNEL:
        return None
    return Inbound(
        address=arrived.address(chat),
        id=arrived.id,
        sender=name_of(author.get("id")),
        at=moment(change.get("date")),
        happened=Happened.OPENED if can else Happened.CLOSED,
        group=group,
        title=words(chat.get("title")),
        sender_name=_name(author),
    )


def _can_speak(member: Json) -> bool:
    status = member.get("status")
    if status == ChatMemberStatus.RESTRICTED:
        return yes(member.get("is_member")) and yes(member.get("can_send_messages"))
    if status not in (*_INSIDE, *_OUTSIDE):
        raise ValueError("an unknown kind of membership")
    return status in _INSIDE


def _is_group(chat: Json) -> bool:
    kind = chat.get("type")
    if kind in (ChatType.GROUP, ChatType.SUPERGROUP):
        return True
    if kind in (ChatType.PRIVATE, ChatType.CHANNEL):
        return False
    raise ValueError("an unknown kind of chat")


_READERS: Mapping[str, Callable[[Json, _Arrived], Inbound | None]] = {
    "message": _said,
    "edited_message": _edited,
    "callback_query": _pressed,
    "my_chat_member": _membership,
}

#: What Telegram is asked for; it keeps everything else to itself.
ALLOWED_UPDATES = tuple(_READERS)


def update_id(raw: object) -> int | None:
    """The number that acknowledges an update, if it has one."""
    try:
        own = number(raw["update_id"]) if isinstance(raw, dict) else -1
    except (KeyError, TypeError):
        return None
    return own if own >= 0 else None


def _unreadable(raw: object, me: Me, why: str) -> Unreadable:
    kept = orjson.dumps(raw)
    own = update_id(raw)
    kind = next((key for key in ALLOWED_UPDATES if isinstance(raw, dict) and key in raw), "update")
    return Unreadable(
        channel=me.channel,
        id=str(own) if own is not None else f"raw:{hashlib.sha256(kept).hexdigest()[:32]}",
        raw=kept,
        why=f"{why} in {kind}",
        chat=_chat(raw),
    )


def _chat(raw: object) -> str:
    """Where an unreadable update came from, if that much of it stands."""
    for path in (
        ("message", "chat", "id"),
        ("edited_message", "chat", "id"),
        ("callback_query", "message", "chat", "id"),
        ("my_chat_member", "chat", "id"),
    ):
        found = raw
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
    return ""
