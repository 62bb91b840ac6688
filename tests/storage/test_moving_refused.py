"""Moves that do not begin: each is one sentence that says what to do, and changes nothing."""

import asyncio
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from bot import app
from bot.clock import SystemClock
from bot.domain.errors import ConfigError
from storage import duties, moving_postgres, moving_sqlite
from storage.database import Unavailable
from storage.duties import Lease
from storage.lock import lock
from storage.moving import Unmoved
from tests.conftest import begun, settings_for, writing
from tests.doubles.chat import Platform
from tests.doubles.clock import ManualClock
from tests.doubles.moving import WAYS, Way, tell
from tests.doubles.postgres import Wall, ask
from tests.stories.cast import resident

TO_SERVER, FROM_SERVER, BETWEEN_FILES = WAYS

PERSON = "INSERT INTO people (name, made_at) VALUES ('Lan', 0)"


async def _refused(way: Way) -> str:
    with pytest.raises(Unmoved) as told:
        await way.move()
    return str(told.value)


# --- the old database ----------------------------------------------------------------------------


@pytest.mark.parametrize("way", [BETWEEN_FILES], indirect=True)
async def test_an_old_database_that_is_not_there_is_not_made(way: Way, tmp_path: Path) -> None:
    wrong = Way(f"sqlite:///{tmp_path / 'data' / 'typo.db'}", way.target)

    assert await _refused(wrong) == (
        f"{tmp_path / 'data' / 'typo.db'} does not exist; look at the address in --from"
    )
    assert await asyncio.to_thread(os.listdir, tmp_path) == ["old.db"]


@pytest.mark.parametrize("way", [TO_SERVER, FROM_SERVER], indirect=True)
async def test_a_database_of_something_else_is_no_old_database(way: Way) -> None:
    await tell(way.source, "DROP TABLE alembic_version")

    assert await _refused(way) == (
        "the source holds no database of Lắng Nghe; look at the address in --from"
    )


async def test_an_old_database_of_another_version_is_brought_to_this_one_first(way: Way) -> None:
    await tell(way.source, "UPDATE alembic_version SET version_num = '0000'")

    assert (await _refused(way)).endswith(
        "name it in [storage] url and run langnghe migrate without options first"
    )
    assert await ask(way.source, "SELECT version_num FROM alembic_version") == [("0000",)]


@pytest.mark.parametrize("way", [BETWEEN_FILES], indirect=True)
@pytest.mark.parametrize(
    "own", ["CREATE TABLE people2 (id INTEGER)", "ALTER TABLE people ADD COLUMN nick TEXT"]
)
async def test_nothing_of_your_own_is_left_behind_unsaid(way: Way, own: str) -> None:
    await tell(way.source, own)

    assert "nothing may be left behind" in await _refused(way)


@pytest.mark.parametrize("way", [TO_SERVER], indirect=True)
async def test_a_file_that_a_program_works_on_is_not_moved(way: Way) -> None:
    file = app.file_in(way.source)
    with lock(file):
        assert await _refused(way) == (
            f"another Lắng Nghe already runs on {file}; stop it first, or use its web chat"
        )


@pytest.mark.parametrize("way", [FROM_SERVER], indirect=True)
async def test_a_server_where_somebody_holds_a_duty_is_not_moved(way: Way) -> None:
    now = SystemClock().now()
    async with writing(way.source) as tx:
        await duties.take(tx, "tick", Lease("machine:7", now + timedelta(seconds=10)))

    assert await _refused(way) == (
        "a Lắng Nghe is at work on the source (machine:7); stop it, and wait ten seconds if it "
        "was killed"
    )
    await tell(way.source, "UPDATE duties SET until = 1")  # its ten seconds are over
    await way.move()


@pytest.mark.parametrize("year", [2001, 2099])
@pytest.mark.parametrize("way", [FROM_SERVER], indirect=True)
async def test_whether_a_duty_is_held_is_told_by_the_clock_of_the_server(
    way: Way, year: int
) -> None:
    now = datetime(year, 4, 29, 3, 0, tzinfo=UTC)
    wall = await Wall.hung_up(way.source, now)
    async with writing(way.source) as tx:
        await duties.take(tx, "tick", Lease("machine:7", now + timedelta(seconds=10)))

    await wall.shows(now + timedelta(seconds=9))
    assert "a Lắng Nghe is at work on the source (machine:7)" in await _refused(way)
    await wall.shows(now + timedelta(seconds=11))
    await way.move()


@pytest.mark.parametrize("way", [FROM_SERVER], indirect=True)
async def test_a_server_where_somebody_is_writing_is_not_moved(way: Way) -> None:
    async with writing(way.source) as tx:
        await tx.value("mailbox_step", chat="lan")

        assert await _refused(way) == (
            "somebody is at work on the PostgreSQL of --from; stop every Lắng Nghe there"
        )


