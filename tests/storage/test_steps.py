"""A database of an older version is brought to this one with everything that is in it."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from bench.archive import Archive
from storage import schema
from tests.doubles.clock import ManualClock
from tests.doubles.moving import tell
from tests.doubles.postgres import BOTH, Server, ask, tables

#: The steps that came before others; each is where somebody's database may stand.
OLDER = ("0002", "0003", "0008")


@pytest.fixture(params=BOTH)
def addresses(
    request: pytest.FixtureRequest, tmp_path: Path, migrated: Path
) -> Iterator[tuple[str, str]]:
    """Of a database in which there is nothing, and of one that this version made."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'old.db'}", f"sqlite:///{migrated}"
        return
    server: Server = request.getfixturevalue("server")
    name = server.make("template1")
    yield server.url(name), server.url("migrated")
    server.drop(name)


async def _brought_to(url: str, version: str) -> None:
    """What that version's own start did with an empty database."""
    if url.startswith("sqlite:"):
        engine = sqlalchemy.create_engine(url)
        with engine.begin() as connection:
            schema._alembic(lambda do, config: do.upgrade(config, version), connection=connection)
        engine.dispose()
    else:
        written = StringIO()
        schema._alembic(lambda do, config: do.upgrade(config, version, sql=True), output=written)
        await _run(url, written.getvalue())


async def _run(url: str, script: str) -> None:
    for statement in script.split(";\n"):
        if any(line and not line.startswith("--") for line in statement.splitlines()):
            await tell(url, statement)


async def _brought_here(url: str) -> None:
    if url.startswith("sqlite:"):
        await schema.ensure_sqlite(Path(url.removeprefix("sqlite:///")))
    else:
        await schema.ensure_postgres(url)


async def _filled(url: str) -> None:
    """Everything that people do leaves rows, in the tables that there are."""
    archive, there = Archive(300, int(ManualClock().now().timestamp() * 1000)), await tables(url)
    for statement, values in archive.steps():
        if statement.sqlite.split()[2] not in there and statement.sqlite.startswith("INSERT"):
            continue
        sql = (
            statement.sqlite.replace("?", "$") if url.startswith("sqlite:") else statement.postgres
        )
        await tell(url, sql, [tuple(values)])


async def _rows(url: str) -> dict[str, list[Any]]:
    kept = [table for table in await tables(url) if not table.startswith(("alembic", "sqlite"))]
    return {
        table: sorted(await ask(url, f'SELECT {_KEPT.get(table, "*")} FROM "{table}"'), key=repr)
        for table in kept
    }


#: Of tables that have lost a column since: those that are there still.
_KEPT = {
    "private_facts": "person, phone, ethnicity, changed_at",  # the category is the household's now
    "inbox": "id, channel, external_id, address, payload, state, why, received_at, done_at",
}


async def _indexes(url: str) -> list[Any]:
    if url.startswith("sqlite:"):
        sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name"
    else:
        sql = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
    return await ask(url, sql)


@pytest.mark.parametrize("version", OLDER)
async def test_an_older_database_keeps_every_row_and_becomes_as_a_new_one(
    addresses: tuple[str, str], version: str
) -> None:
    old, new = addresses
    await _brought_to(old, version)
    await _filled(old)
    before = await _rows(old)
    assert min(len(before[table]) for table in ("questions", "history", "outbox", "pairs")) > 99

    await _brought_here(old)

    assert await ask(old, "SELECT version_num FROM alembic_version") == [(schema.HEAD,)]
    after = await _rows(old)
    for table, rows in before.items():  # a step may have added columns behind the others
        columns = len(rows[0]) if rows else 0
        assert [tuple(row)[:columns] for row in after.get(table, [])] == [
            tuple(row) for row in rows
        ], table
    assert await _indexes(old) == await _indexes(new)


_SIGNED_UP = """
INSERT INTO people (id, name, language, ward, hamlet, consent_version, made_at)
VALUES (1, 'Thạch Thị Lan', 'vi', 'p7', 'p7-k3', 1, 5), (2, 'Nguyễn Văn Bảy', 'vi', 'p7', '', 1, 5),
       (3, 'Lê Thị Ba', 'vi', 'p1', '', 1, 5);
INSERT INTO private_facts (person, phone, category, ethnicity, changed_at)
VALUES (1, '0900000001', 'Hộ nghèo', '', 6);
INSERT INTO registrations (session, person, ward, hamlet, seat_group, name, state, made_at, left_at)
VALUES (2, 1, 'p7', 'p7-k3', 'ngheo', 'Thạch Thị Lan', 'seated', 7, NULL),
       (2, 2, 'p7', '', 'khac', 'Nguyễn Văn Bảy', 'waiting', 8, NULL),
       (1, 1, 'p7', '', 'ngheo', '', 'left', 9, 10), (1, 3, 'p1', '', '', '', 'left', 9, 10)
"""


