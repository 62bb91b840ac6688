"""Files that came with a question: where their bytes can be fetched."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.messages import Attachment, Media
from storage.database import Tx, to_ms
from storage.portions import in_portions


async def add(
    tx: Tx, question_id: int, channel: str, files: Sequence[Attachment], now: datetime
) -> None:
    """Keep where the files can be fetched that came in a ``channel``, and when they came."""
    for one in files:
        await tx.run(
            "attachment_add",
            question=question_id,
            channel=channel,
            media=one.media.value,
            ref=one.ref,
            name=one.name,
            at=to_ms(now),
        )


async def of_question(tx: Tx, question_id: int) -> list[tuple[str, Attachment]]:
    """What came with a question: (channel, file)."""
    return [
        (row["channel"], Attachment(media=Media(row["media"]), ref=row["ref"], name=row["name"]))
        for row in await tx.all("attachments_of", question=question_id)
    ]


async def forget(tx: Tx, asker: int, household: int) -> None:
    """Drop what came with what this person asked for a household; 0: for themselves."""
    await in_portions(tx, "attachments_forget", asker=asker, household=household)
