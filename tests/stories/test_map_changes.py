"""The map changes: an office ends, a ward is merged; what was open goes on at those that take over.

Here the bank becomes a regional one tomorrow, and Phường 7 becomes Phường Trà Vinh.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.agencies import Hamlet, Validity, Ward
from bot.domain.people import Role
from bot.domain.programme import Programme
from bot.services.relay import broadcasting
from bot.services.sessions import programme_changes
from storage import broadcasts, people
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import ANSWER, BANK, WARD_7, answers, asks, official, resident
from tests.stories.test_commitments import GUTTER
from tests.stories.test_dispatches import FIRST, SECOND, THIRD

REGIONAL, NEW_WARD = "nhcsxh_kv", "ubnd_phuong@tra-vinh"
TOLD = (
    "Dạ, Ngân hàng khu vực nay lo thay Ngân hàng Chính sách nên câu TV-0001 đã chuyển qua đó. "
    "Cô chú vẫn được trả lời trước 17:00 thứ Ba 12/05 như đã hẹn."
)

Reform = Callable[[], Awaitable[None]]


@pytest.fixture
def reform(talk: Talk) -> Reform:
    """The programme as it is after the reform is put in force today, for tomorrow."""

    async def put() -> None:
        async with talk.app.works.begin() as work:
            now = await programme_changes.newest(work)
            today = work.local.date()
            changed = _changed(
                now, Validity(until=today), Validity(since=today + timedelta(days=1))
            )
            await programme_changes.put(work, changed, None)

    return put


def _changed(now: Programme, until: Validity, since: Validity) -> Programme:
    bank = now.agency(BANK)
    assert bank
    regional = replace(bank, id=REGIONAL, short="Ngân hàng khu vực", valid=since)
    gone = replace(bank, valid=until, replaced_by=REGIONAL)
    hamlets = (Hamlet(id="tv-k9", name="Khóm 9"),)
    new = Ward(id="tra-vinh", name="Phường Trà Vinh", hamlets=hamlets, valid=since)
    wards = [
        replace(one, valid=until, successors=("tra-vinh",)) if one.id == "p7" else one
        for one in now.wards
    ]
    agencies = [gone if one.id == BANK else one for one in now.agencies]
    return replace(now, agencies=(*agencies, regional), wards=(*wards, new))


async def the_day_comes(talk: Talk) -> None:
    """Tomorrow at eight."""
    await talk.later(hours=22)


async def test_an_open_question_goes_to_the_office_that_takes_over_and_keeps_its_date(
    talk: Talk, reform: Reform, url: str
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    await tam.presses("Nhận")
    await reform()
    vy = await official(talk, "vy", Role.HEAD, REGIONAL)
    before = await ask(url, "SELECT due_at, promised_days FROM questions")
    await talk.tick()
    assert lan.news() == vy.news() == [], "not before the day"

    await the_day_comes(talk)

    assert lan.news() == [TOLD]
    assert vy.news() == [
        "Từ hôm nay Ngân hàng khu vực lo thay Ngân hàng Chính sách. 1 câu còn mở bên đó chuyển qua "
        "đây, hẹn với bà con giữ nguyên; anh chị mở Hàng đợi xem giúp em."
    ]
    assert await ask(url, "SELECT due_at, promised_days FROM questions") == before
    rows = await ask(url, "SELECT move, detail FROM history ORDER BY id DESC LIMIT 1")
    assert rows == [("succeed", "nhcsxh p7 → nhcsxh_kv tra-vinh")]
    await vy.presses("Hàng đợi")
    await vy.presses("Nhận")
    await answers(vy, vy.find("TV-0001 ·"))
    await vy.presses("Duyệt")
    await talk.later(hours=1)
    assert ANSWER in lan.last.text, "the new ward has no slot yet: it is heard at once"


async def test_it_is_told_and_moved_once_however_often_it_is_looked_at(
    talk: Talk, reform: Reform, url: str
) -> None:
    lan = await resident(talk, "lan")
    for one in (FIRST, SECOND, THIRD):
        await asks(lan, one)
    await reform()
    vy = await official(talk, "vy", Role.HEAD, REGIONAL)
    await the_day_comes(talk)
    assert len(lan.news()) == 3
    assert [one.partition(". ")[2][:5] for one in vy.news()] == ["3 câu"]

    for _ in range(3):
        await talk.later(hours=1)

    assert lan.news() == vy.news() == []
    assert await ask(url, "SELECT COUNT(*) FROM history WHERE move = 'succeed'") == [(3,)]


async def test_of_a_merged_ward_the_new_ward_s_office_has_what_was_open_and_what_was_promised(
    talk: Talk, reform: Reform
) -> None:
    lan, mai = await resident(talk, "lan"), await resident(talk, "mai")
    tam = await official(talk, "tâm", Role.OFFICER, WARD_7)
    hoa = await official(talk, "hoa", Role.HEAD, WARD_7)
    await asks(lan, GUTTER)
    await answers(tam, tam.find("TV-0001"), "Phường sẽ sửa cống hẻm 12 trước 30/6. Bà con yên tâm.")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await asks(mai, "Đèn đường hẻm 9 tắt cả tháng nay, chừng nào phường sửa?")
    await reform()
    vy = await official(talk, "vy", Role.HEAD, NEW_WARD)
    lan.news()

    await the_day_comes(talk)

    assert lan.news() == [], "what was answered is not moved"
    [told] = mai.news()
    assert told.startswith("Dạ, UBND phường Trà Vinh nay lo thay UBND phường 7 nên câu TV-0002")
    await vy.says("/hangdoi")
    assert "· Phường Trà Vinh\n“Đèn đường" in vy.find("TV-0002 ·").text
    await vy.says("/hua")
    assert vy.last.text.startswith("Câu TV-0001, UBND phường Trà Vinh hẹn 30/6/2026")


async def test_where_the_new_office_has_nobody_the_organisers_hear_it_and_can_invite_before(
    talk: Talk, reform: Reform
) -> None:
    minh = await official(talk, "minh", Role.ORGANISER)
    await asks(await resident(talk, "lan"))
    await reform()
    await minh.says("/moi")
    await minh.presses("lãnh đạo")
    assert {"Ngân hàng khu vực", "UBND phường Trà Vinh"} <= set(minh.last.labels)
    minh.news()

    await the_day_comes(talk)

    assert (
        "Từ hôm nay Ngân hàng khu vực lo thay Ngân hàng Chính sách, 1 câu còn mở chuyển qua đó, "
        "mà em chưa liên lạc được ai ở đó trong chat. Anh chị mời giúp em."
    ) in minh.news()


async def test_what_is_asked_again_after_the_reform_goes_to_those_who_answer_now(
    talk: Talk, reform: Reform, url: str
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await answers(tam, tam.last)
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await reform()
    vy = await official(talk, "vy", Role.OFFICER, REGIONAL)
    await the_day_comes(talk)
    assert vy.news() == []

    await lan.presses("Chưa, hỏi lại")
    await lan.says("tôi chưa rõ giấy tờ gì")

    assert "Ngân hàng khu vực" in lan.last.text
    assert "tôi chưa rõ giấy tờ gì" in vy.find("TV-0001 ·").text
    assert await ask(url, "SELECT queue, ward FROM questions") == [(REGIONAL, "tra-vinh")]


async def follower(talk: Talk, chat: str) -> Person:
    """Somebody of Phường 7 who gets its answers."""
    person = await resident(talk, chat)
    await person.says("/traloi")
    await person.presses("Nhận trả lời của phường")
    person.news()
    return person


async def both(talk: Talk, one: Person) -> None:
    """They lived in the new ward's other part before, and follow that, too."""
    async with talk.app.works.begin() as work:
        known = await people.of_address(work.tx, str(one.address))
        assert known
        await broadcasts.subscribe(work.tx, known.id, "tra-vinh", work.now)


