"""The documents, taken apart: what they name in code style, what they show in italics."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
)
OPERATING = ROOT / "docs" / "operating.md"
DECISIONS = ROOT / "docs" / "decisions"

#: Where names of ours stand.
SOURCES = ("bot", "handlers", "storage", "tests", "config.example.toml", "pyproject.toml")

#: What looks for names in documents is no source of names.
_THEIR_TESTS = (Path(__file__), Path(__file__).parent / "test_documents.py")

#: What appears when the program is installed or runs.
MADE = re.compile(r"(\.venv|data|config\.toml$)")

#: Addresses of package registries, and paths of one machine, have no place in a document.
STRANGERS = re.compile(
    r"\b(?:py[p]i|npm[j]s|crates|docker)\.(?:org|com|io)\b|python[h]osted"
    r"|(?<![\w.])/(?:work|tmp|root|home|Users|mnt)\b|\.\.[/]shared",
    re.IGNORECASE,
)

#: Names in code style that belong to others.
OTHERS = ("--require-hashes", "/newbot")

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_ITALIC = re.compile(r"(?<![*\w])\*(?![*\s])([^*]+?)(?<!\s)\*(?!\*)")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FILE = re.compile(r"[\w.-]+\.(?:md|toml|py|sql|ftl|txt|in|jsonl|tsv)|Makefile|LICENSE")


@dataclass(frozen=True, slots=True)
class Page:
    """One document, taken apart."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def fences(self) -> list[str]:
        """The lines of its code blocks."""
        return [line for block in _FENCE.findall(self.text) for line in block.splitlines()[1:-1]]

    @property
    def prose(self) -> str:
        return _FENCE.sub("", self.text)

    @property
    def spans(self) -> list[str]:
        """What is written in code style within a line."""
        return _SPAN.findall(self.prose)

    @property
    def italics(self) -> list[str]:
        found = _ITALIC.findall(_SPAN.sub("", self.prose))
        return [" ".join(words.split()) for words in found]

    @property
    def anchors(self) -> set[str]:
        """The places within it that a link can lead to."""
        headings = re.findall(r"^#+ (.+)$", self.prose, re.MULTILINE)
        return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@cache
def pages() -> list[Page]:
    return [Page(path, path.read_text("utf-8")) for path in PAGES]


def named(pattern: str) -> Iterator[tuple[str, str]]:
    """(page, name) for everything in code style that looks like ``pattern`` as a whole."""
    for page in pages():
        for span in page.spans:
            if re.fullmatch(pattern, span) and span not in OTHERS:
                yield page.name, span


@cache
def sources() -> str:
    """Everything we wrote that is no document."""
    files = [file for name in SOURCES for file in (ROOT / name, *(ROOT / name).rglob("*"))]
    kinds = (".py", ".sql", ".toml", ".ftl", ".html", ".js")
    mine = [file for file in files if file.suffix in kinds and file not in _THEIR_TESTS]
    return "\n".join(file.read_text("utf-8") for file in mine)
