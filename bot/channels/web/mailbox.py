"""The durable side of the web chat: what was said, and who waits to hear it.

The road of a person's words: kept here, unseen; given to the inbox; then shown. If the program
stops in between, the next look at the chat gives them to the inbox again, under the same id.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict, field
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.channels.base import Store
from bot.channels.web import room
from bot.channels.web.forms import Said, Turned, number
from bot.channels.web.uploads import Upload, Uploads
from bot.channels.web.wakeups import PageWakeUps, wait
from bot.domain.files import File
from bot.domain.messages import Address, Attachment, Happened, Inbound, Media, Outgoing
from bot.domain.values import dataclass
from bot.look.lines import Line
from bot.understanding import masking
from storage import files, mailboxes, people
from storage.database import Database, Tx
from storage.mailboxes import Body, Entry

log = structlog.get_logger()

#: How many messages one look takes.
PAGE = 50

#: Above every id.
LATEST = 2**62

#: Letters of a quoted beginning.
_QUOTE = 90

#: Buttons remembered of a card that changes again and again.
_OFFERED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often things happen, and how large they may be."""

    per_minute: int = 30  #: messages a person may send in one chat
    look_seconds: float = 3.0  #: an open page looks this often by itself
    beat_seconds: float = 15.0  #: a quiet line shows this often that it holds
    answer_seconds: float = 1.5  #: a page without JavaScript waits this long for the answer
    uploads: Uploads = field(default_factory=Uploads)


