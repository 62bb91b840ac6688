"""Several matters in one message: where it could be cut into questions of their own.

Cut where sentences end, before words that begin another matter (``another`` in ``signs.tsv``: what
was spoken has no full stops), and behind a comma before one more *hỏi*. A piece that wants nothing
by itself, or is for the same agency, stays with what came before it. Only a suggestion: the person
decides.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.domain.values import dataclass
from bot.understanding.folding import meanings
from bot.understanding.heard import hear
from bot.understanding.routing import NOBODY, Router
from bot.understanding.signs import read_signs

#: More parts than this are a story, not a list of questions.
MOST = 4
_SENTENCE = re.compile(r"(?<=[.!?…;។])\s+|\n+")
_SHORTEST = 4  # words; what is shorter belongs to what stands beside it
_SURE = 0.7  # share of belief
_WISHES = frozenset({"ask", "request", "complain"})  # signs of wanting something
_ASKING = "hoi"  # folded; behind a comma it begins one more question
_WANTING = "muon"  # folded; a wish that no sign knows


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a message and the agency it is for."""

    text: str
    agency: str


def parts(router: Router, text: str) -> tuple[Part, ...]:
    """The questions in ``text``, each for another agency; none if it is about one matter."""
    pieces = _pieces(text)
    asking = [_asks(piece) for piece in pieces]
    if sum(asking) < 2:  # whatever they are about, they are not two questions
        return ()
    found: list[Part] = []
    for piece, asks in zip(pieces, asking, strict=True):
        agency = _agency(router, piece) if asks else ""
        if found and agency in ("", found[-1].agency):
            found[-1] = Part(f"{found[-1].text} {piece}", found[-1].agency)
        elif found and not found[-1].agency:
            found[-1] = Part(f"{found[-1].text} {piece}", agency)
        else:
            found.append(Part(piece, agency))
    return tuple(found) if 1 < len(found) <= MOST and _are_questions(found) else ()


def _agency(router: Router, piece: str) -> str:
    """Whom a piece is for; empty if that is not clear."""
    found = router.suggest(piece)
    return found.agency if found.share >= _SURE and found.agency != NOBODY else ""


def _asks(piece: str) -> bool:
    """Whether a piece says enough by itself, and wants something."""
    heard = hear(piece)
    if len(heard.typed) < _SHORTEST:
        return False
    if "?" in piece or heard.words[0] == _ASKING or _WANTING in heard.words:
        return True
    return not _WISHES.isdisjoint(read_signs().found(heard, _WISHES))


def _are_questions(found: Sequence[Part]) -> bool:
    return all(part.agency for part in found) and len({part.agency for part in found}) > 1


def _pieces(text: str) -> list[str]:
    sentences = (piece.strip() for piece in _SENTENCE.split(text))
    return [piece for sentence in sentences for piece in _spoken(sentence) if piece]


def _spoken(sentence: str) -> list[str]:
    """Cut before each phrase that begins another matter, between the words as they were typed."""
    words = sentence.split()
    cuts = [0, *(at for at in range(_SHORTEST, len(words)) if _begins(words, at)), len(words)]
    return [" ".join(words[start:end]) for start, end in pairwise(cuts)]


def _begins(words: Sequence[str], at: int) -> bool:
    """Whether another matter begins at a word."""
    if words[at - 1].endswith(",") and _ASKING in meanings(words[at]):
        return True
    if not _may_begin(words[at]):
        return False
    heard = hear(" ".join(words[at : at + 3]))
    found = read_signs().found(heard, ("another",)).get("another", ())
    return any(heard.plain.startswith(one) for one in found)


@lru_cache(maxsize=1 << 10)
def _may_begin(word: str) -> bool:
    """Whether a phrase for another matter can begin so; ever if it is no word, or a short form."""
    meant = meanings(word)
    return not meant or any(read_signs().opens("another", one) for one in meant)
