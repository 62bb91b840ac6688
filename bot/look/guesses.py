"""Wrong codes: five for one seat from one address, or by one person in chat, then that seat rests
there for a quarter hour.

A whole hall may share one address, so no address is ever closed as a whole: mistyping closes one
seat, for that address. Guessing gets five tries in a quarter of an hour, at 35 bits.
"""

from collections import OrderedDict

_TRIES, _REST = 5, 15 * 60.0

#: How many pairs of who tries and seat are remembered; the oldest go first.
_MOST = 20_000


class Guesses:
    """Counts wrong codes, in this process; several processes count each for itself.

    ``who`` tries, at a moment in seconds of a clock that is always the same.
    """

    def __init__(self) -> None:
        self._wrong: OrderedDict[tuple[str, int], tuple[int, float]] = OrderedDict()

    def may_try(self, who: str, seat: int, at: float) -> bool:
        many, since = self._wrong.get((who, seat), (0, 0.0))
        return many < _TRIES or at - since >= _REST

    def was_wrong(self, who: str, seat: int, at: float) -> None:
        """Remember a code that named this seat and is not its own."""
        many, since = self._wrong.pop((who, seat), (0, at))
        self._wrong[who, seat] = (many + 1, at) if at - since < _REST else (1, at)
        while len(self._wrong) > _MOST:
            self._wrong.popitem(last=False)
