"""Papers that an office sends with an answer: a form, a map, a decision. Which kinds are taken."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.files import ending

#: How a file of each kind begins. Anything else under such a name is not what it says it is.
BEGINNINGS: Mapping[str, bytes] = MappingProxyType(
    {
        ".pdf": b"%PDF",
        ".docx": b"PK\x03\x04",
        ".xlsx": b"PK\x03\x04",
        ".jpg": b"\xff\xd8\xff",
        ".jpeg": b"\xff\xd8\xff",
        ".png": b"\x89PNG",
    }
)

#: How many go with one answer: each is a message of its own to everybody who hears it.
MOST = 3


def is_taken(name: str, content: bytes) -> bool:
    """Whether a file may go with an answer: one of the kinds, by its name and by how it begins."""
    begins = BEGINNINGS.get(ending(name))
    return begins is not None and content.startswith(begins)
