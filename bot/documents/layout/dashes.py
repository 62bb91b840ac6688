"""Lists as papers write them: a dash each, a semicolon after each, a stop after the last."""

from collections.abc import Sequence

from bot.documents.layout.text import BODY, paragraph
from bot.documents.layout.wml import Block
from bot.documents.words import Say


def dashes(items: Sequence[str], say: Say) -> list[Block]:
    """A paragraph each; marks that an item brings along at its end are not doubled."""
    bare = [item.rstrip(" .;") for item in items]
    lines = [say("paper-dash", what=item) for item in bare[:-1]]
    lines += [say("paper-dash-last", what=item) for item in bare[-1:]]
    return [paragraph(BODY, line) for line in lines]
