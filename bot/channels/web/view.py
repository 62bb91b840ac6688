"""How a conversation looks: one message at a time, on the first page as in the live stream."""

import re
import secrets
from collections.abc import Collection, Iterator, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import Any

from markupsafe import Markup

from bot.channels.web import wording
from bot.channels.web.doors import Door, Key
from bot.channels.web.mailbox import file_of
from bot.domain.recordings import LANGUAGE, length_in
from bot.domain.values import dataclass
from bot.look.assets import Assets
from bot.look.languages import LANGUAGES, speech
from bot.look.templating import templates
from storage.mailboxes import Entry

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who looks at which conversation, in which language of the page."""

    door: Door
    key: Key
    language: str


class View:
    """Renders pages and messages. Only addresses of this site become links."""

    def __init__(self, words: wording.Words, public_url: str, zone: tzinfo) -> None:
        self._words = {language: wording.read(words, language) for language in LANGUAGES}
        self._listen = words(LANGUAGE, "web-listen")
        self._zone = zone
        self._special = _special(public_url.rstrip("/"))
        self.assets = Assets(_HERE / "static", "/tep")
        self._templates = templates(_HERE / "templates")

    def word(self, language: str, key: str) -> str:
        return self._words[language][key]

    def page(self, name: str, visit: Visit, **values: object) -> str:
        return self._templates.get_template(name).render(
            t=self._words[visit.language],
            language=visit.language,
            languages=LANGUAGES,
            menu=wording.MENU,
            live={key: self._words[visit.language][key] for key in wording.LIVE},
            door=visit.door,
            csrf=visit.key.csrf,
            new_nonce=_nonce,
            asset=self.assets.url,
            sheet="chat.css",
            **values,
        )

    def messages(self, entries: Sequence[Entry], visit: Visit) -> list[dict[str, Any]]:
        """Each message with its id and its HTML, buttons marked that were pressed since.

        Where everything was erased, there is the number of that event instead.
        """
        pressed = {
            (entry.body["reply_to"], entry.body["press"]): entry.seq
            for entry in entries
            if entry.body.get("press")
        }
        return [
            {"gone": entry.seq}
            if entry.gone
            else {"id": entry.id, "html": self._message(entry, visit, _chosen(entry, pressed))}
            for entry in entries
        ]

    def _message(self, entry: Entry, visit: Visit, chosen: Collection[str]) -> Markup:
        at = entry.at.astimezone(self._zone)
        text = self._text(entry, visit.language)
        file = file_of(entry.body)
        html = self._templates.get_template("message.html").render(
            t=self._words[visit.language],
            listen=self._listen,
            length=length_in(file.name) if file else "",
            door=visit.door,
            csrf=visit.key.csrf,
            nonce=entry.nonce.partition(".")[0] or _nonce(),
            entry=entry,
            file=file,
            pieces=list(self._pieces(text)),
            speech=speech(text),
            rows=list(_rows(entry, chosen)),
            time=f"{at:%H:%M} · {at:%d/%m}",
            iso=at.isoformat(timespec="minutes"),
        )
        return Markup(html)

    def _text(self, entry: Entry, language: str) -> str:
        """The words; a command of the quick help reads as what its button said."""
        text = str(entry.body["text"])
        key = wording.COMMANDS.get(text) if entry.mine else None
        return self._words[language][key] if key else text

    def _pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """The text cut into (words, kind): ``link``, ``whole`` (kept on one line), or nothing."""
        end = 0
        for found in self._special.finditer(text):
            yield text[end : found.start()], ""
            yield found[0], found.lastgroup or ""
            end = found.end()
        yield text[end:], ""


def _special(site: str) -> re.Pattern[str]:
    """Finds addresses below ``site`` (without the punctuation of the sentence around them), and
    numbers of questions and telephones."""
    path = r"""[/?#][^\s<>"]*(?<![.,;:!?)\]}'”»…])"""
    link = rf"{re.escape(site)}(?:{path}|(?![\w@:/?#-]|\.\w))"
    return re.compile(rf"(?P<link>{link})|(?P<whole>\b[A-Z]{{1,5}}-\d+|\b0\d(?:[ .]?\d){{6,10}}\b)")


def _rows(entry: Entry, chosen: Collection[str]) -> Iterator[list[dict[str, Any]]]:
    for row in entry.body.get("choices", ()):
        yield [
            {"label": label, "data": data, "url": _web(url), "chosen": data in chosen}
            for label, data, url in row
        ]


def _web(url: str) -> str:
    """The address, if it is one that a page may open."""
    return url if url.startswith(("https://", "http://", "/")) else ""


def _chosen(card: Entry, pressed: dict[tuple[int, str], int]) -> set[str]:
    """What was pressed on a card after it took its present form."""
    return {data for (of, data), seq in pressed.items() if of == card.id and seq > card.seq}


def _nonce() -> str:
    return secrets.token_urlsafe(12)
