"""What a move brings along: every table, every value, and the memory of numbers given."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.jobs import JobKind
from storage import drafts, duties, files, inbox, jobs, moving_sqlite, people
from storage.database import Tx
from storage.duties import Lease
from storage.moving import BATCH, FEW, Digest, Proof, Values
from storage.sqlite import Sqlite
from tests.conftest import in_file, writing
from tests.doubles.clock import ManualClock
from tests.doubles.moving import WAYS, Way, tell
from tests.doubles.postgres import Server, ask
from tests.doubles.spine import said

#: Texts that something on the way could spoil.
_WORDS = (
    "",
    "Nhà tui dột, sửa sao?",
    "ភាសាខ្មែរ",
    "👵🏽 'một' \"hai\"",
    "a\tb\\t\\N\n\r\\.",
    "%s $1 ?1 {}",
)

#: The largest number that both engines keep.
_LARGEST = 2**63 - 1

_ROWS = 3

#: A table, its rows in no certain order.
Heaps = dict[str, list[tuple[Any, ...]]]


async def _tables(url: str) -> list[str]:
    """The tables of an SQLite file."""
    names = await ask(
        url,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        " AND name <> 'alembic_version'",
    )
    return [name for (name,) in names]


def _value(kind: str, row: int, place: int) -> object:
    """Something to keep in a column; the rows of a table differ in each."""
    match kind:
        case "TEXT":
            return f"{_WORDS[(row + place) % len(_WORDS)]}{row}"
        case "BLOB":
            return bytes(range(256)) * row
        case "INTEGER":
            return row
        case _:
            return _LARGEST - row


async def _fill(url: str) -> None:
    """Write rows into every table of an SQLite file, whatever tables there are."""
    for table in await _tables(url):
        kinds = await ask(url, f"SELECT type FROM pragma_table_info('{table}')")
        rows = [
            tuple(_value(kind, row, place) for place, (kind,) in enumerate(kinds))
            for row in range(1, _ROWS + 1)
        ]
        places = ", ".join(f"${place}" for place in range(1, len(kinds) + 1))
        await tell(url, f'INSERT INTO "{table}" VALUES ({places})', rows)


async def _kept(url: str, tables: list[str]) -> Heaps:
    rows = {table: await ask(url, f'SELECT * FROM "{table}"') for table in tables}
    return {table: sorted(heap, key=repr) for table, heap in rows.items()}


@pytest.fixture
def there_and_back(server: Server, migrated: Path, tmp_path: Path) -> Iterator[tuple[Way, Way]]:
    """From a file to a server, and from there to a new file."""
    name = server.make("template1")
    middle = server.url(name)
    yield (
        Way(in_file(migrated, tmp_path / "old.db"), middle),
        Way(middle, f"sqlite:///{tmp_path / 'new.db'}"),
    )
    server.drop(name)


@pytest.mark.postgres
async def test_every_value_of_every_table_is_the_same_there_and_back(
    there_and_back: tuple[Way, Way],
) -> None:
    there, back = there_and_back
    await _fill(there.source)
    tables = await _tables(there.source)
    before = await _kept(there.source, tables)
    assert {table: len(heap) for table, heap in before.items()} == dict.fromkeys(tables, _ROWS)
    after = before | {"duties": []}  # nobody holds one where nobody is at work yet

    await there.move()
    assert await _kept(there.target, tables) == after
    await back.move()
    assert await _kept(back.target, tables) == after
    assert await _kept(there.source, tables) == before


@pytest.mark.postgres
async def test_every_table_on_a_server_goes_on_after_its_rows(
    there_and_back: tuple[Way, Way],
) -> None:
    there, _ = there_and_back
    await _fill(there.source)

    await there.move()

    counting = await ask(
        there.target,
        "SELECT table_name, nextval(pg_get_serial_sequence(quote_ident(table_name), column_name))"
        "  FROM information_schema.columns WHERE is_identity = 'YES'",
    )
    assert ("questions", 4) in counting
    assert [one for one in counting if one[1] != _ROWS + 1] == []


def _draft(person: int, words: str, now: datetime) -> drafts.Draft:
    return drafts.Draft(
        id=0,
        person=person,
        household=0,
        address="line:lan",
        text=words,
        message_id="",
        attachments=(),
        made_at=now,
    )


async def test_no_number_is_given_twice_not_even_one_whose_row_is_gone(
    way: Way, clock: ManualClock
) -> None:
    async with writing(way.source) as tx:
        lan = await people.make(tx, "vi", clock.now())
        for words in ("một", "hai"):
            await drafts.put(tx, _draft(lan.id, words, clock.now()))
        await drafts.forget(tx, lan.id)
    await tell(way.source, "INSERT INTO people (id, made_at) VALUES (5000, 0)")

    await way.move()

    async with writing(way.target) as tx:
        minh = await people.make(tx, "vi", clock.now())
        draft = await drafts.put(tx, _draft(minh.id, "ba", clock.now()))
    assert (minh.id, draft) == (5001, 3)


async def _taken(tx: Tx, now: datetime, holder: str) -> list[int]:
    """How many messages, jobs and duties somebody can take to work on now."""
    return [
        len(await inbox.claim(tx, now, 9)),
        len(await jobs.claim(tx, now, 9)),
        int(await duties.take(tx, "tick", Lease(holder, now + timedelta(seconds=10)))),
    ]


async def test_what_somebody_was_at_work_on_can_be_taken_at_once(way: Way) -> None:
    now = datetime(2020, 1, 1, tzinfo=UTC)  # long ago for the move, which refuses a held duty
    async with writing(way.source) as tx:
        await inbox.store(tx, [said("một")], now)
        await jobs.put(tx, JobKind.FILE, {}, now)
        assert await _taken(tx, now, "old") == [1, 1, 1]
        assert await _taken(tx, now, "other") == [0, 0, 0]

    await way.move()

    async with writing(way.target) as tx:
        assert await _taken(tx, now, "new") == [1, 1, 1]


async def test_more_rows_than_are_in_memory_at_a_time_arrive_all(way: Way) -> None:
    many = [(number, number) for number in range(1, 2 * BATCH + 2)]
    await tell(way.source, "INSERT INTO people (id, made_at) VALUES ($1, $2)", many)

    seen = await way.move()

    assert await ask(way.target, "SELECT id, made_at FROM people ORDER BY id") == many
    assert seen.counts["people"] == len(many)


@pytest.mark.parametrize("way", WAYS[:1], indirect=True)
async def test_the_new_server_knows_at_once_how_large_its_tables_are(way: Way) -> None:
    await tell(way.source, "INSERT INTO people (made_at) VALUES ($1)", [(0,)] * 100)

    await way.move()

    assert await ask(way.target, "SELECT reltuples FROM pg_class WHERE relname = 'people'") == [
        (100.0,)
    ]


@pytest.mark.parametrize("way", WAYS[:1], indirect=True)
async def test_tables_that_a_later_version_adds_move_too_after_those_they_refer_to(
    server: Server, way: Way
) -> None:
    name = server.make()
    way = Way(way.source, server.url(name))
    for url in (way.source, way.target):
        await tell(url, "CREATE TABLE z_later (id BIGINT PRIMARY KEY, words TEXT)")
        await tell(url, "CREATE TABLE a_later (until BIGINT REFERENCES z_later (id))")
    await tell(way.source, "INSERT INTO z_later VALUES (7, 'mới')")
    await tell(way.source, "INSERT INTO a_later VALUES (7)")

    await way.move()

    assert await ask(way.target, "SELECT * FROM a_later, z_later") == [(7, 7, "mới")]
    server.drop(name)


@pytest.mark.parametrize("way", WAYS[:1], indirect=True)
async def test_a_nul_is_left_out_of_texts_and_told_and_stays_in_bytes(way: Way) -> None:
    await tell(
        way.source,
        "INSERT INTO holding (address, raw, at) VALUES ($1, $2, 0)",
        [("line:\0lan", b"\0"), ("line:minh", b"\0")],
    )

    seen = await way.move()

    assert await ask(way.target, "SELECT address, raw FROM holding ORDER BY id") == [
        ("line:lan", b"\0"),
        ("line:minh", b"\0"),
    ]
    assert {one.table: one.changed for one in seen.proofs if one.changed} == {"holding": 1}


@pytest.mark.parametrize("way", WAYS[2:], indirect=True)
async def test_from_file_to_file_a_nul_stays(way: Way) -> None:
    await tell(way.source, "INSERT INTO people (name, made_at) VALUES ($1, 0)", [("L\0an",)])

    await way.move()

    assert await ask(way.target, "SELECT name FROM people") == [("L\0an",)]


async def test_of_a_fresh_installation_only_what_there_is_moves(way: Way) -> None:
    seen = await way.move()

    assert set(seen.counts.values()) == {0}
    assert all(one.holds for one in seen.proofs)


def _digested(*rows: Values) -> Digest:
    made = Digest()
    made.add(rows)
    return made


def _digest(*rows: Values) -> str:
    return str(_digested(*rows))


def test_a_digest_minds_every_row_and_value_and_not_the_order() -> None:
    rows: list[Values] = [(1, "một", None), (2, "hai", b"2")]
    same = _digest(*rows)

    assert _digest(*reversed(rows)) == same
    others: list[list[Values]] = [
        rows[:1],
        [*rows, rows[1]],
        [*rows, ()],
        [(1, "một", None), (2, "hai", "2")],
        [(1, "một", ""), (2, "hai", b"2")],
        [(1, "hai", None), (2, "một", b"2")],
        [("1", "một", None), (2, "hai", b"2")],
    ]
    assert same not in [_digest(*one) for one in others]


def test_a_proof_does_not_hold_where_rows_were_not_even_sent() -> None:
    def proof(counted: int) -> Proof:
        return Proof("people", counted, _digested((1,), (2,)), _digested((2,), (1,)), changed=0)

    assert [proof(counted).holds for counted in (2, 3)] == [True, False]


async def test_files_are_moved_few_at_a_time(database: Sqlite, url: str) -> None:
    """Each may be some megabytes; two thousand of them would fill the memory."""
    async with database.transaction() as tx:
        for _ in range(FEW + 1):
            await files.keep(
                tx, "a.csv", b"a;b", now=ManualClock().now(), for_how_long=timedelta(days=1)
            )

    async with moving_sqlite.source(Path(url.removeprefix("sqlite:///"))) as source:
        table = (await source.tables())["files"]
        batches = [len(rows) async for rows in source.rows(table)]

    assert batches == [FEW, 1]
