"""Names that an asker put into the words of a question: everyone reads those, so names go out.

A name that is known is found with and without marks, in capitals and in small letters, as a whole
and only if it has two words or more: a single word means too many other things. So is one that
somebody tells of themselves: *tui tên Thạch Thị Sa Rây*. The rest of the text stays as it is.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bot.domain.values import dataclass
from bot.understanding.folding import fold, fold_text
from bot.understanding.masking import LEFT_OUT

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u200b-\u200d])*")
_GAP = re.compile(r"[\s\-]{1,3}")  # between the words of one name
_PAUSE = re.compile(r"[\s:,.\-]{1,3}")  # between *tên là* and the name

#: Words for the speaker.
_ME = frozenset({"toi", "tui", "em", "con", "chau", "minh", "toai", "tao"})

#: Where somebody may tell their name, in a folded text; ``_told`` looks closer.
_MAY_BE_TOLD = re.compile(
    rf"(?:{'|'.join(sorted(_ME))})[\W\d_]*(?:ten|la)|ten[\W\d_]*(?:{'|'.join(sorted(_ME))})"
)

#: The longest name, in words: of those written with capitals, of those written without.
_CAPITALS, _SMALL = 6, 4

#: Names that families have; a name in small letters is told from other words by them.
_FAMILY = re.compile(
    r"nguyen|tran|le|pham|huynh|hoang|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|lam|truong|dinh|mai|cao"
    r"|luong|luu|trinh|doan|to|ta|chau|diep|quach|thai|tang|ton|nghiem|kieu|kim|thach|son|kien|danh"
    r"|tra|tu|ha|giang|la|mach|vuong|khuu|lieu|ung"
)

#: Words behind which a name is over, as they are written with marks and without.
_NO_NAME = re.compile(
    r"ở|khóm|ấp|nhà|sinh|xin|hỏi|muốn|ngụ|phường|xã|hiện|có|cho|được|bị|tại|thuộc|là|với|và|người|hộ"
    r"|đang|tuổi|ơi|ạ|dạ|o|khom|ap|nha|hoi|muon|ngu|hien|co|duoc|bi|tai|thuoc|voi|nguoi|tuoi"
)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    typed: str
    folded: str

    @property
    def ends_a_name(self) -> bool:
        return bool(_NO_NAME.fullmatch(unicodedata.normalize("NFC", self.typed.lower())))


def hide_names(text: str, known: Iterable[str] = ()) -> str:
    """``text`` without the ``known`` names, and without those that somebody tells of themselves."""
    folded = fold_text(text)
    known = [one for one in known if _may_stand(folded, one)]
    if not known and not _MAY_BE_TOLD.search(folded):
        return text
    words = _words(text)
    told = [text[start:end] for start, end in _told(text, words)]
    return _hidden(text, words, [*known, *told])


def without(text: str, known: Iterable[str]) -> str:
    """``text`` without the ``known`` names alone."""
    return _hidden(text, _words(text), known)


def _may_stand(folded: str, name: str) -> bool:
    """Whether the first word of a name is in a folded text: most texts need no closer look."""
    first = _WORD.search(name)
    return first is not None and fold(first[0]) in folded


def _words(text: str) -> list[_Word]:
    return [_Word(*found.span(), found[0], fold(found[0])) for found in _WORD.finditer(text)]


def _hidden(text: str, words: Sequence[_Word], known: Iterable[str]) -> str:
    spans = {span for name in known for span in _places(text, words, name)}
    return _without(text, sorted(spans)) if spans else text


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in spans:
        if start >= at:
            kept += [text[at:start], LEFT_OUT]
        at = max(at, end)
    return "".join([*kept, text[at:]])


def _places(text: str, words: Sequence[_Word], name: str) -> Iterator[tuple[int, int]]:
    """Where a text has a name of two words or more."""
    wanted = [fold(one) for one in _WORD.findall(name)]
    many = len(wanted)
    if many < 2:
        return
    for at in range(len(words) - many + 1):
        if words[at].folded != wanted[0]:
            continue
        found = words[at : at + many]
        if [one.folded for one in found] == wanted and _joined(text, found):
            yield found[0].start, found[-1].end


def _joined(text: str, words: Sequence[_Word]) -> bool:
    """Whether nothing but a space or a hyphen stands between words."""
    return all(_GAP.fullmatch(text[one.end : other.start]) for one, other in pairwise(words))


def _told(text: str, words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """Names behind *tôi tên*, *tui tên là*, *tên em là*; behind *tôi là* those of a family."""
    for at, word in enumerate(words):
        if word.folded != "ten" and word.folded not in _ME:
            continue
        said = [one.folded for one in words[at : at + 3]]
        behind = at + _introduction(said)
        if behind == at or behind >= len(words):
            continue
        if not _PAUSE.fullmatch(text[words[behind - 1].end : words[behind].start]):
            continue
        name = _name(text, words[behind:], of_a_family="ten" not in said[: behind - at])
        if len(name) > 1:
            yield name[0].start, name[-1].end


def _introduction(said: Sequence[str]) -> int:
    """How many words at the beginning announce a name: 0 where they do not."""
    first, second, third = (*said, "", "", "")[:3]
    if first in _ME and second == "ten":
        return 3 if third == "la" else 2
    if first == "ten" and second in _ME:
        return 3 if third == "la" else 2
    return 2 if first in _ME and second == "la" else 0


def _name(text: str, words: Sequence[_Word], *, of_a_family: bool) -> Sequence[_Word]:
    """The words at the beginning that are one name; none where there is no telling."""
    with_capitals = words[0].typed[0].isupper()
    is_family = _FAMILY.fullmatch(words[0].folded) is not None
    if not (is_family and with_capitals if of_a_family else is_family or with_capitals):
        return ()
    found = [words[0]]
    for one in words[1 : _CAPITALS if with_capitals else _SMALL]:
        small = with_capitals and not one.typed[0].isupper()
        if small or one.ends_a_name or not _joined(text, [found[-1], one]):
            break
        found.append(one)
    return found
