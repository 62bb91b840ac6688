"""How it goes with a channel, in a word: for /health, for the log, for those who run the bot."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum


class State(StrEnum):
    """The words of /health."""

    IDLE = "idle"  #: this process does not ask
    STARTING = "starting"
    POLLING = "polling"
    LISTENING = "listening"  #: the platform delivers by itself
    UNREACHABLE = "unreachable"  #: the platform does not answer, or not in its own words
    UNDELIVERED = "undelivered"  #: the platform cannot deliver to our address
    CONFLICT = "conflict"  #: another program uses the same token
    REFUSED = "refused"  #: the platform does not know the token
    NOT_STORED = "not stored"  #: what arrived could not be kept; the platform holds it


#: What is known to go. IDLE and STARTING say nothing yet about the platform.
WELL = frozenset({State.POLLING, State.LISTENING})

#: What needs nobody.
CALM = WELL | {State.IDLE, State.STARTING}

#: While it is so, nothing that is said there gets through.
SPEECHLESS = frozenset({State.UNREACHABLE, State.REFUSED})

#: What people are told of, once it has lasted so long. Two programs that hand over to each other
#: may meet for a moment, and a network may stumble; a token does not come back by itself.
#: NOT_STORED is not here: it is the memory's trouble, which could not keep that it was told.
TROUBLES: Mapping[State, timedelta] = {
    State.REFUSED: timedelta(0),
    State.CONFLICT: timedelta(seconds=10),
    State.UNREACHABLE: timedelta(seconds=30),
    State.UNDELIVERED: timedelta(seconds=30),
}
