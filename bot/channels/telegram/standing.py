"""How it goes with hearing from Telegram: in a word for /health, once in the log, with pauses."""

import asyncio
import random

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.telegram.errors import pause_of
from bot.channels.telegram.timeouts import Timeouts
from bot.domain.channels import CALM, State

log = structlog.get_logger()


class NotStored(TelegramError):
    """What arrived could not be kept."""


class NotDelivered(TelegramError):
    """Telegram cannot deliver to the address that it was given."""


class Standing:
    """Remembers the state and how often in a row something failed."""

    def __init__(self, channel: str, timeouts: Timeouts) -> None:
        self.state = State.IDLE
        self.why = ""  #: what the platform said, where there is trouble
        self._channel = channel
        self._timeouts = timeouts
        self._failures = 0

    def turn(self, state: State, why: str = "") -> None:
        """Log a change of state once, however long it lasts."""
        self.why = why
        if state in CALM:
            self._failures = 0
        if state is self.state:
            return
        self.state = state
        tell = log.info if state in CALM else log.error
        reason = {"why": why} if why else {}
        tell("channel_state", channel=self._channel, state=state.value, **reason)

    async def wait_out(self, error: TelegramError) -> None:
        """Wait longer after each failure in a row, a little differently each time."""
        state = state_after(error)
        self.turn(state, why=_why(error))
        asked = pause_of(error)
        pause = asked if asked is not None else self._pause(state) * random.uniform(0.5, 1.0)
        self._failures += 1
        await asyncio.sleep(pause)

    def _pause(self, state: State) -> float:
        timeouts = self._timeouts
        if state is State.REFUSED:
            return timeouts.refused
        not_stored = state is State.NOT_STORED
        longest = timeouts.not_stored if not_stored else timeouts.longest_pause
        return min(longest, timeouts.first_pause * 2.0 ** min(self._failures, 16))


def _why(error: TelegramError) -> str:
    """Telegram's words; of a failure without words, what it was."""
    own = isinstance(error, NotDelivered)
    return error.message if own else f"{type(error).__name__}: {error.message}"


def state_after(error: TelegramError) -> State:
    match error:
        case NotStored():
            return State.NOT_STORED
        case NotDelivered():
            return State.UNDELIVERED
        case Conflict():
            return State.CONFLICT
        case InvalidToken():
            return State.REFUSED
        case _:
            return State.UNREACHABLE
