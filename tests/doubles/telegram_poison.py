"""Updates of every kind with one thing wrong, anywhere in them."""

import copy
import random
from collections.abc import Iterator
from typing import Any

from tests.doubles.telegram_samples import FILES, MEMBERSHIPS, PRESSES, SAID, Json, message

SAMPLES: list[Json] = [
    *({"update_id": 900, "message": content} for content, _ in SAID.values()),
    *({"update_id": 900, "message": message(**content)} for content, _ in FILES.values()),
    *({"update_id": 900, **raw} for raw, _ in PRESSES.values()),
    *({"update_id": 900, **raw} for raw, _ in MEMBERSHIPS.values()),
]
_ODD: list[Any] = [None, True, -1, 0, 2**63, 1e300, "", "x", "\0", [], [1], {}, {"id": 1}, [[]]]


def paths(value: Any, prefix: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield (*prefix, key)
        if isinstance(inner, dict | list):
            yield from paths(inner, (*prefix, key))


def mutated(dice: random.Random) -> Json:
    raw = copy.deepcopy(dice.choice(SAMPLES))
    path = dice.choice(list(paths(raw)))
    target: Any = raw
    for step in path[:-1]:
        target = target[step]
    if dice.random() < 0.3:
        del target[path[-1]]
    else:
        target[path[-1]] = dice.choice(_ODD)
    return raw
