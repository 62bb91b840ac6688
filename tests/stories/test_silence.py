"""``/ngung``: silence that is asked for, and ended."""

from tests.doubles.chat import Talk
from tests.stories.cast import resident


async def test_silence_can_be_asked_for_and_ended(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("/ngung")
    assert lan.last.text == (
        "Dạ em ngưng nhắn, chỉ trả lời khi cô chú nhắn trước; "
        "có câu trả lời thì cô chú vào Câu hỏi của tôi để xem. "
        "Cô chú muốn nhận tin lại thì bấm nút dưới."
    )
    await lan.presses("Nhận tin lại")

    assert lan.last.text == "Dạ em sẽ báo tin cho cô chú như trước."


async def test_silence_that_is_asked_for_twice_stays(talk: Talk) -> None:
    """Old people send a command twice to be sure."""
    lan = await resident(talk, "lan")
    await lan.says("/ngung")
    assert lan.last.labels == ["Nhận tin lại", "Câu hỏi của tôi"]

    await lan.says("/ngung")

    assert lan.last.text == (
        "Dạ em đang ngưng nhắn rồi. Cô chú muốn nhận tin lại thì bấm nút dưới."
    )
    assert lan.last.labels == ["Nhận tin lại"]
