"""What was asked at a dialogue, and what came of it."""

from dataclasses import dataclass
from datetime import date


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
    due: date | None = None  #: promised, where there is no answer yet
