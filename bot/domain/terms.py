"""By when something is to be done (thời hạn), as offices write it: ``trước 30/9``, ``quý III``.

Of a span the last day counts: what was promised is done by then. Fractions of money, numbers of
papers, houses and streets are no days; neither is what is open (*sau 30/9*), of the lunar
calendar, or counted from a day that the text does not tell.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot.domain.calendar import WorkingCalendar
from bot.domain.days import (
    ALONE,
    IN_A_WEEK,
    ISO,
    NUMBERED,
    SPOKEN,
    WEEKDAY,
    WRITTEN,
    Written,
    in_a_week,
    spelt,
)
from bot.domain.durations import WITHIN, within
from bot.domain.patterns import Pattern
from bot.domain.spans import SPANS, Span, month_end
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A day by which something is done, and where in the text it stands."""

    day: date
    start: int
    end: int
    until: bool  #: it is said to be the last one: *trước*, *đến*, *trong*


def terms_in(text: str, today: date, calendar: WorkingCalendar) -> tuple[Term, ...]:
    """The days from ``today`` on that ``text``, spelled as ``typed`` does, names; in its order.

    A day without a year is the next one of that name, unless the last one is nearer.
    """
    return tuple(one for one in _terms(text, today, calendar) if one.day >= today)


def _terms(text: str, today: date, calendar: WorkingCalendar) -> Iterator[Term]:
    for found, read in _found(text):
        before = _before(found)
        if _OPEN.search(before) or _LUNAR.match(text, found.end()) or _FULL_MOON.search(before):
            continue
        try:
            span = read(found, today, calendar)
        except ValueError:
            continue  # no day of the calendar
        if span:
            until = bool(_UNTIL.search(before) or _ENDING.search(found[0]))
            yield Term(_last(span, before), *found.span(), until)


def _found(text: str) -> "Iterator[tuple[re.Match[str], _Read]]":
    """What the readers find, one behind the other: of several that begin together the first's."""
    ahead = [(one, pattern, read) for pattern, read in _READERS if (one := pattern.search(text))]
    while ahead:
        found, _, reader = min(ahead, key=lambda one: one[0].start())
        yield found, reader
        at = found.end()
        ahead = [
            (again, pattern, read)
            for one, pattern, read in ahead
            if (again := one if one.start() >= at else pattern.search(text, at))
        ]


def _before(found: re.Match[str]) -> str:
    """The words in front of it that can change what it means."""
    return found.string[max(0, found.start() - _NEAR) : found.start()]


def _last(span: Span, before: str) -> date:
    """*Trước tháng 9* ends before it begins; a single day is a day on which it may be done yet."""
    if span.first < span.last and _BEFORE.search(before):
        return span.first - timedelta(days=1)
    return span.last


# ── what stands around a day ─────────────────────────────────────────────────────────────────

#: In letters.
_NEAR = 60

_OPEN = spelt(r"\b(?:sau|kể từ|tính từ)(?: khi| hết| hôm| lễ)?(?: ngày)?\s*$")
_LUNAR = spelt(r"\s?\(?(?:âm lịch|âl)\b")
_FULL_MOON = spelt(r"\brằm\s*$")
_BEFORE = spelt(r"\btrước(?: khi| lúc)?\s*$")
_FILLED = r"(?: (?:là|vào|ngày|hết|cuối|trước|trong|vòng|lại|hôm|dịp|lễ|lúc))*:?\s*"
_LAST = r"trước|đến|tới|hết|cuối|trong|vòng|chậm nhất|muộn nhất|tối đa|không quá|hạn|hạn chót"
_UNTIL = spelt(rf"\b(?:{_LAST}|dời|hoãn|lùi|hẹn lại|sang|qua|xong|hoàn thành){_FILLED}$")
_ENDING = spelt(rf"^(?:{_LAST})\b|\b(?:đến|tới) (?:hết )?(?:ngày |tháng |quý )?\d")
_FIRMLY = spelt(rf"\b(?:trước|chậm nhất|muộn nhất|hạn|hạn chót|từ|sáng|chiều|lễ){_FILLED}$")
_CALLED_A_DAY = spelt(rf"(?:\b(?:ngày|mùng|mồng|hôm)|{WEEKDAY.pattern}),?\s*$")
_FROM_A_DAY = spelt(r"\btừ (?:ngày )?$")
_IN = spelt(r"\btrong $")
#: Behind a day its sentence ends, or goes on with a clause; behind a share stands what is shared.
_STOP = spelt(
    r"\s*(?:$|[,.;:!?)]|-\s|(?:vì|do|tại|bởi|để|thì|sẽ|là|này|tới|năm|nữa|và|phải|lúc|xong|nha"
    r"|nhé|em|phường|xã|ubnd|ủy ban|phòng)\b)"
)
_SHARED = spelt(
    r"\s?(?:%|(?:chi phí|kinh phí|học phí|viện phí|phí|tiền|vốn|số|giá|mức|diện tích|tổng|phần"
    r"|lương|công|giống|suất|căn|con|lần|cái|bộ|hộ|nhà|người|dân|km|mét|m|kg|triệu|tỷ|tỉ|đồng|ngàn"
    r"|nghìn|nhu cầu|khối|ấp|khóm)\b)"
)


