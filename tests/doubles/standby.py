"""A second PostgreSQL: it has whatever the first one commits, and can take its place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.doubles.postgres import Server

#: The name by which the first one knows it.
_NAME = "standby"


class Standby:
    """``with standby(server) as second``."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._folder = server.folder / _NAME
        self._data = f"{self._folder}/data"

    @property
    def socket(self) -> str:
        """The file on which it listens."""
        return f"{self._folder}/.s.PGSQL.5432"

    def url(self, database: str) -> str:
        return f"postgresql://postgres:@/{database}?host={self._folder}"

    def follows(self) -> None:
        """From now on the first one waits for it with each COMMIT."""
        first = Path(self._server.socket)
        self._folder.mkdir(mode=0o700)
        os.chown(self._folder, first.stat().st_uid, -1)
        there = f"host={first.parent} user=postgres application_name={_NAME}"
        copied = ("--write-recovery-conf", "--checkpoint=fast", "-D", self._data)
        self._server.tool("pg_basebackup", *copied, "-d", there)
        listens = f'-h "" -k {self._folder}'
        self._control("-l", f"{self._folder}/log", "-o", listens, "start")
        self._server.command(f"ALTER SYSTEM SET synchronous_standby_names = '{_NAME}'")
        self._server.command("SELECT pg_reload_conf()")

    def takes_over(self) -> None:
        """Until now it could only be read."""
        self._control("promote")

    def is_waited_for_no_more(self) -> None:
        """The first one, once it is there again, commits alone."""
        self._server.command("ALTER SYSTEM RESET synchronous_standby_names")
        self._server.command("SELECT pg_reload_conf()")

    def ends(self) -> None:
        self._server.gets_up()
        self.is_waited_for_no_more()
        self._control("-m", "immediate", "stop")

    def _control(self, *arguments: str) -> None:
        self._server.tool("pg_ctl", "-w", "-D", self._data, *arguments)


@contextmanager
def standby(server: Server) -> Iterator[Standby]:
    """One that follows a server; at the end the server is there, and alone again."""
    second = Standby(server)
    second.follows()
    try:
        yield second
    finally:
        second.ends()
