"""Whether two questions ask the same in other words, and why it looks so.

Pure: two texts in, a likeness out. It suggests; joining is an official's decision. Where both name
numbers, or kinds of household, and none of them is the same, they are two questions: who is poor
gets another answer than who has just escaped poverty.
"""

import math
import re
from collections.abc import Mapping
from functools import lru_cache

from bot.understanding.bayes import features
from bot.understanding.folding import fold, spelled, words

#: From this likeness on, two texts ask the same.
SAME = 0.25

#: The kinds of household that policies tell apart, the narrower before the wider.
_KINDS = ("moi thoat ngheo", "can ngheo", "ngheo", "khmer", "khuyet tat", "nguoi cao tuoi")

#: Words that everybody uses, whatever they ask.
_COMMON = frozenset(
    fold("""
    a anh ai bao bi biet cac cai chi cho chu co con cua da dau day de di den dinh duoc
    em gi gio giup ha hay hoi hom khi khong la lam lai len luc ma mau may minh moi mot muon
    nam nao nay ne nghe ngay nguoi nha nhe nhieu nhu nhung noi o oi phai qua ra rang roi sao
    se thang the thi thoi toi trong tu tui ve vi voi vo xin xuong y
    """).split()
)

_DIGITS = re.compile(r"\d+")


def same_question(one: str, other: str) -> float:
    """How surely two texts ask the same, 0 to 1; from ``SAME`` on they do. Symmetric."""
    both_told = zip(_told(one), _told(other), strict=True)
    if any(mine and yours and mine.isdisjoint(yours) for mine, yours in both_told):
        return 0.0
    first, second = _weights(one), _weights(other)
    return sum(weight * second.get(word, 0.0) for word, weight in first.items())


def why(one: str, other: str, most: int = 4) -> list[str]:
    """What both ask about, in the words of ``one``; neighbouring words together, if any are."""
    shared = set(words(other)) - _COMMON
    runs: list[list[str]] = [[]]
    for word in spelled(one):
        if shared.issuperset(word.words):
            runs[-1].append(word.typed.lower())
        elif runs[-1]:
            runs.append([])
    phrases = dict.fromkeys(" ".join(run) for run in runs if run)
    longest = sorted(phrases, key=lambda phrase: -len(phrase.split()))[:most]
    return [one for one in longest if " " in one] or longest


@lru_cache(maxsize=4096)
def _weights(text: str) -> Mapping[str, float]:
    """What is said and how much that tells, of length 1."""
    seen = {word: weight for word, weight in features(text).items() if word not in _COMMON}
    length = math.sqrt(sum(weight * weight for weight in seen.values())) or 1.0
    return {word: weight / length for word, weight in seen.items()}


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers and the kinds of household that a text names."""
    said = " ".join(words(text))
    kinds = set[str]()
    for kind in _KINDS:
        if kind in said:
            kinds.add(kind)
            said = said.replace(kind, " ")
    return frozenset(_DIGITS.findall(said)), frozenset(kinds)
