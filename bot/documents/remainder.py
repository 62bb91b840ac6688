"""What was neither answered for everybody nor is still to be: counted in a sentence of its own."""

from collections.abc import Sequence

from bot.documents.item import Item, Outcome
from bot.documents.words import Say

_COUNTED = {
    Outcome.PRIVATE: "paper-remainder-private",
    Outcome.DECLINED: "paper-remainder-declined",
}


def remainder(items: Sequence[Item], say: Say) -> str:
    """How many of ``items`` were answered privately, and how many not; empty where none was."""
    counted = {one: sum(item.outcome is one for item in items) for one in _COUNTED}
    parts = [say(_COUNTED[one], count=str(many)) for one, many in counted.items() if many]
    return say("paper-remainder", parts="; ".join(parts)) if parts else ""
