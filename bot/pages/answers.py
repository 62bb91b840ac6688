"""What has been answered in public, for everyone:

``GET /traloi``          newest first; ``?phuong=WARD`` one ward, ``?truoc=RELEASE`` what is older
``GET /traloi?q=WORDS``  those with these words, the best first; ``&trang=2`` the next page
``GET /traloi/TV-0012``  one question; the address to send to a neighbour
``GET /traloi/TV-0012/giay/7``  a paper that came with its answer, to be saved

``?tieng=en`` behind either chooses the language and leads back.
"""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.look import replies
from bot.look.downloads import download
from bot.look.languages import chosen_in, language_of, remember
from bot.look.numbers import numbered
from bot.pages.places import HOME, Place
from bot.pages.view import View
from bot.services.answers import answers, library
from bot.services.questions import enclosures
from bot.work import Works

#: How many answers a page shows.
PAGE = 10


class Answers:
    """The pages of released answers. ``bot.services.answers`` alone decides what is shown."""

    def __init__(self, works: Works) -> None:
        self._works = works
        self._view = View(works)
        self.assets = self._view.assets

    def routes(self) -> Sequence[BaseRoute]:
        return [
            Route(HOME, self.newest),
            Route(HOME + "/{number}", self.numbered),
            Route(HOME + "/{number}/giay/" + numbered("paper"), self.paper),
            self.assets.route(),
        ]

    async def newest(self, request: Request) -> Response:
        """A page of answers."""
        place = self._place(request)
        if language := chosen_in(request):
            return self._speak(place, language)
        if place.words:
            return await self._search(request, place)
        async with self._works.look() as work:
            found = await answers.published(work, place.ward, place.before, most=PAGE + 1)
        html = self._view.several(place, found[:PAGE], language_of(request), more=len(found) > PAGE)
        return replies.public(request, html)

    async def _search(self, request: Request, place: Place) -> Response:
        async with self._works.look() as work:
            found = await library.search(
                work, place.words, ward=place.ward, page=place.page, most=PAGE
            )
        return replies.public(request, self._view.found(place, found, language_of(request)))

    async def numbered(self, request: Request) -> Response:
        """One question. What is not public looks like what does not exist."""
        place = self._place(request)
        if language := chosen_in(request):
            return self._speak(place, language)
        async with self._works.look() as work:
            found = await answers.published_as(work, place.number)
            papers = {
                one.answer_id: await enclosures.of_answer(work, one.answer_id) for one in found
            }
        if not found:
            return self._missing(request, place)
        return replies.public(request, self._view.one(place, found, papers, language_of(request)))

    async def paper(self, request: Request) -> Response:
        """What came with a public answer. Any other looks like what does not exist."""
        place = self._place(request)
        wanted = request.path_params["paper"]
        async with self._works.look() as work:
            found = await enclosures.public(work, place.number, wanted)
        return download(request, *found) if found else self._missing(request, place)

    def _missing(self, request: Request, place: Place) -> Response:
        return replies.page(request, self._view.missing(place, language_of(request)), 404)

    def _place(self, request: Request) -> Place:
        return Place.of_request(request, self._works.programme)

    def _speak(self, place: Place, language: str) -> Response:
        response = replies.onward(place.url())
        secure = self._works.voice.public_url.startswith("https://")
        remember(response, language, secure=secure)
        return response
