"""Moving an installation to another database: between which, how far it is, and the proof."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Literal

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot import app
from bot.cli.options import out, remarks
from bot.config import Settings
from bot.config.settings import is_address
from bot.domain.errors import ConfigError
from storage import moving, moving_sqlite
from storage.moving import Proof, Source, Target, Watch


def watched(source: str, target: str) -> None:
    """Move, show how far it is, and in the end the proof. Raises ConfigError, Unmoved."""
    _must_be_two_addresses(source, target)
    screen = Bar() if remarks.is_terminal else Lines()
    try:
        asyncio.run(move(source, target, screen))
    finally:
        screen.end()
        _show(screen.proofs)
    out.print(
        "Everything has arrived. Write the new address into [storage] url and start. "
        "The old database holds what it held, and is marked: nothing starts on it any more.",
        markup=False,
    )


def _must_be_two_addresses(source: str, target: str) -> None:
    if not (source and target):
        raise ConfigError("--from and --to go together: name the old database and the new one.")
    for option, url in (("--from", source), ("--to", target)):
        if not is_address(url):
            raise ConfigError(
                f"{option} is not an address of a database; "
                "write sqlite:///data/langnghe.db or postgresql://user@host/name."
            )
    if source == target:
        raise ConfigError("--from and --to are the same database; name a new one in --to.")


async def move(source: str, target: str, watch: Watch) -> None:
    """Move everything from one address to another. Raises Unmoved, ConfigError."""
    async with _old(source) as here, _new(target) as there:
        await moving.move(here, there, watch)


def reopened(settings: Settings) -> None:
    """Let programs start on the database of the settings again. Raises ConfigError, Unmoved."""
    out.print(
        "Programs may start on this database again. What came since it was moved is not in it."
        if asyncio.run(_reopen(settings))
        else "This database was not moved; nothing had to be done.",
        markup=False,
    )


async def _reopen(settings: Settings) -> bool:
    if not app.on_postgres(settings):
        return await moving_sqlite.reopen(app.sqlite_path(settings))
    from storage import moving_postgres  # noqa: PLC0415 - asyncpg is an extra

    return await moving_postgres.reopen(settings.storage.url.get_secret_value())


def _old(url: str) -> AbstractAsyncContextManager[Source]:
    if app.is_server(url, "--from"):
        from storage import moving_postgres  # noqa: PLC0415 - asyncpg is an extra

        return moving_postgres.source(url)
    return moving_sqlite.source(app.file_in(url))


def _new(url: str) -> AbstractAsyncContextManager[Target]:
    if app.is_server(url, "--to"):
        from storage import moving_postgres  # noqa: PLC0415 - asyncpg is an extra

        return moving_postgres.target(url)
    return moving_sqlite.target(app.file_in(url))


class Lines:
    """A line for each table that is done."""

    def __init__(self) -> None:
        self.proofs: Sequence[Proof] = ()
        self._counts: Mapping[str, int] = {}
        self._done: Counter[tuple[str, str]] = Counter()

    def begin(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    def step(self, what: Literal["copied", "checked"], table: str, more: int) -> None:
        self._done[what, table] += more
        if self._done[what, table] == self._counts[table]:
            remarks.print(f"{what} {table}: {self._counts[table]:,} rows")

    def proven(self, proofs: Sequence[Proof]) -> None:
        self.proofs = proofs

    def end(self) -> None:
        pass


class Bar:
    """A bar over all rows, which fills once for copying and reading again together."""

    def __init__(self) -> None:
        self.proofs: Sequence[Proof] = ()
        self._bar = Progress(
            TextColumn("{task.description:<24}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=remarks,
        )
        self._task = self._bar.add_task("")

    def begin(self, counts: Mapping[str, int]) -> None:
        self._bar.start()
        self._bar.update(self._task, total=2 * sum(counts.values()))

    def step(self, what: Literal["copied", "checked"], table: str, more: int) -> None:
        self._bar.update(self._task, description=f"{what} {table}", advance=more)

    def proven(self, proofs: Sequence[Proof]) -> None:
        self.proofs = proofs

    def end(self) -> None:
        self._bar.stop()


def _show(proofs: Sequence[Proof]) -> None:
    """What was sent and what was found, table by table; nothing before everything was read."""
    table = Table("table", "sent", "digest", "found", "digest", "", box=None)
    full = [one for one in proofs if one.sent.rows or not one.holds]
    for one in sorted(full, key=lambda one: one.table):
        sent, found = (f"{digest.rows:,}" for digest in (one.sent, one.found))
        mark = "ok" if one.holds else "DIFFERS"
        table.add_row(one.table, sent, str(one.sent)[:16], found, str(one.found)[:16], mark)
    if proofs:
        out.print(table)
        out.print(f" {len(proofs) - len(full)} more tables are empty on both sides.")
    for one in proofs:
        if one.changed:
            remarks.print(
                f"{one.table}: {one.changed:,} rows held a NUL, which PostgreSQL cannot keep; "
                "it was left out."
            )
