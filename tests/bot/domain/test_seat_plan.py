"""The seat plan: caps are never broken, rank decides, and every name has its reason."""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import seat_plan
from bot.domain.seat_plan import Candidate, Placement, shares
from bot.domain.seat_reasons import Code, Mark, Reason
from bot.domain.seats import Edit, State
from bot.domain.sessions import SeatGroup, Session

ROSTER = Path(__file__).parents[2] / "data" / "roster.csv"
START = datetime(2026, 5, 13, 0, 30, tzinfo=UTC)
WARDS = ("p1", "p2", "p3")


def group(name: str = "ngheo", seats: int = 6, **places: int) -> SeatGroup:
    return SeatGroup(
        id=name, name=name, seats=seats, categories=(name,), places=tuple(places.items())
    )


def session(*groups: SeatGroup, wards: Sequence[str] = WARDS) -> Session:
    return Session(
        number=1,
        name="Buổi đối thoại 1",
        starts_at=START,
        ends_at=START + timedelta(hours=3),
        place="Hội trường",
        wards=tuple(wards),
        seat_groups=groups or (group(),),
    )


def household(number: int, ward: str = "p1", **known: Any) -> Candidate:
    return replace(Candidate(household=number, group="ngheo", ward=ward), **known)


def plan(of: Session, candidates: Iterable[Candidate]) -> list[Placement]:
    return list(seat_plan.plan(of, candidates))


def seated(placements: Sequence[Placement]) -> list[int]:
    return [one.household for one in placements if one.state is State.PLANNED]


def reasons_of(placements: Sequence[Placement], number: int) -> tuple[Reason, ...]:
    return next(one.reasons for one in placements if one.household == number)


# ── places ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (group(seats=60), {"p1": 20, "p2": 20, "p3": 20}),
        (group(seats=20), {"p1": 7, "p2": 7, "p3": 6}),
        (group(seats=2), {"p1": 1, "p2": 1, "p3": 0}),
        (group(seats=20, p2=10), {"p1": 5, "p2": 10, "p3": 5}),
        (group(seats=20, p1=0, p3=1), {"p1": 0, "p2": 19, "p3": 1}),
    ],
    ids=["equal", "what is left over", "too few", "one ward configured", "two wards configured"],
)
def test_places_are_equal_among_wards_unless_the_programme_says_otherwise(
    of: SeatGroup, expected: dict[str, int]
) -> None:
    assert shares(of, WARDS) == expected


def test_places_that_a_ward_cannot_fill_go_to_the_others_in_turns() -> None:
    people = [household(1, "p1"), *(household(10 + one, "p2") for one in range(5))]
    people += [household(20 + one, "p3") for one in range(2)]

    made = plan(session(), people)

    assert seated(made) == [1, 10, 11, 12, 20, 21]
    assert reasons_of(made, 12) == (Reason(Code.MOVED, what="p1"),)
    assert reasons_of(made, 13) == (Reason(Code.WAITS, 1), Reason(Code.BEHIND, what="order"))


# ── rank ─────────────────────────────────────────────────────────────────────────────────────


def test_rank_asks_five_things_one_after_the_other() -> None:
    best = household(6, is_led_by_a_woman=True, is_minority=True, need=0, position=1)
    people = [
        best,
        replace(best, household=5, position=2),
        replace(best, household=4, need=1),
        replace(best, household=3, is_minority=False),
        replace(best, household=2, is_led_by_a_woman=False),
        replace(best, household=1, was_there=True),
    ]

    made = plan(session(group(seats=1), wards=["p1"]), people)

    assert [one.household for one in made] == [6, 5, 4, 3, 2, 1]
    assert [one.rank for one in made] == [1, 2, 3, 4, 5, 6]
    assert reasons_of(made, 6) == (Reason(Code.PLACE, 1, 1),)
    assert [reasons_of(made, number)[1] for number in (5, 4, 3, 2, 1)] == [
        Reason(Code.BEHIND, what=mark.value)
        for mark in (Mark.ORDER, Mark.NEED, Mark.MINORITY, Mark.WOMAN, Mark.LAST_TIME)
    ]


def test_what_nobody_knows_is_not_preferred() -> None:
    """Signed up in chat, on no list: behind those on it, in the order in which they came."""
    people = [household(1), household(2), household(3, position=40, need=2)]

    assert [one.household for one in plan(session(group(seats=1)), people)] == [3, 1, 2]


# ── by hand ──────────────────────────────────────────────────────────────────────────────────


def test_who_is_put_in_by_hand_sits_and_the_last_in_rank_waits() -> None:
    people = [household(one, "p1", position=one) for one in range(1, 5)]
    people[3] = replace(people[3], edit=Edit.IN)

    made = plan(session(group(seats=2), wards=["p1"]), people)

    assert seated(made) == [4, 1]
    assert reasons_of(made, 4) == (Reason(Code.PUT_IN), Reason(Code.PLACE, 1, 2))
    assert reasons_of(made, 2) == (Reason(Code.WAITS, 1), Reason(Code.BEHIND, what="order"))


def test_more_put_in_than_a_ward_has_places_take_them_from_the_others() -> None:
    people = [household(one, "p1", edit=Edit.IN) for one in (1, 2, 3)]
    people += [household(10 + one, ward) for one, ward in enumerate(["p2", "p2", "p3", "p3"])]

    made = plan(session(), people)

    assert seated(made) == [1, 2, 3, 10, 12, 13]


