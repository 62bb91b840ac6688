"""Questions: what is asked, where it stands, and in whose queue."""

from collections.abc import Collection
from datetime import datetime
from itertools import product

from bot.domain.agencies import Queue
from bot.domain.bookmarks import Bookmark
from bot.domain.counts import COUNTED
from bot.domain.questions import Question, Sensitive, Status
from bot.domain.values import dataclass
from storage import attachments, history
from storage.database import Row, Tx, from_ms, maybe_from_ms, maybe_ms, to_ms
from storage.portions import in_portions


@dataclass(frozen=True, slots=True)
class Count:
    """How many questions of a queue stand at one status and are equally sensitive.

    Exact below ``COUNTED``, which stands for itself and for everything above.
    """

    status: Status
    sensitive: Sensitive
    many: int
    late: int


async def next_number(tx: Tx, prefix: str) -> str:
    """The next question number, e.g. ``TV-0012``."""
    value = await tx.value("counter_next", name=f"question:{prefix}")
    return f"{prefix}-{value:04d}"


async def file(tx: Tx, question: Question) -> Question:
    """Keep a new question; returns it with its id."""
    values = _columns(question)
    for absent in ("taken_by", "stopped_at", "answered_at", "closed_at", "reopened"):
        del values[absent]
    question_id = await tx.value(
        "question_file",
        **values,
        number=question.number,
        asker=question.asker,
        household=question.household,
        address=question.address,
        hamlet=question.hamlet,
        session=question.session,
        phase=question.phase,
        asked_at=to_ms(question.asked_at),
    )
    found = await get(tx, int(question_id))
    assert found is not None
    return found


async def get(tx: Tx, question_id: int) -> Question | None:
    row = await tx.one("question_get", id=question_id)
    return read(row) if row else None


async def to_move(tx: Tx, question_id: int) -> Question | None:
    """The question, which nobody else moves until this transaction has ended."""
    row = await tx.one("question_to_move", id=question_id)
    return read(row) if row else None


async def numbered(tx: Tx, number: str) -> Question | None:
    row = await tx.one("question_numbered", number=number.upper())
    return read(row) if row else None


async def save(tx: Tx, question: Question) -> bool:
    """Keep a move; False if somebody else moved the question in between."""
    changed = await tx.run(
        "question_save", **_columns(question), id=question.id, version=question.version
    )
    return bool(changed)


async def of_asker(
    tx: Tx, asker: int, *, household: int = 0, before: int = 2**62, most: int = 5
) -> list[Question]:
    """A page of what a person asked for themselves, or for a household, newest first.

    ``before`` is the last id of the page above.
    """
    rows = await tx.all(
        "questions_of_asker", asker=asker, household=household, before=before, most=most
    )
    return [read(row) for row in rows]


async def in_danger(tx: Tx, asker: int) -> Question | None:
    """The newest open question that says this person is in danger."""
    row = await tx.one("question_in_danger", asker=asker)
    return read(row) if row else None


async def for_household(
    tx: Tx, household: int, *, before: int = 2**62, most: int = 50
) -> list[Question]:
    """A page of what anybody asked for one household, newest first."""
    rows = await tx.all("questions_for_household", household=household, before=before, most=most)
    return [read(row) for row in rows]


async def rehome(tx: Tx, before: int, after: int) -> None:
    """One household turned out to be another: what was asked for it goes there."""
    await in_portions(tx, "questions_rehome", before=before, after=after)


async def in_queue(
    tx: Tx,
    queue: Queue,
    status: Status,
    seen: Collection[Sensitive],
    *,
    viewer: int = 0,
    after: Bookmark | None = None,
    most: int = 5,
) -> list[Question]:
    """A page of a queue at one status, what is due first; ``after`` ends the page above.

    Of those kinds that are ``seen``, and without what ``viewer`` asked.
    """
    found = []
    for sensitive in seen:
        found += await tx.all(
            "questions_in_queue",
            queue=str(queue),
            status=status.value,
            sensitive=sensitive.value,
            viewer=viewer,
            due_after=to_ms(after.due_at) if after else -1,
            after=after.question if after else 0,
            most=most,
        )
    found.sort(key=lambda row: (row["due_at"], row["id"]))
    return [read(row) for row in found[:most]]


async def held_by(tx: Tx, queue: Queue, person: int, most: int) -> list[int]:
    """What a person holds of a queue, what is in their hands before what they asked back: of each
    kind, what is due first.
    """
    found: list[int] = []
    for status, sensitive in product((Status.TAKEN, Status.ASKED_BACK), Sensitive):
        rows = await tx.all(
            "questions_held",
            queue=str(queue),
            status=status.value,
            sensitive=sensitive.value,
            person=person,
            most=most,
        )
        found += [row["id"] for row in rows]
    return found[:most]


async def counts(tx: Tx, queue: Queue, now: datetime, viewer: int = 0) -> list[Count]:
    """How a queue stands, without what ``viewer`` asked."""
    rows = await tx.all(
        "queue_counts", queue=str(queue), now=to_ms(now), viewer=viewer, most=COUNTED
    )
    return [
        Count(Status(row["status"]), Sensitive(row["sensitive"]), row["many"], row["late"])
        for row in rows
    ]


async def forget_address(tx: Tx, asker: int) -> None:
    """Drop the chat from which this person asked."""
    await in_portions(tx, "questions_forget_address", asker=asker)


async def reword(tx: Tx, question: int, text: str) -> None:
    """Keep the words of a question without what had to go out of them."""
    await tx.run("question_reword", id=question, text=text)


async def forget_words(tx: Tx, asker: int, household: int = 0) -> None:
    """Drop the words and files of what this person asked for themselves, or for a household."""
    await history.forget_words(tx, asker, household)
    await attachments.forget(tx, asker, household)
    await in_portions(tx, "questions_forget_words", asker=asker, household=household)


def _columns(question: Question) -> dict[str, object]:
    return {
        "text": question.text,
        "ward": question.ward,
        "topic": question.topic,
        "queue": str(question.queue),
        "kind": question.kind,
        "sensitive": question.sensitive.value,
        "status": question.status.value,
        "taken_by": question.taken_by,
        "due_at": to_ms(question.due_at),
        "promised_days": question.promised_days,
        "stopped_at": maybe_ms(question.stopped_at),
        "answered_at": maybe_ms(question.answered_at),
        "closed_at": maybe_ms(question.closed_at),
        "reopened": question.reopened,
    }


def read(row: Row) -> Question:
    """The question of a row that has all columns of one."""
    return Question(
        id=row["id"],
        number=row["number"],
        asker=row["asker"],
        household=row["household"],
        address=row["address"],
        ward=row["ward"],
        hamlet=row["hamlet"],
        session=row["session"],
        phase=row["phase"],
        text=row["text"],
        topic=row["topic"],
        queue=Queue.parse(row["queue"]),
        kind=row["kind"],
        sensitive=Sensitive(row["sensitive"]),
        status=Status(row["status"]),
        taken_by=row["taken_by"],
        asked_at=from_ms(row["asked_at"]),
        due_at=from_ms(row["due_at"]),
        promised_days=row["promised_days"],
        stopped_at=maybe_from_ms(row["stopped_at"]),
        answered_at=maybe_from_ms(row["answered_at"]),
        closed_at=maybe_from_ms(row["closed_at"]),
        reopened=row["reopened"],
        version=row["version"],
    )
