"""Silence has climbed: a head or an organiser hands the question on themselves, with a reason."""

import pytest

from bot.domain.people import Role
from bot.domain.questions import Move
from storage import history, people, questions
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, INSURANCE, INSURER, WARD_7, asks, official, resident
from tests.stories.mornings import ABOVE, LATE, WEDNESDAY, morning

WHY = "Việc này bên bảo hiểm lo"


async def climbed(talk: Talk) -> tuple[Person, Person, Person, Person, Person]:
    """Lan's question at the bank is late; tam of the insurer has not heard of it."""
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    ban = await official(talk, "ban", Role.ORGANISER)
    tam = await official(talk, "tam", Role.OFFICER, INSURER)
    lan = await resident(talk, "lan")
    await asks(lan)
    return lan, minh, hoa, ban, tam


async def _all_have_read(*everybody: Person) -> None:
    for one in everybody:
        one.news()


async def test_an_organiser_hands_on_what_silence_brought_up(talk: Talk) -> None:
    lan, minh, hoa, ban, tam = await climbed(talk)
    await morning(talk, WEDNESDAY)
    assert ban.last.text == ABOVE
    await _all_have_read(lan, minh, hoa, ban, tam)

    await ban.presses("Chuyển cơ quan")
    assert ban.last.text == (
        "Câu TV-0001 đang ở Ngân hàng Chính sách, về vay vốn. Chuyển cho cơ quan nào?"
    )
    await ban.presses("Bảo hiểm xã hội")
    assert ban.last.labels == ["Quay lại", "Thôi"]
    await ban.says(WHY)

    assert ban.last.text == "Đã chuyển câu TV-0001 cho Bảo hiểm xã hội và báo người hỏi hẹn mới."
    assert lan.news() == [
        f"Dạ, câu TV-0001 đã chuyển từ Ngân hàng Chính sách qua Bảo hiểm xã hội, vì: {WHY}. "
        "Cô chú sẽ được trả lời trước 17:00 thứ Sáu 22/05, đã trừ cuối tuần."
    ]
    gone = (
        "Ban tổ chức (Ban) đã chuyển câu TV-0001 qua Bảo hiểm xã hội, vì: Việc này bên bảo hiểm "
        "lo. Câu này không còn ở hàng đợi bên mình, anh chị không cần làm gì thêm."
    )
    assert (minh.news(), hoa.news()) == ([gone], [gone])
    (card,) = tam.news()
    assert card.startswith("TV-0001 · ")
    assert f"↪️ Chuyển qua vì: “{WHY}”" in card


async def test_the_history_says_who_handed_it_on_and_why(talk: Talk) -> None:
    await climbed(talk)
    ban = talk.person("ban")
    await ban.says("TV-0001")
    await ban.presses("Chuyển cơ quan")
    await ban.presses("Bảo hiểm xã hội")
    await ban.says(WHY)

    async with talk.app.works.begin() as work:
        found = await questions.numbered(work.tx, "TV-0001")
        known = await people.of_address(work.tx, str(ban.address))
        assert found
        assert known
        event = await history.last(work.tx, found.id, Move.TRANSFER)
    assert event
    assert (event.actor, event.note, event.detail) == (known.id, WHY, f"{BANK} → {INSURER}")


async def test_the_old_promise_starts_over_and_nobody_hears_of_it_again(talk: Talk) -> None:
    lan, minh, hoa, ban, tam = await climbed(talk)
    await morning(talk, WEDNESDAY)
    await ban.presses("Chuyển cơ quan")
    await ban.presses("Bảo hiểm xã hội")
    await ban.says(WHY)
    await _all_have_read(lan, minh, hoa, ban, tam)

    await talk.later(days=1)

    heard = [line for one in (lan, minh, hoa, ban, tam) for line in one.news()]
    assert [line for line in heard if "TV-0001" in line] == []


@pytest.mark.parametrize("done", ["drafted", "asked back"])
async def test_what_is_being_answered_is_not_handed_on(talk: Talk, done: str) -> None:
    _, minh, *_ = await climbed(talk)
    ban = talk.person("ban")
    await ban.says("TV-0001")
    if done == "drafted":
        await minh.replies(minh.last, "Cô chú ra ngân hàng làm hồ sơ vay nghen.")
        await minh.presses("Gửi duyệt")
    else:
        await minh.presses("Nhận")
        await minh.presses("Hỏi thêm")
        await minh.says("Hộ mình có mấy người?")

    await ban.presses("Chuyển cơ quan")
    assert ban.last.text.startswith("Câu TV-0001 đ")
    assert ban.last.labels == []
    await ban.says("TV-0001")
    assert ban.last.labels == []


