"""How the list at the door looks, in the language of the clerk."""

import secrets
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.domain.sessions import Session
from bot.look.assets import Assets
from bot.look.templating import templates
from bot.pages.door.keys import proof
from bot.services.hall import door_keys, door_list
from bot.services.hall.door_keys import Clerk
from bot.services.hall.door_list import DoorList, Entry, Problem
from bot.work import Works

_HERE = Path(__file__).parent


class ListView:
    """Renders the clerk's pages."""

    def __init__(self, works: Works) -> None:
        self._works = works
        self._texts = works.voice.texts
        self._templates = templates(_HERE / "templates")
        self.assets = Assets(_HERE / "static", "/checkin/tep")

    def show(
        self,
        who: Clerk,
        key: str,
        found: DoorList,
        language: str,
        *,
        asked: Entry | None = None,
        typed: str = "",
        notice: str = "",
    ) -> str:
        """The list; ``asked`` is the household in question, ``typed`` what is searched for."""
        say = partial(self._texts.say, language)
        hamlets, seatless = _found(found, typed)
        return self._page(
            "list.html",
            language,
            title=say("door-title"),
            session=found.session,
            groups=found.groups,
            hamlets=hamlets,
            seatless=seatless,
            problems=found.problems,
            trouble=_trouble(found, say),
            asked=asked,
            typed=typed,
            notice=say(notice, session=found.session.name) if notice else "",
            csrf=proof(key, str(found.session.number)),
            salt=found.salt,
            now=int(self._works.clock.now().timestamp() * 1000),
            until=int(door_keys.until(who).timestamp() * 1000),
            places=self._places(found.session),
            categories=list(enumerate(self._works.programme.categories)),
            mark=secrets.token_urlsafe,
            **self._phrases(found, say),
        )

    def opening(self, language: str, session: Session) -> str:
        """One button: a link is used up by pressing, not by looking."""
        say = partial(self._texts.say, language)
        title = say("door-open-title", session=session.name)
        return self._page("open.html", language, title=title)

    def closed(self, language: str, key: str) -> str:
        """One kind sentence."""
        say = partial(self._texts.say, language)
        return self._page("closed.html", language, title=say("door-title"), why=say(key))

    def _phrases(self, found: DoorList, say: Callable[..., str]) -> dict[str, object]:
        """What the templates say of an entry, a group or a problem."""
        return {
            "group": lambda number: say("door-group", number=str(number)),
            "number": lambda number: say("door-number", number=str(number)),
            "count": lambda one: say("door-count", came=str(one.came), seats=str(one.seats)),
            "there": partial(self._there, say),
            "coming": lambda one: say("door-guest", guest=one.guest) if one.guest else "",
            "problem_at": lambda one: say("door-problem-at", at=self._clock(one.told.device_at)),
            "why": partial(_why, found, say),
        }

    def _there(self, say: Callable[..., str], one: Entry) -> str:
        at = self._clock(one.came_at) if one.came_at else ""
        if one.guest:
            return say("door-there-guest", guest=one.guest, at=at)
        return say("door-there", at=at)

    def _clock(self, moment: datetime) -> str:
        return f"{moment.astimezone(self._works.programme.zone):%H:%M}"

    def _places(self, session: Session) -> list[tuple[str, str]]:
        """The hamlets whose households the session is for."""
        wards = [self._works.programme.ward(one) for one in session.wards]
        return [
            (hamlet.id, f"{hamlet.name}, {ward.name}")
            for ward in wards
            if ward
            for hamlet in ward.hamlets
        ]

    def _page(self, template: str, language: str, **values: object) -> str:
        say = partial(self._texts.say, language)
        return self._templates.get_template(template).render(
            t=_fixed(say),
            language=language,
            tongues=[],
            programme=self._works.programme.name,
            asset=self.assets.url,
            sheet="door.css",
            **values,
        )


def _found(found: DoorList, typed: str) -> tuple[list[tuple[str, list[Entry]]], list[Entry]]:
    """What of the list a search finds; all of it where nothing is searched for."""
    hamlets = [(place, door_list.matching(entries, typed)) for place, entries in found.hamlets]
    return [one for one in hamlets if one[1]], door_list.matching(found.seatless, typed)


def _why(found: DoorList, say: Callable[..., str], one: Problem) -> str:
    return say(one.told.why, session=found.session.name)


def _trouble(found: DoorList, say: Callable[..., str]) -> dict[int, str]:
    """What stands in the way of a household, also in its row, where the clerk has just pressed."""
    return {one.entry.seat: _why(found, say, one) for one in found.problems if one.entry}


def _fixed(say: Callable[..., str]) -> dict[str, str]:
    """The words that are the same on every page; a number in some is filled in by the script."""
    return {
        "name": say("web-name"),
        "open_lead": say("door-open-lead"),
        "open": say("door-open"),
        "all": say("door-all"),
        "search": say("door-search"),
        "find": say("door-find"),
        "nobody": say("door-nobody"),
        "came": say("door-came"),
        "instead": say("door-instead"),
        "instead_name": say("door-instead-name"),
        "instead_go": say("door-instead-go"),
        "undo": say("door-undo"),
        "waiting": say("door-waiting"),
        "seatless": say("door-seatless"),
        "walk_in": say("door-walk-in"),
        "new": say("door-new"),
        "new_name": say("door-new-name"),
        "new_hamlet": say("door-new-hamlet"),
        "new_category": say("door-new-category"),
        "choose": say("door-choose"),
        "problems": say("door-problems"),
        "problem_again": say("door-problem-again"),
        "problem_done": say("door-problem-done"),
        "back": say("door-back"),
        "sign_out": say("door-sign-out"),
        "sign_out_first": say("door-sign-out-first"),
        "offline": say("door-offline"),
        "offline_some": say("door-offline-some"),
        "sending": say("door-sending"),
        "ended": say("door-ended"),
        "ended_some": say("door-ended-some"),
        "unknown_code": say("door-unknown-code"),
    }
