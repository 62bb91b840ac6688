"""A figure with its goal, the table a person reads and the file a program reads."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import sqrt
from pathlib import Path
from typing import Literal

import orjson
from rich.table import Table

RESULTS = Path(__file__).parent / "results.json"
SERIES = RESULTS.with_name("series.json")

#: What the plots show: by plot, by who or what was measured.
Series = dict[str, dict[str, object]]

Better = Literal["higher", "lower"]


_NINETY_FIVE = 1.96  # standard deviations on either side


class Standing(Enum):
    """Whether a figure reaches what we want of it."""

    GOAL = "[green]goal[/green]"
    ENOUGH = "[yellow]at least[/yellow]"
    BROKEN = "[bold red]BELOW[/bold red]"
    FREE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number. ``against`` says in words what it was measured against, and both sides."""

    name: str
    title: str
    value: float
    unit: str
    better: Better
    goal: float | None = None  #: what we hold ourselves to
    least: float | None = None  #: the line under which something is broken
    against: str = ""

    def reaches(self, line: float) -> bool:
        return self.value >= line if self.better == "higher" else self.value <= line

    @property
    def holds(self) -> bool | None:
        """Whether the goal is reached; None without one."""
        return None if self.goal is None else self.reaches(self.goal)

    @property
    def standing(self) -> Standing:
        if self.goal is None:
            return Standing.FREE
        if self.reaches(self.goal):
            return Standing.GOAL
        enough = self.least is not None and self.reaches(self.least)
        return Standing.ENOUGH if enough else Standing.BROKEN

    def as_json(self) -> dict[str, object]:
        return {
            "value": round(self.value, 4),
            "unit": self.unit,
            "better": self.better,
            "goal": self.goal,
            "holds": self.holds,
            "against": self.against or None,
        }


def spread(values: Sequence[float], form: str = "") -> str:
    """Smallest, middle and largest: ``0.91 / 0.94 / 0.99``."""
    middle = statistics.median(values)
    form = form or (".0f" if middle >= 100 else ".1f" if middle >= 10 else ".2f")
    return " / ".join(format(one, form) for one in (min(values), middle, max(values)))


def middle_ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of runs that were made side by side."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def ratio(
    name: str,
    title: str,
    sides: tuple[Sequence[float], Sequence[float]],
    says: str,
    *,
    better: Better,
    goal: float | None = None,
    least: float | None = None,
) -> Figure:
    """Ours to theirs; ``says`` has a place for either side: ``{}/s; the peer {}/s``."""
    ours, theirs = sides
    return Figure(
        name=name,
        title=title,
        value=middle_ratio(ours, theirs),
        unit="x",
        better=better,
        goal=goal,
        least=least,
        against=says.format(spread(ours), spread(theirs)),
    )


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def interval(right: int, asked: int) -> tuple[float, float]:
    """Wilson's interval of a share."""
    share, z = right / asked, _NINETY_FIVE
    middle = (share + z * z / (2 * asked)) / (1 + z * z / asked)
    half = z * sqrt(share * (1 - share) / asked + (z / (2 * asked)) ** 2) / (1 + z * z / asked)
    return middle - half, min(1.0, middle + half)


def table(figures: Sequence[Figure]) -> Table:
    """A row a figure; below it what it was measured against. Fits a narrow terminal."""
    shown = Table("figure", "measured", "goal", "at least", "", box=None, padding=(0, 1))
    for column in shown.columns[1:]:
        column.justify = "right"
        column.no_wrap = True
    for one in figures:
        shown.add_row(
            f"{one.title}\n  [dim]{one.against}[/dim]",
            _number(one.value, one.unit),
            _line(one.better, one.goal),
            _line(one.better, one.least),
            one.standing.value,
        )
    return shown


def _line(better: Better, line: float | None) -> str:
    if line is None:
        return ""
    return f"{'≥' if better == 'higher' else '≤'} {line:g}"


def _number(value: float, unit: str) -> str:
    whole = abs(value) >= 100 or value == round(value)
    form = ".0f" if whole else ".1f" if abs(value) >= 10 else ".3g"
    return f"{value:{form}}{'' if unit == 'x' else ' '}{unit}"


def write(figures: Sequence[Figure], to: Path, *, beside: bool = False) -> None:
    """Write the file; ``beside`` keeps the figures in it that were not measured this time."""
    kept = _read(to) if beside else {}
    found = {**kept, **{one.name: one.as_json() for one in figures}}
    to.write_bytes(orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def write_series(series: Series, to: Path, *, beside: bool) -> None:
    """What the plots show; ``beside`` keeps what was not measured this time."""
    kept = _read(to) if beside else {}
    found = kept | {plot: {**kept.get(plot, {}), **one} for plot, one in series.items()}
    to.write_bytes(orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE))


def _read(file: Path) -> Series:
    return dict(orjson.loads(file.read_bytes())) if file.exists() else {}
