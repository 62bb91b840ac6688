"""Nobody opens what is not for them, whatever they ask a page for: promise 10, on the web.

Everybody asks every page about everything there is, with their own cookies and the proofs they
were shown; all that comes back is searched for secrets: words, headers, and the insides of files.
``pages.py`` says who may open what.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

import pytest
from starlette.routing import BaseRoute, Route

from bot import app
from bot.channels.base import Channel, Limits
from bot.channels.web.channel import Web
from bot.config import Settings
from bot.work import Works
from tests.doubles.chat import FAST, Platform, Talk
from tests.doubles.clock import ManualClock
from tests.doubles.web import QUICK
from tests.visibility.pages import PAGES, Opens
from tests.visibility.shown import all_of
from tests.visibility.site import WALKERS, Site, is_open
from tests.visibility.town import PLANTED, Town

#: What would end the walk for who may do it: the device is signed out.
_ENDS = "POST /checkin/{number:number}/thoat"

_BARE = Limits(**{**{name: getattr(FAST, name) for name in FAST.__slots__}, "files": False})


@pytest.fixture
async def site(settings: Settings, clock: ManualClock, url: str) -> AsyncIterator[Site]:
    platform, plain, webs = Platform(), Platform("plain", _BARE), list[Web]()

    def channels(settings: Settings, works: Works) -> list[Channel]:
        webs.append(
            Web(
                works.database,
                works.voice.texts.say,
                _name,
                public_url=app.public_url(settings),
                clock=works.clock.now,
                zone=works.programme.zone,
                pace=QUICK,
            )
        )
        return [platform, webs[0], plain]

    async with app.opened(settings) as database:
        made = await app.assemble(settings, database, clock=clock, channels=channels)
        town = await Town(Talk(made, platform, clock), url).settle_in()
        async with Site(town, webs[0], plain).opened() as found:
            yield found


async def _name() -> str:
    return "Đối thoại 2023"


async def _tries_everything(site: Site, who: str, opened: set[str]) -> None:
    """Ask every page for everything; ``opened`` grows by the pages that gave something."""
    for route, page in PAGES.items():
        if route == _ENDS and who in ("clerk", "other clerk"):
            continue
        async for path, answer in site.tries(who, route, page):
            text = all_of(answer)
            if any(word in text for word in PLANTED):
                await _may_read(site, who, f"{route.split()[0]} {path}", text)
            if page.opens is not Opens.ANYBODY:
                may = site.may_open(who, page, path.partition("?")[0])
                got = is_open(route, answer)
                assert got == may, f"{who}, {route}: {path} answered {answer.status_code}"
                opened |= {route} if got else set()


async def _may_read(site: Site, who: str, asked: str, text: str) -> None:
    for secret, may in (await site.town.readers()).items():
        read = "" if who in may else next(iter(re.findall(f".{{0,60}}{secret}.*", text)), "")
        assert not read, f"{who} read {secret}, asking {asked}: {read[:120]}"


async def _everybody_tries(site: Site) -> set[str]:
    opened: set[str] = set()
    for who in ("asker", *(one for one in WALKERS if one != "asker")):
        await _tries_everything(site, who, opened)
    return opened


#: Which pages open to nobody any more: a link that was used up; a device that would be signed out.
_NEVER = {"GET /checkin/mo/{code}", "POST /checkin/mo/{code}", _ENDS}

_CLOSED_TO_MOST = {one for one, page in PAGES.items() if page.opens is not Opens.ANYBODY}


async def _as_it_begins(site: Site) -> set[str]:
    for who, link in site.links.items():
        assert (await site.browsers[who].client.post(link)).status_code == 200
    return _CLOSED_TO_MOST - _NEVER


async def _while_it_is_held(site: Site) -> set[str]:
    await site.is_held()
    return await _as_it_begins(site)


async def _when_it_is_over(site: Site) -> set[str]:
    await site.is_over()
    lapsed = (Opens.LINK, Opens.CLERK)
    return {one for one in _CLOSED_TO_MOST - _NEVER if PAGES[one].opens not in lapsed}


@pytest.mark.parametrize(
    "share", [pytest.param(0.2, id="a fifth"), pytest.param(1.0, id="all", marks=pytest.mark.soak)]
)
@pytest.mark.parametrize("comes_about", [_as_it_begins, _while_it_is_held, _when_it_is_over])
async def test_promise_10_whatever_somebody_asks_a_page_for_nobody_reads_what_is_not_for_them(
    site: Site, comes_about: Callable[[Site], Awaitable[set[str]]], share: float
) -> None:
    """And every page that is closed to most opens to whom it is for."""
    opens = await comes_about(site)
    site.share = share

    assert await _everybody_tries(site) == opens


def _routes(served: Iterable[BaseRoute]) -> set[str]:
    """Every path that is served, once for each way to ask for it."""
    return {
        f"{method} {one.path}"
        for one in served
        if isinstance(one, Route)
        for method in (one.methods or ())
        if method != "HEAD"
    }


async def test_every_route_is_a_row_here(site: Site) -> None:
    """One that is not has to say who may open it, and is then tried by everybody."""
    assert _routes(site.app.routes) == set(PAGES)


async def test_what_is_served_says_that_it_is_kept_by_nobody_between(site: Site) -> None:
    """A page for one person stays in no cache, and in no frame of somebody else's."""
    who = site.browsers["bank head"]
    letter = f"{who.door.base}/tep-kem/{site.letters['bank head'][0]['entry']}"
    for path in (who.door.base, letter, "/checkin/2", site.papers[0]):
        headers = (await who.get(path)).headers
        kept = (headers["cache-control"], headers["x-frame-options"], headers["referrer-policy"])
        assert kept == ("no-store", "DENY", "no-referrer")
