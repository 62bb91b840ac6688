"""The seat plan of a session with very many households: seconds, and what one of them costs.

The households are read with what is private about them, ranked, written with a reason and a row of
history each, and on disk when the clock stops: one transaction, as the organiser waits for it.
"""

import statistics
from collections.abc import Sequence

from bench.figures import Figure, ratio, spread
from bench.rig import Bench, told

Found = dict[str, float]


async def measure(bench: Bench) -> list[Figure]:
    few, many = bench.sizes.households
    found = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"seat plan, round {turn + 1}")
        place = bench.place()
        found.append(await told("bench.seat_plans", str(few), str(many), str(place), place=place))
    return [_seconds(found, many), _per_household(found, few, many)]


def _seconds(found: Sequence[Found], many: int) -> Figure:
    each = [1e6 * one["many_wall"] / many for one in found]
    return Figure(
        name="seat_plan",
        title=f"seat plan of {many:,} households",
        value=statistics.median(one["many_wall"] for one in found),
        unit="s",
        better="lower",
        against=f"{spread(each)} µs a household",
    )


def _per_household(found: Sequence[Found], few: int, many: int) -> Figure:
    """In processor time: a commit's flush costs the same for few and for many."""
    return ratio(
        "seat_plan_growth",
        "seat plan: CPU a household",
        (
            [1e6 * one["many_cpu"] / many for one in found],
            [1e6 * one["cpu"] / few for one in found],
        ),
        "{} µs; among a tenth as many {} µs",
        better="lower",
        goal=1.1,
        least=1.5,
    )
