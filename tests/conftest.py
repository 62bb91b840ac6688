"""The product as tests get it: assembled by the same door, with a clock that they move."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import hypothesis
import pytest
import structlog

from bot import app
from bot.channels.base import Channel
from bot.config import Settings, load
from bot.work import Works
from storage import schema
from storage.database import Database, Tx
from storage.postgres import Postgres
from storage.sqlite import Sqlite
from tests.doubles.chat import Platform, Talk
from tests.doubles.clock import ManualClock
from tests.doubles.moving import WAYS, Way
from tests.doubles.postgres import BOTH, Server

#: No test is timed: on a machine with much else to do, an example may take its time.
hypothesis.settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def plain_logs() -> None:
    """Short tracebacks: the library's own, with all variables in them, take seconds to draw."""
    plain = structlog.dev.ConsoleRenderer(
        colors=False, exception_formatter=structlog.dev.plain_traceback
    )
    structlog.configure(processors=[structlog.processors.add_log_level, plain])


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with its schema; every test works on a copy."""
    path = tmp_path_factory.mktemp("schema") / "empty.db"
    asyncio.run(schema.ensure_sqlite(path))
    return path


#: Whose tests run on both engines: what a database promises, and whole journeys over it.
_ON_BOTH = ("storage/", "bot/services/", "stories/")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test on both engines; one that asks for an ``Sqlite`` or a ``Postgres``, on that.

    One that is marked ``postgres`` runs only there.
    """
    where = metafunc.definition.path.relative_to(ROOT / "tests").as_posix()
    if "engine" in metafunc.fixturenames and where.startswith(_ON_BOTH):
        asked = metafunc.function.__annotations__.get("database")
        if metafunc.definition.get_closest_marker("postgres"):
            asked = Postgres
        metafunc.parametrize("engine", {Sqlite: BOTH[:1], Postgres: BOTH[1:]}.get(asked, BOTH))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL, one a worker."""
    started = Server()
    yield started
    started.stop()


@pytest.fixture
def engine() -> str:
    """The database engine, where ``pytest_generate_tests`` does not say it."""
    return "sqlite"


@pytest.fixture
def url(engine: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database with its schema, empty."""
    if engine == "postgres":
        server: Server = request.getfixturevalue("server")
        name = server.make()
        yield server.url(name)
        server.drop(name)
    else:
        folder: Path = request.getfixturevalue("tmp_path")
        migrated: Path = request.getfixturevalue("migrated")
        yield in_file(migrated, folder / "langnghe.db")


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, tmp_path: Path, migrated: Path) -> Iterator[Way]:
    """An installation's database, and where it is to move: every engine to the other, and a file.

    The old one has its schema and is empty, the new one is not there, or has nothing in it.
    """
    old, new = request.param
    names: list[str] = []

    def on_server(template: str) -> str:
        names.append(request.getfixturevalue("server").make(template))
        return str(request.getfixturevalue("server").url(names[-1]))

    yield Way(
        on_server("migrated") if old == "postgres" else in_file(migrated, tmp_path / "old.db"),
        on_server("template1") if new == "postgres" else f"sqlite:///{tmp_path / 'new.db'}",
    )
    for name in names:
        request.getfixturevalue("server").drop(name)


def in_file(migrated: Path, path: Path) -> str:
    """The address of a file with the schema, empty."""
    return f"sqlite:///{shutil.copy(migrated, path)}"


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """A real database, empty."""
    opened = await connected(url)
    yield opened
    await opened.close()


async def connected(url: str) -> Database:
    """What the product would open at this address."""
    if url.startswith("sqlite:"):
        return await Sqlite.open(Path(url.removeprefix("sqlite:///")))
    return await Postgres.open(url)


@asynccontextmanager
async def writing(url: str) -> AsyncIterator[Tx]:
    """A turn's transaction, in a database that is opened for it alone."""
    database = await connected(url)
    try:
        async with database.transaction() as tx:
            yield tx
    finally:
        await database.close()


@pytest.fixture
def settings(url: str) -> Settings:
    """The example, with its memory in a database of the test."""
    return settings_for(url)


def settings_for(url: str) -> Settings:
    return load(ROOT / "config.example.toml", {"LANGNGHE_STORAGE__URL": url})


@pytest.fixture
def clock() -> ManualClock:
    """Wednesday 29 April 2026, 10:00 in Trà Vinh; the next two days are holidays."""
    return ManualClock()


@asynccontextmanager
async def begun(settings: Settings, clock: ManualClock, platform: Platform) -> AsyncIterator[Talk]:
    """The product over its memory; leaving is a restart's first half."""

    def only(_settings: Settings, _works: Works) -> Sequence[Channel]:
        return [platform]

    async with app.opened(settings) as database:
        made = await app.assemble(settings, database, clock=clock, channels=only)
        yield Talk(made, platform, clock)


@pytest.fixture
async def talk(settings: Settings, clock: ManualClock) -> AsyncIterator[Talk]:
    """A running product, and people to talk to it."""
    async with begun(settings, clock, Platform()) as made:
        yield made
