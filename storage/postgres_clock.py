"""Reading the clock of a PostgreSQL server, by which all programs on it go."""

from datetime import datetime
from typing import Any

from bot.clock import SharedClock

#: How long a reading may take, in seconds: it goes by the connection that leases need, too, and one
#: that says nothing is worth a new one by the time those give up (``bot.duties.PATIENCE``).
PATIENCE = 3.0

#: What the clock shows; not as the transaction began, but as the server answers.
_CLOCK = "SELECT clock_timestamp()"


async def read(clock: SharedClock, connection: Any, patience: float | None = None) -> None:
    """Read it into ``clock``. Raises what asyncpg raises, TimeoutError after ``patience``."""
    asked = clock.steady()
    shown: datetime = await connection.fetchval(_CLOCK, timeout=patience)
    clock.read(shown, asked, clock.steady())


async def met(clock: SharedClock, connection: Any, *, reads: bool) -> None:
    """A new connection, to a server that may be another one: what time is it there?

    The first asking prepares the statement, which the second no longer waits for. Asked to only
    read while connecting, ``target_session_attrs=read-write`` would take it for a standby.
    """
    await read(clock, connection)
    await read(clock, connection)
    if reads:
        await connection.execute("SET default_transaction_read_only = on")
