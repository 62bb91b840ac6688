"""A file, for chats on platforms that carry none:

``GET  /lay-tep/CODE``  a link of the bot, with one button; looking does not use it up
``POST /lay-tep/CODE``  the file, for the first browser that presses, and for that one again; of a
                        recording the page that plays it
``GET  /lay-tep/CODE/nghe``  a recording, for the browser that has it open

What a link opens to whom is decided by ``bot.services.reach.file_links``.
"""

import secrets
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.domain.errors import Refused
from bot.domain.files import File
from bot.domain.recordings import LANGUAGE, length_in
from bot.look import replies
from bot.look.assets import Assets
from bot.look.downloads import download
from bot.look.languages import language_of
from bot.look.templating import templates
from bot.posting import FILE_LINK
from bot.services.reach import file_links
from bot.work import Works

_PATH = "/lay-tep/{code}"
_HEAR = "nghe"
_COOKIE = "ln_tep"
_LONGEST = 100


class Files:
    """Hands out files by their links."""

    def __init__(self, works: Works, assets: Assets) -> None:
        self._works = works
        self._assets = assets
        self._template = templates(Path(__file__).parent / "templates").get_template("file.html")

    def routes(self) -> Sequence[BaseRoute]:
        return [
            Route(_PATH, self.look),
            Route(_PATH, self.take, methods=["POST"]),
            Route(f"{_PATH}/{_HEAR}", self.hear),
        ]

    async def look(self, request: Request) -> Response:
        """What the link is for: it names nothing that only its person may know."""
        code, key = _asked(request)
        try:
            async with self._works.look() as work:
                found = await file_links.look(work, code, key)
        except Refused as refusal:
            return self._closed(request, refusal.key)
        if found.file.is_sound and found.is_open:
            return self._player(request, found.file)
        say = self._say(request)
        if found.is_everyones:
            return self._page(request, say("file-link-title-public"), say("file-link-lead-public"))
        return self._page(request, say("file-link-title-own"), say("file-link-lead-own"))

    async def take(self, request: Request) -> Response:
        """The file itself."""
        code, key = _asked(request)
        key = key or secrets.token_urlsafe(32)
        try:
            async with self._works.begin() as work:
                file, content = await file_links.take(work, code, key)
        except Refused as refusal:
            return self._closed(request, refusal.key)
        response = (
            self._player(request, file) if file.is_sound else download(request, file, content)
        )
        response.set_cookie(
            _COOKIE,
            key,
            max_age=int(FILE_LINK.total_seconds()),
            path=request.url.path,
            secure=self._works.voice.public_url.startswith("https://"),
            httponly=True,
            samesite="lax",
        )
        return response

    async def hear(self, request: Request) -> Response:
        """What the page plays, whole or in parts."""
        try:
            async with self._works.look() as work:
                return download(request, *await file_links.hear(work, *_asked(request)))
        except Refused as refusal:
            return self._closed(request, refusal.key)

    def _player(self, request: Request, file: File) -> Response:
        """In the browser of a chat many a phone saves no sound, and plays what a page holds."""
        say = self._say(request)
        return self._page(request, say("file-link-title-sound"), say("file-link-lead-sound"), file)

    def _closed(self, request: Request, why: str) -> Response:
        """One kind sentence: the same for what has lapsed and what never was."""
        say = self._say(request)
        return self._page(request, say("web-file-gone-title"), say(why), is_open=False)

    def _say(self, request: Request) -> Callable[[str], str]:
        return partial(self._works.voice.texts.say, language_of(request))

    def _page(
        self,
        request: Request,
        title: str,
        words: str,
        sound: File | None = None,
        *,
        is_open: bool = True,
    ) -> Response:
        say = self._say(request)
        html = self._template.render(
            t={
                "name": say("web-name"),
                "home": say("web-file-gone-go"),
                "go": say("file-link-go"),
                "listen": say("web-listen"),
                "listen_cannot": say("web-listen-cannot"),
            },
            listen=self._works.voice.texts.say(LANGUAGE, "web-listen"),
            sound=sound,
            length=length_in(sound.name) if sound else "",
            hear=f"{request.url.path}/{_HEAR}",
            language=language_of(request),
            programme=self._works.programme.name,
            title=title,
            words=words,
            is_open=is_open,
            asset=self._assets.url,
            sheet="answers.css",
        )
        return replies.page(request, html, 200 if is_open else 404)


def _asked(request: Request) -> tuple[str, str]:
    """The code in the address, and what this browser keeps of it."""
    return request.path_params["code"], request.cookies.get(_COOKIE, "")[:_LONGEST]
