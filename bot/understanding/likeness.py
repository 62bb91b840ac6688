"""In what two questions are alike, and in what they differ: figures that are weighed together."""

import math
from collections.abc import Collection, Iterator, Set

from bot.understanding.looks import Look, Weighed

_CONCEPT, _INSTEAD = 0.25, 0.25  # what a single concept weighs, next to 1 for a figure
_NOTHING_OF = 0.2  # of two texts that ask of nothing in particular

_NOWHERE = 1e-3  #: below this chance that both mean the same intent, less makes no difference

#: From this share of common words on, texts are the same unless one of these tells them apart.
_TWIN = 0.7
_APART = (
    *("other state", "state in one", "other who", "other kind", "kind in one", "other fault"),
    *("other place", "other sum", "other asked", "left over"),
)

Figures = dict[str, float]


def common_belief(one: Look, other: Look) -> float:
    """How far two texts are about the same topics, 0 to 1."""
    return sum(math.sqrt(share * other.topics.get(name, 0.0)) for name, share in one.topics.items())


def alike_in(one: Look, other: Look) -> Figures:
    """In what two looks are alike and differ, by name; which comes first makes no difference."""
    said = _said(one, other)
    asked = _asked(one, other)
    topic, like = common_belief(one, other), said["cosine"]
    return {
        **said,
        **asked,
        **_matters(one, other),
        **_differing(one, other),
        **_meant(one, other, topic, said["cosine"], asked["asked"]),
        "topic": topic,
        "topic squared": topic * topic,
        "topic cosine": topic * like,
        "asked cosine": asked["asked"] * like,
        "other asked cosine": asked["other asked"] * like,
        **_by_concept(one, other),
    }


def is_twin(figures: Figures) -> bool:
    """Whether nearly the same was typed, and nothing makes it another question."""
    return figures["dice"] >= _TWIN and not any(figures[name] for name in _APART)


def _said(one: Look, other: Look) -> Figures:
    """How much both say, in all and next to what only one says."""
    less, more = sorted((one.tokens, other.tokens), key=lambda said: said.total)
    both = _both(less, more)
    total, squared = sum(both), sum(weight * weight for weight in both)
    first, second, third = [*sorted(both, reverse=True), 0.0, 0.0, 0.0][:3]
    return {
        "pair": 1.0,
        "both": math.log1p(total),
        "both telling": math.log1p(squared),
        "only less": math.log1p(max(0.0, less.total - total)),
        "only more": math.log1p(max(0.0, more.total - total)),
        "covered": _share(total, less.total),
        "dice": _share(2 * total, less.total + more.total),
        "cosine": _share(squared, less.length * more.length),
        "first": first,
        "second": second,
        "third": third,
        "longer": abs(math.log((less.total + 1) / (more.total + 1))),
        "little": math.log1p(less.total),
        "in a row": math.log1p(sum(_both(one.pairs, other.pairs))),
        "rows": _cosine(one.pairs, other.pairs),
    }


def _matters(one: Look, other: Look) -> Figures:
    return {
        "matter": _cosine(one.matters, other.matters),
        "matter covered": _share(
            sum(_both(one.matters, other.matters)), min(one.matters.total, other.matters.total)
        ),
        "left over": min(_left(one.matters, other.matters), _left(other.matters, one.matters)),
    }


def _asked(one: Look, other: Look) -> Figures:
    """Whether the same is asked, and of the same: the words near to it."""
    mine = _share(sum(_both(one.focus, other.tokens)), one.focus.total)
    yours = _share(sum(_both(other.focus, one.tokens)), other.focus.total)
    return {
        "asked": _shared(one.asks, other.asks, 0.5),
        "nothing asked": float(not one.asks or not other.asks),
        "other asked": _differ(one.asks, other.asks),
        "asked of": _shared(one.asked_of, other.asked_of, _NOTHING_OF),
        "focus": _cosine(one.focus, other.focus),
        "focus covered": _share(
            sum(_both(one.focus, other.focus)), min(one.focus.total, other.focus.total)
        ),
        "focus heard": min(mine, yours),
        "focus heard by one": max(mine, yours),
    }


