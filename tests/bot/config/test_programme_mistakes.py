"""What is wrong with the part `[programme]`: one sentence each, with the key where it stands."""

import pytest

from bot.config import read_programme
from bot.domain.errors import ConfigError
from tests.bot.config.reader import Reader
from tests.bot.config.small import START, changed, problems


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('id = "small"\n', "", "programme.id: is missing; add it, as in config.example.toml."),
        (
            'id = "small"',
            'id = "Small!"',
            "programme.id: is not an id; "
            "write up to 32 small letters a-z, digits, - or _, such as p7 or vay_von.",
        ),
        (
            'number_prefix = "TV"',
            'number_prefix = "tv-"',
            "programme.number_prefix: has other letters than allowed; "
            "write text of the form ^[A-Z]{1,6}$.",
        ),
        (
            'host = "UBND"',
            'host = "UBND"\nzone = "Asia/Saign"',
            'programme.zone: is not a time zone; write its name, such as "Asia/Ho_Chi_Minh".',
        ),
        (
            'host = "UBND"',
            'host = "UBND"\nanswer_days = 11',
            "programme.answer_days: is too large; write 10 or less.",
        ),
        (
            "day = 2027-01-01",
            'day = "1/1/2027"',
            "programme.holidays[0].day: is not a date; "
            "write year, month and day, such as 2026-12-31.",
        ),
        (
            'start = "07:00"',
            'start = "7h"',
            "programme.working_hours[0].start: is not a time of day; "
            'write hours and minutes, such as "17:00".',
        ),
        (
            'start = "07:00"',
            'start = "25:00"',
            "programme.working_hours[0].start: is not a time of day; "
            'write hours and minutes, such as "17:00".',
        ),
        (
            'start = "07:00"',
            "start = 11:00:00",
            "programme.working_hours[0].end: is not after start; "
            "write a later time of the same day.",
        ),
        (
            '{ days = "mon-fri"',
            '{ days = "fri", start = "10:00", end = "12:00" }, { days = "mon-fri"',
            "programme.working_hours: has stretches that overlap; "
            "write one end before the next start.",
        ),
        (
            'starts = "+14d 08:00"',
            'starts = "in two weeks"',
            "programme.sessions[0].starts: is not a moment; "
            'write "2026-12-31 08:00", or days after the start: "+14d 08:00".',
        ),
        (
            'days = "mon-sat"',
            'day = "2026-02-30"',
            "programme.slots[0].day: is not a day; "
            'write a date such as 2026-12-31, or days after the start: "+14d".',
        ),
        (
            'days = "mon-sat"',
            "",
            "programme.slots[0].day: goes with nothing but its own; "
            "write either days (every week) or day (once).",
        ),
        (
            'days = "mon-sat"',
            'days = "mon-sat"\nday = "+1d"',
            "programme.slots[0].day: goes with nothing but its own; "
            "write either days (every week) or day (once).",
        ),
        (
            'days = "mon-sat"',
            'days = "mon-sat"\nmeans = "drum"',
            "programme.slots[0].means: is not one of the choices; "
            'write "loudspeaker" or "meeting".',
        ),
        (
            "seats = 60",
            "seats = 0",
            "programme.sessions[0].seat_groups[0].seats: is too small; write 1 or more.",
        ),
        (
            'name = "Khóm 1"',
            'nmae = "Khóm 1", name = "Khóm 1"',
            "programme.wards[0].hamlets[0].nmae: is not a known setting; write name or remove it.",
        ),
        (
            'name = "Phường 7"',
            'name = "Phường 7"\nvalid_from = 2025-01-01\nvalid_to = 2024-12-31',
            "programme.wards[0].valid_to: lies before valid_from; "
            "write the same day or a later one.",
        ),
    ],
)
def test_a_wrong_shape_is_one_sentence(read: Reader, old: str, new: str, sentence: str) -> None:
    assert problems(read, changed((old, new))) == [sentence]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'agency = "nhcsxh"',
            'agency = "nhcsx"',
            'programme.topics[0].agency: "nhcsx" is not in programme.agencies; '
            'write "nhcsxh" or add it there.',
        ),
        (
            'agency = "nhcsxh"',
            'agency = "nhcsxh"\nalso = ["nhcsxh", "cong_an"]',
            'programme.topics[0].also[1]: "cong_an" is not in programme.agencies; '
            "add it there or remove it here.",
        ),
        (
            'short = "Ngân hàng"',
            'short = "Ngân hàng"\nreplaced_by = "nhcsxh2"',
            'programme.agencies[0].replaced_by: "nhcsxh2" is not in programme.agencies; '
            'write "nhcsxh" or add it there.',
        ),
        (
            'name = "Phường 7"',
            'name = "Phường 7"\nsuccessors = ["nguyet-hoa"]',
            'programme.wards[0].successors[0]: "nguyet-hoa" is not in programme.wards; '
            "add it there or remove it here.",
        ),
        (
            'wards = ["p7"]',
            'wards = ["p7", "p9"]',
            'programme.sessions[0].wards[1]: "p9" is not in programme.wards; '
            "add it there or remove it here.",
        ),
        (
            'wards = ["p7", "p8"]',
            'wards = ["p07", "p8"]',
            'programme.slots[0].wards[0]: "p07" is not in programme.wards; '
            'write "p7" or add it there.',
        ),
        (
            'categories = ["Hộ nghèo"]',
            'categories = ["Hộ ngheo"]',
            'programme.sessions[0].seat_groups[0].categories[0]: "Hộ ngheo" is not in '
            'programme.categories; write "Hộ nghèo" or add it there.',
        ),
        (
            "[[programme.agencies]]",
            "[[programme.agencies]]\nid = 'nhcsxh'\nname = 'N'\nshort = 'N'\n"
            "[[programme.agencies]]",
            'programme.agencies[1].id: "nhcsxh" is there already (programme.agencies[0].id); '
            "write another one.",
        ),
        (
            'id = "p8-k1"',
            'id = "p7-k1"',
            'programme.wards[1].hamlets[0].id: "p7-k1" is there already '
            "(programme.wards[0].hamlets[0].id); write another one.",
        ),
        (
            'name = "Khóm 2"',
            'name = "Khóm 1"',
            'programme.wards[0].hamlets[1].name: "Khóm 1" is there already '
            "(programme.wards[0].hamlets[0].name); write another one.",
        ),
        (
            "seats = 60,",
            'seats = 60, places = [{ ward = "p7", seats = 61 }],',
            "programme.sessions[0].seat_groups[0].places: are 61 together, and the group has 60 "
            "seats; write as many places as seats, or leave a ward out: it gets the rest.",
        ),
        (
            "seats = 60,",
            'seats = 60, places = [{ ward = "p9", seats = 6 }],',
            'programme.sessions[0].seat_groups[0].places[0].ward: "p9" is not in the wards of this '
            "session; add it there or remove it here.",
        ),
        (
            "seat_groups = [",
            'seat_groups = [{ id = "a", name = "A", seats = 1, categories = ["Hộ nghèo"] }, ',
            'programme.sessions[0].seat_groups[1].categories[0]: "Hộ nghèo" is there already '
            "(programme.sessions[0].seat_groups[0].categories[0]); write another one.",
        ),
        (
            "[[programme.topics]]",
            "[[programme.topics]]\nid = 'vay_von'\nname = 'vay'\nagency = 'nhcsxh'\n"
            "valid_to = 2025-01-01\n[[programme.topics]]",
            'programme.topics[1].id: "vay_von" is there for the same time already '
            "(programme.topics[0].id); write another id, or give each its valid_from and valid_to.",
        ),
        (
            'ends = "+14d 11:00"',
            'ends = "+14d 08:00"',
            "programme.sessions[0].ends: is not after starts; write a later moment.",
        ),
        (
            'name = "Phường 7"',
            'name = "Phường 7"\nvalid_to = 2025-06-30',
            'programme.sessions[0].wards[0]: "p7" does not exist on 2026-12-08; '
            "write wards of that day (p8).",
        ),
    ],
)
def test_what_does_not_fit_is_one_sentence(read: Reader, old: str, new: str, sentence: str) -> None:
    assert problems(read, changed((old, new))) == [sentence]