@pytest.mark.parametrize("way", [BETWEEN_FILES], indirect=True)
@pytest.mark.parametrize("alone", [True, False])
async def test_nobody_opens_a_file_while_it_moves(way: Way, alone: bool) -> None:
    old, new = app.file_in(way.source), app.file_in(way.target)
    async with moving_sqlite.source(old), moving_sqlite.target(new):
        for url in (way.source, way.target):
            with pytest.raises(ConfigError, match="is being moved or restored; wait until that"):
                async with app.opened(settings_for(url), alone=alone):
                    pass


@pytest.mark.parametrize("way", [FROM_SERVER], indirect=True)
async def test_nobody_opens_a_server_while_it_moves(way: Way) -> None:
    async with moving_postgres.source(way.source):
        with pytest.raises(Unavailable, match="is being moved to another one; wait until that"):
            async with app.opened(settings_for(way.source), alone=False):
                pass


@pytest.mark.parametrize("way", [BETWEEN_FILES], indirect=True)
async def test_a_file_that_a_command_works_on_is_not_moved(way: Way) -> None:
    async with app.opened(settings_for(way.source), alone=False):
        assert await _refused(way) == (
            f"another command is at work on {app.file_in(way.source)}; wait until it is done"
        )
    await way.move()


@pytest.mark.parametrize("way", [FROM_SERVER], indirect=True)
async def test_nobody_writes_to_a_server_while_it_moves(way: Way) -> None:
    impatient: Any = await asyncpg.connect(way.source, server_settings={"lock_timeout": "50ms"})
    async with moving_postgres.source(way.source):
        with pytest.raises(asyncpg.LockNotAvailableError):
            await impatient.execute(PERSON)
    await impatient.execute(PERSON)
    await impatient.close()


# --- the new database ----------------------------------------------------------------------------


@pytest.mark.parametrize("way", [TO_SERVER], indirect=True)
async def test_no_program_writes_to_the_new_server_before_all_has_arrived(way: Way) -> None:
    impatient: Any = await asyncpg.connect(way.target, server_settings={"lock_timeout": "50ms"})
    async with moving_postgres.target(way.target):
        with pytest.raises(asyncpg.LockNotAvailableError):
            await impatient.execute(PERSON)
    await impatient.execute(PERSON)
    await impatient.close()


@pytest.mark.parametrize("way", [TO_SERVER], indirect=True)
async def test_a_server_that_holds_an_installation_is_not_written_to(
    way: Way, clock: ManualClock
) -> None:
    async with begun(settings_for(way.target), clock, Platform()) as talk:
        await resident(talk, "lan")
    before = await ask(way.target, "SELECT * FROM people")

    assert await _refused(way) == (
        "the target already holds rows (addresses, audit, conversations, inbox, outbox, "
        "people, programmes); name an empty database in --to"
    )
    assert await ask(way.target, "SELECT * FROM people") == before


@pytest.mark.parametrize("way", [TO_SERVER], indirect=True)
async def test_a_server_with_another_version_s_schema_is_left_as_it_is(way: Way) -> None:
    await tell(way.target, "CREATE TABLE alembic_version (version_num TEXT)")
    await tell(way.target, "INSERT INTO alembic_version VALUES ('0000')")

    assert await _refused(way) == (
        "the target has the schema of another version; name an empty database"
    )
    assert await ask(way.target, "SELECT to_regclass('people')") == [(None,)]


@pytest.mark.parametrize("way", [BETWEEN_FILES], indirect=True)
@pytest.mark.parametrize("part", ["", "-wal"])
async def test_a_file_that_is_there_or_a_part_of_one_is_not_touched(way: Way, part: str) -> None:
    there = Path(f"{app.file_in(way.target)}{part}")
    await asyncio.to_thread(there.write_bytes, b"older")

    assert await _refused(way) == f"{there} exists already; name a file that does not in --to"
    assert await asyncio.to_thread(there.read_bytes) == b"older"


@pytest.mark.parametrize("way", [TO_SERVER], indirect=True)
async def test_a_server_that_cannot_be_reached_is_told_without_its_password(way: Way) -> None:
    there = Way(way.source, "postgresql://lan:s3cret@127.0.0.1:1/langnghe")
    back = Way("postgresql://lan:s3cret@127.0.0.1:1/langnghe", way.source + ".new")

    for one, option in ((there, "--to"), (back, "--from")):
        sentence = await _refused(one)
        assert sentence.startswith(f"cannot reach the PostgreSQL of {option}: ")
        assert "s3cret" not in sentence
