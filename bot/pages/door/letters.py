"""A household's invitation, by the code on its paper:

``GET  /m``       where a code is typed; ``?ma=CODE`` leads on
``GET  /m/CODE``  who is invited, when, where, until when; ``?tieng=en`` chooses the language
``POST /m/CODE``  *Sẽ đến*, *Không đến được*, *Nhờ người khác đi*

On a device that is signed in at the door of that session, a code opens the clerk's list instead.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.domain.errors import Refused
from bot.domain.seat_codes import SeatCode, read_code
from bot.look import fields, replies
from bot.look.guesses import Guesses
from bot.look.languages import chosen_in, language_of, remember
from bot.look.origins import origin
from bot.pages.door.clerks import Clerks
from bot.pages.door.keys import give_visit, is_proved, visit_of
from bot.pages.door.letter_view import LetterView
from bot.services.hall import letters
from bot.services.hall.letters import Letter
from bot.work import Work, Works

#: Bytes of a form: a name and two short fields.
_FORM = 4_000


class Letters:
    """The pages behind the codes of invitations."""

    def __init__(self, works: Works, clerks: Clerks) -> None:
        self._works = works
        self._clerks = clerks
        self._view = LetterView(works, clerks.assets)
        self._guesses = Guesses()

    def routes(self) -> Sequence[BaseRoute]:
        return [
            Route("/m", self.typed),
            Route("/m/{code}", self.show),
            Route("/m/{code}", self.answer, methods=["POST"]),
        ]

    async def typed(self, request: Request) -> Response:
        """A code typed by hand. A slip is told at once, and is no guess."""
        if language := chosen_in(request):
            return self._speak(request, language)
        text = request.query_params.get("ma", "")
        if code := read_code(text):
            return replies.onward(f"/m/{code.text}")
        return self._unknown(request, "wrong" if text else "", text)

    async def show(self, request: Request) -> Response:
        """The invitation as it stands."""
        code = read_code(request.path_params["code"])
        if language := chosen_in(request):
            return self._speak(request, language)
        if code is None:
            return self._unknown(request, "wrong", request.path_params["code"])
        if page := await self._clerks.asked(request, code):
            return page
        if not self._may_try(request, code):
            return self._unknown(request, "busy", "", 429)
        try:
            async with self._works.look() as work:
                letter = await letters.open_letter(work, code)
        except Refused as refusal:
            return self._wrong(request, code, refusal)
        return self._page(request, letter)

    async def answer(self, request: Request) -> Response:
        """Take an answer, and show what became of it."""
        code = read_code(request.path_params["code"])
        if code is None or not self._may_try(request, code):
            return self._unknown(request, "busy", "", 429)
        form = await _form(request)
        try:
            async with self._works.look() as work:
                before = await letters.open_letter(work, code)
        except Refused as refusal:
            return self._wrong(request, code, refusal)
        if not is_proved(visit_of(request), code.text, form.get("csrf", "")):
            return self._page(request, before, "again", form.get("name", ""), 403)
        try:
            async with self._works.begin() as work:
                await _answered(work, code, form)
        except Refused as refusal:
            return self._page(request, before, refusal.key, form.get("name", ""), 409)
        return replies.onward(f"/m/{code.text}")

    def _page(
        self, request: Request, letter: Letter, notice: str = "", name: str = "", status: int = 200
    ) -> Response:
        visit = visit_of(request)
        html = self._view.letter(letter, visit, language_of(request), notice, name)
        response = replies.page(request, html, status)
        give_visit(response, visit, secure=self._secure)
        return response

    def _may_try(self, request: Request, code: SeatCode) -> bool:
        return self._guesses.may_try(origin(request), code.seat, self._works.clock.steady())

    def _wrong(self, request: Request, code: SeatCode, refusal: Refused) -> Response:
        at = self._works.clock.steady()
        self._guesses.was_wrong(origin(request), code.seat, at)
        return self._unknown(request, refusal.key, "")

    def _unknown(self, request: Request, notice: str, typed: str, status: int = 0) -> Response:
        """Where a code is typed, with what is wrong about the last one."""
        html = self._view.ask(language_of(request), notice, typed[:40])
        return replies.page(request, html, status or (404 if notice else 200))

    def _speak(self, request: Request, language: str) -> Response:
        response = replies.onward(quote(request.url.path))
        remember(response, language, secure=self._secure)
        return response

    @property
    def _secure(self) -> bool:
        return self._works.voice.public_url.startswith("https://")


async def _form(request: Request) -> dict[str, str]:
    """What was sent; nothing where it cannot be read: then it is asked for again."""
    try:
        return await fields.form(request, most=_FORM)
    except fields.Unreadable:
        return {}


async def _answered(work: Work, code: SeatCode, form: Mapping[str, str]) -> None:
    match form.get("answer", ""):
        case "yes" | "self":
            await letters.comes(work, code)
        case "no":
            await letters.comes_not(work, code)
        case _:
            await letters.sends(work, code, form.get("name", ""))
