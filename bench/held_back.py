"""What is understood of messages that nothing was taught with: danger, small talk, clusters.

``tests/data/held_back/README.md`` says how they were written. Only totals are made of them.
"""

import json
from collections import Counter
from itertools import combinations
from typing import Any

from bench.figures import Better, Figure, interval
from bench.people import EXAMPLES
from bench.rig import ROOT
from bot.domain.questions import SEALED
from bot.understanding.alike import judge
from bot.understanding.clusters import clusters
from bot.understanding.routing import NOBODY, Router

Row = dict[str, Any]


def read(name: str) -> list[Row]:
    path = ROOT / f"tests/data/held_back/{name}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def figures(router: Router) -> list[Figure]:
    return [
        _nobody(router),
        *_danger(router),
        *_turned_away(router),
        *_veiled(router),
        *_clusters(),
        *_ward(router),
    ]


def _nobody(router: Router) -> Figure:
    rows = [row for row in read("questions") if row["agency"] == NOBODY]
    kept = sum(router.suggest(row["text"]).agency == NOBODY for row in rows)
    title = "messages for nobody kept out"
    return share("nobody_recall", title, kept, len(rows), "unseen", goal=90)


def _danger(router: Router) -> list[Figure]:
    rows = read("danger")
    sealed: Counter[str | None] = Counter()
    for row in rows:
        sealed[row["sensitive"]] += _is_sealed(router, row["text"])
    many = Counter(row["sensitive"] for row in rows)
    calm = (None, "private")
    return [
        _sealed("crisis", "danger", sealed["crisis"], many["crisis"]),
        _sealed("accusation", "accusations", sealed["accusation"], many["accusation"]),
        share(
            "false_alarms",
            "what only sounds like danger, sealed",
            sum(sealed[one] for one in calm),
            sum(many[one] for one in calm),
            "written to mislead",
            better="lower",
        ),
    ]


def _turned_away(router: Router) -> list[Figure]:
    """Who was refused something, and who tells of a wrong with the same verbs."""
    rows = read("turned_away")
    sealed = Counter((bool(row["sensitive"]), _is_sealed(router, row["text"])) for row in rows)
    calm, grave = (sealed[one, True] + sealed[one, False] for one in (False, True))
    title = "who was only turned away, sealed"
    return [
        share("turned_away", title, sealed[False, True], calm, "held back", better="lower"),
        _sealed(
            "turned_away_danger", "danger and accusations beside them", sealed[True, True], grave
        ),
    ]


def _veiled(router: Router) -> list[Figure]:
    """Who says by the way, or politely, that an official did wrong; and who does not."""
    rows = read("veiled")
    sealed = Counter((bool(row["sensitive"]), _is_sealed(router, row["text"])) for row in rows)
    calm, grave = (sealed[one, True] + sealed[one, False] for one in (False, True))
    title = "what only sounds like a veiled accusation, sealed"
    return [
        _sealed("veiled", "veiled accusations", sealed[True, True], grave),
        share("veiled_alarms", title, sealed[False, True], calm, "held back", better="lower"),
    ]


def _is_sealed(router: Router, text: str) -> bool:
    return router.suggest(text).sensitive in SEALED


def _sealed(name: str, what: str, seen: int, many: int) -> Figure:
    return share(f"{name}_recall", f"{what} sealed", seen, many, "unseen", goal=95)


def _clusters() -> list[Figure]:
    rows = [(row["cluster"], row["text"]) for row in read("duplicates")]
    texts = (ROOT / "tests/data/alike.jsonl").read_text("utf-8").splitlines()
    apart = [(row["cluster"], row["text"]) for row in map(json.loads, texts)]
    told = "that taught nothing"
    return [
        *pairs("cluster", "pairs of a cluster", rows, "unseen"),
        *pairs("cluster_apart", "pairs of groups written apart", apart, told),
        *pairs("cluster_sample", "pairs of the sample's repetitions", _sample(), told),
    ]


def _ward(router: Router) -> list[Figure]:
    """A whole ward by another writer: only the agency that was named is right."""
    rows = read("ward")
    found = [router.suggest(row["text"]) for row in rows]
    first = sum(one.agency == row["agency"] for one, row in zip(found, rows, strict=True))
    calm = [
        one.sensitive in SEALED
        for one, row in zip(found, rows, strict=True)
        if row["sensitive"] is None and row["sure"]
    ]
    asked = [(row["cluster"], row["text"]) for row in rows]
    return [
        share("ward_first", "right agency first, a whole ward", first, len(rows), "held back"),
        share(
            "ward_alarms",
            "everyday questions of a ward, sealed",
            sum(calm),
            len(calm),
            "held back",
            better="lower",
        ),
        *pairs("cluster_ward", "pairs of a whole ward", asked, "held back"),
    ]


def _sample() -> list[tuple[str, str]]:
    rows = map(json.loads, EXAMPLES.read_text("utf-8").splitlines())
    return [
        (row["duplicate_of"] or row["id"], row["text"]) for row in rows if row["from"] == "sample"
    ]


def pairs(name: str, title: str, rows: list[tuple[str, str]], whose: str) -> list[Figure]:
    """Of (cluster, text): how many of the pairs that are put together belong, and the reverse."""
    found = clusters([text for _, text in rows], judge())
    told = same = both = 0
    for (one, cluster), (other, other_cluster) in combinations(zip(rows, found, strict=True), 2):
        is_same, is_told = one[0] == other[0], cluster == other_cluster
        same, told, both = same + is_same, told + is_told, both + (is_same and is_told)
    return [
        share(f"{name}_precision", f"{title} that ask the same", both, told, whose, goal=95),
        share(f"{name}_recall", f"{title} that were found", both, same, whose, goal=85),
    ]


def share(
    name: str,
    title: str,
    part: int,
    whole: int,
    whose: str,
    *,
    goal: float | None = None,
    better: Better = "higher",
) -> Figure:
    """A share in percent, with what chance alone makes of it in 95 of 100 cases."""
    low, high = interval(part, whole)
    return Figure(
        name=name,
        title=title,
        value=100 * part / whole,
        unit="%",
        better=better,
        goal=goal,
        against=f"{part} of {whole} {whose}; 95 %: {low:.1%} to {high:.1%}",
    )
