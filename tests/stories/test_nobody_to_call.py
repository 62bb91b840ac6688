"""A programme that names nobody to call: no text breaks off where a number would stand.

Everybody here is invented.
"""

from dataclasses import replace

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import official, resident


@pytest.fixture(autouse=True)
def _nobody(talk: Talk) -> None:
    cache = talk.app.works.cache
    cache.put(replace(cache.programme, contact=""))


async def test_a_voice_message_is_asked_for_in_words(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("")

    assert lan.last.text == (
        "Dạ tin thoại, tin hình em chưa hiểu được. Cô chú nhắn vài chữ, hay nhờ con cháu nhắn giùm."
    )


async def test_who_does_not_agree_reads_how_to_change_their_mind(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says("/start")

    await lan.presses("Không đồng ý")

    assert lan.last.text == "Dạ em không giữ gì của cô chú hết. Cô chú đổi ý thì bấm Đồng ý."


async def test_help_ends_with_what_can_be_written(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("/giup")

    assert lan.news()[0] == (
        "Cô chú cứ nhắn câu hỏi vào đây như nhắn cho con cháu, em chuyển đúng cơ quan "
        "rồi báo lại câu trả lời."
    )


async def test_officials_read_of_no_number_either(talk: Talk) -> None:
    an = await official(talk, "an", Role.ADMIN)

    await an.says("/giup")

    assert an.news()[0].endswith("anh chị không cần nhớ lệnh nào.")
