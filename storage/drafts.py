"""Questions written and not sent yet: each waits for its own *Gửi*, none mixes with another."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from bot.domain.messages import Attachment, Media
from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, to_ms
from storage.json import dump, load

#: Among how many of a chat's drafts the one of a changed message is looked for.
_RECENT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Words that are about to become a question."""

    id: int
    person: int
    household: int  #: for whom it is asked; 0: the person themselves
    address: str
    text: str
    message_id: str  #: the channel's name of the message it came in
    attachments: tuple[Attachment, ...]
    made_at: datetime


async def put(tx: Tx, draft: Draft) -> int:
    """Keep a new draft, whose id is not looked at; returns its id."""
    return int(
        await tx.value(
            "draft_put",
            person=draft.person,
            household=draft.household,
            address=draft.address,
            payload=_payload(draft.text, draft.message_id, draft.attachments),
            now=to_ms(draft.made_at),
        )
    )


async def get(tx: Tx, draft_id: int) -> Draft | None:
    row = await tx.one("draft_get", id=draft_id)
    return _draft(row) if row else None


async def change(tx: Tx, draft: Draft, text: str) -> None:
    """Give a draft new words; what came with it stays."""
    payload = _payload(text, draft.message_id, draft.attachments)
    await tx.run("draft_change", id=draft.id, payload=payload)


async def take(tx: Tx, draft_id: int, person: int) -> Draft | None:
    """Take a draft out, to file or drop it; None if that was done already or it is not theirs."""
    row = await tx.one("draft_take", id=draft_id, person=person)
    return _draft(row) if row else None


async def of_person(
    tx: Tx, person: int, after: int = 0, *, household: int = 0, most: int
) -> list[Draft]:
    """A page of a person's own drafts, or those for a household, as they came.

    ``after`` is the last id of the page before.
    """
    rows = await tx.all("drafts_of", person=person, household=household, after=after, most=most)
    return [_draft(row) for row in rows]


async def of_message(tx: Tx, person: int, address: str, message_id: str) -> Draft | None:
    """The draft that this message became; None if it was sent, dropped, or is long past."""
    rows = await tx.all("draft_of_message", person=person, address=address, most=_RECENT)
    return next((one for one in map(_draft, rows) if one.message_id == message_id), None)


async def newest(tx: Tx, person: int, address: str) -> Draft | None:
    """What somebody wrote last in a chat and has not sent."""
    row = await tx.one("draft_of_message", person=person, address=address, most=1)
    return _draft(row) if row else None


async def older_than(tx: Tx, before: datetime, most: int) -> list[Draft]:
    """The first drafts that were neither sent nor put off since ``before``."""
    return [_draft(row) for row in await tx.all("drafts_old", before=to_ms(before), most=most)]


async def put_off(tx: Tx, draft_id: int, now: datetime) -> None:
    """Look at it later, as if it had just been written."""
    await tx.run("draft_put_off", id=draft_id, now=to_ms(now))


async def forget(tx: Tx, person: int) -> None:
    await tx.run("drafts_forget", person=person)


async def forget_for(tx: Tx, household: int, person: int = 0) -> None:
    """Nothing more is sent for this household, by this person or (0) by anybody."""
    await tx.run("drafts_forget_for", household=household, person=person)


async def rehome(tx: Tx, before: int, after: int) -> None:
    """One household turned out to be another."""
    await tx.run("drafts_rehome", before=before, after=after)


def packed(draft: Draft) -> str:
    """What a draft says, to be kept elsewhere."""
    return _payload(draft.text, draft.message_id, draft.attachments)


def unpacked(row: Row) -> Draft:
    """The draft in a row that holds what ``packed`` wrote."""
    return _draft(row)


def _payload(text: str, message_id: str, attachments: Sequence[Attachment]) -> str:
    files = [asdict(one) for one in attachments]
    return dump({"text": text, "message_id": message_id, "attachments": files})


def _draft(row: Row) -> Draft:
    fields = load(row["payload"])
    files = (Attachment(**{**one, "media": Media(one["media"])}) for one in fields["attachments"])
    return Draft(
        id=row["id"],
        person=row["person"],
        household=row["household"],
        address=row["address"],
        text=fields["text"],
        message_id=fields["message_id"],
        attachments=tuple(files),
        made_at=from_ms(row["made_at"]),
    )