class Mailbox:
    """What was said in each chat. Times come from ``clock``."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        pace: Pace,
    ) -> None:
        self._database = database
        self._clock = clock
        self._pace = pace
        self.uploads = pace.uploads
        self.wakeups = PageWakeUps()

    async def put(self, chat: str, message: Outgoing) -> int:
        """Add words of the bot and wake the open pages; returns their id.

        Words that were on their way while everything was erased are dropped, and have none: 0.
        """
        async with self._database.transaction() as tx:
            seq = await mailboxes.next_event(tx, chat)  # first: who is just erasing is waited for
            erased = await mailboxes.erased_at(tx, chat)
            if _was_on_its_way(message, erased, self._clock()):
                log.info("web_words_dropped", why="everything was erased meanwhile")
                return 0
            body = await self._bot_body(tx, chat, message)
            made = await mailboxes.append(tx, chat, body, self._clock(), seq)
            tx.after_commit(lambda: self.wakeups.notify(chat))
        return made

    async def change(self, chat: str, entry_id: int, message: Outgoing) -> bool:
        """Change words of the bot; False if there are none by this id. Old buttons stay known."""
        async with self._database.transaction() as tx:
            before = await mailboxes.get(tx, chat, entry_id)
            if before is None or before.mine:
                return False
            body = await self._bot_body(tx, chat, message)
            body["offered"] = offered(before.body)
            await mailboxes.change(tx, chat, entry_id, body)
            tx.after_commit(lambda: self.wakeups.notify(chat))
        return True

    async def keep(self, chat: str, said: Said) -> bool:
        """Keep what a person sent; False for a form sent again, which is kept once. Raises Turned.

        Whether it will be is looked at first, for words are weighed, and that takes long.
        """
        async with self._database.transaction() as tx:
            now = self._clock()
            if await mailboxes.is_held(tx, chat, said.id):
                return False
            as_many_ago = await mailboxes.nth_own(tx, chat, self._pace.per_minute)
            if as_many_ago and as_many_ago > now - timedelta(minutes=1):
                raise Turned(429, "too_fast")
            body = await _own_body(tx, chat, said)
            kept = await mailboxes.hold(tx, chat, said.id, body, now)
            if kept and said.upload:
                await self._keep_file(tx, chat, body, said.upload)
        return kept

    async def _keep_file(self, tx: Tx, chat: str, body: Body, upload: Upload) -> None:
        """Raises Turned where the chat has sent too many, or there is no room for more."""
        address, now = str(Address("web", chat)), self._clock()
        before = await files.nth_from(tx, address, self.uploads.a_day)
        if before and before > now - timedelta(days=1):
            raise Turned(409, "many_files")
        person = await people.of_address(tx, address)
        if not await room.take(tx, address, person, len(upload.content), self.uploads):
            raise Turned(409, "files_full")
        await files.put(
            tx,
            File(**body["file"]),
            upload.content,
            now=now,
            for_how_long=self.uploads.kept,
            address=address,
            stranger=room.is_stranger(person),
        )

    async def fetch(self, token: str) -> bytes | None:
        """The bytes of a file that somebody sent; None once it has expired."""
        async with self._database.reading() as tx:
            return await files.content(tx, token, self._clock())

    async def hand_over(self, chat: str, store: Store) -> None:
        """Give the inbox what is kept for it, then show it in the chat."""
        async with self._database.reading() as tx:
            held = await mailboxes.held(tx, chat)
        if not held:
            return
        await store([_inbound(chat, entry) for entry in held])
        async with self._database.transaction() as tx:
            for entry in held:
                await mailboxes.confirm(tx, chat, entry.id, _confirmed(entry.body))
            tx.after_commit(lambda: self.wakeups.notify(chat))

    async def newest(self, chat: str, before: int = LATEST) -> tuple[list[Entry], bool]:
        """One page of messages before an id, in order; and whether there are older ones."""
        async with self._database.reading() as tx:
            found = await mailboxes.newest(tx, chat, before, PAGE + 1)
        return found[-PAGE:], len(found) > PAGE

    async def since(self, chat: str, seq: int) -> list[Entry]:
        """What changed after an event; at most one page, ask again for more."""
        async with self._database.reading() as tx:
            return await mailboxes.since(tx, chat, seq, PAGE)

    async def last_seq(self, chat: str) -> int:
        async with self._database.reading() as tx:
            return await mailboxes.last_seq(tx, chat)

    async def get(self, chat: str, entry_id: int) -> Entry | None:
        async with self._database.reading() as tx:
            return await mailboxes.get(tx, chat, entry_id)

    async def file(self, chat: str, entry_id: int) -> tuple[File, bytes] | None:
        """The file of a message of this chat; None where there is none, or no longer one."""
        async with self._database.reading() as tx:
            entry = await mailboxes.get(tx, chat, entry_id)
            file = None if entry is None else file_of(entry.body)
            content = await files.content(tx, file.token, self._clock()) if file else None
        return (file, content) if file and content else None

    async def changes(self, chat: str, seq: int, line: Line) -> AsyncIterator[list[Entry]]:
        """Every change after ``seq``, as it comes; an empty list shows that a quiet line holds.

        Ends when the server stops, and when the line is gone.
        """
        now = asyncio.get_running_loop().time
        last = now()
        with self.wakeups.subscribed(chat) as changed:
            while not (self.wakeups.closed or line.gone):
                changed.clear()
                entries = await self.since(chat, seq)
                if entries or now() - last >= self._pace.beat_seconds:
                    yield entries
                    last = now()
                if entries:
                    seq = entries[-1].seq
                else:
                    await wait(changed, min(self._pace.look_seconds, self._pace.beat_seconds))

    async def answered(self, chat: str) -> None:
        """Return when the bot had the last word, or after a moment's patience."""
        end = asyncio.get_running_loop().time() + self._pace.answer_seconds
        with self.wakeups.subscribed(chat) as changed:
            while (left := end - asyncio.get_running_loop().time()) > 0:
                changed.clear()
                if not await self._waits(chat):
                    return
                await wait(changed, min(left, self._pace.look_seconds))

    async def _waits(self, chat: str) -> bool:
        """Whether the last word is the person's."""
        async with self._database.reading() as tx:
            last = await mailboxes.newest(tx, chat, LATEST, 1)
        return any(entry.mine for entry in last)

    async def _bot_body(self, tx: Tx, chat: str, message: Outgoing) -> dict[str, Any]:
        body: dict[str, Any] = {"text": message.text}
        if message.choices:
            body["choices"] = [
                [[choice.label, choice.data, choice.url] for choice in row]
                for row in message.choices
            ]
        if message.file:
            body["file"] = asdict(message.file)
        return body | await _answering(tx, chat, number(message.reply_to))


