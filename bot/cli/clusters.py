"""The command that puts together what asks the same."""

import sys

import orjson

from bot.cli.jsonl import Questions, read
from bot.cli.options import DEFAULT, Config
from bot.understanding.alike import judge
from bot.understanding.clusters import clusters


def cluster(jsonl: Questions, _config: Config = DEFAULT) -> None:
    """Say which questions are the same in other words: a line of JSON per input line."""
    given = read(jsonl)
    found = clusters([one.text for one in given], judge())
    for one, place in zip(given, found, strict=True):
        line = {"id": one.id, "cluster": given[place].id}
        sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
