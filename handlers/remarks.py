"""Remarks on an answer before it is sent: first what must be changed, then advice."""

from collections.abc import Sequence

from bot.domain import recordings
from bot.domain.answers import Beside
from bot.domain.files import File
from bot.services.answers import bases
from bot.services.answers.bases import Basis
from bot.services.answers.checking import Checked
from bot.turn import Turn
from bot.understanding.bases import read
from bot.understanding.plain import Advice, LongSentence

#: How many long sentences are told in full, and of the others how many words.
_IN_FULL, _BEGIN = 3, 5

#: How many of those who are named are told at once.
_NAMED = 3


def lines(turn: Turn, checked: Checked) -> list[str]:
    """A line each, or nothing."""
    own = [turn.words("remark-own-case")] if checked.own_case else []
    told = [turn.words(f"leak-{one.kind.value}", words=one.words) for one in checked.leaks]
    undated = [turn.words("remark-undated", words=one.words) for one in checked.undated[:1]]
    names = ", ".join(f"“{one}”" for one in checked.named[:_NAMED])
    named = [turn.words("remark-named", names=names)] if names else []
    return [*own, *told, *named, *undated, *_advice(turn, checked.advice)]


def beside(turn: Turn, more: Beside, over: Sequence[Basis]) -> list[str]:
    """What goes beside the words, as typed. ``over``: what in all of it is no longer law."""
    second = [turn.words("khmer-read", khmer=more.khmer)] if more.khmer else []
    names = _names(turn, more.basis)
    read_so = [turn.words("basis-read", names=names)] if names else []
    return [*second, *read_so, *_over(turn, more.basis), *(_no_law(turn, one) for one in over)]


def _no_law(turn: Turn, basis: Basis) -> str:
    """That a document is no longer law, or when it will not be, and what is then."""
    day = bases.day_to_come(turn.work, basis) or "none"
    return turn.words("basis-over", name=basis.name, after=basis.replaced_by or "none", day=day)


def _over(turn: Turn, resting: str) -> list[str]:
    """That the time is past until which an answer is said to hold."""
    until = read(resting).until
    today = turn.work.now.astimezone(turn.work.programme.zone).date()
    is_past = until is not None and until < today
    return [turn.words("basis-past", day=f"{until:%d/%m/%Y}")] if is_past else []


def enclosed(turn: Turn, files: Sequence[File], *, is_dropped: bool) -> list[str]:
    """The files that go with them; ``is_dropped``: a recording was of other words."""
    spoken = [
        turn.words("recording-read", length=recordings.length_in(one.name) or "none")
        for one in files
        if recordings.is_one(one)
    ]
    older = any(recordings.is_one(one) and not recordings.plays_everywhere(one) for one in files)
    spoken += [turn.words("recording-older")] if older else []
    dropped = [turn.words("recording-dropped")] if is_dropped else []
    names = ", ".join(
        f"{one.name} ({one.how_large})" for one in files if not recordings.is_one(one)
    )
    return [*spoken, *dropped, *([turn.words("enclosures-read", names=names)] if names else [])]


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
    terms = ", ".join(f"“{one}”" for one in advice.short)
    short = [turn.words("remark-short", terms=terms)] if terms else []
    return [*missing, *_all_long(turn, advice.long), *jargon, *short]


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
