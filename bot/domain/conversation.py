"""Where a conversation stands: one step for each address and sender."""

from collections.abc import Mapping
from dataclasses import field

from bot.domain.messages import Choice
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """What one sender was asked last in one chat."""

    address: str
    sender: str
    step: str = ""  #: which step waits for the next words; empty: none
    data: Mapping[str, str] = field(default_factory=dict)  #: what the step has gathered so far
    choices: tuple[Choice, ...] = ()  #: the buttons shown last, for those who type a number
