"""What offices have promised to do by a day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.agencies import Queue
from bot.domain.answers import Answer
from bot.domain.commitments import Commitment, Notice, Pledge, Stand
from bot.domain.questions import Question
from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, maybe_from_ms, maybe_ms, to_ms
from storage.portions import in_portions


@dataclass(frozen=True, slots=True)
class Commitments:
    """Read and written in the zone whose days are meant."""

    tx: Tx
    zone: ZoneInfo

    async def make(
        self,
        pledge: Pledge,
        question: Question,
        answer: Answer,
        *,
        remind_at: datetime,
        now: datetime,
    ) -> int | None:
        """Keep a promise of an answer; None if it is kept already."""
        made = await self.tx.value(
            "commitment_make",
            question=question.id,
            answer=answer.id,
            queue=str(question.queue),
            ward=question.ward,
            words=pledge.words,
            due_at=self._ms(pledge.due),
            public=int(not answer.private),
            remind_at=to_ms(remind_at),
            now=to_ms(now),
        )
        return None if made is None else int(made)

    async def get(self, commitment: int) -> Commitment | None:
        row = await self.tx.one("commitment_get", id=commitment)
        return self._of(row) if row else None

    async def of_queue(self, queue: Queue, after: Commitment | None, most: int) -> list[Commitment]:
        """A page of what an office still has to do, behind ``after``."""
        rows = await self.tx.all(
            "commitments_of_queue",
            queue=str(queue),
            due_after=self._ms(after.due) if after else 0,
            after=after.id if after else 0,
            most=most,
        )
        return [self._of(row) for row in rows]

    async def of_all(self, after: Commitment | None, most: int) -> list[Commitment]:
        """A page of what offices still have to do, whichever it is, behind ``after``."""
        rows = await self.tx.all(
            "commitments_open",
            due_after=self._ms(after.due) if after else 0,
            after=after.id if after else 0,
            most=most,
        )
        return [self._of(row) for row in rows]

    async def of_ward(self, ward: str, since: datetime, most: int) -> list[Commitment]:
        """What was promised in public to a ward: still to be done, done since then, and either of
        what other wards were promised with it.
        """
        open_ = await self.tx.all("commitments_open_in_ward", ward=ward, most=most)
        kept = await self.tx.all(
            "commitments_kept_in_ward", ward=ward, since=to_ms(since), most=most
        )
        shared = await self.tx.all(
            "commitments_shared_with_ward", ward=ward, since=to_ms(since), most=most
        )
        return [self._of(row) for row in (*open_, *kept, *shared)]

    async def list_in(self, commitment: int, ward: str) -> None:
        """It was promised to this ward, too."""
        await self.tx.run("commitment_list_in", ward=ward, commitment=commitment)

    async def to_remind(self, now: datetime, most: int) -> list[Commitment]:
        """Those whose office is to be told something now."""
        rows = await self.tx.all("commitments_to_remind", now=to_ms(now), most=most)
        found = [await self.get(row["id"]) for row in rows]
        return [one for one in found if one]

    async def tell(self, one: Commitment, notice: Notice, then: datetime | None) -> bool:
        """Write down that its office is told, and when the next word is due; False if it was."""
        return bool(
            await self.tx.run(
                "commitment_told",
                id=one.id,
                told=notice.value,
                before=one.told.value if one.told else "",
                due_at=self._ms(one.due),
                remind_at=maybe_ms(then),
            )
        )

    async def settle(self, commitment: int, stand: Stand, note: str, now: datetime) -> bool:
        """It was kept, or was none; False if somebody has said so already."""
        return bool(
            await self.tx.run(
                "commitment_settle", id=commitment, stand=stand.value, note=note, now=to_ms(now)
            )
        )

    async def move(self, commitment: int, due: date, why: str, remind_at: datetime) -> bool:
        """Another day; False if it is settled."""
        return bool(
            await self.tx.run(
                "commitment_move",
                id=commitment,
                due_at=self._ms(due),
                note=why,
                remind_at=to_ms(remind_at),
            )
        )

    def _ms(self, day: date) -> int:
        """A day as the moment of its noon, so that no zone makes it another."""
        return to_ms(datetime.combine(day, time(12), self.zone))

    def _of(self, row: Row) -> Commitment:
        return Commitment(
            id=row["id"],
            question=row["question"],
            number=row["number"],
            queue=Queue.parse(row["queue"]),
            ward=row["ward"],
            words=row["words"],
            due=from_ms(row["due_at"]).astimezone(self.zone).date(),
            public=bool(row["public"]),
            stand=Stand(row["stand"]),
            told=Notice(row["told"]) if row["told"] else None,
            note=row["note"],
            settled_at=maybe_from_ms(row["settled_at"]),
        )


async def forget(tx: Tx, asker: int, household: int = 0) -> None:
    """What was promised to an erased person alone."""
    await in_portions(tx, "commitments_forget", asker=asker, household=household)
