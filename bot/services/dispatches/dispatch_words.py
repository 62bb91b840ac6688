"""A returned sheet in words: what was understood, and which rows need what."""

from bot.i18n import Texts
from bot.services.dispatches.dispatch_reading import TAKEN, Judged, Understood, Verdict

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
    Verdict.MOVED,
    Verdict.NEWER,
    Verdict.APART,
)

#: Letters of an answer within another text.
_LONGEST = 160


def summary(texts: Texts, language: str, found: Understood) -> str:
    """How many rows are what."""
    counts = {one.value.replace("-", "_"): len(found.having(one)) for one in Verdict}
    damaged = sum(len(found.having(one)) for one in (Verdict.ASK, Verdict.LOST, Verdict.FORMULA))
    left = sum(
        len(found.having(one))
        for one in (Verdict.DONE, Verdict.SENT_BACK, Verdict.MOVED, Verdict.WRONG)
    )
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
    rows = [one for verdict in _TOLD for one in found.having(verdict)]
    lines = [_row(texts, language, one) for one in rows[:_SHOWN]]
    if len(rows) > _SHOWN:
        lines.append(texts.say(language, "dispatch-rows-more", more=str(len(rows) - _SHOWN)))
    return "\n".join(lines) or "none"


def _row(texts: Texts, language: str, one: Judged) -> str:
    why = why_of(texts, language, one)
    return texts.say(language, "dispatch-row", place=one.line.place, why=why)


def why_of(texts: Texts, language: str, one: Judged) -> str:
    """What is the matter with a row, and what to do."""
    match one.verdict:
        case Verdict.WRONG:
            words = texts.say(language, one.why, **one.args)
            return texts.say(language, "dispatch-why-wrong", number=one.number, words=words)
        case Verdict.MOVED:
            return texts.say(language, "dispatch-why-moved", number=one.number, status=one.why)
        case Verdict.APART:
            head = one.leads.number if one.leads else "…"
            return texts.say(language, "dispatch-why-apart", number=one.number, head=head)
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
