"""``langnghe roles`` and ``langnghe end-role``: who holds what, and a role taken away."""

import os
import subprocess
import sys

import pytest

from bot.domain.people import Role
from tests.conftest import ROOT, begun, settings_for
from tests.doubles.chat import Platform
from tests.doubles.clock import ManualClock
from tests.stories.cast import BANK, official


@pytest.fixture
async def memory(url: str) -> str:
    """A database that knows a head and an officer of the bank, since 29 April."""
    async with begun(settings_for(url), ManualClock(), Platform()) as talk:
        await official(talk, "hoa", Role.HEAD, BANK)
        await official(talk, "minh", Role.OFFICER, BANK)
    return url


def run(memory: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        env=os.environ
        | {"LANGNGHE_STORAGE__URL": memory, "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def held(memory: str) -> list[list[str]]:
    """Number, name, role and scope of each line."""
    _heading, *lines = run(memory, "roles").stdout.splitlines()
    return [line.split()[:4] for line in lines]


def test_a_role_is_listed_until_it_is_ended(memory: str) -> None:
    assert held(memory) == [["2", "Minh", "officer", BANK], ["1", "Hoa", "head", BANK]]

    done = run(memory, "end-role", "--person", "2", "--role", "officer", "--agency", BANK)

    assert (done.returncode, done.stdout) == (0, "Ended; they are told.\n")
    assert held(memory) == [["1", "Hoa", "head", BANK]]


def test_a_role_that_is_not_held_is_refused_in_a_sentence(memory: str) -> None:
    done = run(memory, "end-role", "--person", "1", "--role", "officer", "--agency", BANK)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "Person 1 is not officer of nhcsxh; langnghe roles shows who is."
    )
