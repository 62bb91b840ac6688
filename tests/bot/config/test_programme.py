"""What becomes of the part `[programme]`."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.agencies import Queue, Topic, Validity
from bot.domain.calendar import Block, Holiday, Workday
from bot.domain.programme import QuietHours
from bot.domain.slots import Means, Slot
from tests.bot.config.reader import Reader
from tests.bot.config.small import changed, problems, programme

HCM = ZoneInfo("Asia/Ho_Chi_Minh")


def test_days_count_from_the_first_start_in_the_programme_s_zone(read: Reader) -> None:
    session = programme(read).sessions[0]
    assert session.starts_at == datetime(2026, 12, 8, 8, 0, tzinfo=HCM)
    assert session.ends_at == datetime(2026, 12, 8, 11, 0, tzinfo=HCM)
    assert session.starts_at.tzinfo == HCM


@pytest.mark.parametrize("written", ['"2026-12-09 08:00"', "2026-12-09T08:00:00"])
def test_a_session_may_have_its_date(read: Reader, written: str) -> None:
    text = changed(('"+14d 08:00"', written), ("+14d", "+15d"))
    assert programme(read, text).sessions[0].starts_at == datetime(2026, 12, 9, 8, tzinfo=HCM)


def test_a_slot_stands_for_each_ward_that_keeps_to_it(read: Reader) -> None:
    week = (0, 1, 2, 3, 4, 5)
    assert programme(read).slots == tuple(
        Slot(ward=ward, means=Means.LOUDSPEAKER, at=time(5, 30), weekdays=week)
        for ward in ("p7", "p8")
    )


@pytest.mark.parametrize(
    ("written", "weekdays"),
    [
        ("daily", None),
        ("mon-sun", (0, 1, 2, 3, 4, 5, 6)),
        ("tue, thu", (1, 3)),
        ("Sat mon-wed", (0, 1, 2, 5)),
        ("fri-mon", None),
        ("", None),
    ],
)
def test_weekdays_are_written_as_names_and_spans(
    read: Reader, written: str, weekdays: tuple[int, ...] | None
) -> None:
    text = changed(('days = "mon-sat"', f'days = "{written}"'))
    if weekdays is None:
        assert problems(read, text) == [
            "programme.slots[0].days: does not name weekdays; "
            'write "mon-fri", "tue, thu", or single days from mon to sun.'
        ]
    else:
        assert programme(read, text).slots[0].weekdays == weekdays


@pytest.mark.parametrize("written", ['"+21d"', "2026-12-15", '"2026-12-15"'])
def test_a_meeting_is_held_once(read: Reader, written: str) -> None:
    text = changed(('days = "mon-sat"', f'day = {written}\nmeans = "meeting"\nplace = "Chùa"'))
    assert programme(read, text).slots[0] == Slot(
        ward="p7", means=Means.MEETING, at=time(5, 30), day=date(2026, 12, 15), place="Chùa"
    )


def test_office_hours_become_a_calendar(read: Reader) -> None:
    lunch = '{ days = "mon-thu", start = "13:00", end = "17:00" }, { days = "mon-fri"'
    calendar = programme(read, changed(('{ days = "mon-fri"', lunch))).calendar
    morning, afternoon = Block(time(7), time(11)), Block(time(13), time(17))
    assert calendar.blocks == (*((morning, afternoon),) * 4, (morning,), (), ())
    assert calendar.holidays == (Holiday(date(2027, 1, 1), "Tết Dương lịch"),)
    assert calendar.workdays == (Workday(date(2027, 1, 9)),)
    assert calendar.zone == HCM


def test_an_agency_s_own_hours_and_days_make_a_calendar_of_its_own(read: Reader) -> None:
    """Its hours stand in place of the city's, its days beside them, its word before theirs."""
    own = (
        'id = "nhcsxh"\nworking_hours = [{ days = "mon-sat", start = "08:00", end = "12:00" }]\n'
        'holidays = [{ day = 2027-01-09, name = "nghỉ" }]\n'
        'swapped_workdays = ["2027-01-10 08:00-09:00, 10:00-11:00"]\n'
    )
    found = programme(read, changed(('id = "nhcsxh"\n', own)))
    calendar = found.calendar_of(Queue("nhcsxh"))
    assert calendar.blocks == (*((Block(time(8), time(12)),),) * 6, ())
    assert set(calendar.holidays) == {
        Holiday(date(2027, 1, 9), "nghỉ"),
        Holiday(date(2027, 1, 1), "Tết Dương lịch"),
    }
    blocks = (Block(time(8), time(9)), Block(time(10), time(11)))
    assert calendar.workdays == (Workday(date(2027, 1, 10), blocks),)
    assert found.calendar_of(Queue("ubnd_phuong", "p7")) == found.calendar


@pytest.mark.parametrize(
    "written",
    ['"2027-01-09 8h-11h"', '"2027-01-09 7:00-9:00 8:00-11:00"', '"2027-01-09 11:00-08:00"', "7"],
)
def test_a_swapped_day_is_a_date_with_hours_or_without(read: Reader, written: str) -> None:
    text = changed(("[2027-01-09]", f"[{written}]"))
    assert problems(read, text) == [
        "programme.swapped_workdays[0]: is not a swapped day; "
        'write a date, or with hours: "2026-08-22 07:00-11:00".'
    ]


def test_the_rest_arrives_as_written(read: Reader) -> None:
    found = programme(read)
    assert found.quiet == QuietHours(start=time(22), end=time(5))
    assert found.hotlines == (("Cấp cứu", "115"),)
    assert found.topics == (Topic(id="vay_von", name="vay vốn", agency="nhcsxh"),)
    assert found.answer_days == 7


def test_the_same_topic_may_move_to_another_agency(read: Reader) -> None:
    later = (
        "\n[[programme.topics]]\nid = 'vay_von'\nname = 'vay vốn'\nagency = 'moi'\n"
        "valid_from = 2025-03-01\n[[programme.agencies]]\nid = 'moi'\nname = 'M'\nshort = 'M'\n"
    )
    until = 'agency = "nhcsxh"\nvalid_to = 2025-02-28'
    found = programme(read, changed(('agency = "nhcsxh"', until)) + later)
    assert [one.agency for one in found.topics_on(date(2025, 2, 28))] == ["nhcsxh"]
    assert [one.agency for one in found.topics_on(date(2025, 3, 1))] == ["moi"]
    assert found.topics[0].valid == Validity(until=date(2025, 2, 28))
