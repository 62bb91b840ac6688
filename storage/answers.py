"""Answers: drafted, approved or returned, and what of them is public."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.agencies import Queue
from bot.domain.answers import Answer, AnswerStatus
from bot.domain.values import dataclass
from storage import endings
from storage.database import Row, Tx, from_ms, maybe_from_ms, maybe_ms, to_ms
from storage.json import keys
from storage.portions import in_portions


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A released answer as anyone may read it: no name, no phone."""

    release: int
    asker: int  #: person id
    ward: str
    at: datetime
    number: str
    topic: str
    queue: Queue
    question: str
    answer: str
    answer_id: int
    khmer: str = ""  #: the same in Khmer, typed by a person; empty if nobody did
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    basis_ended: datetime | None = None  #: since when something that it rests on is no longer law

    def is_current(self, now: datetime) -> bool:
        """Whether it holds now: within its time, and nothing it rests on has ended."""
        return (
            (self.valid_from is None or self.valid_from <= now)
            and (self.valid_until is None or now < self.valid_until)
            and (self.basis_ended is None or now < self.basis_ended)
        )


async def draft(
    tx: Tx, question: int, text: str, *, private: bool, author: int | None, now: datetime
) -> Answer:
    answer_id = await tx.value(
        "answer_draft",
        question=question,
        text=text,
        private=int(private),
        author=author,
        now=to_ms(now),
    )
    found = await get(tx, int(answer_id))
    assert found is not None
    return found


async def get(tx: Tx, answer_id: int) -> Answer | None:
    row = await tx.one("answer_get", id=answer_id)
    return _answer(row) if row else None


async def newest(tx: Tx, question: int) -> Answer | None:
    """The answer being worked on, or the one approved last."""
    row = await tx.one("answer_newest", question=question)
    return _answer(row) if row else None


async def decide(
    tx: Tx,
    answer_id: int,
    status: AnswerStatus,
    *,
    by: int | None,
    note: str = "",
    approved_at: datetime | None = None,
) -> bool:
    """Approve or return a draft; False if somebody already did."""
    return bool(
        await tx.run(
            "answer_decide",
            id=answer_id,
            status=status.value,
            approver=by,
            note=note,
            approved_at=maybe_ms(approved_at),
        )
    )


async def seal(tx: Tx, answer_id: int) -> None:
    """A draft is for its asker alone."""
    await tx.run("answer_seal", id=answer_id)


async def add_khmer(tx: Tx, answer_id: int, khmer: str) -> None:
    """Keep the Khmer text of an answer, as a person typed it."""
    await tx.run("answer_in_khmer", id=answer_id, khmer=khmer)


async def hand_on(tx: Tx, before: int, after: int) -> None:
    """A draft for many stays with them when the question leaves for which it was written.

    One for its asker alone goes with it.
    """
    await tx.run("answer_hand_on", before=before, after=after)


async def has_draft(tx: Tx, question: int) -> bool:
    """Whether a draft of it waits for approval."""
    return bool(await tx.value("answer_has_draft", question=question))


async def share(tx: Tx, answer_id: int, question: int) -> None:
    """The same approved answer for another question that asks the same; those before are over."""
    made = await tx.value("answer_share", id=answer_id, question=question)
    await tx.run("answer_share_bases", id=answer_id, answer=made)
    await endings.drop_of_question(tx, question)
    await endings.share(tx, answer_id, int(made), question)


async def forget(tx: Tx, asker: int, household: int = 0) -> None:
    """Drop the answers that were for this asker alone; what a ward hears stays."""
    await in_portions(tx, "answers_forget", asker=asker, household=household)


async def published(
    tx: Tx, ward: str = "", *, before: int = 2**62, most: int = 5
) -> list[Published]:
    """A page of released answers, newest first; of one ward, or of all.

    ``before`` is the release that ended the page before; one that does not exist begins anew.
    """
    if ward:
        rows = await tx.all("answers_public_of_ward", ward=ward, before=before, most=most)
    else:
        rows = await tx.all("answers_public", before=before, most=most)
    return [_published(row) for row in rows]


async def published_as(tx: Tx, number: str) -> list[Published]:
    """The released answers to the question with this number, newest first."""
    return [_published(row) for row in await tx.all("answers_public_as", number=number)]


async def public_among(tx: Tx, releases: Sequence[int]) -> list[Published]:
    """Those of these releases that everyone may read, in the order they are given in."""
    rows = await tx.all("answers_public_among", releases=keys(releases))
    found = {row["release"]: _published(row) for row in rows}
    return [found[one] for one in releases if one in found]


async def public_since(tx: Tx, since: datetime, after: int, most: int) -> list[Published]:
    """A page of what everyone may read, in the order in which it became public.

    It begins behind the release ``after`` of the moment ``since``.
    """
    rows = await tx.all("answers_public_since", since=to_ms(since), after=after, most=most)
    return [_published(row) for row in rows]


async def public_moved(
    tx: Tx, since: datetime, after: int, most: int
) -> list[tuple[Published, datetime]]:
    """The same of what has gone to another office, and when; in that order."""
    rows = await tx.all("answers_public_moved", since=to_ms(since), after=after, most=most)
    return [(_published(row), from_ms(row["moved_at"])) for row in rows]


def _published(row: Row) -> Published:
    return Published(
        release=row["release"],
        asker=row["asker"],
        ward=row["ward"],
        at=from_ms(row["public_at"]),
        number=row["number"],
        topic=row["topic"],
        queue=Queue.parse(row["queue"]),
        question=row["question"],
        answer=row["answer"],
        answer_id=row["answer_id"],
        khmer=row["khmer"],
        valid_from=maybe_from_ms(row["valid_from"]),
        valid_until=maybe_from_ms(row["valid_until"]),
        basis_ended=maybe_from_ms(row["basis_ended"]),
    )


def _answer(row: Row) -> Answer:
    return Answer(
        id=row["id"],
        question=row["question"],
        text=row["text"],
        status=AnswerStatus(row["status"]),
        private=bool(row["private"]),
        author=row["author"],
        approver=row["approver"],
        note=row["note"],
        khmer=row["khmer"],
        made_at=from_ms(row["made_at"]),
        approved_at=maybe_from_ms(row["approved_at"]),
    )
