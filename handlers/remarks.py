"""Remarks on an answer before it is sent: first what must be changed, then advice."""

from collections.abc import Sequence

from bot.services.answers.checking import Checked
from bot.turn import Turn
from bot.understanding.bases import read
from bot.understanding.plain import Advice, LongSentence

#: How many long sentences are told in full, and of the others how many words.
_IN_FULL, _BEGIN = 3, 5


def lines(
    turn: Turn, checked: Checked, *, basis: str = "", khmer: str = "", files: str = ""
) -> str:
    """A line each, or nothing; ``basis`` and ``khmer`` as typed, ``files`` by their names."""
    told = [turn.words(f"leak-{one.kind.value}", words=one.words) for one in checked.leaks]
    second = [turn.words("khmer-read", khmer=khmer)] if khmer else []
    names = _names(turn, basis)
    resting = [turn.words("basis-read", names=names)] if names else []
    enclosed = [turn.words("enclosures-read", names=files)] if files else []
    undated = [turn.words("remark-undated", words=one.words) for one in checked.undated[:1]]
    advice = [*undated, *_advice(turn, checked.advice)]
    return "\n".join([*second, *enclosed, *resting, *told, *advice])


def _names(turn: Turn, resting: str) -> str:
    """What an answer rests on and when it holds, as it was understood."""
    found = read(resting)
    since = [turn.words("basis-since", day=f"{found.since:%d/%m/%Y}")] if found.since else []
    until = [turn.words("basis-until", day=f"{found.until:%d/%m/%Y}")] if found.until else []
    return "; ".join([*found.names, *since, *until])


def _advice(turn: Turn, advice: Advice) -> list[str]:
    points = ", ".join(turn.words(f"remark-{one.value}") for one in advice.missing)
    missing = [turn.words("remarks-missing", points=points)] if points else []
    jargon = [turn.words("remark-jargon", term=term, plain=plain) for term, plain in advice.jargon]
    return [*missing, *_all_long(turn, advice.long), *jargon]


def _all_long(turn: Turn, found: Sequence[LongSentence]) -> list[str]:
    """A line each for the first; the others in one line, by how they begin."""
    lines = [_long(turn, one) for one in found[:_IN_FULL]]
    if more := found[_IN_FULL:]:
        begin = ", ".join(f"“{' '.join(one.first.split()[:_BEGIN])}…”" for one in more)
        lines.append(turn.words("remark-more-long", many=len(more), begin=begin))
    return lines


def _long(turn: Turn, one: LongSentence) -> str:
    words = str(one.words)
    if not one.rest:
        return turn.words("remark-long", words=words, first=one.first)
    key = "remark-cut" if one.is_sure else "remark-perhaps"
    return turn.words(key, words=words, first=one.first, rest=one.rest)