def test_who_is_taken_out_neither_sits_nor_waits() -> None:
    people = [household(1, edit=Edit.OUT), household(2)]

    made = plan(session(group(seats=1), wards=["p1"]), people)

    assert [(one.household, one.state, one.rank) for one in made] == [
        (2, State.PLANNED, 1),
        (1, State.LISTED, 2),
    ]
    assert reasons_of(made, 1) == (Reason(Code.TAKEN_OUT),)


def test_who_is_moved_up_waits_before_the_others() -> None:
    people = [household(one, position=one) for one in (1, 2, 3)]
    people[2] = replace(people[2], edit=Edit.UP)

    made = plan(session(group(seats=1), wards=["p1"]), people)

    assert [one.household for one in made] == [1, 3, 2]
    assert reasons_of(made, 3) == (Reason(Code.WAITS, 1), Reason(Code.MOVED_UP))


# ── whatever the list ────────────────────────────────────────────────────────────────────────

GROUPS = (group("ngheo", 7), group("khac", 3, p2=2))

_candidates = st.lists(
    st.builds(
        Candidate,
        household=st.integers(1, 10_000),
        group=st.sampled_from(["ngheo", "khac"]),
        ward=st.sampled_from([*WARDS, "elsewhere"]),
        was_there=st.booleans(),
        is_led_by_a_woman=st.booleans(),
        is_minority=st.booleans(),
        need=st.integers(0, 3),
        position=st.integers(0, 5),
        edit=st.sampled_from([*[Edit.NONE] * 5, *Edit]),
    ),
    max_size=40,
    unique_by=lambda one: one.household,
)


def _in_group(made: Sequence[Placement], of: SeatGroup) -> list[Placement]:
    return [one for one in made if one.group == of.id]


@given(_candidates)
def test_caps_are_never_broken_and_no_seat_is_empty_while_somebody_waits(
    people: list[Candidate],
) -> None:
    made = plan(session(*GROUPS), people)

    for of in GROUPS:
        placed = _in_group(made, of)
        able = sum(one.group == of.id and one.edit is not Edit.OUT for one in people)
        assert len(seated(placed)) == min(of.seats, able)


@given(_candidates)
def test_a_ward_has_no_more_than_its_share_but_what_others_left_or_a_hand_gave(
    people: list[Candidate],
) -> None:
    made = plan(session(*GROUPS), people)
    by_number = {one.household: one for one in people}

    for of in GROUPS:
        for ward, share in shares(of, WARDS).items():
            placed = [one for one in _in_group(made, of) if one.ward == ward]
            numbers = seated(placed)
            moved = sum(
                any(why.code is Code.MOVED for why in one.reasons)
                for one in placed
                if one.state is State.PLANNED
            )
            by_hand = sum(by_number[one].edit is Edit.IN for one in numbers)
            assert len(numbers) <= max(share, by_hand) + moved


@given(_candidates)
def test_nobody_of_higher_rank_waits_while_a_lower_one_of_the_ward_sits(
    people: list[Candidate],
) -> None:
    by_rank = {one.household: one for one in people if one.edit is Edit.NONE}
    made = [one for one in plan(session(*GROUPS), people) if one.household in by_rank]

    for corner in {(one.group, one.ward) for one in made}:
        here = [one for one in made if (one.group, one.ward) == corner]
        standings = [by_rank[one.household].standing for one in here]
        assert standings == sorted(standings), "those who sit come before those who wait"


@given(_candidates, st.randoms())
def test_the_order_in_which_households_are_read_changes_nothing(
    people: list[Candidate], chance: Random
) -> None:
    mixed = list(people)
    chance.shuffle(mixed)

    assert plan(session(*GROUPS), mixed) == plan(session(*GROUPS), people)


@given(_candidates)
def test_every_household_has_one_place_and_a_reason(people: list[Candidate]) -> None:
    made = plan(session(*GROUPS), people)

    assert Counter(one.household for one in made) == Counter(one.household for one in people)
    assert all(one.reasons for one in made)


@given(_candidates)
def test_ranks_count_from_one_in_each_group_and_ward(people: list[Candidate]) -> None:
    made = plan(session(*GROUPS), people)

    for corner in {(one.group, one.ward) for one in made}:
        ranks = sorted(one.rank for one in made if (one.group, one.ward) == corner)
        assert ranks == list(range(1, len(ranks) + 1))


# ── the sample roster ────────────────────────────────────────────────────────────────────────

POOR = ("Hộ nghèo", "Hộ cận nghèo", "Hộ mới thoát nghèo")


def _sample(number: str) -> tuple[Session, list[Candidate]]:
    """The session of the example and its part of the roster, as the plan sees it."""
    with ROSTER.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Buổi"] == number]
    wards = list(dict.fromkeys(row["Phường/xã"] for row in rows))
    people = [
        Candidate(
            household=int(row["STT"]),
            group="ngheo" if row["Đối tượng"] in POOR else "khac",
            ward=row["Phường/xã"],
            is_led_by_a_woman=row["Giới tính"] == "Nữ",
            is_minority=row["Dân tộc"] != "Kinh",
            need=POOR.index(row["Đối tượng"]) if row["Đối tượng"] in POOR else 9,
            position=int(row["STT"]),
        )
        for row in rows
    ]
    return session(group(seats=60), group("khac", 20), wards=wards), people


@pytest.mark.parametrize("number", ["1", "2"])
def test_the_sample_roster_fills_sixty_and_twenty_twelve_and_four_a_ward(number: str) -> None:
    of, people = _sample(number)

    made = plan(of, people)

    taken = Counter((one.group, one.ward) for one in made if one.state is State.PLANNED)
    assert taken == Counter(
        {(name, ward): many for ward in of.wards for name, many in (("ngheo", 12), ("khac", 4))}
    )
    assert sum(taken.values()) == 80
