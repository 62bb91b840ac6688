"""The command that brings a database to this version, or moves it to another engine."""

import asyncio
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import start
from bot.domain.errors import ConfigError
from storage import schema
from storage.moved import SENTENCE
from storage.moving import Unmoved
from tests.conftest import ROOT
from tests.doubles.moving import WAYS, Way, meddle, tell
from tests.doubles.postgres import ask

TO_SERVER, _, BETWEEN_FILES = WAYS

PEOPLE = [(number, f"Bà {number}") for number in range(1, 1501)]


def _command(*options: str) -> list[str]:
    return [sys.executable, "-m", "bot", "migrate", *options]


async def _people(url: str) -> None:
    await tell(url, "INSERT INTO people (id, name, made_at) VALUES ($1, $2, 0)", PEOPLE)


def test_without_options_the_database_of_the_settings_is_brought_to_this_version(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'data' / 'langnghe.db'}"
    done = subprocess.run(
        _command("--config", "config.example.toml"),
        cwd=ROOT,
        env=os.environ | {"LANGNGHE_STORAGE__URL": url},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, f"The database is at schema {schema.HEAD}.\n")
    assert asyncio.run(ask(url, "SELECT version_num FROM alembic_version")) == [(schema.HEAD,)]


@pytest.mark.parametrize("way", [BETWEEN_FILES], indirect=True)
def test_a_move_says_what_it_did_line_by_line_and_what_to_do_now(way: Way) -> None:
    asyncio.run(_people(way.source))
    done = subprocess.run(
        _command("--from", way.source, "--to", way.target),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    assert done.stderr == "copied people: 1,500 rows\nchecked people: 1,500 rows\n"
    heading, people, others, last = done.stdout.splitlines()
    assert heading.split() == ["table", "sent", "digest", "found", "digest"]
    name, sent, before, found, after, verdict = people.split()
    assert (name, sent, before, verdict) == ("people", found, after, "ok")
    assert others.endswith("more tables are empty on both sides.")
    assert last == (
        "Everything has arrived. Write the new address into [storage] url and start. "
        "The old database holds what it held, and is marked: nothing starts on it any more."
    )


@pytest.mark.parametrize("way", [BETWEEN_FILES], indirect=True)
def test_the_way_back_to_a_database_that_was_moved_is_an_option_of_its_own(way: Way) -> None:
    asyncio.run(way.move())

    def tried(*options: str) -> tuple[int, str, str]:
        done = subprocess.run(
            _command("--config", "config.example.toml", *options),
            cwd=ROOT,
            env=os.environ | {"LANGNGHE_STORAGE__URL": way.source},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    assert tried() == (1, "", f"{SENTENCE}\n")
    again = "Programs may start on this database again. What came since it was moved is not in it."
    assert tried("--reopen") == (0, f"{again}\n", "")
    assert tried() == (0, f"The database is at schema {schema.HEAD}.\n", "")
    nothing = "This database was not moved; nothing had to be done."
    assert tried("--reopen") == (0, f"{nothing}\n", "")


@pytest.mark.parametrize("way", [BETWEEN_FILES], indirect=True)
def test_on_a_terminal_a_bar_shows_how_far_it_is(way: Way) -> None:
    asyncio.run(_people(way.source))
    ours, theirs = pty.openpty()
    done = subprocess.run(
        _command("--from", way.source, "--to", way.target),
        cwd=ROOT,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "120"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        check=False,
    )
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    os.close(theirs)

    assert done.returncode == 0
    assert "checked people" in shown
    assert "3000/3000" in shown


@pytest.mark.parametrize("way", [TO_SERVER], indirect=True)
def test_a_proof_that_does_not_hold_is_shown_with_the_table_that_differs(
    way: Way, capsys: pytest.CaptureFixture[str]
) -> None:
    async def prepare() -> None:
        await _people(way.source)
        await meddle(way.target, "people", "IF NEW.id % 2 = 0 THEN RETURN NULL; END IF;")

    asyncio.run(prepare())

    with pytest.raises(Unmoved, match="what arrived in people is not what was sent"):
        start.migrate(source=way.source, target=way.target)

    printed = capsys.readouterr().out
    assert [line.split()[-1] for line in printed.splitlines() if "people" in line] == ["DIFFERS"]
    assert "has arrived" not in printed


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [
        (
            "sqlite:///a.db",
            "",
            "--from and --to go together: name the old database and the new one.",
        ),
        (
            "",
            "sqlite:///a.db",
            "--from and --to go together: name the old database and the new one.",
        ),
        (
            "a.db",
            "sqlite:///b.db",
            "--from is not an address of a database; "
            "write sqlite:///data/langnghe.db or postgresql://user@host/name.",
        ),
        (
            "sqlite:///a.db",
            "mysql://lan@host/b",
            "--to is not an address of a database; "
            "write sqlite:///data/langnghe.db or postgresql://user@host/name.",
        ),
        (
            "sqlite:///a.db",
            "sqlite:///a.db",
            "--from and --to are the same database; name a new one in --to.",
        ),
    ],
)
def test_a_wrong_address_is_one_sentence(source: str, target: str, sentence: str) -> None:
    with pytest.raises(ConfigError) as told:
        start.migrate(source=source, target=target)
    assert str(told.value) == sentence
