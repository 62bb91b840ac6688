"""What officials corrected, as labels: a message without private things, and its real topic."""

from datetime import datetime

from bot.domain.questions import Question
from bot.domain.values import dataclass
from storage.database import Tx, to_ms

#: How many of the newest teach.
MOST = 500


@dataclass(frozen=True, slots=True)
class Label:
    """A message and what it was about, by an official's word."""

    id: int
    topic: str
    text: str


async def put(tx: Tx, question: Question, topic: str, now: datetime) -> None:
    """Keep the label of a question, in place of an earlier one; the oldest one too many goes."""
    await tx.run("label_drop", question=question.id)
    made = await tx.value(
        "label_put",
        question=question.id,
        person=question.asker,
        topic=topic,
        text=question.text,
        now=to_ms(now),
    )
    await tx.run("labels_trim", oldest=int(made) - MOST)


async def drop(tx: Tx, question: int) -> None:
    """This question teaches nothing any more."""
    await tx.run("label_drop", question=question)


async def newest(tx: Tx) -> tuple[Label, ...]:
    rows = await tx.all("labels_newest", most=MOST)
    return tuple(Label(row["id"], row["topic"], row["text"]) for row in rows)


async def ids(tx: Tx) -> tuple[int, ...]:
    return tuple([row["id"] for row in await tx.all("labels_ids", most=MOST)])


async def forget(tx: Tx, person: int) -> None:
    await tx.run("labels_forget", person=person)
