"""The same answer in Khmer, typed by a person: who reads Khmer gets it first. Invented people."""

from dataclasses import replace

from bot.domain.people import Role
from bot.services import answers
from storage import people
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, asks, official, resident

KHMER = "គ្រួសារជិតក្រីក្រអាចខ្ចីបានមួយរយលានដុង។"


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


async def test_other_letters_are_asked_for_again(talk: Talk) -> None:
    _, tam, _ = await written(talk)

    await tam.says("ho can ngheo")

    assert tam.last.text == (
        "Em không thấy chữ Khmer trong tin này. Anh chị nhờ người viết bằng chữ Khmer giúp em."
    )
