"""Residents who sign up for a dialogue and ask a question, all at once, to try trouble on."""

import asyncio
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.config import Settings, load
from bot.domain.messages import Address, Inbound, Outgoing
from tests.doubles.chat import Platform, Talk
from tests.doubles.clock import ManualClock
from tests.doubles.spine import EXAMPLE
from tests.stories.cast import LOAN

#: What each of them writes, one message after the other; choices are typed.
WORDS = (
    "đăng ký dự đối thoại",
    "Đồng ý",
    "Phường 7",
    "Khóm 3",
    "Hộ cận nghèo",
    "Thạch Thị Lan",
    "0900000001",
    "Đúng rồi, đăng ký",
    LOAN,
    "Đúng rồi, gửi đi",
)

Batch = list[Inbound]

#: Who heard what.
Heard = tuple[str, str]


def settings_of(folder: Path) -> Settings:
    """The example, with its memory in a file of this folder."""
    return load(EXAMPLE, {"LANGNGHE_STORAGE__URL": f"sqlite:///{folder / 'langnghe.db'}"})


def batches(chats: Sequence[str], words: Sequence[str] = WORDS) -> list[Batch]:
    """Everybody's first words, everybody's second words, and so on."""
    return [
        [
            Inbound(
                address=Address("chat", chat),
                id=f"{chat}/{step}",
                sender=chat,
                at=ManualClock().now(),
                text=text,
            )
            for chat in chats
        ]
        for step, text in enumerate(words)
    ]


class Ears(Platform):
    """A platform that also keeps, in order, what was said to whom."""

    def __init__(self, note: Callable[[Heard], None] = lambda _heard: None) -> None:
        super().__init__()
        self.heard: list[Heard] = []
        self._note = note

    async def send(self, chat: str, message: Outgoing) -> str:
        name = await super().send(chat, message)
        self.heard.append((chat, message.text))
        self._note((chat, message.text))
        return name


async def live(
    talk: Talk, arriving: Sequence[Batch], acknowledged: Callable[[Batch], None] = lambda _: None
) -> None:
    """Take batches in while those before are worked on, until everything has been said."""

    async def arrives() -> None:
        for batch in arriving:
            await talk.app.intake.store(batch)
            acknowledged(batch)

    await talk.delivery.take_over()  # as a sender does that has just begun
    arrival = asyncio.ensure_future(arrives())
    while not arrival.done():
        await talk.settle()
        await asyncio.sleep(0)
    await arrival
    await talk.settle()


def of_chat(heard: Sequence[Heard], chat: str) -> list[str]:
    """What one chat heard, in order; every number of a question reads the same."""
    return [re.sub(r"TV-\d+", "TV-n", words) for one, words in heard if one == chat]


def allowed(before: list[str], undisturbed: list[str]) -> list[list[str]]:
    """As if nothing had happened, or with that message twice which was on its way."""
    return [undisturbed, [*before, *before[-1:], *undisturbed[len(before) :]]]


def number_told(heard: Sequence[Heard], chat: str) -> set[str]:
    """The numbers of questions that a chat was told."""
    return {
        number for one, words in heard if one == chat for number in re.findall(r"TV-\d+", words)
    }
