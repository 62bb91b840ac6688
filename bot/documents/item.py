"""What was asked at a dialogue, and what came of it."""

from datetime import date
from enum import Enum

from bot.domain.values import dataclass


class Outcome(Enum):
    """What came of a question for which no paper has an answer in words."""

    OPEN = "open"  #: it is still to come, or ``answer`` has it
    PRIVATE = "private"  #: its asker was answered, and nobody else
    DECLINED = "declined"  #: its agency does not answer, and has told the asker why


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question, or several alike. Papers name no asker: a hamlet stands for them."""

    number: str  #: TV-0012
    asker: str  #: Hộ dân Khóm 5, Phường 7
    question: str
    households: int = 1  #: that asked the same
    topic: str
    agency: str  #: in charge of it
    oral: bool = False  #: answered in the hall
    answered_by: str = ""  #: who spoke, with agency or post
    answer: str = ""
    outcome: Outcome = Outcome.OPEN
    reason: str = ""  #: why its agency does not answer
    due: date | None = None  #: promised, where it is still open

    @property
    def is_later(self) -> bool:
        """Neither answered in the hall nor settled in another way: its agency has it."""
        return not self.oral and self.outcome is Outcome.OPEN
