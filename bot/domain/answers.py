"""An answer: drafted by an officer, approved by the head of the agency, released to each ward."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from bot.domain.values import dataclass


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What goes beside the words of an answer, while it is written and when it is sent."""

    basis: str = ""  #: what it rests on, as it was typed
    khmer: str = ""  #: the same in Khmer
    files: tuple[str, ...] = ()  #: by their tokens, which hold no dot
    recorded: str = ""  #: the words that a recording among the files was made for

    @classmethod
    def read(cls, data: Mapping[str, str]) -> "Beside":
        """What ``written`` gave; what is not there is empty."""
        return cls(
            basis=data.get("basis", ""),
            khmer=data.get("khmer", ""),
            files=tuple(one for one in data.get("files", "").split(".") if one),
            recorded=data.get("recorded", ""),
        )

    def written(self) -> dict[str, str]:
        """As a step keeps it."""
        return {
            "basis": self.basis,
            "khmer": self.khmer,
            "files": ".".join(self.files),
            "recorded": self.recorded,
        }


#: What of an answer a message may have told: one that is changed afterwards changes it.
TOLD = ("text", "basis", "khmer")


def is_written(data: Mapping[str, str]) -> bool:
    """Whether the data of a step hold an answer that is being written."""
    return "question" in data and ("text" in data or "files" in data)


def written_in(data: Mapping[str, str]) -> dict[str, str]:
    """The answer that stands in the data of a step, with all that belongs to it.

    Empty where there are neither words nor anything beside them.
    """
    beside = Beside.read(data)
    if "question" not in data or ("text" not in data and beside == Beside()):
        return {}
    names = ("question", "text", *(f"{one}_in" for one in TOLD))
    return {**{one: data[one] for one in names if one in data}, **beside.written()}
