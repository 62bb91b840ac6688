"""The board of a session: its questions in the order in which they are called in the hall."""

from collections.abc import Iterable
from enum import StrEnum

from bot.domain.agencies import Queue
from bot.domain.questions import Question
from bot.domain.values import dataclass


class ItemState(StrEnum):
    """Where a question stands in the hall."""

    LISTED = "listed"  #: waits to be called
    CALLED = "called"  #: the one that is spoken about now; at most one in a session
    ANSWERED = "answered"  #: answered orally; its agency confirms that after the session
    LEFT = "left"  #: the session closed without an answer; its queue has it
    GONE = "gone"  #: taken back, or settled elsewhere, before the session closed


class ItemMove(StrEnum):
    """What can happen to it. Each one is a row of its own history."""

    CALL = "call"
    LATER = "later"
    SOONER = "sooner"
    ANSWER = "answer"
    UNDO = "undo"
    FLOOR = "floor"  #: asked in the hall, written down by a clerk
    HAND_OVER = "hand_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question on the board."""

    question: Question
    state: ItemState = ItemState.LISTED
    place: int = 0  #: 0: as asked; below: sooner; above: later
    from_floor: bool = False  #: asked in the hall; nobody has promised a date yet
    answered_for: Queue | None = None  #: whose official spoke
    words: str = ""  #: what was said, in short
    also: int = 0  #: how many others said that they ask the same

    @property
    def order(self) -> tuple[int, int]:
        """Called sooner, as asked, later."""
        return (self.place or self.question.id, self.question.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A session's questions as the hall sees them. No names, no hamlets."""

    session: int
    called: Item | None
    next: tuple[Item, ...]  #: those that wait, in order
    answered: int  #: orally
    waiting: int  #: not answered: the one that is called is among them


def arranged(session: int, items: Iterable[Item], *, answered: int, more: int = 0) -> Board:
    """The board of these open items; ``more`` wait beyond them."""
    ordered = sorted(items, key=lambda item: item.order)
    called = next((one for one in ordered if one.state is ItemState.CALLED), None)
    waiting = tuple(one for one in ordered if one.state is ItemState.LISTED)
    return Board(
        session=session,
        called=called,
        next=waiting,
        answered=answered,
        waiting=len(waiting) + more + (called is not None),
    )
