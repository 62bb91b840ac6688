"""Errors that tell somebody what to do now. What a folder raises for its own callers, such as
``storage.database.Unavailable``, stands there.

AppError
├── ConfigError   the operator must fix something: which key, what is wrong, what to write
├── Refused       a person asked for what is not allowed: carries what to do instead
└── SendError     a channel could not deliver
    ├── TryLater  temporary; may carry ``after``
    ├── Rejected  this message will never go through
    └── Gone      this address is closed: stop writing here, try the person's next channel
"""

from typing import Any

from bot.domain.values import dataclass


class AppError(Exception):
    """The base of every error that says what to do."""


class ConfigError(AppError):
    """The settings are wrong. A sentence a problem: the key, what is wrong, what to write."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Refused(AppError):
    """A person asked for what is not allowed. ``key`` names the text that says what to do."""

    def __init__(self, key: str, **args: Any) -> None:
        super().__init__(key)
        self.key = key
        self.args_for_text = args


class SendError(AppError):
    """A channel could not deliver. ``why`` is for the operator and holds no message text."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class TryLater(SendError):
    """Temporary. ``after``: seconds the platform asked for; None leaves it to the back-off.

    ``whole_channel``: the platform asked the bot as a whole to pause, not this one chat.
    ``reached``: the platform may have accepted the message (the answer was lost on the way back).
    """

    def __init__(
        self,
        why: str,
        *,
        after: float | None = None,
        whole_channel: bool = False,
        reached: bool = False,
    ) -> None:
        super().__init__(why)
        self.after = after
        self.whole_channel = whole_channel
        self.reached = reached


class Rejected(SendError):
    """This message will never go through: too long, or its target is gone."""


class Gone(SendError):
    """This address is closed: blocked, deleted, or moved to ``moved_to``."""

    def __init__(self, why: str, *, moved_to: str | None = None) -> None:
        super().__init__(why)
        self.moved_to = moved_to


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in a settings file, as one sentence: ``key: what is wrong; what to write``."""

    key: str
    wrong: str
    write: str

    def __str__(self) -> str:
        return f"{self.key}: {self.wrong}; {self.write}."
