"""Words by key: strict where something is missing, plain in what is printed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from fluent.runtime import FluentBundle, FluentResource

from bot.i18n import HOME, MissingText, Texts, Written

TEXTS = Texts.load()
MONDAY = date(2026, 5, 4)
IN_EACH_LANGUAGE = pytest.mark.parametrize("language", ["vi", "en", "km"])


def texts(**written: str) -> Texts:
    """Texts of a few lines, by language."""
    bundles = {}
    for language, lines in written.items():
        bundles[language] = FluentBundle([language], use_isolating=False)
        bundles[language].add_resource(FluentResource(lines))
    return Texts(bundles)


# ── strict ───────────────────────────────────────────────────────────────────────────────────


def test_a_text_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(MissingText, match="no-such-text"):
        TEXTS.say(HOME, "no-such-text")


@IN_EACH_LANGUAGE
def test_a_variable_that_is_not_handed_over_is_an_error(language: str) -> None:
    with pytest.raises(MissingText, match=r"withdrawn.*number"):
        TEXTS.say(language, "withdrawn")


@IN_EACH_LANGUAGE
def test_a_choice_without_its_variable_is_an_error(language: str) -> None:
    with pytest.raises(MissingText, match=r"question-moved-on.*status"):
        TEXTS.say(language, "question-moved-on", number="TV-0012")


def test_a_variable_that_the_text_does_not_use_is_none() -> None:
    assert TEXTS.say(HOME, "stop-button", number="TV-0012") == "Thôi"


def test_a_value_that_cannot_be_said_is_an_error() -> None:
    with pytest.raises(MissingText, match="withdrawn"):
        TEXTS.say(HOME, "withdrawn", number=None)


def test_a_key_without_words_is_an_error() -> None:
    with pytest.raises(MissingText, match="empty has no words"):
        texts(vi="empty =\n    .note = Chỉ là ghi chú").say("vi", "empty")


def test_a_text_that_names_another_that_is_missing_is_an_error() -> None:
    with pytest.raises(MissingText, match="greeting"):
        texts(vi="greeting = Chào { nobody }").say("vi", "greeting")


# ── languages ────────────────────────────────────────────────────────────────────────────────


def test_every_language_that_comes_with_the_program_is_read() -> None:
    assert TEXTS.languages == ("en", "km", "vi")


def test_a_language_falls_back_word_by_word() -> None:
    some = texts(vi="one = một\ntwo = hai", km="one = មួយ")
    assert some.say("km", "one") == "មួយ"
    assert some.say("km", "two") == "hai"


def test_a_language_that_nobody_wrote_is_vietnamese() -> None:
    assert TEXTS.say("fr", "stop-button") == "Thôi"


def test_vietnamese_does_not_fall_back_on_others() -> None:
    with pytest.raises(MissingText):
        texts(vi="one = một", en="two = two").say("vi", "two")


# ── what is printed ──────────────────────────────────────────────────────────────────────────


@IN_EACH_LANGUAGE
def test_a_number_in_letters_is_printed_as_it_is(language: str) -> None:
    assert "12345" in TEXTS.say(language, "withdrawn", number="12345")


@pytest.mark.parametrize(("language", "printed"), [("vi", "12.345"), ("en", "12,345")])
def test_a_number_is_grouped_as_the_language_does(language: str, printed: str) -> None:
    assert printed in TEXTS.say(language, "withdrawn", number=12345)


def test_khmer_prints_arabic_digits() -> None:
    assert "7" in TEXTS.say("km", "withdrawn", number=7)


@IN_EACH_LANGUAGE
def test_nothing_unseen_surrounds_a_variable(language: str) -> None:
    words = TEXTS.say(language, "withdrawn", number="TV-0012")
    assert not {"\u2068", "\u2069"} & set(words)


@IN_EACH_LANGUAGE
@pytest.mark.parametrize("words", ["{ $number }", "Có *sao* và <b>thẻ</b>", "a\n\nb", "“”"])
def test_what_people_write_is_left_alone(language: str, words: str) -> None:
    assert TEXTS.say(language, "plain", words=words) == words


@IN_EACH_LANGUAGE
@pytest.mark.parametrize(
    ("asked", "answered"), [(4000, 3000), (2500, 2500), (1999, 1999), (1300, 1300), (4000, 10)]
)
def test_a_long_question_and_its_long_answer_can_be_said(
    language: str, asked: int, answered: int
) -> None:
    """Alone or together they are longer than Fluent puts in by itself."""
    question, answer = "h" * asked, "t" * answered
    said = TEXTS.say(
        language, "script-item", number="TV-1", office="UBND", question=question, answer=answer
    )
    assert question in said
    assert answer in said


@IN_EACH_LANGUAGE
def test_a_bulletin_of_many_answers_can_be_said(language: str) -> None:
    script = "Có bà con hỏi. " * 10_000
    assert TEXTS.say(language, "bulletin-copy", script=script) == script


def test_a_long_value_can_be_said_twice_and_beside_another() -> None:
    some = texts(vi="both = { $one } · { $two } · { $one }")
    one, two = "m" * 3000, "h" * 3000
    assert some.say("vi", "both", one=one, two=two) == f"{one} · {two} · {one}"


def test_signs_of_private_use_that_people_write_put_nothing_in_their_place() -> None:
    some = texts(vi="said = { $office }: { $question } / { $answer }")
    question, answer = "h" * 3000 + "\ue0001\ue001" * 1000, "t" * 3000
    said = some.say("vi", "said", office="\ue0000\ue001", question=question, answer=answer)
    assert said == f"0: {'h' * 3000}{'1' * 1000} / {answer}"


def test_signs_that_enclose_no_number_are_not_shown() -> None:
    assert texts(vi="one = { $words }").say("vi", "one", words="\ue000x\ue001y") == "xy"


def test_a_long_value_chooses_what_is_otherwise_said() -> None:
    some = texts(vi="asked = { $words ->\n    [none] không\n   *[other] { $words }\n}")
    assert some.say("vi", "asked", words="h" * 9000) == "h" * 9000


# ── days and times ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("language", "week"),
    [
        ("vi", ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]),
        (
            "en",
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        ),
        (
            "km",
            [
                "ថ្ងៃចន្ទ",
                "ថ្ងៃអង្គារ",
                "ថ្ងៃពុធ",
                "ថ្ងៃព្រហស្បតិ៍",
                "ថ្ងៃសុក្រ",
                "ថ្ងៃសៅរ៍",
                "ថ្ងៃអាទិត្យ",
            ],
        ),
    ],
)
def test_a_day_is_named_by_its_weekday(language: str, week: list[str]) -> None:
    days = [TEXTS.day(language, MONDAY + timedelta(days=one)) for one in range(7)]
    assert days == [f"{name} {4 + place:02d}/05" for place, name in enumerate(week)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "17:00 thứ Tư 06/05"),
        ("en", "17:00 on Wednesday 06/05"),
        ("km", "ម៉ោង 17:00 ថ្ងៃពុធ 06/05"),
        ("fr", "17:00 thứ Tư 06/05"),
    ],
)
def test_a_moment_is_said_as_people_say_it(language: str, said: str) -> None:
    moment = datetime(2026, 5, 6, 17, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    assert TEXTS.moment(language, moment) == said


def test_a_moment_has_two_digits_everywhere() -> None:
    moment = datetime(2026, 1, 4, 5, 7, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    assert TEXTS.moment(HOME, moment) == "05:07 Chủ nhật 04/01"


@pytest.mark.parametrize(
    ("language", "promise"),
    [
        (
            "vi",
            "Trả lời trước 17:00 thứ Tư 06/05, đã trừ 30/4, 1/5 và cuối tuần, "
            "có là em nhắn vào đây.",
        ),
        (
            "en",
            "It is answered before 17:00 on Wednesday 06/05, "
            "not counting 30/4, 1/5 and the weekend; the answer comes here.",
        ),
        (
            "km",
            "ពូមីងនឹងបានចម្លើយមុនម៉ោង 17:00 ថ្ងៃពុធ 06/05 (មិនរាប់ 30/4, 1/5 និង ចុងសប្តាហ៍) "
            "មានចម្លើយ ខ្ញុំនឹងផ្ញើមកទីនេះ។",
        ),
    ],
)
def test_a_promise_says_why_that_date(language: str, promise: str) -> None:
    days = [TEXTS.say(language, "short-date", day=d, month=m) for d, m in (("30", "4"), ("1", "5"))]
    weekend = TEXTS.say(language, "weekend")
    skipped = TEXTS.say(language, "list-and", first=", ".join(days), last=weekend)
    moment = datetime(2026, 5, 6, 17, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    receipt = TEXTS.say(
        language,
        "question-receipt",
        number="TV-0012",
        office="Bảo hiểm xã hội",
        due=TEXTS.moment(language, moment),
        skipped=TEXTS.say(language, "skipping", days=skipped),
    )
    assert receipt.endswith(promise)


# ── parsed when first said ───────────────────────────────────────────────────────────────────


def written(*sources: str) -> Texts:
    return Texts({HOME: Written(HOME, sources)})


def test_a_text_says_what_it_names_wherever_that_is_written() -> None:
    texts = written("greeting = { hello } { -bot }!\nhello = Chào", "# tên\n-bot = Lắng Nghe\n")

    assert texts.say(HOME, "greeting") == "Chào Lắng Nghe!"


def test_a_text_of_many_lines_ends_where_the_next_begins() -> None:
    texts = written(
        "long =\n    một\n    hai\n\n# ghi chú\nnext = { $n ->\n    [0] không\n   *[other] có\n}\n"
    )

    assert texts.say(HOME, "long") == "một\nhai"
    assert texts.say(HOME, "next", n=0) == "không"


def test_a_text_that_is_not_fluent_is_an_error() -> None:
    with pytest.raises(MissingText, match="broken"):
        written("broken = { $x -> }\nwhole = Có").say(HOME, "broken")


def test_papers_that_are_drawn_at_the_same_time_find_every_word() -> None:
    """Each is drawn in a thread of its own, and the first to say a text has it parsed."""
    keys = [f"text-{number}" for number in range(200)]
    written = Texts({HOME: Written(HOME, ["".join(f"{key} = Dạ {key}\n" for key in keys)])})
    together = Barrier(4)

    def said() -> list[str]:
        together.wait()
        return [written.say(HOME, key) for key in keys]

    with ThreadPoolExecutor(4) as threads:
        drawn = [threads.submit(said) for _ in range(4)]

    assert [one.result() for one in drawn] == [[f"Dạ {key}" for key in keys]] * 4
