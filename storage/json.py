"""JSON in and out of a text column."""

from collections.abc import Iterable
from typing import Any

import orjson


def dump(value: object) -> str:
    """Compact JSON; raises TypeError for what JSON cannot hold."""
    return orjson.dumps(value).decode()


def load(text: str) -> Any:
    """Read what ``dump`` wrote; an empty column is None."""
    return orjson.loads(text) if text else None


def keys(ids: Iterable[int]) -> str:
    """Ids for one statement on both engines: an object with a key each, read by ``json_each``."""
    return dump(dict.fromkeys(map(str, ids), 0))