async def approved(talk: Talk, lan: Person) -> None:
    """Lan asks the bank, is answered, and it is approved."""
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await answers(tam, tam.find("TV-0001"))
    await hoa.presses("Duyệt")


async def test_what_waited_for_a_ward_s_slot_is_read_out_by_whoever_reads_in_the_new_one(
    talk: Talk, reform: Reform
) -> None:
    await talk.later(hours=9)
    bay = await follower(talk, "bảy")
    await approved(talk, await resident(talk, "lan"))
    await reform()
    vy = await official(talk, "vy", Role.RELAY, "tra-vinh")
    tu = await official(talk, "tư", Role.RELAY, "p1")
    son = await official(talk, "sơn", Role.RELAY, "p7")

    await talk.later(hours=10)
    await vy.says("/bantin")
    assert vy.last.text.startswith("Bản tin Phường 7 05:30 thứ Năm 30/04: 1 câu, chờ phát")
    await talk.later(hours=0.55)
    assert son.news() == [], "the new ward's reader has it"
    assert (ANSWER in vy.last.text, tu.news()) == (True, [])
    assert "Đây là Đài Truyền thanh Phường Trà Vinh." in vy.last.text
    await vy.presses("Đã phát")
    assert vy.last.text == "Đã ghi: phát lúc 05:33 thứ Năm 30/04. Cảm ơn anh chị."
    await talk.later(hours=1)

    assert ANSWER in bay.last.text


