"""JSON in and out of a text column."""

from typing import Any

import orjson


def dump(value: object) -> str:
    """Compact JSON; raises TypeError for what JSON cannot hold."""
    return orjson.dumps(value).decode()


def load(text: str) -> Any:
    """Read what ``dump`` wrote; an empty column is None."""
    return orjson.loads(text) if text else None
