"""What is on its way to a household: one row for the same ears, settled once, reminded once."""

from datetime import timedelta

from bot.domain.reach import OWN, Reach, State
from storage import reach
from storage.database import Database, Tx
from tests.doubles.clock import ManualClock

DAY = timedelta(days=1)


async def _told(tx: Tx, clock: ManualClock, household: int = 5, subject: str = "question:1") -> int:
    return await reach.put(
        tx,
        household=household,
        reader=7,
        subject=subject,
        state=State.TOLD,
        now=clock.now(),
        due=clock.now() + DAY,
    )


async def _waiting(tx: Tx, household: int = 5) -> list[Reach]:
    return await reach.waiting(tx, 7, household, reach.PORTION)


async def test_news_of_the_same_thing_for_the_same_ears_is_one_row(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        first = await _told(tx, clock)
        await clock.move(hours=30)
        [before] = await _waiting(tx)
        assert await reach.remind(tx, before, clock.now(), clock.now() + DAY)

        again = await _told(tx, clock)

        [found] = await _waiting(tx)
    assert (again, found.id) == (first, first)
    assert (found.told_at, found.due_at, found.reminded) == (
        clock.now(),
        clock.now() + DAY,
        False,
    )


async def test_what_was_read_is_told_anew_in_a_row_of_its_own(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await _told(tx, clock)
        [one] = await _waiting(tx)
        read = await reach.settle(tx, one, State.READ, by=7, now=clock.now(), what="answered")
        twice = await reach.settle(tx, one, State.READ, by=8, now=clock.now(), what="closed")

        await _told(tx, clock)

        newest, oldest = await reach.of_subject(tx, "question:1")
    assert (read, twice) == (True, False)
    assert (oldest.state, oldest.what, oldest.settled_by) == (State.READ, "answered", 7)
    assert (newest.state, newest.settled_at) == (State.TOLD, None)


async def test_one_household_s_rows_are_not_another_s(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await _told(tx, clock, 5, "question:1")
        await _told(tx, clock, 6, "question:2")
        await _told(tx, clock, OWN, "question:3")

        found = [[one.subject for one in await _waiting(tx, one)] for one in (5, 6, OWN, 4)]

    assert found == [["question:1"], ["question:2"], ["question:3"], []]


async def test_of_two_who_look_one_reminds_and_then_one_lists(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await _told(tx, clock)
        assert await reach.due(tx, clock.now()) == []
        await clock.move(hours=24)
        [one] = await reach.due(tx, clock.now())
        later = clock.now() + DAY

        reminded = [await reach.remind(tx, one, clock.now(), later) for _ in range(2)]
        await clock.move(hours=24)
        late = await reach.remind(tx, one, clock.now(), later)
        listed = [await reach.to_list(tx, one, clock.now()) for _ in range(2)]

        left = await reach.due(tx, clock.now())
    assert (reminded, late, listed, left) == ([True, False], False, [True, False], [])


async def test_a_household_that_turned_out_to_be_another_takes_its_news_along(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await _told(tx, clock, 5)
        await reach.move(tx, 5, 6)

        assert await _waiting(tx, 5) == []
        assert [one.household for one in await _waiting(tx, 6)] == [6]