async def test_who_followed_a_ward_and_who_lived_there_hears_from_the_one_that_took_over(
    talk: Talk, reform: Reform
) -> None:
    bay, lan = await follower(talk, "bảy"), await resident(talk, "lan")
    await both(talk, bay)
    hoa, nam = [await official(talk, one, Role.ORGANISER) for one in ("hoa", "nam")]
    await asks(lan, GUTTER)
    await reform()
    vy = await official(talk, "vy", Role.HEAD, NEW_WARD)
    await the_day_comes(talk)
    await vy.says("/hangdoi")
    await answers(vy, vy.find("TV-0001 ·"), ANSWER)
    await vy.presses("Duyệt")
    bay.news()
    await talk.later(hours=1)
    assert [ANSWER in one for one in bay.news()] == [True], "once, though they follow two of them"

    await hoa.says("/thongbao")
    await hoa.says("Sáng thứ Bảy phường phát thuốc diệt lăng quăng tại nhà sinh hoạt khóm.")
    await hoa.presses("Một phường, xã")
    await hoa.presses("Phường Trà Vinh")
    await hoa.presses("Gửi duyệt")
    await nam.presses("Duyệt, gửi đi")
    await talk.tick()

    assert [one.last.text.partition("Sáng")[2][:13] for one in (bay, lan)] == [" thứ Bảy phườ"] * 2


async def _lives(talk: Talk, ward: str, *people_: Person) -> None:
    async with talk.app.works.begin() as work:
        for one in people_:
            known = await people.of_address(work.tx, str(one.address))
            assert known
            await people.save(work.tx, replace(known, ward=ward))


async def test_who_moves_between_wards_that_merge_while_people_are_told_hears_it_once(
    talk: Talk, reform: Reform
) -> None:
    bay, lan = await resident(talk, "bảy"), await resident(talk, "lan")
    hoa, nam = [await official(talk, one, Role.ORGANISER) for one in ("hoa", "nam")]
    await reform()
    await the_day_comes(talk)
    await _lives(talk, "tra-vinh", lan)
    await hoa.says("/thongbao")
    await hoa.says("Sáng thứ Bảy phường phát thuốc.")
    await hoa.presses("Một phường, xã")
    await hoa.presses("Phường Trà Vinh")
    await hoa.presses("Gửi duyệt")
    bay.news(), lan.news()
    await nam.presses("Duyệt, gửi đi")

    async with talk.app.works.begin() as work:
        await broadcasting.step(work, size=1)
    await _lives(talk, "tra-vinh", bay)
    await _lives(talk, "p7", lan)
    await talk.tick()

    heard = [["phát thuốc" in one for one in who.news()] for who in (bay, lan)]
    assert heard == [[True], [True]]


async def test_who_says_where_they_live_now_follows_that_ward_and_no_other(
    talk: Talk, reform: Reform, url: str
) -> None:
    bay = await follower(talk, "bảy")
    await reform()
    await the_day_comes(talk)

    await bay.says(GUTTER)
    await bay.presses("Phường Trà Vinh")
    await bay.presses("Khóm 9")

    assert await ask(url, "SELECT ward FROM subscriptions") == [("tra-vinh",)]
