"""What the words were taken for was wrong: who reads them says so, and takes it back if need be."""

import pytest

from bot.domain.people import Role
from bot.domain.questions import Move
from bot.pages.boards import Boards
from storage import history, labels
from tests.doubles.chat import Message, Person, Talk
from tests.doubles.hall import SESSION, Hall
from tests.stories.cast import ANSWER, BANK, CALLS, LOAN, WARD_7, asks, official, resident
from tests.stories.test_clusters import card, joined
from tests.stories.test_sealed import ACCUSATION, CRISIS, who_read
from tests.stories.test_urgent import calls

HIDDEN = "Hộ cận nghèo vay vốn nuôi bò, nợ hoài bị người ta tới nhà đập cửa, BÍMẬT"


async def sealed(talk: Talk, words: str) -> tuple[Person, Person, Person]:
    """Head and officer of the ward, and who asked something that was sealed."""
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    officer = await official(talk, "an", Role.OFFICER, WARD_7)
    lan = await resident(talk, "lan")
    await lan.says(words)
    if "Cơ quan khác" in lan.last.labels:
        await lan.presses("Cơ quan khác")
        await lan.presses("UBND phường 7")
    for person in (head, officer, lan):
        person.news()
    return head, officer, lan


async def opened(head: Person, wrongly: str) -> None:
    await head.presses(wrongly)
    await head.presses("Chuyện thường")


SEALED = pytest.mark.parametrize(
    ("words", "wrongly"), [(CRISIS, "Không nguy cấp"), (ACCUSATION, "Không phải tố cáo")]
)


# ── an alarm that was false ──────────────────────────────────────────────────────────────────


@SEALED
async def test_a_head_opens_an_everyday_question_to_the_officers(
    talk: Talk, words: str, wrongly: str
) -> None:
    head, officer, lan = await sealed(talk, words)

    await head.presses(wrongly)
    assert head.last.text == (
        "Câu TV-0001 là chuyện gì vậy anh chị? Chuyện thường thì cán bộ UBND phường 7 cùng đọc, "
        "trả lời vẫn chỉ gửi riêng cho người hỏi."
    )
    await head.presses("Chuyện thường")

    assert head.last.text == (
        "Đã mở câu TV-0001 cho cán bộ UBND phường 7, trả lời vẫn chỉ gửi riêng cho người hỏi."
    )
    assert head.find("· TV-0001").text.startswith("🔒 Riêng tư · TV-0001")
    (card,) = officer.news()
    assert card.startswith("🔒 Riêng tư · TV-0001")
    assert lan.news() == [
        "Dạ câu TV-0001 lãnh đạo UBND phường 7 đọc rồi, giờ cán bộ ở đó cùng lo cho cô chú. "
        "Em vẫn không phát loa, không đăng, trả lời xong chỉ báo riêng cho cô chú."
    ]


@SEALED
async def test_the_answer_to_it_is_for_its_asker_alone_all_the_same(
    talk: Talk, words: str, wrongly: str
) -> None:
    head, officer, lan = await sealed(talk, words)
    neighbour = await resident(talk, "bảy")
    await neighbour.says("/traloi")
    await neighbour.presses("Nhận trả lời của phường")
    await opened(head, wrongly)

    await officer.replies(officer.find("TV-0001"), "Mai anh chị ghé ủy ban, có người tiếp BÍMẬT.")
    await officer.presses("Gửi duyệt")
    await head.presses("Duyệt")
    await talk.later(days=1)
    await neighbour.says("/traloi")

    assert "Mai anh chị ghé ủy ban" in lan.find("trả lời câu").text
    assert who_read(talk, "BÍMẬT") == {"lan", head.chat, officer.chat}


async def test_what_is_no_danger_calls_nobody_any_more(talk: Talk) -> None:
    head, officer, _ = await sealed(talk, CRISIS)
    organiser = await official(talk, "tổ", Role.ORGANISER)

    await opened(head, "Không nguy cấp")
    await talk.later(days=2)

    assert calls(head) + calls(organiser) == []
    await officer.presses("Nhận")
    assert head.find("🔒 Riêng tư").text.endswith("An đang giữ")


async def test_a_head_who_holds_it_goes_on_with_it(talk: Talk) -> None:
    head, officer, _ = await sealed(talk, ACCUSATION)
    await head.presses("Nhận")

    await opened(head, "Không phải tố cáo")

    assert officer.news() == []
    assert head.find("🔒 Riêng tư").text.endswith("Hoa đang giữ")


async def test_an_accusation_that_tells_of_danger_becomes_danger_without_being_opened(
    talk: Talk,
) -> None:
    head, officer, _ = await sealed(talk, ACCUSATION)

    await head.presses("Không phải tố cáo")
    await head.presses("Có người nguy hiểm")
    await talk.later(minutes=15)

    assert calls(head)
    assert who_read(talk, "BÍMẬT") == {"lan", head.chat}
    assert officer.news() == []


