"""An answer that ends where its office, its question or its asker's phone is no longer as it was.

Everybody here is invented.
"""

from bot.domain.people import Role
from bot.domain.questions import Sensitive
from storage import endings
from tests.doubles.answers import Board
from tests.doubles.chat import Person, Talk
from tests.doubles.moving import tell
from tests.doubles.postgres import ask
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.test_answers_that_end import LAPSED, TOLD, UNTIL, ends, on
from tests.stories.test_bases import released
from tests.stories.test_clusters import approved, card, three_asked
from tests.stories.test_map_changes import REGIONAL, Reform, reform
from tests.stories.test_my_data import erases
from tests.stories.test_shared_phone import KNOCK

__all__ = ["reform"]  # a fixture


async def test_what_an_office_answered_that_is_gone_is_read_by_the_one_that_took_over(
    talk: Talk, reform: Reform
) -> None:
    _, tam, _ = await released(talk, UNTIL)
    await reform()
    vy = await official(talk, "vy", Role.HEAD, REGIONAL)
    tam.news()

    await on(talk, 7, 1)

    assert ends(tam) == []
    assert len(ends(vy)) == 1
    await vy.presses("Mở xem")
    assert ANSWER in vy.last.text
    await vy.presses("Gia hạn")
    await vy.says("31/12/2026")
    assert vy.last.text.startswith("Câu TV-0001 nay đúng tới hết ngày 31/12/2026")


async def test_another_answer_in_its_place_leaves_nothing_to_say(talk: Talk) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    await on(talk, 6, 23)
    await tam.presses("Viết câu mới")
    await tam.says("Từ tháng 7 hộ cận nghèo được vay tối đa 150 triệu đồng.")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    tam.news()

    await on(talk, 7, 1)

    assert ends(tam) == []
    await tam.presses("Gia hạn")
    assert tam.last.text.startswith("Câu trả lời này nay không còn thời hạn")


async def test_an_answer_for_many_in_its_place_leaves_nothing_to_say_either(
    talk: Talk, url: str
) -> None:
    tam, people = await three_asked(talk)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await tam.replies(card(tam, "TV-0002"), ANSWER)
    await tam.presses("Căn cứ")
    await tam.says(UNTIL)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await people[1].replies(people[1].find(ANSWER), "Giờ lãi bao nhiêu?")
    await talk.tick()
    await tam.presses("Gộp")
    await tam.presses("Gộp hết")
    await talk.tick()
    await tam.replies(card(tam, "TV-0001"), "Lãi 0,5% một tháng, hỏi tổ trưởng ở khóm.")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.tick()
    given = await ask(url, "SELECT question FROM answers WHERE status = 'approved' ORDER BY id")
    assert given == [(2,), (1,), (2,), (3,)]
    tam.news()

    await on(talk, 6, 23)
    await on(talk, 7, 1)

    assert ends(tam) == []


async def test_an_end_that_is_written_down_later_is_that_of_all_who_have_heard_the_answer(
    talk: Talk,
) -> None:
    tam, hoa, people = await approved(talk)
    await talk.later(hours=7)
    await hoa.presses("Căn cứ")
    await hoa.says("áp dụng đến 31/05/2026")
    await hoa.presses("Căn cứ")
    await hoa.says(UNTIL)
    tam.news()
    await on(talk, 6, 1)
    assert ends(tam) == []
    await on(talk, 7, 1)
    assert len(ends(tam)) == 1
    await hoa.presses("Báo người đã nhận")
    await _approved_by(await official(talk, "bảo", Role.HEAD, BANK), hoa)
    await talk.later(minutes=1)

    heard = [sum("cô chú hỏi hồi trước" in one for one in who.heard) for who in people]
    assert heard == [1, 1, 1]


async def _approved_by(head: Person, author: Person) -> None:
    await author.presses("Gửi duyệt")
    await head.presses("Duyệt, gửi đi")