def _was_on_its_way(message: Outgoing, erased: datetime | None, now: datetime) -> bool:
    """Whether it was when all was ``erased``.

    Not if it began in the time before an erasing that is yet to come: the clock was set back since.
    """
    if not (erased and message.told and message.told < erased):
        return False
    return not message.told <= now < erased


def file_of(body: Body) -> File | None:
    """The file that came with a message."""
    return File(**body["file"]) if "file" in body else None


def offered(body: Body) -> dict[str, str]:
    """The buttons this message has had, the latest last: what each carries, and its label."""
    now = {data: label for row in body.get("choices", ()) for label, data, _ in row if data}
    before = {data: label for data, label in body.get("offered", {}).items() if data not in now}
    return dict([*before.items(), *now.items()][-_OFFERED:])


async def _own_body(tx: Tx, chat: str, said: Said) -> dict[str, Any]:
    """What is kept of a person's words, without the numbers that nobody may keep.

    Raises Turned for a button that this chat never had.
    """
    if said.press:
        card = await mailboxes.get(tx, chat, said.message)
        label = None if card is None or card.mine else offered(card.body).get(said.press)
        if label is None:
            raise Turned(409, "old_button")
        return {"text": label, "press": said.press, "reply_to": said.message}
    if said.start:
        return {"text": "/start", "start": said.start}
    masked = masking.mask(said.text)
    return {
        "text": masked.text,
        "left_out": [str(kind) for kind in masked.left_out],
        **_with_file(said.upload),
        **await _answering(tx, chat, said.message),
    }


def _with_file(upload: Upload | None) -> dict[str, Any]:
    """What is known of a file; phones write the strangest things into names."""
    if upload is None:
        return {}
    name = masking.mask(upload.name).text
    return {"file": asdict(files.named(name, upload.content)), "media": upload.media}


def _confirmed(body: Body) -> dict[str, Any]:
    """What the chat keeps of the person's words once the inbox has them."""
    return {name: value for name, value in body.items() if name not in ("start", "left_out")}


async def _answering(tx: Tx, chat: str, entry_id: int) -> dict[str, Any]:
    """Which message is answered, and how it begins; nothing if it is not of this chat."""
    answered = await mailboxes.get(tx, chat, entry_id)
    return {} if answered is None else {"reply_to": entry_id, "quote": quote(answered.body)}


def quote(body: Body) -> str:
    """How a message begins, on one line; the name of its file where it has no words."""
    file = file_of(body)
    line = " ".join(body["text"].split()) or (file.name if file else "")
    return line if len(line) <= _QUOTE else line[:_QUOTE].rsplit(" ", 1)[0] + "…"


def _inbound(chat: str, entry: Entry) -> Inbound:
    body = entry.body
    press = body.get("press", "")
    return Inbound(
        address=Address("web", chat),
        id=f"{chat}.{entry.nonce}",
        sender=chat,
        at=entry.at,
        happened=Happened.PRESSED if press else Happened.SAID,
        text="" if press or "start" in body else body["text"],
        press=press,
        message_id=str(entry.id),
        reply_to=str(body.get("reply_to", "")),
        start=body.get("start", ""),
        left_out=tuple(body.get("left_out", ())),
        attachments=_attached(body),
    )


def _attached(body: Body) -> tuple[Attachment, ...]:
    file = file_of(body)
    if file is None:
        return ()
    media = Media(body["media"])
    return (Attachment(media=media, ref=file.token, name=file.name, size=file.size),)
