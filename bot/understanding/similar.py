"""Answers with similar words, found in memory.

It knows ids and words, and decides nothing: what may be shown is asked of SQL every time, and how
well something fits is weighed on the words that SQL gives out. What is lost here is read again at
the next start. Without tantivy nothing is found.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from itertools import pairwise
from math import log

from bot.understanding.folding import words

#: Memory that writing may take, in bytes; the least that tantivy accepts.
_HEAP = 15_000_000

#: So many different words of a long text are looked for, the rarest.
_LOOKED_FOR = 24

#: A run of Khmer script has no spaces: it is held as overlapping pieces of so many letters.
_PIECE = 3

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
    question: str
    answer: str


class Similar:
    """Released answers by their words. ``put`` may run in a thread while others ``find``."""

    def __init__(self, *, available: bool | None = None) -> None:
        self.available = find_spec("tantivy") is not None if available is None else available
        self.newest: datetime | None = None  #: when the newest that is held became public
        self._known: set[int] = set()
        self._held: _Held | None = None

    def __len__(self) -> int:
        return len(self._known)

    def put(self, entries: Sequence[Entry]) -> int:
        """Hold more of them; returns how many are new. One caller at a time."""
        fresh = [one for one in entries if one.id not in self._known]
        if fresh and self.available:
            self._held = self._held or _Held()
            self._held.put(fresh)
        self._known.update(one.id for one in fresh)
        if fresh:
            newest = max(one.at for one in fresh)
            self.newest = max(self.newest or newest, newest)
        return len(fresh)

    def find(self, text: str, most: int, ward: str = "") -> list[int]:
        """The releases whose words fit best, of one ward or of all, best first."""
        looked_for = set(terms(text))
        if self._held is None or not looked_for:
            return []
        return self._held.find(looked_for, most, ward)

    def rarity(self, looked_for: Collection[str]) -> Mapping[str, float]:
        """How much each word tells: one that stands everywhere next to nothing."""
        held = self._held
        if held is None:
            return dict.fromkeys(looked_for, 1.0)
        return {one: log(1 + len(self) / (1 + held.holding(one))) for one in looked_for}


class _Held:
    """An index of tantivy."""

    def __init__(self) -> None:
        import tantivy  # noqa: PLC0415 - five megabytes, for who has something to look for

        build = tantivy.SchemaBuilder()
        build.add_integer_field("id", stored=True)
        build.add_text_field("ward", tokenizer_name="raw", index_option="basic")
        build.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
        self._tantivy = tantivy
        self._schema = build.build()
        self._index = tantivy.Index(self._schema)
        self._writer = self._index.writer(_HEAP, 1)
        self._searcher = self._index.searcher()

    def put(self, entries: Sequence[Entry]) -> None:
        for one in entries:
            text = " ".join((*terms(one.question), *terms(one.answer)))
            self._writer.add_document(self._tantivy.Document(id=one.id, ward=one.ward, words=text))
        self._writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def holding(self, word: str) -> int:
        return self._searcher.doc_freq("words", word)

    def find(self, looked_for: Collection[str], most: int, ward: str) -> list[int]:
        query, searcher, any_of = self._tantivy.Query, self._searcher, self._tantivy.Occur.Should
        rarest = sorted(looked_for, key=lambda one: (self.holding(one), one))[:_LOOKED_FOR]
        asked = query.boolean_query(
            [(any_of, query.term_query(self._schema, "words", one, "freq")) for one in rarest]
        )
        if ward:
            must = self._tantivy.Occur.Must
            there = query.const_score_query(query.term_query(self._schema, "ward", ward), 0.0)
            asked = query.boolean_query([(must, asked), (must, there)])
        hits = searcher.search(asked, most, count=False).hits
        return [int(searcher.doc(place)["id"][0]) for _, place in hits]


def terms(text: str) -> Iterator[str]:
    """The folded words of a text, as they are held and looked for."""
    for word in words(text):
        if word[0] < "\u1780" or len(word) <= _PIECE:
            yield word
        else:
            yield from (word[at : at + _PIECE] for at in range(len(word) - _PIECE + 1))


def likeness(asked: str, other: str, rarity: Mapping[str, float]) -> float:
    """How much two questions say the same, from 0 to 1: their words, and two words in a row."""
    mine, theirs = _counted(asked, rarity), _counted(other, rarity)
    shared = sum(weight for one, weight in mine.items() if one in theirs)
    both = sum(mine.values()) + sum(theirs.values())
    return 2 * shared / both if both else 0.0


def covered(asked: str, text: str, rarity: Mapping[str, float]) -> float:
    """How much of what was looked for stands in a text, from 0 to 1."""
    mine, theirs = _counted(asked, rarity), _features(text)
    whole = sum(mine.values())
    return sum(mine[one] for one in mine.keys() & theirs) / whole if whole else 0.0


def _counted(text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    usual = max(rarity.values(), default=1.0)
    weights: dict[str, float] = {}
    for one in _features(text):
        parts = [rarity.get(word, usual) for word in one.split()]
        weights[one] = parts[0] if len(parts) == 1 else _IN_A_ROW * min(parts)
    return weights


def _features(text: str) -> set[str]:
    said = [one for one in terms(text) if one not in _MANNERS]
    return {*said, *(f"{one} {after}" for one, after in pairwise(said))}
