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
from bot.services import cards
from bot.services.dispatch_reading import Verdict
from bot.services.papers import Paper
from bot.understanding.folding import matches
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
    "commitment-*": frozenset(Notice),
    "alarm-*": frozenset(f"telegram-{state}" for state in TROUBLES),
    "roster-why-*": frozenset(why.value for why in Why),
    "roster-decision-*": frozenset(one.value.replace("_", "-") for one in Decision),
    "roster-heading-*": frozenset({"session", "ward", "group", *(one.value for one in Change)}),
    "dispatch-why-*": frozenset(
        {
            *("formula", "newer", "done", "sent-back", "lost-damaged", "lost-no-code"),
            *(
                "lost-swapped",
                "ask-damaged",
                "ask-no-code",
                "ask-swapped",
                "ask-twice",
                "ask-leaks",
            ),
        }
    ),
    "dispatch-heading-*": frozenset({"line", "number", "what", "why"}),
    "dispatch-verdict-*": frozenset(one.value for one in Verdict),
    "remark-*": frozenset({*Point, "long", "cut", "jargon"}),
    "leak-*": frozenset(Kind),
    "pages-found-*": frozenset({"some", "none", "off"}),
    "web-*": frozenset(key.replace("_", "-") for key in wording.KEYS),
}

#: The labels that guides and other tests name (design §5).
MAIN_LABELS = {
    "agree-button": "Đồng ý",
    "sign-up-button": "Đăng ký dự đối thoại",
    "ask-button": "Gửi câu hỏi",
    "my-questions-button": "Câu hỏi của tôi",
    "schedule-button": "Lịch đối thoại",
    "answers-button": "Các câu trả lời",
    "queue-button": "Hàng đợi",
    "take-button": "Nhận",
    "answer-button": "Trả lời",
    "transfer-button": "Chuyển cơ quan",
    "ask-back-button": "Hỏi thêm",
    "more-time-button": "Xin thêm thời gian",
    "approve-button": "Duyệt",
    "return-button": "Trả lại",
    "bulletin-button": "Bản tin",
    "aired-button": "Đã phát",
    "air-now-button": "Phát ngay",
    "back-button": "Quay lại",
    "stop-button": "Thôi",
}

#: The commands of design §5; those of officials' groups and invitations come on top.
MAIN_COMMANDS = (
    *("/start", "/hoi", "/cauhoi", "/lich", "/traloi", "/hangdoi", "/bantin", "/phien"),
    *("/ngonngu", "/dulieu", "/ngung", "/giup"),
)

#: Texts that residents read and that say more than two sentences, with the reason.
MORE_THAN_TWO_SENTENCES = {
    "consent-ask": "the law names what has to be said before the question",
}

#: Words of offices for which there is a plain one.
JARGON = (
    *("thụ lý", "phản ánh kiến nghị", "kiến nghị", "xử lý", "hồ sơ", "tiếp nhận", "thẩm quyền"),
    *("công dân", "đơn vị chức năng", "theo quy định", "căn cứ", "văn bản", "trân trọng"),
    *("kính gửi", "vui lòng", "quý vị", "quý khách", "hệ thống", "người dùng", "giải trình"),
)

#: As long as a button of a phone can show.
LONGEST_LABEL = 40

#: As long as Telegram lets the description of a command be.
LONGEST_COMMAND = 256


def _filled(language: str, found: Mapping[str, ftl.Text]) -> Iterator[tuple[str, str]]:
    """Every text in every way it can read."""
    for key, text in found.items():
        for arguments in text.samples():
            yield key, TEXTS.say(language, key, **arguments)


def _members(family: str) -> list[str]:
    return [f"{family[:-1]}{member}" for member in FAMILIES.get(family, ())]


def _labels() -> frozenset[str]:
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


# ── the same in every language ───────────────────────────────────────────────────────────────


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
        if (label := _bare_label(language, button)) not in text.letters
    ]
    assert not wrong


def _bare_label(language: str, key: str) -> str:
    """A label without what a variable adds to it."""
    text = ftl.texts(language).get(key) or ftl.texts(HOME)[key]
    return text.letters.strip(" :៖")


def _buttons_named_in(letters: str) -> list[str]:
    """The buttons that a Vietnamese text names: their labels in mid-sentence, capital and all."""
    by_label = {label: key for key in _labels() if (label := _bare_label(HOME, key))[:1].isupper()}
    longest_first = "|".join(map(re.escape, sorted(by_label, key=len, reverse=True)))
    found = re.findall(rf"(?<=[\wà-ỹ] )(?:{longest_first})(?!\w)", letters)
    return [by_label[label] for label in found]


def test_texts_do_name_buttons() -> None:
    assert _buttons_named_in("vào Câu hỏi của tôi, bấm Nói thêm giúp em") == [
        "my-questions-button",
        "add-button",
    ]


# ── everything can be said ───────────────────────────────────────────────────────────────────


