"""How an invitation looks, in the language of the visitor."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.domain.seats import Seat, State
from bot.domain.sessions import Phase
from bot.look.assets import Assets
from bot.look.languages import LANGUAGES
from bot.look.templating import templates
from bot.pages.door.keys import proof
from bot.services.hall.letters import Letter
from bot.work import Works

#: What may be said from where a seat stands, by the name of its button.
_ANSWERS = {
    State.OFFERED: ("yes", "no", "guest"),
    State.ACCEPTED: ("no", "guest"),
    State.DECLINED: ("yes",),
    State.LAPSED: ("yes",),
    State.ABSENT: ("yes",),
    State.WAITING: ("no",),
}


#: What may be wrong with what a browser sent, beside what a service refuses.
_NOTICES = {
    "wrong": "invited-code-wrong",
    "busy": "invited-code-busy",
    "again": "invited-again",
}


class LetterView:
    """Renders the pages behind codes."""

    def __init__(self, works: Works, assets: Assets) -> None:
        self._works = works
        self._texts = works.voice.texts
        self._assets = assets
        self._templates = templates(Path(__file__).parent / "templates")

    def letter(self, letter: Letter, visit: str, language: str, notice: str, name: str) -> str:
        """The invitation, what was answered, and what can be answered still."""
        say = partial(self._texts.say, language)
        moment = partial(self._moment, language)
        return self._page(
            "letter.html",
            language,
            title=say("invited-title", session=letter.session.name),
            letter=letter,
            whom=say("invited-for", name=letter.home.name),
            when=moment(letter.session.starts_at),
            until=moment(letter.until) if letter.until else "",
            standing=_standing(letter, say),
            answers=_answers(letter.seat) if letter.waits else (),
            notice=_notice(notice, say),
            name=name,
            csrf=proof(visit, letter.code.text),
            chats=self._chats(letter, say),
        )

    def ask(self, language: str, notice: str, typed: str) -> str:
        """Where a code is typed."""
        say = partial(self._texts.say, language)
        return self._page(
            "code.html",
            language,
            title=say("invited-code-title"),
            notice=_notice(notice, say),
            typed=typed,
        )

    def _moment(self, language: str, moment: datetime) -> str:
        return self._texts.moment(language, moment.astimezone(self._works.programme.zone))

    def _chats(self, letter: Letter, say: Callable[..., str]) -> list[tuple[str, str]]:
        """Where the household can hear from us: the label of each chat, and its link."""
        voice, code = self._works.voice, letter.code.text
        if not letter.waits:
            return []
        found = [(say("invited-chat-web"), voice.link(code))]
        if "telegram" in voice.links and (link := voice.links["telegram"](code)):
            found.append((say("invited-chat-telegram"), link))
        return found

    def _page(self, template: str, language: str, **values: object) -> str:
        say = partial(self._texts.say, language)
        return self._templates.get_template(template).render(
            t=_fixed(say),
            language=language,
            tongues=[(one, name) for one, name in LANGUAGES.items() if one != language],
            programme=self._works.programme.name,
            contact=self._works.programme.contact,
            asset=self._assets.url,
            sheet="door.css",
            **values,
        )


def _notice(notice: str, say: Callable[..., str]) -> str:
    if notice in _NOTICES:
        return say(_NOTICES[notice])
    return say(notice) if notice else ""


def _answers(seat: Seat) -> tuple[str, ...]:
    """The buttons; who has sent somebody else can say that they come themselves."""
    able = _ANSWERS.get(seat.state, ())
    return ("self", *able) if seat.guest and seat.state is State.ACCEPTED else able


def _standing(letter: Letter, say: Callable[..., str]) -> str:
    """How it stands, in words."""
    guest = letter.seat.guest or "none"
    if letter.seat.state is State.CAME:
        return say("invited-came")
    if letter.phase is Phase.CANCELLED:
        return say("invited-cancelled", why=letter.session.reason or "none")
    if letter.phase is Phase.AFTER:
        return say("invited-over")
    match letter.seat.state:
        case State.ACCEPTED:
            return say("invited-accepted", guest=guest)
        case State.DECLINED:
            return say("invited-declined")
        case State.LAPSED | State.ABSENT:
            return say("invited-lapsed")
        case State.WAITING:
            return say("invited-waiting")
        case _:
            return say("invited-offered")


def _fixed(say: Callable[..., str]) -> dict[str, str]:
    """The words that are the same on every page."""
    return {
        "name": say("web-name"),
        "when": say("invited-when"),
        "where": say("invited-where"),
        "bring": say("invited-bring"),
        "bring_what": say("invited-bring-what"),
        "until": say("invited-until"),
        "ask": say("invited-ask"),
        "yes": say("seat-yes-button"),
        "self": say("seat-self-button"),
        "no": say("seat-no-button"),
        "guest": say("seat-guest-button"),
        "guest_name": say("invited-guest-name"),
        "chat": say("invited-chat"),
        "chat_why": say("invited-chat-why"),
        "code_lead": say("invited-code-lead"),
        "code_label": say("invited-code-label"),
        "code_go": say("invited-code-go"),
    }