TWO = "\n[[programme.agencies]]\nid = 'yte'\nname = 'Phòng Y tế'\nshort = 'Y tế'\n"
NOBODY = (
    "programme.in_place_of_ward: names nobody who would be told on {day} that somebody is in "
    "danger; write the id of an agency of that day, or add the agency ubnd_phuong."
)


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        ([], []),
        ([('in_place_of_ward = "nhcsxh"\n', "")], [NOBODY.format(day="2026-11-24")]),
        (
            [('in_place_of_ward = "nhcsxh"\n', ""), ('host = "UBND"', 'host = "Phòng Y tế"')],
            [],
        ),
        ([('in_place_of_ward = "nhcsxh"\n', ""), ("'yte'", "'ubnd_phuong'")], []),
        (
            [('in_place_of_ward = "nhcsxh"', 'in_place_of_ward = "nhcsx"')],
            [
                'programme.in_place_of_ward: "nhcsx" is not in programme.agencies; '
                'write "nhcsxh" or add it there.'
            ],
        ),
        (
            [
                ('id = "nhcsxh"', 'id = "nhcsxh"\nvalid_to = 2027-02-28'),
                ("'yte'", "'yte'\nvalid_from = 2027-01-01"),
                ('agency = "nhcsxh"', 'agency = "yte"'),
                ("'Y tế'\n", "'Y tế'\n" + TWO.replace("yte", "khac").replace("Y tế", "Khác")),
            ],
            [NOBODY.format(day="2027-03-01")],
        ),
    ],
    ids=["named", "nobody", "the issuing office", "the ward", "unknown", "from a later day on"],
)
def test_a_programme_says_who_would_be_told_that_somebody_is_in_danger(
    read: Reader, changes: list[tuple[str, str]], sentences: list[str]
) -> None:
    text = changed(("[[programme.topics]]", f"{TWO}[[programme.topics]]"))
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)

    assert problems(read, text) == sentences


