"""A move that does not come to its end: the old database is as it was, the new one is usable."""

import asyncio
import multiprocessing
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.cli.moving import move
from storage.moving import BATCH, Unmoved
from tests.doubles.moving import WAYS, Way, Witness, meddle, tell
from tests.doubles.postgres import Server, ask

TO_SERVER, FROM_SERVER, _ = WAYS
TO_FILE = WAYS[1:]

#: More than two batches, so that one is copied and another is not.
CROWD = [(number, f"Bà {number}") for number in range(1, 2 * BATCH + 2)]

Rows = list[tuple[Any, ...]]


@pytest.fixture
async def town(way: Way) -> Way:
    """An old database with people in it who ask."""
    await tell(way.source, "INSERT INTO people (id, name, made_at) VALUES ($1, $2, 0)", CROWD)
    await tell(
        way.source,
        "INSERT INTO questions (id, number, asker, text, asked_at, due_at)"
        " VALUES ($1, $2, $1, 'mấy giờ họp?', 0, 0)",
        [(1, "TV-0001"), (2, "TV-0002")],
    )
    return way


async def _state(url: str) -> object:
    """Everything that stands at an address: a file's bytes, or the rows of a server."""
    if url.startswith("sqlite:"):
        return await asyncio.to_thread(_bytes, Path(url.removeprefix("sqlite:///")))
    people = await ask(url, "SELECT * FROM people ORDER BY id")
    return people, await ask(url, "SELECT * FROM questions ORDER BY id")


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


async def _nothing_arrived(url: str) -> bool:
    if url.startswith("sqlite:"):
        return await _state(url) is None
    return await _state(url) == ([], [])


async def _all_arrived(way: Way) -> bool:
    read = "SELECT p.id, p.name, q.number FROM people p LEFT JOIN questions q ON q.asker = p.id"
    old, new = sorted(await ask(way.source, read)), sorted(await ask(way.target, read))
    return old == new and len(new) == len(CROWD)


def _dies_copying(way: Way) -> None:
    """Start a move, and die after the first rows."""

    def die(_what: str, _table: str) -> None:
        os._exit(9)

    asyncio.run(move(way.source, way.target, Witness(die)))


async def test_a_move_that_is_killed_leaves_nothing_and_can_simply_be_started_again(
    town: Way,
) -> None:
    before = await _state(town.source)
    process = multiprocessing.get_context("spawn").Process(target=_dies_copying, args=(town,))
    process.start()
    await asyncio.to_thread(process.join, 60)
    assert process.exitcode == 9
    assert await _state(town.source) == before
    assert await _nothing_arrived(town.target)

    await town.move()

    assert await _all_arrived(town)


async def test_a_move_that_is_stopped_by_hand_leaves_nothing(town: Way) -> None:
    def stop(what: str, _table: str) -> None:
        if what == "checked":
            task.cancel()

    task = asyncio.ensure_future(town.move(stop))
    with pytest.raises(asyncio.CancelledError):
        await task

    assert await _nothing_arrived(town.target)
    await town.move()
    assert await _all_arrived(town)


@pytest.mark.parametrize("way", [TO_SERVER, FROM_SERVER], indirect=True)
async def test_a_lost_connection_leaves_nothing_and_is_told_in_a_sentence(
    town: Way, server: Server
) -> None:
    on_server = next(one for one in (town.source, town.target) if one.startswith("postgresql"))

    def cut(_what: str, _table: str) -> None:
        server.end_connections(on_server.partition("?")[0].rpartition("/")[2])

    with pytest.raises(Unmoved, match=r"broke off and nothing was moved: .*; mend that and run"):
        await town.move(cut)

    assert await _nothing_arrived(town.target)
    await town.move()
    assert await _all_arrived(town)


@pytest.mark.parametrize("way", [TO_SERVER], indirect=True)
async def test_a_statement_that_fails_is_told_without_the_words_of_people(town: Way) -> None:
    await meddle(town.target, "questions", "RAISE 'no room' USING DETAIL = NEW.text;")

    with pytest.raises(Unmoved) as told:
        await town.move()

    assert str(told.value) == (
        "the move broke off and nothing was moved: no room; mend that and run it again"
    )
    assert await _nothing_arrived(town.target)
    await tell(town.target, "DROP TRIGGER meddle ON questions")
    await town.move()
    assert await _all_arrived(town)


@pytest.mark.parametrize("way", [TO_SERVER], indirect=True)
async def test_a_value_of_a_wrong_type_is_told_by_its_table_alone(town: Way) -> None:
    await tell(town.source, "UPDATE questions SET due_at = 'mai mốt' WHERE id = 2")

    with pytest.raises(Unmoved) as told:
        await town.move()

    assert str(told.value) == (
        "the move broke off and nothing was moved: questions holds a value of a wrong type; "
        "mend that and run it again"
    )
    assert await _nothing_arrived(town.target)


# --- the proof -----------------------------------------------------------------------------------


def _doubtful(seen: Witness) -> list[tuple[str, int, int]]:
    """Tables that did not arrive as they were: rows sent and found."""
    return [(one.table, one.sent.rows, one.found.rows) for one in seen.proofs if not one.holds]


@pytest.mark.parametrize("way", [TO_SERVER], indirect=True)
@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("NEW.text := replace(NEW.text, '?', '!');", 2),
        ("NEW.version := NEW.version + 1;", 2),
        ("IF NEW.id = 2 THEN RETURN NULL; END IF;", 1),
    ],
)
async def test_the_proof_finds_what_a_server_kept_differently(
    town: Way, body: str, found: int
) -> None:
    await meddle(town.target, "questions", body)
    seen = Witness()

    with pytest.raises(Unmoved, match="what arrived in questions is not what was sent"):
        await move(town.source, town.target, seen)

    assert _doubtful(seen) == [("questions", 2, found)]
    assert await _nothing_arrived(town.target)


@pytest.mark.parametrize("way", TO_FILE, indirect=True)
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE questions SET text = 'mấy giờ hợp?' WHERE id = 2", 2),
        ("UPDATE questions SET taken_by = 0 WHERE id = 2", 2),
        ("DELETE FROM questions WHERE id = 2", 1),
    ],
)
async def test_the_proof_finds_what_was_changed_in_a_file_behind_its_back(
    town: Way, change: str, found: int
) -> None:
    draft = town.target.removeprefix("sqlite:///") + ".moving"

    def change_it(what: str, table: str) -> None:
        if (what, table) == ("copied", "questions"):
            with closing(sqlite3.connect(draft)) as new, new:
                new.execute(change)

    seen = Witness(change_it)

    with pytest.raises(Unmoved, match="what arrived in questions is not what was sent"):
        await move(town.source, town.target, seen)

    assert _doubtful(seen) == [("questions", 2, found)]
    assert await _nothing_arrived(town.target)
