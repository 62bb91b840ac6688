"""A brake for whoever asks for the same thing again and again: so many in a minute an address."""

from collections import OrderedDict

from bot.clock import Clock
from bot.look.origins import household, is_here

_MINUTE = 60.0

#: How many addresses are remembered; the oldest go first.
_MOST = 20_000


class Brake:
    """Counts by address, in this process; several processes count each for itself.

    What comes from this machine is a proxy that does not tell who asks: it is not counted.
    """

    def __init__(self, clock: Clock, a_minute: int) -> None:
        self._clock = clock
        self._a_minute = a_minute
        self._asked: OrderedDict[str, tuple[float, int]] = OrderedDict()  #: since when, how often

    def holds(self, address: str, more: int = 1) -> bool:
        """Count one more, or several; True where it is one too many, until the minute is over."""
        if is_here(address):
            return False
        home, now = household(address), self._clock.steady()
        since, many = self._asked.get(home, (now, 0))
        if now - since >= _MINUTE:
            since, many = now, 0
            self._asked.pop(home, None)
        self._asked[home] = (since, many + more)
        if len(self._asked) > _MOST:
            self._asked.popitem(last=False)
        return many >= self._a_minute
