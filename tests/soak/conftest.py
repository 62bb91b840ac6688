"""An installation to be tried hard, and the chance that decides how."""

import asyncio
import os
import random
import shutil
from pathlib import Path

import pytest

from tests.conftest import begun
from tests.doubles.clock import ManualClock
from tests.doubles.journey import Ears, batches, live, of_chat, settings_of


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Its seed is printed when the test fails; ``LANGNGHE_SEED`` repeats it."""
    seed = os.environ.get("LANGNGHE_SEED") or str(random.SystemRandom().randrange(10**6))
    print(f"LANGNGHE_SEED={seed}")  # noqa: T201
    return random.Random(f"{seed} {request.node.name}")


@pytest.fixture
def first(tmp_path: Path, migrated: Path) -> Path:
    """The folder of an installation that is about to start."""
    folder = tmp_path / "first"
    folder.mkdir()
    shutil.copy(migrated, folder / "langnghe.db")
    return folder


@pytest.fixture(scope="session")
def undisturbed(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What somebody hears who signs up and asks while nothing goes wrong."""
    folder = tmp_path_factory.mktemp("undisturbed")
    shutil.copy(migrated, folder / "langnghe.db")
    ears = Ears()

    async def all_goes_well() -> None:
        async with begun(settings_of(folder), ManualClock(), ears) as talk:
            await live(talk, batches(["lan"]))

    asyncio.run(all_goes_well())
    return of_chat(ears.heard, "lan")
