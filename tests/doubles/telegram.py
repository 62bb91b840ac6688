"""Telegram's own side, played on the loopback: ``https://api.telegram.org`` for tests and benches.

    async with TelegramDouble() as double:
        lan = double.user("Lan")
        await lan.says("/start")             # the bot's next poll brings it
        await lan.hears("Chào")              # waits for the bot's answer
        await lan.presses("Đồng ý")
        assert double.violations == []       # nothing that Telegram would refuse was sent

It holds every call against the table of the official API and Telegram's limits, and goes wrong on
purpose where a test asks for it (``answers``, ``guards``, ``updates.shuffled`` …).
"""

import asyncio
import time
from collections import Counter, deque
from typing import Self

import orjson
from aiohttp import web

from tests.doubles.telegram_faults import EVERY, Fault, Faults, RateLimit
from tests.doubles.telegram_hooks import Hooks
from tests.doubles.telegram_http import (
    Call,
    answer,
    caller_of,
    chat_of,
    fields_of,
    gone_wrong,
    json_answer,
)
from tests.doubles.telegram_methods import Methods
from tests.doubles.telegram_people import User
from tests.doubles.telegram_rooms import Bubble, Group, Json, Room
from tests.doubles.telegram_rules import Refusal, is_known, violations
from tests.doubles.telegram_updates import Pulse, Updates

__all__ = ["Bubble", "Call", "Group", "RateLimit", "TelegramDouble", "User"]


