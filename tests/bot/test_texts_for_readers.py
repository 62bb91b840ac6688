"""Words as the people who read them would want them: few, plain, respectful, fit for a button."""

import re

import pytest

from bot.app import _COMMANDS
from bot.i18n import HOME
from bot.understanding.folding import matches
from handlers import ROUTES, menu
from tests.bot import ftl
from tests.bot.test_texts import IN_EACH_LANGUAGE, TEXTS, filled, labels
from tests.bot.test_texts_alike import bare_label

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
    "question-receipt-urgent": "in danger one message says it all, with the numbers last",
}

#: Words of offices for which there is a plain one.
JARGON = (
    *("thụ lý", "phản ánh kiến nghị", "kiến nghị", "xử lý", "hồ sơ", "tiếp nhận", "thẩm quyền"),
    *("công dân", "đơn vị chức năng", "theo quy định", "căn cứ", "văn bản", "trân trọng"),
    *("kính gửi", "vui lòng", "quý vị", "quý khách", "hệ thống", "người dùng", "giải trình"),
)

#: As long as a button of a phone can show.
LONGEST_LABEL = 40

#: So many letters stand side by side on a phone of five inches.
WIDEST_ROW = 30

#: As long as Telegram lets the description of a command be.
LONGEST_COMMAND = 256


@IN_EACH_LANGUAGE
def test_residents_hear_at_most_two_sentences_at_once(language: str) -> None:
    long = {
        key
        for key, words in filled(language, ftl.of_residents(language))
        if ftl.sentences(words) > 2
    }
    assert long - set(MORE_THAN_TWO_SENTENCES) == set()


def test_every_exception_to_two_sentences_is_needed() -> None:
    exceptions = {key: ftl.of_residents(HOME)[key] for key in MORE_THAN_TWO_SENTENCES}
    needed = {key for key, words in filled(HOME, exceptions) if ftl.sentences(words) > 2}
    assert needed == set(exceptions)


@IN_EACH_LANGUAGE
def test_residents_are_asked_one_thing_at_once(language: str) -> None:
    several = {
        key
        for key, words in filled(language, ftl.of_residents(language))
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


@IN_EACH_LANGUAGE
def test_where_nobody_is_named_to_call_no_text_breaks_off(language: str) -> None:
    """The pages leave the whole line out; every other text has words of its own for it."""
    broken = {
        key
        for key, text in ftl.texts(language).items()
        if "contact" in text.variables and key != "pages-contact"
        if "none" not in getattr(text.choosers.get("contact"), "variants", ())
    }
    assert not broken


def test_the_main_labels_are_those_of_the_guides() -> None:
    assert {key: TEXTS.say(HOME, key) for key in MAIN_LABELS} == MAIN_LABELS


def test_every_main_label_stands_on_a_button() -> None:
    assert set(MAIN_LABELS) <= labels()


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
        key: label for key in labels() if len(label := bare_label(language, key)) > LONGEST_LABEL
    }
    assert not long


def test_what_stands_side_by_side_in_the_residents_menu_fits_a_small_phone() -> None:
    rows = [[TEXTS.say(HOME, one.label) for one in row] for row in menu.RESIDENT]
    assert not [row for row in rows if sum(map(len, row)) > WIDEST_ROW]


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
