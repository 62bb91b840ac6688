"""Starts what is measured: pinned to one core, everything else kept on the other."""

import asyncio
import json
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import socket

from bench.figures import Series
from bench.server import TOKEN, BotApi
from bot.config import load, read_programme
from bot.domain.programme import Programme

ROOT = Path(__file__).parent.parent

#: The peers that need libraries of their own run with this one.
PEERS = Path(sys.prefix) / "peers" / "bin" / "python"

#: Messages a second where no limit is meant to be felt.
LIFTED = "1000000"

_TICKS = os.sysconf("SC_CLK_TCK")
_CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [0]


class Failed(Exception):
    """What should have been measured did not do its work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How much is measured. The defaults take some twenty minutes."""

    rounds: int = 3
    dialogues: int = 200
    warm: float = 1.0  #: seconds before a window
    window: float = 4.0
    open_loop: float = 10.0
    broadcast: int = 10_000
    limit_window: float = 30.0
    reply_window: float = 24.0
    storm: int = 100_000  #: receivers of the broadcast that others write beside
    drift: int = 30_000  #: updates, over the last two thirds of which memory may not grow
    #: Seconds after the first third: what can wait for an idle moment waits for a minute at most,
    #: and then reads what it needs.
    all_read: float = 65.0
    store_window: float = 4.0
    claims: int = 50_000  #: rows of the outbox
    folds: int = 5
    repeats: int = 2_000
    few: int = 10_000  #: questions in the small archive
    many: int = 1_000_000  #: and in the large one
    answered: tuple[int, int] = (110_000, 1_100_000)  #: questions; most have a public answer
    households: tuple[int, int] = (1_000, 10_000)  #: in the small list, and in the large one
    probes: int = 300  #: looks, stores and replies a round over them


FULL = Sizes()
QUICK = Sizes(
    rounds=1,
    warm=0.5,
    window=1.5,
    open_loop=3.0,
    broadcast=2_000,
    limit_window=8.0,
    reply_window=8.0,
    storm=10_000,
    drift=4_000,
    store_window=1.5,
    claims=10_000,
    repeats=500,
    many=100_000,
    answered=(10_000, 20_000),
    probes=100,
)
#: Only to see that everything works.
TINY = Sizes(
    rounds=1,
    dialogues=2,
    warm=0.1,
    window=0.3,
    open_loop=0.3,
    broadcast=20,
    limit_window=0.5,
    reply_window=0.5,
    storm=20,
    drift=20,
    all_read=0.0,
    store_window=0.2,
    claims=50,
    folds=2,
    repeats=5,
    few=100,
    many=300,
    answered=(300, 600),
    households=(20, 60),
    probes=5,
)


@dataclass(slots=True)
class Bench:
    """What a figure group is handed: its sizes, a folder on a real disk, and somebody to tell."""

    sizes: Sizes
    folder: Path
    tell: Callable[[str], None] = lambda _: None
    series: Series = field(default_factory=dict)  #: what the plots show
    _count: int = field(default=0)

    @property
    def has_peers(self) -> bool:
        """Whether the environment is there that `make bench` makes for the peers."""
        return PEERS.exists()

    def keep(self, plot: str, who: str, what: object) -> None:
        """Keep what a plot shows beside the figures."""
        self.series.setdefault(plot, {})[who] = what

    def place(self) -> Path:
        """A new, empty folder."""
        self._count += 1
        made = self.folder / f"{self._count:03d}"
        made.mkdir()
        return made


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder beside the product's own data: a temporary one may lie in memory."""
    home = ROOT / "data"
    home.mkdir(exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix="bench-", dir=home))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def stay_aside() -> None:
    """Keep this process, and with it the Bot API, away from the core of what is measured."""
    pin(0, aside=True)


def pin(pid: int, *, aside: bool = False) -> None:
    """Pin a process to its core; where there is only one, or no way to do it, leave it."""
    if hasattr(os, "sched_setaffinity") and len(_CORES) > 1:
        os.sched_setaffinity(pid, {_CORES[1 if aside else 0]})


