"""P23, and P1, P2 once more, on PostgreSQL: a server of the bench's own, with its flushes."""

import statistics
import sys
from pathlib import Path

from bench import intake, people
from bench.cluster import Cluster, ask, cluster
from bench.figures import Figure, ratio, spread
from bench.intake import KEPT, Pairs, Window, echoed, must_be_kept, window
from bench.people import Crowd
from bench.rig import PEERS, Bench, product, told
from bench.server import BotApi
from bench.store import BATCH


async def measure(bench: Bench) -> list[Figure]:
    """Processor time is that of the program measured; the server's is not in it."""
    async with cluster(bench) as server:
        units = await _units(bench, server)
        return [*units, await _claims(bench, server), *await _intake(bench, server)]


# ── the unit of work ─────────────────────────────────────────────────────────────────────────


async def _units(bench: Bench, server: Cluster) -> list[Figure]:
    """Inbox, conversation, question and outbox in one transaction, eight at a time."""
    ours, numbered, theirs = [], [], []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"PostgreSQL, unit of work, round {turn + 1}")
        if bench.has_peers:
            theirs.append(await _worked(bench, server, "bench.peer_sqlalchemy", python=PEERS))
        ours.append(await _worked(bench, server, "bench.store", "unit"))
        numbered.append(await _worked(bench, server, "bench.store", "numbered"))
    figures = [_beside(ours, theirs)] if theirs else []
    return [*figures, _numbered(ours, numbered)]


async def _worked(
    bench: Bench, server: Cluster, module: str, *what: str, python: Path = Path(sys.executable)
) -> dict[str, float]:
    arguments = (*what, await server.database(), str(bench.sizes.store_window))
    return await told(module, *arguments, place=bench.place(), python=python)


def _beside(ours: list[dict[str, float]], theirs: list[dict[str, float]]) -> Figure:
    cpu = [spread([one["cpu"] for one in side]) for side in (ours, theirs)]
    return ratio(
        "p23_unit_of_work",
        "PostgreSQL, unit of work, 8 connections",
        ([one["rate"] for one in ours], [one["rate"] for one in theirs]),
        f"{{}}/s, CPU {cpu[0]} ms; SQLAlchemy Core async {{}}/s, CPU {cpu[1]} ms",
        better="higher",
        goal=8.0,
        least=2.0,
    )


def _numbered(ours: list[dict[str, float]], numbered: list[dict[str, float]]) -> Figure:
    rates, free = ([one["rate"] for one in side] for side in (numbered, ours))
    return Figure(
        name="p23_numbered",
        title="PostgreSQL, the same with the next number of one series",
        value=statistics.median(rates),
        unit="/s",
        better="higher",
        against=f"{spread(rates)}/s; without {spread(free)}/s",
    )


async def _claims(bench: Bench, server: Cluster) -> Figure:
    found = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"PostgreSQL, outbox, round {turn + 1}")
        url, rows = await server.database(), str(bench.sizes.claims)
        found.append(await told("bench.store", "claims", url, rows, place=bench.place()))
    settled = [one["settled"] for one in found]
    only = spread([one["claimed"] for one in found])
    return Figure(
        name="p23_claims",
        title=f"PostgreSQL, outbox, {BATCH} at a time: claimed and settled",
        value=statistics.median(settled),
        unit="rows/s",
        better="higher",
        goal=60_000,
        least=30_000,
        against=f"{spread(settled)} rows/s, one connection; the claim by itself {only} rows/s",
    )


# ── intake ───────────────────────────────────────────────────────────────────────────────────


async def _intake(bench: Bench, server: Cluster) -> list[Figure]:
    pairs: Pairs = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"PostgreSQL, intake, round {turn + 1}")
        theirs = await echoed(bench)
        pairs.append((await _kept(bench, server), theirs))
    intake.keep(bench, "Lắng Nghe, PostgreSQL", [ours for ours, _ in pairs])
    names = ("postgres_intake_cpu", "postgres_intake_rate")
    return intake.figures(pairs, names, "PostgreSQL, registration + question")


async def _kept(bench: Bench, server: Cluster) -> Window:
    url, place = await server.database(), bench.place()
    async with BotApi() as api:
        crowd = Crowd(api, people.typed)
        more = {"LANGNGHE_STORAGE__URL": url}
        async with product(api, place, more=more) as subject:
            found = await window(bench, subject, crowd)
    asked, signed = [int(await ask(url, f"SELECT COUNT(*) FROM {one}")) for one in KEPT]
    must_be_kept(crowd.finished, asked, signed)
    return found
