"""Wrong codes: five for one seat from one address, then that seat rests there for a quarter hour.

A whole hall may share one address, so no address is ever closed as a whole: mistyping closes one
seat, for that address. Guessing gets five tries in a quarter of an hour, at 35 bits.
"""

from collections import OrderedDict

from bot.clock import Clock
from bot.look.origins import household

_TRIES, _REST = 5, 15 * 60.0

#: How many pairs of address and seat are remembered; the oldest go first.
_MOST = 20_000


class Guesses:
    """Counts wrong codes, in this process; several processes count each for itself."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong: OrderedDict[tuple[str, int], tuple[int, float]] = OrderedDict()

    def may_try(self, address: str, seat: int) -> bool:
        many, since = self._wrong.get((household(address), seat), (0, 0.0))
        return many < _TRIES or self._clock.steady() - since >= _REST

    def was_wrong(self, address: str, seat: int) -> None:
        """Remember a code that named this seat and is not its own."""
        key, now = (household(address), seat), self._clock.steady()
        many, since = self._wrong.pop(key, (0, now))
        self._wrong[key] = (many + 1, now) if now - since < _REST else (1, now)
        while len(self._wrong) > _MOST:
            self._wrong.popitem(last=False)