async def test_who_had_signed_up_has_a_household_and_stands_on_the_list(
    addresses: tuple[str, str],
) -> None:
    """Nobody has planned yet; who was told that they have a seat is put in, with that as reason."""
    url, _ = addresses
    await _brought_to(url, "0003")
    await _run(url, _SIGNED_UP)

    await _brought_here(url)

    homes = "SELECT id, name, ward, hamlet, source FROM households ORDER BY id"
    assert await ask(url, homes) == [
        (1, "Thạch Thị Lan", "p7", "p7-k3", "chat"),
        (2, "Nguyễn Văn Bảy", "p7", "", "chat"),
    ]
    assert await ask(url, "SELECT household, phone, category FROM household_facts") == [
        (1, "0900000001", "Hộ nghèo")
    ]
    assert await ask(
        url, "SELECT household, person, relation, consent FROM household_people ORDER BY id"
    ) == [(1, 1, "self", "chat"), (2, 2, "self", "chat")]
    seats = "SELECT session, household, seat_group, ward, state, edit, edit_why FROM seats"
    assert await ask(url, f"{seats} ORDER BY id") == [
        (2, 1, "ngheo", "p7", "listed", "in", "đã được nhận chỗ khi đăng ký"),
        (2, 2, "khac", "p7", "listed", "", ""),
    ]
    await tell(url, "INSERT INTO households (made_at, changed_at) VALUES (11, 11)")
    assert await ask(url, "SELECT MAX(id) FROM households") == [(3,)], "numbers go on"


_ASKED = """
INSERT INTO people (id, language, made_at) VALUES (1, 'vi', 5);
INSERT INTO questions
       (id, number, asker, text, queue, status, asked_at, due_at, promised_days, stopped_at)
VALUES (1, 'TV-0001', 1, 'Bao lâu?', 'bhxh', 'waiting', 5, 70, 7, NULL),
       (2, 'TV-0002', 1, 'Bao lâu?', 'bhxh', 'asked_back', 5, 70, 7, 6),
       (3, 'TV-0003', 1, 'Bao lâu?', 'bhxh', 'answered', 5, 70, 7, NULL),
       (4, 'TV-0004', 1, '', 'bhxh', 'drafted', 5, 70, 7, NULL)
"""


async def test_what_was_open_before_there_was_a_ladder_begins_to_climb(
    addresses: tuple[str, str],
) -> None:
    """Not what stands still, is answered, or was erased."""
    url, _ = addresses
    await _brought_to(url, "0008")
    await _run(url, _ASKED)

    await _brought_here(url)

    assert await ask(url, "SELECT question, due_at, reached, next_at FROM ladders") == [
        (1, 70, "", 0)
    ]


_FAILED = """
INSERT INTO inbox (channel, external_id, address, state, received_at, done_at)
VALUES ('line', '1', 'line:lan', 'failed', 5, NULL), ('line', '2', 'line:lan', 'failed', 5, 9),
       ('line', '3', 'line:lan', 'done', 5, 7), ('line', '4', 'line:lan', 'new', 5, NULL)
"""


async def test_what_could_not_be_read_before_was_over_when_it_came(
    addresses: tuple[str, str],
) -> None:
    """So that it is forgotten in its time."""
    url, _ = addresses
    await _brought_to(url, "0023")
    await _run(url, _FAILED)

    await _brought_here(url)

    assert await ask(url, "SELECT external_id, done_at FROM inbox ORDER BY id") == [
        ("1", 5),
        ("2", 9),
        ("3", 7),
        ("4", None),
    ]


_SAID = """
INSERT INTO people (id, language, made_at) VALUES (1, 'vi', 5);
INSERT INTO questions (id, number, asker, text, queue, status, asked_at, due_at, promised_days,
                       reopened, sensitive)
VALUES (1, 'TV-0001', 1, 'Bao lâu?', 'bhxh', 'answered', 5, 70, 7, 0, ''),
       (2, 'TV-0002', 1, 'Bao lâu?', 'bhxh', 'waiting', 5, 70, 7, 1, ''),
       (3, 'TV-0003', 1, 'Bao lâu?', 'bhxh', 'closed', 5, 70, 7, 2, ''),
       (4, 'TV-0004', 1, 'Bao lâu?', 'bhxh', 'answered', 5, 70, 7, 0, 'accusation');
INSERT INTO follow_ups (question, session, topic, due_at, asked_at, said, said_at)
VALUES (1, 0, 'the-bhyt', 80, NULL, NULL, NULL), (2, 2, 'the-bhyt', 80, 81, 0, 82),
       (3, 0, 'the-bhyt', 80, 81, 1, 82), (4, 0, 'the-bhyt', 80, 81, NULL, NULL)
"""


