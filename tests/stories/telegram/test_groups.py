"""An agency works in its group, a ward hears in its own; groups that move on or end."""

import asyncio

import pytest

from bot.domain.people import Role
from tests.doubles.telegram import Group, TelegramDouble
from tests.stories.telegram.town import ANSWER, BANK, QUESTION, Town, shown

HOUSE = "Hộ nghèo muốn sửa nhà dột nát thì xin ở đâu?"


async def test_an_official_ties_a_group_to_the_queue_and_a_stranger_cannot(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    tam = double.user("Tám")
    group = double.group("Tổ tín dụng")

    await group.adds_bot()
    await group.hears("Em là Lắng Nghe")
    await tam.presses("Nối nhóm này", in_=group)
    await group.hears("Nút này dành cho cán bộ đã được mời")
    await minh.presses("Nối nhóm này", in_=group)

    bound = await group.hears("Từ giờ")
    assert "Ngân hàng Chính sách" in bound.text
    await double.presses_answered()


async def test_of_two_who_press_at_once_one_gets_the_question_and_the_other_is_told_who(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    thu = await town.official("Thu", Role.OFFICER, BANK)
    group = await town.group_of(minh, "Tổ tín dụng")
    await town.asks(await town.resident())
    card = await group.hears("TV-0001 · vay vốn · Phường 1")
    assert QUESTION in card.text
    assert not shown(minh, "TV-0001 · "), "the group has it; nobody gets it a second time"

    await asyncio.gather(minh.presses("Nhận", in_=group), thu.presses("Nhận", in_=group))

    await town.sees(group, "TV-0001 · ", "đang giữ")
    holder = "Minh" if "Minh đang giữ" in card.text else "Thu"
    await town.sees(group, f"Câu TV-0001 {holder} đã nhận trước rồi")
    await double.presses_answered()


async def test_an_answer_is_a_reply_to_the_card_and_the_card_changes_in_place_everywhere(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    group = await town.group_of(minh, "Tổ tín dụng")
    lan = await town.resident()
    await town.asks(lan)
    card = await group.hears("TV-0001 · ")
    await hoa.says("/hangdoi")
    own = await hoa.hears("TV-0001 · ")

    await town.replies(minh, card, ANSWER, in_=group)
    preview = await group.hears("Gửi duyệt")
    assert ANSWER in preview.text
    for where in (group, hoa):
        await town.sees(where, "TV-0001 · ", "Minh đang giữ")
    await minh.presses("Gửi duyệt", on=preview, in_=group)
    await group.hears("Câu TV-0001 đã gửi lãnh đạo duyệt")
    await town.sees(group, "TV-0001 · ", "chờ duyệt, Minh soạn", ANSWER)
    await hoa.presses("Duyệt", on=card, in_=group)

    await group.hears("Đã duyệt câu TV-0001")
    await town.settles()
    assert "đã duyệt, chờ giờ phát" in card.text
    assert card.buttons == []
    cards = [bubble for bubble in group.screen if bubble.text.startswith("TV-0001 · ")]
    assert cards == [card], "one card in the group, changed in place"
    assert own.edits >= 1
    assert shown(hoa, "TV-0001 · ", "đã duyệt")


async def test_somebody_without_a_role_is_refused_politely_and_reads_nothing_more(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    group = await town.group_of(minh, "Tổ tín dụng")
    await town.asks(await town.resident())
    card = await group.hears("TV-0001 · ")
    tam = double.user("Tám")

    for label in ("Nhận", "Trả lời", "Chuyển cơ quan"):
        await tam.presses(label, on=card, in_=group)
        await group.hears("Anh chị")
    await town.replies(tam, card, ANSWER, in_=group)
    await town.settles()

    assert "chờ người nhận" in card.text
    assert not shown(group, "Người hỏi sẽ đọc")
    assert tam.heard == []


async def test_nobody_submits_what_a_colleague_is_writing(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    thu = await town.official("Thu", Role.OFFICER, BANK)
    group = await town.group_of(minh, "Tổ tín dụng")
    await town.asks(await town.resident())
    await town.replies(minh, await group.hears("TV-0001 · "), ANSWER, in_=group)
    preview = await group.hears("Gửi duyệt")

    await thu.presses("Gửi duyệt", on=preview, in_=group)
    await town.settles()

    assert shown(group, "TV-0001 · ", "Minh đang giữ")
    assert not shown(group, "đã gửi lãnh đạo duyệt")


async def test_the_wards_group_hears_the_bulletin_as_it_is_read_out(
    double: TelegramDouble, town: Town
) -> None:
    son = await town.official("Sơn", Role.RELAY, "p1")
    ward = await town.group_of(son, "Khóm 3 Phường 1")
    other = await town.group_of(await town.official("Tư", Role.RELAY, "p2"), "Phường 2")
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    lan = await town.resident()
    number = await town.asks(lan)
    await town.drafts(minh, number)
    await town.approves(hoa, number)

    await town.airs_now(son)

    bulletin = await ward.hears("Kính thưa bà con")
    assert QUESTION in bulletin.text
    assert ANSWER in bulletin.text
    await town.sees(lan, "trả lời câu TV-0001")
    await town.settles()
    assert not shown(other, "Kính thưa bà con")


async def test_what_concerns_one_person_is_not_said_in_a_group(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    group = await town.group_of(minh, "Tổ tín dụng")
    lan = await town.resident()
    tam = double.user("Tám")  # who has never written to the bot alone
    link = await town.invitation(Role.OFFICER, BANK)
    start = f"/start@LangNgheBot {link.rpartition('=')[2]}"

    for person in (lan, tam):
        for words in ("/dulieu", "/cauhoi", "/ngung", f"/hoi {HOUSE}", start):
            await person.says(words, in_=group)
            await group.hears("riêng")
    await town.settles()

    told = "\n".join(group.heard)
    assert "Phường 1" not in told
    assert HOUSE not in told
    await tam.opens(link)
    await tam.hears("từ giờ anh chị là")


async def test_words_edited_in_a_group_are_left_alone(double: TelegramDouble, town: Town) -> None:
    double.privacy = False
    minh = await town.official("Minh", Role.OFFICER, BANK)
    group = await town.group_of(minh, "Tổ tín dụng")
    number = await minh.says("Mai hop may gio?", in_=group)
    await town.settles()
    before = list(group.heard)

    await minh.edits(number, "Mai họp mấy giờ?", in_=group)
    await town.settles()

    assert group.heard == before


async def test_chatter_in_a_group_is_none_of_the_bots_business(
    double: TelegramDouble, town: Town
) -> None:
    double.privacy = False  # an administrator has let the bot hear everything
    minh = await town.official("Minh", Role.OFFICER, BANK)
    group = await town.group_of(minh, "Tổ tín dụng")
    tam = double.user("Tám")
    before = list(group.heard)

    for words in ("Trưa nay ăn gì?", "Mai họp mấy giờ vậy anh em?", "1", "Đồng ý"):
        await minh.says(words, in_=group)
        await tam.says(words, in_=group)
    await tam.sends("photo", b"lunch", in_=group)
    await town.settles()

    assert group.heard == before


async def test_an_older_card_of_the_same_question_shows_no_button_that_has_gone(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    number = await town.asks(await town.resident())
    older = await town.card(minh, number)
    await minh.says("/hangdoi")
    newer = await minh.hears(f"{number} · ")

    await minh.presses("Nhận", on=newer)
    await town.sees(minh, f"{number} · ", "Minh đang giữ")
    await town.settles()

    assert "Nhận" not in older.buttons


@pytest.mark.parametrize("finds_out", ["is told", "is refused"])
async def test_a_group_that_becomes_a_supergroup_keeps_its_queue_its_cards_and_its_replies(
    double: TelegramDouble, town: Town, finds_out: str
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    group = await town.group_of(minh, "Tổ tín dụng")
    lan = await town.resident()
    await town.asks(lan)
    first = await group.hears("TV-0001 · ")
    await town.settles()
    old = group.id

    if finds_out == "is told":
        await group.becomes_supergroup()
    else:
        becomes_supergroup_unnoticed(double, group)
    await town.asks(lan, "Vay vốn cho con đi học đại học thì làm hồ sơ ở đâu?")
    second = await group.hears("TV-0002 · ")
    await town.replies(minh, second, ANSWER, in_=group)
    preview = await group.hears("Gửi duyệt")
    await minh.presses("Gửi duyệt", on=preview, in_=group)
    await group.hears("Câu TV-0002 đã gửi lãnh đạo duyệt")
    await town.replies(minh, first, ANSWER, in_=group)
    preview = await group.hears("Ngân hàng Chính sách trả lời câu TV-0001")
    await minh.presses("Gửi duyệt", on=preview, in_=group)
    await group.hears("Câu TV-0001 đã gửi lãnh đạo duyệt")
    await town.sees(group, "TV-0001 · ", "chờ duyệt")
    await hoa.presses("Duyệt", on=first, in_=group)
    await group.hears("Đã duyệt câu TV-0001")

    await town.sees(group, "TV-0001 · ", "đã duyệt")
    assert first.edits >= 2
    late = [call for call in double.calls if call.fields.get("chat_id") == old]
    assert late[-1].at < town.sends(group)[0].at, "nothing goes to the old one once that is known"
    cards = [one.text.split()[0] for one in group.screen if " · vay vốn" in one.text]
    assert sorted(cards) == ["TV-0001", "TV-0002"], "no card twice"


def becomes_supergroup_unnoticed(double: TelegramDouble, group: Group) -> None:
    """As long as the telling is on its way, only a refused call can tell."""
    new = group.id - 1_000_000_000_000
    double.moves(group, new)
    group.chat = {**group.chat, "id": new, "type": "supergroup"}


async def test_a_group_that_removes_the_bot_leaves_the_work_to_the_officials_own_chats(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    group = await town.group_of(minh, "Tổ tín dụng")
    await group.removes_bot()
    await town.settles()
    before = town.calls_for(group)

    await town.asks(await town.resident())

    await town.sees(minh, "TV-0001 · ")
    assert town.calls_for(group) == before
