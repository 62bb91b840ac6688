"""The two files that come with the product: they load, they explain themselves, they are true."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import Settings, load, read_programme
from bot.config.keys import Key, keys, table_in
from bot.config.page import comment
from bot.domain.agencies import WARD_KIND
from bot.domain.calendar import WorkingCalendar
from bot.domain.programme import Programme
from bot.domain.slots import Means, next_slot
from tests.doubles.deadlines import YEAR, Counted

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "config.example.toml"
REFORM = ROOT / "docs/examples/2025-reform.toml"
TEXT = EXAMPLE.read_text("utf-8")
SECTION = load(EXAMPLE, {}).programme
START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def _programme(path: Path, start: datetime = START) -> Programme:
    return read_programme(load(path, {}).programme, start)


@pytest.fixture(scope="module")
def example() -> Programme:
    return _programme(EXAMPLE)


@pytest.fixture(scope="module")
def reform() -> Programme:
    return _programme(REFORM)


# ── the example is Trà Vinh 2023 ─────────────────────────────────────────────────────────────


def test_ten_wards_in_two_sessions(example: Programme) -> None:
    assert [one.name for one in example.wards] == [
        *(f"Phường {number}" for number in range(1, 10)),
        "Xã Long Đức",
    ]
    assert [one.wards for one in example.sessions] == [
        ("p1", "p2", "p3", "p4", "long-duc"),
        ("p5", "p6", "p7", "p8", "p9"),
    ]


def test_eighty_seats_a_session(example: Programme) -> None:
    for session in example.sessions:
        assert [group.seats for group in session.seat_groups] == [60, 20]
        groups = [group.categories for group in session.seat_groups]
        assert tuple(name for names in groups for name in names) == example.categories


def test_khom_of_phuong_9_leave_gaps(example: Programme) -> None:
    ward = example.ward("p9")
    assert ward
    assert [one.name for one in ward.hamlets] == [f"Khóm {n}" for n in (1, 2, 3, 4, 5, 6, 9, 10)]


def test_a_commune_has_ap_and_a_ward_has_khom(example: Programme) -> None:
    for ward in example.wards:
        kind = "Ấp" if ward.name.startswith("Xã") else "Khóm"
        assert all(one.name.startswith(kind) for one in ward.hamlets)
        assert ward.hamlets


def test_six_agencies_and_the_ward_face_the_people(example: Programme) -> None:
    names = ["ldtbxh", "kinhte", "yte", "nhcsxh", "gddt", "bhxh", WARD_KIND]
    assert [one.id for one in example.agencies] == names
    assert {one.agency for one in example.topics} == set(names)


def test_what_nobody_on_the_panel_owns_goes_to_the_ward(example: Programme) -> None:
    forwarded = [one for one in example.topics if one.forwarded]
    assert {one.id for one in forwarded} >= {"dat_dai", "dien"}
    assert {one.agency for one in forwarded} == {WARD_KIND}


def test_every_topic_has_everyday_words(example: Programme) -> None:
    assert [one.id for one in example.topics if len(one.words) < 10] == []


def test_every_ward_has_a_loudspeaker_and_a_meeting(example: Programme) -> None:
    for ward in example.wards:
        means = {slot.means for slot in example.slots_of(ward.id)}
        assert means == {Means.LOUDSPEAKER, Means.MEETING}


def test_no_loudspeaker_sounds_before_half_past_five_or_after_seven(example: Programme) -> None:
    on_air = [one for one in example.slots if one.means is Means.LOUDSPEAKER]
    assert all(time(5, 30) <= one.at <= time(19) for one in on_air)


@given(st.integers(0, 20 * 365 * 24))
def test_the_example_works_on_any_day(hours: int) -> None:
    start = datetime(2023, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    found = read_programme(SECTION, start)
    for session in found.sessions:
        assert timedelta(days=13) < session.starts_at - start < timedelta(days=17)
    for ward in found.wards_on(start.date()):
        assert next_slot(found.slots_of(ward.id), start, found.zone)


# ── its calendar ─────────────────────────────────────────────────────────────────────────────


def test_a_question_before_the_victory_holidays_is_due_on_6_may(example: Programme) -> None:
    calendar: WorkingCalendar = example.calendar
    asked = datetime(2026, 4, 29, 10, 0, tzinfo=example.zone)
    due = calendar.due(asked, 3)
    assert due.at == datetime(2026, 5, 6, 17, 0, tzinfo=example.zone)
    assert [one.name for one in due.skipped if one.name] == ["30/4", "1/5"]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 2), False),
        (date(2026, 1, 10), True),  # the Saturday worked for it
        (date(2026, 2, 13), True),
        (date(2026, 2, 16), False),
        (date(2026, 2, 20), False),
        (date(2026, 2, 23), True),
        (date(2026, 4, 27), False),
        (date(2026, 8, 22), True),
        (date(2026, 8, 31), False),
        (date(2026, 9, 3), True),
        (date(2026, 11, 24), False),
        (date(2027, 2, 4), True),
        (date(2027, 2, 11), False),
        (date(2027, 2, 12), True),
        (date(2027, 4, 16), False),
        (date(2027, 5, 3), False),
    ],
)
def test_the_offices_keep_the_public_holidays(example: Programme, day: date, works: bool) -> None:
    assert example.calendar.is_working(day) is works


@pytest.mark.parametrize("one", YEAR, ids=lambda one: str(one.asked))
def test_a_year_of_promises_is_as_counted_by_hand(example: Programme, one: Counted) -> None:
    due = example.calendar.due(one.asked_at, 7)
    assert due.at == one.due_at


# ── the reform of 2025 ───────────────────────────────────────────────────────────────────────


def test_the_reform_keeps_every_ward_agency_and_hamlet(
    example: Programme, reform: Programme
) -> None:
    assert {one.id for one in reform.wards} > {one.id for one in example.wards}
    assert {one.id for one in reform.agencies} > {one.id for one in example.agencies}
    for ward in example.wards:
        after = reform.ward(ward.id)
        assert after
        assert after.hamlets == ward.hamlets


@pytest.mark.parametrize(
    ("day", "wards"),
    [
        (date(2024, 12, 31), 10),
        (date(2025, 1, 1), 8),
        (date(2025, 6, 30), 8),
        (date(2025, 7, 1), 4),
    ],
)
def test_wards_end_and_begin_on_their_days(reform: Programme, day: date, wards: int) -> None:
    assert len(reform.wards_on(day)) == wards


def test_who_ended_names_who_took_over(reform: Programme) -> None:
    for ward in reform.wards:
        assert bool(ward.successors) == bool(ward.valid.until)
        for successor in map(reform.ward, ward.successors):
            assert successor
            assert ward.valid.until
            assert successor.valid.on(ward.valid.until + timedelta(days=1))
    for agency in reform.agencies:
        assert bool(agency.replaced_by) == bool(agency.valid.until)


@pytest.mark.parametrize("day", [date(2023, 6, 1), date(2025, 4, 1), date(2026, 11, 23)])
def test_every_topic_goes_to_an_agency_that_exists_on_the_day(
    example: Programme, reform: Programme, day: date
) -> None:
    alive = {one.id for one in reform.agencies_on(day)}
    topics = reform.topics_on(day)
    assert sorted(one.id for one in topics) == sorted(one.id for one in example.topics)
    assert {one.agency for one in topics} <= alive


def test_everyday_words_stay_with_the_topic_of_today(example: Programme, reform: Programme) -> None:
    words = {one.id: one.words for one in example.topics}
    assert {one.id: one.words for one in reform.topics_on(date(2026, 11, 23))} == words


# ── the example explains itself ──────────────────────────────────────────────────────────────


def _explained() -> Iterator[tuple[str, str]]:
    """Each key of the example where it first stands, also one commented out, and the comment above.

    A key of a table written inline, such as ``{ day = …, name = … }``, has the comment of its list.
    """
    section, above, seen = "", "", set()
    for line in TEXT.splitlines():
        if head := re.fullmatch(r"\[\[?([a-z_.]+)\]\]?", line):
            section, above = _path(head[1]), ""
        elif key := re.match(r"(?:# )?([a-z_]+) = ", line):
            path = f"{section}.{key[1]}"
            if path not in seen:
                seen.add(path)
                yield path, above
            above = ""
        else:
            above = f"{above} {line.removeprefix('#').strip()}".strip() if line else ""


def _path(table: str) -> str:
    """``programme.sessions.seat_groups`` as ``programme.sessions[].seat_groups[]``."""
    for key in keys():
        if key.path.replace("[]", "") == table:
            return key.path + ("[]" if f"[[{table}]]" in TEXT else "")
    raise AssertionError(f"[{table}] is not a table of the settings")


EXPLAINED = dict(_explained())


@pytest.mark.documents
@pytest.mark.parametrize("key", [key for key in keys() if key.section], ids=lambda key: key.path)
def test_every_setting_of_the_example_has_its_comment(key: Key) -> None:
    if key.path in EXPLAINED:
        assert comment(key) in EXPLAINED[key.path]
    elif key.table is None or f"[[{key.path.replace('[]', '')}]]" not in TEXT:
        around = EXPLAINED[key.section.removesuffix("[]")]
        assert re.search(rf"\b{key.name}\b", around), f"{key.path} is not in the example"


@pytest.mark.documents
def test_the_example_has_no_key_that_the_code_lacks() -> None:
    assert set(EXPLAINED) <= {key.path for key in keys()}


@pytest.mark.documents
def test_the_example_keeps_to_the_defaults_outside_the_programme() -> None:
    settings = load(EXAMPLE, {})
    assert settings.web.example_links is True
    plain = settings.model_copy(
        update={"programme": None, "web": settings.web.model_copy(update={"example_links": False})}
    )
    assert plain == Settings()


@pytest.mark.documents
@pytest.mark.parametrize("path", [EXAMPLE, REFORM], ids=lambda path: str(path.name))
def test_invented_phones_are_marked(path: Path) -> None:
    lines = re.findall(r".*\d{3} \d{4}.*", path.read_text("utf-8"))
    assert lines
    assert [line for line in lines if "số ví dụ" not in line] == []


def test_tables_are_found_in_annotations() -> None:
    assert table_in(tuple[int, ...]) is None
