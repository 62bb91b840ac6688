"""The office whose papers these are, and what a dialogue costs: a programme's data."""

import re
import unicodedata

from bot.domain.values import dataclass

#: What a committee is called in full, and as people write it: both are one office.
_COMMITTEE = re.compile("ủy ban nhân dân|uỷ ban nhân dân|ủy ban|uỷ ban")


def plainly(name: str) -> str:
    """The name of an office to compare it by: breaks, case and *Ủy ban nhân dân* do not matter."""
    return _COMMITTEE.sub("ubnd", " ".join(unicodedata.normalize("NFC", name).lower().split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOffice:
    """How papers name the office that issues them. What is empty follows from the programme."""

    parent: str = ""  #: the body above it; a line break is where the head of a paper breaks it
    name: str = ""  #: empty: whoever holds the programme
    place: str = ""  #: before the date; empty: what follows the kind of body in its name
    symbol: str = ""  #: behind the kind of paper in its number; empty: as question numbers begin
    signs_as: str = ""  #: above the signature; empty: for a People's Committee
    signer: str = ""  #: a name without titles; empty leaves room for it
    phone: str = ""  #: empty: the programme's contact
    reports_to: str = ""  #: who receives the report; empty: who holds the programme
    copies: tuple[str, ...] = ()  #: who else receives each paper
    archive: str = "VT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What a dialogue costs, in đồng (plan 06/KH-PLĐTBXH, §9)."""

    drink: int = 20_000  #: a head
    hall: int = 600_000  #: a session
