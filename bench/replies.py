"""P12: answers beside a broadcast at the limit: the same few people write, with and without it."""

import asyncio
import time
from collections import Counter
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from bench import people, seed
from bench.figures import Figure, percentile, ratio
from bench.limit import FREE, begun, limited
from bench.people import Crowd
from bench.rig import Bench, Failed, Subject, product
from bench.server import BotApi

_INBOUND = 5.0  # updates a second
_REST = 3.0  # seconds between two messages of one person: Telegram takes one a second a chat


@dataclass(frozen=True, slots=True)
class Heard:
    """What was answered in a window, and all that went out in it."""

    waits: list[tuple[float, float]]  #: (second of the window, milliseconds until the answer)
    unanswered: list[float]  #: milliseconds that others had waited in vain at the end
    sent: list[int]  #: messages of the broadcast in each second
    answers: list[int]  #: all other messages in each second

    @property
    def p99(self) -> float:
        return percentile([*(wait for _, wait in self.waits), *self.unanswered], 0.99)

    def as_json(self) -> dict[str, object]:
        return {
            "sent": self.sent,
            "answers": self.answers,
            "waits": [(round(at, 2), round(wait, 1)) for at, wait in self.waits],
            "unanswered": len(self.unanswered),
            "p99": round(self.p99, 1),
        }


async def measure(bench: Bench) -> list[Figure]:
    idle, busy, peer = [], [], []
    receivers = bench.sizes.storm
    for turn in range(bench.sizes.rounds):
        bench.tell(f"replies, round {turn + 1}: nothing else going on")
        idle.append(await _replies(bench, 0))
        bench.tell(f"replies, round {turn + 1}: beside a broadcast of {receivers:,}")
        busy.append(await _replies(bench, receivers))
        if bench.has_peers:
            bench.tell(f"replies, round {turn + 1}: PTB + AIORateLimiter")
            peer.append(await _replies_of_peer(bench, receivers))
    _keep(bench, "Lắng Nghe", busy)
    _keep(bench, "PTB + AIORateLimiter", peer)
    return [_beside_none(idle, busy), *([_beside_peer(busy, peer)] if peer else [])]


async def _replies(bench: Bench, receivers: int) -> Heard:
    place = await seed.place_with(bench, receivers) if receivers else bench.place()
    async with BotApi() as api:
        running = product(api, place, per_second=str(FREE), per_chat="1")
        return await _heard(bench, Crowd(api, people.typed), running, beside=receivers)


async def _replies_of_peer(bench: Bench, receivers: int) -> Heard:
    async with BotApi() as api:
        crowd = Crowd(api, people.echoed(people.typed))
        return await _heard(bench, crowd, limited(api, bench, receivers), beside=receivers)


async def _heard(
    bench: Bench, crowd: Crowd, running: AbstractAsyncContextManager[Subject], *, beside: int
) -> Heard:
    seconds = bench.sizes.reply_window
    async with running as subject:
        if beside:
            await begun(crowd, subject)
        await crowd.write(_INBOUND, 2 * bench.sizes.warm, rest=_REST)
        since = time.perf_counter()
        await crowd.write(_INBOUND, seconds, rest=_REST)
        await asyncio.sleep(0.5)
        unanswered = [1000 * wait for wait in crowd.still_waiting()]
    answered = [(at - since, 1000 * wait) for at, wait in crowd.answered if at >= since]
    if not answered:
        raise Failed(f"nobody was answered: {crowd.unanswered()}")
    sent, answers = (_by_second(one, since, seconds) for one in (crowd.others, crowd.answers))
    return Heard(answered, unanswered, sent, answers)


def _by_second(moments: list[float], since: float, seconds: float) -> list[int]:
    """How many fall into each second of a window."""
    counts = Counter(int(at - since) for at in moments if at >= since)
    return [counts[second] for second in range(max(1, int(seconds)))]


def _keep(bench: Bench, who: str, rounds: list[Heard]) -> None:
    """For the plot of a broadcast: the middle round."""
    if rounds:
        middle = sorted(rounds, key=lambda one: one.p99)[len(rounds) // 2]
        bench.keep("broadcast", who, middle.as_json())


def _beside_none(idle: list[Heard], busy: list[Heard]) -> Figure:
    return ratio(
        "p12_reply_beside_broadcast",
        "answer beside a broadcast at the limit, p99",
        ([one.p99 for one in busy], [one.p99 for one in idle]),
        "{} ms; with no broadcast {} ms",
        better="lower",
        goal=1.1,
        least=1.5,
    )


def _beside_peer(busy: list[Heard], peer: list[Heard]) -> Figure:
    never = " / ".join(str(len(one.unanswered)) for one in peer)
    says = "{} ms; PTB + AIORateLimiter {} ms, unanswered at the end "
    return ratio(
        "p12_reply_peer",
        "the same beside a peer's",
        ([one.p99 for one in busy], [one.p99 for one in peer]),
        says + never,
        better="lower",
    )