def test_the_only_agency_needs_no_name_and_one_that_is_over_is_not_asked_for(
    read: Reader,
) -> None:
    alone = ('in_place_of_ward = "nhcsxh"\n', "")
    until = ('id = "nhcsxh"', 'id = "nhcsxh"\nvalid_to = 2027-02-28')

    assert problems(read, changed(alone, until)) == []


def test_all_that_does_not_fit_is_told_at_once(read: Reader) -> None:
    text = changed(
        ('agency = "nhcsxh"', 'agency = "x1"'),
        ('id = "p8"', 'id = "p7"'),
        ('ends = "+14d 11:00"', 'ends = "+1d 11:00"'),
    )
    assert [sentence.split(":")[0] for sentence in problems(read, text)] == [
        "programme.wards[1].id",
        "programme.topics[0].agency",
        "programme.sessions[0].ends",
        "programme.slots[0].wards[1]",
    ]


def test_a_wrong_shape_stands_beside_the_other_wrong_settings(read: Reader) -> None:
    text = "[web]\nport = 0\n" + changed(("seats = 60", "seats = 0"))
    assert [sentence.split(":")[0] for sentence in problems(read, text)] == [
        "web.port",
        "programme.sessions[0].seat_groups[0].seats",
    ]


def test_no_programme_says_where_to_take_one_from() -> None:
    with pytest.raises(ConfigError) as refused:
        read_programme(None, START)
    assert refused.value.problems == (
        "programme: is missing; copy [programme] from config.example.toml.",
    )