@IN_EACH_LANGUAGE
def test_every_text_can_be_said_in_every_way(language: str) -> None:
    said = dict(_filled(language, ftl.texts(HOME)))
    assert set(said) == set(ftl.texts(HOME))
    assert all(words.strip() for words in said.values())


@IN_EACH_LANGUAGE
def test_nothing_of_the_notation_is_left_in_the_words(language: str) -> None:
    left = [
        f"{key}: {words}"
        for key, words in _filled(language, ftl.texts(language))
        if re.search(r"[{}$*]|\u2068|\u2069|->", words)
    ]
    assert not left


@IN_EACH_LANGUAGE
def test_words_are_set_cleanly(language: str) -> None:
    """No doubled space, none before a mark or at a line's ends, no letter that nobody sees."""
    untidy = [
        f"{key}: {words!r}"
        for key, words in _filled(language, ftl.texts(language))
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


# ── as the people who read it would want it ──────────────────────────────────────────────────


@IN_EACH_LANGUAGE
def test_residents_hear_at_most_two_sentences_at_once(language: str) -> None:
    long = {
        key
        for key, words in _filled(language, ftl.of_residents(language))
        if ftl.sentences(words) > 2
    }
    assert long - set(MORE_THAN_TWO_SENTENCES) == set()


def test_every_exception_to_two_sentences_is_needed() -> None:
    exceptions = {key: ftl.of_residents(HOME)[key] for key in MORE_THAN_TWO_SENTENCES}
    needed = {key for key, words in _filled(HOME, exceptions) if ftl.sentences(words) > 2}
    assert needed == set(exceptions)


@IN_EACH_LANGUAGE
def test_residents_are_asked_one_thing_at_once(language: str) -> None:
    several = {
        key
        for key, words in _filled(language, ftl.of_residents(language))
        if ftl.questions(words) > 1
    }
    assert not several


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("", 0),
        ("Thôi", 1),
        ("Dạ em cảm ơn cô chú.", 1),
        ("Dạ em ghi rồi. Cô chú cần gì nữa không?", 2),
        ("“Một. Hai. Ba.” Đúng chưa cô chú?", 1),
        ("Em nhắn lúc 17:00 thứ Tư 06/05, số 1.234.", 1),
        ("Đã phát (đọc xong.) Cảm ơn anh chị.", 2),
        ("អរគុណ។ តើត្រូវទេ?", 2),
    ],
)
def test_sentences_are_counted_as_people_hear_them(words: str, many: int) -> None:
    assert ftl.sentences(words) == many


def test_the_main_labels_are_those_of_the_guides() -> None:
    assert {key: TEXTS.say(HOME, key) for key in MAIN_LABELS} == MAIN_LABELS


def test_every_main_label_stands_on_a_button() -> None:
    assert set(MAIN_LABELS) <= _labels()


def test_the_commands_are_those_of_the_guides() -> None:
    assert set(MAIN_COMMANDS) <= set(ROUTES.commands)


@IN_EACH_LANGUAGE
def test_the_page_and_the_chat_call_the_same_thing_the_same(language: str) -> None:
    pairs = {
        "web-menu-ask": "ask-button",
        "web-menu-mine": "my-questions-button",
        "web-menu-schedule": "schedule-button",
        "web-menu-answers": "answers-button",
    }
    for page, button in pairs.items():
        assert TEXTS.say(language, page) == TEXTS.say(language, button)


@IN_EACH_LANGUAGE
def test_a_main_label_that_is_typed_means_itself_alone(language: str) -> None:
    labels = {key: TEXTS.say(language, key) for key in ROUTES.labels}
    for key, label in labels.items():
        typed = [other for other, one in labels.items() if matches(label.lower(), one)]
        assert typed == [key]


@IN_EACH_LANGUAGE
def test_a_label_fits_on_a_button(language: str) -> None:
    long = {
        key: label for key in _labels() if len(label := _bare_label(language, key)) > LONGEST_LABEL
    }
    assert not long


@IN_EACH_LANGUAGE
def test_a_command_is_described_in_few_words(language: str) -> None:
    for command in _COMMANDS:
        assert 1 <= len(TEXTS.say(language, f"command-{command}")) <= LONGEST_COMMAND


@pytest.mark.parametrize("word", JARGON)
def test_residents_read_no_jargon(word: str) -> None:
    said = [key for key, text in ftl.of_residents(HOME).items() if word in text.letters.lower()]
    assert not said


@pytest.mark.parametrize("word", ["bạn", "khách hàng", "quý khách", "mày", "tao"])
def test_nobody_is_addressed_without_respect(word: str) -> None:
    whole = re.compile(rf"(?<!\w){word}(?!\w)", re.IGNORECASE)
    said = [key for key, text in ftl.texts(HOME).items() if whole.search(text.letters)]
    assert not said


@pytest.mark.parametrize("word", ["user", "submit", "invalid", "error", "ticket", "process"])
def test_english_is_plain_too(word: str) -> None:
    whole = re.compile(rf"\b{word}\b", re.IGNORECASE)
    said = [key for key, text in ftl.texts("en").items() if whole.search(text.letters)]
    assert not said
