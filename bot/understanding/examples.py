"""Questions whose topic is known: what is learnt from."""

import json
from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable

from bot.domain.values import dataclass


class Intent(StrEnum):
    """What a message wants."""

    QUESTION = "question"
    REQUEST = "request"
    COMPLAINT = "complaint"
    THANKS = "thanks"
    OFFTOPIC = "offtopic"
    ABUSE = "abuse"


#: What asks for something; the others ask nobody.
WISHES = (Intent.QUESTION, Intent.REQUEST, Intent.COMPLAINT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question whose topic is known."""

    text: str
    topic: str
    kind: Intent
    intent: str = ""  #: which fine intent of the topic it has (``intents.py``), where that is known
    cluster: str = ""  #: who of the same ward asks the same; what a whole ward asks has it
    sensitive: str = (
        ""  #: "calm", or why it must not lie open (``danger.KINDS``), where a person said
    )


def read_examples() -> list[Example]:
    """The packaged examples: the sample questions of the programme, and more of the same kind."""
    return [
        Example(
            text=row["text"],
            topic=row["topic"],
            kind=Intent(row["kind"]),
            intent=row.get("intent", ""),
            cluster=row.get("cluster", ""),
            sensitive=row.get("sensitive", ""),
        )
        for file in _files()
        for row in map(json.loads, file.read_text("utf-8").splitlines())
    ]


def _files() -> Iterator[Traversable]:
    here = files(__package__)
    yield here / "examples.jsonl"
    more = [file for file in (here / "examples").iterdir() if file.name.endswith(".jsonl")]
    yield from sorted(more, key=lambda file: file.name)
