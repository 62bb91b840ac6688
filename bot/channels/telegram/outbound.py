"""From words to the fields of a call."""

import re

from telegram import InputFile

from bot.domain.errors import Rejected
from bot.domain.files import File
from bot.domain.messages import Choice, Outgoing
from bot.domain.recordings import kind_of, seconds_of

_NO_PREVIEW = {"is_disabled": True}

#: Telegram takes a page's address for a button only if its host looks public.
_PUBLIC = re.compile(r"(https?://[^/?#:]*\.[^/?#:]+|tg://)", re.IGNORECASE)

#: The largest file that a bot may send, in bytes.
LARGEST = 50_000_000

Button = dict[str, str]


def fields_of(chat: str, message: Outgoing) -> dict[str, object]:
    """What ``sendMessage`` and ``editMessageText`` have in common."""
    return {
        "chat_id": whole(chat),
        "text": _text(message),
        "link_preview_options": _NO_PREVIEW,
        "reply_markup": _markup(message),
    }


def file_of(
    chat: str, message: Outgoing, content: bytes, *, plain: bool = False
) -> tuple[str, dict[str, object]]:
    """The method that carries a file, and its fields; sound is there to be played.

    ``plain``: as a document, whatever it is. Raises Rejected for a file that no bot may send.
    """
    if message.file is None or not 0 < len(content) <= LARGEST:
        raise Rejected("a file that Telegram does not carry")
    kind = _kind(message.file, content) if not plain else "document"
    fields = {
        "chat_id": whole(chat),
        kind: InputFile(content, filename=message.file.name),
        "caption": _text(message) or None,
        "duration": seconds_of(content) if kind != "document" else None,
        "reply_markup": _markup(message),
    }
    return f"send{kind.capitalize()}", fields


def _kind(file: File, content: bytes) -> str:
    """Voice messages are Opus; the player for music takes MP3 and M4A, and nothing else."""
    found = kind_of(content) if file.is_sound else ""
    if found == ".ogg" and b"OpusHead" in content[:200]:
        return "voice"
    return "audio" if found in (".mp3", ".m4a") else "document"


def reply_of(message: Outgoing) -> dict[str, object] | None:
    """The message answered, which its author may have deleted by now."""
    if not message.reply_to:
        return None
    return {"message_id": whole(message.reply_to), "allow_sending_without_reply": True}


def whole(name: str) -> int:
    """A chat's or a message's name as Telegram wants it."""
    try:
        return int(name)
    except ValueError:
        raise Rejected("not a name that Telegram gave") from None


def _markup(message: Outgoing) -> dict[str, object] | None:
    keyboard = _keyboard(message)
    return {"inline_keyboard": keyboard} if keyboard else None


def _keyboard(message: Outgoing) -> list[list[Button]]:
    rows = ([_button(choice) for choice in row if _fits(choice)] for row in message.choices)
    return [row for row in rows if row]


def _button(choice: Choice) -> Button:
    if choice.url:
        return {"text": choice.label, "url": choice.url}
    return {"text": choice.label, "callback_data": choice.data}


def _text(message: Outgoing) -> str:
    """The words, and below them the addresses that cannot be buttons (on one's own machine)."""
    pages = [f"{c.label}: {c.url}" for row in message.choices for c in row if not _fits(c)]
    return "\n".join([message.text, *pages]).strip()


def _fits(choice: Choice) -> bool:
    return not choice.url or _PUBLIC.match(choice.url) is not None
