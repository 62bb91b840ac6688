"""Several matters in one message may become several questions; one press sends them as one."""

import pytest

from tests.doubles.chat import Talk
from tests.stories.cast import resident

BOTH = (
    "Cho tôi hỏi hộ nghèo vay vốn nuôi bò thì làm đơn ở đâu? "
    "Đèn đường hẻm 5 tắt cả tháng nay, đề nghị phường sửa."
)
SPOKEN = (
    "cho tôi hỏi hộ nghèo vay vốn nuôi bò thì làm đơn ở đâu "
    "với lại cho tôi hỏi thẻ bảo hiểm y tế bị mất thì xin cấp lại ở đâu"
)


async def test_a_message_about_two_matters_may_become_two_questions(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says(BOTH)
    await lan.presses("Tách thành 2 câu")

    first, second = lan.heard[-2:]
    assert first.startswith("“Cho tôi hỏi hộ nghèo vay vốn nuôi bò thì làm đơn ở đâu?”")
    assert second.startswith("“Đèn đường hẻm 5 tắt cả tháng nay, đề nghị phường sửa.”")
    assert "Ngân hàng Chính sách" in first
    await lan.presses("Đúng rồi, gửi đi")
    assert "số TV-0001. Trả lời trước" in lan.last.text


async def test_one_press_sends_it_as_one(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says(BOTH)
    await lan.presses("Đúng rồi, gửi đi")

    assert "số TV-0001. Trả lời trước" in lan.last.text
    await lan.says("/cauhoi")
    shown = f"{lan.last.text} {lan.last.labels}"
    assert "TV-0001" in shown
    assert "TV-0002" not in shown


async def test_what_was_spoken_has_no_full_stops(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(SPOKEN)
    assert "Tách thành 2 câu" in lan.last.labels


async def test_one_matter_is_not_offered_to_be_cut(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says("Hộ nghèo vay vốn nuôi bò thì làm đơn ở đâu? Lãi bao nhiêu một tháng?")
    assert not [label for label in lan.last.labels if label.startswith("Tách")]


async def test_a_second_press_finds_that_it_was_cut_already(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(BOTH)
    await lan.presses("Tách thành 2 câu")
    await lan.presses("Tách thành 2 câu")
    assert len([heard for heard in lan.heard if "câu này em gửi cho" in heard]) == 3


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        pytest.param(
            "cho tui hỏi vay vốn nuôi bò với lại thằng nhỏ học lớp 3 có được miễn tiền học không "
            "rồi cái thẻ bảo hiểm của má tui hết hạn phải làm sao",
            3,
            id="in one breath",
        ),
        pytest.param(
            "hỏi vay vốn nuôi heo, hỏi miễn học phí cho con, hỏi thẻ bảo hiểm y tế hết hạn",
            3,
            id="a list",
        ),
        pytest.param(
            "Tui muốn vay vốn nuôi heo. Con tui học lớp 2 có được miễn học phí không? "
            "Thẻ BHYT của má tui hết hạn làm sao?",
            3,
            id="a wish and two questions",
        ),
        pytest.param(
            "cho hoi the bao hiem y te ho ngheo bao gio co, voi lai den duong hem 7 tat hoai "
            "de nghi sua dum",
            2,
            id="without marks",
        ),
        pytest.param(
            "nhà tui hộ nghèo, tui muốn hỏi vay vốn nuôi bò, rồi lãi bao nhiêu, với lại vay mấy "
            "năm thì trả",
            0,
            id="one matter, told in pieces",
        ),
        pytest.param(
            "nhà tui dột nát, mùa mưa nước chảy vô giường, rồi con cái bịnh hoài, xin xét cho căn "
            "nhà tình thương",
            0,
            id="one wish and its story",
        ),
    ],
)
async def test_as_many_questions_are_offered_as_were_asked(
    talk: Talk, words: str, offered: int
) -> None:
    lan = await resident(talk, "lan")
    await lan.says(words)
    cuts = [label for label in lan.last.labels if label.startswith("Tách")]
    assert cuts == ([f"Tách thành {offered} câu"] if offered else [])
