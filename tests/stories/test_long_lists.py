"""Whatever is long is shown a page at a time, and nothing gets lost between the pages."""

from dataclasses import replace

from bot.domain.messages import Unreadable
from bot.domain.people import Role
from bot.domain.questions import Move
from storage import history, inbox
from storage.history import Event
from tests.doubles.chat import Person, Talk
from tests.doubles.moving import tell
from tests.doubles.postgres import ask
from tests.stories.cast import BANK, LOAN, asks, official, resident
from tests.stories.test_my_data import Memory, erases

DANGER = "Chồng tôi đánh tôi hoài, tôi sợ lắm, cứu tôi với"


async def were_asked(talk: Talk, url: str, asker: Person, many: int, words: str = LOAN) -> None:
    """So many questions for the bank, long overdue, that came in some other way."""
    [(person,)] = await ask(url, f"SELECT person FROM addresses WHERE address = '{asker.address}'")
    now = int(talk.clock.now().timestamp() * 1000)
    rows = [(f"X-{number}", person, words, now - 1000) for number in range(many)]
    await tell(
        url,
        "INSERT INTO questions (number, asker, ward, text, queue, kind, status, asked_at, due_at,"
        " promised_days) VALUES ($1, $2, 'p7', $3, 'nhcsxh', 'question', 'waiting', $4, $4, 7)",
        rows,
    )


async def test_a_queue_is_counted_exactly_up_to_999_and_then_it_is_more_than_that(
    talk: Talk, url: str
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await were_asked(talk, url, lan, 999)

    await tam.says("/hangdoi")
    assert tam.find("Hàng đợi Ngân hàng Chính sách").text == (
        "Hàng đợi Ngân hàng Chính sách: 999 chờ nhận, 0 đang lo, 0 chờ người hỏi, 0 chờ duyệt; "
        "999 câu đã quá hẹn."
    )
    await asks(lan)
    await tam.says("/hangdoi")

    assert tam.find("Hàng đợi Ngân hàng Chính sách").text == (
        "Hàng đợi Ngân hàng Chính sách: hơn 999 chờ nhận, 0 đang lo, 0 chờ người hỏi, "
        "0 chờ duyệt; 999 câu đã quá hẹn."
    )


async def test_who_works_on_several_queues_sees_how_long_each_is(talk: Talk, url: str) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await were_asked(talk, url, lan, 1001)
    await tell(
        url,
        "INSERT INTO roles (person, role, scope, since)"
        " SELECT person, 'officer', 'bhxh', 0 FROM roles WHERE scope = 'nhcsxh'",
    )

    await tam.says("/hangdoi")

    assert tam.last.labels == ["Bảo hiểm xã hội (0)", "Ngân hàng Chính sách (hơn 999)"]


async def test_the_holding_pen_shows_twenty_and_then_the_rest(talk: Talk) -> None:
    to = await official(talk, "tổ", Role.ORGANISER)
    async with talk.app.works.begin() as work:
        updates = [
            Unreadable(channel="chat", id=str(number), raw=b"{", why="no JSON")
            for number in range(23)
        ]
        await inbox.store(work.tx, updates, work.now)
    await to.says("/start")
    to.news()

    await to.presses("Chờ xếp")
    *shown, more = to.news()
    assert len(shown) == 20
    assert more == "Còn tin nữa, anh chị xem tiếp không?"
    await to.presses("Xem tiếp")

    assert len(to.news()) == 3


async def test_many_questions_not_sent_yet_are_shown_five_at_a_time(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.presses("Đồng ý")
    for number in range(7):
        await lan.says(f"{LOAN} Hẻm {number}")
        await lan.presses("Câu hỏi mới")
    await lan.presses("Phường 7")
    lan.news()

    await lan.presses("Bỏ qua")
    *shown, more = lan.news()
    assert [words.split("Hẻm ")[1][0] for words in shown] == ["0", "1", "2", "3", "4"]
    assert more == "Dạ còn câu nữa cô chú chưa gửi, cô chú xem tiếp không?"
    await lan.presses("Xem câu chưa gửi")

    assert [words.split("Hẻm ")[1][0] for words in lan.news()] == ["5", "6"]


async def test_somebody_in_danger_is_heard_at_once_however_much_was_written_before(
    talk: Talk,
) -> None:
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.presses("Đồng ý")
    for words in (*[f"{LOAN} Hẻm {number}" for number in range(6)], DANGER):
        await lan.says(words)
        await lan.presses("Câu hỏi mới")
    await lan.presses("Phường 7")
    lan.news()

    await lan.presses("Bỏ qua")

    assert "TV-0001" in lan.news()[0]


async def test_a_card_shows_the_last_words_of_a_long_thread(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    async with talk.app.works.begin() as work:
        for number in range(30):
            words = Event(
                work.now, None, Move.FOLLOW_UP, "waiting", "waiting", f"thêm {number}", ""
            )
            await history.add(work.tx, 1, words)
            await history.add(work.tx, 1, replace(words, move=Move.EXTEND, note="chờ"))

    await tam.says("/hangdoi")

    thread = [line for line in tam.last.text.splitlines() if "thêm" in line]
    assert [line.split("thêm ")[1].rstrip("”") for line in thread] == ["25", "26", "27", "28", "29"]
    assert "chờ”" not in tam.last.text


async def test_a_long_history_is_erased_whole(talk: Talk, url: str) -> None:
    lan, memory = await resident(talk, "lan"), Memory(url)
    await were_asked(talk, url, lan, 1200, "LỜI-MỘT")
    await tell(
        url,
        "INSERT INTO history (question, at, move, before, after, note)"
        " SELECT id, 0, 'follow_up', 'waiting', 'waiting', 'LỜI-HAI' FROM questions",
    )
    await tell(
        url,
        "INSERT INTO attachments (question, channel, media, ref, name, at)"
        " SELECT id, 'chat', 'photo', 'LỜI-BA', '', 0 FROM questions",
    )
    secrets = ["LỜI-MỘT", "LỜI-HAI", "LỜI-BA"]
    assert await memory.holds(*secrets) == secrets

    await erases(lan)

    assert await memory.holds(*secrets) == []
    assert await ask(url, "SELECT DISTINCT status FROM questions") == [("withdrawn",)]
