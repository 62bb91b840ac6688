"""What an office has promised to do by a day (việc đã hứa), and where that stands.

A pledge is a sentence of an answer that says somebody will do something, and by when. People are
asked: what is found here is offered to whoever approved the answer, who may say that it is none.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.agencies import Queue
from bot.domain.calendar import WorkingCalendar
from bot.domain.days import spelt, typed
from bot.domain.terms import Term, terms_in
from bot.domain.vague import promises_some_day
from bot.domain.values import dataclass

#: What is due later than this is no promise that anybody could be reminded of, in days.
FURTHEST = 400

#: Stands for the day of what was promised without one: such things are listed behind all others.
NO_DAY = date(9999, 12, 1)

#: Days after which an office is asked again for the day of such a promise.
ASKED_AGAIN = 30

#: Working days before the day at which the office is reminded.
REMINDED_BEFORE = 3

_SENTENCE = re.compile(r"[^.!?;\n]+(?:\.(?=\d)[^.!?;\n]*)*[.!?;]?")
#: *Sẻ* is how *sẽ* is often misspelt, but in *chia sẻ*.
_WILL = spelt(r"\b(?:sẽ|(?<!chia )sẻ|cam kết|xin hứa|hứa)\b")
_THEY = spelt(r"\b(?:bà con|cô chú|gia đình|anh chị)\b[^,]{0,30}\b(?:sẽ|sẻ) (?:phải|cần|tự)\b")


class Stand(StrEnum):
    """Where a commitment stands."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"  #: it was none, says who approved the answer


class Notice(StrEnum):
    """What its office is told, each once a date."""

    BEFORE = "before"
    TODAY = "today"
    LATE = "late"  #: told to its heads and the organisers


@dataclass(frozen=True, slots=True)
class Pledge:
    """What a sentence of an answer promises."""

    words: str
    due: date  #: the last day on which it is kept; ``NO_DAY`` if none was named


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Something an office has promised."""

    id: int
    question: int
    number: str  #: of the question, as people know it
    queue: Queue  #: whose work it is
    ward: str
    words: str
    due: date
    public: bool  #: False: told to its asker alone
    stand: Stand
    told: Notice | None
    note: str  #: what was done, or why the day was moved; empty where one was named afterwards
    settled_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.stand is Stand.OPEN

    @property
    def has_day(self) -> bool:
        return self.due != NO_DAY

    def is_late(self, today: date) -> bool:
        return self.is_open and self.due < today


def pledges_in(text: str, today: date, calendar: WorkingCalendar) -> tuple[Pledge, ...]:
    """The pledges of an answer: what somebody will do, with the day by which."""
    return tuple(_pledges(text, today, calendar))


def _pledges(text: str, today: date, working: WorkingCalendar) -> Iterator[Pledge]:
    for sentence in _SENTENCE.findall(unicodedata.normalize("NFC", text)):
        words = " ".join(sentence.split()).rstrip(";")
        will = _WILL.search(words) or promises_some_day(typed(words))  # *quý tới phường sửa*
        if not will or _THEY.search(words):
            continue
        due = _due(terms_in(typed(words), today, working))
        if due and due <= today + timedelta(days=FURTHEST):
            yield Pledge(words, due)


def undated_in(text: str, today: date, calendar: WorkingCalendar) -> tuple[Pledge, ...]:
    """The sentences of an answer in which an office promises something, but by no day."""
    sentences = _SENTENCE.findall(unicodedata.normalize("NFC", text))
    said = [" ".join(one.split()).rstrip(";") for one in sentences]
    return tuple(
        Pledge(one, NO_DAY)
        for one in said
        if promises_some_day(typed(one)) and not terms_in(typed(one), today, calendar)
    )


def with_day(text: str, pledge: Pledge, day: date) -> str:
    """The answer with a day behind one of its promises."""
    sentence = r"\s+".join(map(re.escape, pledge.words.rstrip(".!? ").split()))
    return re.sub(sentence, lambda one: f"{one[0]}, chậm nhất {day:%d/%m/%Y}", text, count=1)


def _due(terms: Sequence[Term]) -> date | None:
    """The last day of those said to end something, or of all: *khảo sát 5/9, xong trước 30/9*."""
    days = [one.day for one in terms if one.until] or [one.day for one in terms]
    return max(days, default=None)


# ── another day ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Postponed:
    """To which day an office moves what it has promised, and why; empty where it does not say."""

    day: date
    reason: str


def postponed(text: str, today: date, due: date, calendar: WorkingCalendar) -> Postponed | None:
    """What *15/10, chờ vật tư* or *vì chờ vật tư, dời tới 15/10* means for what was due ``due``.

    *Thêm 10 ngày* counts from that day, or from ``today`` where it is over. None where no day is
    named, or several of which none stands out: as the one until which it is moved, or the one that
    the words begin with. A day in the midst of a sentence stays there.
    """
    said = typed(text)
    found = _terms(said, today, due, calendar)
    chosen = [one for one in found if one.until or _leads(said, one)] or found
    if len({one.day for one in chosen}) != 1:
        return None
    return Postponed(chosen[0].day, _reason(said, chosen[-1]))


_VERBS = r"dời|gia hạn|hoãn|lùi|chuyển|hẹn"
_TOWARDS = (
    rf"(?:(?:{_VERBS}|xin|em|lại|đến|tới|qua|sang|vào|trước|cuối|hết|ngày|chậm nhất|là)\b,? ?)*"
)
_BEGINS = spelt(rf"\W*{_TOWARDS}")
_BEGINS_FROM = spelt(rf"\W*{_TOWARDS}(?:từ (?:ngày )?(?:\d[\d/.-]* ?)?)?{_TOWARDS}")
_ENDS = spelt(rf"(?:[,;:.-]\s*(?:nên )?|\s(?:nên |xin |em )*(?=(?:{_VERBS})\b)){_TOWARDS}$")
_AGAIN = spelt(r"(?: (?:nữa|tới|nha|nhé))*[\s,;:.-]*")
#: Of a span: *thêm 10 ngày*, *10 ngày nữa*; not *trong 10 ngày nữa*, nor from a day that is said.
_MORE = spelt(r"^(?:thêm\b|(?!trong\b|sau\b).*\bnữa$)(?!.*\b(?:từ|sau)(?: khi)?$)")
_BECAUSE = spelt(r"(?:vì|do|tại|bởi)(?: vì)?:?\s+")


def _terms(said: str, today: date, due: date, calendar: WorkingCalendar) -> list[Term]:
    """The days of ``said``; those that are more time than was promised counted from the promise."""
    later = {one.start: one for one in terms_in(said, max(today, due), calendar)}
    found = terms_in(said, today, calendar)
    return [
        later.get(one.start, one) if _MORE.search(said[one.start : one.end]) else one
        for one in found
    ]


def _leads(said: str, term: Term) -> bool:
    return bool(_BEGINS.fullmatch(said, 0, term.start))


def _reason(said: str, term: Term) -> str:
    """What is left beside the day, if that stands at the beginning or at the end."""
    again = _AGAIN.match(said, term.end)
    behind = said[again.end() :] if again else said[term.end :]
    left = said
    if _BEGINS_FROM.fullmatch(said, 0, term.start):
        left = behind
    elif not behind and (end := _ENDS.search(said, 0, term.start)):
        left = said[: end.start()]
    because = _BECAUSE.match(left)
    return (left[because.end() :] if because else left).strip()
