"""Checking in from phones that may have had no network: once each, and nothing lost."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.check_ins import CheckIn, Standing, What
from bot.domain.errors import Refused
from bot.domain.households import Household
from bot.domain.seats import State
from bot.services.hall import check_ins, door_list, hall
from bot.services.seats import offers
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.door import Device, Door, door
from tests.doubles.postgres import ask


@pytest.fixture
async def hall_door(database: Database, clock: ManualClock, url: str) -> Door:
    return await door(database, clock, url)


async def _expected(made: Door, many: int) -> list[Household]:
    return (await made.session.standing(State.OFFERED))[:many]


async def _came(made: Door) -> int:
    return (await made.session.states())["came"]


async def test_the_same_thing_told_again_changes_nothing(hall_door: Door) -> None:
    phone = await hall_door.device()
    [home] = await _expected(hall_door, 1)
    told = phone.thing(What.CAME, (await hall_door.session.seat(home)).id)

    first = await phone.tells(told)

    assert await phone.tells(told) == first
    assert first.standing is Standing.DONE
    assert await ask(
        hall_door.session.url, "SELECT COUNT(*) FROM seat_moves WHERE move = 'come'"
    ) == [(1,)]


async def test_two_phones_check_the_same_household_in_and_it_came_once(hall_door: Door) -> None:
    one, other = await hall_door.device(), await hall_door.device(await hall_door.clerk("hai"))
    [home] = await _expected(hall_door, 1)

    first = await one.checks_in(home)
    second = await other.checks_in(home)

    assert (first.standing, second.standing) == (Standing.DONE, Standing.DONE)
    [(came_by,)] = await ask(hall_door.session.url, "SELECT came_by FROM seats WHERE came_by > 0")
    assert came_by == hall_door.session.clerk.id


async def test_what_was_kept_without_a_network_is_sent_twice_and_counted_once(
    hall_door: Door,
) -> None:
    phone = await hall_door.device()
    kept = [
        phone.thing(What.CAME, (await hall_door.session.seat(home)).id)
        for home in await _expected(hall_door, 6)
    ]
    await hall_door.move_to(minutes=15)

    for told in [*kept, *reversed(kept)]:
        await phone.tells(told)

    assert await _came(hall_door) == 6


async def test_what_is_sent_twice_at_the_same_time_is_done_once(hall_door: Door) -> None:
    """A household of no list would otherwise be made twice."""
    phone = await hall_door.device()
    await _says_no(hall_door, (await _expected(hall_door, 1))[0])
    await hall_door.move_to(minutes=-1)
    told = _stranger(phone)

    heard = await asyncio.gather(*(phone.tells(told) for _ in range(8)))

    assert {one.standing for one in heard} == {Standing.DONE}
    rows = await ask(hall_door.session.url, "SELECT COUNT(*) FROM households WHERE source='floor'")
    assert rows == [(1,)]


async def test_times_of_device_and_server_are_both_kept_and_the_device_s_is_shown(
    hall_door: Door,
) -> None:
    phone = await hall_door.device()
    phone.clock_is_off = -timedelta(hours=7)
    [home] = await _expected(hall_door, 1)

    told = await phone.checks_in(home)
    shown = (await phone.reads()).entries[told.seat or 0]

    now = hall_door.session.clock.now()
    assert (told.device_at, told.at) == (now - timedelta(hours=7), now)
    assert shown.came_at == now - timedelta(hours=7)


async def test_somebody_in_the_household_s_place_is_written_down_with_it(hall_door: Door) -> None:
    phone = await hall_door.device()
    [home] = await _expected(hall_door, 1)

    told = await phone.checks_in(home, "  Sơn Thị  Hoa ")
    await phone.checks_in(home, "Kim Văn Tư")

    assert (await phone.reads()).entries[told.seat or 0].guest == "Sơn Thị Hoa"


async def test_a_name_that_is_none_leaves_the_household_to_be_settled(hall_door: Door) -> None:
    phone = await hall_door.device()
    [home] = await _expected(hall_door, 1)

    told = await phone.checks_in(home, "0900000001")

    assert (told.standing, told.why) == (Standing.OPEN, "name-unclear")
    assert await _came(hall_door) == 0


# ── what could not be done ───────────────────────────────────────────────────────────────────


async def _says_no(made: Door, home: Household) -> None:
    seat = await made.session.seat(home)
    await made.session.do(lambda work: offers.comes_not(work, seat, made.session.organiser.id))


def _stranger(phone: Device) -> CheckIn:
    """A household that is on no list; invented."""
    return phone.thing(What.NEW, name="Lâm Văn Sóc", hamlet="p1-k1", category="Hộ nghèo")


async def test_a_seat_that_went_on_while_the_phone_was_away_is_kept_for_a_person_to_settle(
    hall_door: Door,
) -> None:
    phone = await hall_door.device()
    [home] = await _expected(hall_door, 1)
    kept = phone.thing(What.CAME, (await hall_door.session.seat(home)).id)
    await _says_no(hall_door, home)

    told = await phone.tells(kept)

    assert (told.standing, told.why) == (Standing.OPEN, "no-seat-yet")
    assert [(one.name, one.told.why) for one in (await phone.reads()).problems] == [
        (home.name, "no-seat-yet")
    ]


async def test_what_is_open_is_settled_when_the_household_sits_or_by_hand(hall_door: Door) -> None:
    phone = await hall_door.device()
    first, second = await _expected(hall_door, 2)
    for home in (first, second):
        await _says_no(hall_door, home)
        await phone.checks_in(home)

    await phone.seats(first)
    [left] = (await phone.reads()).problems
    who = await phone.who()
    async with hall_door.session.works.begin() as work:
        settled = [await check_ins.settle(work, who, left.told.id) for _ in range(2)]

    assert (left.name, settled) == (second.name, [True, False])
    assert (await phone.reads()).problems == ()


async def test_a_full_group_is_told_and_nobody_loses_a_seat(hall_door: Door) -> None:
    phone = await hall_door.device()
    waits = (await hall_door.session.standing(State.WAITING))[0]

    told = await phone.seats(waits)

    assert (told.standing, told.why) == (Standing.OPEN, "door-full")
    assert sum((await hall_door.session.taken()).values()) == 80


async def test_a_household_of_no_list_that_finds_no_seat_leaves_only_its_name_to_settle(
    hall_door: Door,
) -> None:
    phone = await hall_door.device()

    told = await phone.tells(_stranger(phone))

    assert (told.standing, told.why, told.seat) == (Standing.OPEN, "door-full", None)
    rows = await ask(hall_door.session.url, "SELECT COUNT(*) FROM households WHERE source='floor'")
    assert rows == [(0,)]
    assert [one.name for one in (await phone.reads()).problems] == ["Lâm Văn Sóc"]


async def test_a_seat_of_another_session_is_not_checked_in(hall_door: Door) -> None:
    phone = await hall_door.device()

    told = await phone.tells(phone.thing(What.CAME, 999_999))

    assert (told.standing, told.why) == (Standing.OPEN, "seat-unknown")


# ── taking back ──────────────────────────────────────────────────────────────────────────────


async def test_a_check_in_is_taken_back_within_a_minute_and_not_after_it(hall_door: Door) -> None:
    phone = await hall_door.device()
    first, second = await _expected(hall_door, 2)
    told = [await phone.checks_in(home) for home in (first, second)]

    await hall_door.session.clock.move(seconds=59)
    assert (await phone.takes_back(told[0])).standing is Standing.DONE
    await hall_door.session.clock.move(seconds=2)
    late = await phone.takes_back(told[1])

    assert (late.standing, late.why) == (Standing.OPEN, "undo-too-late")
    states = [(await hall_door.session.seat(home)).state for home in (first, second)]
    assert states == [State.OFFERED, State.CAME]


async def test_taking_back_that_arrives_first_holds_too(hall_door: Door) -> None:
    phone = await hall_door.device()
    [home] = await _expected(hall_door, 1)
    told = phone.thing(What.CAME, (await hall_door.session.seat(home)).id)

    await phone.takes_back(told)

    assert (await phone.tells(told)).standing is Standing.UNDONE
    assert await _came(hall_door) == 0


async def test_taking_back_leaves_what_another_phone_had_told_before(hall_door: Door) -> None:
    one, other = await hall_door.device(), await hall_door.device()
    [home] = await _expected(hall_door, 1)
    await one.checks_in(home)
    await hall_door.session.clock.move(seconds=5)

    await other.takes_back(await other.checks_in(home))

    assert (await hall_door.session.seat(home)).state is State.CAME


async def test_only_the_phone_that_checked_in_offers_to_take_it_back(hall_door: Door) -> None:
    one, other = await hall_door.device(), await hall_door.device()
    told = await one.checks_in((await _expected(hall_door, 1))[0])

    offered = [(await phone.reads()).entries[told.seat or 0].undo for phone in (one, other)]

    assert offered == [told.mark, ""]


# ── the whole hall ───────────────────────────────────────────────────────────────────────────


async def test_eighty_households_are_checked_in_by_two_phones_that_both_were_away(
    hall_door: Door,
) -> None:
    """Each has all 80, in another order, and sends them at the same time."""
    phones = [await hall_door.device(), await hall_door.device(await hall_door.clerk("hai"))]
    seats = [await hall_door.session.seat(home) for home in await _expected(hall_door, 80)]
    kept = [
        [phone.thing(What.CAME, one.id) for one in order]
        for phone, order in zip(phones, (seats, seats[::-1]), strict=True)
    ]

    async def sends(place: int) -> None:
        for told in kept[place]:
            await phones[place].tells(told)

    await asyncio.gather(sends(0), sends(1))

    assert await _came(hall_door) == 80
    assert await ask(
        hall_door.session.url, "SELECT COUNT(*) FROM seat_moves WHERE move = 'come'"
    ) == [(80,)]
    assert [(one.came, one.seats) for one in (await phones[0].reads()).groups] == [
        (60, 60),
        (20, 20),
    ]


# ── the list ─────────────────────────────────────────────────────────────────────────────────


async def test_a_name_is_found_without_marks_and_by_its_number(hall_door: Door) -> None:
    found = await (await hall_door.device()).reads()
    entries = list(found.entries.values())
    pha = next(one for one in entries if one.name == "Diệp Thị Bô Pha")

    for typed in ("thi bo pha", "PHA diep", "Bô Pha", str(pha.position)):
        assert pha in door_list.matching(entries, typed)
    assert door_list.matching(entries, "khong ai ca") == []


async def test_the_list_stands_in_the_order_of_wards_and_hamlets_and_holds_nobody_twice(
    hall_door: Door,
) -> None:
    found = await (await hall_door.device()).reads()

    places = [place for place, _ in found.hamlets]
    seats = [one.seat for _, entries in found.hamlets for one in entries]
    assert (len(places), len(seats)) == (len(set(places)), 80)
    assert len(found.seatless) == 30
    assert places[0].startswith("Khóm 1, ")


async def test_who_walked_in_by_another_door_is_on_the_list(hall_door: Door) -> None:
    phone = await hall_door.device()
    [home] = await _expected(hall_door, 1)

    async with hall_door.session.works.begin() as work:
        await hall.check_in(work, hall_door.session.clerk, 1, home.id)

    assert [one.came for one in (await phone.reads()).groups] in ([1, 0], [0, 1])


async def test_a_clerk_who_is_none_any_more_checks_nobody_in(hall_door: Door) -> None:
    phone = await hall_door.device()
    [home] = await _expected(hall_door, 1)
    await hall_door.dismiss(hall_door.session.clerk)

    with pytest.raises(Refused) as refused:
        await phone.checks_in(home)

    assert refused.value.key == "door-closed"
