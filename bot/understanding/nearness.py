"""How near words are to each other in what they mean, told by the intents that say them.

"Cúp" is near to "mất" and to "ngưng", because people who ask about failing water say one or the
other. Two texts without a word in common may still say the same, word by word.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.understanding.looks import Look, Weighed

#: A word that was said less often is near to none.
_OFTEN = 2
#: Two words are near from so many hundredths on, if either counts the other among so many nearest.
_NEAR, _MOST = 20, 20
#: What is added to how often a word was to be expected: what is said once may be chance.
_CHANCE = 0.3
#: Words that are kept ready.
_KEPT = 1 << 12

Said = Iterable[tuple[str, Iterable[str]]]  #: intents, and the words of a text each


class Nearness:
    """Tells how near a word is to those of a text."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        """``rows``: by word "other, hundredths, other, hundredths …"; symmetric."""
        self._rows = rows
        self._near = lru_cache(maxsize=_KEPT)(self._opened)

    def _opened(self, word: str) -> Mapping[str, float]:
        told = self._rows.get(word, "").split(" ")
        return {
            other: int(share) / 100 for other, share in zip(told[::2], told[1::2], strict=False)
        }

    def told(self, one: Weighed, other: Weighed) -> float:
        """How much of what one says the other says, too, in the same or in near words; 0 to 1."""
        if not one.total or not other.total:
            return 0.0
        return sum(weight * self._told(word, other) for word, weight in one.of.items()) / one.total

    def _told(self, word: str, other: Weighed) -> float:
        if word in other.of:
            return 1.0
        near = self._near(word)
        return max((near[one] for one in near.keys() & other.of.keys()), default=0.0)

    def figures(self, one: Look, other: Look) -> dict[str, float]:
        """How much both tell, in all and near to what is asked; which is first does not matter."""
        all_ = sorted((self.told(one.tokens, other.tokens), self.told(other.tokens, one.tokens)))
        asked = sorted((self.told(one.focus, other.focus), self.told(other.focus, one.focus)))
        return {
            "told": all_[0],
            "told by one": all_[1],
            "focus told": asked[0],
            "focus told by one": asked[1],
        }


def learnt(said: Said) -> dict[str, str]:
    """The rows of a ``Nearness``, from texts whose intent is known.

    A word is a direction: how much more often each intent says it than was to be expected.
    """
    by_word, texts = _counted(said)
    spoken: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for word, counts in by_word.items():
        for intent, share in _direction(counts, texts):
            spoken[intent].append((word, share))
    near: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for words in spoken.values():
        for one, mine in words:
            for other, yours in words:
                near[one][other] += mine * yours
    return _written({word: _nearest(word, others) for word, others in near.items()})


def _counted(said: Said) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """How often each intent says each word, and how many texts each has."""
    by_word: dict[str, Counter[str]] = defaultdict(Counter)
    texts: Counter[str] = Counter()
    for intent, words in said:
        texts[intent] += 1
        for word in words:
            by_word[word][intent] += 1
    often = {one: counts for one, counts in sorted(by_word.items()) if counts.total() >= _OFTEN}
    return often, texts


def _direction(counts: Counter[str], texts: Counter[str]) -> list[tuple[str, float]]:
    every = counts.total() / texts.total()
    told = {one: math.log1p(n / (every * texts[one] + _CHANCE)) for one, n in counts.items()}
    length = math.hypot(*told.values())
    return [(intent, share / length) for intent, share in told.items()]


def _nearest(word: str, others: Mapping[str, float]) -> dict[str, int]:
    near = {one: round(100 * share) for one, share in others.items() if one != word}
    first = sorted(near, key=lambda one: (-near[one], one))[:_MOST]
    return {one: near[one] for one in first if near[one] >= _NEAR}


def _written(near: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Rows: who is near to one is so in both directions."""
    both: dict[str, dict[str, int]] = defaultdict(dict)
    for word, others in near.items():
        for other, hundredths in others.items():
            both[word][other] = both[other][word] = hundredths
    return {
        word: " ".join(f"{other} {hundredths}" for other, hundredths in sorted(others.items()))
        for word, others in both.items()
    }
