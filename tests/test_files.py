"""Every file can be read at one sitting, code and tests alike, and has its place in the layers."""

import re
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.documents

ROOT = Path(__file__).parent.parent

#: Lines, with blanks and comments.
LONGEST = 350

#: What may be longer, and why.
LONGER = {
    "storage/migrations/versions/0001_the_whole_loop.py": "a step is not changed once it was taken",
}


def _lines() -> dict[str, int]:
    tops = ("bot", "handlers", "storage", "tests", "bench")
    return {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for top in tops
        for path in (ROOT / top).rglob("*.py")
    }


def test_no_file_is_longer_than_what_is_read_at_one_sitting() -> None:
    long = {name for name, many in _lines().items() if many > LONGEST}

    assert long == set(LONGER)


def _modules() -> set[str]:
    """What lies in ``bot/`` itself, but for words without code."""
    found = {path.stem for path in (ROOT / "bot").iterdir() if path.suffix == ".py"}
    return found | {path.parent.name for path in (ROOT / "bot").glob("*/__init__.py")} - {"bot"}


def test_every_module_has_its_layer() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = " ".join(contracts["contracts"][0]["layers"])

    assert _modules() - {"__init__"} == set(re.findall(r"bot\.(\w+)", layers))


def test_the_map_names_every_module() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    table = page.partition("## The layers")[2].partition("\n## ")[0]

    assert _modules() - {"__init__"} == set(re.findall(r"`bot/(\w+)(?:\.py|/)`", table))
