"""A list of ten thousand households: looked at, then brought in; and the cost of being many."""

import statistics
from collections.abc import Sequence

from bench.figures import Figure, ratio, spread
from bench.rig import Bench, told

Found = dict[str, float]


async def measure(bench: Bench) -> list[Figure]:
    few, many = bench.sizes.households
    small: list[Found] = []
    big: list[Found] = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"roster, round {turn + 1}: {few:,} and {many:,} households")
        small.append(await _brought(bench, few))
        big.append(await _brought(bench, many))
    return _figures(small, big, few, many)


async def _brought(bench: Bench, many: int) -> Found:
    place = bench.place()
    return await told("bench.households", str(many), str(place), place=place)


def _figures(small: Sequence[Found], big: Sequence[Found], few: int, many: int) -> list[Figure]:
    seconds, looks = [one["look"] + one["apply"] for one in big], [one["look"] for one in big]
    peaks = [one["peak"] for one in big]
    return [
        Figure(
            name="roster_import",
            title=f"a list of {many:,} households: look ahead, then bring in",
            value=statistics.median(seconds),
            unit="s",
            better="lower",
            goal=5,
            least=15,
            against=f"{spread(seconds)} s, of which the look ahead {spread(looks)} s",
        ),
        Figure(
            name="roster_peak",
            title="the same: most memory used",
            value=statistics.median(peaks),
            unit="MB",
            better="lower",
            goal=200,
            least=300,
            against=f"{spread(peaks)} MB",
        ),
        _per_household(small, big, few, many),
    ]


def _per_household(small: Sequence[Found], big: Sequence[Found], few: int, many: int) -> Figure:
    """In processor time, as for the seat plan: other programs at work do not count."""
    return ratio(
        "roster_growth",
        f"a household of {many:,} against one of {few:,}: CPU",
        ([1e6 * one["cpu"] / many for one in big], [1e6 * one["cpu"] / few for one in small]),
        "{} µs; {} µs",
        better="lower",
        goal=1.1,
        least=1.5,
    )
