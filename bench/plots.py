"""Draws ``docs/figures/*.svg`` from what was measured: python -m bench.plots

By hand, so that they need no library, are small, and read well on a phone and in the dark.
"""

import math
from collections.abc import Sequence
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Any

import orjson

from bench.figures import SERIES

FOLDER = Path(__file__).parent.parent / "docs" / "figures"

_WIDTH, _EDGE = 360, 14  # the width of a phone, so that letters keep their size there
_INNER = _WIDTH - 2 * _EDGE
_LETTERS = 38  # that fit beside a value

_STYLE = """
svg { --back: #ffffff; --ink: #1d2733; --soft: #5b6875; --line: #d9dee4;
      --ours: #0b7a75; --theirs: #98a3ae; --mark: #c2410c; color-scheme: light dark }
@media (prefers-color-scheme: dark) {
  svg { --back: #14191f; --ink: #e8edf2; --soft: #a3afbb; --line: #343d47;
        --ours: #2cc4b8; --theirs: #76828e; --mark: #fb923c }
}
text { font: 13px system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; fill: var(--ink) }
.title { font-size: 16px; font-weight: 600 } .head { font-weight: 600 }
.soft { fill: var(--soft); font-size: 12px } .end { text-anchor: end } .mid { text-anchor: middle }
.back { fill: var(--back) } .ours { fill: var(--ours) } .theirs { fill: var(--theirs) }
.mark { fill: var(--mark) } .line { stroke: var(--line) } .limit { stroke: var(--mark) }
"""

Json = dict[str, Any]


class Drawing:
    """Marks below each other; ``y`` is where the next one goes."""

    def __init__(self, title: str, note: str) -> None:
        self.y = 28.0
        self._title = title
        self._marks: list[str] = []
        self.text(_EDGE, title, "title")
        self.y += 19
        self.text(_EDGE, note, "soft")

    def text(self, x: float, words: str, kind: str = "") -> None:
        self._marks.append(f'<text x="{x:g}" y="{self.y:g}" class="{kind}">{escape(words)}</text>')

    def box(self, x: float, y: float, width: float, height: float, kind: str) -> None:
        size = f'x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{height:.1f}"'
        self._marks.append(f'<rect {size} class="{kind}"/>')

    def across(self, y: float, kind: str = "line", dashes: str = "") -> None:
        ends = f'x1="{_EDGE}" x2="{_WIDTH - _EDGE}" y1="{y:.1f}" y2="{y:.1f}"'
        self._marks.append(f'<line {ends} class="{kind}" stroke-dasharray="{dashes}"/>')

    def dot(self, x: float, y: float, kind: str) -> None:
        self._marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" class="{kind}"/>')

    def written(self) -> str:
        height = self.y + _EDGE
        name = escape(self._title, quote=True)
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:g}" '
                f'width="{_WIDTH}" height="{height:g}" role="img" aria-label="{name}">',
                f"<title>{name}</title>",
                f"<style>{_STYLE}</style>",
                f'<rect width="{_WIDTH}" height="{height:g}" rx="8" class="back"/>',
                *self._marks,
                "</svg>\n",
            ]
        )


# ── bars ─────────────────────────────────────────────────────────────────────────────────────


def _bars(
    on: Drawing,
    head: str,
    rows: Sequence[tuple[str, float, str]],
    *,
    at_least: float = 0.0,
    mark: float | None = None,
) -> None:
    """A bar a row, its name and value above it; ours are coloured.

    The whole width is the largest value, or ``at_least``; ``mark`` is shown on every bar.
    """
    on.y += 30
    on.text(_EDGE, head, "head")
    whole = max(at_least, *(value for _, value, _ in rows))
    for name, value, shown in rows:
        on.y += 6
        for line in wrap(_PEERS.get(name, name), _LETTERS):
            on.y += 16
            on.text(_EDGE, line)
        on.text(_WIDTH - _EDGE, shown, "end")
        on.y += 6
        kind = "theirs" if name in _PEERS else "ours"
        on.box(_EDGE, on.y, _INNER * value / whole, 8, kind)
        if mark is not None:
            on.box(_EDGE + _INNER * mark / whole - 1, on.y - 2, 2, 12, "mark")
        on.y += 8


