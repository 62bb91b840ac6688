"""Whether two questions ask the same in other words, and why it looks so.

    judge().same_question(a, b)   # 0 to 1; from SAME on it is the same question

Pure apart from the packaged files. It suggests; joining is an official's decision.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from bot.understanding import learnt, logistic
from bot.understanding.bayes import Bayes
from bot.understanding.folding import fold, spelled, words
from bot.understanding.intents import Intents
from bot.understanding.likeness import Figures, alike_in, is_twin
from bot.understanding.looks import Believed, Look, believed_topics, looked_at
from bot.understanding.nearness import Nearness

#: From this likeness on, two texts ask the same.
SAME = 0.5

#: Looks that are kept: those of the newest questions are held against one after the other.
_KEPT = 1 << 12


#: How sure it is where nearly the same words were typed. Nobody writes such groups to learn from.
_TWINS = 0.97

#: The most that two faults at two places are alike, however much else is said of them.
_ELSEWHERE = 0.1


#: Words that are no reason: everybody uses them, whatever they ask.
_COMMON = frozenset(
    fold("""
    a anh ai bao bi biet cac cai chi cho chu co con cua da dau day de di den dinh duoc
    em gi gio giup ha hay hoi hom khi khong la lam lai len luc ma mau may minh moi mot muon
    nam nao nay ne nghe ngay nguoi nha nhe nhieu nhu nhung noi o oi phai qua ra roi sao
    se thang the thi thoi toi trong tu tui ve vi voi vo xin xuong y
    """).split()
)


class Judge:
    """Tells how surely two texts ask the same."""

    def __init__(
        self,
        *,
        topics: Bayes,
        intents: Intents,
        nearness: Nearness,
        telling: Mapping[str, float],
        weights: Mapping[str, float],
    ) -> None:
        self._topics, self._intents, self._nearness = topics, intents, nearness
        self._telling, self._weights = telling, weights
        self.look = lru_cache(maxsize=_KEPT)(self.fresh_look)

    def same_question(self, one: str, other: str) -> float:
        """How surely two texts ask the same, 0 to 1. Symmetric."""
        return self.likeness(self.look(one), self.look(other))

    def fresh_look(self, text: str) -> Look:
        """A text as it is compared; ``look`` keeps it."""
        topics = believed_topics(self._topics, text)
        intents = self._intents.believed(text, topics)
        return looked_at(text, Believed(topics, intents), self._telling)

    def seen(self, one: Look, other: Look) -> Figures:
        """In what two looks are alike and differ: what the weights are for."""
        return {**alike_in(one, other), **self._nearness.figures(one, other)}

    def likeness(self, one: Look, other: Look) -> float:
        figures = self.seen(one, other)
        belief = logistic.believed(figures, self._weights)
        if figures["fault elsewhere"]:
            return min(belief, _ELSEWHERE)
        return max(belief, _TWINS) if is_twin(figures) else belief


@cache
def judge() -> Judge:
    """The one who judges with what was learnt ahead; some hundredths of a second the first time."""
    known = learnt.read()
    intents = Intents(learnt.read_intents(), known.topics.labels)
    made = Judge(
        topics=Bayes(known.topics),
        intents=intents,
        nearness=Nearness(learnt.read_nearness()),
        telling=known.telling,
        weights=known.same,
    )
    made.fresh_look("a")  # reads what looks are taken with
    return made


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
