"""From an update to what the core sees. Nothing an update can hold raises out of here."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    Update,
    User,
)

from bot.channels.telegram.attachments import attachments_of
from bot.channels.telegram.checked import moment, name_of, number, words, yes
from bot.domain.messages import Address, Happened, Inbound, Unreadable

_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?(?=\s|$)", re.ASCII)
_MENTION = re.compile(r"@(\w+)[\s,:]*", re.ASCII)
_NAMES = re.compile(r"@(\w+)", re.ASCII)
_START = re.compile(r"/start\s+([A-Za-z0-9_-]{1,64})\s*", re.ASCII)
_INSIDE, _OUTSIDE = ("member", "administrator", "creator"), ("left", "kicked")


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

    def address(self, chat: Chat) -> Address:
        return Address(self.me.channel, name_of(chat.id))


def read(raw: object, me: Me, now: datetime) -> Inbound | Unreadable | None:
    """Read one update; what cannot be read is kept as it came, what concerns nobody is None."""
    try:
        if not isinstance(raw, dict):
            raise TypeError("not an object")
        return to_inbound(raw, me, now)
    except Exception as error:  # noqa: BLE001  a malformed update may raise anything, and must not stop others
        return _unreadable(raw, me, type(error).__name__)


def to_inbound(raw: dict[str, Any], me: Me, now: datetime) -> Inbound | None:
    """Read one update, or raise. None: not for the bot."""
    update = Update.de_json(raw)
    arrived = _Arrived(name_of(update.update_id), me, now)
    for kind, reader in _READERS.items():
        if kind in raw:
            content = getattr(update, kind)
            if content is None:
                raise ValueError("empty")
            return reader(content, arrived)
    return None


def _said(message: Message, arrived: _Arrived) -> Inbound | None:
    moved = _moved(message, arrived)
    return moved if moved is not None else _written(message, arrived, Happened.SAID)


def _edited(message: Message, arrived: _Arrived) -> Inbound | None:
    return _written(message, arrived, Happened.EDITED)


def _written(message: Message, arrived: _Arrived, happened: Happened) -> Inbound | None:
    author, written = _author(message), _text(message)
    text = _addressed(written, arrived.me)
    attachments = attachments_of(message)
    if author is None or text is None:
        return None
    if not (text or attachments or _wants_an_answer(message, happened)):
        return None
    start = _START.fullmatch(text)
    return Inbound(
        address=arrived.address(message.chat),
        id=arrived.id,
        sender=author[0],
        at=moment(message.date),
        happened=happened,
        text="" if start else text,
        message_id=name_of(message.message_id),
        reply_to=_reply_to(message),
        start=start[1] if start else "",
        group=_is_group(message.chat),
        title=words(message.chat.title),
        sender_name=author[1],
        to_bot=_is_to_bot(message, written, arrived.me),
        attachments=attachments,
    )


#: What people send that holds neither words nor a file we could keep.
_WORDLESS = ("sticker", "location", "venue", "dice", "poll", "story", "game", "checklist", "gift")


def _wants_an_answer(message: Message, happened: Happened) -> bool:
    """A sticker or a place sent to the bot alone: it must not stay silent, though it cannot use it.

    A place that is shared live is "edited" every few seconds, which is no news.
    """
    said = happened is Happened.SAID and message.chat.type == Chat.PRIVATE
    return said and any(getattr(message, kind) is not None for kind in _WORDLESS)


def _author(message: Message) -> tuple[str, str] | None:
    """Who wrote: id and name. None for bots, channels, and the channel a group repeats."""
    chat, behind = message.chat, message.sender_chat
    _is_group(chat)
    if chat.type == Chat.CHANNEL:
        return None
    if behind is not None:  # an anonymous administrator writes as the group itself
        return (name_of(chat.id), words(chat.title)) if behind.id == chat.id else None
    author = message.from_user
    if author is None:
        raise ValueError("written by nobody")
    return None if yes(author.is_bot) else (name_of(author.id), _name(author))


def _name(author: User) -> str:
    return f"{words(author.first_name)} {words(author.last_name)}".strip()


def _text(message: Message) -> str:
    if message.contact is not None:
        return words(message.contact.phone_number)
    return words(message.text if message.text is not None else message.caption)


def _addressed(text: str, me: Me) -> str | None:
    """The text without the bot's own name at its head; None if it is a command for another bot."""
    command, mention = _COMMAND.match(text), _MENTION.match(text)
    if mention is not None and mention[1].lower() == me.username.lower():
        return text[mention.end() :] or text
    if command is None or command[2] is None:
        return text
    ours = command[2].lower() == me.username.lower()
    return f"/{command[1]}{text[command.end() :]}" if ours else None


def _reply_to(message: Message) -> str:
    """The message answered. In a forum, every message "answers" the one that opened its topic."""
    answered = message.reply_to_message
    if answered is None or answered.forum_topic_created is not None:
        return ""
    return name_of(answered.message_id)


def _is_to_bot(message: Message, written: str, me: Me) -> bool:
    """Whether a group's message means the bot: an answer to its words, or its name."""
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.id == me.id:
        return True
    return any(name.lower() == me.username.lower() for name in _NAMES.findall(written))


def _moved(message: Message, arrived: _Arrived) -> Inbound | None:
    """A group became a supergroup. Both chats are told so; the two tellings share one id."""
    if message.migrate_to_chat_id is not None:
        old, new = name_of(message.chat.id), name_of(message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        old, new = name_of(message.migrate_from_chat_id), name_of(message.chat.id)
    else:
        return None
    return Inbound(
        address=Address(arrived.me.channel, old),
        id=f"moved:{old}:{new}",
        sender=old,
        at=moment(message.date),
        happened=Happened.MOVED,
        group=True,
        title=words(message.chat.title),
        moved_to=new,
    )


def _pressed(query: CallbackQuery, arrived: _Arrived) -> Inbound | None:
    holder, data = query.message, words(query.data)
    if holder is None or not data or yes(query.from_user.is_bot):
        return None
    return Inbound(
        address=arrived.address(holder.chat),
        id=arrived.id,
        sender=name_of(query.from_user.id),
        at=arrived.now,
        happened=Happened.PRESSED,
        press=data,
        press_id=words(query.id),
        reply_to=name_of(holder.message_id),
        group=_is_group(holder.chat),
        title=words(holder.chat.title),
        sender_name=_name(query.from_user),
    )


def _membership(change: ChatMemberUpdated, arrived: _Arrived) -> Inbound | None:
    """The bot was blocked, removed or muted, or let in again. Its other rights are no news."""
    can, could = _can_speak(change.new_chat_member), _can_speak(change.old_chat_member)
    group = _is_group(change.chat)
    if can == could or change.chat.type == Chat.CHANNEL:
        return None
    return Inbound(
        address=arrived.address(change.chat),
        id=arrived.id,
        sender=name_of(change.from_user.id),
        at=moment(change.date),
        happened=Happened.OPENED if can else Happened.CLOSED,
        group=group,
        title=words(change.chat.title),
        sender_name=_name(change.from_user),
    )


def _can_speak(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return yes(member.is_member) and yes(member.can_send_messages)
    if member.status not in (*_INSIDE, *_OUTSIDE):
        raise ValueError("an unknown kind of membership")
    return member.status in _INSIDE


def _is_group(chat: Chat) -> bool:
    if chat.type in (Chat.GROUP, Chat.SUPERGROUP):
        return True
    if chat.type in (Chat.PRIVATE, Chat.CHANNEL):
        return False
    raise ValueError("an unknown kind of chat")


_READERS: Mapping[str, Callable[[Any, _Arrived], Inbound | None]] = {
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
