"""An organiser sends a file; an officer opens what a resident sent; nobody else does."""

import pytest

from bot.domain.messages import Happened, Media
from bot.domain.people import Role
from storage import audit, people
from tests.doubles.chat import Message, Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import BANK, INSURER, LOAN, official, resident

LIST = "họ tên;phường\nThạch Thị Lan;7\n".encode()
PHOTO = b"\xff\xd8 a picture"


async def _asks_with(person: Person, name: str, content: bytes, media: Media = Media.FILE) -> str:
    """Ask a question with a file; returns its number."""
    await person.sends(name, content, LOAN, media)
    await person.presses("Đúng rồi, gửi đi")
    receipt = person.find("Dạ em đã gửi câu hỏi của cô chú").text
    person.news()
    return receipt.partition(", số ")[2].partition(".")[0]


def _files(person: Person) -> list[tuple[str, str, bytes]]:
    return [(one.text, one.file, one.content) for one in person.screen if one.file]


# --- an organiser sends one ----------------------------------------------------------------------


async def test_an_organiser_sends_a_file_and_hears_what_became_of_it(talk: Talk) -> None:
    mai = await official(talk, "mai", Role.ORGANISER)
    await mai.sends("Biên bản.pdf", LIST)

    assert mai.news() == [
        "Em đang nhận tệp Biên bản.pdf…",
        "Dạ em nhận tệp Biên bản.pdf (1 KB). Hiện em chưa làm được gì với tệp này, mai em xóa.",
    ]


async def test_words_beside_the_file_do_not_make_it_a_question(talk: Talk) -> None:
    mai = await official(talk, "mai", Role.ORGANISER)
    await mai.sends("Biên bản.pdf", LIST, "Danh sách phường 7 vay vốn nuôi bò đây em?")

    assert len(mai.news()) == 2


async def test_a_file_that_is_too_large_is_not_even_fetched(talk: Talk) -> None:
    mai = await official(talk, "mai", Role.ORGANISER)
    await mai.sends("lớn.pdf", bytes(5 * 1024 * 1024 + 1))

    assert mai.news() == [
        "Tệp này lớn hơn 5 MB nên em chưa nhận được. Anh chị chia ra gửi làm nhiều tệp giúp em."
    ]


async def test_a_file_that_the_platform_does_not_have_any_more_is_asked_for_again(
    talk: Talk,
) -> None:
    mai = await official(talk, "mai", Role.ORGANISER)
    await mai.sends("Biên bản.pdf", b"")  # nothing in it

    assert mai.news()[1:] == ["Em không lấy được tệp này. Anh chị gửi lại giúp em."]


async def test_a_platform_that_is_away_is_asked_again_and_then_it_is_said(talk: Talk) -> None:
    mai = await official(talk, "mai", Role.ORGANISER)
    talk.platform.away = True
    await mai.sends("Biên bản.pdf", LIST)
    await talk.later(seconds=10)
    assert len(mai.news()) == 1
    talk.platform.away = False
    await talk.later(seconds=60)
    assert mai.news()[0].startswith("Dạ em nhận tệp Biên bản.pdf")

    talk.platform.away = True
    await mai.sends("Biên bản.pdf", LIST)
    mai.news()
    await talk.later(seconds=10)
    await talk.later(seconds=60)
    assert mai.news()[0].startswith("Dạ việc vừa rồi em làm mấy lần mà chưa được")
    await mai.says("/start")
    await talk.tick()
    await mai.presses("Chờ xếp")
    assert "việc em làm mãi không xong" in mai.find("việc em").text


async def test_a_file_that_was_fetched_is_gone_the_next_day(talk: Talk, url: str) -> None:
    mai = await official(talk, "mai", Role.ORGANISER)
    await mai.sends("Biên bản.pdf", LIST)
    assert await _count(url) == 1
    await talk.later(days=1)

    assert await _count(url) == 0


# --- an officer opens what a resident sent -------------------------------------------------------


