"""A brake for whoever asks for the same thing again and again: so many in a minute an address."""

from collections import OrderedDict
from collections.abc import Callable

from bot.clock import Clock
from bot.look.origins import household, is_here

_MINUTE = 60.0

#: How many addresses are remembered; the oldest go first.
_MOST = 20_000


class Brake:
    """Counts by address, in this process; several processes count each for itself.

    What comes from this machine, or from one that ``is_proxy``, is a proxy that does not tell who
    asks: it is not counted.
    """

    def __init__(
        self, clock: Clock, a_minute: int, is_proxy: Callable[[str], bool] = lambda _address: False
    ) -> None:
        self._clock = clock
        self._a_minute = a_minute
        self._is_proxy = is_proxy
        self._asked: OrderedDict[str, tuple[float, int]] = OrderedDict()  #: since when, how often

    def holds(self, address: str, more: int = 1) -> bool:
        """Count one more, or several; True where it is one too many, until the minute is over."""
        held = self.is_full(address)
        self.count(address, more)
        return held

    def is_full(self, address: str) -> bool:
        """Whether one more is too many; nothing is counted."""
        return not self._is_free(address) and self._counted(household(address))[1] >= self._a_minute

    def count(self, address: str, more: int) -> None:
        """Count so many more, or take back so many."""
        if not more or self._is_free(address):
            return
        home = household(address)
        since, many = self._counted(home)
        if many == 0:
            self._asked.pop(home, None)
        self._asked[home] = (since, max(0, many + more))
        if len(self._asked) > _MOST:
            self._asked.popitem(last=False)

    def _is_free(self, address: str) -> bool:
        return is_here(address) or self._is_proxy(address)

    def _counted(self, home: str) -> tuple[float, int]:
        """Since when, and how often in this minute."""
        now = self._clock.steady()
        since, many = self._asked.get(home, (now, 0))
        return (since, many) if now - since < _MINUTE else (now, 0)