async def test_whoever_was_writing_its_answer_is_told_and_sends_none(talk: Talk) -> None:
    _, minh, _, ban, _ = await climbed(talk)
    await minh.presses("Trả lời")
    await ban.says("TV-0001")
    await ban.presses("Chuyển cơ quan")
    await ban.presses("Bảo hiểm xã hội")
    await ban.says(WHY)
    assert [one for one in minh.heard if one.startswith("Ban tổ chức (Ban) đã chuyển câu TV-0001")]

    await minh.says("Cô chú ra ngân hàng làm hồ sơ vay nghen.")

    assert minh.last.text.startswith("Câu này không thuộc hàng đợi của anh chị.")


async def test_an_organiser_gives_a_reason_for_the_asker_reads_it(talk: Talk) -> None:
    """A button of an officer, pressed by an organiser: no question goes on without a word."""
    _, minh, _, ban, _ = await climbed(talk)
    await ban.says("TV-0001")
    await ban.presses("Chuyển cơ quan")
    await ban.presses("Bảo hiểm xã hội")
    assert ban.last.text == (
        "Vì sao chuyển câu TV-0001 cho Bảo hiểm xã hội? Anh chị nhắn lý do, người hỏi và nơi nhận "
        "cùng đọc."
    )

    await talk.arrive(
        ban.inbound(happened="pressed", press=f"transfernow:1.{INSURER}", press_id="forged")
    )

    assert ban.last.text == (
        "Câu TV-0001 anh chị chuyển thay cho người đang lo, nên phải có lý do cho người hỏi đọc. "
        "Anh chị nhắn lý do giúp em."
    )
    assert minh.last.labels == ["Nhận", "Trả lời", "Chuyển cơ quan"]
    await ban.says(WHY)
    assert ban.last.text.startswith("Đã chuyển câu TV-0001 cho Bảo hiểm xã hội")


async def test_a_head_takes_a_late_question_out_of_an_officer_s_hands(talk: Talk) -> None:
    lan, minh, hoa, _, tam = await climbed(talk)
    await minh.presses("Nhận")
    await morning(talk, WEDNESDAY)
    assert hoa.find("TV-0001").text.splitlines()[0] == LATE
    assert hoa.find("TV-0001").labels == ["Để lại hàng đợi", "Chuyển cơ quan", "Không trả lời"]
    await _all_have_read(lan, minh, hoa, tam)

    await hoa.presses("Chuyển cơ quan")
    assert "Chuyển kín" in hoa.last.labels
    await hoa.presses("Bảo hiểm xã hội")
    await hoa.says(WHY)

    assert minh.news() == [
        "Lãnh đạo (Hoa) đã chuyển câu TV-0001 qua Bảo hiểm xã hội, vì: Việc này bên bảo hiểm lo. "
        "Câu này không còn ở hàng đợi bên mình, anh chị không cần làm gì thêm."
    ]
    assert hoa.news()[-1] == ("Đã chuyển câu TV-0001 cho Bảo hiểm xã hội và báo người hỏi hẹn mới.")
    assert not [one for one in hoa.heard if "Lãnh đạo (Hoa)" in one]
    assert len(lan.news()) == 1
    assert tam.last.text.startswith("TV-0001 · ")


async def test_a_ward_s_head_hands_on_what_nobody_of_the_ward_answered(talk: Talk) -> None:
    await official(talk, "minh", Role.OFFICER, WARD_7)
    hoa = await official(talk, "hoa", Role.HEAD, WARD_7)
    tam = await official(talk, "tam", Role.OFFICER, INSURER)
    lan = await resident(talk, "lan")
    await asks(lan, "Đường hẻm tổ 3 ngập hoài, chừng nào phường sửa cống?")
    await morning(talk, WEDNESDAY)

    await hoa.presses("Chuyển cơ quan")
    await hoa.presses("Bảo hiểm xã hội")
    await hoa.says(WHY)

    assert tam.last.text.startswith("TV-0001 · ")
    assert "vì: Việc này bên bảo hiểm lo." in lan.last.text


