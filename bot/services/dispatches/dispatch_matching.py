"""Which row of which sheet a line that came back belongs to: by its code, its number, its words.

All three agree, or a person is asked. Pure: what is known of the sheets is handed in.
"""

from collections.abc import Iterable, Sequence

from bot.documents.incoming.dispatch_lines import Line
from bot.domain.dispatches import Dispatch, Row, read_code
from bot.domain.values import dataclass
from bot.understanding import folding

#: How alike two texts are that are the same question, and one that may be meant; of 1.
_SAME, _MEANT = 0.6, 0.5

#: A guess is so much more alike than the next one.
_AHEAD = 0.15


@dataclass(frozen=True, slots=True)
class Known:
    """A row that a line may belong to."""

    dispatch: Dispatch
    row: Row
    words: str  #: of its question, as the sheet has them

    def likeness(self, text: str) -> float:
        """How alike a text is to its question, of 1: also to the words of a sheet that went out
        when fewer of them were left out.
        """
        return max(likeness(text, one) for one in (self.words, self.row.question.text))


@dataclass(frozen=True, slots=True)
class Match:
    """Where a line belongs; one that is not ``sure`` is asked about."""

    candidates: tuple[Known, ...]  #: the likeliest first; none: nobody knows
    why: str = ""  #: what does not agree; empty: it is sure

    @property
    def sure(self) -> bool:
        return not self.why


def match(line: Line, known: Sequence[Known]) -> Match:
    """The row of a line among those of the sheets at hand."""
    row = read_code(line.code)
    coded = next((one for one in known if one.row.id == row), None)
    worded, numbered = _worded(line, known, coded), _numbered(line, known, coded)
    told = [one for one in (coded, worded, numbered) if one]
    if coded is None:
        return Match(_distinct(told), "damaged" if line.code else "no-code")
    agree = all(one is coded for one in told)
    if agree and (worded or not line.text or coded.row.question.is_erased):
        return Match((coded,))
    return Match(_distinct(told), "swapped")


def _numbered(line: Line, known: Sequence[Known], coded: Known | None) -> Known | None:
    """The row that has this number: the coded one before that of another sheet."""
    said = _digits(line.number)
    found = [one for one in known if said and said == _digits(one.row.number)]
    return coded if coded in found else next(iter(found), None)


def _digits(number: str) -> str:
    """``TV-0012``, ``tv 12`` → ``12``: letters, a dash or a space do not matter."""
    return "".join(filter(str.isdigit, number)).lstrip("0")


def _worded(line: Line, known: Sequence[Known], coded: Known | None) -> Known | None:
    """The row whose question this is: the coded one if its words will do, or the one most alike."""
    if not line.text:
        return None
    if coded and coded.likeness(line.text) >= _SAME:
        return coded
    if coded and coded.row.question.is_erased:  # its words are gone: only the very same are others'
        return next((one for one in known if one.likeness(line.text) == 1), None)
    ranked = sorted(((one.likeness(line.text), one) for one in known), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < _MEANT:
        return None
    ahead = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _AHEAD or ranked[0][0] == 1
    return ranked[0][1] if ahead else None


def likeness(one: str, other: str) -> float:
    """How many words two texts share, of 1. Marks, case and spaces do not matter."""
    a, b = set(folding.words(one)), set(folding.words(other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _distinct(found: Iterable[Known]) -> tuple[Known, ...]:
    return tuple({one.row.id: one for one in found}.values())
