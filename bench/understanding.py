"""How often a question is sent to the right agency, how long that takes, and a deadline's cost.

Right is: in ``agency`` or ``also`` of the sample. Each question is asked of a router that has
learnt from the other folds of the sample (repetitions of one question stay together).
"""

import json
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from bench import held_back
from bench.figures import Figure, percentile
from bench.held_back import share
from bench.people import EXAMPLES
from bench.rig import Bench, example
from bot.domain.programme import Programme
from bot.understanding.examples import Example, Intent
from bot.understanding.routing import Router

Row = dict[str, Any]

#: How often the agency should be right first, and among the first three, in percent.
_FIRST, _THREE = 92, 99


@dataclass(slots=True)
class Score:
    """How the questions asked so far were answered."""

    asked: int = 0
    first: int = 0
    three: int = 0


async def measure(bench: Bench) -> list[Figure]:
    programme = example()
    bench.tell(f"routing, {bench.sizes.folds} folds")
    files = [EXAMPLES, *sorted(EXAMPLES.with_suffix("").glob("*.jsonl"))]
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    score = _cross_validated(programme, rows, bench.sizes.folds)
    bench.tell("routing and deadlines, time")
    router = Router(programme.topics_on(_start().date()))
    unseen = Score()
    for row in held_back.read("questions"):
        _ask(router, row, unseen)
    texts = [row["text"] for row in rows if row["from"] == "sample"][: bench.sizes.repeats]
    return [
        *_shares("route", "", score, "of the sample, cross-validated"),
        *_shares("route_unseen", ", unseen", unseen, "held back"),
        *held_back.figures(router),
        _time(
            "route_time", "a question's agency", [partial(router.suggest, text) for text in texts]
        ),
        _time("deadline_time", "a deadline", _deadlines(programme, bench.sizes.repeats)),
    ]


def _start() -> datetime:
    return datetime.now(UTC)


def _cross_validated(programme: Programme, rows: list[Row], folds: int) -> Score:
    sample = [row for row in rows if row["from"] == "sample"]
    own = [row for row in rows if row["from"] != "sample"]
    groups = sorted({_group(row) for row in sample})
    random.Random(1).shuffle(groups)
    fold_of = {group: place % folds for place, group in enumerate(groups)}
    score = Score()
    for fold in range(folds):
        learnt = [row for row in sample if fold_of[_group(row)] != fold]
        router = _taught(programme, [*learnt, *own])
        for row in sample:
            if fold_of[_group(row)] == fold:
                _ask(router, row, score)
    return score


def _group(row: Row) -> str:
    return str(row["duplicate_of"] or row["id"])


def _taught(programme: Programme, rows: list[Row]) -> Router:
    examples = [Example(text=r["text"], topic=r["topic"], kind=Intent(r["kind"])) for r in rows]
    return Router(programme.topics_on(_start().date()), examples)


def _ask(router: Router, row: Row, score: Score) -> None:
    found, right = router.suggest(row["text"]), {row["agency"], *row["also"]}
    score.asked += 1
    score.first += found.agency in right
    score.three += bool(right & {found.agency, *found.alternatives[:2]})


def _shares(name: str, which: str, score: Score, whose: str) -> list[Figure]:
    first, three = f"right agency first{which}", f"right in the first three{which}"
    return [
        share(f"{name}_first", first, score.first, score.asked, whose, goal=_FIRST),
        share(f"{name}_three", three, score.three, score.asked, whose, goal=_THREE),
    ]


def _deadlines(programme: Programme, many: int) -> list[Callable[[], object]]:
    """Arrivals all over the coming year."""
    start = _start()
    moments = [start + timedelta(minutes=525_600 * at / many) for at in range(many)]
    return [partial(programme.calendar.due, at, 7) for at in moments]


def _time(name: str, title: str, calls: list[Callable[[], object]]) -> Figure:
    spent = []
    for call in calls:
        began = time.perf_counter()
        call()
        spent.append(1e6 * (time.perf_counter() - began))
    return Figure(
        name=name,
        title=title,
        value=statistics.median(spent),
        unit="µs",
        better="lower",
        against=f"{len(spent)} calls; p99 {percentile(spent, 0.99):,.0f} µs",
    )