@SEALED
async def test_the_press_of_an_officer_opens_nothing(talk: Talk, words: str, wrongly: str) -> None:
    _, officer, lan = await sealed(talk, words)

    for data in ("seal:1", "sealas:1/private"):
        await talk.arrive(officer.inbound(happened="pressed", press=data))
        assert officer.last.text.startswith("Câu này không thuộc hàng đợi của anh chị")

    assert lan.news() == []
    assert officer.chat not in who_read(talk, "BÍMẬT")


# ── danger and accusations that nobody had heard ─────────────────────────────────────────────


async def everyday(talk: Talk) -> tuple[Person, Person, Person, Person]:
    """Officer and head of the bank, head of the ward, and who asked; something hidden in it."""
    officer = await official(talk, "minh", Role.OFFICER, BANK)
    head = await official(talk, "tâm", Role.HEAD, BANK)
    ward = await official(talk, "hoa", Role.HEAD, WARD_7)
    lan = await resident(talk, "lan")
    await asks(lan, LOAN + " BÍMẬT")
    for person in (officer, head, ward, lan):
        person.news()
    return officer, head, ward, lan


def card_of(person: Person) -> Message:
    return person.find("TV-0001")


async def test_an_officer_who_reads_of_danger_wakes_the_head_of_the_ward(talk: Talk) -> None:
    officer, head, ward, lan = await everyday(talk)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await officer.presses("Nhận")
    await talk.clock.move(hours=13)  # 23:00

    await officer.presses("Chuyển cơ quan")
    await officer.presses("Chuyển kín")
    assert officer.last.text == (
        "Câu TV-0001 là chuyện gì vậy anh chị? Chuyển kín rồi thì chỉ lãnh đạo đọc."
    )
    await officer.presses("Có người nguy hiểm")

    (card,) = ward.news()
    assert card.startswith("🚨 Khẩn · TV-0001")
    assert card.endswith("chờ người nhận")
    assert officer.last.text == (
        "Đã chuyển kín câu TV-0001, chỉ lãnh đạo UBND phường 7 đọc. Em đã báo lãnh đạo ở đó."
    )
    assert officer.find("Câu TV-0001 đã chuyển sang nơi khác.").labels == []
    for gone in (officer, head):
        await gone.says("/hangdoi")
    await talk.later(minutes=15)
    assert len(calls(organiser)) == 1
    await talk.later(hours=7)
    assert lan.news() == [
        "Dạ câu TV-0001 giờ chỉ lãnh đạo UBND phường 7 đọc và trả lời riêng cho cô chú. "
        f"Cần thì cô chú gọi:\n{CALLS}"
    ]
    assert who_read(talk, "BÍMẬT") == {"lan", ward.chat}


async def test_an_accusation_stays_at_its_office_for_the_head_alone(talk: Talk) -> None:
    officer, head, ward, _ = await everyday(talk)

    await officer.presses("Chuyển cơ quan")
    await officer.presses("Chuyển kín")
    await officer.presses("Tố cáo một người")

    assert head.news()[-1].startswith("🔒 Tố cáo, chỉ lãnh đạo xem · TV-0001")
    assert ward.news() == []
    assert who_read(talk, "BÍMẬT") == {"lan", head.chat}


async def test_one_press_in_a_group_takes_it_from_there(talk: Talk) -> None:
    officer = await official(talk, "minh", Role.OFFICER, BANK)
    head = await official(talk, "tâm", Role.HEAD, BANK)
    group = talk.group("-1", "Tín dụng")
    await group.member(officer).says("/nhom")
    await group.member(officer).presses("Nối nhóm này")
    await asks(await resident(talk, "lan"), LOAN + " BÍMẬT")

    await group.member(officer).presses("Chuyển cơ quan")
    await group.member(officer).presses("Chuyển kín")
    await group.member(officer).presses("Tố cáo một người")

    assert who_read(talk, "BÍMẬT") == {"lan", head.chat}


async def test_where_no_head_can_be_told_who_pressed_it_reads_that(talk: Talk) -> None:
    officer = await official(talk, "minh", Role.OFFICER, BANK)
    await asks(await resident(talk, "lan"))

    await officer.presses("Chuyển cơ quan")
    await officer.presses("Chuyển kín")
    await officer.presses("Tố cáo một người")

    assert officer.last.text.endswith(
        "Em chưa nhắn được cho ai, anh chị gọi lãnh đạo ở đó ngay giúp em."
    )


