"""Files of questions, a JSON object a line, as the commands that judge them read them."""

from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from bot.domain.errors import ConfigError
from bot.domain.values import dataclass

#: The option that names such a file.
Questions = Annotated[
    Path,
    typer.Option("--jsonl", help='A file with {"id", "text"} a line.', exists=True, dir_okay=False),
]


@dataclass(frozen=True, slots=True)
class Given:
    """A line of the file."""

    id: Any  #: as it stood there: whoever wrote it recognises it
    text: str


def read(path: Path) -> list[Given]:
    """All questions of the file, in their order; empty lines are passed over.

    Raises ConfigError for a line that is none, before anything was made of the others.
    """
    lines = enumerate(path.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines(), start=1)
    return [_given(path, number, line) for number, line in lines if line.strip()]


def _given(path: Path, number: int, line: bytes) -> Given:
    try:
        found = orjson.loads(line)
    except orjson.JSONDecodeError:
        found = None
    match found:
        case {"id": name, "text": str(text)}:
            return Given(name, text)
        case _:
            raise ConfigError(
                f"{path}, line {number}: this is no question; "
                'write {"id": "q1", "text": "…"} on one line, in UTF-8, and run it again.'
            )
