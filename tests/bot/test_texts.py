"""Every word a person reads: none missing or left over, alike in all languages, kindly said."""

import re
from collections.abc import Iterator, Mapping

import pytest

from bot.app import _COMMANDS
from bot.channels.web import wording
from bot.domain.announcements import Whom
from bot.domain.channels import TROUBLES
from bot.domain.commitments import Notice
from bot.domain.people import Role
from bot.domain.questions import Status
from bot.domain.seat_flow import AtTheDoor
from bot.domain.seat_reasons import Code, Mark
from bot.domain.seats import Edit, State
from bot.i18n import HOME, Texts
from bot.roster.notes import Decision, Why
from bot.roster.verdicts import Change
from bot.services.dispatches.dispatch_verdicts import Verdict
from bot.services.dispatches.dispatch_words import WHY_LEFT
from bot.services.questions import cards
from bot.services.sessions.papers import Paper
from bot.understanding.leaks import Kind
from bot.understanding.plain import Point
from handlers import ROUTES
from tests.bot import ftl, keys

TEXTS = Texts.load()
IN_EACH_LANGUAGE = pytest.mark.parametrize("language", ftl.LANGUAGES)

#: Keys that are put together from a beginning and a value, with every value there is.
FAMILIES: Mapping[str, frozenset[str]] = {
    "thread-*": frozenset(move.value.replace("_", "-") for move in cards._THREAD),
    "role-*": frozenset(role.value for role in Role),
    "state-*": frozenset(status.value.replace("_", "-") for status in Status),
    "mine-*": frozenset(status.value.replace("_", "-") for status in Status),
    "language-*": frozenset(ftl.LANGUAGES),
    "paper-kind-*": frozenset(Paper),
    "signed-*": frozenset({"listed", "waiting", "offered", "accepted", "came"}),
    "seat-state-*": frozenset(state.value for state in State),
    "seat-reason-*": frozenset(code.value for code in Code)
    - {"put-in", "taken-out", "moved-up", "behind"},
    "seat-reason-behind-*": frozenset(mark.value for mark in Mark),
    "seat-reason-edit-*": frozenset(edit.value for edit in Edit if edit is not Edit.NONE),
    "door-*": frozenset({AtTheDoor.FULL.value, AtTheDoor.LATER.value}),
    "command-*": frozenset(_COMMANDS),
    "announce-to-*": frozenset(Whom),
    "commitment-*": frozenset({*Notice, f"{Notice.LATE}-elsewhere"}),
    "alarm-*": frozenset(f"telegram-{state}" for state in TROUBLES),
    "roster-why-*": frozenset(why.value for why in Why),
    "roster-decision-*": frozenset(one.value.replace("_", "-") for one in Decision),
    "roster-heading-*": frozenset({"session", "ward", "group", *(one.value for one in Change)}),
    "dispatch-why-*": frozenset(
        {
            *("formula", "newer", "same", "done", "sent-back", "heard"),
            *(f"lost-{why}" for why in ("damaged", "no-code", "swapped", "scattered")),
            *(f"ask-{why}" for why in ("damaged", "no-code", "swapped", "twice", "leaks")),
        }
    ),
    "dispatch-heading-*": frozenset({"line", "number", "what", "why"}),
    "dispatch-left-*": frozenset(WHY_LEFT.values()) | {"changed"},
    "dispatch-why-basis-*": frozenset({"unread", "over"}),
    "dispatch-verdict-*": frozenset(one.value for one in Verdict),
    "remark-*": frozenset({*Point, "long", "cut", "jargon"}),
    "leak-*": frozenset(Kind),
    "pages-found-*": frozenset({"some", "none", "off"}),
    "web-*": frozenset(key.replace("_", "-") for key in wording.KEYS),
}


def filled(language: str, found: Mapping[str, ftl.Text]) -> Iterator[tuple[str, str]]:
    """Every text in every way it can read."""
    for key, text in found.items():
        for arguments in text.samples():
            yield key, TEXTS.say(language, key, **arguments)


def _members(family: str) -> list[str]:
    return [f"{family[:-1]}{member}" for member in FAMILIES.get(family, ())]


