"""The ward's own timetable, and how long a script takes."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.relay import reading_time
from bot.domain.slots import Means, Slot, next_slot, upcoming

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def slot(at: str, *weekdays: int, day: date | None = None) -> Slot:
    return Slot(
        ward="p7",
        means=Means.LOUDSPEAKER,
        at=time.fromisoformat(at),
        weekdays=weekdays,
        day=day,
    )


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def test_a_slot_comes_every_week_on_its_days_earliest_first() -> None:
    slots = [slot("17:00", 2, 4), slot("05:30", 3)]

    found = [one.at for one in islice(upcoming(slots, moment("2026-04-29 10:00"), ZONE), 4)]

    assert found == [
        moment("2026-04-29 17:00"),
        moment("2026-04-30 05:30"),
        moment("2026-05-01 17:00"),
        moment("2026-05-06 17:00"),
    ]


def test_a_slot_that_begins_now_is_over() -> None:
    found = next_slot([slot("17:00", 2)], moment("2026-04-29 17:00"), ZONE)

    assert found is not None
    assert found.at == moment("2026-05-06 17:00")


def test_a_meeting_comes_once_on_its_day() -> None:
    meeting = slot("19:00", day=date(2026, 5, 3))

    assert [one.at for one in upcoming([meeting], moment("2026-04-29 10:00"), ZONE)] == [
        moment("2026-05-03 19:00")
    ]
    assert next_slot([meeting], moment("2026-05-03 19:00"), ZONE) is None


def test_a_ward_without_a_timetable_has_no_next_slot() -> None:
    assert next_slot([], moment("2026-04-29 10:00"), ZONE) is None


@pytest.mark.parametrize(("syllables", "minutes"), [(0, 0), (140, 1), (280, 2)])
def test_a_script_is_read_at_140_syllables_a_minute(syllables: int, minutes: int) -> None:
    assert reading_time("và " * syllables) == timedelta(minutes=minutes)


ZONES = ["Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]


@example("America/New_York", moment("2026-03-01"), [time(2, 30), time(3, 15)])
@given(
    zone=st.sampled_from(ZONES),
    after=st.integers(0, 3000).map(
        lambda days: moment("2024-01-01") + timedelta(days=days, hours=3)
    ),
    times=st.lists(st.times(), min_size=1, max_size=4, unique=True),
)
def test_slots_come_one_after_the_other_on_leap_days_and_when_clocks_change(
    zone: str, after: datetime, times: list[time]
) -> None:
    slots = [slot(at.isoformat(), *range(7)) for at in times]
    found = [one.at for one in islice(upcoming(slots, after, ZoneInfo(zone)), 400)]

    moments = [at.astimezone(UTC) for at in found]
    assert after < moments[0]
    assert moments == sorted(moments)
    days = sorted({at.date() for at in found})
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
