"""How long Telegram is waited for, and how long until it is tried again; in seconds."""

from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeouts:
    """The defaults suit the real network; tests pass shorter ones.

    A call ends within ``connect + read``, that of a file within ``connect + write + read``: well
    inside the outbox's lease of 60 seconds. A dead long poll, also one whose answer stops halfway,
    is noticed after ``poll + poll_grace``, trouble with the webhook after ``look`` and one call:
    within a minute.
    """

    connect: float = 5.0  #: until a connection stands, waiting for a free one included
    write: float = 10.0  #: for a file to go
    read: float = 20.0
    body: float = 10.0  #: until a delivered update is there as a whole
    poll: float = 30.0  #: how long Telegram may hold a poll that has nothing to tell
    poll_grace: float = 10.0
    look: float = 20.0  #: between two looks at the webhook
    naming: float = 2.0  #: until a process that does not poll asks what the bot is called
    first_pause: float = 0.5  #: after the first failed poll; doubled with each further one
    longest_pause: float = 15.0
    not_stored: float = 5.0  #: longest pause while arrivals cannot be kept
    refused: float = 60.0  #: between tries with a token that Telegram does not know
