"""A cluster: the same question asked by many, in other words, which share one answer.

One of them is its head: officials work on that one, and the others follow it. Each keeps its own
number, asker, ward and due date. Joining and splitting are an official's decision.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from enum import StrEnum

from bot.domain.agencies import Queue
from bot.domain.ladder import Rung
from bot.domain.questions import Move, Question, Sensitive, Status
from bot.domain.values import dataclass

#: How many questions one cluster holds at most: a ward meeting's worth, and bounded work.
MOST = 300

#: How many questions an official may name at once, by their numbers.
MOST_NAMED = 20

#: A question's number as officials type it (``TV-0012``, ``tv 12``), or the place of a button.
_NAMED = re.compile(r"(?<![^\W_])(?:([A-Za-z]{1,6})[- ]?)?(\d{1,9})(?![^\W_])")

#: Residents read no count below this: it would say who else asks.
FEWEST_SHOWN = 3

#: What can be joined into a cluster, and what can be its head when that happens.
JOINABLE = frozenset({Status.WAITING, Status.TAKEN})
LEADABLE = JOINABLE | {Status.DRAFTED}


class Left(StrEnum):
    """Why a question no longer belongs to its cluster."""

    SPLIT = "split"  #: an official said that it asks something else
    UNDONE = "undone"  #: joining it was taken back
    MERGED = "merged"  #: all of them belong to another cluster now
    ALONE = "alone"  #: nobody else was left
    PRIVATE = "private"  #: its answer is for its asker alone, or it was sealed
    MOVED = "moved"  #: its ward's committee answers it, not that of the others
    ASK_BACK = "ask_back"
    SPEAK = "speak"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"  #: *Trường hợp của tôi khác*, or the answer did not help
    DECLINE = "decline"


#: What the history says of a question that is back because its asker's own case is another one.
OWN_CASE = "own case"

#: A move that is about one asker alone: their question leaves the cluster with it.
LEAVES = {
    Move.ASK_BACK: Left.ASK_BACK,
    Move.WITHDRAW: Left.WITHDRAW,
    Move.REOPEN: Left.REOPEN,
    Move.SEAL: Left.PRIVATE,
}


class Act(StrEnum):
    """What an official did with a cluster, and can take back."""

    JOIN = "join"
    SPLIT = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Questions that share one answer."""

    id: int
    queue: Queue
    head: int  #: question id
    stands: Status  #: where the head stands; the members follow
    holder: int | None = None  #: who has taken the head
    answer: int = 0  #: answer id once one is approved; nothing joins after that
    asked: int = 0  #: how many had asked when it was approved
    words: str = ""  #: the question in words of an official, for everyone to read
    extra: int = 0  #: working days that were asked for in all
    renamed: bool = False  #: another question leads, and the cards of all do not say so yet
    reached: Rung | None = None  #: the highest that officials were reminded at, of these dates
    version: int = 0  #: rises whenever the members have something to follow
    cursor: int = 0  #: the last question that has followed
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether questions may still join or be split off."""
        return self.ended_at is None and not self.answer


@dataclass(frozen=True, slots=True)
class Weight:
    """How many ask in one place."""

    ward: str
    hamlet: str
    many: int


def weigh(asked: Iterable[Question]) -> list[Weight]:
    """How many ask where, most first."""
    places = Counter((one.ward, one.hamlet) for one in asked)
    return heaviest(Weight(ward, hamlet, many) for (ward, hamlet), many in places.items())


def heaviest(weights: Iterable[Weight]) -> list[Weight]:
    return sorted(weights, key=lambda one: (-one.many, one.ward, one.hamlet))


def shown(many: int) -> int:
    """A count as residents may read it; 0 where it would point at somebody."""
    return many if many >= FEWEST_SHOWN else 0


def may_join(question: Question) -> bool:
    """Whether a question can be put to others: nothing private, nothing that is settled."""
    return (
        question.sensitive is Sensitive.NO
        and question.status in JOINABLE
        and not question.is_erased
    )


def may_lead(question: Question) -> bool:
    """Whether others can be put to it; also when its answer is drafted already."""
    return (
        question.sensitive is Sensitive.NO
        and question.status in LEADABLE
        and not question.is_erased
    )


#: The way that every answered question goes.
_WAY = (Status.WAITING, Status.TAKEN, Status.DRAFTED, Status.APPROVED)
_ON = (Move.TAKE, Move.DRAFT, Move.APPROVE)
_BACK = (Move.GIVE_BACK, Move.RETURN)


def path(before: Status, after: Status) -> tuple[Move, ...]:
    """The moves by which a question catches up with its head; none where there is no such way."""
    if before not in _WAY or after not in _WAY:
        return ()
    start, end = _WAY.index(before), _WAY.index(after)
    if start <= end:
        return _ON[start:end]
    return tuple(reversed(_BACK[end:start])) if start < len(_WAY) - 1 else ()


def named(text: str, places: Collection[int], prefix: str) -> list[int | str]:
    """What is meant by typed numbers, each once: one of the places (of buttons that were shown), or
    a question's number, such as ``TV-0012``.
    """
    found: dict[int | str, None] = {}
    for letters, digits in _NAMED.findall(text):
        is_place = not letters and int(digits) in places
        found[int(digits) if is_place else f"{prefix}-{int(digits):04d}"] = None
    return list(found)[:MOST_NAMED]
