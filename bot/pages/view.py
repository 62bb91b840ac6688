"""How released answers look, in the language of the visitor."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from bot.domain.recordings import LANGUAGE, length_in
from bot.domain.values import dataclass
from bot.look.assets import Assets
from bot.look.languages import LANGUAGES, speech
from bot.look.templating import templates
from bot.pages.places import HOME, Place
from bot.services.answers import library
from bot.services.answers.answers import Published
from bot.services.questions.enclosures import Enclosure
from bot.understanding.sentences import split_text
from bot.work import Works

_HERE = Path(__file__).parent

#: So many letters of a question and of an answer stand among others; its own page has all.
_QUESTION, _ANSWER = 400, 800

_NUMBER = re.compile(r"[A-Z]{1,6}-\d{1,9}")


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote."""

    text: str
    speech: str  #: the language to read it aloud in
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something to be saved, or heard."""

    url: str
    words: str
    length: str = ""  #: of a recording, where it is known: ``0:42``


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One released answer as it stands on a page."""

    id: int  #: of the release
    number: str
    url: str
    ward: str
    day: str
    iso: str
    question: Words
    answered: str  #: who answers
    answer: Words
    read_on: str
    khmer: str = ""  #: the answer in Khmer, where a person has typed it
    papers: Sequence[Link] = ()  #: what came with it, on its own page
    sounds: Sequence[Link] = ()  #: of those what is heard: the same answer in Khmer
    changed: bool = False  #: what it rests on, or its time, has ended


class View:
    """Renders the pages."""

    def __init__(self, works: Works) -> None:
        self._works = works
        self._texts = works.voice.texts
        self._words = {one: _fixed(partial(self._texts.say, one)) for one in LANGUAGES}
        self.assets = Assets(_HERE / "static", f"{HOME}/tep")
        self._templates = templates(_HERE / "templates")

    def several(
        self, place: Place, found: Sequence[Published], language: str, *, more: bool
    ) -> str:
        """A page of answers; ``more`` are older."""
        ward = self._works.programme.ward(place.ward)
        return self._page(
            "answers.html",
            place,
            language,
            title=self._texts.say(language, "pages-title", ward=ward.name if ward else "none"),
            cards=[self._card(one, language, whole=False) for one in found],
            older=place.older(found[-1].release).url() if more else "",
            newest=place.newest.url() if place.before else "",
        )

    def found(self, place: Place, found: library.Found, language: str) -> str:
        """A page of search results; it says so where searching is not available."""
        kind = "off" if found.off else "some" if found.answers else "none"
        return self._page(
            "answers.html",
            place,
            language,
            title=self._texts.say(language, f"pages-found-{kind}", words=place.words),
            cards=[self._card(one, language, whole=False) for one in found.answers],
            older=place.onward.url() if found.more else "",
            newest=place.newest.url() if place.page else "",
        )

    def one(
        self,
        place: Place,
        found: Sequence[Published],
        papers: Mapping[int, Sequence[Enclosure]],
        language: str,
    ) -> str:
        """Everything public of one question; ``papers`` came with its answers, by their ids."""
        cards = [
            replace(
                self._card(one, language, whole=True),
                papers=self._links(place, papers[one.answer_id], language, heard=False),
                sounds=self._links(place, papers[one.answer_id], language, heard=True),
            )
            for one in found
        ]
        return self._page(
            "answer.html",
            place,
            language,
            title=found[0].number,
            cards=cards,
            is_heard=any(card.sounds for card in cards),
        )

    def missing(self, place: Place, language: str) -> str:
        """There is nothing public under this number."""
        number = place.number
        title = self._words[language]["nothing"]
        if _NUMBER.fullmatch(number):
            title = self._texts.say(language, "pages-missing", number=number)
        return self._page("missing.html", place, language, title=title)

    def _page(self, template: str, place: Place, language: str, **values: object) -> str:
        return self._templates.get_template(template).render(
            t=self._words[language],
            language=language,
            tongues=[(one, name) for one, name in LANGUAGES.items() if one != language],
            place=place,
            home=HOME,
            listen=self._texts.say(LANGUAGE, "web-listen"),
            asset=self.assets.url,
            sheet="answers.css",
            **self._around(language),
            **values,
        )

    def _around(self, language: str) -> dict[str, object]:
        """What the programme in force says on every page."""
        programme = self._works.programme
        site = re.sub(r"^https?://", "", self._works.voice.public_url)
        say = self._texts.say
        return {
            "programme": programme.name,
            "wards": programme.wards,
            "contact": say(language, "pages-contact", contact=programme.contact)
            if programme.contact
            else "",
            "where": say(language, "pages-where", address=site + HOME),
        }

    def _card(self, one: Published, language: str, *, whole: bool) -> Card:
        programme = self._works.programme
        ward = programme.ward(one.ward)
        office = programme.queue_name(one.queue)
        day = one.at.astimezone(programme.zone).date()
        return Card(
            id=one.release,
            number=one.number,
            url=Place(number=one.number).url(),
            ward=ward.name if ward else "",
            day=self._day(language, day),
            iso=day.isoformat(),
            question=_words(one.question, 0 if whole else _QUESTION),
            answered=self._texts.say(language, "pages-answered", office=office),
            answer=_words(one.answer, 0 if whole else _ANSWER),
            read_on=self._texts.say(language, "pages-read-on", number=one.number),
            khmer=one.khmer,
            changed=not one.is_current(self._works.clock.now()),
        )

    def _links(
        self, place: Place, papers: Sequence[Enclosure], language: str, *, heard: bool
    ) -> list[Link]:
        """What is heard, or what is read."""
        wanted = [one for one in papers if one.file.is_sound is heard]
        return [self._paper(place, one, language) for one in wanted]

    def _paper(self, place: Place, paper: Enclosure, language: str) -> Link:
        file = paper.file
        words = self._texts.say(language, "pages-file", name=file.name, size=file.how_large)
        return Link(url=f"{place.url()}/giay/{paper.id}", words=words, length=length_in(file.name))

    def _day(self, language: str, day: date) -> str:
        words = self._texts.day(language, day)
        return self._texts.say(language, "pages-date", day=words, year=f"{day:%Y}")


def _fixed(say: Callable[[str], str]) -> dict[str, str]:
    """The words that are the same on every page."""
    return {
        "name": say("web-name"),
        "lead": say("pages-lead"),
        "ward": say("pages-ward"),
        "every_ward": say("pages-every-ward"),
        "show": say("pages-show"),
        "asked": say("pages-asked"),
        "erased": say("pages-erased"),
        "changed": say("pages-changed"),
        "papers": say("pages-files"),
        "listen": say("web-listen"),
        "listen_cannot": say("web-listen-cannot"),
        "search": say("pages-search"),
        "search_button": say("pages-search-button"),
        "older": say("pages-older"),
        "newest": say("pages-newest"),
        "all": say("pages-all"),
        "nothing": say("pages-nothing"),
        "nothing_now": say("pages-nothing-now"),
        "missing_now": say("pages-missing-now"),
        "ask": say("pages-ask"),
        "ask_button": say("ask-button"),
    }


def _words(text: str, most: int) -> Words:
    """The words, or where there is a limit their first sentences within it."""
    parts = split_text(text, most) if most else [text]
    return Words(parts[0], speech(text), cut=len(parts) > 1)
