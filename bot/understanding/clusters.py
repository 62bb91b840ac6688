"""Which of many questions are the same in other words, so that one answer can serve all.

Pure: texts in, numbers out. It suggests; joining is an official's decision.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest

from bot.understanding.alike import Judge
from bot.understanding.looks import Look

#: From this likeness on, two texts of many ask the same.
SAME = 0.3

#: Each text is compared with so many before it, those whose words are nearest.
_NEIGHBOURS = 25
#: What an intent counts that both may mean, next to 1 for all words that both say.
_MEANT = 1.0
#: A text joins a cluster that it is like on the whole, not only one of its texts: on average.
_TOGETHER = 0.48
#: How much a rival counts: a third text that is as like one of the two, and not like the other.
_RIVAL = 0.5
_FAR, _NOWHERE, _SUREST = 3.0, -9.0, 1e-4
#: A word that stands in more than one of so many texts finds no neighbours, if it is in 50.
_EVERYWHERE, _OFTEN = 4, 50

Pairs = Mapping[tuple[int, int], float]  #: the earlier place first


def clusters(texts: Sequence[str], judge: Judge) -> list[int]:
    """For each text the place of the first one that asks the same; its own if it is alone.

    The likeliest pairs are joined first; two clusters become one if their texts are alike on
    average, so that a chain of likenesses does not swallow a near miss.
    """
    looks = [judge.fresh_look(text) for text in texts]
    near = neighbours(looks, _NEIGHBOURS)
    pairs = {(one, other): judge.likeness(looks[one], looks[other]) for one, other in near}
    return joined(len(texts), without_rivals(pairs))


def neighbours(looks: Sequence[Look], most: int) -> Iterator[tuple[int, int]]:
    """Pairs worth a comparison: each with the ``most`` before it whose words are nearest."""
    holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
    often = max(_OFTEN, len(looks) // _EVERYWHERE)
    for place, look in enumerate(looks):
        near: dict[int, float] = defaultdict(float)
        for token, weight in _told(look):
            if len(holding[token]) < often:
                for other, share in holding[token]:
                    near[other] += weight * share
            holding[token].append((place, weight))
        yield from ((other, place) for other in nlargest(most, near, key=near.__getitem__))


def _told(look: Look) -> Iterator[tuple[str, float]]:
    """What a text says, and what it may mean: the same thing in wholly other words is found too."""
    length = look.tokens.length
    yield from ((token, weight / length) for token, weight in look.tokens.of.items())
    yield from ((f"#{name}", _MEANT * share) for name, share in look.intents.items())


def without_rivals(pairs: Pairs) -> dict[tuple[int, int], float]:
    """Likenesses, raised where no third text comes near, and lowered where one does."""
    odds: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), likeness in pairs.items():
        odds[one][other] = odds[other][one] = _odds(likeness)
    return {
        (one, other): _likeness(odds[one][other], _rival(odds, one, other)) for one, other in pairs
    }


def _rival(odds: Mapping[int, Mapping[int, float]], one: int, other: int) -> float:
    """The best that one of the two is like, and the other is not."""
    return max(_best_but(odds[one], odds[other], other), _best_but(odds[other], odds[one], one))


def _best_but(mine: Mapping[int, float], yours: Mapping[int, float], other: int) -> float:
    return max(
        (one for place, one in mine.items() if place != other and yours.get(place, _NOWHERE) < 0),
        default=_NOWHERE,
    )


def _odds(likeness: float) -> float:
    sure = min(max(likeness, _SUREST), 1 - _SUREST)
    return math.log(sure / (1 - sure))


def _likeness(odds: float, rival: float) -> float:
    if odds < -_FAR:
        return 0.0
    return 1 / (1 + math.exp(-odds - _RIVAL * min(max(odds - rival, -_FAR), _FAR)))


def joined(many: int, pairs: Pairs) -> list[int]:
    """Put ``many`` questions into clusters; returns the first of its cluster for each.

    Pairs are looked at from the likeliest on. Two single questions join where they are alike; where
    one of them is in a cluster already, all of both sides have to be alike on average.
    """
    of = list(range(many))
    members = {place: [place] for place in of}
    for (first, second), likeness in sorted(pairs.items(), key=lambda one: (-one[1], one[0])):
        kept, gone = sorted((of[first], of[second]))
        if likeness < SAME or kept == gone:
            continue
        ones, others = members[kept], members[gone]
        alone = len(ones) == len(others) == 1
        if alone or _average(ones, others, pairs) >= _TOGETHER:
            for place in members[gone]:
                of[place] = kept
            members[kept] += members.pop(gone)
    return of


def _average(ones: Sequence[int], others: Sequence[int], pairs: Pairs) -> float:
    found = [pairs.get((min(a, b), max(a, b)), 0.0) for a in ones for b in others]
    return sum(found) / len(found)
