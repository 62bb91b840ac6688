"""``docs/examples/langnghe``: the command beside a service, as an operator's shell runs it."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

EXAMPLES = ROOT / "docs/examples"


def program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A machine where root may become anybody; the service's program says what it was given."""
    machine = tmp_path / "bin"
    program(machine / "id", "echo 0")
    program(machine / "runuser", 'echo "as $2"; shift 3; exec "$@"')
    program(
        tmp_path / "srv/.venv/bin/langnghe",
        'echo "in $PWD"; umask; for one; do echo "[$one]"; done; env | grep ^LANGNGHE | sort',
    )
    text = (EXAMPLES / "langnghe").read_text()
    text = text.replace("=/srv/langnghe", f"={tmp_path}/srv")
    (tmp_path / "langnghe").write_text(text.replace("=/etc/", f"={tmp_path}/"))
    (tmp_path / "langnghe").chmod(0o755)
    return tmp_path


def typed(place: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [place / "langnghe", *words],
        env={"PATH": f"{place / 'bin'}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_command_runs_as_the_service_with_its_environment(place: Path) -> None:
    (place / "langnghe.env").write_text(
        "# secrets\n"
        "LANGNGHE_STORAGE__URL=postgresql://lan:a$b`c;d@host/db?x=1&y=2\n"
        "\n"
        'LANGNGHE_TELEGRAM__TOKEN="123:abc"\n'
        "export LANGNGHE_WEB__PORT=1\n"
        "LANGNGHE_WEB__HOST=10.0.0.11"
    )
    done = typed(place, "invite", "--role", "two words")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "as langnghe",
        f"in {place / 'srv'}",
        "0077",
        "[invite]",
        "[--role]",
        "[two words]",
        "LANGNGHE_STORAGE__URL=postgresql://lan:a$b`c;d@host/db?x=1&y=2",
        "LANGNGHE_TELEGRAM__TOKEN=123:abc",
        "LANGNGHE_WEB__HOST=10.0.0.11",
    ]


def test_without_secrets_it_runs_with_the_settings_file_alone(place: Path) -> None:
    assert typed(place, "doctor").stdout.splitlines()[-1] == "[doctor]"


def test_who_is_not_root_reads_what_to_write(place: Path) -> None:
    program(place / "bin/id", "echo 1000")
    done = typed(place, "doctor")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"langnghe: only root may read {place / 'langnghe.env'}; write sudo langnghe doctor\n"
    )


@pytest.mark.parametrize("unit", ["langnghe.service", "langnghe@.service"])
def test_the_command_and_the_services_name_the_same_user_folder_and_secrets(unit: str) -> None:
    words = (EXAMPLES / "langnghe").read_text()
    given = dict(
        line.split("=", 1) for line in (EXAMPLES / unit).read_text().splitlines() if "=" in line
    )

    assert f"folder={given['WorkingDirectory']}\n" in words
    assert f"secrets={given['EnvironmentFile'].lstrip('-')}\n" in words
    assert f"runuser -u {given['User']} --" in words
    program = given["ExecStart"].split()[0].removeprefix(f"{given['WorkingDirectory']}/")
    assert f" {program} " in words
