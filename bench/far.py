"""P3: intake when Telegram is 50 ms away, against the echo of python-telegram-bot.

What counts then is how much is on its way at once. The peer is at its best with 32 updates at once
(its HTTP client slows down beyond that) and handles one at a time unless told otherwise; the
product is measured with the most that its settings allow, and with as many as the peer.
"""

from bench import people
from bench.figures import Figure, ratio
from bench.intake import Pairs, Window, rates, window
from bench.people import Crowd
from bench.rig import Bench, echo, product
from bench.server import BotApi

_AWAY = 0.05  # seconds, to ask for updates and to send a message

#: At once: the most of ``[limits] in_flight``, and the peer at its best.
_MOST, _BEST = 64, 32


async def measure(bench: Bench) -> list[Figure]:
    best: Pairs = []
    stock: Pairs = []
    same: Pairs = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"50 ms away, round {turn + 1}: PTB echo, one and {_BEST} at once")
        one, many = await _echoed(bench, 1), await _echoed(bench, _BEST)
        bench.tell(f"50 ms away, round {turn + 1}: product, {_BEST} and {_MOST} in flight")
        same.append((await _kept(bench, _BEST), many))
        ours = await _kept(bench, _MOST)
        best.append((ours, many))
        stock.append((ours, one))
    return _figures(best, stock, same)


def _figures(best: Pairs, stock: Pairs, same: Pairs) -> list[Figure]:
    our_most = f"{{}}/s with {_MOST} in flight"
    return [
        ratio(
            "p3_far_best",
            "50 ms away, and PTB at its best: updates/s",
            rates(best),
            f"{our_most}; PTB, {_BEST} at once {{}}/s",
            better="higher",
            goal=2.5,
            least=1.5,
        ),
        ratio(
            "p3_far_stock",
            "50 ms away, and PTB as it comes: updates/s",
            rates(stock),
            f"{our_most}; PTB, one at a time {{}}/s",
            better="higher",
            goal=60.0,
            least=35.0,
        ),
        ratio(
            "p3_far_same",
            "50 ms away, as many at once as PTB: updates/s",
            rates(same),
            f"{{}}/s with {_BEST} in flight; PTB, {_BEST} at once {{}}/s",
            better="higher",
        ),
    ]


async def _echoed(bench: Bench, at_once: int) -> Window:
    async with (
        BotApi(poll_delay=_AWAY, send_delay=_AWAY) as api,
        echo(api, bench.place(), at_once) as subject,
    ):
        crowd = Crowd(api, people.echoed(people.typed))
        return await window(bench, subject, crowd, even_mixture=False)


async def _kept(bench: Bench, in_flight: int) -> Window:
    more = {"LANGNGHE_LIMITS__IN_FLIGHT": str(in_flight)}
    async with (
        BotApi(poll_delay=_AWAY, send_delay=_AWAY) as api,
        product(api, bench.place(), more=more) as subject,
    ):
        return await window(bench, subject, Crowd(api, people.typed))
