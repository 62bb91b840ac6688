"""What is said about a list: why each row is taken as it is, and the totals."""

from bot.i18n import Texts
from bot.roster.notes import Decision, Finding
from bot.roster.verdicts import Change, Report, Verdict


def why(texts: Texts, language: str, verdict: Verdict) -> str:
    """The reasons of a row in one line, each once; empty where there is nothing to say."""
    found = (
        texts.say(language, f"roster-why-{finding.why}", **_variables(texts, language, finding))
        for finding in verdict.findings
    )
    return "; ".join(dict.fromkeys(found))


def line(texts: Texts, language: str, number: int, sheet: str) -> str:
    """The number of a row, with the name of its sheet where a file has several lists."""
    if not sheet:
        return str(number)
    return texts.say(language, "roster-line-in", line=str(number), sheet=sheet)


def _variables(texts: Texts, language: str, finding: Finding) -> dict[str, str]:
    return {
        "column": finding.column,
        "cell": finding.cell or "–",
        "meant": finding.meant or "none",
        "line": line(texts, language, finding.line, finding.sheet),
        "place": "file" if finding.line else "list",
    }


def decision(texts: Texts, language: str, found: Decision) -> str:
    """What happens to a row, in two or three words."""
    return texts.say(language, f"roster-decision-{found.value.replace('_', '-')}")


def summary(texts: Texts, language: str, report: Report) -> str:
    """The totals of the list in a sentence, and more sentences for what was not read."""
    said = [
        texts.say(
            language,
            "roster-summary",
            rows=str(len(report.verdicts)),
            added=str(report.count(Change.NEW)),
            changed=str(report.count(Change.CHANGED)),
            known=str(report.count(Change.KNOWN)),
            left=str(report.count(Change.LEFT)),
        )
    ]
    if report.sheets:
        sheets = ", ".join(f"{name} ({rows})" for name, rows in report.sheets.items())
        said.append(texts.say(language, "roster-sheets", sheets=sheets))
    if report.unread:
        said.append(texts.say(language, "roster-unread", columns=", ".join(report.unread)))
    if not report.without_numbers:
        said.append(texts.say(language, "roster-numbers"))
    return "\n".join(said)


def outcome(texts: Texts, language: str, report: Report) -> str:
    """What is to be done after a list was applied."""
    if report.is_whole:
        return texts.say(language, "roster-whole")
    return texts.say(language, "roster-left", left=str(report.count(Change.LEFT)))
