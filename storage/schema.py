"""Bring a database to the schema that this code knows, and refuse one that is newer."""

import asyncio
import sqlite3
from pathlib import Path

#: The newest step in ``migrations/versions``; a test holds them together.
HEAD = "0001"


class NewerSchema(Exception):
    """The database was written by a newer version of this program."""


async def ensure_sqlite(path: Path) -> None:
    """Migrate the file if there is something to migrate. Raises NewerSchema.

    Alembic is imported only then: it doubles the time to start.
    """
    if _version(path) != HEAD:
        path.parent.mkdir(parents=True, exist_ok=True)
        await asyncio.to_thread(_upgrade, f"sqlite:///{path}")


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
    import sqlalchemy  # noqa: PLC0415 - only when there is something to migrate
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util.exc import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    engine = sqlalchemy.create_engine(url)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise NewerSchema(
            "the database was written by a newer version: install that version, or restore a backup"
        ) from error
    finally:
        engine.dispose()