async def test_what_was_sealed_by_mistake_is_opened_again(talk: Talk) -> None:
    officer, head, _, _ = await everyday(talk)
    await officer.presses("Chuyển cơ quan")
    await officer.presses("Chuyển kín")
    await officer.presses("Tố cáo một người")

    await opened(head, "Không phải tố cáo")

    assert "🔒 Riêng tư · TV-0001" in officer.last.text
    await officer.presses("Nhận")
    assert officer.find("TV-0001 ·").text.endswith("Minh đang giữ")


async def test_while_its_asker_is_waited_for_the_clock_goes_on_with_the_days_that_are_left(
    talk: Talk,
) -> None:
    officer, head, _, _ = await everyday(talk)
    await officer.presses("Nhận")
    await officer.presses("Hỏi thêm")
    await officer.says("Cô chú ở hẻm nào?")
    await talk.later(days=7)

    await officer.presses("Chuyển kín")
    await officer.presses("Tố cáo một người")

    assert head.find("🔒 Tố cáo").text.splitlines()[-1].startswith("Hẹn 17:00 ")


async def test_it_leaves_those_with_whom_it_shared_an_answer(talk: Talk) -> None:
    officer, head, people = await joined(talk)
    first, *others = people

    await officer.says("/hangdoi")
    await officer.presses("Chuyển cơ quan")
    await officer.presses("Chỉ câu này")
    await officer.presses("Chuyển kín")
    await officer.presses("Tố cáo một người")
    await talk.tick()

    head.find("🔒 Tố cáo, chỉ lãnh đạo xem · TV-0001")
    assert "👥 Gộp chung 2 câu" in card(officer, "TV-0002").text
    await officer.replies(card(officer, "TV-0002"), ANSWER)
    await officer.presses("Gửi duyệt")
    await head.presses("Duyệt")
    await talk.later(hours=7)
    assert all(one.find("trả lời câu") for one in others)
    assert not any("trả lời câu" in text for text in first.heard)


async def test_it_stands_on_the_wall_of_its_session_no_longer(talk: Talk) -> None:
    officer, *_ = await everyday(talk)
    await Hall(talk.app.works, talk.clock).opens()
    boards = Boards(talk.app.works)
    before = await boards.get(SESSION)

    await officer.presses("Chuyển cơ quan")
    await officer.presses("Chuyển kín")
    await officer.presses("Tố cáo một người")
    after = await boards.get(SESSION)

    assert [len(shown.board.next) for shown in (before, after)] == [1, 0]


async def test_what_it_taught_the_suggestions_goes(talk: Talk) -> None:
    officer = await official(talk, "minh", Role.OFFICER, BANK)
    other = await official(talk, "sơn", Role.OFFICER, "bhxh")
    await asks(await resident(talk, "lan"), "Thẻ bảo hiểm y tế có được vay tiền không?")
    who = officer if "TV-0001" in "".join(officer.heard) else other
    to = "Bảo hiểm xã hội" if who is officer else "Ngân hàng Chính sách"
    await who.presses("Chuyển cơ quan")
    await who.presses(to)
    await who.presses("Không cần lý do")
    async with talk.app.works.begin() as work:
        assert len(await labels.newest(work.tx)) == 1
    second = other if who is officer else officer

    await second.presses("Chuyển cơ quan")
    await second.presses("Chuyển kín")
    await second.presses("Tố cáo một người")

    async with talk.app.works.begin() as work:
        assert await labels.newest(work.tx) == ()
    assert talk.app.works.cache.labels == ()


async def test_who_said_what_it_is_stands_in_its_history(talk: Talk) -> None:
    officer, head, *_ = await everyday(talk)
    await officer.presses("Chuyển cơ quan")
    await officer.presses("Chuyển kín")
    await officer.presses("Tố cáo một người")
    await opened(head, "Không phải tố cáo")

    async with talk.app.works.begin() as work:
        events = [await history.last(work.tx, 1, one) for one in (Move.SEAL, Move.UNSEAL)]

    assert [(one.detail, one.actor is None) for one in events if one] == [
        ("open nhcsxh → accusation nhcsxh", False),
        ("accusation → private", False),
    ]


async def test_a_draft_is_sent_back_before_it_is_sealed(talk: Talk) -> None:
    officer, head, *_ = await everyday(talk)
    await officer.replies(card_of(officer), ANSWER)
    await officer.presses("Gửi duyệt")

    await talk.arrive(head.inbound(happened="pressed", press="seal:1"))
    assert "TV-0001" in head.last.text
    assert "Chuyển kín" not in head.find("TV-0001 ·").labels

    await head.presses("Trả lại")
    await head.says("Đọc lại giúp tôi")
    await head.presses("Chuyển cơ quan")
    await head.presses("Chuyển kín")
    await head.presses("Tố cáo một người")
    assert head.find("🔒 Tố cáo").text.endswith("chờ người nhận")
