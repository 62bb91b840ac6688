"""When a rung comes, who hears of it, and what a promise begins with."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agencies import Queue
from bot.domain.calendar import Holiday, WorkingCalendar
from bot.domain.ladder import (
    Level,
    Rung,
    Standing,
    beginning,
    climbs,
    levels,
    moment,
    standing,
)
from bot.domain.questions import Question, Status

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CITY = WorkingCalendar(
    zone=ZONE,
    holidays=(Holiday(date(2026, 4, 30), "30/4"), Holiday(date(2026, 5, 1), "1/5")),
)


def at(month: int, day: int, hour: int = 0) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=ZONE)


#: Wednesday 29 April, the day before the holidays: Monday, Wednesday, and Monday 4 May.
DUE = at(4, 29, 17)
SOON, TODAY, LATE = at(4, 27, 7), at(4, 29, 7), at(5, 4, 7)


def test_rungs_come_on_working_days_as_the_offices_open() -> None:
    assert [moment(rung, DUE, CITY) for rung in Rung] == [SOON, TODAY, LATE]


@pytest.mark.parametrize(
    ("now", "reached", "next_at"),
    [
        (SOON - timedelta(minutes=1), None, SOON),
        (SOON, Rung.SOON, TODAY),
        (TODAY, Rung.TODAY, LATE),
        (at(5, 2), Rung.TODAY, LATE),
        (LATE, Rung.LATE, None),
        (at(12, 31), Rung.LATE, None),
    ],
)
def test_a_promise_stands_on_the_highest_rung_that_has_come(
    now: datetime, reached: Rung | None, next_at: datetime | None
) -> None:
    assert standing(DUE, CITY, now) == Standing(reached=reached, next_at=next_at)


def test_a_rung_that_was_reached_is_not_reached_again_when_a_day_off_is_added() -> None:
    """Told on the morning of Monday 4 May that it is late; then that day is made a day off."""
    changed = replace(CITY, holidays=(*CITY.holidays, Holiday(date(2026, 5, 4), "nghỉ bù")))
    now = at(5, 4, 8)
    assert standing(DUE, changed, now) == Standing(reached=Rung.TODAY, next_at=at(5, 5, 7))
    assert standing(DUE, changed, now, Rung.LATE) == Standing(reached=Rung.LATE, next_at=None)


def test_a_new_promise_leaves_out_what_has_passed_but_not_that_it_is_late() -> None:
    """One that is due tomorrow is not brought up because it was due in two days yesterday."""
    assert beginning(DUE, CITY, at(4, 28, 9)) == Standing(reached=Rung.SOON, next_at=TODAY)
    late = at(5, 5, 9)
    assert beginning(DUE, CITY, late) == Standing(reached=Rung.TODAY, next_at=late)


def test_silence_climbs() -> None:
    assert [levels(rung) for rung in Rung] == [
        (Level.OFFICER,),
        (Level.OFFICER, Level.HEAD),
        (Level.OFFICER, Level.HEAD, Level.ABOVE),
    ]


QUESTION = Question(
    id=1,
    number="TV-0001",
    asker=7,
    address="chat:lan",
    ward="p7",
    text="Chừng nào sửa đèn?",
    queue=Queue("ubnd_phuong", "p7"),
    asked_at=at(4, 20),
    due_at=DUE,
    promised_days=7,
)


def test_it_climbs_while_somebody_could_answer_it() -> None:
    assert {one for one in Status if climbs(replace(QUESTION, status=one))} == {
        Status.WAITING,
        Status.TAKEN,
        Status.DRAFTED,
    }
    assert not climbs(replace(QUESTION, text=""))
    assert not climbs(replace(QUESTION, stopped_at=at(4, 21)))


moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001
    datetime(2026, 12, 31),  # noqa: DTZ001
    timezones=st.just(ZONE),
)


@given(moments, st.integers(1, 10), st.lists(moments, max_size=30))
def test_looked_at_whenever_each_rung_is_reached_once_and_in_order(
    start: datetime, days: int, looks: list[datetime]
) -> None:
    due = CITY.due(start, days).at
    reached = [standing(due, CITY, now).reached for now in sorted(looks)]
    order = [None, *Rung]
    assert [order.index(one) for one in reached] == sorted(order.index(one) for one in reached)


@given(moments, st.integers(1, 10))
def test_rungs_lie_around_their_promise(start: datetime, days: int) -> None:
    due = CITY.due(start, days).at
    soon, today, late = (moment(rung, due, CITY) for rung in Rung)
    assert soon < today < due < late
    assert CITY.working_days_between(soon.date(), due.date()) == 2
    assert CITY.working_days_between(due.date(), late.date()) == 1
