"""An answer: drafted by an officer, approved by the head of the agency, released to each ward."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AnswerStatus(StrEnum):
    """Where an answer stands."""

    DRAFT = "draft"
    RETURNED = "returned"  #: sent back by the head with a reason (``note``)
    APPROVED = "approved"
    REPLACED = "replaced"  #: a newer draft came before a head had looked at this one


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One text that answers one question."""

    id: int
    question: int
    text: str
    status: AnswerStatus
    private: bool  #: for the asker alone: never on the air, never on a page
    author: int | None
    approver: int | None
    note: str
    made_at: datetime
    approved_at: datetime | None
    khmer: str = ""  #: the same in Khmer, typed by a person
