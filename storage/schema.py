"""Bring a database to the schema that this code knows, and refuse one that is newer."""

import asyncio
import sqlite3
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from storage import moved

#: The newest step in ``migrations/versions``; a test holds them together.
HEAD = "0034"


class NewerSchema(Exception):
    """The database was written by a newer version of this program."""


async def ensure_sqlite(path: Path) -> None:
    """Migrate the file if there is something to migrate. Raises NewerSchema, Moved.

    Alembic is imported only then: it doubles the time to start.
    """
    if (found := _version(path)) != HEAD:
        moved.must_not_be(found)
        path.parent.mkdir(parents=True, exist_ok=True)
        await asyncio.to_thread(_upgrade, f"sqlite:///{path}")


def must_not_be_moved(path: Path) -> None:
    """Raises Moved for a file whose content was moved to another database."""
    moved.must_not_be(_version(path))


def _version(path: Path) -> str | None:
    if not path.exists():
        return None
    connection = sqlite3.connect(path)
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError:
        return None
    finally:
        connection.close()
    return str(row[0]) if row else None


def _upgrade(url: str) -> None:
    """Run the steps on an SQLite file: all of them or none, whenever the power fails.

    The transaction is begun here because ``sqlite3`` would commit each CREATE TABLE by itself.
    """
    import sqlalchemy  # noqa: PLC0415 - only when there is something to migrate

    engine = sqlalchemy.create_engine(url, connect_args={"isolation_level": None})
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            _alembic(lambda command, config: command.upgrade(config, "head"), connection=connection)
            connection.commit()
    finally:
        engine.dispose()


async def ensure_postgres(url: str) -> None:
    """Migrate the database if there is something to do. Raises NewerSchema, Moved, Unavailable.

    Alembic only writes the SQL of the steps, so they may not read rows; asyncpg runs it.
    """
    from storage import postgres  # noqa: PLC0415 - asyncpg is an extra

    await postgres.migrate(url, HEAD, lambda version: asyncio.to_thread(_script, version))


def _script(version: str | None) -> str:
    """The SQL that brings a PostgreSQL database from ``version`` to the newest schema."""
    moved.must_not_be(version)
    written = StringIO()
    span = f"{version}:head" if version else "head"
    _alembic(lambda command, config: command.upgrade(config, span, sql=True), output=written)
    return written.getvalue()


def _alembic(
    task: Callable[[Any, Any], None], *, connection: Any = None, output: StringIO | None = None
) -> None:
    """Do something with Alembic's commands. Raises NewerSchema for a version it does not know."""
    from alembic import command  # noqa: PLC0415 - only when there is something to migrate
    from alembic.config import Config  # noqa: PLC0415 - the same
    from alembic.util.exc import CommandError  # noqa: PLC0415 - the same

    config = Config(output_buffer=output, attributes={"connection": connection})
    config.set_main_option("script_location", "storage:migrations")
    try:
        task(command, config)
    except CommandError as error:
        raise NewerSchema(
            "the database was written by a newer version: install that version, or restore a backup"
        ) from error
