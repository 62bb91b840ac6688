"""P6: intake on a disk whose flush takes 5 ms more; turns that share a commit hardly feel it."""

import re

from bench.figures import Figure, ratio
from bench.intake import Pairs, Window, kept, rates
from bench.rig import Bench, Failed
from bench.slow_disk import DELAY, TELLS


async def measure(bench: Bench) -> list[Figure]:
    pairs: Pairs = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"intake, round {turn + 1}: the disk as it is")
        quick = await kept(bench)
        bench.tell(f"intake, round {turn + 1}: a flush takes {1000 * DELAY:.0f} ms more")
        pairs.append((await _slowly(bench), quick))
    return [
        ratio(
            "p6_slow_disk",
            f"intake where a flush takes {1000 * DELAY:.0f} ms more",
            rates(pairs),
            "{}/s; without {}/s",
            better="higher",
            goal=0.8,
            least=0.6,
        )
    ]


async def _slowly(bench: Bench) -> Window:
    place = bench.place()
    found = await kept(bench, place=place, module="bench.slow_disk")
    slowed = re.search(rf"{TELLS} (\d+)", (place / "subject.log").read_text("utf-8"))
    if not slowed or not int(slowed[1]):
        raise Failed("no commit was slow: the product commits in another way than bench.slow_disk")
    return found