#: The peers of the intake by the names they are kept under, with what they keep themselves.
_PEERS = {
    "python-telegram-bot": "python-telegram-bot: keeps nothing",
    "aiogram + SQLite": "aiogram + SQLite: keeps its step",
}


def intake(series: Json) -> str:
    """Updates a second, and processor time for each: the product and its peers."""
    on = Drawing("Messages in", "registration and question; 200 dialogues at once")
    rates = [(who, one["rate"], f"{one['rate']:,.0f}") for who, one in series.items()]
    _bars(on, "answered a second: more is better", sorted(rates, key=lambda row: -row[1]))
    spent = [(who, one["cpu"], f"{one['cpu']:.2f} ms") for who, one in series.items()]
    _bars(on, "processor time for each: less is better", sorted(spent, key=lambda row: row[1]))
    return on.written()


def growth(series: Json) -> str:
    """What costs how many times more with a hundred times as much in the database."""
    on = Drawing("Growth", "cost with much in the database / with little")
    rows = [(name, value, f"{value:.2f} x") for name, value in series.items()]
    _bars(on, "1 x is no growth: less is better", rows, at_least=2.0, mark=1.0)
    return on.written()


# ── a broadcast, second by second ────────────────────────────────────────────────────────────

_LIMIT, _TALL = 30, 70
_LEAST, _MOST = 10.0, 10_000.0  # milliseconds


def broadcast(series: Json) -> str:
    """Messages each second of a broadcast at the limit, and how long answers beside it took."""
    on = Drawing("A broadcast at 30 a second", "and five people a second who want an answer")
    for who, one in series.items():
        on.y += 32
        on.text(_EDGE, who, "head")
        _seconds_of(on, one["sent"], one["answers"])
        on.y += 20
        on.text(_EDGE, "time until each answer", "soft")
        never = f", {one['unanswered']} none yet" if one["unanswered"] else ""
        on.text(_WIDTH - _EDGE, f"p99 {_seconds(one['p99'])}{never}", "soft end")
        _waits(on, one["waits"], len(one["sent"]))
    return on.written()


def _seconds_of(on: Drawing, sent: Sequence[int], answers: Sequence[int]) -> None:
    """Stacked: the broadcast, and the answers on top; the limit as a line."""
    most = max(_LIMIT, *(a + b for a, b in zip(sent, answers, strict=True)))
    on.y += 18
    on.text(_EDGE, "each second: broadcast, answers on top", "soft")
    top, step = on.y + 10, _INNER / len(sent)
    for place, (own, more) in enumerate(zip(sent, answers, strict=True)):
        x, high = _EDGE + place * step, _TALL * own / most
        on.box(x, top + _TALL - high, step - 1.5, high, "theirs")
        extra = _TALL * more / most
        on.box(x, top + _TALL - high - extra, step - 1.5, extra, "ours")
    on.across(top + _TALL * (1 - _LIMIT / most), "limit", "4 3")
    on.y = top + _TALL


def _waits(on: Drawing, waits: Sequence[tuple[float, float]], seconds: int) -> None:
    """A dot an answer, by how long it took; the scale is logarithmic."""
    top = on.y + 20

    def high(wait: float) -> float:
        share = math.log(min(max(wait, _LEAST), _MOST) / _LEAST) / math.log(_MOST / _LEAST)
        return top + _TALL * (1 - share)

    for mark in (10, 100, 1_000, 10_000):
        on.across(high(mark))
        on.y = high(mark) - 3
        on.text(_WIDTH - _EDGE, _seconds(mark), "soft end")
    for at, wait in waits:
        on.dot(_EDGE + min(at / seconds, 1.0) * (_INNER - 40), high(wait), "ours")
    on.y = top + _TALL


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.3g} s" if milliseconds >= 1000 else f"{milliseconds:.0f} ms"


# ── the files ────────────────────────────────────────────────────────────────────────────────

_DRAWINGS = {"intake": intake, "broadcast": broadcast, "growth": growth}


def drawn(series: Json) -> dict[str, str]:
    """The drawings by file name; one of which nothing was measured is left out."""
    return {
        f"{name}.svg": draws(series[name]) for name, draws in _DRAWINGS.items() if name in series
    }


def draw(series: Path, folder: Path) -> None:
    """Write the drawings of a file into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in drawn(orjson.loads(series.read_bytes())).items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    draw(SERIES, FOLDER)
