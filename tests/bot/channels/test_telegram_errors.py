"""Every error of python-telegram-bot, and what it means for a message."""

from typing import Any

import pytest
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

from bot.channels.telegram.errors import to_send_error
from bot.channels.telegram.request import AnswerLost, NotSent
from bot.channels.telegram.standing import NotDelivered, NotStored
from bot.domain.errors import Gone, Rejected, TryLater

# --- every error of the library -------------------------------------------------------------------

LATER, REACHED = (TryLater, None, False, False), (TryLater, None, False, True)
ERRORS: dict[TelegramError, tuple[Any, ...]] = {
    BadRequest("Bad Request: BUTTON_DATA_INVALID"): (Rejected,),
    BadRequest("Bad Request: chat not found"): (Gone, None),
    ChatMigrated(-1001): (Gone, "-1001"),
    Conflict("terminated by other getUpdates request"): LATER,
    EndPointNotFound("sendRing"): (Rejected,),
    Forbidden("Forbidden: bot was blocked by the user"): (Gone, None),
    InvalidToken(): (TryLater, 60.0, True, False),
    NetworkError("Bad Gateway (502)"): LATER,
    PassportDecryptionError("no key"): (Rejected,),
    RetryAfter(1386): (TryLater, 1386.0, False, False),
    TelegramError("Invalid server response"): REACHED,
    TimedOut(): REACHED,
    NotSent("ClientConnectorError"): LATER,
    AnswerLost("ServerDisconnectedError"): REACHED,
    NotStored("OSError"): REACHED,
    NotDelivered("Bad webhook"): REACHED,
}


def kinds(error: type[TelegramError]) -> set[type[TelegramError]]:
    """The error and its kinds, but for those of the part of the library that we leave out."""
    ours = [
        kind for kind in error.__subclasses__() if not kind.__module__.startswith("telegram.ext")
    ]
    return {error}.union(*map(kinds, ours))


def test_every_error_of_the_library_is_in_the_table() -> None:
    assert {type(error) for error in ERRORS} == kinds(TelegramError)


@pytest.mark.parametrize(("error", "expected"), ERRORS.items(), ids=repr)
def test_every_error_says_what_now(error: TelegramError, expected: tuple[Any, ...]) -> None:
    found = to_send_error(error)

    match found:
        case Gone():
            assert (Gone, found.moved_to) == expected
        case TryLater():
            assert (TryLater, found.after, found.whole_channel, found.reached) == expected
        case _:
            assert (type(found),) == expected
