"""A question, its status, and the only moves it can make (design: "A question's status")."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.domain.values import dataclass


class Status(StrEnum):
    """Where a question stands."""

    WAITING = "waiting"
    TAKEN = "taken"
    ASKED_BACK = "asked_back"
    DRAFTED = "drafted"
    APPROVED = "approved"
    ANSWERED = "answered"
    CLOSED = "closed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What can happen to a question. Each one is a row of its history."""

    ASK = "ask"
    TAKE = "take"
    GIVE_BACK = "give_back"
    TRANSFER = "transfer"
    ASK_BACK = "ask_back"
    TOLD_MORE = "told_more"
    GO_ON = "go_on"
    EXTEND = "extend"
    DRAFT = "draft"
    REWRITE = "rewrite"  #: a newer draft takes the place of one that nobody has approved
    RETURN = "return"
    APPROVE = "approve"
    ANSWER = "answer"
    CLOSE = "close"
    REOPEN = "reopen"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    FOLLOW_UP = "follow_up"
    SPEAK = "speak"  #: answered orally in a session; its agency confirms that
    HAND_OVER = "hand_over"  #: its session closed without an answer; its queue keeps it
    REMIND = "remind"  #: its promise came near or passed, and somebody was told
    ASK_AGAIN = "ask_again"  #: what was asked back is not answered, and somebody was told
    JOIN = "join"  #: it shares one answer with others that ask the same
    SPLIT = "split"  #: it no longer does
    SEAL = "seal"  #: it tells of danger or accuses somebody after all: its heads alone read on
    UNSEAL = "unseal"  #: it does neither: its officers work on it, and its asker alone is answered
    SUCCEED = "succeed"  #: its office, or its ward, has ended: the one that took over has it


#: Working days after which an asker must have heard something (Law on Citizen Reception, Art. 28).
HARD_LINE = 10

_S = Status
_BEFORE_APPROVAL = frozenset({_S.WAITING, _S.TAKEN, _S.ASKED_BACK, _S.DRAFTED})
_OPEN = _BEFORE_APPROVAL | {_S.APPROVED}

#: From which status each move may start, and where it leads; None leaves the status as it is.
MOVES: dict[Move, tuple[frozenset[Status], Status | None]] = {
    Move.TAKE: (frozenset({_S.WAITING}), _S.TAKEN),
    Move.GIVE_BACK: (frozenset({_S.TAKEN}), _S.WAITING),
    Move.TRANSFER: (frozenset({_S.TAKEN}), _S.WAITING),
    Move.ASK_BACK: (frozenset({_S.TAKEN}), _S.ASKED_BACK),
    Move.TOLD_MORE: (frozenset({_S.ASKED_BACK}), _S.TAKEN),
    Move.GO_ON: (frozenset({_S.ASKED_BACK}), _S.TAKEN),  # nobody waits for the asker any longer
    Move.EXTEND: (frozenset({_S.TAKEN}), None),
    Move.DRAFT: (frozenset({_S.TAKEN}), _S.DRAFTED),
    Move.REWRITE: (frozenset({_S.DRAFTED}), None),
    Move.RETURN: (frozenset({_S.DRAFTED}), _S.TAKEN),
    Move.APPROVE: (frozenset({_S.DRAFTED}), _S.APPROVED),
    Move.ANSWER: (frozenset({_S.APPROVED}), _S.ANSWERED),
    Move.CLOSE: (frozenset({_S.ANSWERED}), _S.CLOSED),
    Move.REOPEN: (frozenset({_S.ANSWERED, _S.CLOSED}), _S.WAITING),
    Move.DECLINE: (frozenset({_S.WAITING, _S.TAKEN}), _S.DECLINED),
    Move.WITHDRAW: (_BEFORE_APPROVAL, _S.WITHDRAWN),
    Move.FOLLOW_UP: (_OPEN, None),
    Move.SPEAK: (_BEFORE_APPROVAL, _S.DRAFTED),
    Move.HAND_OVER: (_BEFORE_APPROVAL, None),
    Move.REMIND: (_BEFORE_APPROVAL - {_S.ASKED_BACK}, None),
    Move.ASK_AGAIN: (frozenset({_S.ASKED_BACK}), None),
    Move.JOIN: (frozenset({_S.WAITING, _S.TAKEN, _S.DRAFTED}), None),
    Move.SPLIT: (_BEFORE_APPROVAL, None),
    Move.SEAL: (_BEFORE_APPROVAL - {_S.DRAFTED}, _S.WAITING),  # a draft is sent back before
    Move.UNSEAL: (_BEFORE_APPROVAL, None),
    Move.SUCCEED: (_BEFORE_APPROVAL, None),
}


