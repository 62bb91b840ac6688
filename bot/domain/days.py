"""A day as people write it: ``20/12``, ``ngày 20 tháng 12``, ``thứ Sáu tuần sau``, ``chiều mai``.

What a promise, a session that is moved and an answer given in person have in common. Marks are
often left out, so a word is found without any, too; under other marks it is another word.
"""

import re
import unicodedata
from datetime import date, timedelta

from bot.domain.patterns import Pattern
from bot.domain.unseen import UNSEEN
from bot.domain.values import dataclass

#: A day without a year that is over means next year's, if that is not farther away.
HALF_A_YEAR = timedelta(days=183)

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_WORD = re.compile(r"(?<!\\)[^\W\d_]+")

#: Counts in words. Five and six need their marks: without them they are *năm*, year, and *sau*.
_IN_WORDS = (
    *("một|mot", "hai", "ba", "bốn|bon|tư", "năm", "sáu", "bảy|bẩy|bay", "tám|tam", "chín|chin"),
    *("mười|muoi", "mười một|muoi mot", "mười hai|muoi hai"),
)
COUNTS = {
    **{word: 1 + at for at, one in enumerate(_IN_WORDS) for word in one.split("|")},
    **dict.fromkeys(("mười lăm", "muoi lam"), 15),
    **dict.fromkeys(("hai mươi", "hai muoi"), 20),
    **dict.fromkeys(("ba mươi", "ba muoi"), 30),
}
_COUNT = "|".join(sorted(COUNTS, key=len, reverse=True))


def typed(text: str) -> str:
    """``text`` with one kind of dash and of space, and every letter one character."""
    plain = unicodedata.normalize("NFC", text).translate(_DASHES | UNSEEN)
    return " ".join(plain.split())


def spelt(pattern: str) -> Pattern:
    """Finds the words of ``pattern`` with their marks or without any: ``tối`` and ``toi``, not
    ``tôi``. ``COUNT`` is a number in words or in at most three digits.
    """
    both = _WORD.sub(lambda word: _with_and_without(word[0]), pattern)
    return Pattern(both.replace("COUNT", rf"(?:\d{{1,3}}|{_COUNT})"), re.IGNORECASE)


def _with_and_without(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.replace("đ", "d"))
    bare = "".join(one for one in bare if not unicodedata.combining(one))
    return word if bare == word else f"(?:{word}|{bare})"


def count(said: str) -> int:
    """The number that ``COUNT`` has found."""
    return int(said) if said.isdecimal() else COUNTS[said.lower()]


@dataclass(frozen=True, slots=True)
class Found:
    """A day, and where in the text it stands."""

    day: date
    start: int
    end: int


# ── by its number ────────────────────────────────────────────────────────────────────────────