async def test_what_was_said_of_an_answer_before_belongs_to_the_answer_it_was_said_of(
    addresses: tuple[str, str],
) -> None:
    """The sums begin with it; what was sealed counts under no topic."""
    url, _ = addresses
    await _brought_to(url, "0026")
    await _run(url, _SAID)

    await _brought_here(url)

    rounds = "SELECT question, round, session, topic, asked_at, said FROM follow_ups"
    assert await ask(url, f"{rounds} ORDER BY question") == [
        (1, 0, 0, "the-bhyt", None, None),
        (2, 0, 2, "the-bhyt", 81, 0),
        (3, 2, 0, "the-bhyt", 81, 1),
        (4, 0, 0, "", 81, None),
    ]
    sums = "SELECT topic, asked, settled, unsettled FROM follow_up_counts ORDER BY topic"
    assert await ask(url, sums) == [("", 1, 0, 0), ("the-bhyt", 2, 1, 1)]


_ANSWERED = """
INSERT INTO people (id, name, language, ward, hamlet, consent_version, made_at)
VALUES (1, 'Thạch Thị Lan', 'vi', 'p7', '', 1, 5);
INSERT INTO questions (id, number, asker, address, ward, hamlet, phase, text, topic, queue,
                       kind, sensitive, status, asked_at, due_at, promised_days)
VALUES (1, 'TV-0001', 1, 'a', 'p7', '', '', 'x', '', 'nhcsxh', '', '', 'answered', 5, 6, 7),
       (2, 'TV-0002', 1, 'a', 'p7', '', '', 'y', '', 'nhcsxh', '', '', 'answered', 5, 6, 7),
       (3, 'TV-0003', 1, 'a', 'p7', '', '', 'z', '', 'nhcsxh', '', '', 'answered', 5, 6, 7),
       (4, 'TV-0004', 1, 'a', 'p7', '', '', 'w', '', 'nhcsxh', '', '', 'answered', 5, 6, 7);
INSERT INTO clusters (id, queue, head, made_at) VALUES (7, 'nhcsxh', 1, 5);
INSERT INTO cluster_members (cluster, question, joined_act, joined_at)
VALUES (7, 1, 1, 5), (7, 2, 1, 5), (7, 4, 1, 5);
INSERT INTO answers (id, question, text, status, private, author, approver, note, made_at,
                     approved_at, valid_until)
VALUES (1, 1, 'Dạ được.', 'approved', 0, 1, 1, '', 5, 9, 2000000000),
       (2, 2, 'Dạ được.', 'approved', 0, 1, 1, '', 5, 9, 2000000000),
       (3, 1, 'Dạ không.', 'approved', 0, 1, 1, '', 5, 7, NULL),
       (4, 1, 'Dạ có.', 'returned', 0, 1, NULL, '', 5, NULL, 2000000000),
       (5, 3, 'Dạ được.', 'approved', 0, 1, 1, '', 5, 9, 2000000000),
       (6, 4, 'Dạ được.', 'approved', 1, 1, 1, '', 5, 9, 2000000000)
"""

_KNOWN_ENDS = "SELECT answer, question, family, queue, ends_at, told, next_at FROM endings"


async def test_the_office_of_an_answer_that_had_an_end_already_will_hear_of_it_once(
    addresses: tuple[str, str],
) -> None:
    """What one cluster was answered is one; what only reads alike, or was private, is not."""
    url, _ = addresses
    await _brought_to(url, "0031")
    await _run(url, _ANSWERED)

    await _brought_here(url)

    assert await ask(url, f"{_KNOWN_ENDS} ORDER BY answer") == [
        (answer, question, family, "nhcsxh", 2000000000, "", 790400000)
        for answer, question, family in ((1, 1, 1), (2, 2, 1), (5, 3, 5), (6, 4, 6))
    ]


async def test_of_an_answer_that_was_replaced_long_ago_its_office_does_not_hear_that_it_ends(
    addresses: tuple[str, str],
) -> None:
    """Neither where the newer one ends, nor where it holds for good."""
    url, _ = addresses
    await _brought_to(url, "0031")
    await _run(url, _ANSWERED)
    await _run(
        url,
        "INSERT INTO answers (id, question, text, status, private, author, made_at, approved_at,"
        " valid_until) VALUES (7, 1, 'Nay khác.', 'approved', 0, 1, 11, 12, 2100000000),"
        " (8, 3, 'Nay khác.', 'approved', 0, 1, 11, 12, NULL)",
    )

    await _brought_here(url)

    assert await ask(url, "SELECT answer, family FROM endings ORDER BY answer") == [
        (2, 2),
        (6, 6),
        (7, 7),
    ]
