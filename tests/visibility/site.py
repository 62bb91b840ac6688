"""The town's pages, and everybody's browser in front of them."""

import re
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from random import Random
from typing import Any

import httpx

from bot import running
from bot.channels.web.channel import Web
from bot.channels.web.doors import Door, Key
from bot.domain.households import Bond, Consent, HouseholdFacts, Relation
from bot.domain.messages import Outgoing
from bot.domain.seat_codes import code_for
from bot.outbox.delivery import Delivery
from bot.services.hall import door_keys
from bot.services.seats import seat_codes
from bot.serving.server import application
from storage import addresses, answers, enclosures, files, households, people, seats
from tests.doubles.chat import Platform
from tests.visibility.browser import Browser
from tests.visibility.pages import Names, Opens, Page
from tests.visibility.town import CAST, HOLDER, PASSER_BY, Town

SITE = "http://testserver"

WALKERS = (*CAST, PASSER_BY, HOLDER)

#: Who is on a platform that carries no files.
LINKED = ("bank head", "clerk", "organiser", "asker")

_SOME_DAYS = timedelta(days=9)


@dataclass
class Site:
    """What is served, who stands before it, and what each of them has."""

    town: Town
    web: Web
    plain: Platform  #: carries no files
    share: float = 1.0  #: how much is tried of what is somebody else's
    chance: Random = field(default_factory=lambda: Random(1))
    browsers: dict[str, Browser] = field(default_factory=dict)
    letters: dict[str, list[dict[str, str]]] = field(default_factory=dict)  #: who → own files
    links: dict[str, str] = field(default_factory=dict)  #: who → path of the link to a file
    doors: dict[str, int] = field(default_factory=dict)  #: who is signed in at which session's door
    old_links: list[str] = field(default_factory=list)  #: of the door, used up
    papers: list[str] = field(default_factory=list)  #: invitations: the holder's, then forged ones
    tokens: list[str] = field(default_factory=list)  #: secret names of files

    def __post_init__(self) -> None:
        made = self.town.talk.app
        words = made.works.voice.texts.say
        self.app = application(running.routes(made), made.health, words)
        sending = (Delivery(made.works, one, in_flight=64) for one in (self.web, self.plain))
        self.deliveries = tuple(sending)

    async def settle(self) -> None:
        """Everything that was said has arrived."""
        await self.town.talk.settle()
        for one in self.deliveries:
            while await one.step() or not one.idle:
                await one.drain()

    # ── how it came about ────────────────────────────────────────────────────────────────────

    @asynccontextmanager
    async def opened(self) -> AsyncIterator["Site"]:
        """With everybody in front of it."""
        for number, who in enumerate(WALKERS):
            transport = httpx.ASGITransport(self.app, client=(f"10.0.0.{number}", 1))
            self.browsers[who] = Browser(httpx.AsyncClient(transport=transport, base_url=SITE))
        for who in CAST:
            await self._signs_in(who)
        await self._is_kept_private()
        await self._goes_with_answers()
        await self.at_the_door("clerk", 2)
        await self.at_the_door("other clerk", 1)
        await self._prints()
        await self.settle()
        for who in LINKED:
            await self.gets_link(who)
        yield self
        for one in self.browsers.values():
            await one.client.aclose()

    async def _signs_in(self, who: str) -> None:
        """A web chat of their own; officials behind the door of their sign-in link."""
        browser, key = self.browsers[who], Key.new()
        browser.door = Door.of_code(f"code of {who}") if CAST[who] else Door()
        browser.client.cookies.set(
            browser.door.cookie, key.secret, domain="testserver.local", path=browser.door.home
        )
        number = list(CAST).index(who)
        async with self.town.talk.app.works.begin() as work:
            known = await self.town.known(work, who)
            await addresses.put(work.tx, f"web:{key.chat}", work.now, person=known.id)
            file = await files.keep(
                work.tx,
                f"giấy zqtệp{number:02}.docx",
                _docx(f"zqruột{number:02}"),
                now=work.now,
                for_how_long=_SOME_DAYS,
                person=known.id,
            )
            letter = Outgoing(text=f"Thư riêng zqthư{number:02}.", file=file)
            await work.send(f"web:{key.chat}", letter, reply=True)
        self.tokens.append(file.token)
        for word in ("tệp", "ruột", "thư"):
            self.town.fixed[f"zq{word}{number:02}"] = frozenset({who})
        await self.settle()
        async with self.town.talk.app.works.look() as work:
            rows = await work.tx.all("mailbox_newest", chat=key.chat, before=2**62, most=9)
        at = {"door": browser.door.id} if browser.door.id else {}
        self.letters[who] = [{**at, "entry": str(row["id"])} for row in rows]

    async def _is_kept_private(self) -> None:
        """What is known of the first household, and who in it agreed to being helped."""
        private = HouseholdFacts(
            phone="0900 zqsố", category="Hộ zqdiện", ethnicity="Dân tộc zqdântộc"
        )
        home = self.town.homes[0]
        async with self.town.talk.app.works.begin() as work:
            await households.keep_facts(work.tx, home, private, work.now)
            helper = await self.town.known(work, "hamlet head")
            bond = Bond(
                household=home,
                person=helper.id,
                relation=Relation.HAMLET,
                consent=Consent.SPOKEN,
                agreed="Bà Zqthuận",
            )
            await households.bind(work.tx, bond, helper.id, work.now)
        for word in ("zqsố", "zqdiện", "zqdântộc"):
            self.town.fixed[word] = frozenset({"organiser", "ward 7 head"})
        self.town.fixed["Zqthuận"] = frozenset({"organiser", "hamlet head"})

    async def _goes_with_answers(self) -> None:
        """A file with the draft, and one with the answer that only its asker hears."""
        for asked, word in (("zqsoạn", "zqkèmnháp"), ("zqhỏiriêng", "zqkèmriêng")):
            async with self.town.talk.app.works.begin() as work:
                answer = await answers.newest(work.tx, self.town.asked[asked].id)
                assert answer
                file = await files.keep(
                    work.tx,
                    f"{word}.docx",
                    _docx(word),
                    now=work.now,
                    for_how_long=_SOME_DAYS,
                    person=answer.author,
                )
                assert await enclosures.put(work.tx, answer.id, file.token, work.now)
                await enclosures.approve(work.tx, answer.id, work.now)
            self.tokens.append(file.token)
        self.town.fixed["zqkèmriêng"] = self.town.fixed["zqriêng"]

    async def at_the_door(self, who: str, session: int) -> None:
        """A clerk signs a device in by a link, which is used up then."""
        async with self.town.talk.app.works.begin() as work:
            url = await door_keys.link(work, await self.town.known(work, who), session)
        path = "/" + url.split("/", 3)[3]
        answer = await self.browsers[who].client.post(path)
        assert answer.status_code == 303, answer.text
        self.doors[who] = session
        self.old_links.append(path)

    async def _prints(self) -> None:
        """The first household's paper, and papers as somebody might forge them."""
        await self.town.talk.tick()  # the offers go out: from now on the papers are good
        async with self.town.talk.app.works.begin() as work:
            first, second = [await seats.get(work.tx, one) for one in self.town.seats]
            assert first
            assert second
            good = await seat_codes.code_of(work, first)
            forged = [
                code_for(second.id, second.household, b"another secret"),
                code_for(second.id, first.household, await seat_codes.secret(work)),
            ]
        self.papers = [f"/m/{one.text}" for one in (good, *forged)]
        found = self.town.fixed["Zqhộbảy"]
        self.town.fixed["Zqhộbảy"] = found | {HOLDER}

    async def gets_link(self, who: str) -> None:
        """A sheet made for somebody goes to their chat without files: the link is in its words."""
        word = f"zqbảng{LINKED.index(who)}"
        async with self.town.talk.app.works.begin() as work:
            known = await self.town.known(work, who)
            await addresses.put(work.tx, f"plain:{who}", work.now, person=known.id)
            file = await files.keep(
                work.tx, f"{word}.xlsx", _docx(word), now=work.now, for_how_long=_SOME_DAYS
            )
            sheet = Outgoing(text="Bảng đây ạ.", file=file)
            await work.send(f"plain:{who}", sheet, reply=True)
        await self.settle()
        text = list(self.plain.chats[who].values())[-1].text
        self.links[who] = "/lay-tep/" + text.rpartition("/lay-tep/")[2]
        self.town.fixed[word] = frozenset({who})

    # ── what happens then ────────────────────────────────────────────────────────────────────

    async def is_held(self) -> None:
        """The session is opened, a question is called, and the drafted answer goes on the air."""
        town, clock = self.town, self.town.talk.clock
        await clock.move_to(town.talk.app.works.programme.sessions[1].starts_at)
        self.doors.clear()  # what was opened weeks ago has lapsed
        await self.at_the_door("clerk", 2)
        await town.presses(town.people["clerk"], "hallopen:2")
        await town.presses(town.people["clerk"], f"hallcall:2/{town.asked['zqmở'].id}")
        await town.presses(town.people["bank head"], f"approve:{town.asked['zqsoạn'].id}/1")
        for press in ("airnow:1", "airnowyes:1"):
            await town.presses(town.people["ward 7 head"], press)
        self.links.clear()
        for who in LINKED:
            await self.gets_link(who)

    async def is_over(self) -> None:
        """A day later the links have lapsed, and who was at the door, or led the bank, no longer
        does: what they had opened opens no more."""
        await self.is_held()
        works = self.town.talk.app.works
        for who in LINKED:
            assert (await self.browsers[who].client.post(self.links[who])).status_code == 200
        async with works.begin() as work:
            for who in ("clerk", "bank head"):
                known, grant = await self.town.known(work, who), CAST[who]
                assert grant
                assert await people.end_role(work.tx, known.id, grant, work.now)
        self.doors.clear()
        self.old_links += self.links.values()
        await self.town.talk.later(hours=24)
        self.links.clear()

    # ── who may open what ────────────────────────────────────────────────────────────────────

    def may_open(self, who: str, page: Page, path: str) -> bool:
        """Whether somebody gets more there than what does not exist."""
        match page.opens:
            case Opens.ANYBODY:
                return True
            case Opens.CHAT if page.names is Names.MESSAGE:
                own = self.letters.get(who, [])
                base = self.browsers[who].door.base
                return path in [f"{base}/tep-kem/{one['entry']}" for one in own]
            case Opens.CHAT:
                base = self.browsers[who].door.base
                return bool(base) and path.startswith(base)
            case Opens.LINK:
                return self.links.get(who) == path.removesuffix("/nghe")
            case Opens.CLERK if page.names is Names.DOOR_LINK:
                return False
            case Opens.CLERK:
                return path.split("/")[2] == str(self.doors.get(who))
            case Opens.PAPER:
                return path == self.papers[0] and who in (HOLDER, "clerk")

    def paths(self, who: str, route: str, page: Page) -> Iterator[str]:
        """The paths of a page that somebody tries: what is there, what is not, what is taken."""
        template = re.sub(r"\{(\w+)(:number)?\}", r"{\1}", route.partition(" ")[2])
        for named in self._named(who)[page.names]:
            if ("door" in named) >= ("{door}" in template):
                path = template.format(**named)
                own = self.may_open(who, page, path)
                if not own and self.chance.random() > self.share:
                    continue
                for asked in page.asked if own else page.asked[:1]:
                    yield path + (f"?{asked}" if asked else "")

    def _named(self, who: str) -> dict[Names, list[dict[str, str]]]:
        """What the braces of a path may be filled with."""
        doors = [one.door.id for one in self.browsers.values() if one.door.id]
        numbers = [one.number for one in self.town.asked.values()]
        papers = self.papers if who in (HOLDER, "clerk") else self.papers[1:]
        old = [one.rpartition("/")[2] for one in self.old_links]
        links = [one.rpartition("/")[2] for one in self.links.values()]
        return {
            Names.NOTHING: [{}],
            Names.CHAT: [{"door": one} for one in (*doors, "0" * 16)],
            Names.MESSAGE: [one for owned in self.letters.values() for one in owned],
            Names.LANGUAGE: [{"language": "en", "door": "0" * 16}],
            Names.ASSET: [{"digest": "0", "name": "look.css"}],
            Names.ANSWER: [{"number": one} for one in (*numbers, "TV-0999")],
            Names.PAPER_OF_ANSWER: [
                {"number": one, "paper": paper} for one in numbers for paper in "123"
            ],
            Names.FILE_LINK: [{"code": one} for one in (*links, *old, *self.tokens)],
            Names.DOOR_LINK: [{"code": one} for one in old],
            Names.SESSION: [{"number": one} for one in "129"],
            Names.INVITATION: [{"code": one.rpartition("/")[2]} for one in papers],
        }

    async def tries(self, who: str, route: str, page: Page) -> AsyncIterator[tuple[str, Any]]:
        """(path, answer) of everything that somebody is told by a page."""
        browser, method = self.browsers[who], route.partition(" ")[0]
        for path in list(self.paths(who, route, page)):
            if page.streams:
                yield path, await browser.listens(self.app, path)
            elif method == "GET":
                yield path, await browser.get(path)
            else:
                own = self.may_open(who, page, path)
                await browser.looks_for_proof(path)
                for form in page.forms if own else page.forms[:2]:
                    yield path, await browser.post(path, dict(form), is_json=page.is_json)
                if own:
                    await self.settle()


def is_open(route: str, answer: httpx.Response) -> bool:
    """Whether a page gave more than what does not exist. An invitation is shown again (403) where
    the form came from somewhere else."""
    nothing = {404, 429} if route == "POST /m/{code}" else {403, 404, 429}
    if route.startswith("GET"):
        nothing.add(204)
    return answer.status_code not in nothing


def _docx(words: str) -> bytes:
    """A document whose words are cut by what lays them out, as programs write them."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        half = len(words) // 2
        text = f"<w:p><w:t>{words[:half]}</w:t><w:t>{words[half:]}</w:t></w:p>"
        packed.writestr("word/document.xml", text)
    return made.getvalue()
