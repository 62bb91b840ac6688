"""Where a free seat goes, and who may sit in the hall."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.seat_flow import AtTheDoor, Corner, Filling, Next, at_the_door, next_offer
from bot.domain.seat_reasons import Code, Reason
from bot.domain.seats import State
from bot.domain.sessions import SeatGroup, Session

START = datetime(2026, 5, 13, 0, 30, tzinfo=UTC)
POOR = SeatGroup(id="ngheo", name="Hộ nghèo", seats=6, categories=("Hộ nghèo",))
OTHERS = SeatGroup(id="khac", name="Khác", seats=2, categories=("Khác",))
SESSION = Session(
    number=1,
    name="Buổi đối thoại 1",
    starts_at=START,
    ends_at=START + timedelta(hours=3),
    place="Hội trường",
    wards=("p1", "p2", "p3"),
    seat_groups=(POOR, OTHERS),
)
P1, P2, P3 = ("ngheo", "p1"), ("ngheo", "p2"), ("ngheo", "p3")


def filling(taken: Mapping[Corner, int], *waiting: Corner, released: bool = False) -> Filling:
    return Filling(session=SESSION, taken=taken, waiting=set(waiting), released=released)


def test_a_free_seat_stays_in_the_ward_that_gave_it_back() -> None:
    state = filling({P1: 2, P2: 1, P3: 2}, P1, P2, P3)

    assert next_offer(state, freed=P2) == Next(group="ngheo", ward="p2")


def test_a_seat_that_the_ward_had_from_another_stays_there_too() -> None:
    state = filling({P1: 1, P2: 2, P3: 2}, P2, P3)

    assert next_offer(state, freed=P2) == Next(group="ngheo", ward="p2")


def test_where_nobody_waits_in_the_ward_it_goes_to_the_one_that_has_had_the_fewest() -> None:
    state = filling({P1: 1, P2: 3, P3: 1}, P2, P3)
    assert next_offer(state, freed=P1) == Next(group="ngheo", ward="p3")

    state = filling({P1: 0, P2: 3, P3: 2}, P2, P3)
    assert next_offer(state, freed=P1) == Next(
        group="ngheo", ward="p3", reasons=(Reason(Code.MOVED, what="p1"),)
    )


def test_a_group_keeps_its_seats_until_the_cut_off() -> None:
    taken = {P1: 2, P2: 2, P3: 2}

    assert next_offer(filling(taken, P1, P2)) is None
    assert next_offer(filling(taken, P1, P2, released=True)) == Next(
        group="ngheo", ward="p1", reasons=(Reason(Code.RELEASED, what="khac"),)
    )


def test_after_the_cut_off_a_group_s_own_people_come_first() -> None:
    state = filling({P1: 2, P2: 2, P3: 2}, P1, ("khac", "p3"), released=True)

    found = next_offer(state)

    assert found is not None
    assert (found.group, found.ward) == ("khac", "p3")


def test_a_full_session_offers_nothing() -> None:
    full = {P1: 3, P2: 3, P3: 2}

    assert next_offer(filling(full, P1, ("khac", "p1"), released=True)) is None


_corners = st.sampled_from([(one, ward) for one in ("ngheo", "khac") for ward in SESSION.wards])


@given(
    st.dictionaries(_corners, st.integers(0, 3)),
    st.dictionaries(_corners, st.integers(1, 4)),
    st.booleans(),
)
def test_filling_up_breaks_no_cap_and_leaves_no_seat_that_somebody_waits_for(
    taken: dict[Corner, int], waiting: dict[Corner, int], released: bool
) -> None:
    begun_full = {
        one.id: sum(many for (of, _), many in taken.items() if of == one.id) > one.seats
        for one in SESSION.seat_groups
    }
    while found := next_offer(
        Filling(session=SESSION, taken=taken, waiting=waiting, released=released)
    ):
        corner = (found.group, found.ward)
        taken[corner] = taken.get(corner, 0) + 1
        waiting[corner] -= 1
        if not waiting[corner]:
            del waiting[corner]

    for one in SESSION.seat_groups:
        mine = sum(many for (of, _), many in taken.items() if of == one.id)
        is_waited_for = any(of == one.id for of, _ in waiting)
        if not released and not begun_full[one.id]:
            assert mine <= one.seats
            assert mine == one.seats or not is_waited_for or sum(taken.values()) >= SESSION.seats
        if released and is_waited_for:
            assert sum(taken.values()) >= SESSION.seats


@pytest.mark.parametrize(
    ("state", "has_begun", "said"),
    [
        (State.DECLINED, False, AtTheDoor.SITS),
        (State.LAPSED, False, AtTheDoor.SITS),
        (State.WAITING, False, AtTheDoor.SITS),
        (None, False, AtTheDoor.LATER),
        (State.LISTED, False, AtTheDoor.LATER),
        (None, True, AtTheDoor.SITS),
    ],
)
def test_who_had_an_offer_or_waits_sits_at_once_and_others_when_it_has_begun(
    state: State | None, has_begun: bool, said: AtTheDoor
) -> None:
    assert at_the_door(filling({P1: 5}), POOR, state, has_begun=has_begun) is said


def test_nobody_sits_where_the_group_is_full_but_after_the_cut_off_on_another_s_seat() -> None:
    taken = {P1: 6}

    assert at_the_door(filling(taken), POOR, State.LAPSED, has_begun=True) is AtTheDoor.FULL
    open_to_all = filling(taken, released=True)
    assert at_the_door(open_to_all, POOR, State.LAPSED, has_begun=True) is AtTheDoor.SITS
    full = filling({P1: 6, ("khac", "p1"): 2}, released=True)
    assert at_the_door(full, POOR, State.LAPSED, has_begun=True) is AtTheDoor.FULL
