"""What is in force changes between turns, never within one, and never back."""

from dataclasses import replace

from bot.domain.programme import Programme
from bot.services.seats import phases
from bot.services.sessions import programme_changes
from bot.work import Works
from storage import session_runs
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over

WORDS = "Hộ cận nghèo vay vốn nuôi bò ở đâu?"


async def _change(works: Works) -> Programme:
    async with works.begin() as work:
        programme = await programme_changes.newest(work)
        return await programme_changes.put(work, replace(programme, answer_days=9), by=None)


async def test_what_was_read_a_moment_ago_does_not_put_a_newer_one_out_of_force(
    database: Database, clock: ManualClock
) -> None:
    works = works_over(database, clock)
    read_before = works.programme
    newer = await _change(works)

    works.cache.put(read_before)

    assert works.programme == newer


async def test_a_turn_suggests_only_offices_of_the_programme_it_began_with(
    database: Database, clock: ManualClock
) -> None:
    works = works_over(database, clock)
    programme = works.programme
    other = programme.agencies[0].id
    topics = tuple(replace(one, agency=other) for one in programme.topics)
    async with works.begin() as work:
        works.cache.put(replace(programme, topics=topics))
        during = work.router.suggest(WORDS).agency
    async with works.begin() as work:
        after = work.router.suggest(WORDS).agency

    assert (during == other, after == other) == (False, True)


async def test_a_programme_of_another_process_comes_with_the_sessions_that_were_opened(
    database: Database, clock: ManualClock
) -> None:
    here, there = works_over(database, clock), works_over(database, clock)
    session = there.programme.sessions[0]
    await clock.move_to(session.starts_at)
    async with there.begin() as work:
        await session_runs.open_(work.tx, session.number, 1, work.now, earliest=session.opens_at)
        await phases.changed(work, session.number)
    changed = await _change(there)

    async with here.begin() as work:
        assert await programme_changes.newest(work) == changed
    await programme_changes.refresh(here)

    assert here.programme == changed
    assert [one.was_opened for one in changed.sessions][:2] == [True, False]
