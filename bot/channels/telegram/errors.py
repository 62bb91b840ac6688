"""What Telegram's refusals mean for a message: later, never, or not to this address."""

import re
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    PassportDecryptionError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.domain.errors import Gone, Rejected, SendError, TryLater

#: Beginnings and parts of Telegram's 400 answers that speak of the chat, not of the message.
_CLOSED = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user is deactivated",
    "input_user_deactivated",
    "user_is_blocked",
    "group chat was deactivated",
    "group chat was upgraded",
    "bot is not a member",
    "bot was kicked",
    "not enough rights to send",
    "no rights to send",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_restricted",
    "channel_private",
)
_QUOTED = re.compile(r"""(['"“]).*(['"”])""", re.DOTALL)


def to_send_error(
    error: TelegramError, *, whole_channel: bool = False, refused_pause: float = 60.0
) -> SendError:
    """Translate one of the library's errors.

    ``whole_channel`` is the caller's judgement on a 429, which does not say whom it means.
    The order matters: in the library a BadRequest and a TimedOut are NetworkErrors too.
    """
    why = _why(error)
    match error:
        case RetryAfter():
            return TryLater(why, after=_seconds(error.retry_after), whole_channel=whole_channel)
        case ChatMigrated():
            return Gone(why, moved_to=str(error.new_chat_id))
        case Forbidden():
            return Gone(why)
        case BadRequest():
            return _bad(error, why)
        case InvalidToken():
            return TryLater(_TOKEN, after=refused_pause, whole_channel=True)
        case EndPointNotFound() | PassportDecryptionError():
            return Rejected(why)
        case _:
            return _other(error, why)


def _bad(error: BadRequest, why: str) -> SendError:
    if _closed(error):
        return Gone(why)
    if "temporarily unavailable" in why:  # a file that somebody sent, and that may come back
        return TryLater(why)
    return Rejected(why)


def _other(error: TelegramError, why: str) -> SendError:
    if "entity too large" in why.lower():  # 413: a file that no bot may send
        return Rejected(why)
    return TryLater(why, reached=_may_have_arrived(error))


def _may_have_arrived(error: TelegramError) -> bool:
    """A lost answer, or one nobody can read: what it answered may well have been carried out."""
    return isinstance(error, TimedOut) or not isinstance(error, NetworkError | Conflict)


_TOKEN = (
    "Telegram does not know the token; put the one that @BotFather gave into "
    "LANGNGHE_TELEGRAM__TOKEN and check [telegram] api_base_url."
)


def is_unchanged(error: TelegramError) -> bool:
    """An edit that would change nothing."""
    return isinstance(error, BadRequest) and "message is not modified" in error.message.lower()


def takes_no_voice(error: TelegramError) -> bool:
    """Somebody allows nobody to send voice messages (``VOICE_MESSAGES_FORBIDDEN``)."""
    return isinstance(error, BadRequest) and "voice_messages_forbidden" in error.message.lower()


def is_too_late(error: TelegramError) -> bool:
    """An acknowledgement that nobody waits for any longer."""
    if not isinstance(error, BadRequest):
        return False
    said = error.message.lower()
    return "query is too old" in said or "query_id_invalid" in said or "query id is invalid" in said


def pause_of(error: TelegramError) -> float | None:
    """The pause that Telegram asked for, in seconds."""
    return _seconds(error.retry_after) if isinstance(error, RetryAfter) else None


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _closed(error: BadRequest) -> bool:
    said = error.message.lower()
    return any(part in said for part in _CLOSED)


def _why(error: TelegramError) -> str:
    """For the operator: the class and Telegram's words, without what they quote of the message."""
    kind = f"{type(error).__name__}: "
    return kind + _QUOTED.sub("…", error.message.removeprefix(kind))[:200]
