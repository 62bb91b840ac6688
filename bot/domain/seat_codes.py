"""A household's own code for a session, as it is printed: ``K3-7HQ4-XQ7T``.

It begins with the seat, goes on with seven signs that cannot be made without the installation's
secret (35 bits), and ends with a check sign. No code is stored: it is made again from the secret,
so a paper printed long ago still works. Signs that look or sound alike are left out.
"""

import hashlib
import hmac

from bot.domain.signs import ALPHABET, check_sign, number_of, signs
from bot.domain.values import dataclass

#: Signs that cannot be guessed; with the check sign they make two groups of four.
_SECRET = 7

#: Signs that name a seat: at least two, and at most as many as a number of the database has.
_LEAST, _MOST = 2, 13


@dataclass(frozen=True, slots=True)
class SeatCode:
    """A code that is written as one should be. Whether it is good, only the secret tells."""

    seat: int  #: the seat it names
    text: str  #: ``K3-7HQ4-XQ7T``


def code_for(seat: int, household: int, secret: bytes) -> SeatCode:
    """The code of a household's seat: always the same for the same secret."""
    digest = hmac.new(secret, f"seat {seat} household {household}".encode(), hashlib.sha256)
    tail = signs(int.from_bytes(digest.digest(), "big") % len(ALPHABET) ** _SECRET, _SECRET)
    body = signs(seat, _LEAST) + tail
    return SeatCode(seat, _printed(body + check_sign(body)))


def read_code(typed: str) -> SeatCode | None:
    """What somebody typed or scanned, whatever stands between its signs; None if it is no code.

    A slip is found here, by the check sign, and costs nobody a try.
    """
    read = "".join(one for one in typed.upper() if one.isalnum())
    if not _LEAST < len(read) - _SECRET <= _MOST + 1 or set(read) - set(ALPHABET):
        return None
    body = read[:-1]
    if check_sign(body) != read[-1]:
        return None
    seat = number_of(body[:-_SECRET])
    return SeatCode(seat, _printed(read)) if seat < 2**63 else None


def is_same(one: SeatCode, other: SeatCode) -> bool:
    """Compared without telling by its time how much was right."""
    return hmac.compare_digest(one.text, other.text)


def salt_of(session: int, secret: bytes) -> str:
    """What the marks of one session's codes are made with."""
    return hmac.new(secret, f"marks {session}".encode(), hashlib.sha256).hexdigest()[:16]


def mark_of(code: SeatCode, salt: str) -> str:
    """By this a device without a network recognises a code that it does not have.

    24 bits: enough to tell the codes of a hall apart; some 1,600 codes of a seat have the same
    mark, so that the mark does not tell the code.
    """
    return hashlib.sha256(f"{salt}:{code.text}".encode()).hexdigest()[:6]


def _printed(text: str) -> str:
    return f"{text[:-8]}-{text[-8:-4]}-{text[-4:]}"
