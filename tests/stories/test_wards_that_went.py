"""A ward that was merged into another between a question and its sending."""

from dataclasses import replace

from storage import people
from tests.doubles.chat import Talk
from tests.stories.cast import LOAN, resident


async def test_a_question_is_kept_until_its_asker_has_said_where_they_live_now(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    async with talk.app.works.begin() as work:
        known = await people.of_address(work.tx, str(lan.address))
        assert known
        await people.save(work.tx, replace(known, ward="merged"))

    await lan.presses("Đúng rồi, gửi đi")
    await lan.presses("Phường 7")
    await lan.presses("Khóm 3")
    await lan.presses("Đúng rồi, gửi đi")

    assert lan.find("Dạ em đã gửi câu hỏi của cô chú").text
