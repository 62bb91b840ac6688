"""Move a whole installation to another database, and prove that nothing was lost.

The source is read as it was at one moment, while nobody else is at work on it, and marked in the
end. The target gets everything or stays as it was. Which tables there are is read from the schema,
so one that a later step adds moves too.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from graphlib import TopologicalSorter
from hashlib import blake2b
from typing import Literal, Protocol

from bot.domain.values import dataclass
from storage import moved, schema

#: Rows in memory at a time; of files, which may be some megabytes each, fewer.
BATCH, FEW = 2_000, 10

#: What gives back all that somebody was at work on: nobody is, where it arrives. The leases of the
#: outbox are left to the delivery, which takes them over and counts what may have gone out.
_FREE = ("inbox_free", "job_free", "duty_free")

#: The values of one row: texts, whole numbers, bytes, None.
Values = tuple[object, ...]


class Unmoved(Exception):
    """Nothing was moved. One sentence: why, and what to do."""

    @classmethod
    def broke_off(cls, why: str) -> "Unmoved":
        """For what nobody foresaw: a connection lost, a full disk."""
        return cls(f"the move broke off and nothing was moved: {why}; mend that and run it again")

    @classmethod
    def unmarked(cls, why: str) -> "Unmoved":
        """Everything is in the target, and the source could not keep that it was moved."""
        return cls(
            f"everything has arrived, but the old database could not be marked as moved: {why}; "
            "write the new address into [storage] url, and start nothing on the old one"
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the schema has it."""

    name: str
    columns: tuple[str, ...]
    needs: frozenset[str]  #: the tables that its rows refer to

    @property
    def quoted(self) -> str:
        return quoted(self.name)

    @property
    def batch(self) -> int:
        """How many of its rows may be in memory at a time."""
        return FEW if self.name == "files" else BATCH

    @property
    def select(self) -> str:
        """The statement that reads all of it, every engine with the same columns."""
        return f"SELECT {', '.join(map(quoted, self.columns))} FROM {self.quoted}"


def quoted(name: str) -> str:
    """A name that is safe in a statement, also one that means something there, like ``until``."""
    return '"' + name.replace('"', '""') + '"'


class Source(Protocol):
    """A database that is read."""

    async def version(self) -> str | None:
        """Its schema; None where there is none."""
        ...

    async def tables(self) -> dict[str, Table]: ...

    async def count(self, table: Table) -> int: ...

    def rows(self, table: Table) -> AsyncIterator[list[Values]]:
        """All rows, at most ``table.batch`` at a time."""
        ...

    async def numbers(self) -> dict[str, int]:
        """The last number that a table gave, where the engine remembers it."""
        ...

    async def mark(self) -> None:
        """Let nobody go on here, from the moment when it is closed without an error."""
        ...


class Target(Source, Protocol):
    """A database that is filled, and read again."""

    def fit(self, rows: list[Values]) -> list[Values]:
        """The rows as this engine can keep them; one that needs no change is the same object."""
        ...

    async def put(self, table: Table, rows: list[Values]) -> None: ...

    async def number_after(self, numbers: Mapping[str, int]) -> None:
        """Let every table give numbers beyond its own rows, and beyond ``numbers``."""
        ...

    async def run(self, statement: str) -> None:
        """Run a named statement that takes no values."""
        ...


class Watch(Protocol):
    """Somebody who is told how it goes."""

    def begin(self, counts: Mapping[str, int]) -> None:
        """So many rows a table will be copied, and then read again."""
        ...

    def step(self, what: Literal["copied", "checked"], table: str, more: int) -> None: ...

    def proven(self, proofs: Sequence["Proof"]) -> None:
        """Everything was copied and read again; a proof may still say that it differs."""
        ...


