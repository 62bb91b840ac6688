"""What is handed on without being looked for: rows that whoever writes them has claimed already.

Between two stages of the road stands a row, and the next stage finds it by a claim, in a
transaction of its own. Where the next stage is in this process and has room, the writer claims the
row for it and hands it over once it is on disk: one transaction less, and one flush less to wait
for. The row is the same as any other, so a crash, a lease and another process meet nothing new.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from storage.inbox import Claimed
from storage.outbox import Parcel


@dataclass(slots=True, eq=False)
class Place:
    """Room on the way for one reply, kept from when it is written until its turn has ended."""

    address: str
    parcel: Parcel | None = None  #: the reply; None where it has to wait after all
    over: asyncio.Future[None] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )  #: done when the turn has ended


class Sender(Protocol):
    """The delivery of one channel, at work in this process."""

    def place(self, address: str) -> Place | None:
        """Room for a reply to this chat; None if it must wait in its row for a while."""
        ...

    def go(self, place: Place) -> None:
        """The turn is on disk: what is in the place leaves; if it is empty, look for its row."""
        ...

    def free(self, place: Place) -> None:
        """Nothing will come: the turn was taken back, or its reply waits in its row."""
        ...


class Desk(Protocol):
    """The dispatch, at work in this process."""

    def keep(self, many: int) -> int:
        """Room for turns, at most ``many``; kept until ``begin``."""
        ...

    def begin(self, kept: int, claimed: Sequence[Claimed] = ()) -> None:
        """What came of the room: these messages are on disk and ours, and their turns begin."""
        ...


@dataclass(slots=True)
class Takers:
    """Who can be handed something: whoever is at work in this process, and only meanwhile."""

    desk: Desk | None = None
    senders: dict[str, Sender] = field(default_factory=dict)  #: by channel
