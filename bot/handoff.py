"""Hand-off: the next stage gets rows that whoever writes them has claimed for it already.

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
class Reservation:
    """Room on the way for one reply, kept from when it is written until its turn has ended."""

    address: str
    parcel: Parcel | None = None  #: the reply; None where it has to wait after all
    over: asyncio.Future[None] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )  #: done when the turn has ended


class Sender(Protocol):
    """The delivery of one channel, at work in this process."""

    def reserve(self, address: str) -> Reservation | None:
        """Room for a reply to this chat; None if it must wait in its row for a while."""
        ...

    def send(self, reserved: Reservation) -> None:
        """The turn is on disk: its reply leaves; where there is none, its row is looked for."""
        ...

    def cancel(self, reserved: Reservation) -> None:
        """Nothing will come: the turn was taken back, or its reply waits in its row."""
        ...


class Dispatcher(Protocol):
    """The dispatch, at work in this process."""

    def reserve(self, many: int) -> int:
        """Room for turns, at most ``many``; kept until ``begin``."""
        ...

    def begin(self, reserved: int, claimed: Sequence[Claimed] = ()) -> None:
        """What came of the room: these messages are on disk and ours, and their turns begin."""
        ...


@dataclass(slots=True)
class Handoff:
    """To whom rows can be handed: those at work in this process, and only meanwhile."""

    dispatcher: Dispatcher | None = None
    senders: dict[str, Sender] = field(default_factory=dict)  #: by channel
