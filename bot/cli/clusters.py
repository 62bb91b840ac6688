"""The command that puts together what asks the same."""

import sys

import orjson

from bot.cli.jsonl import Questions, read
from bot.cli.options import DEFAULT, Config, programme_in, settings_of
from bot.understanding.clusters import Clusterer
from bot.understanding.routing import Router


def cluster(jsonl: Questions, config: Config = DEFAULT) -> None:
    """Say which questions are the same in other words: a line of JSON per input line."""
    clusterer = Clusterer(Router(programme_in(settings_of(config)).topics))
    given = read(jsonl)
    found = clusterer.clusters([one.text for one in given])
    for one, place in zip(given, found, strict=True):
        line = {"id": one.id, "cluster": given[place].id}
        sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
