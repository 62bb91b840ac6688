"""The same answer in Khmer, typed by a person: who reads Khmer gets it first. Invented people."""

from dataclasses import replace

import pytest

from bot.config import Settings
from bot.domain.people import Role
from bot.services.answers import answers
from storage import people
from tests.conftest import settings_for
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, asks, official, resident

KHMER = "គ្រួសារជិតក្រីក្រអាចខ្ចីបានមួយរយលានដុង។"


@pytest.fixture
def settings(url: str) -> Settings:
    """The example where somebody has read the Khmer texts, and people may choose it."""
    made = settings_for(url)
    khmer = {"offered": ("vi", "en", "km"), "khmer_confirmed": True}
    return made.model_copy(update={"languages": made.languages.model_copy(update=khmer)})


async def written(talk: Talk) -> tuple[Person, Person, Person]:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Thêm bản tiếng Khmer")
    return lan, tam, hoa


async def test_who_reads_khmer_gets_both_and_the_library_keeps_both(talk: Talk) -> None:
    lan, tam, hoa = await written(talk)
    await tam.says(KHMER)
    assert f"Bản tiếng Khmer: {KHMER}" in tam.last.text
    async with talk.app.works.begin() as work:
        asker = await people.of_address(work.tx, str(lan.address))
        assert asker is not None
        await people.save(work.tx, replace(asker, language="km"))
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)

    assert f"{KHMER}\n\n{ANSWER}" in lan.last.text
    async with talk.app.works.look() as work:
        [public] = await answers.published(work, "p7")
    assert (public.answer, public.khmer) == (ANSWER, KHMER)


async def test_the_head_reads_what_is_approved_with_the_answer(talk: Talk) -> None:
    _, tam, hoa = await written(talk)
    await tam.says(KHMER)
    await tam.presses("Căn cứ")
    await tam.says("NĐ 28/2015/NĐ-CP, QĐ 157/2007/QĐ-TTg")

    await tam.presses("Gửi duyệt")

    assert hoa.last.text.endswith(
        f"{ANSWER}\n\nBản tiếng Khmer: {KHMER}\n\nCăn cứ: NĐ 28/2015/NĐ-CP; QĐ 157/2007/QĐ-TTg"
    )
    assert hoa.last.labels == ["Duyệt", "Trả lại"]


async def test_other_letters_are_asked_for_again(talk: Talk) -> None:
    _, tam, _ = await written(talk)

    await tam.says("ho can ngheo")

    assert tam.last.text == (
        "Em không thấy chữ Khmer trong tin này. Anh chị nhờ người viết bằng chữ Khmer giúp em."
    )


async def released(talk: Talk, khmer: str) -> tuple[Person, Person]:
    """An answer in both languages on its way to Phường 7; returns its reader and a follower."""
    _, tam, hoa = await written(talk)
    reader = await official(talk, "bảy", Role.RELAY, "p7")
    sok = await resident(talk, "sok")
    await sok.says("/traloi")
    await sok.presses("Nhận trả lời của phường")
    await tam.says(khmer)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    return reader, sok


async def test_under_the_script_the_reader_finds_the_khmer_text(talk: Talk) -> None:
    reader, _ = await released(talk, KHMER)

    await talk.later(hours=7)

    _, _, below = reader.last.text.partition("Cảm ơn bà con đã lắng nghe.")
    assert below.strip().startswith("Bản tiếng Khmer:")
    assert KHMER in below


async def test_a_khmer_text_that_the_slot_has_no_time_for_is_said_to_be_there(talk: Talk) -> None:
    reader, _ = await released(talk, KHMER * 10)
    cache = talk.app.works.cache
    short = tuple(replace(one, minutes=1) for one in cache.programme.slots)
    cache.put(replace(cache.programme, slots=short))

    await talk.later(hours=7)

    assert (
        "Có bản tiếng Khmer, nhưng đọc thêm thì quá 1 phút của khung giờ này." in reader.last.text
    )
    assert KHMER not in reader.last.text


async def test_who_follows_a_ward_in_khmer_gets_the_khmer_text_in_its_copy(talk: Talk) -> None:
    _, sok = await released(talk, KHMER)
    async with talk.app.works.begin() as work:
        person = await people.of_address(work.tx, str(sok.address))
        assert person is not None
        await people.save(work.tx, replace(person, language="km"))

    await talk.later(hours=7)

    assert f"{KHMER}\n\n{ANSWER}" in sok.last.text
