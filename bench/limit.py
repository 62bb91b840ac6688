"""P10, P11: a broadcast at the platform's limit, the free one and the paid one.

At the free one the server shuts out for three seconds whoever sends a 31st message within any
second. At the paid one it counts.
"""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from itertools import pairwise

from bench import people, seed
from bench.figures import Figure, ratio, spread
from bench.people import Crowd
from bench.rig import PEERS, Bench, Failed, Subject, product, started
from bench.server import BotApi, Gate

#: Messages a second that Telegram takes, and that it takes from bots that pay for more.
FREE, PAID = 30, 1_000

_AWAY = 0.02  # seconds until a paid message is answered for
_IN_FLIGHT = {"LANGNGHE_LIMITS__IN_FLIGHT": "64"}


@dataclass(frozen=True, slots=True)
class Flow:
    """What went out until the end of a window, and what was refused."""

    sent: list[float]  #: moments
    window: tuple[float, float]  #: its first moment, and its seconds
    refused: int

    @property
    def rate(self) -> float:
        """Messages a second in the window."""
        since, seconds = self.window
        return sum(at >= since for at in self.sent) / seconds

    def __str__(self) -> str:
        gap = max((after - before for before, after in pairwise(self.sent)), default=0.0)
        return f"{self.window[1]:g} s, longest gap {1000 * gap:.0f} ms"


async def measure(bench: Bench) -> list[Figure]:
    seconds = bench.sizes.limit_window
    theirs = None
    if bench.has_peers:
        bench.tell(f"broadcast at {FREE}/s for {seconds:g} s: PTB + AIORateLimiter")
        theirs = await _peer_at_free_limit(bench)
    bench.tell(f"broadcast at {FREE}/s for {seconds:g} s: product")
    ours = await _at_free_limit(bench)
    paid = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"broadcast at {PAID:,}/s, round {turn + 1}")
        paid.append(await _at_paid_limit(bench))
    return [*_free(ours), *([_beside(ours, theirs)] if theirs else []), _paid(paid)]


# ── what went out ────────────────────────────────────────────────────────────────────────────


async def _at_free_limit(bench: Bench) -> Flow:
    seconds = bench.sizes.limit_window
    place = await seed.place_with(bench, _enough(FREE, seconds))
    async with BotApi() as api:
        api.gate = Gate(FREE)
        running = product(api, place, per_second=str(FREE), per_chat="1")
        return await _flow(api, running, seconds)


async def _at_paid_limit(bench: Bench) -> Flow:
    settle, seconds = bench.sizes.warm, bench.sizes.limit_window / 4
    place = await seed.place_with(bench, _enough(PAID, settle + seconds))
    async with BotApi(send_delay=_AWAY) as api:
        running = product(api, place, per_second=str(PAID), per_chat="1", more=_IN_FLIGHT)
        return await _flow(api, running, seconds, settle=settle)


async def _peer_at_free_limit(bench: Bench) -> Flow:
    seconds = bench.sizes.limit_window
    async with BotApi() as api:
        api.gate = Gate(FREE)
        running = limited(api, bench, _enough(FREE, seconds))
        return await _flow(api, running, seconds)


def _enough(rate: int, seconds: float) -> int:
    """As many receivers as outlast a window."""
    return int(rate * (seconds + 3))


def limited(api: BotApi, bench: Bench, receivers: int) -> AbstractAsyncContextManager[Subject]:
    """The peer: python-telegram-bot with its own rate limiter, and a broadcast under way."""
    arguments = ("bench.peer", "limited", api.url, str(receivers))
    return started(*arguments, place=bench.place(), python=PEERS)


async def _flow(
    api: BotApi,
    running: AbstractAsyncContextManager[Subject],
    seconds: float,
    *,
    settle: float = 0.0,
) -> Flow:
    """What goes out in so many seconds, from ``settle`` after the first message on."""
    crowd = Crowd(api, people.typed)
    async with running as subject:
        await begun(crowd, subject)
        await asyncio.sleep(settle + seconds)
    since = crowd.others[0] + settle
    sent = [at for at in crowd.others if at < since + seconds]
    return Flow(sent, (since, seconds), api.gate.refused if api.gate else 0)


async def begun(crowd: Crowd, subject: Subject) -> None:
    """Wait for the first message of a broadcast."""
    for _ in range(10_000):
        if crowd.others:
            return
        await asyncio.sleep(0.02)
    raise Failed(f"the broadcast did not begin:\n{subject.words}")


def most_in_a_second(moments: Sequence[float]) -> int:
    """The largest number within any one second. ``moments`` are in order."""
    first, most = 0, 0
    for index, at in enumerate(moments):
        while at - moments[first] >= 1.0:
            first += 1
        most = max(most, index - first + 1)
    return most


# ── figures ──────────────────────────────────────────────────────────────────────────────────


def _free(flow: Flow) -> list[Figure]:
    against = f"strict {FREE}/s, {flow}"
    return [
        Figure(
            name="p10_limit_rate",
            title="broadcast at the limit: rate / limit",
            value=flow.rate / FREE,
            unit="x",
            better="higher",
            goal=0.98,
            least=0.96,
            against=against,
        ),
        Figure(
            name="p10_limit_most",
            title="broadcast at the limit: most in a second",
            value=most_in_a_second(flow.sent),
            unit="",
            better="lower",
            goal=FREE,
            least=FREE,
            against=against,
        ),
        Figure(
            name="p10_limit_refused",
            title="broadcast at the limit: refused with 429",
            value=flow.refused,
            unit="",
            better="lower",
            goal=0,
            least=0,
            against=against,
        ),
    ]


def _beside(ours: Flow, theirs: Flow) -> Figure:
    says = "{}/s; PTB + AIORateLimiter {}/s, "
    most = most_in_a_second(theirs.sent)
    return ratio(
        "p10_limit_peer",
        "broadcast at the limit: rate beside a peer's",
        ([ours.rate], [theirs.rate]),
        f"{says}most in a second {most}, refused {theirs.refused}",
        better="higher",
    )


def _paid(flows: list[Flow]) -> Figure:
    rates = [flow.rate / PAID for flow in flows]
    most = max(most_in_a_second(flow.sent) for flow in flows)
    away = f"{1000 * _AWAY:.0f} ms away, 64 in flight"
    return Figure(
        name="p11_paid_rate",
        title=f"paid broadcast at {PAID:,}/s: rate / limit",
        value=sorted(rates)[len(rates) // 2],
        unit="x",
        better="higher",
        goal=0.995,
        least=0.97,
        against=f"{spread(rates, '.3f')} of {PAID:,}/s, {away}; most in a second {most:,}",
    )
