"""Many late questions on one morning are one message, not a card each."""

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, LOAN, official, resident
from tests.stories.mornings import FRIDAY, WEDNESDAY, morning

#: What an official can do about it, and an organiser.
OPEN = "Muốn mở thẻ câu nào thì anh chị nhắn số câu đó, như TV-0001."
HAND_ON = "Muốn chuyển câu nào qua cơ quan khác thì anh chị nhắn số câu đó, như TV-00{}."


async def _ask_many(talk: Talk, many: int) -> None:
    lan = await resident(talk, "lan")
    for number in range(many):
        await lan.says(f"{LOAN} Tôi hỏi lần thứ {number}.")
        await lan.presses("Đúng rồi, gửi đi")


async def test_forty_late_questions_are_one_message_to_each_level(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    ban = await official(talk, "ban", Role.ORGANISER)
    await _ask_many(talk, 40)
    await talk.clock.move(seconds=(WEDNESDAY - talk.clock.now()).total_seconds() + 3660)
    for one in (minh, hoa, ban):
        one.news()

    await talk.tick()

    lines = "\n".join(
        f"⚠️ TV-{number:04d} · Ngân hàng Chính sách · hẹn 17:00 thứ Ba 12/05"
        for number in range(1, 6)
    )
    digest = f"Anh chị có 40 câu cần lo hôm nay · ⚠️ 40 câu đã quá hẹn. Gấp nhất:\n{lines}"
    assert minh.news() == [f"{digest}\n{OPEN}"]
    assert [one for one in hoa.news() if "cần lo" in one] == [f"{digest}\n{OPEN}"]
    assert [one for one in ban.news() if "cần lo" in one] == [f"{digest}\n{HAND_ON.format('01')}"]
    assert (minh.last.labels, hoa.find("cần lo").labels, ban.find("cần lo").labels) == (
        ["Hàng đợi", "Xem cả 40 câu"],
        ["Hàng đợi", "Xem cả 40 câu"],
        ["Xem cả 40 câu"],
    )
    await minh.says("TV-0001")
    assert minh.last.labels[:3] == ["Nhận", "Trả lời", "Chuyển cơ quan"]
    await minh.presses("Hàng đợi")
    assert "40 câu đã quá hẹn" in minh.find("Hàng đợi Ngân hàng Chính sách:").text


async def test_three_are_cards_and_four_are_one_message(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await _ask_many(talk, 3)
    minh.news()
    await morning(talk, FRIDAY)
    assert [one.splitlines()[0] for one in minh.news()] == [
        "⏳ Sắp tới ngày hẹn trả lời câu này."
    ] * 3

    await _ask_many(talk, 4)  # on Friday 8 May: due on Tuesday 19 May
    minh.news()
    await talk.later(days=7)

    assert [one.splitlines()[0] for one in minh.news()] == [
        "Anh chị có 7 câu cần lo hôm nay · ⚠️ 3 câu đã quá hẹn · ⏳ 4 câu sắp tới hẹn. Gấp nhất:"
    ]


async def test_the_asker_of_many_hears_of_each_once(talk: Talk) -> None:
    await official(talk, "minh", Role.OFFICER, BANK)
    await _ask_many(talk, 4)
    lan = talk.person("lan")
    await morning(talk, WEDNESDAY)
    await morning(talk, WEDNESDAY)

    assert len([one for one in lan.heard if "em xin lỗi cô chú" in one]) == 4


async def test_who_runs_the_programme_looks_through_all_of_them(talk: Talk) -> None:
    """Of 23 five stand in the message; one is answered meanwhile."""
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    ban = await official(talk, "ban", Role.ORGANISER)
    await _ask_many(talk, 23)
    await talk.clock.move(seconds=(WEDNESDAY - talk.clock.now()).total_seconds() + 3660)
    await talk.tick()
    await talk.arrive(hoa.inbound(press="decline:2", happened="pressed"))
    await hoa.says("Việc này của ngân hàng khác")

    await ban.presses("Xem cả 23 câu")
    assert ban.last.text.splitlines()[:3] == [
        "Những câu em đã nhắc anh chị mà chưa xong:",
        "⚠️ TV-0001 · Ngân hàng Chính sách · hẹn 17:00 thứ Ba 12/05",
        "⚠️ TV-0003 · Ngân hàng Chính sách · hẹn 17:00 thứ Ba 12/05",
    ]
    await ban.presses("Xem tiếp")

    _, *lines, last = ban.last.text.splitlines()
    assert [line.split()[1] for line in lines] == ["TV-0022", "TV-0023"]
    assert last == HAND_ON.format("22")
    assert ban.last.labels == []
    await talk.arrive(minh.inbound(press="reminded:99", happened="pressed"))
    assert minh.last.text.startswith("Mấy câu em đã nhắc anh chị giờ không còn câu nào chờ nữa.")