class Digest:
    """What tells two heaps of rows apart, whatever their order.

    Engines sort texts differently, so it is a sum over the rows: one that is missing, doubled or
    different changes it.
    """

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, rows: Iterable[Values]) -> None:
        for row in rows:
            self.rows += 1
            self._sum += int.from_bytes(blake2b(repr(row).encode(), digest_size=16).digest())

    def __str__(self) -> str:
        return f"{self._sum % 2**128:032x}"


@dataclass(frozen=True, slots=True)
class Proof:
    """One table on both sides."""

    table: str
    counted: int  #: rows that the source says it has
    sent: Digest
    found: Digest
    changed: int  #: rows that the target could keep only without their NULs

    @property
    def holds(self) -> bool:
        return self.counted == self.sent.rows == self.found.rows and str(self.sent) == str(
            self.found
        )


async def move(source: Source, target: Target, watch: Watch) -> None:
    """Copy everything and compare. Raises Unmoved; whoever opened the target takes it back then."""
    await _must_be_this_version(source)
    tables = _in_order(await source.tables(), await target.tables())
    await _must_be_empty(target, tables)
    counts = {table.name: await source.count(table) for table in tables}
    watch.begin(counts)
    sent = {table.name: await _copy(source, target, table, watch) for table in tables}
    found = {table.name: await _read_again(target, table, watch) for table in tables}
    proofs = [Proof(one, counts[one], sent[one][0], found[one], sent[one][1]) for one in counts]
    watch.proven(proofs)
    if wrong := [one.table for one in proofs if not one.holds]:
        raise Unmoved(
            f"what arrived in {', '.join(wrong)} is not what was sent, so the target was taken "
            "back; look whether a trigger or another program writes there, and run it again"
        )
    await target.number_after(await source.numbers())
    for statement in _FREE:
        await target.run(statement)
    await source.mark()


async def _must_be_this_version(source: Source) -> None:
    version = await source.version()
    if version is None:
        raise Unmoved("the source holds no database of Lắng Nghe; look at the address in --from")
    if moved.is_marked(version):
        raise Unmoved(
            "the source was moved before, and what came since is only where it was moved to; to "
            "move it once more on purpose, name it in [storage] url and run langnghe migrate "
            "--reopen first"
        )
    if version != schema.HEAD:
        raise Unmoved(
            f"the source is at schema {version} and this version knows {schema.HEAD}; name it in "
            "[storage] url and run langnghe migrate without options first"
        )


async def _must_be_empty(target: Target, tables: list[Table]) -> None:
    if full := [table.name for table in tables if await target.count(table)]:
        raise Unmoved(
            f"the target already holds rows ({', '.join(sorted(full))}); "
            "name an empty database in --to"
        )


def _in_order(here: Mapping[str, Table], there: Mapping[str, Table]) -> list[Table]:
    """The source's tables, each after those that it refers to. Raises Unmoved if one would stay."""
    for name, table in here.items():
        if name not in there or set(table.columns) != set(there[name].columns):
            raise Unmoved(
                f"the table {name} of the source is not as schema {schema.HEAD} has it; "
                "drop it or its columns if they are your own, nothing may be left behind"
            )
    needs = {name: sorted(one.needs & here.keys() - {name}) for name, one in here.items()}
    return [here[name] for name in TopologicalSorter(needs).static_order()]


async def _copy(source: Source, target: Target, table: Table, watch: Watch) -> tuple[Digest, int]:
    """Copy a table; the digest of what was sent, and how many rows had to be changed for it."""
    sent, changed = Digest(), 0
    async for rows in source.rows(table):
        kept = target.fit(rows)
        sent.add(kept)
        changed += sum(one is not other for one, other in zip(rows, kept, strict=True))
        await target.put(table, kept)
        watch.step("copied", table.name, len(rows))
    return sent, changed


async def _read_again(target: Target, table: Table, watch: Watch) -> Digest:
    found = Digest()
    async for rows in target.rows(table):
        found.add(rows)
        watch.step("checked", table.name, len(rows))
    return found
