"""docs/configuration.md says what the code says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config.keys import keys
from bot.config.page import PAGE, configuration_page

ROOT = Path(__file__).parents[3]


@pytest.mark.documents
def test_every_key_says_what_it_does() -> None:
    assert [key.path for key in keys() if key.section and not key.field.description] == []


@pytest.mark.documents
def test_the_page_lists_every_key() -> None:
    page = (ROOT / PAGE).read_text("utf-8")
    missing = [key.path for key in keys() if key.section and f"| `{key.name}` |" not in page]
    assert missing == []


def test_one_command_writes_the_page(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot.config.page"]
    subprocess.run(command, cwd=tmp_path, env=environ, check=True, timeout=60)
    assert (tmp_path / PAGE).read_text("utf-8") == configuration_page()


@pytest.mark.documents
def test_the_page_is_what_the_code_says() -> None:
    assert (ROOT / PAGE).read_text("utf-8") == configuration_page(), (
        "docs/configuration.md differs from the code; write it anew: python -m bot.config.page"
    )
