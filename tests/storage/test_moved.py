"""What is left of a database that was moved: everything, and nobody goes on there by mistake."""

from pathlib import Path

import pytest

from bot import app
from bot.domain.people import Grant, Role
from bot.services.people import invitations
from storage import moving_postgres, moving_sqlite, people
from storage.backup import copy
from storage.database import Unavailable
from storage.moved import Moved
from storage.moving import Unmoved
from storage.restoring import NotRestored, restore
from tests.conftest import settings_for
from tests.doubles.clock import ManualClock
from tests.doubles.moving import WAYS, Way, tell
from tests.doubles.postgres import Server, ask

_, FROM_SERVER, BETWEEN_FILES = WAYS

MOVED = (
    "this database was moved to another one by langnghe migrate, and what came since is only "
    "there: write the new address into [storage] url; to go on with this one on purpose, without "
    "what came since, run langnghe migrate --reopen"
)


async def _opens(url: str, *, alone: bool = True) -> None:
    """As the program does, or a command beside it."""
    async with app.opened(settings_for(url), alone=alone):
        pass


async def _invites(url: str) -> None:
    """What ``langnghe invite`` does."""
    async with app.opened(settings_for(url), alone=False) as database:
        made = await app.assemble(settings_for(url), database, channels=lambda _s, _w: [])
        async with made.works.begin() as work:
            await invitations.invite(work, Grant(Role.ORGANISER), by=None)


@pytest.mark.parametrize("alone", [True, False])
async def test_nobody_goes_on_with_the_old_database_by_mistake(way: Way, alone: bool) -> None:
    await way.move()

    with pytest.raises(Moved) as told:
        await _opens(way.source, alone=alone)
    assert str(told.value) == MOVED
    await _opens(way.target, alone=alone)


async def test_a_database_that_was_moved_is_not_moved_again_unless_on_purpose(
    way: Way, tmp_path: Path
) -> None:
    await way.move()

    with pytest.raises(Unmoved, match=r"the source was moved before, .* migrate --reopen first"):
        await Way(way.source, f"sqlite:///{tmp_path / 'again.db'}").move()


async def test_a_move_that_broke_off_leaves_no_mark(way: Way) -> None:
    def break_off(what: str, _table: str) -> None:
        if what == "checked":
            raise Unmoved("broken off")

    await tell(way.source, "INSERT INTO people (name, made_at) VALUES ('Lan', 0)")
    with pytest.raises(Unmoved, match="broken off"):
        await way.move(break_off)

    await _invites(way.source)


@pytest.mark.parametrize("way", [FROM_SERVER], indirect=True)
async def test_a_command_that_connected_before_the_move_is_told_when_it_writes(
    way: Way, clock: ManualClock
) -> None:
    async with app.opened(settings_for(way.source), alone=False) as database:
        await way.move()

        with pytest.raises(Unavailable) as told:
            async with database.transaction() as tx:
                await people.make(tx, "vi", clock.now())
        assert str(told.value) == MOVED
    assert await ask(way.source, "SELECT * FROM people") == []


@pytest.mark.parametrize("way", [FROM_SERVER], indirect=True)
async def test_a_mark_that_could_not_be_kept_is_told_and_all_has_arrived(
    way: Way, server: Server
) -> None:
    async def lose_the_connection_at_the_end() -> None:
        async with moving_postgres.source(way.source) as old:
            await old.mark()
            server.end_connections(way.source.partition("?")[0].rpartition("/")[2])

    with pytest.raises(Unmoved, match="everything has arrived, but the old database could not be"):
        await lose_the_connection_at_the_end()
    await _invites(way.source)


async def test_the_old_database_is_opened_again_on_purpose(way: Way) -> None:
    await way.move()

    assert await _reopened(way.source)
    assert not await _reopened(way.source)
    await _invites(way.source)


async def _reopened(url: str) -> bool:
    if app.is_server(url, "storage.url"):
        return await moving_postgres.reopen(url)
    return await moving_sqlite.reopen(app.file_in(url))


@pytest.mark.parametrize("way", [BETWEEN_FILES], indirect=True)
async def test_a_copy_of_a_moved_file_is_not_brought_back(
    way: Way, tmp_path: Path, clock: ManualClock
) -> None:
    await way.move()
    copy(app.file_in(way.source), tmp_path / "copy.db")

    with pytest.raises(NotRestored, match="was made after its database had been moved; take"):
        await restore(tmp_path / "copy.db", app.file_in(way.source), clock.now())
