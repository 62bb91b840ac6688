"""A year of promises of seven working days, counted by hand on a calendar on the wall."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True)
class Counted:
    """A question that arrived ``asked``, and what its asker is promised. Local times."""

    asked: str
    due: str
    why: str  #: the days off, as the receipt names them
    guess: bool = False  #: days that wait for the yearly notice are among them

    @property
    def asked_at(self) -> datetime:
        return datetime.fromisoformat(self.asked).replace(tzinfo=ZONE)

    @property
    def due_at(self) -> datetime:
        return datetime.fromisoformat(self.due).replace(tzinfo=ZONE)


YEAR = (
    # New Year: Friday 2 January is off for Saturday the 10th, which is worked
    Counted("2025-12-31 10:00", "2026-01-12 17:00", "1/1, 2/1 và cuối tuần"),
    Counted("2026-01-10 09:00", "2026-01-20 17:00", "cuối tuần"),  # on that Saturday
    Counted("2026-01-17 09:00", "2026-01-28 17:00", "cuối tuần"),  # on one that is free
    # Tết: the week of Monday 16 February
    Counted("2026-02-09 10:00", "2026-02-25 17:00", "Tết Nguyên đán và cuối tuần"),
    Counted("2026-02-13 17:30", "2026-03-04 17:00", "Tết Nguyên đán và cuối tuần"),  # closed
    Counted("2026-02-18 08:00", "2026-03-04 17:00", "Tết Nguyên đán và cuối tuần"),  # mùng 2
    Counted("2026-02-23 06:00", "2026-03-04 17:00", "cuối tuần"),  # before they open
    # the Hùng Kings' day falls on Sunday 26 April: Monday is off in its place
    Counted("2026-04-17 11:30", "2026-04-29 17:00", "Giỗ Tổ Hùng Vương và cuối tuần"),  # lunch
    Counted("2026-04-26 10:00", "2026-05-11 17:00", "Giỗ Tổ Hùng Vương, 30/4, 1/5 và cuối tuần"),
    # 30 April and 1 May, a Thursday and a Friday
    Counted("2026-04-29 10:00", "2026-05-12 17:00", "30/4, 1/5 và cuối tuần"),
    Counted("2026-04-29 17:00", "2026-05-12 17:00", "30/4, 1/5 và cuối tuần"),  # as they close
    Counted("2026-04-29 17:01", "2026-05-13 17:00", "30/4, 1/5 và cuối tuần"),  # a minute later
    Counted("2026-06-15 12:00", "2026-06-24 17:00", "cuối tuần"),  # over lunch
    # the National Day: Monday 31 August is off for Saturday 22 August, which is worked
    Counted("2026-08-21 10:00", "2026-09-03 17:00", "31/8, Quốc khánh và cuối tuần"),
    Counted("2026-08-22 16:30", "2026-09-04 17:00", "31/8, Quốc khánh và cuối tuần"),
    Counted("2026-08-22 17:05", "2026-09-07 17:00", "31/8, Quốc khánh và cuối tuần"),
    Counted("2026-08-31 09:00", "2026-09-14 17:00", "31/8, Quốc khánh và cuối tuần"),
    Counted("2026-11-16 10:00", "2026-11-26 17:00", "24/11 và cuối tuần"),
    Counted("2026-12-28 10:00", "2027-01-07 17:00", "1/1 và cuối tuần"),
    # Tết again: mùng 1 is Saturday 6 February, so Wednesday and Thursday are off in its place
    Counted("2027-01-28 10:00", "2027-02-15 17:00", "Tết Nguyên đán và cuối tuần", guess=True),
    Counted("2027-02-07 10:00", "2027-02-23 17:00", "Tết Nguyên đán và cuối tuần", guess=True),
    Counted("2027-04-15 13:30", "2027-04-27 17:00", "16/4 và cuối tuần"),
    # 1 May is a Saturday: Monday the 3rd is off in its place
    Counted("2027-04-29 10:00", "2027-05-12 17:00", "30/4, 1/5 và cuối tuần", guess=True),
    Counted("2027-08-26 10:00", "2027-09-08 17:00", "Quốc khánh và cuối tuần", guess=True),
)
