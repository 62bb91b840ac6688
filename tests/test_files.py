"""Every file can be read at one sitting, code and tests alike."""

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
