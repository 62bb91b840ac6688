"""So many days, weeks or months from a day on: ``trong 5-7 ngày làm việc``, ``2-3 tuần nữa``."""

import re
from datetime import date, datetime, time, timedelta

from bot.domain.calendar import WorkingCalendar
from bot.domain.days import WRITTEN, Written, count, spelt
from bot.domain.spans import Span, month_end

#: A number in figures is often repeated in words: 05 (năm) ngày.
_IN_WORDS = r"(?: ?\(\w+(?: \w+)?\))?"
_UNIT = r"(?:ngày|tuần|tháng)"
WITHIN = spelt(
    r"(?<![\w/.,-])(?<!ngày )(?:(?P<lead>trong|sau|khoảng|vòng|từ|thêm|tối đa|chậm nhất|muộn nhất"
    r"|không quá)(?: (?:là|khoảng|vòng|từ|tối đa|không quá|thời gian|thời hạn|tầm|sau))* )?"
    rf"(?:COUNT{_IN_WORDS}(?: {_UNIT})?\s?(?:-|đến|tới|hoặc|hay)\s?)?(?P<many>COUNT|nửa){_IN_WORDS}"
    r"\s?(?P<unit>ngày|hôm|bữa|tuần lễ|tuần|tháng(?!\s?\d| (?:đầu|cuối) năm)|năm|giờ|tiếng)\b"
    r"(?P<half> rưỡi| rưởi)?(?P<work> \(?làm việc\b\)?)?"
    r"(?P<tail> (?:nữa|tới|kế tiếp)\b| sau(?=\s*(?:$|[,.;:!)]| (?:sẽ|là|thì|phường|xã|em)\b)))?"
    r"(?P<since>(?:,? \(?(?:kể|tính) từ| từ| sau)(?: khi)?\b)?(?!\s?\d{1,2}(?![\d/.-]| tháng))"
)
_THE_DAY = spelt(r"\s?(?:từ )?(?:ngày |hôm )*")
_NOW = spelt(r"(?:(?:nay|hôm nay)\b|(?:trả lời|ra văn bản) này\b)")

#: Whole hours that are said for days.
_HOURS = (24, 36, 48, 72)


def within(found: re.Match[str], today: date, working: WorkingCalendar) -> Span | None:
    """Of ``WITHIN``; None without a word that makes it a term, and from a day that is not told.

    Working days are those of ``working``. Raises ValueError for a day of no calendar.
    """
    start = _since(found, today)
    if start is None or not (found["lead"] or found["tail"] or found["since"]):
        return None
    if found["many"].lower() in ("nửa", "nua"):
        return _half(found["unit"].lower(), start)
    many, unit = count(found["many"]), found["unit"].lower()
    if found["work"]:
        return Span.of(working.due(datetime.combine(start, time(), working.zone), many).at.date())
    return _after(start, many, unit, half=bool(found["half"]))


def _since(found: re.Match[str], today: date) -> date | None:
    """From which day on is counted: today, where nothing else is said."""
    if not found["since"]:
        return today
    named = _THE_DAY.match(found.string, found.end())
    at = named.end() if named else found.end()
    if day := WRITTEN.match(found.string, at):
        return Written.of(day, today).near(today)
    return today if _NOW.match(found.string, at) else None


def _half(unit: str, start: date) -> Span | None:
    if unit in ("tháng", "thang"):
        return Span.of(start + timedelta(days=15))
    return Span.of(_months(start, 6)) if unit in ("năm", "nam") else None


def _after(start: date, many: int, unit: str, *, half: bool) -> Span | None:
    match unit:
        case "ngày" | "ngay" | "hôm" | "hom" | "bữa" | "bua":
            return Span.of(start + timedelta(days=many))
        case "tuần" | "tuan" | "tuần lễ" | "tuan le":
            return Span.of(start + timedelta(days=7 * many + 4 * half))
        case "tháng" | "thang":
            return Span.of(_months(start, many) + timedelta(days=15 * half))
        case "năm" | "nam":
            return Span.of(_months(start, 12 * many + 6 * half))
        case _:
            return Span.of(start + timedelta(days=-(-many // 24))) if many in _HOURS else None


def _months(start: date, many: int) -> date:
    return month_end(start.year, start.month, many, day=start.day)
