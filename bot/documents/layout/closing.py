"""The end of a paper: who receives it, who signs."""

from collections.abc import Sequence

from bot.documents.layout.letterhead import side_by_side
from bot.documents.layout.text import Span, Style, bold, italic, paragraph
from bot.documents.layout.wml import Block
from bot.documents.office import Office
from bot.documents.words import Say
from bot.domain.values import dataclass

#: Room for a signature and a seal, in points.
_ROOM = 62

_LIST = Style(size=11)


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs: the post, a remark in brackets below it, the name where it is known."""

    post: str
    name: str = ""
    above: str = ""  #: a line over the post, such as the place and the day
    below: str = ""  #: how to sign


def closing(office: Office, receivers: Sequence[str], width: int, say: Say) -> Block:
    """Who receives the paper on the left, who signs on the right."""
    left = width // 2
    lines = (*receivers, *office.copies)
    shown = [paragraph(_LIST, say("paper-copy", name=one)) for one in lines]
    last = paragraph(_LIST, say("paper-archive", where=office.archive))
    heading = Span(say("paper-receivers"), bold=True, italic=True, size=12)
    return side_by_side(
        (left, width - left),
        [paragraph(_LIST, heading), *shown, last],
        _signed(Signature(office.signs_as, office.signer)),
    )


def signatures(width: int, *signers: Signature) -> Block:
    """Those who sign beside each other."""
    share = width // len(signers)
    level = any(one.above for one in signers)
    return side_by_side((share,) * len(signers), *(_signed(one, level=level) for one in signers))


def _signed(signer: Signature, *, level: bool = False) -> list[Block]:
    """``level``: with a line above, even an empty one, so that the posts stand side by side."""
    keep = Style(align="center", keep=True)
    above = [paragraph(keep, italic(signer.above))] if level else []
    below = [paragraph(keep, italic(signer.below))] if signer.below else []
    name = paragraph(Style(align="center", before=_ROOM), bold(signer.name))
    return [*above, paragraph(keep, bold(signer.post.upper())), *below, name]