class TelegramDouble:
    """A server with one bot. Start it with ``async with``; ``url`` and ``token`` go to the bot."""

    def __init__(self, *, privacy: bool = False, port: int = 0, seed: int = 1) -> None:
        self.token = "7000000001:double-of-telegram"
        self.bot: Json = {
            "id": 7000000001,
            "is_bot": True,
            "first_name": "Lắng Nghe",
            "username": "LangNgheBot",
        }
        self.privacy = privacy  #: True: of groups the bot hears commands, mentions and replies only
        self.pulse = Pulse()
        self.updates = Updates(self.pulse, seed)
        self.methods = Methods(self, self.updates)
        self.faults = Faults(seed)
        self.limits: RateLimit | None = None
        #: Calls that Telegram would refuse; a journey ends with none.
        self.violations: list[str] = []
        self.calls: deque[Call] = deque(maxlen=200_000)
        self.counts: Counter[str] = Counter()  #: calls by method
        self.sent_at: list[float] = []  #: when each message was delivered, monotonic
        self._port = port
        self._last_id = 0
        self._last_user = 100_000
        self._known = True
        self._closing = asyncio.Event()
        self._runner: web.ServerRunner | None = None
        self.hooks = Hooks(self.methods, self.updates, self.pulse)
        self._delivering: asyncio.Task[None] | None = None

    # --- the server -------------------------------------------------------------------------------

    @property
    def url(self) -> str:
        """What stands for https://api.telegram.org."""
        return f"http://127.0.0.1:{self._port}"

    def url_for(self, program: str) -> str:
        """The same for one of several programs, so that its calls can be told from the others'."""
        return f"{self.url}/by/{program}"

    async def __aenter__(self) -> Self:
        await self.comes_back()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.goes_down()

    async def goes_down(self) -> None:
        """Cut all connections and refuse new ones."""
        if self._runner is not None:
            self._closing.set()
            await self._stop_delivering()
            await self._runner.cleanup()
            self._runner = None

    async def comes_back(self) -> None:
        """Serve, on the same port as before."""
        self._closing = asyncio.Event()
        server = web.Server(self._answer, handler_cancellation=True)
        self._runner = web.ServerRunner(server, shutdown_timeout=0.01)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self._delivering = asyncio.create_task(self.hooks.run())

    async def _stop_delivering(self) -> None:
        if self._delivering is not None:
            self._delivering.cancel()
            await asyncio.gather(self._delivering, return_exceptions=True)

    # --- who is there -----------------------------------------------------------------------------

    def user(
        self,
        first_name: str = "Lan",
        *,
        last_name: str = "",
        username: str = "",
        language: str = "vi",
        id: int | None = None,  # noqa: A002  Telegram's own word
        started: bool = False,
    ) -> User:
        """Somebody with Telegram. Until they write (or with ``started``), the bot may not."""
        self._last_user += 1
        profile: Json = {"id": id or self._last_user, "is_bot": False, "first_name": first_name}
        if last_name:
            profile["last_name"] = last_name
        if username:
            profile["username"] = username
        user = User(self, {**profile, "language_code": language}, started=started)
        self.methods.rooms[user.id] = user.room
        return user

    def group(self, title: str = "Khóm 3") -> Group:
        """A group that the bot is in. Everybody may write in it: ``lan.says(…, in_=group)``."""
        self._last_user += 1
        chat = {"id": -self._last_user, "type": "group", "title": title}
        group = Group(self, chat, title)
        self.methods.rooms[group.id] = group
        return group

    # --- what goes wrong --------------------------------------------------------------------------

    def answers(
        self,
        method: str,
        *,
        times: int | None = 1,
        status: int = 500,
        description: str = "",
        retry_after: int | None = None,
        json: object = None,
        body: bytes | None = None,
        drop: bool = False,
        hang: bool = False,
        half: bool = False,
        late: asyncio.Event | None = None,
        after_delivery: bool = False,
        chat: User | Group | None = None,
        share: float = 1.0,
    ) -> None:
        """Answer the next ``times`` calls of a method wrongly; None: until it ``recovers``.

        The method "*" is any. With ``after_delivery`` the call is carried out first, and the
        answer alone is wrong or lost. ``late``: all is well, and said when the event is set.
        """
        fault = Fault(
            method=method,
            left=times,
            status=status,
            description=description,
            retry_after=retry_after,
            body=body if json is None else orjson.dumps(json),
            drop=drop,
            hang=hang,
            half=half,
            late=late,
            after_delivery=after_delivery,
            chat=chat.id if chat is not None else None,
            share=share,
        )
        self.faults.add(fault)

    def recovers(self, method: str = EVERY) -> None:
        """Forget the scripted answers of a method, or all."""
        self.faults.clear(method)

    def guards(
        self,
        *,
        per_second: int = 30,
        per_chat_second: int = 1,
        per_group_minute: int = 20,
        penalty: int = 3,
    ) -> RateLimit:
        """Guard Telegram's rates strictly from now on; the answer counts what was refused."""
        self.limits = RateLimit(
            per_second=per_second,
            per_chat_second=per_chat_second,
            per_group_minute=per_group_minute,
            penalty=penalty,
        )
        return self.limits

    def injects(self, raw: Json | bytes) -> int:
        """Queue an update of any form. Bytes go out as they are, ``%d`` replaced by the number."""
        return self.updates.add(raw)

    def redelivers(self, times: int = 1) -> None:
        """Lose the next acknowledgements: the same updates come again."""
        self.updates.lost_acknowledgements += times

    def revokes_token(self, revoked: bool = True) -> None:
        """Answer 401 from now on, or no longer."""
        self._known = not revoked

    def ages_presses(self) -> None:
        """Make every press that was not acknowledged too old for it."""
        self.methods.open_presses.clear()

    # --- what can be waited for -------------------------------------------------------------------

    async def called(self, method: str, times: int = 1, within: float = 5.0) -> None:
        """Wait until a method was called this often in all."""
        await self.pulse.until(lambda: self.counts[method] >= times, within)
        assert self.counts[method] >= times, f"{method} was called {self.counts[method]} times"

    async def acknowledged(self, within: float = 5.0) -> None:
        """Wait until the bot has acknowledged every update."""
        await self.pulse.until(lambda: not len(self.updates), within)
        assert not len(self.updates), f"{len(self.updates)} updates are not acknowledged"

    async def presses_answered(self, within: float = 5.0) -> None:
        """Wait until no button shows its clock any more."""
        await self.pulse.until(lambda: not self.methods.open_presses, within)
        assert not self.methods.open_presses, "a press was not acknowledged"

    def most_in_a_second(self) -> int:
        """The largest number of messages delivered within any one second."""
        first, most = 0, 0
        for index, at in enumerate(self.sent_at):
            while at - self.sent_at[first] >= 1.0:
                first += 1
            most = max(most, index - first + 1)
        return most

    # --- what people and chats need (World) -------------------------------------------------------

    def now(self) -> int:
        return int(time.time())

    def next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def happens(self, kind: str, content: Json) -> int:
        return self.updates.add({kind: content})

    def keeps(self, content: bytes) -> str:
        """Keep a file; returns its file_id."""
        file_id = f"file-{len(self.methods.files):06d}"
        self.methods.files[file_id] = content
        return file_id

    def pressed(self, query: Json) -> None:
        self.methods.open_presses.add(query["id"])
        self.happens("callback_query", query)

    def moves(self, room: Room, new_id: int) -> None:
        self.methods.moved[room.id] = new_id
        self.methods.rooms[new_id] = self.methods.rooms.pop(room.id)

    # --- answering --------------------------------------------------------------------------------

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        by, path = caller_of(request.path)
        if path.startswith("/file/"):
            return self._file(path)
        token, _, method = path.removeprefix("/bot").partition("/")
        try:
            self._check_token(path, token, method)
            fields = await fields_of(request, method)
            self._note(Call(method, fields, time.monotonic(), by))
            return await self._respond(request, method, fields)
        except Refusal as refusal:
            return json_answer(refusal.body(), refusal.status)

    def _check_token(self, path: str, token: str, method: str) -> None:
        if not path.startswith("/bot") or ":" not in token:
            raise Refusal(404, "Not Found")
        if token != self.token or not self._known:
            raise Refusal(401, "Unauthorized")
        if not is_known(method):
            self.violations.append(f"{method} is not in the double's table of methods")
            raise Refusal(404, "Not Found: method not found")

    def _note(self, call: Call) -> None:
        self.calls.append(call)
        self.counts[call.method] += 1
        self.pulse.beat()

    async def _respond(
        self, request: web.BaseRequest, method: str, fields: Json
    ) -> web.StreamResponse:
        await asyncio.sleep(self.faults.round_trip / 2)
        fault = self.faults.take(method, chat_of(fields))
        if fault is not None and not fault.carried_out:
            return await gone_wrong(request, fault, self._closing)
        body = await self._carry_out(method, fields)
        if fault is None:
            await asyncio.sleep(self.faults.round_trip / 2)
            return body
        if fault.late is None:
            return await gone_wrong(request, fault, self._closing)
        await fault.late.wait()
        return body

    async def _carry_out(self, method: str, fields: Json) -> web.Response:
        self._check(method, fields)
        sends = method.startswith("send") and method != "sendChatAction"
        if sends and self.limits is not None:
            self.limits.admit(int(fields["chat_id"]))
        result = await self.methods.call(method, fields)
        if sends:
            self.sent_at.append(time.monotonic())
        if method == "getUpdates":
            return answer(b'{"ok":true,"result":[' + b",".join(result) + b"]}", 200)
        return json_answer({"ok": True, "result": result}, 200)

    def _check(self, method: str, fields: Json) -> None:
        found = violations(method, fields)
        self.violations += map(str, found)
        refused = next((violation for violation in found if violation.refusal), None)
        if refused is not None:
            raise Refusal(400, refused.refusal)

    def _file(self, path: str) -> web.Response:
        token, _, file = path.removeprefix("/file/bot").partition("/files/")
        if token != self.token or file not in self.methods.files:
            return json_answer(Refusal(404, "Not Found").body(), 404)
        return web.Response(body=self.methods.files[file])
