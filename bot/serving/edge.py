"""The edge of the web server: who may hold a connection, and for how long without getting on.

uvicorn bounds what is sent (64 kB of headers) and how long a connection waits between two requests
(5 s), but neither how long headers and bodies may take nor how many connections one address holds.
Somebody who opens thousands and says nothing would have all files that the system lets us open.
"""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address, ip_network
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.look.origins import household, is_here

log = structlog.get_logger()

#: How long the head of a request may take, from the first moment its connection has nothing to do.
HEAD = 15.0

#: A body has so many seconds, and one more for each so many bytes: a slow phone sends more.
BODY, PER_SECOND = 20.0, 1000

#: How long a browser may take nothing of what it is sent.
STALLED = 60.0

#: How often it is looked who is overdue, in seconds.
LOOK = 1.0

#: One address holds at most one of so many connections: a whole hall may share an address.
_SHARE = 4

#: Connections kept free for platforms and whoever watches over us.
_RESERVED = 64

#: Their paths.
_PLATFORMS = ("/health", "/metrics", "/telegram", "/zalo/")


class Doing(Enum):
    """What a connection is waiting for."""

    HEAD = "head"  #: the browser's next request
    BODY = "body"  #: the rest of it
    OURS = "ours"  #: our answer
    END = "end"  #: the last bytes of it, or nothing any more


class Guest(Protocol):
    """Whoever holds a connection."""

    @property
    def address(self) -> str: ...

    @property
    def untaken(self) -> int:
        """How many bytes it has not taken yet of what it is sent."""
        ...

    def drop(self) -> None:
        """End it at once."""
        ...


@dataclass(slots=True)
class _Stay:
    """How it goes with one connection. Times are steady seconds."""

    since: float
    doing: Doing = Doing.HEAD
    sent: int = 0  #: bytes of the body so far
    untaken: int = 0  #: bytes that it had not taken when it was looked at last
    took: float = 0.0  #: when it was seen last to take any, or to have taken all


class Edge:
    """The connections of this process. Beyond ``most`` the one that has idled longest goes."""

    def __init__(
        self, clock: Clock, most: int, is_proxy: Callable[[str], bool] = lambda _address: False
    ) -> None:
        self._clock = clock
        self._most = most
        self._is_proxy = is_proxy
        self._stays: dict[Guest, _Stay] = {}
        self._idle: dict[Guest, None] = {}  #: the longest first
        self._homes: Counter[str] = Counter()
        self._turned_away = 0

    def enter(self, guest: Guest) -> bool:
        """Count it in; False where it cannot be had, and has to go."""
        home = household(guest.address)
        if not self._has_room(guest.address, home):
            self._turned_away += 1
            return False
        self._homes[home] += 1
        self._stays[guest] = _Stay(self._clock.steady())
        self._idle[guest] = None
        return True

    def _has_room(self, address: str, home: str) -> bool:
        many = self._homes[home] >= max(1, self._most // _SHARE)
        if many and not (is_here(address) or self._is_proxy(address)):
            return False
        if len(self._stays) >= self._most and self._idle:
            self._drop(next(iter(self._idle)))
        return len(self._stays) < self._most

    def leave(self, guest: Guest) -> None:
        """It has ended, or never was let in."""
        self._idle.pop(guest, None)
        if self._stays.pop(guest, None) is None:
            return
        home = household(guest.address)
        self._homes[home] -= 1
        if not self._homes[home]:
            del self._homes[home]

    def goes_on(self, guest: Guest, doing: Doing, sent: int = 0) -> None:
        """What it does now; ``sent`` bytes have come. Bytes alone win a head no time."""
        stay = self._stays.get(guest)
        if stay is None:
            return
        if doing is not stay.doing:
            stay.doing, stay.since, stay.sent = doing, self._clock.steady(), 0
            stay.untaken, stay.took = 0, stay.since
            self._idle.pop(guest, None)
            if doing is Doing.HEAD:
                self._idle[guest] = None
        stay.sent += sent

    def is_crowded(self, path: str) -> bool:
        """Whether a request has to come again later: the last places are for platforms."""
        if path.startswith(_PLATFORMS):
            return False
        crowded = len(self._stays) - len(self._idle) > self._most - min(_RESERVED, self._most // 4)
        self._turned_away += crowded
        return crowded

    async def watch(self) -> None:
        """Drop who is overdue, for ever."""
        while True:
            await self._clock.sleep(LOOK)
            self.look()

    def look(self) -> None:
        """Drop who is overdue now."""
        now = self._clock.steady()
        for guest in [one for one, stay in self._stays.items() if _is_overdue(one, stay, now)]:
            self._drop(guest)
        if self._turned_away:
            log.warning("web_crowded", turned_away=self._turned_away, open=len(self._stays))
            self._turned_away = 0

    def _drop(self, guest: Guest) -> None:
        self.leave(guest)
        guest.drop()


def _is_overdue(guest: Guest, stay: _Stay, now: float) -> bool:
    match stay.doing:
        case Doing.HEAD:
            return now - stay.since > HEAD
        case Doing.BODY:
            return now - stay.since > BODY + stay.sent / PER_SECOND
        case Doing.OURS | Doing.END:
            return _takes_nothing(guest, stay, now)


def _takes_nothing(guest: Guest, stay: _Stay, now: float) -> bool:
    """A slow browser takes little at a time; one that takes nothing for long is not there."""
    untaken = guest.untaken
    if not untaken or untaken != stay.untaken:
        stay.untaken, stay.took = untaken, now
    return now - stay.took > STALLED


def named_proxies() -> str:
    """Those whom the operator names, as uvicorn reads them."""
    return os.environ.get("FORWARDED_ALLOW_IPS", "")


def proxies(named: str) -> Callable[[str], bool]:
    """Whether an address is one of those that uvicorn believes (FORWARDED_ALLOW_IPS)."""
    return (lambda _address: True) if named.strip() == "*" else by_name(named)


def by_name(named: str) -> Callable[[str], bool]:
    """The same for who asks: where all are believed, no address says that its proxy named nobody.

    So ``*`` names nobody here.
    """
    networks = [ip_network(one) for one in _addresses(named)]

    def is_proxy(address: str) -> bool:
        try:
            found = ip_address(address)
        except ValueError:
            return False
        return any(found in network for network in networks)

    return is_proxy


def _addresses(named: str) -> Sequence[str]:
    """Those that are addresses; uvicorn takes names of sockets as well."""
    found = []
    for one in named.split(","):
        try:
            found.append(str(ip_network(one.strip())))
        except ValueError:
            continue
    return found
