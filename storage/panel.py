"""Who was invited to the panel of a session, and who sits there."""

from datetime import datetime

from bot.domain.agencies import Queue
from bot.domain.panel import Sitting
from storage.database import Tx, from_ms, to_ms


async def invite(tx: Tx, session: int, queue: Queue, *, reached: bool, now: datetime) -> bool:
    """Write down that an agency is invited; False if it was before."""
    made = await tx.run(
        "panel_invite", session=session, queue=str(queue), reached=int(reached), now=to_ms(now)
    )
    return bool(made)


async def of(tx: Tx, session: int) -> dict[Queue, Sitting]:
    """The places for which somebody was invited or named."""
    rows = await tx.all("panel_of", session=session)
    found = (
        Sitting(
            session=row["session"],
            queue=Queue.parse(row["queue"]),
            name=row["name"],
            post=row["post"],
            reached=bool(row["reached"]),
            invited_at=from_ms(row["invited_at"]),
        )
        for row in rows
    )
    return {one.queue: one for one in found}


async def put_aside(tx: Tx, session: int, aside: int) -> None:
    """Who sat facing the people of a session stands under another number."""
    await tx.run("panel_put_aside", session=session, aside=aside)


async def sit(tx: Tx, sitting: Sitting, person: int | None, now: datetime) -> None:
    """Write down who sits there; ``person`` if it is who says so."""
    await tx.run(
        "panel_sit",
        session=sitting.session,
        queue=str(sitting.queue),
        name=sitting.name,
        post=sitting.post,
        person=person,
        now=to_ms(now),
    )


async def post_of(tx: Tx, person: int) -> str:
    """The post that a person gave the last time; empty if they never did."""
    return str(await tx.value("panel_post_of", person=person) or "")