async def test_what_is_sealed_only_its_heads_hand_on(talk: Talk) -> None:
    hoa = await official(talk, "hoa", Role.HEAD, WARD_7)
    ban = await official(talk, "ban", Role.ORGANISER)
    lan = await resident(talk, "lan")
    await lan.says("Ông tổ trưởng tên Năm ăn chặn tiền hỗ trợ của bà con, tôi tố cáo")
    await lan.presses("Đúng rồi, gửi đi")
    number = hoa.last.text.split("TV-")[1][:4]
    ban.news()

    await ban.says(f"TV-{number}")
    assert ban.last.labels == [] or "Chuyển cơ quan" not in ban.last.labels
    await talk.arrive(ban.inbound(happened="pressed", press="transfer:1", press_id="forged"))
    assert ban.last.text.startswith("Anh chị chưa có hàng đợi nào."), "it is none of theirs"
    assert ban.last.labels == []


async def test_an_organiser_who_asked_it_is_no_organiser_of_it(talk: Talk) -> None:
    await official(talk, "minh", Role.OFFICER, BANK)
    ban = await resident(talk, "ban")
    await official(talk, "ban", Role.ORGANISER)
    await asks(ban)

    await talk.arrive(ban.inbound(happened="pressed", press="transfer:1", press_id="forged"))

    assert ban.last.text.startswith("Anh chị chưa có hàng đợi nào."), "it is none of theirs"
    assert ban.last.labels == []


async def test_those_that_ask_the_same_go_along_and_each_asker_reads_why(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    ban = await official(talk, "ban", Role.ORGANISER)
    tam = await official(talk, "tam", Role.OFFICER, INSURER)
    lan, ut = await resident(talk, "lan"), await resident(talk, "ut")
    await asks(lan)
    await asks(ut)
    await talk.tick()
    await minh.presses("Gộp")
    await minh.says("TV-0001 TV-0002")
    await talk.tick()
    await _all_have_read(lan, ut, tam)

    await ban.says("TV-0002")
    await ban.presses("Chuyển cơ quan")
    assert "cùng 1 câu hỏi giống vậy" in ban.last.text
    await ban.presses("Bảo hiểm xã hội")
    await ban.says(WHY)
    await talk.tick()

    for one in (lan, ut):
        (told,) = one.news()
        assert f"qua Bảo hiểm xã hội, vì: {WHY}." in told
    assert len([one for one in tam.news() if one.startswith("TV-0001 · ")]) == 1


async def test_a_group_that_worked_on_it_reads_that_it_is_gone(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    ban = await official(talk, "ban", Role.ORGANISER)
    group = talk.group("-1", "Tổ tín dụng")
    await group.member(minh).says("/nhom")
    await group.member(minh).presses("Nối nhóm này")
    await asks(await resident(talk, "lan"))

    await ban.says("TV-0001")
    await ban.presses("Chuyển cơ quan")
    await ban.presses("Bảo hiểm xã hội")
    await ban.says(WHY)

    assert group.heard[-1].startswith("Ban tổ chức (Ban) đã chuyển câu TV-0001")
    assert not [one for one in minh.heard if "đã chuyển câu TV-0001" in one]


async def test_an_officer_s_reason_is_read_by_the_asker_too(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "tam", Role.OFFICER, INSURER)
    lan = await resident(talk, "lan")
    await asks(lan, INSURANCE)
    await asks(lan)
    await minh.presses("Chuyển cơ quan")
    await minh.presses("Bảo hiểm xã hội")
    assert minh.last.text == (
        "Vì sao chuyển câu TV-0002 cho Bảo hiểm xã hội? Anh chị nhắn lý do, người hỏi và nơi nhận "
        "cùng đọc, hoặc bấm Không cần lý do."
    )

    await minh.says("Câu này về thẻ bảo hiểm.")

    assert lan.last.text.startswith(
        "Dạ, câu TV-0002 đã chuyển từ Ngân hàng Chính sách qua Bảo hiểm xã hội, vì: Câu này về thẻ "
        "bảo hiểm. Cô chú sẽ được trả lời trước"
    )


async def test_what_an_organiser_hands_on_teaches_nothing(talk: Talk) -> None:
    """They read none of its words."""
    *_, ban, _ = await climbed(talk)
    await ban.says("TV-0001")
    await ban.presses("Chuyển cơ quan")
    await ban.presses("Bảo hiểm xã hội")
    await ban.says(WHY)

    assert talk.app.works.cache.labels == ()
