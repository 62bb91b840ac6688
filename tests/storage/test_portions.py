"""Much at once: every row is reached, and no statement takes more than a portion."""

from datetime import datetime

import pytest

from storage import conversations, holding, outbox, pairs, people, questions
from storage.database import Database, Tx
from storage.outbox import Kind
from storage.portions import PORTION
from tests.doubles.clock import ManualClock
from tests.doubles.moving import tell
from tests.doubles.postgres import ask

MANY = 2 * PORTION + 1


async def _were_told(tx: Tx, now: datetime) -> None:
    for number in range(MANY):
        await pairs.put(tx, "line:lan", f"question:{number}", pairs.NOTE, now)
        await outbox.put(tx, address="line:lan", kind=Kind.SEND, payload="words", now=now)
    await pairs.put(tx, "line:minh", "question:1", pairs.NOTE, now)
    await outbox.put(tx, address="line:minh", kind=Kind.SEND, payload="words", now=now)


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("pairs_move", {"before": "line:lan", "after": "line:new"}),
        ("pairs_forget", {"address": "line:lan"}),
        ("outbox_move", {"before": "line:lan", "after": "line:new"}),
        ("outbox_fail_address", {"address": "line:lan", "why": "blocked", "now": 0}),
        ("outbox_erase", {"address": "line:lan", "now": 0}),
    ],
)
async def test_a_statement_changes_a_portion_at_most(
    database: Database, clock: ManualClock, statement: str, values: dict[str, object]
) -> None:
    async with database.transaction() as tx:
        await _were_told(tx, clock.now())
        changed = [await tx.run(statement, **values, most=PORTION) for _ in range(4)]

    assert changed == [PORTION, PORTION, 1, 0]


async def test_a_chat_that_moves_takes_everything_along(
    database: Database, clock: ManualClock, url: str
) -> None:
    async with database.transaction() as tx:
        await _were_told(tx, clock.now())
        await outbox.move(tx, "line:lan", "line:new")
        await pairs.move(tx, "line:lan", "line:new")

    everything = [("line:minh", 1), ("line:new", MANY)]
    for table in ("outbox", "pairs"):
        counted = f"SELECT address, COUNT(*) FROM {table} GROUP BY address ORDER BY address"
        assert await ask(url, counted) == everything


async def test_a_chat_that_closed_gets_nothing_of_all_that_waited(
    database: Database, clock: ManualClock, url: str
) -> None:
    async with database.transaction() as tx:
        await _were_told(tx, clock.now())
        assert await outbox.fail_address(tx, "line:lan", "blocked", clock.now()) == MANY

    counted = "SELECT state, payload, COUNT(*) FROM outbox GROUP BY state, payload ORDER BY state"
    assert await ask(url, counted) == [("failed", "", MANY), ("queued", "words", 1)]


async def test_a_group_of_very_many_people_moves_with_all_their_conversations(
    database: Database, url: str
) -> None:
    rows = [(address, str(number)) for number in range(MANY) for address in ("line:g", "line:h")]
    await tell(
        url, "INSERT INTO conversations (address, sender, changed_at) VALUES ($1, $2, 0)", rows
    )

    async with database.transaction() as tx:
        await conversations.move(tx, "line:g", "line:h")

    assert await ask(url, "SELECT address, COUNT(*) FROM conversations GROUP BY address") == [
        ("line:h", MANY)
    ]


async def test_whatever_one_chat_left_in_the_pen_is_dropped_with_it(
    database: Database, clock: ManualClock, url: str
) -> None:
    rows = [(f"words {number}",) for number in range(MANY)]
    await tell(
        url,
        "INSERT INTO holding (kind, address, payload, why, at)"
        " VALUES ('broken', 'line:lan', $1, 'KeyError', 0)",
        rows,
    )

    async with database.transaction() as tx:
        await holding.forget(tx, "line:lan", clock.now())

    assert await ask(url, "SELECT DISTINCT payload, settled_how FROM holding") == [("", "erased")]


async def test_the_chat_of_every_question_is_forgotten_however_many_there_are(
    database: Database, clock: ManualClock, url: str
) -> None:
    async with database.transaction() as tx:
        lan, minh = [await people.make(tx, "vi", clock.now()) for _ in range(2)]
    rows = [(f"X-{number}", lan.id if number else minh.id) for number in range(MANY)]
    await tell(
        url,
        "INSERT INTO questions (number, asker, address, asked_at, due_at)"
        " VALUES ($1, $2, 'line:chat', 0, 0)",
        rows,
    )

    async with database.transaction() as tx:
        await questions.forget_address(tx, lan.id)

    left = "SELECT address, COUNT(*) FROM questions GROUP BY address ORDER BY address"
    assert await ask(url, left) == [("", MANY - 1), ("line:chat", 1)]
