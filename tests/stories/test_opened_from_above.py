"""What an organiser can look up: where a question is and how it stands, none of its words."""

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, INSURANCE, asks, official, resident
from tests.stories.mornings import WEDNESDAY, morning
from tests.stories.test_handed_on_from_above import climbed


async def test_an_organiser_opens_a_question_by_its_number_and_reads_none_of_its_words(
    talk: Talk,
) -> None:
    _, minh, *_ = await climbed(talk)
    ban = talk.person("ban")
    await minh.presses("Nhận")

    await ban.says("TV-0001")

    assert ban.last.text == (
        "Câu TV-0001 ở Ngân hàng Chính sách, về vay vốn: có người đang lo, hẹn 17:00 thứ Ba 12/05."
    )
    assert ban.last.labels == ["Chuyển cơ quan"]
    assert not [one for one in ban.heard if "nuôi bò" in one]


async def test_many_at_once_are_opened_by_their_numbers(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    ban = await official(talk, "ban", Role.ORGANISER)
    lan = await resident(talk, "lan")
    for many in range(4):
        await asks(lan, f"Hộ tôi vay {many + 20} triệu nuôi bò thì lãi bao nhiêu một tháng?")
    await morning(talk, WEDNESDAY)

    assert ban.last.text.startswith("Anh chị có 4 câu cần lo hôm nay")
    assert ban.last.text.endswith(
        "Muốn chuyển câu nào qua cơ quan khác thì anh chị nhắn số câu đó, như TV-0001."
    )
    assert "qua cơ quan khác" not in minh.last.text
    await ban.says("/hangdoi")
    assert ban.last.text.splitlines()[0] == "Những câu em đã nhắc anh chị mà chưa xong:"
    assert len([one for one in ban.last.text.splitlines() if "TV-" in one]) == 5


async def test_a_question_s_number_is_no_reason_but_the_next_one_to_look_at(talk: Talk) -> None:
    lan, _, _, ban, _ = await climbed(talk)
    await asks(lan, INSURANCE)
    await ban.says("TV-0001")
    await ban.presses("Chuyển cơ quan")
    await ban.presses("Bảo hiểm xã hội")
    lan.news()

    await ban.says("TV-0002")

    assert ban.last.text.startswith("Câu TV-0002 ở Bảo hiểm xã hội")
    assert lan.news() == []
    await ban.says("TV-0001")
    assert ban.last.text.startswith("Câu TV-0001 ở Ngân hàng Chính sách")


async def test_an_organiser_is_told_where_to_look(talk: Talk) -> None:
    ban = await official(talk, "ban", Role.ORGANISER)
    admin = await official(talk, "quang", Role.ADMIN)
    await ban.says("/giup")
    await admin.says("/giup")

    assert "/hangdoi những câu em đã nhắc mà chưa xong" in ban.last.text
    assert "/hangdoi" not in admin.last.text


async def test_of_what_is_private_an_organiser_reads_neither_topic_nor_likeliest_office(
    talk: Talk,
) -> None:
    *_, ban, _ = await climbed(talk)
    lan = talk.person("lan")
    await asks(lan, "Tôi bị HIV, hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?")
    offices = []
    for text in ("TV-0002", "TV-0001"):
        await ban.says(text)
        await ban.presses("Chuyển cơ quan")
        offices.append(ban.last)

    private, everyday = offices
    assert private.text == "Câu TV-0002 đang ở Ngân hàng Chính sách. Chuyển cho cơ quan nào?"
    assert everyday.text == (
        "Câu TV-0001 đang ở Ngân hàng Chính sách, về vay vốn. Chuyển cho cơ quan nào?"
    )
    by_name = [one.short or one.name for one in talk.app.works.cache.programme.agencies]
    order = [by_name.index(one) for one in private.labels if one in by_name]
    assert order == sorted(order)
