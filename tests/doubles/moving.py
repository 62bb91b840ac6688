"""A move between two databases, and somebody who watches it or disturbs it on the way."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import pytest

from bot.cli.moving import move
from storage import schema
from storage.moving import Proof

_SERVER = pytest.mark.postgres

#: From which engine to which.
WAYS = (
    pytest.param(("sqlite", "postgres"), marks=_SERVER, id="sqlite-to-postgres"),
    pytest.param(("postgres", "sqlite"), marks=_SERVER, id="postgres-to-sqlite"),
    pytest.param(("sqlite", "sqlite"), id="sqlite-to-sqlite"),
)

#: What happens at a step: (copied or checked, table).
Event = Callable[[str, str], None]


@dataclass
class Witness:
    """A ``storage.moving.Watch`` that remembers, and lets something happen in between."""

    happens: Event = lambda _what, _table: None
    counts: Mapping[str, int] = field(default_factory=dict)
    proofs: Sequence[Proof] = ()

    def begin(self, counts: Mapping[str, int]) -> None:
        self.counts = counts

    def step(self, what: str, table: str, more: int) -> None:
        self.happens(what, table)

    def proven(self, proofs: Sequence[Proof]) -> None:
        self.proofs = proofs


@dataclass(frozen=True)
class Way:
    """Two addresses."""

    source: str
    target: str

    async def move(self, happens: Event = lambda _what, _table: None) -> Witness:
        witness = Witness(happens)
        await move(self.source, self.target, witness)
        return witness


async def tell(url: str, sql: str, rows: Sequence[tuple[Any, ...]] = ((),)) -> None:
    """Run a statement past the product, once for each of ``rows``; places are $1, $2 …."""
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file, file:
            file.executemany(sql.replace("$", "?"), rows)
        return
    connection: Any = await asyncpg.connect(url)
    try:
        await connection.executemany(sql, rows)
    finally:
        await connection.close()


async def meddle(url: str, table: str, body: str) -> None:
    """Bring a new database to its schema, and let a trigger do something with each row it gets."""
    await schema.ensure_postgres(url)
    quoted = f"BEGIN {body} RETURN NEW; END".replace("'", "''")
    await tell(url, f"CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS '{quoted}'")
    await tell(
        url,
        f"CREATE TRIGGER meddle BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION meddle()",
    )