async def test_an_officer_opens_a_residents_file_from_the_card(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    number = await _asks_with(lan, "đơn vay.pdf", LIST)
    card = minh.find(number)
    assert "(kèm 1 tệp)" in card.text
    minh.news()

    await minh.presses("Xem tệp")

    assert minh.news() == [
        f"Em đang lấy tệp kèm câu {number}, có là em gửi liền.",
        f"Tệp kèm câu {number}.",
    ]
    assert _files(minh) == [(f"Tệp kèm câu {number}.", "đơn vay.pdf", LIST)]


async def test_each_opening_is_written_down(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await _asks_with(await resident(talk, "lan"), "đơn vay.pdf", LIST)
    await minh.presses("Xem tệp")

    async with talk.app.works.look() as work:
        who = await people.of_address(work.tx, "chat:minh")
        notes = await audit.of(work.tx, "question:1")
    assert who
    assert [(one.actor, one.action) for one in notes] == [(who.id, "read_files")]


async def test_a_picture_without_a_name_gets_the_questions(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    number = await _asks_with(await resident(talk, "lan"), "", PHOTO, Media.PHOTO)
    await minh.presses("Xem tệp")

    assert _files(minh) == [(f"Tệp kèm câu {number}.", f"{number}-1.jpg", PHOTO)]


async def test_the_answer_can_be_given_by_replying_to_the_file(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    number = await _asks_with(await resident(talk, "lan"), "đơn vay.pdf", LIST)
    await minh.presses("Xem tệp")

    await minh.replies(minh.find("Tệp kèm câu"), "Hộ cận nghèo được vay tối đa 100 triệu đồng.")

    assert number in minh.last.text
    assert "Gửi duyệt" in minh.last.labels


async def test_a_question_without_a_file_has_no_such_button(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    await lan.presses("Đúng rồi, gửi đi")

    assert minh.last.labels == ["Nhận", "Trả lời", "Chuyển cơ quan"]


async def test_a_group_sees_that_there_is_a_file_and_opens_none(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    group = talk.group("g", "Tổ vay vốn")
    member = group.member(minh)
    await member.says("/nhom")
    await member.presses("Nối nhóm này")
    await _asks_with(await resident(talk, "lan"), "đơn vay.pdf", LIST)
    card = group.screen[-1]

    assert ("(kèm 1 tệp)" in card.text, "Xem tệp" in card.labels) == (True, False)
    await _presses(member, card, "files:1")
    assert group.heard[-1].startswith("Dạ chuyện này là chuyện riêng")
    assert _files(member) == []


async def test_nobody_of_another_queue_opens_it(talk: Talk) -> None:
    await official(talk, "minh", Role.OFFICER, BANK)
    tam = await official(talk, "tam", Role.OFFICER, INSURER)
    lan = await resident(talk, "lan")
    await _asks_with(lan, "đơn vay.pdf", LIST)

    for stranger in (tam, lan, await resident(talk, "ba")):
        await _presses(stranger, stranger.last, "files:1")
        assert stranger.last.text.startswith("Câu này không thuộc hàng đợi của anh chị")
        assert _files(stranger) == []


async def test_a_sealed_question_opens_its_files_to_heads_alone(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await lan.sends(
        "biên nhận.pdf",
        LIST,
        "Cán bộ tín dụng ngân hàng nhận hối lộ 2 triệu mới cho nhà tui vay vốn.",
    )
    await lan.presses("Đúng rồi, gửi đi")
    assert "Tố cáo" in hoa.last.text

    await _presses(minh, hoa.last, "files:1")
    assert minh.last.text.startswith("Câu này không thuộc hàng đợi của anh chị")
    await hoa.presses("Xem tệp")
    assert (_files(minh), len(_files(hoa))) == ([], 1)


async def test_a_question_handed_on_meanwhile_hands_out_nothing(talk: Talk) -> None:
    """Access is looked at again when the file is there."""
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "tam", Role.OFFICER, INSURER)
    await _asks_with(await resident(talk, "lan"), "đơn vay.pdf", LIST)
    talk.platform.away = True
    await minh.presses("Xem tệp")
    await minh.presses("Chuyển cơ quan")
    await minh.presses("Bảo hiểm xã hội")
    await minh.presses("Không cần lý do")
    talk.platform.away = False
    minh.news()
    await talk.later(seconds=10)

    assert minh.news() == [
        "Câu này không thuộc hàng đợi của anh chị. Anh chị mở /hangdoi để xem câu của mình."
    ]
    assert _files(minh) == []


async def test_a_file_that_is_gone_is_told_with_what_to_do(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    number = await _asks_with(await resident(talk, "lan"), "đơn vay.pdf", LIST)
    talk.platform.files.clear()
    minh.news()
    await minh.presses("Xem tệp")

    assert minh.news()[1:] == [
        f"Có tệp kèm câu {number} không lấy được nữa, vì quá ngày giữ hoặc người gửi đã xóa. "
        "Còn cần thì anh chị bấm Hỏi thêm để xin lại giúp em."
    ]


async def test_who_has_everything_erased_has_the_copies_erased_too(talk: Talk, url: str) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    number = await _asks_with(lan, "đơn vay.pdf", LIST)
    card = minh.find(number)
    await minh.presses("Xem tệp")
    assert await _count(url) == 1
    await lan.says("/dulieu")
    await lan.presses("Xóa hết")
    await lan.presses("Xóa hết giùm tôi")

    assert await _count(url) == 0
    await _presses(minh, card, "files:1")
    assert minh.last.text.startswith(f"Câu {number} không còn tệp nào kèm theo")


# --- what stays as it was ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "media"), [("", Media.PHOTO), ("", Media.VOICE), ("đơn.pdf", Media.FILE)]
)
async def test_a_resident_who_sends_nothing_but_a_file_is_asked_for_words(
    talk: Talk, name: str, media: Media
) -> None:
    lan = await resident(talk, "lan")
    await lan.sends(name, PHOTO, media=media)

    assert lan.news() == [
        "Dạ tin thoại, tin hình em chưa hiểu được. Cô chú nhắn vài chữ, nhờ con cháu nhắn giùm, "
        "hay gọi Phòng Lao động - Thương binh và Xã hội, điện thoại 0294 000 0000 (số ví dụ)."
    ]


async def test_an_organisers_picture_is_no_file_to_work_with(talk: Talk) -> None:
    mai = await official(talk, "mai", Role.ORGANISER)
    await mai.sends("", PHOTO, media=Media.PHOTO)

    [told] = mai.news()
    assert told.startswith("Dạ em nghe anh chị."), "what anybody hears who sends something"


async def _presses(person: Person, card: Message, data: str) -> None:
    """Press something that is not shown, as an old or forged button does."""
    await person.talk.arrive(
        person.inbound(happened=Happened.PRESSED, press=data, press_id="p", reply_to=card.id)
    )


async def _count(url: str) -> int:
    """How many files are kept."""
    [(many,)] = await ask(url, "SELECT COUNT(*) FROM files")
    return int(many)
