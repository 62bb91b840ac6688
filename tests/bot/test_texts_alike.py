"""Every text says the same in every language, and names buttons and commands as they are called."""

import re

import pytest

from bot.i18n import HOME
from tests.bot import ftl
from tests.bot.test_texts import TEXTS, labels


def test_the_languages_are_those_that_come_with_the_program() -> None:
    assert TEXTS.languages == tuple(sorted(ftl.LANGUAGES))


def test_english_has_every_text_but_those_on_paper() -> None:
    assert set(ftl.texts("en")) == set(ftl.in_chat(HOME))


@pytest.mark.parametrize("language", ["en", "km"])
def test_papers_of_an_office_are_written_in_vietnamese_only(language: str) -> None:
    """Decree 30/2020/NĐ-CP rules their words; a translation would be no valid paper."""
    assert not (ftl.LOCALES / language / ftl.ON_PAPER).exists()


def test_khmer_has_every_text_that_residents_read() -> None:
    assert set(ftl.texts("km")) == set(ftl.of_residents(HOME))


def test_khmer_says_that_nobody_has_read_it() -> None:
    for path in (ftl.LOCALES / "km").glob("*.ftl"):
        first, _, _ = path.read_text("utf-8").partition("\n")
        assert re.match("#+ .*unread by a native speaker.* off until ", first), path.name


@pytest.mark.parametrize("language", ["en", "km"])
def test_a_text_stands_in_the_file_of_the_same_name(language: str) -> None:
    moved = [
        key for key, text in ftl.texts(language).items() if text.file != ftl.texts(HOME)[key].file
    ]
    assert not moved


@pytest.mark.parametrize("language", ["en", "km"])
def test_every_language_has_the_same_variables(language: str) -> None:
    other = {
        key: text.variables ^ ftl.texts(HOME)[key].variables
        for key, text in ftl.texts(language).items()
        if text.variables != ftl.texts(HOME)[key].variables
    }
    assert not other


@pytest.mark.parametrize("language", ["en", "km"])
def test_every_language_chooses_in_the_same_way(language: str) -> None:
    other = {
        key: text.choosers
        for key, text in ftl.texts(language).items()
        if text.choosers != ftl.texts(HOME)[key].choosers
    }
    assert not other


@pytest.mark.parametrize("language", ["en", "km"])
def test_every_language_names_the_same_commands(language: str) -> None:
    command = re.compile(r"(?<!\w)/[a-z]+")
    other = [
        key
        for key, text in ftl.texts(language).items()
        if command.findall(text.letters) != command.findall(ftl.texts(HOME)[key].letters)
    ]
    assert not other


@pytest.mark.parametrize("language", ["en", "km"])
def test_a_text_names_a_button_as_it_is_labelled(language: str) -> None:
    """Where Vietnamese says to press *Nói thêm*, others name that button in their own words."""
    wrong = [
        f"{key}: {label}"
        for key, text in ftl.texts(language).items()
        if text.file != "web.ftl"  # the page has buttons of its own
        for button in _buttons_named_in(ftl.texts(HOME)[key].letters)
        if (label := bare_label(language, button)) not in text.letters
    ]
    assert not wrong


def bare_label(language: str, key: str) -> str:
    """A label without what a variable adds to it; the longest, where a variable chooses one."""
    text = ftl.texts(language).get(key) or ftl.texts(HOME)[key]
    return max(text.letters.splitlines(), key=len, default="").strip(" :៖")


def _buttons_named_in(letters: str) -> list[str]:
    """The buttons that a Vietnamese text names: their labels in mid-sentence, capital and all."""
    by_label = {label: key for key in labels() if (label := bare_label(HOME, key))[:1].isupper()}
    longest_first = "|".join(map(re.escape, sorted(by_label, key=len, reverse=True)))
    found = re.findall(rf"(?<=[\wà-ỹ] )(?:{longest_first})(?!\w)", letters)
    return [by_label[label] for label in found]


def test_texts_do_name_buttons() -> None:
    assert _buttons_named_in("vào Câu hỏi của tôi, bấm Nói thêm giúp em") == [
        "my-questions-button",
        "add-button",
    ]