def _written(found: re.Match[str], today: date, _: WorkingCalendar) -> Span | None:
    return Span.of(Written.of(found, today).near(today)) if _is_day(found) else None


def _is_day(found: re.Match[str]) -> bool:
    """Whether two numbers are day and month, and not a share (1/2), a score or a range (5-7)."""
    parts, at = found.groupdict(), found.end()
    before = _before(found)
    if parts["by"] == "-" and not parts["year"] and _FROM_A_DAY.search(before):
        return False  # from the 5th to the 7th, or from 5 July on
    if parts["month"] and _IN.search(before):
        return False  # in two months, May and June
    if parts["year"] or parts["which"] or parts["month"] or _CALLED_A_DAY.search(before):
        return True
    if parts["by"] == ".":
        return False
    ends = bool(_STOP.match(found.string, at) and (_UNTIL.search(before) or not before.strip()))
    if parts["by"] == "-":
        return ends
    day, month = int(parts["day"]), int(parts["number"])
    if day < month or (day, month) == (24, 7):  # a share, or round the clock
        return ends or bool(_FIRMLY.search(before) and not _SHARED.match(found.string, at))
    return True


# ── readers ──────────────────────────────────────────────────────────────────────────────────

_Read = Callable[[re.Match[str], date, WorkingCalendar], Span | None]

_RANGE = spelt(  # 20-25/5 is one, 20-5-26 a day with its year
    rf"{ALONE}\d{{1,2}}(?:\s?[/.]\s?\d{{1,2}})?\s?(?:-(?!\s?\d{{1,2}}-)|,|và|hoặc|hay|đến|tới)\s?"
    rf"(?:hết )?(?:ngày )?{NUMBERED}"
)
_OF_A_NEAR_MONTH = spelt(r"\bngày (?P<day>\d{1,2}) tháng (?:(?P<this>này|nay)|sau|tới)\b")
_NEW_YEAR = spelt(
    r"\btrước (?:dịp )?tết(?P<solar> dương lịch| tây)?\b"
    r"(?! (?:trung thu|đoan ngọ|thiếu nhi|trồng cây))"
)

_NUMBER = r"\d[\w./-]*"
_DATED = r" ngày \d[\d./-]*(?:\s?tháng \d{1,2}(?: năm \d{4})?)?"
_PAPERS = (
    r"nghị định|nghị quyết|(?<!sẽ )quyết định|công văn|công điện|tờ trình|biên bản|đơn|phiếu"
    r"|giấy mời"
)
_OTHER_PAPERS = r"thông tư|văn bản|chỉ thị|luật|hợp đồng|(?:kế hoạch|thông báo|báo cáo|kết luận) số"
_PLACES = (
    r"hẻm|kiệt|ngõ|ngách|số|đường|lô|thửa|tờ|công viên|quốc lộ|ql|tỉnh lộ|khóm|ấp|tổ|phường|xã"
)
#: Numbers that are no days: of papers and their days, of houses and streets.
_NO_DAYS = (
    spelt(rf"{ALONE}\d[\d./-]*/[^\W\d_][\w./-]*"),
    spelt(
        rf"\b(?:{_PAPERS}|{_OTHER_PAPERS})(?: số)?:? {_NUMBER}"
        rf"(?:(?: của)?(?: \w+){{0,4}}?{_DATED})?"
    ),
    spelt(rf"\b(?:{_PAPERS}|theo|căn cứ)(?: \w+){{0,4}}?{_DATED}"),
    spelt(rf"\b(?:{_PLACES}) {_NUMBER}"),
)


def _no_day(_: re.Match[str], __: date, ___: WorkingCalendar) -> None:
    return None


def _of_a_near_month(found: re.Match[str], today: date, _: WorkingCalendar) -> Span:
    first = month_end(today.year, today.month, 0 if found["this"] else 1, day=1)
    return Span.of(first.replace(day=int(found["day"])))


def _new_year(found: re.Match[str], today: date, working: WorkingCalendar) -> Span | None:
    """The day before the holiday, if the calendar knows of a next one."""
    name = "dương lịch" if found["solar"] else "nguyên đán"
    off = {one.day for one in working.holidays if name in one.name.lower()}
    before = {one - timedelta(days=1) for one in off} - off
    return Span.of(min(ahead)) if (ahead := [one for one in before if one >= today]) else None


def _spoken(days: int) -> _Read:
    return lambda _, today, __: Span.of(today + timedelta(days))


def _spanning(read: Callable[[re.Match[str], date], Span | None]) -> _Read:
    return lambda found, today, _: read(found, today)


#: What is tried first stands first.
_READERS: tuple[tuple[Pattern, _Read], ...] = (
    *((pattern, _no_day) for pattern in _NO_DAYS),
    (WITHIN, within),
    (_NEW_YEAR, _new_year),
    (_OF_A_NEAR_MONTH, _of_a_near_month),
    (ISO, lambda found, today, _: Span.of(Written.of(found, today).near(today))),
    (_RANGE, _written),
    (WRITTEN, _written),
    *((pattern, lambda found, today, _: Span.of(in_a_week(found, today))) for pattern in IN_A_WEEK),
    *((pattern, _spanning(read)) for pattern, read in SPANS),
    *((pattern, _spoken(days)) for pattern, days in SPOKEN),
)
