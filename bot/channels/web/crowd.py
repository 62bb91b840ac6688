"""How much one address may send: a key is a fresh cookie, which costs nothing, and an address does.

A hall shares one address, and so do thousands of phones of one carrier: it is meant for machines.
Two hundred people who join within five minutes send some forty first words a minute and, with every
button they press, some three hundred forms; what they write is a few hundred letters each.
"""

from collections.abc import Callable

import structlog

from bot.clock import Clock
from bot.look.brake import Brake

log = structlog.get_logger()

#: It is told at most so often that some address has to wait, in seconds.
_EVERY = 60.0


class Crowd:
    """Counts forms, first forms of new keys, and letters by address, each a minute.

    Letters, because what is written is weighed, and that takes as long as it is long. ``calls``
    tells whom to call in danger: who has to wait may be in it.
    """

    def __init__(
        self,
        clock: Clock,
        calls: Callable[[], str] = str,
        *,
        is_proxy: Callable[[str], bool] = lambda _address: False,
        forms: int = 600,
        firsts: int = 120,
        letters: int = 100_000,
    ) -> None:
        self.calls = calls
        self._forms = Brake(clock, forms, is_proxy)
        self._firsts = Brake(clock, firsts, is_proxy)
        self._letters = Brake(clock, letters, is_proxy)
        self._clock = clock
        self._told = -_EVERY  #: when it was told last, in steady seconds
        self._waiting = 0  #: forms that had to wait since

    def holds(self, address: str, letters: int, *, first: bool) -> bool:
        """True where the address has to wait; a form of so many letters is counted if it has not.

        What waits is not counted, for pages send it again by themselves.
        """
        full = (
            self._forms.is_full(address)
            or (first and self._firsts.is_full(address))
            or (letters > 0 and self._letters.is_full(address))
        )
        if full:
            self._tell()
        else:
            self._forms.count(address, 1)
            self._firsts.count(address, int(first))
            self._letters.count(address, letters)
        return full

    def _tell(self) -> None:
        """An operator whose proxy names nobody learns here why a whole town has to wait."""
        self._waiting += 1
        now = self._clock.steady()
        if now - self._told >= _EVERY:
            log.warning("web_address_waits", forms=self._waiting)
            self._told, self._waiting = now, 0

    def takes_back(self, address: str, letters: int) -> None:
        """A form was not taken, and others of its address need not wait for it.

        As a first one it stays counted: its key cost nothing.
        """
        self._forms.count(address, -1)
        self._letters.count(address, -letters)