class Sensitive(StrEnum):
    """Why a question is kept out of public places."""

    NO = ""
    PRIVATE = "private"  #: illness, debt, family: answered to the asker alone
    ACCUSATION = "accusation"  #: names a person; has its own law (Law on Denunciation 2018)
    CRISIS = "crisis"  #: violence, self-harm, threats: a human is alerted at once


#: Its asker has been given an answer.
ANSWERED = frozenset({Status.ANSWERED, Status.CLOSED})

#: Read by the heads of their queue alone, and never in a group or on the air.
SEALED = frozenset({Sensitive.ACCUSATION, Sensitive.CRISIS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question (câu hỏi, ý kiến, kiến nghị). Frozen: a move makes a new one."""

    id: int
    number: str  #: as told to people, e.g. ``TV-0012``
    asker: int  #: person id: whoever typed it
    household: int = 0  #: for which household; 0: for the asker themselves
    address: str  #: the chat in which it was asked
    ward: str
    hamlet: str = ""
    session: int = 0  #: 0: outside any session
    phase: str = ""
    text: str
    topic: str = ""
    queue: Queue
    kind: str = "question"
    sensitive: Sensitive = Sensitive.NO
    status: Status = Status.WAITING
    taken_by: int | None = None
    asked_at: datetime
    due_at: datetime
    promised_days: int  #: working days
    stopped_at: datetime | None = None  #: since when the clock stands, waiting for the asker
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    reopened: int = 0
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.status in _OPEN

    @property
    def subject(self) -> str:
        """What messages about it are about, and replies to them."""
        return f"question:{self.id}"

    @property
    def is_sealed(self) -> bool:
        """Read by the heads of its queue alone, and never in a group or on the air."""
        return self.sensitive in SEALED

    @property
    def stays_private(self) -> bool:
        """Its answer goes to the asker alone, as soon as it is approved."""
        return self.sensitive is not Sensitive.NO

    @property
    def is_erased(self) -> bool:
        """Its asker had everything erased: the number stays, the words are gone."""
        return not self.text

    @property
    def takes_words(self) -> bool:
        """Its asker can still add to it, or answer what was asked back."""
        return self.allows(Move.FOLLOW_UP) or self.allows(Move.TOLD_MORE)

    def is_late(self, now: datetime) -> bool:
        """The promise is broken; not while the clock stands, nor once an answer is approved."""
        return self.status in _BEFORE_APPROVAL and self.stopped_at is None and self.due_at < now

    @property
    def days_left_to_ask_for(self) -> int:
        """How many working days can still be added before the hard line."""
        return max(0, HARD_LINE - self.promised_days)

    def allows(self, move: Move) -> bool:
        return self.status in MOVES[move][0]

    def moved_on(self) -> Refused:
        """The refusal for a person who comes too late."""
        return Refused("question-moved-on", number=self.number, status=self.status.value)

    def moved(self, move: Move, **changes: Any) -> "Question":
        """The question after ``move``. Raises Refused if its status does not allow that."""
        if not self.allows(move):
            raise self.moved_on()
        after = MOVES[move][1] or self.status
        return replace(self, status=after, **changes)
