"""A returned sheet in words: what was understood, and which rows need what."""

from collections.abc import Sequence

from bot.domain.errors import Refused
from bot.i18n import Texts
from bot.services.dispatches.dispatch_reading import Understood
from bot.services.dispatches.dispatch_verdicts import TAKEN, Judged, Verdict

#: Rows that are told one by one; the rest is counted.
_SHOWN = 15

#: Verdicts that need a word each, the most pressing first.
_TOLD = (
    Verdict.WRONG,
    Verdict.FORMULA,
    Verdict.ASK,
    Verdict.LOST,
    Verdict.DONE,
    Verdict.SENT_BACK,
    Verdict.HEARD,
    Verdict.MOVED,
    Verdict.NEWER,
    Verdict.OTHERS,
    Verdict.APART,
)

#: Of those the ones whose words are kept nowhere.
_LEFT = (
    Verdict.WRONG,
    Verdict.FORMULA,
    Verdict.DONE,
    Verdict.SENT_BACK,
    Verdict.HEARD,
    Verdict.MOVED,
)

#: Letters of an answer within another text.
_LONGEST = 160


def summary(texts: Texts, language: str, found: Understood) -> str:
    """How many rows are what."""
    counts = {one.value.replace("-", "_"): len(found.having(one)) for one in Verdict}
    damaged = sum(len(found.having(one)) for one in (Verdict.ASK, Verdict.LOST, Verdict.FORMULA))
    left = len(found.having(*_LEFT)) - len(found.having(Verdict.FORMULA))
    return texts.say(
        language,
        "dispatch-summary",
        taken=str(len(found.having(*TAKEN))),
        empty=str(counts["empty"]),
        damaged=str(damaged),
        same=counts["same"],
        left=left,
    )


def details(texts: Texts, language: str, found: Understood) -> str:
    """A line a row that needs a word, or ``none``."""
    rows = [
        _row(texts, language, one, why_of(texts, language, one))
        for verdict in _TOLD
        for one in found.having(verdict)
    ]
    waiting = [
        _row(texts, language, one, _rest(texts, language, one))
        for one in found.having(*TAKEN)
        if one.rest
    ]
    resting = [
        _row(texts, language, one, _basis(texts, language, one))
        for one in found.having(*TAKEN)
        if any(one.basis)
    ]
    return _shown(texts, language, rows + waiting + resting)


def left(texts: Texts, language: str, found: Understood, missed: Sequence[Judged]) -> str:
    """A line a row that was filled in and is not kept anywhere, or ``none``.

    ``missed`` are those that somebody was faster with.
    """
    rows = [
        _row(texts, language, one, why_of(texts, language, one))
        for one in (*found.having(*_LEFT), *missed)
    ]
    return _shown(texts, language, rows)


def _shown(texts: Texts, language: str, rows: list[str]) -> str:
    """As many as can be read; the rest is counted."""
    lines = rows[:_SHOWN]
    if len(rows) > _SHOWN:
        lines.append(texts.say(language, "dispatch-rows-more", more=str(len(rows) - _SHOWN)))
    return "\n".join(lines) or "none"


def _row(texts: Texts, language: str, one: Judged, why: str) -> str:
    return texts.say(language, "dispatch-row", place=one.line.place, why=why)


def _rest(texts: Texts, language: str, one: Judged) -> str:
    """Who was asked for in the row as well, and waits for an answer of their own by now."""
    numbers = ", ".join(rest.number for rest in one.rest)
    return texts.say(language, "dispatch-why-rest", number=one.row_number, rest=numbers)


def _basis(texts: Texts, language: str, one: Judged) -> str:
    """What its answer rests on cannot be read, or is no longer law."""
    what, words = one.basis
    return texts.say(language, f"dispatch-why-basis-{what}", number=one.number, words=short(words))


def left_to_approve(texts: Texts, language: str, left: Sequence[tuple[str, Refused]]) -> str:
    """Why drafts of a sheet were not approved, a line a reason, or ``none``."""
    numbers: dict[str, list[str]] = {}
    for number, refusal in left:
        why = _why_left(texts, language, refusal)
        numbers.setdefault(why, []).append(number)
    return _shown(
        texts,
        language,
        [
            texts.say(language, "dispatch-left", numbers=", ".join(named), why=why)
            for why, named in numbers.items()
        ],
    )


#: What keeps a draft from being approved with its sheet, by the refusal that says so.
WHY_LEFT = {
    "answer-leaks": "leaks",
    "cluster-words-leak": "words-leak",
    "enclosure-lost": "file",
    "cluster-own": "own",
    "not-your-queue": "elsewhere",
    "no-queue": "elsewhere",
    "only-a-head-approves": "elsewhere",
}


def _why_left(texts: Texts, language: str, refusal: Refused) -> str:
    why = WHY_LEFT.get(refusal.key, "changed")
    words = str(refusal.args_for_text.get("words", ""))
    return texts.say(language, f"dispatch-left-{why}", words=short(words))


def why_of(texts: Texts, language: str, one: Judged) -> str:
    """What is the matter with a row, and what to do."""
    match one.verdict:
        case Verdict.WRONG:
            words = texts.say(language, one.why, **one.args)
            return texts.say(language, "dispatch-why-wrong", number=one.number, words=words)
        case Verdict.MOVED:
            return texts.say(language, "dispatch-why-moved", number=one.number, status=one.why)
        case Verdict.OTHERS:
            return texts.say(
                language,
                "dispatch-why-others",
                number=one.row_number,
                head=one.number,
                status=one.why,
            )
        case Verdict.APART:
            head = one.leads.number if one.leads else "…"
            along = one.standing.along if one.standing else 0
            return texts.say(
                language, "dispatch-why-apart", number=one.number, head=head, along=along
            )
        case _:
            return texts.say(
                language,
                f"dispatch-why-{_told_as(one)}",
                number=one.number or "none",
                other=one.args.get("other", ""),
                words=one.args.get("words", ""),
            )


def _told_as(one: Judged) -> str:
    in_doubt = one.verdict in (Verdict.ASK, Verdict.LOST)
    return f"{one.verdict.value}-{one.why}" if in_doubt else one.verdict.value


def sheets(found: Understood) -> str:
    """``03/2026``, or several."""
    return ", ".join(one.label for one in found.dispatches)


def short(text: str) -> str:
    """An answer as far as it is quoted."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"


def is_put_in(found: Understood) -> bool:
    """Whether there is anything to put in, to ask about or to keep."""
    return bool(found.having(*TAKEN, Verdict.ASK, Verdict.LOST))