def _meant(one: Look, other: Look, topic: float, like: float, asked: float) -> Figures:
    """How far both mean one of the known intents, and how sure that is."""
    mine, yours = one.intents, other.intents
    both = sum(share * yours.get(name, 0.0) for name, share in mine.items())
    common = sum(math.sqrt(share * yours.get(name, 0.0)) for name, share in mine.items())
    sure = min(max(mine.values(), default=0.0), max(yours.values(), default=0.0))
    near = 1 + math.log(both + _NOWHERE) / -math.log(_NOWHERE)
    return {
        "meant": both,
        "nearly meant": near,
        "intents": common,
        "sure of intents": sure,
        "other meant": sure * (1 - common),
        "meant topic": near * topic,
        "meant cosine": near * like,
        "meant asked": near * asked,
    }


def _differing(one: Look, other: Look) -> Figures:
    """Other households, people, kinds, places, sums of money: mostly another question."""
    elsewhere = _by_unit_differ(one.places, other.places)
    return {
        "other state": _differ(one.states, other.states),
        "state in one": _in_one(one.states, other.states),
        "other who": _differ(one.who, other.who),
        "who in one": _in_one(one.who, other.who),
        "other kind": _differ(one.kinds, other.kinds),
        "kind in one": _in_one(one.kinds, other.kinds),
        "other fault": _differ(one.faults, other.faults),
        "fault in one": _in_one(one.faults, other.faults),
        "other place": elsewhere,
        "fault elsewhere": elsewhere * bool(one.faults or other.faults),
        "same place": float(bool(one.places & other.places)),
        "other sum": _by_unit_differ(one.sums, other.sums),
        "same sum": float(bool(one.sums & other.sums)),
    }


def _by_concept(one: Look, other: Look) -> Figures:
    """Each concept that both have, that only one has, and what is asked instead of it."""
    both = {f"both {name}": _CONCEPT for name in sorted(one.concepts & other.concepts)}
    either = {f"one {name}": _CONCEPT for name in sorted(one.concepts ^ other.concepts)}
    return {**both, **either, **dict.fromkeys(_instead(one.asks, other.asks), _INSTEAD)}


def _instead(one: Set[str], other: Set[str]) -> Iterator[str]:
    for mine in sorted(one - other):
        for yours in sorted(other - one):
            yield " or ".join(sorted((mine, yours)))


def _both(one: Weighed, other: Weighed) -> list[float]:
    """What both say, and how much it tells."""
    less, more = (one.of, other.of) if len(one.of) <= len(other.of) else (other.of, one.of)
    return [min(weight, more[name]) for name, weight in less.items() if name in more]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _cosine(one: Weighed, other: Weighed) -> float:
    squared = sum(weight * weight for weight in _both(one, other))
    return _share(squared, one.length * other.length)


def _left(one: Weighed, other: Weighed) -> float:
    """The most telling of what one has and the other has not."""
    return max((weight for name, weight in one.of.items() if name not in other.of), default=0.0)


def _shared(one: Collection[object], other: Collection[object], neither: float) -> float:
    mine, yours = set(one), set(other)
    return len(mine & yours) / len(mine | yours) if mine or yours else neither


def _differ(one: Set[str], other: Set[str]) -> float:
    return float(bool(one and other) and not one & other)


def _in_one(one: Set[str], other: Set[str]) -> float:
    return float(bool(one) != bool(other))


def _by_unit_differ(one: Set[tuple[str, str]], other: Set[tuple[str, str]]) -> float:
    """Whether both name a hẻm, a khóm, millions, and not the same."""
    elsewhere = {unit for unit, _ in one} & {unit for unit, _ in other}
    return float(bool(elsewhere - {unit for unit, _ in one & other}))
