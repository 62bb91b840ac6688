"""Which words, presses and replies lead to which handler."""

import pytest

from bot.domain.messages import Happened, Inbound
from storage import pairs
from tests.doubles.dispatching import Office
from tests.doubles.spine import said


@pytest.mark.parametrize(
    ("message", "handler"),
    [
        (said("/hoi khi nào"), "command: /hoi khi nào"),
        (said("Câu hỏi của tôi"), "label: Câu hỏi của tôi"),
        (said("cau hoi cua toi"), "label: cau hoi cua toi"),
        (said("", press="send:12"), "press 12"),
        (said("", press="gone:12"), "lost: "),
        (said("", press="back:"), "lost: "),
        (said("", start="CODE"), "start CODE"),
        (said("", happened=Happened.OPENED), "opened: "),
        (said("sửa", happened=Happened.EDITED), "edited: sửa"),
        (said("chuyện khác", group=True, sender="minh", chat="-1"), "group: chuyện khác"),
    ],
)  # fmt: skip
async def test_what_happened_leads_to_its_handler(
    office: Office, message: Inbound, handler: str
) -> None:
    await office.arrive(message)

    assert office.heard == [handler]


async def test_words_fill_the_step_that_waits_for_them(office: Office) -> None:
    await office.arrive(said("ask"), said("Lê Thị Lan"))

    assert office.heard == ["ask", "step: Lê Thị Lan"]


async def test_a_typed_number_means_the_last_buttons_shown(office: Office) -> None:
    await office.arrive(said("ask"), said("1"))

    assert office.heard == ["ask", "press 12"]


async def test_a_reply_to_a_message_of_ours_leads_to_what_it_is_about(office: Office) -> None:
    await office.arrive(said("chào"))
    async with office.works.begin() as work:
        pair = await pairs.put(work.tx, "line:lan", "question:7", pairs.NOTE, work.now)
        await pairs.named(work.tx, pair, "m7")

    await office.arrive(said("trả lời", reply_to="m7", to_bot=True))

    assert office.heard[1:] == ["press 7"]


async def test_a_press_is_acknowledged_whatever_comes_of_it(office: Office) -> None:
    await office.arrive(said("", press="send:12", press_id="p1"))

    assert ("line:lan", "ack", "p1") in await office.outgoing()