@dataclass(slots=True)
class Subject:
    """A process under measurement."""

    process: asyncio.subprocess.Process
    log: Path

    @property
    def cpu(self) -> float:
        """Seconds of processor time used so far, by all its threads."""
        fields = self._stat("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def rss(self) -> float:
        """Memory in use, in MB."""
        found = re.search(r"VmRSS:\s+(\d+) kB", self._stat("status"))
        return int(found[1]) / 1024 if found else 0.0

    def _stat(self, name: str) -> str:
        """What the kernel says of it. Only Linux tells this way."""
        return Path(f"/proc/{self.process.pid}/{name}").read_text()

    @property
    def words(self) -> str:
        """The end of what it wrote."""
        return self.log.read_text("utf-8", "replace")[-2000:]

    async def until(self, event: asyncio.Event, within: float = 30.0) -> None:
        """Wait for an event; a subject that ends before it, or is too slow, is an error."""
        waiting = asyncio.ensure_future(event.wait())
        ending = asyncio.ensure_future(self.process.wait())
        await asyncio.wait((waiting, ending), timeout=within, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        if not waiting.done():
            waiting.cancel()
            raise Failed(f"the subject did not get there:\n{self.words}")

    async def stop(self) -> None:
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(self.process.wait(), 10)
            except TimeoutError:
                with suppress(ProcessLookupError):
                    self.process.kill()
                await self.process.wait()


@asynccontextmanager
async def started(
    module: str,
    *arguments: str,
    place: Path,
    more: Mapping[str, str] | None = None,
    python: Path = Path(sys.executable),
) -> AsyncIterator[Subject]:
    """``python -m module …`` on the core of what is measured; ``more`` is for its environment."""
    environment = {name: value for name, value in os.environ.items() if _is_neutral(name)}
    log = place / "subject.log"
    with log.open("wb") as words:
        process = await asyncio.create_subprocess_exec(
            python,
            "-m",
            module,
            *arguments,
            cwd=ROOT,
            env={**environment, **(more or {})},
            stdout=words,
            stderr=words,
        )
    pin(process.pid)
    subject = Subject(process, log)
    try:
        yield subject
    finally:
        await subject.stop()


def _is_neutral(name: str) -> bool:
    """What would configure a subject, or slow its start, stays outside."""
    return not name.startswith("LANGNGHE_") and name != "PYTHONDONTWRITEBYTECODE"


async def told(
    module: str, *arguments: str, place: Path, python: Path = Path(sys.executable)
) -> dict[str, float]:
    """Run ``python -m module …`` to its end; what it found is its last line, as JSON."""
    async with started(module, *arguments, place=place, python=python) as subject:
        await asyncio.wait_for(subject.process.wait(), 120)
    if subject.process.returncode:
        raise Failed(f"{module} failed:\n{subject.words}")
    found: dict[str, float] = json.loads(subject.words.splitlines()[-1])
    return found


@asynccontextmanager
async def product(
    api: BotApi,
    place: Path,
    *,
    per_second: str = LIFTED,
    per_chat: str = LIFTED,
    module: str = "bot",
    more: Mapping[str, str] | None = None,
) -> AsyncIterator[Subject]:
    """``langnghe run`` on SQLite in ``place``, polling ``api``; its limits lifted unless given.

    ``more``: settings by their variable. ``module`` runs instead of ``bot``, and then runs it.
    """
    settings_here = {
        "LANGNGHE_TELEGRAM__TOKEN": TOKEN,
        "LANGNGHE_TELEGRAM__API_BASE_URL": api.url,
        "LANGNGHE_TELEGRAM__PER_SECOND": per_second,
        "LANGNGHE_TELEGRAM__PER_CHAT_SECOND": per_chat,
        "LANGNGHE_STORAGE__URL": f"sqlite:///{database(place)}",
        "LANGNGHE_WEB__PORT": str(free_port()),
        **(more or {}),
    }
    arguments = ("run", "--config", str(settings(place)))
    async with started(module, *arguments, place=place, more=settings_here) as subject:
        await subject.until(api.polled)
        yield subject


@asynccontextmanager
async def echo(api: BotApi, place: Path, at_once: int = 1) -> AsyncIterator[Subject]:
    """The bare echo of python-telegram-bot, with so many updates at once."""
    async with started("bench.peer", "echo", api.url, str(at_once), place=place) as subject:
        await subject.until(api.polled)
        yield subject


def database(place: Path) -> Path:
    return place / "langnghe.db"


def settings(place: Path) -> Path:
    """The example's settings, with quiet hours that are not now: a broadcast does not wait."""
    text = (ROOT / "config.example.toml").read_text("utf-8")
    later = datetime.now(UTC) + timedelta(hours=7 + 8)  # the clock of the example's city
    quiet = f'quiet = {{ start = "{later:%H}:00", end = "{later:%H}:30" }}'
    changed, many = re.subn(r"^quiet = .*$", quiet, text, flags=re.MULTILINE)
    if many != 1:
        raise Failed("config.example.toml names no quiet hours, or more than once")
    written = place / "config.toml"
    written.write_text(changed, "utf-8")
    return written


def example() -> Programme:
    """The example programme, as of now."""
    return read_programme(load(ROOT / "config.example.toml", {}).programme, datetime.now(UTC))


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
