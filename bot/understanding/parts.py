"""Several matters in one message: where it could be cut into questions of their own.

Cut where sentences end, or, in what was spoken and has no signs, before words that begin another
matter (``another`` in ``signs.tsv``). Only a suggestion: the person decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.folding import spelled
from bot.understanding.routing import NOBODY, Router
from bot.understanding.signs import Message, read_signs

#: More parts than this are a story, not a list of questions.
MOST = 4
_SENTENCE = re.compile(r"(?<=[.!?…;។])\s+|\n+")
_SHORTEST = 4  # words; what is shorter belongs to what stands beside it
_SURE = 0.7  # share of belief
_SPOKEN = 1  # sentences: what has no more was spoken, or typed in one breath


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a message and the agency it is for."""

    text: str
    agency: str


def parts(router: Router, text: str) -> tuple[Part, ...]:
    """The questions in ``text``, each for another agency; none if it is about one matter."""
    found: list[Part] = []
    for piece in _pieces(text):
        agency = _agency(router, piece)
        if found and agency in ("", found[-1].agency):
            found[-1] = Part(f"{found[-1].text} {piece}", found[-1].agency)
        elif found and not found[-1].agency:
            found[-1] = Part(f"{found[-1].text} {piece}", agency)
        else:
            found.append(Part(piece, agency))
    return tuple(found) if 1 < len(found) <= MOST and _are_questions(found) else ()


def _agency(router: Router, piece: str) -> str:
    """Whom a piece is for; empty if it says too little by itself."""
    if len(spelled(piece)) < _SHORTEST:
        return ""
    found = router.suggest(piece)
    is_clear = found.share >= _SURE and found.agency != NOBODY
    return found.agency if is_clear and _wants(piece) else ""


def _wants(piece: str) -> bool:
    signs, message = read_signs(), Message.read(piece)
    return "?" in piece or any(signs[one].found(message) for one in ("ask", "request", "complain"))


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
    message = Message.read(" ".join(words))
    found = read_signs()["another"].found(message)
    return any(message.plain.startswith(one) for one in found)
