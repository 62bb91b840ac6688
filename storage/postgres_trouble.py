"""What goes wrong with a PostgreSQL, and which of it may go well another time."""

from typing import Any

import asyncpg

#: SQLSTATE classes where the server or the network, not the statement, is the trouble: connection,
#: rollback (deadlock, serialization), resources, operator, system.
_TROUBLE = {"08", "40", "53", "57", "58"}

#: The same, alone in their class: read-only, idle or long transaction ended, lock not to be had.
_TROUBLES = {"25006", "25P03", "25P04", "55P03"}

#: What asyncpg raises. With InternalClientError it answers a statement that meets a connection
#: which the server is just ending.
ERRORS = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


def is_lost(connection: Any) -> bool:
    """Whether it is closed; one that the pool has taken away already does not even say so."""
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        return True


def is_trouble(error: Exception) -> bool:
    """Whether the same statement may well succeed another time."""
    if isinstance(error, OSError | asyncpg.InvalidCachedStatementError):
        return True
    state = getattr(error, "sqlstate", None) or ""
    return state[:2] in _TROUBLE or state in _TROUBLES


def why(error: Exception) -> str:
    return str(error) or type(error).__name__
