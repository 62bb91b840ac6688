"""P7: intake by webhook, answered 200 after COMMIT, against an echo that answers from memory."""

from bench import people
from bench.carrier import Carrier
from bench.figures import Figure, ratio
from bench.intake import Pairs, Window, counted, must_be_kept, rates, window
from bench.people import Crowd
from bench.rig import Bench, database, free_port, product, started
from bench.server import BotApi


async def measure(bench: Bench) -> list[Figure]:
    """The same closed loop as P1 and P2, over up to 40 connections, as many as Telegram opens."""
    pairs: Pairs = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"webhook, round {turn + 1}: PTB behind Starlette, nothing kept")
        theirs = await _echoed(bench)
        bench.tell(f"webhook, round {turn + 1}: product")
        pairs.append((await _kept(bench), theirs))
    return [
        ratio(
            "p7_webhook",
            "webhook, 200 after COMMIT: updates/s",
            rates(pairs),
            "{}/s; PTB behind Starlette and uvicorn, 200 from memory {}/s",
            better="higher",
            goal=1.0,
            least=0.9,
        )
    ]


async def _echoed(bench: Bench) -> Window:
    place, port = bench.place(), free_port()
    async with (
        BotApi() as api,
        started("bench.peer_webhook", api.url, str(port), place=place) as subject,
    ):
        await subject.until(api.polled)
        async with Carrier(api, port):
            crowd = Crowd(api, people.echoed(people.typed))
            return await window(bench, subject, crowd, even_mixture=False)


async def _kept(bench: Bench) -> Window:
    place, port = bench.place(), free_port()
    more = {
        "LANGNGHE_WEB__PORT": str(port),
        "LANGNGHE_TELEGRAM__WEBHOOK_URL": "https://bench.example/telegram",
        "LANGNGHE_TELEGRAM__WEBHOOK_SECRET": "the-bench-itself",
    }
    async with BotApi() as api:
        crowd = Crowd(api, people.typed)
        async with product(api, place, more=more) as subject, Carrier(api, port):
            found = await window(bench, subject, crowd)
    must_be_kept(crowd.finished, *counted(str(database(place))))
    return found