async def test_on_a_phone_that_others_use_it_waits_without_a_word_until_it_is_opened(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Căn cứ")
    await tam.says(UNTIL)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await on(talk, 6, 30)
    await lan.says("/dulieu")
    await lan.presses("Máy này dùng chung")
    await on(talk, 7, 1)
    lan.news()
    await tam.presses("Báo người đã nhận")
    await _approved_by(hoa, tam)
    await talk.later(minutes=1)

    assert lan.news() == [KNOCK]
    await lan.presses("Của riêng tôi")
    assert f"{TOLD}{LAPSED}" in lan.last.text


async def test_what_has_been_over_for_long_when_it_is_first_looked_at_is_not_told(
    talk: Talk,
) -> None:
    _, tam, _ = await released(talk, "áp dụng đến 30/05/2026")
    tam.news()

    await on(talk, 7, 31)

    assert ends(tam) == []


async def test_looked_at_too_early_it_waits_for_its_morning(talk: Talk, url: str) -> None:
    """As what had an end before this was known: the first look finds out when it is time."""
    _, tam, _ = await released(talk, UNTIL)
    await tell(url, "UPDATE endings SET next_at = 1")
    tam.news()
    await talk.tick()
    assert ends(tam) == []

    await on(talk, 6, 23)

    assert len(ends(tam)) == 1


async def test_whoever_works_in_a_group_alone_reads_it_there(talk: Talk) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    group = talk.group("-1", "Tổ tín dụng")
    await group.member(tam).says("/nhom")
    await group.member(tam).presses("Nối nhóm này")
    await tam.blocks()
    await hoa.blocks()

    await on(talk, 7, 1)

    assert group.heard[-1].startswith("Có 1 câu trả lời của cơ quan mình đã hết thời hạn")
    assert ANSWER not in group.heard[-1]
    assert "nhắn riêng cho em /hangdoi" in group.heard[-1]


async def test_whoever_comes_later_finds_what_ends_in_the_queue(talk: Talk) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await tam.says("/hangdoi")
    assert "Câu trả lời có thời hạn" not in tam.last.labels
    await tam.blocks()
    await hoa.blocks()
    await on(talk, 7, 1)
    assert "mở /hangdoi là thấy" in organiser.last.text

    vy = await official(talk, "vy", Role.OFFICER, BANK)
    await vy.says("/hangdoi")
    await vy.presses("Câu trả lời có thời hạn")

    assert "- TV-0001 · vay vốn · đã hết ngày 30/6/2026" in vy.last.text
    await vy.presses("TV-0001")
    assert ANSWER in vy.last.text


async def test_of_what_is_sealed_no_group_hears_and_organisers_only_that_a_head_is_missing(
    talk: Talk,
) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    await Board(talk.app, talk.clock).seal("TV-0001", Sensitive.ACCUSATION)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    group = talk.group("-1", "Tổ tín dụng")
    await group.member(tam).says("/nhom")
    await group.member(tam).presses("Nối nhóm này")
    await hoa.blocks()
    before = len(group.heard)

    await on(talk, 7, 1)

    (told,) = organiser.news()
    assert told.startswith("Ngân hàng Chính sách có 1 câu trả lời riêng, chỉ lãnh đạo được xem")
    assert "TV-0001" not in told
    assert group.heard[before:] == []


async def test_who_had_all_erased_is_told_nothing_and_their_private_answer_is_forgotten(
    talk: Talk,
) -> None:
    lan, tam, hoa = await released(talk, UNTIL)
    await on(talk, 7, 1)
    await tam.presses("Báo người đã nhận")
    await tam.presses("Gửi duyệt")
    await erases(lan)
    lan.news()

    await hoa.presses("Duyệt, gửi đi")
    await talk.later(minutes=1)
    assert lan.news() == []
    await tam.presses("Viết câu mới")

    assert tam.last.text.startswith("Câu trả lời này nay không còn thời hạn")


async def test_of_a_private_answer_whose_asker_had_all_erased_nobody_hears(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Căn cứ")
    await tam.says(UNTIL)
    await tam.presses("Gửi duyệt riêng người hỏi")
    await hoa.presses("Duyệt")
    await erases(lan)
    for one in (tam, hoa):
        one.news()

    await on(talk, 7, 1)

    assert (ends(tam), ends(hoa)) == ([], [])


async def test_what_is_told_or_open_already_is_not_told_or_opened_once_more(talk: Talk) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    await on(talk, 7, 1)
    await tam.presses("Báo người đã nhận")
    await _approved_by(hoa, tam)
    await talk.later(minutes=1)

    await hoa.presses("Báo người đã nhận")
    assert hoa.last.text.startswith("Bà con đã nhận câu này thì em báo rồi")
    await tam.presses("Gia hạn")
    await tam.says("31/13/2026")
    assert tam.last.text.startswith("Em chưa rõ ngày nào")
    await tam.says("Thôi")
    await tam.presses("Viết câu mới")
    await tam.presses("Thôi")
    await tam.presses("Viết câu mới")

    assert tam.last.text == "Anh chị nhắn câu trả lời cho TV-0001 giúp em."


async def test_the_list_is_for_those_with_a_queue_and_goes_on_below_a_page(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await _opens_list(talk, tam)
    assert tam.last.text == "Dạ không có câu trả lời nào sắp hết hay mới hết thời hạn."
    await _opens_list(talk, lan)
    assert "thời hạn" not in lan.last.text
    for number in range(10):
        given = await asks(lan, f"Vay vốn làm nghề số {number} thì lãi bao nhiêu một tháng?")
        await tam.replies(tam.find(given), ANSWER)
        await tam.presses("Căn cứ")
        await tam.says(UNTIL)
        await tam.presses("Gửi duyệt")
        await hoa.presses("Duyệt")
    for scope in ("bhxh", "ubnd_phuong@p1"):
        await official(talk, "tâm", Role.OFFICER, scope)
    await on(talk, 6, 23)

    await tam.presses("Xem cả 10 câu")
    first = tam.last
    await tam.presses("Xem tiếp")

    assert [one.text.count("- TV-") for one in (first, tam.last)] == [8, 2]
    assert "Xem tiếp" not in tam.last.labels


async def _opens_list(talk: Talk, person: Person) -> None:
    press = f"list of {person.chat}"
    await talk.arrive(person.inbound(press="ends:0", press_id=press, happened="pressed"))


async def test_what_has_not_been_heard_yet_is_not_written_anew(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Căn cứ")
    await tam.says("áp dụng đến 28/04/2026")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.tick()
    lan.news()

    await tam.presses("Viết câu mới")

    assert lan.news() == []
    assert tam.last.text.startswith("Câu TV-0001 đã được duyệt, chờ phát, nên em không làm")


async def test_promise_9_two_who_tell_an_asker_at_once_tell_them_once(talk: Talk) -> None:
    lan, tam, hoa = await released(talk, UNTIL)
    await on(talk, 7, 1)
    await tam.presses("Báo người đã nhận")
    await _approved_by(hoa, tam)
    async with talk.app.works.begin() as work:
        (one,) = await endings.telling(work.tx, 9)
        assert await endings.said(work.tx, one.answer) is True
        assert await endings.said(work.tx, one.answer) is False
    lan.news()

    await talk.later(minutes=1)

    assert lan.news() == []
