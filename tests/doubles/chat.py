"""A chat platform in memory: people write, press and read; the product sends. For stories.

Nothing in the product is replaced: words go in through the intake and come out of the delivery, as
with any channel. Only the platform is played.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

from bot.channels.base import Limits
from bot.domain.errors import Gone, Rejected, TryLater
from bot.domain.messages import Address, Attachment, Choice, Happened, Inbound, Media, Outgoing
from bot.outbox.delivery import Delivery
from bot.running import App
from bot.scheduler import TABLE, perform
from bot.services.answers import library
from tests.doubles.clock import ManualClock

FAST = Limits(per_second=math.inf, per_chat_second=math.inf, per_group_minute=math.inf)


@dataclass
class Message:
    """A message of the bot as it stands in a chat now."""

    id: str
    text: str
    choices: tuple[Choice, ...]
    file: str = ""  #: the name of the file that came with it
    content: bytes = b""

    @property
    def labels(self) -> list[str]:
        return [one.label for one in self.choices]


class Platform:
    """A ``bot.channels.base.Channel`` that keeps what was sent, by chat."""

    def __init__(self, name: str = "chat", limits: Limits = FAST) -> None:
        self.name = name
        self.limits = limits
        self.chats: dict[str, dict[str, Message]] = {}
        self.acknowledged: list[str] = []
        self.closed: set[str] = set()
        self.files: dict[str, bytes] = {}  #: what people sent, by the platform's name of it
        self.away = False  #: gives out no files at the moment
        self.down = False  #: takes no messages at the moment
        self._ids = count(1)

    async def send(self, chat: str, message: Outgoing) -> str:
        if self.down:
            raise TryLater("down")
        if chat in self.closed:
            raise Gone("blocked by the person")
        name = str(next(self._ids))
        self.chats.setdefault(chat, {})[name] = _shown(name, message)
        return name

    async def send_file(self, chat: str, message: Outgoing, content: bytes) -> str:
        assert message.file
        name = await self.send(chat, message)
        shown = self.chats[chat][name]
        shown.file, shown.content = message.file.name, content
        return name

    async def fetch(self, ref: str) -> bytes:
        if self.away:
            raise TryLater("away")
        if ref not in self.files:
            raise Rejected("no such file")
        return self.files[ref]

    async def edit(self, chat: str, message_id: str, message: Outgoing) -> None:
        if message_id not in self.chats.get(chat, {}):
            raise Rejected("no such message")
        self.chats[chat][message_id] = _shown(message_id, message)

    async def acknowledge(self, chat: str, press_id: str) -> None:
        self.acknowledged.append(press_id)


def _shown(name: str, message: Outgoing) -> Message:
    flat = tuple(choice for row in message.choices for choice in row)
    return Message(name, message.text, flat)


class Talk:
    """The product with people around it. Time moves only by ``later``."""

    def __init__(self, app: App, platform: Platform, clock: ManualClock) -> None:
        self.app = app
        self.platform = platform
        self.clock = clock
        self.ids = count(1)
        self.delivery = Delivery(app.works, platform, in_flight=64)
        self.delivery.attend()
        app.dispatch.attend()

    def hands_nothing_over(self) -> None:
        """What comes and goes waits in its row until it is claimed, by hand or elsewhere."""
        self.app.works.handoff.dispatcher = None
        self.app.works.handoff.senders.clear()

    def person(self, chat: str) -> "Person":
        return Person(self, chat)

    def group(self, chat: str, title: str) -> "Group":
        return Group(self, chat, title)

    async def arrive(self, *messages: Inbound) -> None:
        """Let messages arrive in one batch, and wait until all they cause has been said."""
        await self.app.intake.store(messages)
        await self.settle()

    async def settle(self) -> None:
        """Work until nothing is left to work on, nothing is left to do, nothing is left to say."""
        while await self._works_on():
            pass
        while await self.delivery.step() or not self.delivery.idle:
            await self.delivery.drain()

    async def _works_on(self) -> bool:
        """Take the turns that wait, and do the slow work they leave; False if there was none."""
        while await self.app.dispatch.step() or not self.app.dispatch.idle:
            await self.app.dispatch.drain()
        await self.app.jobs.step()
        did = not self.app.jobs.idle
        await self.app.jobs.drain()
        return did

    async def tick(self) -> None:
        """Everything that is due happens."""
        for tick in TABLE:
            await perform(self.app.works, tick)
        await self.settle()
        await library.refresh(self.app.works)

    async def later(self, **by: float) -> None:
        """Time passes, and what has become due happens."""
        await self.clock.move(**by)
        await self.tick()


@dataclass
class Person:
    """Somebody with a private chat."""

    talk: Talk
    chat: str
    read: int = field(default=0)

    @property
    def address(self) -> Address:
        return Address(self.talk.platform.name, self.chat)

    def inbound(self, **fields: object) -> Inbound:
        name = f"{self.chat}/{next(self.talk.ids)}"
        given: dict[str, object] = {
            "address": self.address,
            "id": name,
            "message_id": name,
            "sender": self.chat,
            "at": self.talk.clock.now(),
            **fields,
        }
        return Inbound(**given)  # type: ignore[arg-type]

    async def says(self, text: str, **fields: object) -> "Person":
        """Write something; returns when all it causes has been said."""
        await self.talk.arrive(self.inbound(text=text, **fields))
        return self

    async def sends(
        self, name: str, content: bytes, text: str = "", media: Media = Media.FILE
    ) -> "Person":
        """Send a file, with or without words."""
        ref = f"file-{next(self.talk.ids)}"
        self.talk.platform.files[ref] = content
        file = Attachment(media=media, ref=ref, name=name, size=len(content))
        return await self.says(text, attachments=(file,))

    async def replies(self, message: Message, text: str) -> "Person":
        """Answer one message of the bot."""
        return await self.says(text, reply_to=message.id, to_bot=True)

    async def opens(self, code: str) -> "Person":
        """Follow an invitation's link."""
        await self.talk.arrive(self.inbound(start=code))
        return self

    async def presses(self, label: str) -> "Person":
        """Press the newest button that has this label."""
        message, choice = self.button(label)
        await self.talk.arrive(
            self.inbound(
                happened=Happened.PRESSED,
                press=choice.data,
                press_id=f"press {next(self.talk.ids)}",
                reply_to=message.id,
            )
        )
        return self

    def button(self, label: str) -> tuple[Message, Choice]:
        for message in reversed(self.screen):
            for choice in message.choices:
                if choice.label == label:
                    return message, choice
        shown = [message.labels for message in self.screen[-5:]]
        raise AssertionError(f"no button {label!r} in {self.chat}; the last ones: {shown}")

    @property
    def screen(self) -> list[Message]:
        """Every message as it stands now, oldest first."""
        return list(self.talk.platform.chats.get(self.chat, {}).values())

    @property
    def heard(self) -> list[str]:
        """The texts of every message, oldest first."""
        return [message.text for message in self.screen]

    @property
    def last(self) -> Message:
        assert self.screen, f"{self.chat} has heard nothing"
        return self.screen[-1]

    def find(self, words: str) -> Message:
        """The newest message that holds these words."""
        for message in reversed(self.screen):
            if words in message.text:
                return message
        raise AssertionError(f"{self.chat} never read {words!r}; last: {self.heard[-3:]}")

    def news(self) -> list[str]:
        """What was heard since the last look."""
        fresh = self.heard[self.read :]
        self.read = len(self.heard)
        return fresh

    async def blocks(self) -> None:
        """Block the bot."""
        self.talk.platform.closed.add(self.chat)
        await self.talk.arrive(self.inbound(happened=Happened.CLOSED))


class Group:
    """A group of people with the bot in it."""

    def __init__(self, talk: Talk, chat: str, title: str) -> None:
        self._talk = talk
        self.chat = chat
        self.title = title

    @property
    def screen(self) -> list[Message]:
        return list(self._talk.platform.chats.get(self.chat, {}).values())

    @property
    def heard(self) -> list[str]:
        return [message.text for message in self.screen]

    def member(self, person: Person) -> "Member":
        return Member(self._talk, self.chat, 0, person, self.title)


@dataclass
class Member(Person):
    """A person inside a group."""

    who: Person = field(kw_only=False, default=None)  # type: ignore[assignment]
    title: str = ""

    def inbound(self, **fields: object) -> Inbound:
        message = super().inbound(**fields)
        return replace(message, sender=self.who.chat, group=True, title=self.title)


Made = Callable[[], Talk]
