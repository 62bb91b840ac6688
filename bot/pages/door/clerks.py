"""The clerk's list at the door. Everything here needs the key of that session:

``GET  /checkin/mo/CODE``  a link of the bot; ``POST`` uses it up and leaves the key
``GET  /checkin/N``        the list; ``?tim=`` searches, ``?hoi=SEAT`` asks about one household
``POST /checkin/N/ghi``    one thing, as a form of the page sends it
``POST /checkin/N/gui``    many things, as a device sends them that had no network: JSON
``POST /checkin/N/thoat``  the device forgets everything

and without a key ``/checkin/sw.js`` and ``/m/sw.js``, which keep the list for the time without a
network. Each reaches only the pages beside it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.domain.check_ins import Standing
from bot.domain.errors import Refused
from bot.domain.seat_codes import SeatCode
from bot.look import fields, replies
from bot.look.languages import language_of
from bot.look.numbers import numbered
from bot.pages.door.keys import give_key, is_proved, key_of
from bot.pages.door.list_view import ListView
from bot.pages.door.told import many_of, one_of
from bot.services.hall import check_ins, door_keys, door_list
from bot.services.hall.door_keys import Clerk
from bot.services.seats import seat_codes
from bot.work import Works

_LIST = "/checkin/" + numbered("number")

#: Bytes of one form, and of all that a device has kept.
_FORM, _BATCH = 8_000, 200_000

_WORKER = Path(__file__).parent / "worker" / "sw.js"


class Clerks:
    """The pages of the clerk. Anybody else finds nothing there."""

    def __init__(self, works: Works) -> None:
        self._works = works
        self._view = ListView(works)
        self._worker = _WORKER.read_text("utf-8")
        self.assets = self._view.assets

    def routes(self) -> Sequence[BaseRoute]:
        return [
            Route("/checkin/sw.js", self.worker),
            Route("/m/sw.js", self.worker),
            self.assets.route(),
            Route("/checkin/mo/{code}", self.look),
            Route("/checkin/mo/{code}", self.open, methods=["POST"]),
            Route(_LIST, self.show),
            Route(_LIST + "/ghi", self.tell, methods=["POST"]),
            Route(_LIST + "/gui", self.send, methods=["POST"]),
            Route(_LIST + "/thoat", self.leave, methods=["POST"]),
        ]

    # ── coming in ────────────────────────────────────────────────────────────────────────────

    async def look(self, request: Request) -> Response:
        """What a link is for. Previews of chats look, too: looking does not use it up."""
        language = language_of(request)
        try:
            async with self._works.look() as work:
                session = await door_keys.look(work, request.path_params["code"])
        except Refused as refusal:
            return replies.page(request, self._view.closed(language, refusal.key), 404)
        return replies.page(request, self._view.opening(language, session))

    async def open(self, request: Request) -> Response:
        """Use a link up."""
        try:
            async with self._works.begin() as work:
                key, session = await door_keys.open_door(work, request.path_params["code"])
                who = await door_keys.clerk(work, key)
        except Refused as refusal:
            html = self._view.closed(language_of(request), refusal.key)
            return replies.page(request, html, 404)
        response = replies.onward(f"/checkin/{session.number}")
        now, until = self._works.clock.now(), door_keys.until(who)
        give_key(response, key, now, until, secure=self._secure)
        return response

    async def leave(self, request: Request) -> Response:
        """Sign the device out. What it kept for the time without a network is cleared."""
        try:
            who, _ = await self._form(request)
            async with self._works.begin() as work:
                await door_keys.sign_out(work, who)
        except (Refused, fields.Unreadable):
            return self._closed(request)
        html = self._view.closed(language_of(request), "door-closed")
        response = replies.page(request, html)
        now = self._works.clock.now()
        give_key(response, "", now, now, secure=self._secure)
        response.headers["Clear-Site-Data"] = '"cache"'
        return response

    # ── the list ─────────────────────────────────────────────────────────────────────────────

    async def show(self, request: Request) -> Response:
        """The list, or one household of it."""
        try:
            async with self._works.look() as work:
                number = request.path_params["number"]
                who = await door_keys.clerk(work, key_of(request), number)
                found = await door_list.read(work, who)
        except Refused:
            return self._closed(request)
        seat = request.query_params.get("hoi", "")
        asked = found.entries.get(int(seat)) if seat.isdecimal() and len(seat) < 18 else None
        html = self._view.show(
            who,
            key_of(request),
            found,
            language_of(request),
            asked=asked,
            typed=request.query_params.get("tim", "")[:80],
        )
        return replies.page(request, html)

    async def asked(self, request: Request, code: SeatCode) -> Response | None:
        """The list with the household of a code; None where no clerk of its session asks."""
        key = key_of(request)
        if not key:
            return None
        try:
            async with self._works.look() as work:
                seat = await seat_codes.seat_of(work, code)
                who = await door_keys.clerk(work, key, seat.session)
                found = await door_list.read(work, who)
        except Refused:
            return None
        asked = found.entries.get(seat.id)
        html = self._view.show(who, key, found, language_of(request), asked=asked)
        return replies.page(request, html)

    async def tell(self, request: Request) -> Response:
        """One thing, from a page without JavaScript: the list again, with what became of it."""
        try:
            who, form = await self._form(request)
            notice = await self._told(who, form)
        except (Refused, fields.Unreadable):
            return self._closed(request)
        if not notice:
            return replies.onward(f"/checkin/{who.session.number}")
        async with self._works.look() as work:
            found = await door_list.read(work, who)
        language = language_of(request)
        html = self._view.show(who, key_of(request), found, language, notice=notice)
        return replies.page(request, html, 409)

    async def _told(self, who: Clerk, form: Mapping[str, str]) -> str:
        """Returns the text key of the obstacle; empty if it is done."""
        async with self._works.begin() as work:
            if form.get("what") == "settle":
                known = form.get("told", "")
                await check_ins.settle(work, who, int(known) if known.isdecimal() else 0)
                return ""
            told = one_of(form, self._works.clock.now())
            done = await check_ins.take(work, who, told)
        return done.why if done.standing is Standing.OPEN else ""

    async def send(self, request: Request) -> Response:
        """Many things, oldest first. Answers with the marks of those that need not come again."""
        try:
            number = request.path_params["number"]
            async with self._works.look() as work:
                who = await door_keys.clerk(work, key_of(request), number)
            sent = await fields.json(request, most=_BATCH)
        except Refused:
            return replies.data(request, {}, 404)
        except fields.Unreadable:
            return replies.data(request, {}, 400)
        if not is_proved(key_of(request), str(number), sent.get("csrf", "")):
            return replies.data(request, {}, 403)
        taken = []
        for told in many_of(sent):
            async with self._works.begin() as work:
                await check_ins.take(work, who, told)
            taken.append(told.mark)
        return replies.data(request, {"taken": taken})

    # ── what all share ───────────────────────────────────────────────────────────────────────

    async def worker(self, _request: Request) -> Response:
        """The script that keeps the list. Checked for a newer one each time, as browsers do."""
        headers = {**replies.HEADERS, "Cache-Control": "no-cache"}
        return Response(self._worker, media_type="text/javascript", headers=headers)

    async def _form(self, request: Request) -> tuple[Clerk, dict[str, str]]:
        """Who sends a form, and what. Raises Refused, Unreadable."""
        number = request.path_params["number"]
        async with self._works.look() as work:
            who = await door_keys.clerk(work, key_of(request), number)
        form = await fields.form(request, most=_FORM)
        if not is_proved(key_of(request), str(number), form.get("csrf", "")):
            raise Refused("door-closed")
        return who, form

    def _closed(self, request: Request) -> Response:
        """Nothing to see: the same for a wrong session, an old key and a role that is gone."""
        html = self._view.closed(language_of(request), "door-closed")
        return replies.page(request, html, 404)

    @property
    def _secure(self) -> bool:
        return self._works.voice.public_url.startswith("https://")
