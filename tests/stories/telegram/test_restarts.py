"""The product is restarted at every step of every conversation: it goes on there."""

from collections.abc import Mapping

import pytest
from _pytest.mark import ParameterSet

from bot.domain.people import Role
from tests.doubles.telegram import TelegramDouble, User
from tests.stories.telegram.town import ANSWER, BANK, QUESTION, Town

#: What is done (``says``, ``presses``), what with, and words of what is heard then.
Journey = tuple[tuple[str, str, str], ...]

RESIDENT: Mapping[str, Journey] = {
    "a resident asks": (
        ("says", "/start", "Cô chú đồng ý không?"),
        ("presses", "Đồng ý", "phường, xã nào?"),
        ("presses", "Phường 1", "khóm, ấp nào của Phường 1?"),
        ("presses", "Khóm 3", "cứ nhắn thẳng vào đây"),
        ("says", QUESTION, "Được thì cô chú bấm Đúng rồi, gửi đi"),
        ("presses", "Đúng rồi, gửi đi", "số TV-0001. Trả lời trước"),
        ("presses", "Nói thêm", "nói thêm cho câu TV-0001"),
        ("says", "Nhà con có 2 con bò rồi", "đã ghi thêm vào câu TV-0001"),
    ),
    "a resident asks before anything else": (
        ("says", QUESTION, "Cô chú đồng ý không?"),
        ("presses", "Đồng ý", "phường, xã nào?"),
        ("says", "phuong 1", "khóm, ấp nào của Phường 1?"),
        ("says", "khom 3", "Được thì cô chú bấm Đúng rồi, gửi đi"),
        ("presses", "Cơ quan khác", "muốn gửi câu này cho cơ quan nào?"),
        ("presses", "Bảo hiểm xã hội", "đã gửi câu hỏi của cô chú cho Bảo hiểm xã hội, số TV-0001"),
    ),
    "a resident signs up for the session": (
        ("says", "/start", "Cô chú đồng ý không?"),
        ("presses", "Đồng ý", "phường, xã nào?"),
        ("presses", "Phường 1", "khóm, ấp nào"),
        ("presses", "Bỏ qua", "cứ nhắn thẳng vào đây"),
        ("presses", "Đăng ký dự đối thoại", "thuộc diện nào"),
        ("presses", "Hộ cận nghèo", "tên họ là gì"),
        ("says", "Thạch Thị Lan", "số điện thoại"),
        ("presses", "Không có số", "Đúng chưa cô chú?"),
        ("presses", "Đúng rồi, đăng ký", "đã ghi tên nhà cô chú xin dự"),
    ),
}

OFFICER: Mapping[str, Journey] = {
    "an officer answers": (
        ("presses", "Nhận", "đã nhận câu TV-0001"),
        ("presses", "Trả lời", "nhắn câu trả lời cho TV-0001"),
        ("says", ANSWER, "Gửi duyệt"),
        ("presses", "Gửi duyệt", "đã gửi lãnh đạo duyệt"),
    ),
    "an officer asks for more time": (
        ("presses", "Nhận", "Minh đang giữ"),
        ("presses", "Xin thêm thời gian", "thêm mấy ngày làm việc"),
        ("presses", "2 ngày", "Vì sao cần thêm 2 ngày"),
        ("says", "Chờ ngân hàng tỉnh cấp thêm vốn", "có hẹn mới"),
    ),
    "an officer asks back": (
        ("presses", "Nhận", "Minh đang giữ"),
        ("presses", "Hỏi thêm", "cần người hỏi cho biết thêm điều gì"),
        ("says", "Cô đã có sổ hộ cận nghèo năm nay chưa?", "Đã hỏi thêm ở câu TV-0001"),
    ),
    "an officer hands it on": (
        ("presses", "Chuyển cơ quan", "cho cơ quan nào?"),
        ("presses", "Phòng Kinh tế", "Vì sao chuyển câu TV-0001"),
        ("says", "Nuôi bò là bên kinh tế", "Đã chuyển câu TV-0001 cho Phòng Kinh tế"),
    ),
}

HEAD: Journey = (
    ("presses", "Trả lại", "Vì sao trả lại"),
    ("says", "Ghi rõ lãi suất giùm", "Đã trả lại câu TV-0001"),
)


def steps(journeys: Mapping[str, Journey]) -> list[ParameterSet]:
    """Each journey with each step at which the product is down."""
    return [
        pytest.param(journey, at, id=f"{name}, step {at + 1}")
        for name, journey in journeys.items()
        for at in range(len(journey))
    ]


async def plays(town: Town, person: User, journey: Journey, down_at: int) -> None:
    """Play a journey; at one step the product is down while the person goes on."""
    for at, (verb, what, words) in enumerate(journey):
        if at == down_at:
            await town.stops()
        await (person.says(what) if verb == "says" else person.presses(what))
        if at == down_at:
            await town.starts()
        await person.hears(words)


@pytest.mark.parametrize(("journey", "down_at"), steps(RESIDENT))
async def test_a_residents_conversation_goes_on_where_it_was(
    double: TelegramDouble, town: Town, journey: Journey, down_at: int
) -> None:
    lan = double.user("Lan")

    await plays(town, lan, journey, down_at)


@pytest.mark.parametrize(("journey", "down_at"), steps(OFFICER))
async def test_an_officers_conversation_goes_on_where_it_was(
    double: TelegramDouble, town: Town, journey: Journey, down_at: int
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    await town.official("Hoa", Role.HEAD, BANK)
    await town.asks(await town.resident())
    await town.card(minh, "TV-0001")

    await plays(town, minh, journey, down_at)


@pytest.mark.parametrize("down_at", range(len(HEAD)))
async def test_a_heads_conversation_goes_on_where_it_was(
    double: TelegramDouble, town: Town, down_at: int
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    number = await town.asks(await town.resident())
    await town.drafts(minh, number)
    await town.sees(hoa, "TV-0001 · ", "chờ duyệt")

    await plays(town, hoa, HEAD, down_at)


async def test_a_restart_before_every_step_of_everybody_changes_nothing(
    double: TelegramDouble, town: Town
) -> None:
    """One whole loop in which the product never lives longer than a single message."""
    lan = await town.resident()
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    son = await town.official("Sơn", Role.RELAY, "p1")

    for person, verb, what, words in (
        (lan, "says", QUESTION, "Được thì cô chú bấm Đúng rồi, gửi đi"),
        (lan, "presses", "Đúng rồi, gửi đi", "số TV-0001. Trả lời trước"),
        (minh, "presses", "Nhận", "đã nhận câu TV-0001"),
        (minh, "presses", "Trả lời", "nhắn câu trả lời cho TV-0001"),
        (minh, "says", ANSWER, "Gửi duyệt"),
        (minh, "presses", "Gửi duyệt", "đã gửi lãnh đạo duyệt"),
        (hoa, "presses", "Duyệt", "Đã duyệt câu TV-0001"),
        (son, "presses", "Bản tin", "chờ phát"),
        (son, "presses", "Phát ngay", "phát luôn hả"),
        (son, "presses", "Phát luôn", "Kính thưa bà con"),
        (lan, "presses", "Có, cảm ơn", "khép câu TV-0001"),
        (son, "presses", "Đã phát", "Đã ghi: phát lúc"),
    ):
        await town.settles()
        await town.restarts()
        await (person.says(what) if verb == "says" else person.presses(what))
        await person.hears(words)

    await town.settles()
    assert len([words for words in lan.heard if ANSWER in words]) == 1
    assert len([words for words in son.heard if words.startswith("📢")]) == 1
