"""How the board of a session looks, in the viewer's language."""

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from bot.domain.board import Item
from bot.domain.sessions import Phase, Session
from bot.domain.values import dataclass
from bot.look.assets import Assets
from bot.look.languages import LANGUAGES, speech
from bot.look.templating import templates
from bot.pages.boards import Shown
from bot.pages.device import Device
from bot.work import Works

_HERE = Path(__file__).parent

#: So many questions follow on the page; a projector shows the first three of them.
NEXT = 12

#: Longer than this, letters are smaller; a projector shows the beginning of what is longer still.
_LONG = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A question as everyone may read it."""

    id: int
    number: str
    ward: str
    text: str
    speech: str  #: the language to read it aloud in
    is_long: bool
    also: str
    pressed: bool


class HallView:
    """Renders the pages."""

    def __init__(self, works: Works) -> None:
        self._works = works
        self._texts = works.voice.texts
        self._words = {one: _fixed(partial(self._texts.say, one)) for one in LANGUAGES}
        self.assets = Assets(_HERE / "static", "/live/tep")
        self._templates = templates(_HERE / "templates")

    def board(
        self, session: Session, shown: Shown, device: Device, language: str, notice: str = ""
    ) -> str:
        """A session's board; ``notice`` says why something was not taken."""
        found, say = shown.board, partial(self._texts.say, language)
        rest = max(0, found.waiting - bool(found.called) - NEXT)
        return self._page(
            "live.html",
            language,
            title=say("live-title", session=session.name),
            session=session,
            when=self._when(session, language),
            phase=shown.phase.value,
            reason=session.reason,
            version=shown.version,
            running=shown.phase is Phase.DURING,
            called=self._card(found.called, device, language) if found.called else None,
            next=[self._card(one, device, language) for one in found.next[:NEXT]],
            more=say("live-more", many=str(rest)) if rest else "",
            waiting=say("live-waiting", many=str(found.waiting)),
            answered=say("live-answered", many=str(found.answered)),
            csrf=device.csrf,
            notice=say("live-expired") if notice else "",
        )

    def missing(self, language: str) -> str:
        return self._page(
            "live_missing.html", language, title=self._texts.say(language, "live-missing")
        )

    def _page(self, template: str, language: str, **values: object) -> str:
        url = self._works.voice.public_url
        return self._templates.get_template(template).render(
            t=self._words[language],
            language=language,
            tongues=[(one, name) for one, name in LANGUAGES.items() if one != language],
            asset=self.assets.url,
            sheet="live.css",
            programme=self._works.programme.name,
            code=_code(url),
            ask=self._texts.say(
                language, "live-ask", address=re.sub(r"^https?://", "", url) or "/"
            ),
            **values,
        )

    def _when(self, session: Session, language: str) -> str:
        local = session.starts_at.astimezone(self._works.programme.zone)
        return f"{self._texts.moment(language, local)} · {session.place}"

    def _card(self, item: Item, device: Device, language: str) -> Card:
        question = item.question
        ward = self._works.programme.ward(question.ward)
        also = self._texts.say(language, "live-also", many=str(item.also)) if item.also else ""
        text = question.text
        return Card(
            id=question.id,
            number=question.number,
            ward=ward.name if ward else "",
            text=text,
            speech=speech(text),
            is_long=len(text) > _LONG,
            also=also,
            pressed=question.id in device.pressed,
        )


@cache
def _code(url: str) -> str:
    """The link for asking as a square code, drawn into the page."""
    from bot.documents.qr import drawn  # noqa: PLC0415 - only where a hall is shown

    return drawn(url)


def _fixed(say: Callable[[str], str]) -> dict[str, str]:
    """The words that are the same on every board."""
    return {
        "name": say("web-name"),
        "now": say("live-now"),
        "next": say("live-next"),
        "nothing": say("live-nothing"),
        "before": say("live-before"),
        "after": say("live-after"),
        "after_now": say("live-after-now"),
        "cancelled": say("live-cancelled"),
        "cancelled_now": say("live-cancelled-now"),
        "also": say("live-also-button"),
        "also_done": say("live-also-done"),
        "ask_button": say("ask-button"),
    }
