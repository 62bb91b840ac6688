"""A question taken apart, as it is held against others: made once, compared with many."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bot.domain.values import dataclass
from bot.understanding.bayes import Bayes, features
from bot.understanding.concepts import ASKED, STATES, Named, named_in
from bot.understanding.folding import fold, words

#: What everybody says tells nothing: below this it does not count.
_COMMON = 0.1
#: What a word or concept tells that was never counted, next to 1 for the rarest.
_UNKNOWN = 1.0
#: A word within a concept's phrase says the same once more.
_COVERED = 0.5
#: Khmer script has no spaces: it is seen as pieces of so many letters, each of which tells little.
_PIECE, _PIECES = 4, 0.2
#: How quickly a topic that fits less well loses belief, and from which share on one counts.
_SHARPNESS, _LEAST = 2.0, 0.005
#: The words before and after what is asked that say of what it is asked.
_BEFORE, _AFTER = 6, 5
_LAST = 10  # words, where nothing is asked aloud
_MATTERS_BEFORE, _MATTERS_AFTER = 7, 3
_KHMER = "\u1780"

#: Words of one meaning: as people say, as it is written.
_ONE_WORD = {
    **dict.fromkeys(("tui", "minh"), "toi"),
    **dict.fromkeys(("dum", "gium"), "giup"),
    **dict.fromkeys(("ba", "tia"), "cha"),
    **dict.fromkeys(("lanh", "linh"), "nhan"),
    "bua": "ngay",
    "nhiu": "nhieu",
    "vo": "vao",
    "biu": "bao",
    "keu": "goi",
    "rot": "mat",
    "coi": "xem",
    "dem": "mang",
    "xai": "dung",
    "hu": "hong",
    "hoai": "mai",
}
#: Words without a matter of their own, which everybody uses.
_EMPTY = frozenset(
    fold("""
    a ad ai anh ba bi cac cai cha chi cho chu co con cua cung da dau day de den di duoc em gi gia
    dinh gio giup ha hay ho hoi hom khi khong la lai lam len ma minh moi mot muon nao nay ne nguoi
    nha nhe nhu nhung no nua o oi ong phai qua ra roi sao thay the thi thoi toi trong tu va vao
    ve vi vo voi xin
    """).split()
)

_PLACE = re.compile(r"\b(hem|khom|ap|phuong|lop|xa|duong|to|quy|so|hoc ky) (\d+)\b")
_VILLAGE = re.compile(r"\b(ap|cu lao) ([a-z]+ [a-z]+)\b")
_SPOKEN = re.compile(r"\b(hem|khom|phuong|lop) (mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\b")
_DIGITS = {
    said: number
    for number, said in enumerate(
        ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"), start=1
    )
}
_MONEY = re.compile(r"\b(\d+)( 000)? (trieu|ngan|dong|khoi)\b")


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is said, and how much each of it tells."""

    of: Mapping[str, float]
    total: float
    length: float

    @classmethod
    def read(cls, of: Mapping[str, float]) -> "Weighed":
        told = {name: one for name, one in of.items() if one > 0}
        length = math.sqrt(sum(one * one for one in told.values()))
        return cls(told, sum(told.values()), length)