#: Where a number begins that is no part of a longer one.
ALONE = r"(?<![\w/.:])(?<!\d[,-])"
#: 20/12, 20-12-2026, 20.12.26, 20 tháng 12 năm 2026, 20 tháng mười.
NUMBERED = (
    r"(?P<day>\d{1,2})\s?"
    r"(?:(?P<by>[/.-])\s?(?P<number>\d{1,2})|,?\s?tháng\s?(?P<month>COUNT))"
    r"(?:\s?(?:[/.-]|,?\s?năm)\s?(?P<year>20\d\d|\d\d)"
    r"(?!\d|\s?[/.]\s?\d|\s?-\s?\d{1,2}(?!\d|\s?[hg:])|\s?(?:[:h]|giờ|g\b)))?"
    r"(?:\snăm\s(?P<which>nay|sau|tới))?"
    r"(?!\d|:\d|\s?(?:h|g|giờ)\b|[hg]\d|\s?[/.]\s?\d|-\d{1,2}(?!\d|\s?[hg:])|/[^\W\d])"
)
WRITTEN = spelt(ALONE + NUMBERED)
ISO = Pattern(r"(?<![\w/.:-])(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Written:
    """A day and a month; None for a year that is left to the reader."""

    day: int
    month: int
    year: int | None

    @classmethod
    def of(cls, found: re.Match[str], today: date) -> "Written":
        """What ``WRITTEN`` or ``ISO`` has found."""
        parts = found.groupdict()
        year = int(parts["year"]) if parts["year"] else None
        if which := parts.get("which"):
            year = today.year + (which.lower() != "nay")
        if year is not None and year < 100:
            year += 2000
        month = parts.get("number") or parts["month"]
        return cls(int(parts["day"]), count(month), year)

    def near(self, today: date) -> date:
        """This year's, or next year's around New Year. ValueError where the calendar has none."""
        this = date(self.year or today.year, self.month, self.day)
        if self.year or this >= today or (self.month, self.day) == (2, 29):
            return this
        following = this.replace(year=today.year + 1)
        return following if following - today <= HALF_A_YEAR else this

    def gone(self, today: date) -> date:
        """The last one that is not to come, unless a year says so. ValueError as above."""
        this = date(self.year or today.year, self.month, self.day)
        return this if self.year or this <= today else this.replace(year=today.year - 1)


# ── by a word ────────────────────────────────────────────────────────────────────────────────

_PART = r"(?:sáng|trưa|chiều|tối|đêm)"
_CALLED = r"(?<!cô )(?<!chị )(?<!anh )(?<!chú )(?<!bác )(?<!dì )(?<!em )(?<!bà )(?<!thím )(?<!út )"
_TODAY = spelt(rf"\b(?:(?:hôm|bữa) nay|{_PART} nay)\b")
_COUNTED = spelt(rf"\b(?:ngày mốt|ngày kia|{_PART} mốt)\b")
#: Alone, *mốt* needs its mark: without it, it is *một*, one.
_AFTER_TOMORROW = Pattern(rf"{_COUNTED.pattern}|(?<!mai )\bmốt\b", re.IGNORECASE)
#: Neither *cô Mai* nor *mai mốt*, one of these days.
_TOMORROW = spelt(
    rf"\b(?:(?:ngày|{_PART}) mai|{_CALLED}(?<!nay )(?:(?-i:mai)|(?<!.)Mai))\b(?! (?:mốt|này|sau)\b)"
)
_YESTERDAY = spelt(r"\b(?:hôm|bữa) qua\b")
_BEFORE_YESTERDAY = spelt(r"\bhôm kia\b")
#: Words for a day, and how far it is from today.
SPOKEN = (
    (_TODAY, 0),
    (_AFTER_TOMORROW, 2),
    (_TOMORROW, 1),
    (_YESTERDAY, -1),
    (_BEFORE_YESTERDAY, -2),
)


def spoken(text: str, today: date) -> Found | None:
    """The first day that is counted from today: *hôm nay*, *chiều mai*, *mốt*."""
    found = [
        Found(today + timedelta(days), *one.span())
        for pattern, days in SPOKEN
        if (one := pattern.search(text))
    ]
    return min(found, key=lambda one: one.start, default=None)


_NAMES = r"thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|t[2-7]|chủ nhật|cn"
WEEKDAY = spelt(rf"\b(?P<name>{_NAMES})\b")
WEEK = spelt(r"\btuần (?:(?P<this>này|nay)|(?P<last>trước|rồi)|(?:sau|tới)(?P<after> nữa)?)\b")
#: Both together, in either order.
IN_A_WEEK = (
    spelt(rf"\b(?P<name>{_NAMES})\b[^.;/]{{0,12}}?{WEEK.pattern}"),
    spelt(rf"{WEEK.pattern},?(?: vào)? (?P<name>{_NAMES})\b"),
)
_DAYS_OF_A_WEEK = ("hai", "ba", "tư|tu", "năm|nam", "sáu|sau", "bảy|bẩy|bay", "nhật|nhat|cn")
_WEEKDAYS = {word: at for at, one in enumerate(_DAYS_OF_A_WEEK) for word in one.split("|")}


def on_weekday(text: str, today: date) -> Found | None:
    """``thứ Sáu tuần sau``; a weekday without its week, or a week without its day, is no day."""
    found = [one for pattern in IN_A_WEEK if (one := pattern.search(text))]
    return Found(in_a_week(found[0], today), *found[0].span()) if found else None


def in_a_week(found: re.Match[str], today: date) -> date:
    """The day of one of ``IN_A_WEEK``."""
    return monday(today, found) + timedelta(weekday(found))


def monday(today: date, week: re.Match[str]) -> date:
    """On which the week of ``WEEK`` begins."""
    weeks = 0 if week["this"] else -1 if week["last"] else 2 if week["after"] else 1
    return today - timedelta(today.weekday()) + timedelta(weeks=weeks)


def weekday(found: re.Match[str]) -> int:
    """0 for a Monday."""
    said = found["name"].lower().split()[-1]
    return int(said[-1]) - 2 if said[-1].isdecimal() else _WEEKDAYS[said]
