"""An hour of the day as people type it: ``8h30``, ``8 rưỡi``, ``8 giờ kém 15``, ``2h chiều``.

*tới*, *tôi* and *tối* are one word without their marks, *sang* and *sáng* another: only what
stands beside them tells. What could be two hours is none.
"""

import re
from datetime import time

from bot.domain.days import count, spelt

_HALF = r"(?:rưỡi|rưởi)"
_TIME = spelt(
    rf"(?<![\w/.])(?<![\dhg]-)(?:(?P<half>COUNT) {_HALF}"
    r"|(?P<hour>COUNT)\s?(?::(?=[0-5]\d)|giờ|h|g)\s?"
    rf"(?:(?:kém|thiếu)\s?(?P<less>[1-5]?\d)|(?P<minute>[0-5]\d|{_HALF}))?(?:\s?(?:phút|p|')(?!\w))?)"
    r"(?![\d:]|[^\W\d_])"
)
_RANGE = spelt(r"\s?(?:-|đến|tới)\s?")
_MOVED = spelt(r"\b(?:dời|đổi|chuyển|hoãn|lùi)(?: \w+){0,2} từ $")

#: Parts of the day that say so by themselves, with the hours they may stand beside.
_PARTS = {
    "sáng": range(1, 12),
    "trưa": range(10, 15),
    "chiều": range(13, 19),
    "tối": range(17, 24),
    "đêm": range(19, 24),
}
_SURE = spelt(r"\b(?P<part>trưa|chiều)\b")
_MARKED = re.compile(r"\b(?P<part>sáng|tối|đêm)\b(?! (?:đa|thiểu|kiến)\b)", re.IGNORECASE)
_BEHIND = spelt(r"\s?(?:buổi )?(?P<part>sáng|trưa|chiều|tối|đêm)\b")
_BARE_BEFORE_A_DAY = spelt(r"\b(?P<part>sang|toi) (?:nay|mai|mốt)\b")
_NAMED = {"sang": "sáng", "trua": "trưa", "chieu": "chiều", "toi": "tối", "dem": "đêm"}
#: What may stand behind a bare *toi* that can only be *tối*.
_EVENING = spelt(r"\s*(?:$|[,.;!]|(?:ngày |hôm )?(?:nay|mai|mốt)\b)")


def read_hour(said: str, rest: str) -> time | None:
    """The hour in ``rest``, which is ``said`` with the day made blank; None where none is named.

    Of *8h-11h* the first, which is when it begins. Raises ValueError for what is unclear.
    """
    found = list(_TIME.finditer(rest))
    if not found:
        return None
    if len(found) > 1 and not _one_begins(rest, found):
        raise ValueError(said)
    return _at(found[0], _part(said, found[0]))


def _one_begins(rest: str, found: list[re.Match[str]]) -> bool:
    """Whether they are the two ends of one stretch of time; *dời từ 8h đến 9h* is none."""
    first, second, *more = found
    between = rest[first.end() : second.start()]
    return not more and bool(_RANGE.fullmatch(between)) and not _MOVED.search(rest[: first.start()])


def _at(found: re.Match[str], part: str) -> time:
    hour, minute = count(found["hour"] or found["half"]), _minute(found)
    typed = found["half"] or found["hour"]
    if part:
        hour = next(one for one in (hour, hour + 12, -1) if one in _PARTS[part] or one < 0)
    elif hour in range(1, 6) and not typed.startswith("0"):
        hour = -1  # two in the night, or in the afternoon
    return time(hour - (minute < 0), minute % 60)


def _minute(found: re.Match[str]) -> int:
    """Below 0 before the hour."""
    if found["less"]:
        return -int(found["less"])
    said = found["minute"] or ("30" if found["half"] else "0")
    return int(said) if said.isdecimal() else 30


def _part(said: str, hour: re.Match[str]) -> str:
    """The part of the day, empty where none is named: what stands right behind the hour, or the
    only one there is. Raises ValueError for several, and for what may be a *tối*.
    """
    if (found := _BEHIND.match(said, hour.end())) and (part := _beside(said, found)):
        return part
    named = [
        _NAMED.get(one["part"].lower(), one["part"].lower())
        for pattern in (_MARKED, _SURE, _BARE_BEFORE_A_DAY)
        for one in pattern.finditer(said)
    ]
    if len(set(named)) > 1:
        raise ValueError(said)
    return named[0] if named else ""


def _beside(said: str, found: re.Match[str]) -> str:
    """``8h tối`` is the evening; ``8h toi 20/5`` may be *tới*, and ``8h toi 10h`` is."""
    part = found["part"].lower()
    if part in _NAMED.values() or part in ("trua", "chieu", "dem"):
        return _NAMED.get(part, part)
    behind = said[found.end() :]
    if _EVENING.match(behind):
        return _NAMED[part]
    if part == "sang":
        return ""
    if re.match(r"\s?\d{1,2}\s?(?:h|g|:)", behind):
        return ""
    raise ValueError(said)
