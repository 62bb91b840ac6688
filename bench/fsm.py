"""P4: registration and question against a registration on aiogram's state machine, in SQLite.

The peer keeps each step and what was said in a row, with ``synchronous=FULL`` as the product does,
and nothing else: no inbox, no question, no outbox.
"""

from bench import people
from bench.figures import Figure, ratio
from bench.intake import Pairs, Window, keep, kept, rates, window
from bench.people import Crowd
from bench.rig import PEERS, Bench, database, started
from bench.server import BotApi
from storage import schema


async def measure(bench: Bench) -> list[Figure]:
    if not bench.has_peers:
        bench.tell("aiogram is not there: left out")
        return []
    pairs: Pairs = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"registration, round {turn + 1}: aiogram")
        theirs = await _registered(bench)
        bench.tell(f"registration, round {turn + 1}: product")
        place = bench.place()
        await schema.ensure_sqlite(database(place))  # the first start ever is the largest
        pairs.append((await kept(bench, place=place), theirs))
    keep(bench, "aiogram + SQLite", [theirs for _, theirs in pairs])
    return _figures(pairs)


def _figures(pairs: Pairs) -> list[Figure]:
    return [
        ratio(
            "p4_fsm_rate",
            "registration: updates/s",
            rates(pairs),
            "{}/s; aiogram, SQLite FULL {}/s",
            better="higher",
            goal=3.0,
            least=2.0,
        ),
        ratio(
            "p4_fsm_rss",
            "registration: memory",
            ([ours.rss for ours, _ in pairs], [theirs.rss for _, theirs in pairs]),
            "{} MB; aiogram, SQLite FULL {} MB",
            better="lower",
            goal=0.4,
            least=0.6,
        ),
    ]


async def _registered(bench: Bench) -> Window:
    place = bench.place()
    file = str(place / "fsm.db")
    async with (
        BotApi() as api,
        started("bench.peer_aiogram", api.url, file, place=place, python=PEERS) as subject,
    ):
        await subject.until(api.polled)
        return await window(bench, subject, Crowd(api, people.echoed(people.typed)))
