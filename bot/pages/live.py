"""A session while it is held, for the projector and for every phone in the hall:

``GET  /live/2``          the question that is called, and the next; on a phone with buttons
``POST /live/2/cung-hoi`` *Tôi cũng hỏi*, or not any more
``GET  /live/2/su-kien``  tells when something has changed

``?tieng=en`` chooses the language and leads back. No name, no hamlet, nothing private.
"""

from collections.abc import AsyncGenerator, Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.domain.errors import Refused
from bot.domain.sessions import Session
from bot.look import replies
from bot.look.brake import Brake
from bot.look.languages import chosen_in, language_of, remember
from bot.look.lines import AGAIN
from bot.look.numbers import numbered
from bot.look.origins import address_of, origin
from bot.pages.boards import Boards, Shown
from bot.pages.device import Device, question_in, read_form
from bot.pages.hall_view import HallView
from bot.services.hall import also_asking
from bot.work import Works

_PAGE = "/live/" + numbered("number")

#: How often one address opens a board, and presses, in a minute: hundreds of phones in a hall share
#: one, and all of them look when something has changed.
_OPENS, _PRESSES = 6000, 1200


class Live:
    """The pages of the hall. An address opens and presses no more than so often in a minute."""

    def __init__(
        self,
        works: Works,
        *,
        is_proxy: Callable[[str], bool] = lambda _address: False,
        opens: int = _OPENS,
        presses: int = _PRESSES,
    ) -> None:
        self._works = works
        self._view = HallView(works)
        self.boards = Boards(works)
        self._opened = Brake(works.clock, opens, is_proxy)
        self._pressed = Brake(works.clock, presses, is_proxy)

    def routes(self) -> Sequence[BaseRoute]:
        return [
            Route(_PAGE, self.page),
            Route(_PAGE + "/cung-hoi", self.also, methods=["POST"]),
            Route(_PAGE + "/su-kien", self.stream),
            self._view.assets.route(),
        ]

    def hang_up(self) -> None:
        """The program stops: streams end."""
        self.boards.close()

    async def page(self, request: Request) -> Response:
        """The board as it stands; whoever opens it in a loop is asked to wait."""
        if self._opened.holds(address_of(request)):
            return replies.busy(request, self._works.voice.texts.say, 429)
        session = self._session(request)
        if session is None:
            return replies.page(request, self._view.missing(language_of(request)), 404)
        if wanted := chosen_in(request):
            response = replies.onward(f"/live/{session.number}")
            remember(response, wanted, secure=self._secure)
            return response
        return await self._shown(request, session)

    async def _shown(self, request: Request, session: Session, notice: str = "") -> Response:
        device = Device.of_request(request)
        shown = await self.boards.get(session.number)
        html = self._view.board(session, shown, device, language_of(request), notice)
        response = replies.page(request, html, 403 if notice else 200)
        if device.is_new:
            device.give(response, secure=self._secure)
        return response

    async def also(self, request: Request) -> Response:
        """Once a browser; what is refused is simply gone from the page."""
        session = self._session(request)
        if session is None:
            return replies.page(request, self._view.missing(language_of(request)), 404)
        device, form = Device.of_request(request), await read_form(request)
        question, also = question_in(form)
        if not device.fits(form.get("csrf", "")) or not question:
            return await self._shown(request, session, notice="live-expired")
        back = replies.onward(f"/live/{session.number}#c{question}")
        if self._pressed.holds(address_of(request)):
            return back
        try:
            async with self._works.begin() as work:
                await also_asking.by_device(work, session.number, device.name, question, also=also)
        except Refused:
            return back
        device.remember(back, question, also=also, secure=self._secure)
        return back

    async def stream(self, request: Request) -> Response:
        """The name of each newer board, as it comes; a page then asks for what it shows."""
        session = self._session(request)
        if session is None or request.method == "HEAD":
            return replies.nothing()
        seen = request.headers.get("last-event-id") or request.query_params.get("tu", "")
        return replies.stream(self._events(session.number, seen, origin(request)))

    async def _events(self, number: int, seen: str, address: str) -> AsyncGenerator[bytes, None]:
        """Each newer board. Without a line, whether there is one; the browser then asks again."""
        with self._works.lines.line(address) as line:
            if line is None:
                shown = await self.boards.get(number)
                yield b"retry: %d\n\n" % (AGAIN * 1000)
                yield b"" if shown.version == seen else _named(shown)
                return
            yield b": lang-nghe\nretry: 3000\n\n"
            async for event in self._newer(number, seen):
                yield event

    async def _newer(self, number: int, seen: str) -> AsyncGenerator[bytes, None]:
        while not self.boards.closed:
            shown = await self.boards.newer(number, seen)
            if shown is None:
                yield b": \n\n"
                continue
            seen = shown.version
            yield _named(shown)

    def _session(self, request: Request) -> Session | None:
        return self._works.programme.session(request.path_params["number"])

    @property
    def _secure(self) -> bool:
        return self._works.voice.public_url.startswith("https://")


def _named(shown: Shown) -> bytes:
    """The name of a board as an event."""
    return f"id: {shown.version}\ndata: {shown.version}\n\n".encode()