def labels() -> frozenset[str]:
    """The keys of everything that stands on a button."""
    found = {use.key for use in keys.uses() if use.sink == "Button"}
    families = {key for family in found & set(FAMILIES) for key in _members(family)}
    return frozenset(found | families) & set(ftl.texts(HOME))


# ── nothing missing, nothing left over ───────────────────────────────────────────────────────


def test_every_text_the_code_names_exists() -> None:
    missing = [
        f"{use.where} {use.key}"
        for use in keys.uses()
        if not use.is_family and use.key not in ftl.texts(HOME)
    ]
    assert not missing


def test_every_family_of_texts_is_known_here_and_whole() -> None:
    assert {use.key for use in keys.uses() if use.is_family} == set(FAMILIES)
    assert {key for one in FAMILIES for key in _members(one)} - set(ftl.texts(HOME)) == set()


def test_the_code_names_every_text() -> None:
    named = {use.key for use in keys.uses()} | set(ROUTES.labels)
    members = {key for family in FAMILIES for key in _members(family)}
    assert set(ftl.texts(HOME)) - named - members == set()


def test_the_code_hands_over_every_variable() -> None:
    named = {use.key for use in keys.uses()}
    forgotten = [
        f"{use.where} {key}: {', '.join(sorted(lacking))}"
        for use in keys.uses()
        for key in _meant(use, named)
        if use.given is not None and (lacking := ftl.texts(HOME)[key].variables - use.given)
    ]
    assert not forgotten


def _meant(use: keys.Use, named: set[str]) -> list[str]:
    """The texts that a use can mean; a family leaves out those that are named by themselves."""
    found = [key for key in _members(use.key) if key not in named] or [use.key]
    return [key for key in found if key in ftl.texts(HOME)]


def test_the_variables_of_every_text_are_known_before_it_runs() -> None:
    assert [use for use in keys.uses() if use.given is None] == []


def test_a_number_that_chooses_between_words_is_handed_over_as_a_number() -> None:
    """``[0]`` is never chosen by the string "0"; the last variant would always be said."""
    named = {use.key for use in keys.uses()}
    wrong = [
        f"{use.where} {key}: {variable}"
        for use in keys.uses()
        for key in _meant(use, named)
        for variable, chooser in ftl.texts(HOME)[key].choosers.items()
        if chooser.is_numeric and variable in use.as_words
    ]
    assert not wrong


@IN_EACH_LANGUAGE
def test_no_variable_has_the_name_of_a_parameter(language: str) -> None:
    taken = {
        key: text.variables & keys.NOT_VARIABLES
        for key, text in ftl.texts(language).items()
        if text.variables & keys.NOT_VARIABLES
    }
    assert not taken


# ── everything can be said ───────────────────────────────────────────────────────────────────


@IN_EACH_LANGUAGE
def test_every_text_can_be_said_in_every_way(language: str) -> None:
    said = dict(filled(language, ftl.texts(HOME)))
    assert set(said) == set(ftl.texts(HOME))
    assert all(words.strip() for words in said.values())


@IN_EACH_LANGUAGE
def test_nothing_of_the_notation_is_left_in_the_words(language: str) -> None:
    left = [
        f"{key}: {words}"
        for key, words in filled(language, ftl.texts(language))
        if re.search(r"[{}$*]|\u2068|\u2069|->", words)
    ]
    assert not left


@IN_EACH_LANGUAGE
def test_words_are_set_cleanly(language: str) -> None:
    """No doubled space, none before a mark or at a line's ends, no letter that nobody sees."""
    untidy = [
        f"{key}: {words!r}"
        for key, words in filled(language, ftl.texts(language))
        if re.search(r"  | [,.;?!។៖](?:\s|$)| \n|\n |\.\.|[\u200b-\u200f\u00ad\ufeff]", words)
        or (words != words.strip() and key != "skipping")
    ]
    assert not untidy


@IN_EACH_LANGUAGE
def test_numbers_are_written_in_arabic_digits(language: str) -> None:
    khmer_digits = re.compile("[\u17e0-\u17e9]")
    written = [
        key for key, text in ftl.texts(language).items() if khmer_digits.search(text.letters)
    ]
    assert not written
