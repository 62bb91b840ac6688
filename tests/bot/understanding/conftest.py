"""The topics of the example programme, and a router for them."""

import json
from pathlib import Path

import pytest

from bot.domain.agencies import Topic
from bot.understanding.routing import Router

TOPICS = Path(__file__).parents[2] / "data/topics.json"


@pytest.fixture(scope="session")
def topics() -> list[Topic]:
    return [
        Topic(
            id=row["id"],
            name=row["name"],
            agency=row["agency"],
            also=tuple(row["also"]),
            words=tuple(row["words"]),
            forwarded=row["forwarded"],
        )
        for row in json.loads(TOPICS.read_text("utf-8"))
    ]


@pytest.fixture(scope="session")
def router(topics: list[Topic]) -> Router:
    return Router(topics)
