"""The named SQL statements of the ``.sql`` files, read once.

A file holds blocks: a line ``-- name: question_file``, lines of explanation, one statement. What
several of its statements have in common is a block of its own above them: ``-- part: columns``,
put in where they say ``{columns}``.
Parameters are written ``:name``; both engines get them by position, SQLite as ``?1`` and PostgreSQL
as ``$1``. What only PostgreSQL understands is written as ``/* PostgreSQL: FOR UPDATE */``.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from bot.domain.values import dataclass

_BLOCK = re.compile(
    r"^-- (name|part): (\w+)\n(.*?)(?=^-- (?:name|part): |\Z)", re.MULTILINE | re.DOTALL
)
_PART = re.compile(r"\{(\w+)\}")
_PARAMETER = re.compile(r"(?<![:\w]):([a-z_]\w*)")
_POSTGRES_ONLY = re.compile(r"/\* PostgreSQL: (.*?) \*/")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement in both dialects, and the order of its parameters."""

    name: str
    sqlite: str
    postgres: str
    parameters: tuple[str, ...]
    returns: bool  #: whether it changes rows and tells them

    def bind(self, values: Mapping[str, object]) -> list[object]:
        """The values in the order of the placeholders; a missing or unknown name is a KeyError."""
        if len(values) != len(self.parameters):
            raise KeyError(f"{self.name} takes {self.parameters}, not {tuple(values)}")
        return [values[name] for name in self.parameters]


@cache
def statements() -> dict[str, Statement]:
    """Every named statement of the package."""
    found: dict[str, Statement] = {}
    for source in sorted(files("storage").iterdir(), key=lambda one: one.name):
        if source.name.endswith(".sql"):
            for statement in parse(source.read_text("utf-8")):
                if statement.name in found:
                    raise KeyError(f"two statements are named {statement.name}")
                found[statement.name] = statement
    return found


def parse(text: str) -> Iterator[Statement]:
    """Read the blocks of one file. A part that is not there, or not yet, is a KeyError."""
    parts: dict[str, str] = {}
    for kind, name, body in _BLOCK.findall(text):
        sql = "\n".join(line for line in body.splitlines() if not line.startswith("--")).strip()
        sql = _PART.sub(lambda match: parts[match[1]], sql)
        if kind == "part":
            parts[name] = sql
        else:
            yield _statement(name, sql)


def _statement(name: str, sql: str) -> Statement:
    order = tuple(dict.fromkeys(_PARAMETER.findall(sql)))
    return Statement(
        name=name,
        sqlite=_place(_POSTGRES_ONLY.sub("", sql), order, "?"),
        postgres=_place(_POSTGRES_ONLY.sub(r"\1", sql), order, "$"),
        parameters=order,
        returns="RETURNING" in sql,
    )


def _place(sql: str, order: tuple[str, ...], sign: str) -> str:
    return _PARAMETER.sub(lambda match: f"{sign}{order.index(match[1]) + 1}", sql)
