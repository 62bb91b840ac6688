"""What officials correct counts from the next question on, in every process, until it is erased."""

from bot.domain.people import Role
from bot.services.questions import labels
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, INSURER, LOAN, official, resident
from tests.stories.test_my_data import erases

AGAIN = "ho can ngheo vay 50 trieu nuoi bo thi lai bao nhieu 1 thang vay"
SECRET = "Tôi bị HIV, hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?"


async def handed_on(talk: Talk, text: str = LOAN) -> None:
    """Lan's question went to the bank, which says that it is the insurer's."""
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await official(talk, "hiền", Role.HEAD, BANK)
    await lan.says(text)
    await lan.presses("Đúng rồi, gửi đi")
    await tam.presses("Chuyển cơ quan")
    await tam.presses("Bảo hiểm xã hội")
    await tam.presses("Không cần lý do")


async def test_the_next_question_like_it_goes_where_the_last_was_handed_on(talk: Talk) -> None:
    await official(talk, "sơn", Role.OFFICER, INSURER)
    await handed_on(talk)
    binh = await resident(talk, "bình")
    await binh.says(AGAIN)
    assert "câu này em gửi cho Bảo hiểm xã hội" in binh.last.text


async def test_a_question_about_something_else_goes_where_it_always_went(talk: Talk) -> None:
    await handed_on(talk)
    binh = await resident(talk, "bình")
    await binh.says("Muốn vay vốn cho con học đại học thì làm hồ sơ ở đâu?")
    assert "câu này em gửi cho Ngân hàng Chính sách" in binh.last.text


async def test_what_is_private_teaches_nothing(talk: Talk) -> None:
    await handed_on(talk, SECRET)
    assert talk.app.works.cache.labels == ()


async def test_another_process_knows_it_at_its_next_look(talk: Talk) -> None:
    await handed_on(talk)
    cache = talk.app.works.cache
    taught = cache.labels
    cache.remember(())
    await labels.refresh(talk.app.works)
    assert cache.labels == taught
    assert [one.text for one in taught] == [LOAN]


async def test_who_is_erased_no_longer_teaches(talk: Talk) -> None:
    await handed_on(talk)
    await erases(talk.person("lan"))
    assert talk.app.works.cache.labels == ()
