"""Answers with similar words, found in memory.

It knows ids and words, and decides nothing: what may be shown is asked of SQL every time, and how
well something fits is weighed on the words that SQL gives out. What is lost here is read again at
the next start. Without tantivy nothing is found.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from importlib.util import find_spec
from itertools import pairwise
from math import log
from typing import Any

from bot.domain.values import dataclass
from bot.understanding.folding import words

#: Memory that writing may take, in bytes; the least that tantivy accepts.
_HEAP = 15_000_000

#: So many different words of a long text are looked for, the rarest.
_LOOKED_FOR = 20

#: A run of Khmer script has no spaces: it is held as overlapping pieces of so many letters.
_PIECE = 3

#: The parts of a release in which words stand.
_PARTS = ("asked", "told")

#: Where an office for all wards stands; no ward has such a name.
_EVERY_WARD = "*"

#: Where an answer was heard in many wards, so many times more releases are looked at, and at most.
_FARTHER, _FARTHEST = 4, 1000

#: So many more releases of an answer are remembered: the first may no longer be public.
_ALSO = 4

#: What two words in a row count beside one.
_IN_A_ROW = 0.5


#: Words of manners and breath, which make two questions no more alike (folded).
_MANNERS = frozenset(
    words(
        "a ad ah alo chao da dum em giup gium hoi la ma nghen nhe o oi thi thua toi tui u um va"
        " vang xin"
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is held of a released answer."""

    id: int  #: of the release
    at: datetime  #: when it became public
    ward: str
    answer_id: int = 0  #: the same for every ward that heard it; 0: of its own
    office_ward: str = ""  #: of the office that answered, if it serves one ward alone
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A release that may fit, and its terms as they were when it was held."""

    id: int
    mark: int
    asked: list[str]
    told: list[str]
    answer_id: int = 0
    office: str = ""  #: the ward that the office serves that answered; ``_EVERY_WARD`` for all
    also: tuple[int, ...] = ()  #: some more releases of the same answer

    @property
    def words(self) -> frozenset[str]:
        """The terms of its question and of its answer."""
        return frozenset((*self.asked, *self.told))


class Similar:
    """Released answers by their words. ``put`` may run in a thread while others ``find``."""

    def __init__(self, *, available: bool | None = None) -> None:
        self.available = find_spec("tantivy") is not None if available is None else available
        self.newest: datetime | None = None  #: when the newest that is held became public
        self.moved: datetime | None = None  #: when the newest change of an office that is known was
        self._known: dict[int, str] = {}  #: which are held, and the ward of their office
        self._held: _Held | None = None
        self._weights: dict[str, float] = {}  #: of words, until something new is held

    def __len__(self) -> int:
        return len(self._known)

    def holds(self, id_: int, office_ward: str) -> bool:
        """Whether it is held as an answer of the office of this ward."""
        return self._known.get(id_) == office_ward

    def put(self, entries: Sequence[Entry]) -> int:
        """Hold more of them, and anew those whose office is another now; returns how many that are.

        One caller at a time.
        """
        fresh = [one for one in entries if not self.holds(one.id, one.office_ward)]
        if fresh and self.available:
            self._held = self._held or _Held()
            self._held.put(fresh, [one.id for one in fresh if one.id in self._known])
            self._weights = {}
        self._known.update((one.id, one.office_ward) for one in fresh)
        if fresh:
            newest = max(one.at for one in fresh)
            self.newest = max(self.newest or newest, newest)
        return len(fresh)

    def find(
        self,
        text: str,
        most: int,
        ward: str = "",
        *,
        asked: bool = False,
        served: str | None = None,
    ) -> list[Hit]:
        """The releases whose words fit best, of one ward or of all, best first, each answer once.

        ``asked`` compares with the words of their questions alone. ``served``: what was answered by
        this ward's office, or by one for all wards, has room, however much others fit: then there
        may be up to twice as many.
        """
        looked_for = set(terms(text))
        if self._held is None or not looked_for:
            return []
        offices = () if served is None else (_EVERY_WARD, served or _EVERY_WARD)
        where = _Where([ward] if ward else (), offices)
        return self._held.find(looked_for, most, where, _PARTS[:1] if asked else _PARTS)

    def rarity(self) -> Callable[[str], float]:
        """How much a word tells: one that stands everywhere next to nothing."""
        held, weights = self._held, self._weights

        def weigh(word: str) -> float:
            if word not in weights:
                many = held.holding(word) if held else 0
                weights[word] = log(1 + len(self) / (1 + many))
            return weights[word]

        return weigh


@dataclass(frozen=True, slots=True)
class _Where:
    """In which wards is looked."""

    heard: Collection[str]  #: that heard it; none for all
    offices: Collection[str]  #: whose office may have answered it; none for any


class _Held:
    """An index of tantivy."""

    def __init__(self) -> None:
        import tantivy  # noqa: PLC0415 - five megabytes, only once there is something to look for

        build = tantivy.SchemaBuilder()
        build.add_integer_field("id", stored=True, indexed=True)
        build.add_integer_field("mark", stored=True)
        build.add_integer_field("answer", stored=True)
        build.add_text_field("ward", tokenizer_name="raw", index_option="basic")
        build.add_text_field("office", stored=True, tokenizer_name="raw", index_option="basic")
        for name in _PARTS:
            build.add_text_field(
                name, stored=True, tokenizer_name="whitespace", index_option="freq"
            )
        self._tantivy = tantivy
        self._schema = build.build()
        self._index = tantivy.Index(self._schema)
        self._writer = self._index.writer(_HEAP, 1)
        self._searcher = self._index.searcher()

    def put(self, entries: Sequence[Entry], instead: Sequence[int] = ()) -> None:
        """Hold these; ``instead``: releases that are held already, and no longer as they were."""
        for old in instead:
            self._writer.delete_documents_by_term("id", old)
        for one in entries:
            self._writer.add_document(
                self._tantivy.Document(
                    id=one.id,
                    mark=_mark(one.question, one.answer),
                    answer=one.answer_id,
                    ward=one.ward,
                    office=one.office_ward or _EVERY_WARD,
                    asked=" ".join(terms(one.question)),
                    told=" ".join(terms(one.answer)),
                )
            )
        self._writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def holding(self, word: str) -> int:
        """In how many it stands; where in both parts of one, that counts twice."""
        return sum(self._searcher.doc_freq(name, word) for name in _PARTS)

    def find(
        self, looked_for: Collection[str], most: int, where: _Where, fields: Sequence[str]
    ) -> list[Hit]:
        """The best of all, and where those leave no room, the best of the offices besides.

        One searcher is asked throughout: another may hold the same at other places.
        """
        searcher = self._searcher
        asked = self._in(self._words(looked_for, fields), "ward", where.heard)
        found = self._best(searcher, asked, most)
        if where.offices and sum(one.office in where.offices for one in found) < most:
            near = self._best(searcher, self._in(asked, "office", where.offices), most)
            found = _each_once([*found, *near])
        return found

    def _best(self, searcher: Any, query: Any, most: int) -> list[Hit]:
        """Many wards may have heard one answer: more is looked at until there is enough else."""
        looked_at = most
        while True:
            hits = searcher.search(query, looked_at, count=False).hits
            found = _each_once([_hit(searcher.doc(at)) for _, at in hits])
            if len(found) >= most or len(hits) < looked_at or looked_at == _FARTHEST:
                return found[:most]
            looked_at = min(looked_at * _FARTHER, _FARTHEST)

    def _words(self, looked_for: Collection[str], fields: Sequence[str]) -> Any:
        query, any_of, _ = self._tantivy.Query, *self._occurs()
        rarest = sorted(looked_for, key=lambda one: (self.holding(one), one))[:_LOOKED_FOR]
        words = [(name, one) for name in fields for one in rarest]
        return query.boolean_query(
            [(any_of, query.term_query(self._schema, name, one, "freq")) for name, one in words]
        )

    def _in(self, asked: Any, field: str, values: Collection[str]) -> Any:
        """The same where one of the values stands in a field; everywhere if there is none."""
        if not values:
            return asked
        query, any_of, must = self._tantivy.Query, *self._occurs()
        terms = [(any_of, query.term_query(self._schema, field, one)) for one in values]
        there = query.const_score_query(query.boolean_query(terms), 0.0)
        return query.boolean_query([(must, asked), (must, there)])

    def _occurs(self) -> tuple[Any, Any]:
        return self._tantivy.Occur.Should, self._tantivy.Occur.Must


def _hit(held: Any) -> Hit:
    """What is held of a release."""
    return Hit(
        id=held["id"][0],
        mark=held["mark"][0],
        asked=held["asked"][0].split(),
        told=held["told"][0].split(),
        answer_id=held["answer"][0],
        office=held["office"][0],
    )


def _each_once(hits: Sequence[Hit]) -> list[Hit]:
    """The first release of each answer; it knows some of the others, in case it is not public."""
    found: dict[int, list[Hit]] = {}
    for one in hits:
        found.setdefault(one.answer_id or -one.id, []).append(one)
    return [replace(same[0], also=_ids(same)) for same in found.values()]


def _ids(same: Sequence[Hit]) -> tuple[int, ...]:
    found = dict.fromkeys(other for one in same for other in (one.id, *one.also))
    return tuple(other for other in found if other != same[0].id)[:_ALSO]


def _mark(question: str, answer: str) -> int:
    """Changes when the words of a release do: tells whether those that are held still stand."""
    return hash((question, answer))


def said(hit: Hit, question: str, answer: str) -> Hit:
    """A release with its words as they are now: the same as it was held, unless they changed."""
    if hit.mark == _mark(question, answer):
        return hit
    return Hit(hit.id, _mark(question, answer), list(terms(question)), list(terms(answer)))


def terms(text: str) -> Iterator[str]:
    """The folded words of a text, as they are held and looked for."""
    for word in words(text):
        if word[0] < "\u1780" or len(word) <= _PIECE:
            yield word
        else:
            yield from (word[at : at + _PIECE] for at in range(len(word) - _PIECE + 1))


def likeness(
    asked: Sequence[str], rarity: Callable[[str], float]
) -> Callable[[Sequence[str]], float]:
    """Tells how much another question says the same, from 0 to 1: its terms, and two in a row."""
    mine = _weighed(asked, rarity)
    told = sum(mine.values())

    def share(other: Sequence[str]) -> float:
        theirs = _weighed(other, rarity)
        shared = sum(weight for one, weight in mine.items() if one in theirs)
        both = told + sum(theirs.values())
        return 2 * shared / both if both else 0.0

    return share


def coverage(
    asked: Sequence[str], rarity: Callable[[str], float]
) -> Callable[[Collection[str]], float]:
    """Tells how much of what was looked for stands in a text, from 0 to 1."""
    mine = {one: rarity(one) for one in asked if one not in _MANNERS}
    whole = sum(mine.values())

    def share(text: Collection[str]) -> float:
        return sum(weight for one, weight in mine.items() if one in text) / whole if whole else 0.0

    return share


def _weighed(text: Sequence[str], rarity: Callable[[str], float]) -> dict[str, float]:
    words = [one for one in text if one not in _MANNERS]
    weights = {one: rarity(one) for one in words}
    for one, after in pairwise(words):
        weights[f"{one} {after}"] = _IN_A_ROW * min(weights[one], weights[after])
    return weights