@dataclass(frozen=True, slots=True)
class Believed:
    """What a text is about, in shares of belief that sum up to nearly 1."""

    topics: Mapping[str, float]
    intents: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A text as it is compared."""

    topics: Mapping[str, float]  #: shares of belief
    intents: Mapping[str, float]  #: shares of belief
    concepts: frozenset[str]
    asks: frozenset[str]
    states: frozenset[str]  #: poor, near-poor, just escaped
    who: frozenset[str]  #: whom else it is about
    kinds: frozenset[str]
    faults: frozenset[str]
    matters: Weighed  #: concepts that are no question
    tokens: Weighed  #: matters and the words around them
    focus: Weighed  #: those near to what is asked
    pairs: Weighed  #: of neighbouring words
    asked_of: frozenset[tuple[str, str]]  #: what is asked, with a matter beside it
    places: frozenset[tuple[str, str]]  #: ("hem", "84")
    sums: frozenset[tuple[str, str]]  #: ("trieu", "50")


def believed_topics(topics: Bayes, text: str) -> dict[str, float]:
    """How much of the belief each topic gets; hardly any is left out."""
    scores = topics.scores(features(text))
    top = max(scores.values())
    raw = {name: math.exp(_SHARPNESS * (one - top)) for name, one in scores.items()}
    every = sum(raw.values())
    return {name: one / every for name, one in raw.items() if one / every >= _LEAST}


def looked_at(text: str, believed: Believed, telling: Mapping[str, float]) -> Look:
    """``telling``: how much a word or a concept tells, 0 to 1: what everybody says tells little."""
    text = text.replace("%", " phần trăm ")
    said, named = words(text), named_in(text)
    names = frozenset(one.name for one in named)
    matters = [one for one in named if not one.name.startswith(ASKED)]
    asked = [one for one in named if one.name.startswith(ASKED)]
    heard = [*_heard(said, matters, telling)]
    near = _near(asked, len(said))
    plain = _SPOKEN.sub(lambda one: f"{one[1]} {_DIGITS[one[2]]}", " ".join(said))
    return Look(
        topics=believed.topics,
        intents=believed.intents,
        concepts=names,
        asks=frozenset(one.name for one in asked),
        states=names & STATES,
        who=frozenset(one for one in names if one.startswith("who_")) - STATES,
        kinds=frozenset(one for one in names if one.startswith("kind_")),
        faults=frozenset(one for one in names if one.startswith("fault_")),
        matters=Weighed.read({f"@{one.name}": _tells(f"@{one.name}", telling) for one in matters}),
        tokens=_weighed(heard),
        focus=_weighed([one for one in heard if one.place in near]),
        pairs=_in_a_row(said, telling),
        asked_of=frozenset(_asked_of(asked, matters)),
        places=frozenset(_places(plain)),
        sums=frozenset((one[3], one[1] + (one[2] or "")) for one in _MONEY.finditer(plain)),
    )


@dataclass(frozen=True, slots=True)
class _Heard:
    token: str
    tells: float
    place: int


def _heard(
    said: Sequence[str], matters: Sequence[Named], telling: Mapping[str, float]
) -> Iterator[_Heard]:
    """The matters of a text and its other words, by place."""
    covered = {at for one in matters for at in range(one.start, one.start + one.size)}
    for one in matters:
        yield _Heard(f"@{one.name}", _counts(f"@{one.name}", telling), one.start)
    for place, word in enumerate(said):
        if word >= _KHMER:
            for at in range(len(word) - _PIECE + 1):
                yield _Heard(word[at : at + _PIECE], _PIECES, place)
        elif word not in _EMPTY and (len(word) > 1 or word.isdigit()):
            share = _COVERED if place in covered else 1.0
            yield _Heard(_ONE_WORD.get(word, word), share * _counts(word, telling), place)


def _weighed(heard: Sequence[_Heard]) -> Weighed:
    found: dict[str, float] = {}
    for one in heard:
        found[one.token] = max(one.tells, found.get(one.token, 0.0))
    return Weighed.read(found)


def _in_a_row(said: Sequence[str], telling: Mapping[str, float]) -> Weighed:
    tells = [(word, _counts(word, telling)) for word in said]
    return Weighed.read(
        {f"{one} {other}": min(mine, yours) for (one, mine), (other, yours) in pairwise(tells)}
    )


def _tells(name: str, telling: Mapping[str, float]) -> float:
    return telling.get(name, _UNKNOWN)


def _counts(name: str, telling: Mapping[str, float]) -> float:
    return max(0.0, _tells(name, telling) - _COMMON) / (1 - _COMMON)


def _near(asked: Sequence[Named], many: int) -> set[int]:
    """Where a text says what its question is about; its last words, where nothing is asked."""
    if not asked:
        return set(range(max(0, many - _LAST), many))
    return {
        at
        for one in asked
        for at in range(max(0, one.start - _BEFORE), min(many, one.start + one.size + _AFTER))
    }


def _asked_of(asked: Sequence[Named], matters: Sequence[Named]) -> Iterator[tuple[str, str]]:
    for one in asked:
        for other in matters:
            if -_MATTERS_BEFORE <= other.start - one.start <= _MATTERS_AFTER:
                yield one.name, other.name


def _places(plain: str) -> Iterator[tuple[str, str]]:
    for found in _PLACE.finditer(plain):
        yield found[1], found[2].lstrip("0")
    for found in _VILLAGE.finditer(plain):
        if _EMPTY.isdisjoint(found[2].split()):
            yield found[1], found[2]
