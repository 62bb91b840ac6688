"""When sessions were opened and closed, by whom, and how far their questions were handed over."""

from datetime import datetime

from bot.domain.sessions import Run
from storage.database import Row, Tx, from_ms, maybe_from_ms, to_ms

#: How many sessions are looked at at once; a programme has a handful.
_MOST = 100


async def open_(tx: Tx, session: int, by: int, now: datetime, *, earliest: datetime) -> bool:
    """Open a session; False if somebody has, ``earliest`` or later."""
    opened = await tx.value(
        "session_run_open", session=session, by=by, now=to_ms(now), earliest=to_ms(earliest)
    )
    return opened is not None


async def lock(tx: Tx, session: int) -> Run | None:
    """The run, which nobody else changes until the commit; what stands on its board neither."""
    row = await tx.one("session_run_lock", session=session)
    return _run(row) if row else None


async def get(tx: Tx, session: int) -> Run | None:
    row = await tx.one("session_run_get", session=session)
    return _run(row) if row else None


async def all_(tx: Tx) -> dict[int, Run]:
    """Every run by its session."""
    return {row["session"]: _run(row) for row in await tx.all("session_runs_all", most=_MOST)}


async def close(tx: Tx, session: int, by: int, now: datetime) -> bool:
    """False if somebody has."""
    return bool(await tx.run("session_run_close", session=session, by=by, now=to_ms(now)))


async def to_settle(tx: Tx) -> int | None:
    """A session that was closed and whose questions were not all handed over."""
    found = await tx.value("session_run_to_settle")
    return None if found is None else int(found)


async def reach(tx: Tx, session: int, question: int) -> None:
    """Everything up to this question has been handed over."""
    await tx.run("session_run_reach", session=session, cursor=question)


async def settle(tx: Tx, session: int, now: datetime) -> bool:
    """All of it has been handed over; False if that was so already."""
    return bool(await tx.run("session_run_settle", session=session, now=to_ms(now)))


async def write(tx: Tx, session: int, *, chair: str, conclusions: str) -> None:
    """What the papers say beside the questions."""
    await tx.run("session_run_write", session=session, chair=chair, conclusions=conclusions)


def _run(row: Row) -> Run:
    return Run(
        opened_at=from_ms(row["opened_at"]),
        opened_by=row["opened_by"],
        closed_at=maybe_from_ms(row["closed_at"]),
        closed_by=row["closed_by"],
        settled_at=maybe_from_ms(row["settled_at"]),
        handed_over=row["cursor"],
        chair=row["chair"],
        conclusions=row["conclusions"],
        since=maybe_from_ms(row["since"]),
    )
