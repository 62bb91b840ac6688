"""Days and hours, written out as papers do: a zero before days under 10 and months under 3."""

from datetime import date, datetime, time

from bot.documents.words import Say


def written_time(at: time, say: Say) -> str:
    """``07 giờ 30 phút``."""
    return say("paper-time", hour=f"{at.hour:02d}", minute=f"{at.minute:02d}")


def written_day(day: date, say: Say) -> str:
    """``thứ Sáu ngày 11 tháng 12 năm 2026``."""
    return say(
        "paper-day",
        weekday=day.weekday(),
        day=f"{day.day:02d}",
        month=f"{day.month:02d}" if day.month < 3 else str(day.month),
        year=str(day.year),
    )


def written(moment: datetime, say: Say) -> str:
    """``07 giờ 30 phút, thứ Sáu ngày 11 tháng 12 năm 2026``."""
    return say(
        "paper-moment",
        time=written_time(moment.time(), say),
        day=written_day(moment.date(), say),
    )


def short(day: date) -> str:
    """For tables: ``11/12/2026``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"
