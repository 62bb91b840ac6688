"""The paths of the web chat. Each door has the same ones behind its base:

``GET  /``            the conversation; ``?truoc=ID`` older messages, ``?tl=ID`` answering one
``POST /gui``         words, a pressed button, or the code of a sign-in link
``GET  /su-kien``     the live stream, from ``Last-Event-ID`` or ``?tu=SEQ`` on; where too many are
                      open, what is new, and an event ``hoi``: ask again in so many seconds
``GET  /tin``         the same by asking: ``?tu=SEQ`` what is new, ``?truoc=ID`` what is older
``GET  /tep-kem/ID``  the file of a message, for the browser that has the chat open
``GET  /tieng/CODE``  the language of the page

and beside them ``GET /vao?start=CODE``, where a sign-in link arrives. Looking never uses up a code.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.channels.base import Store
from bot.channels.web.crowd import Crowd
from bot.channels.web.doors import Door, Key, code_of
from bot.channels.web.forms import (
    Form,
    Said,
    Turned,
    is_large,
    number,
    read_form,
    read_said,
    words_of,
)
from bot.channels.web.mailbox import LATEST, PAGE, Mailbox, file_of, quote
from bot.channels.web.view import View, Visit
from bot.domain.files import TYPES
from bot.look import replies
from bot.look.downloads import download
from bot.look.languages import LANGUAGES, language_of, remember
from bot.look.lines import AGAIN, Lines
from bot.look.numbers import numbered
from bot.look.origins import address_of, origin
from storage.database import Unavailable
from storage.mailboxes import Entry

#: How long to hold back after too many messages.
_TOO_FAST_SECONDS = 30

#: Large forms that are read at the same time: each may hold a file in memory.
_AT_ONCE = 32


class Pages:
    """The web chat's paths, over one mailbox. Answers a form only after ``store`` has returned."""

    def __init__(
        self,
        mailbox: Mailbox,
        view: View,
        programme: Callable[[], Awaitable[str]],
        store: Store,
        lines: Lines,
        crowd: Crowd,
        *,
        secure: bool,
    ) -> None:
        self._mailbox = mailbox
        self._view = view
        self._programme = programme
        self._store = store
        self._lines = lines
        self._crowd = crowd
        self._secure = secure
        self._arriving = 0  #: large forms that are being read

    def routes(self) -> Sequence[BaseRoute]:
        paths = {
            "/gui": self.send,
            "/su-kien": self.stream,
            "/tin": self.ask,
            "/tep-kem/" + numbered("entry"): self.file,
        }
        return [
            Route("/", self.home),
            Route("/vao", self.arrive),
            Route("/chat/{door}", self.home),
            *(
                Route(base + path, page, methods=["POST" if path == "/gui" else "GET"])
                for base in ("", "/chat/{door}")
                for path, page in paths.items()
            ),
            Route("/tieng/{language}", self.speak),
            Route("/chat/{door}/tieng/{language}", self.speak),
            self._view.assets.route(),
        ]

    async def arrive(self, request: Request) -> Response:
        """A sign-in link leads to its own door."""
        code = code_of(request)
        if not code:
            return replies.onward("/")
        return replies.onward(f"{Door.of_code(code).home}?start={code}")

    async def home(self, request: Request) -> Response:
        """The conversation as it stands."""
        door = Door.of_request(request)
        code = code_of(request)
        if code and door == Door():
            return await self.arrive(request)
        fits = door is not None and Door.of_code(code) == door
        if door is None or not (key := Key.of_request(request, door) or _first(door, fits)):
            return await self._not_here(request)
        visit = Visit(door=door, key=key, language=language_of(request))
        with suppress(Unavailable):  # then it waits for the next look
            await self._mailbox.hand_over(key.chat, self._store)
        fresh = not await self._mailbox.last_seq(key.chat)
        if code and not (fits and fresh):
            return replies.onward(door.home)
        return await self._conversation(request, visit, start=code)

    async def send(self, request: Request) -> Response:
        """Take a form. Answers only when the inbox has it."""
        visit = _visit(request)
        form = Form()
        try:
            form = await self._read(request, visit)
            if visit is None or not visit.key.fits(form.fields.get("csrf", "")):
                raise Turned(403, "expired")
            await self._take(visit, form, address_of(request))
        except Turned as no:
            return await self._turned(request, visit, no, form.fields)
        except Unavailable:
            return await self._turned(request, visit, Turned(503, "busy"), form.fields)
        if _live(request):
            return replies.nothing()
        await self._mailbox.answered(visit.key.chat)
        return replies.onward(visit.door.home)

    async def _read(self, request: Request, visit: Visit | None) -> Form:
        """Only whoever has a chat may send a file, and only so many arrive at the same time."""
        if visit is None or not is_large(request):
            return await read_form(request, 0 if visit is None else self._mailbox.uploads.most)
        if self._arriving >= _AT_ONCE:
            raise Turned(503, "busy")
        self._arriving += 1
        try:
            return await read_form(request, self._mailbox.uploads.most)
        finally:
            self._arriving -= 1

    async def stream(self, request: Request) -> Response:
        """What happens in the conversation, as it happens."""
        visit = _visit(request)
        if visit is None or request.method == "HEAD":
            return replies.nothing()  # 204 tells the browser not to come back
        seen = request.headers.get("last-event-id") or request.query_params.get("tu", "")
        return replies.stream(self._events(visit, number(seen), origin(request)))

    async def ask(self, request: Request) -> Response:
        """What is new or what is older, for a page that has no stream."""
        visit = _visit(request)
        if visit is None:
            return replies.nothing(404)
        if before := _asked(request, "truoc"):
            entries, more = await self._mailbox.newest(visit.key.chat, before)
        else:
            entries = await self._mailbox.since(visit.key.chat, _asked(request, "tu"))
            more = len(entries) == PAGE
        seq = max((entry.seq for entry in entries), default=0)
        messages = self._view.messages(entries, visit)
        return replies.data(request, {"messages": messages, "seq": seq, "more": more})

    async def file(self, request: Request) -> Response:
        """Another chat's message is as if it were not there; an expired file gets a kind word."""
        visit, number = _visit(request), request.path_params["entry"]
        if visit is None:
            return await self._not_here(request)
        found = await self._mailbox.file(visit.key.chat, number)
        if found:
            return download(request, *found)
        entry = await self._mailbox.get(visit.key.chat, number)
        if entry is None or file_of(entry.body) is None:
            return await self._not_here(request)
        html = self._view.page("gone.html", visit, programme=await self._programme())
        return replies.page(request, html, 410)

    async def speak(self, request: Request) -> Response:
        """Choose the language of the page."""
        door = Door.of_request(request)
        language = request.path_params["language"]
        if door is None or language not in LANGUAGES:
            return await self._not_here(request)
        code = code_of(request)
        response = replies.onward(door.home + (f"?start={code}" if code else ""))
        remember(response, language, secure=self._secure)
        return response

    async def _take(self, visit: Visit, form: Form, address: str) -> None:
        said = read_said(form)
        if said.start and Door.of_code(said.start) != visit.door:
            raise Turned(403, "expired")
        if not said.empty:
            await self._keep(visit.key.chat, said, address)
            await self._mailbox.hand_over(visit.key.chat, self._store)

    async def _keep(self, chat: str, said: Said, address: str) -> None:
        """Only what is kept counts for its address: one phone can keep nobody beside it waiting."""
        first = not await self._mailbox.last_seq(chat)
        if self._crowd.holds(address, len(said.text), first=first):
            raise Turned(429, "crowded")
        kept = False
        try:
            kept = await self._mailbox.keep(chat, said)
        finally:
            if not kept:
                self._crowd.takes_back(address, len(said.text))

    async def _turned(
        self, request: Request, visit: Visit | None, no: Turned, form: Mapping[str, str]
    ) -> Response:
        """Say why, and give the words back."""
        language = language_of(request)
        if visit is None and Door.of_request(request) == Door():
            visit = Visit(door=Door(), key=Key.new(), language=language)
        if _live(request):
            words = {"words": self._why(language, no)}
            response = replies.data(request, words, no.status)
        elif visit is None:
            response = await self._not_here(request)
        else:
            response = await self._conversation(request, visit, no=no, form=form)
        if no.status == 429:
            response.headers["Retry-After"] = str(_TOO_FAST_SECONDS)
        return response

    def _why(self, language: str, no: Turned) -> str:
        """In one sentence. Who is not at fault may be in danger, and reads whom to call as well."""
        words, calls = self._view.word(language, no.key), self._crowd.calls()
        if no.key != "crowded" or not calls:
            return words
        return f"{words} {self._view.word(language, 'call_now')} {calls}."

    async def _conversation(
        self,
        request: Request,
        visit: Visit,
        *,
        start: str = "",
        no: Turned | None = None,
        form: Mapping[str, str] = MappingProxyType({}),
    ) -> Response:
        """The page; with a form that was not taken, its words are back in the box."""
        chat = visit.key.chat
        before = _asked(request, "truoc")
        seq = await self._mailbox.last_seq(chat)  # first: what comes in between is only told twice
        entries, more = await self._mailbox.newest(chat, before or LATEST)
        answering = _asked(request, "tl") or number(form.get("reply_to", ""))
        answered = await self._mailbox.get(chat, answering)
        html = self._view.page(
            "chat.html",
            visit,
            programme=await self._programme(),
            messages=self._view.messages(entries, visit),
            seq=seq,
            older=entries[0].id if more else 0,
            past=bool(before),
            start=start,
            reply_to=answered.id if answered else 0,
            reply_quote=quote(answered.body) if answered else "",
            notice=self._why(visit.language, no) if no else "",
            draft=words_of(form) if "reply_to" in form else "",
            accept=",".join(TYPES),
            most=self._mailbox.uploads.most,
        )
        response = replies.page(request, html, no.status if no else 200)
        visit.key.give(response, visit.door, secure=self._secure)
        return response

    async def _not_here(self, request: Request) -> Response:
        """This browser holds no key to this door."""
        visit = Visit(door=Door(), key=Key.new(), language=language_of(request))
        html = self._view.page("enter.html", visit, programme=await self._programme())
        return replies.page(request, html, 404)

    async def _events(self, visit: Visit, seq: int, address: str) -> AsyncGenerator[bytes, None]:
        """What happens, as it happens; without a line, what is new and when to ask again."""
        chat = visit.key.chat
        yield b": lang-nghe\nretry: 3000\n\n"
        with self._lines.line(address, chat) as line:
            self._mailbox.wakeups.received(chat)  # an older line may have to give way
            if line is None:
                yield self._told(await self._mailbox.since(chat, seq), visit)
            else:
                async for entries in self._mailbox.changes(chat, seq, line):
                    yield self._told(entries, visit) or b": \nevent: nhip\ndata: 1\n\n"
        if line is None or line.gone:
            yield b"event: hoi\ndata: %d\n\n" % AGAIN

    def _told(self, entries: Sequence[Entry], visit: Visit) -> bytes:
        """Messages as events."""
        messages = zip(entries, self._view.messages(entries, visit), strict=True)
        return b"".join(
            b"id: %d\ndata: %b\n\n" % (entry.seq, orjson.dumps(message))
            for entry, message in messages
        )


def _visit(request: Request) -> Visit | None:
    """Whose conversation the request is about; None without its key."""
    door = Door.of_request(request)
    key = None if door is None else Key.of_request(request, door)
    if door is None or key is None:
        return None
    return Visit(door=door, key=key, language=language_of(request))


def _first(door: Door, code_fits: bool) -> Key | None:
    """A key for a first visit: residents always get one, officials with the code in their link."""
    return Key.new() if code_fits or not door.id else None


def _asked(request: Request, name: str) -> int:
    """A message or event named in the address; 0 if there is none."""
    return number(request.query_params.get(name, ""))


def _live(request: Request) -> bool:
    """The page's own script asks; it wants no page back."""
    return "application/json" in request.headers.get("accept", "")
