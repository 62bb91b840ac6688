"""``langnghe run`` as processes of their own: they can be killed, told to end, frozen, cut off."""

import asyncio
import json
import os
import re
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from tests.doubles.ports import free_port
from tests.doubles.telegram import TelegramDouble

ROOT = Path(__file__).parents[2]

#: How long a program may take to begin, in seconds, on a machine that is busy.
BEGIN = 60.0

#: How long it may take to end after SIGTERM, in seconds: what is promised.
END = 10.0


def settings(folder: Path) -> Path:
    """The example's settings, with quiet hours that are not now: a broadcast does not wait."""
    text = (ROOT / "config.example.toml").read_text("utf-8")
    later = datetime.now(UTC) + timedelta(hours=7 + 8)  # the clock of the example's city
    quiet = f'quiet = {{ start = "{later:%H}:00", end = "{later:%H}:30" }}'
    changed, many = re.subn(r"^quiet = .*$", quiet, text, flags=re.MULTILINE)
    assert many == 1, "config.example.toml names its quiet hours in one line"
    written = folder / "config.toml"
    written.write_text(changed, "utf-8")
    return written


def around(double: TelegramDouble, program: str, url: str) -> Mapping[str, str]:
    """What a program is told about where it is."""
    return {
        "LANGNGHE_STORAGE__URL": url,
        "LANGNGHE_TELEGRAM__TOKEN": double.token,
        "LANGNGHE_TELEGRAM__API_BASE_URL": double.url_for(program),
        "LANGNGHE_WEB__EXAMPLE_LINKS": "false",
        "LANGNGHE_LOG__FORMAT": "json",
    }


@dataclass
class Program:
    """One program, over all its lives; ``async with`` ends the last. What it logs is in ``log``."""

    name: str
    folder: Path
    environment: Mapping[str, str]
    port: int = field(default_factory=free_port)
    begins_in: list[float] = field(default_factory=list)  #: seconds until it was ready, each time
    ends_in: list[float] = field(default_factory=list)  #: seconds from SIGTERM on
    open: bool = False  #: whether a load balancer would lead somebody here
    _process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.dies()

    @property
    def process(self) -> asyncio.subprocess.Process:
        assert self._process, f"{self.name} does not run"
        return self._process

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def log(self) -> Path:
        return self.folder / f"{self.name}.log"

    def events(self) -> Iterator[dict[str, object]]:
        """What it logged, line by line; what is no event is the end of a traceback."""
        for line in self.log.read_text("utf-8").splitlines():
            if line.startswith("{"):
                yield json.loads(line)

    async def begins(self) -> None:
        """Start, and return when it takes requests."""
        start = time.monotonic()
        with self.log.open("ab") as words:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "bot", "run", "--config", str(self.folder / "config.toml")),
                cwd=ROOT,
                env={**self._around(), **self.environment, "LANGNGHE_WEB__PORT": str(self.port)},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=words,
            )
        async with asyncio.timeout(BEGIN):
            await self._greets()
        self.begins_in.append(time.monotonic() - start)
        self.open = True

    @staticmethod
    def _around() -> dict[str, str]:
        """What every process is handed; nothing that would configure the program."""
        return {name: text for name, text in os.environ.items() if not name.startswith("LANGNGHE")}

    async def _greets(self) -> None:
        assert self.process.stdout
        async for line in self.process.stdout:
            if b"Ctrl-C" in line:
                return
        raise AssertionError(
            f"{self.name} ended before it was ready: {self.log.read_text()[-2000:]}"
        )

    async def ends(self) -> None:
        """SIGTERM: it ends in time, with status 0."""
        self.open = False
        start = time.monotonic()
        self.process.terminate()
        async with asyncio.timeout(END):
            assert await self.process.wait() == 0
        self.ends_in.append(time.monotonic() - start)

    async def dies(self) -> None:
        """SIGKILL, at once and without warning."""
        self.open = False
        if self.runs:
            self.process.kill()
            await self.process.wait()

    def freezes(self) -> None:
        """SIGSTOP: it does nothing, and does not know that."""
        self.open = False
        self.process.send_signal(signal.SIGSTOP)

    async def thaws(self) -> None:
        """SIGCONT."""
        self.process.send_signal(signal.SIGCONT)
        self.open = True
