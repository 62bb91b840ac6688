"""The road from the inbox to a handler, with one that repeats what it is told."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.domain.errors import Refused
from bot.domain.messages import Inbound, Unreadable
from bot.inbox.dispatch import Dispatch
from bot.inbox.intake import Intake
from bot.routes import Prompt, Routes
from bot.turn import Turn
from bot.voice import Button
from bot.work import Works
from handlers import ROUTES
from storage import holding, inbox, outbox
from storage.outbox import Kind

Handler = Callable[[Turn], Awaitable[None]]


class Office:
    """A conversation of one handler, which repeats what it is told, and the desk it works at."""

    def __init__(self, works: Works, *, at_once: int = 32) -> None:
        self.works = works
        self.heard: list[str] = []
        self.holds: asyncio.Event | None = None
        self.intake = Intake(works)
        self.dispatch = Dispatch(works, self.routes(), at_once=at_once)

    def routes(self) -> Routes:
        async def press(turn: Turn, argument: str) -> None:
            await self.note(turn, f"press {argument}")

        def noting(name: str) -> Handler:
            async def handle(turn: Turn) -> None:
                await self.note(turn, f"{name}: {turn.text}")

            return handle

        async def start(turn: Turn, code: str) -> None:
            await self.note(turn, f"start {code}")

        return replace(
            ROUTES,
            commands={"/hoi": noting("command")},
            labels={"my-questions-button": noting("label")},
            presses={"send": press},
            steps={"name": noting("step"), "phone": noting("step")},
            prompts={"name": Prompt(noting("prompt"), is_short=True)},
            replies={"question": press},
            start=start,
            opened=noting("opened"),
            edited=noting("edited"),
            unmatched=noting("unmatched"),
            which=noting("which"),
            lost=noting("lost"),
            group=noting("group"),
            fallback=self.free,
        )

    async def note(self, turn: Turn, what: str) -> None:
        self.heard.append(what)

    async def free(self, turn: Turn) -> None:
        """Free words; some of them break things."""
        self.heard.append(turn.text)
        await turn.say("question-kept")
        match turn.text:
            case "poison":
                raise KeyError("id")
            case "refused":
                turn.wait_for("name")
                raise Refused("holding-gone")
            case "wait":
                assert self.holds
                await self.holds.wait()
            case "ask":
                turn.wait_for("name", typed="x")
                await turn.say("question-kept", [[Button("send-button", "send", 12)]])
            case _:
                pass

    async def arrive(self, *arrivals: Inbound | Unreadable) -> None:
        await self.intake.store(arrivals)
        await self.settle()

    async def settle(self) -> None:
        while await self.dispatch.step() or not self.dispatch.idle:
            await self.dispatch.drain()
            if await self.waiting() == 0:
                return

    async def waiting(self) -> int:
        async with self.works.look() as work:
            return (await inbox.waiting(work.tx))[0]

    async def outgoing(self) -> list[tuple[str, str, str]]:
        """(chat, kind, words) of what is to be said, as the delivery would take it."""
        found: list[tuple[str, str, str]] = []
        async with self.works.begin() as work:
            while parcels := await outbox.claim(work.tx, "line", work.now, 100):
                for one in parcels:
                    plain = one.kind is Kind.ACK
                    text = one.payload if plain else outbox.outgoing_from_json(one.payload).text
                    found.append((one.address, one.kind.value, text))
                await outbox.sent(work.tx, parcels, work.now)
        return found

    async def held(self) -> list[tuple[str, str]]:
        async with self.works.look() as work:
            return [(one.kind, one.why) for one in await holding.waiting(work.tx)]


def words(works: Works, key: str) -> str:
    return works.voice.texts.say("vi", key)
