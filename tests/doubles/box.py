"""The outbox alone, with a clock in hand."""

from storage import outbox
from storage.database import Database
from storage.outbox import Kind, Parcel, Priority
from tests.doubles.clock import ManualClock

LAN, MINH = "line:lan", "line:minh"


class Box:
    """The outbox at the moment that the clock shows."""

    def __init__(self, database: Database, clock: ManualClock) -> None:
        self.database = database
        self.clock = clock
        self.tries: dict[int, Parcel] = {}  #: the last claim of each row

    async def put(
        self,
        address: str,
        priority: Priority = Priority.REPLY,
        *,
        kind: Kind = Kind.SEND,
        pair: int | None = None,
    ) -> int:
        async with self.database.transaction() as tx:
            return await outbox.put(
                tx,
                address=address,
                kind=kind,
                payload="words",
                now=self.clock.now(),
                priority=priority,
                pair=pair,
            )

    async def claim(
        self, batch: int = 10, lowest: Priority = Priority.BROADCAST, channel: str = "line"
    ) -> list[int]:
        """The rows claimed, in the order to send them."""
        async with self.database.transaction() as tx:
            claimed = await outbox.claim(tx, channel, self.clock.now(), batch, lowest)
        self.tries |= {one.id: one for one in claimed}
        return [one.id for one in claimed]

    async def sent(self, *rows: int) -> None:
        async with self.database.transaction() as tx:
            await outbox.sent(tx, [self.tries[row] for row in rows], self.clock.now())

    async def waiting(self) -> int:
        async with self.database.reading() as tx:
            return sum(one.waiting for one in await outbox.backlog(tx))
