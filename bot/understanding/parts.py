"""Several matters in one message: where it could be cut into questions of their own.

Cut where sentences end, or, in what was spoken and has no signs, before words that begin another
matter (``another`` in ``signs.tsv``). Only a suggestion: the person decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

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
_SPOKEN = 1  # sentences: what has no more was spoken, or typed in one breath


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
    return "?" in piece or not _WISHES.isdisjoint(read_signs().found(heard, _WISHES))


def _are_questions(found: Sequence[Part]) -> bool:
    return all(part.agency for part in found) and len({part.agency for part in found}) > 1


def _pieces(text: str) -> list[str]:
    sentences = [piece.strip() for piece in _SENTENCE.split(text) if piece.strip()]
    return sentences if len(sentences) > _SPOKEN else _spoken(text)


def _spoken(text: str) -> list[str]:
    """Cut before each phrase that begins another matter, between the words as they were typed."""
    words = text.split()
    cuts = [0, *(at for at in range(_SHORTEST, len(words)) if _begins(words[at : at + 3]))]
    ends = [*cuts[1:], len(words)]
    return [" ".join(words[start:end]) for start, end in zip(cuts, ends, strict=True)]


def _begins(words: Sequence[str]) -> bool:
    if not _may_begin(words[0]):
        return False
    heard = hear(" ".join(words))
    found = read_signs().found(heard, ("another",)).get("another", ())
    return any(heard.plain.startswith(one) for one in found)


@lru_cache(maxsize=1 << 10)
def _may_begin(word: str) -> bool:
    """Whether a phrase for another matter can begin so; ever if it is no word, or a short form."""
    meant = meanings(word)
    return not meant or any(read_signs().opens("another", one) for one in meant)
