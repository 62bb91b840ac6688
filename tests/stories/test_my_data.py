"""``/dulieu``: see, correct and erase what is kept; take consent back."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask, tables
from tests.stories.cast import ANSWER, BANK, INSURANCE, LOAN, asks, official, resident
from tests.stories.neighbours import names_home
from tests.stories.test_signing_up import signs_up


class Memory:
    """Everything that is kept, as one text."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def holds(self, *secrets: str) -> list[str]:
        """Those of the secrets that any cell of any table holds."""
        kept = "\n".join(
            [
                str(cell)
                for table in await tables(self._url)
                for row in await ask(self._url, f'SELECT * FROM "{table}"')
                for cell in row
            ]
        )
        return [one for one in secrets if one in kept]


@pytest.fixture
def memory(talk: Talk, url: str) -> Memory:
    """The database behind ``talk``."""
    return Memory(url)


async def erases(person: Person) -> None:
    await person.says("/dulieu")
    await person.presses("Xóa hết")
    await person.presses("Xóa hết giùm tôi")


async def test_everything_kept_is_shown(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await signs_up(lan)

    await lan.says("/dulieu")

    assert lan.last.text == (
        "Em đang giữ của cô chú:\nTên: Thạch Thị Lan\nNơi ở: Khóm 3, Phường 7\n"
        "Điện thoại: 0900000001\nDiện: Hộ cận nghèo\nĐối thoại: Buổi đối thoại 2\n"
        "Nhận câu trả lời của phường: không\nĐồng ý lúc: 10:00 thứ Tư 29/04"
    )


async def test_name_and_place_are_corrected(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says("/dulieu")
    await lan.presses("Sửa tên")
    await lan.says("Thạch Thị Lan")
    assert "Tên: Thạch Thị Lan" in lan.last.text

    await lan.presses("Sửa nơi ở")
    await lan.says("p1")
    await lan.presses("Khóm 2")

    assert "Nơi ở: Khóm 2, Phường 1" in lan.last.text


async def test_a_number_is_no_name(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says("/dulieu")
    await lan.presses("Sửa tên")

    await lan.says("Lan 1958")

    assert lan.last.text == "Dạ em chưa rõ tên, xin ghi họ và tên giúp em, không ghi số."


async def test_erasing_is_asked_once_more_and_can_be_left(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says("/dulieu")
    await lan.presses("Xóa hết")
    assert lan.last.labels == ["Xóa hết giùm tôi", "Không, giữ lại"]

    await lan.presses("Không, giữ lại")

    assert lan.last.text.startswith("Dạ em dừng ở đây, không mất gì hết.")


async def test_after_erasing_nothing_of_the_person_is_left_in_any_table(
    talk: Talk, memory: Memory
) -> None:
    lan, bay = await resident(talk, "lan"), await resident(talk, "bảy")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await bay.says("/traloi")
    await bay.presses("Nhận trả lời của phường")
    await signs_up(lan, "Thạch Thị Lan", "0900000001")
    # one heard by the ward, one open with words added, one private, one not sent yet
    await asks(lan, f"{LOAN} LỜI-MỘT")
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await asks(lan, f"{LOAN} LỜI-HAI")
    await lan.replies(lan.find("số TV-0002. Trả lời trước"), "LỜI-BA")
    await asks(lan, f"{LOAN} LỜI-BỐN")
    await tam.replies(tam.find("LỜI-BỐN"), "Chuyện riêng LỜI-NĂM của cô Lan")
    await tam.presses("Gửi duyệt riêng người hỏi")
    await hoa.presses("Duyệt")
    await lan.says(f"{INSURANCE} LỜI-SÁU")
    secrets = ["LỜI-", "Thạch Thị Lan", "0900000001"]
    assert await memory.holds(*secrets) == secrets

    await erases(lan)

    assert await memory.holds(*secrets) == []
    assert lan.last.text == (
        "Dạ em đã xóa hết rồi. Khi nào cần, cô chú nhắn lại là em làm quen từ đầu."
    )


async def test_after_erasing_the_cards_of_officials_lose_the_words_too(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)

    await erases(lan)

    assert tam.last.text == (
        "Câu TV-0001: người hỏi đã xóa dữ liệu của mình. Anh chị không cần làm gì thêm."
    )
    assert tam.last.labels == []


async def test_words_erased_at_night_are_not_said_in_the_morning(
    talk: Talk, memory: Memory
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await talk.clock.move(hours=12)
    await asks(lan, f"{LOAN} LỜI-MỘT")

    await erases(lan)
    assert await memory.holds("LỜI-MỘT") == []
    await talk.later(hours=9)

    assert tam.news() == []


async def test_an_answer_whose_asker_was_erased_is_aired_without_the_question(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await erases(lan)

    await talk.later(hours=7)

    assert f"\n\nNgân hàng Chính sách trả lời một bà con: {ANSWER}\n\n" in reader.last.text


async def test_whoever_comes_back_after_erasing_begins_anew(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)
    await erases(lan)

    await lan.says("/cauhoi")
    assert lan.last.labels == ["Gửi câu hỏi"]
    await lan.says("/start")

    assert lan.last.labels == ["Đồng ý", "Không đồng ý", "English"]


async def test_consent_taken_back_keeps_open_questions_and_holds_new_words(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await lan.says("/dulieu")
    await lan.presses("Rút lại đồng ý")
    assert lan.last.labels == ["Đồng ý"]

    await lan.says(f"{LOAN} LỜI-HAI")
    assert lan.last.labels == ["Đồng ý", "Không đồng ý", "English"]
    assert "LỜI-HAI" not in tam.last.text
    await tam.replies(tam.find("TV-0001"), ANSWER)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    assert ANSWER in lan.last.text
    await lan.presses("Đồng ý")

    assert "LỜI-HAI" in lan.last.text


async def test_without_consent_nothing_is_added_to_an_open_question(
    talk: Talk, memory: Memory
) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)
    await lan.says("/dulieu")
    await lan.presses("Rút lại đồng ý")

    await lan.replies(lan.find("số TV-0001. Trả lời trước"), "LỜI-HAI")

    assert lan.last.text == (
        "Dạ em cần cô chú đồng ý trước đã, cô chú bấm Đồng ý bên dưới giúp em."
    )
    assert await memory.holds("LỜI-HAI") == []


async def test_old_buttons_keep_nothing_of_somebody_who_was_erased(
    talk: Talk, memory: Memory
) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Đăng ký dự đối thoại")
    await erases(lan)

    for label in ("Phường 7", "Khóm 3"):
        await lan.presses(label)
        assert lan.last.text.startswith("Dạ em cần cô chú đồng ý trước đã")
    await lan.presses("Hộ nghèo")
    await lan.says("Thạch Thị Lan")

    assert await memory.holds("Thạch Thị Lan") == []


async def test_a_draft_is_dropped_when_consent_is_taken_back(talk: Talk, memory: Memory) -> None:
    lan = await resident(talk, "lan")
    await lan.says(f"{LOAN} LỜI-MỘT")
    await lan.says("/dulieu")

    await lan.presses("Rút lại đồng ý")
    await talk.later(minutes=31)

    assert await memory.holds("LỜI-MỘT") == []


async def test_on_a_phone_of_two_homes_it_is_said_where_what_is_kept_is_shown(talk: Talk) -> None:
    ren = await resident(talk, "ren")
    await signs_up(ren)
    await names_home(ren, "Sơn Thị So")

    await ren.says("/dulieu")
    assert "Diện: có giữ, máy dùng chung nên em không hiện\n" in ren.last.text
    assert "Đối thoại: bấm Xem của từng nhà để xem\n" in ren.last.text
    await ren.presses("Xem của từng nhà")
    assert ren.last.labels[:3] == ["Riêng tôi, Thạch Thị Lan", "Nhà của tôi", "Bà Sơn Thị So"]
    await ren.presses("Nhà của tôi")

    assert "Nhà mình đã ghi tên ở Buổi đối thoại 2" in ren.last.text


async def test_a_phone_that_is_shared_by_people_without_a_home_denies_nothing(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says("/dulieu")
    await lan.presses("Máy này dùng chung")

    await lan.says("/dulieu")

    assert "Diện: không có\nĐối thoại: không có\n" in lan.last.text


async def test_an_official_is_told_that_the_roles_go_too(talk: Talk) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await tam.says("/dulieu")

    await tam.presses("Xóa hết")
    assert "anh chị không còn vai trò nào ở đây" in tam.last.text
    await tam.presses("Xóa hết giùm tôi")
    await tam.says("/hangdoi")

    assert tam.last.text.startswith("Anh chị chưa có hàng đợi nào.")


async def test_what_is_kept_can_be_looked_at_and_left(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("/dulieu")
    assert lan.last.labels[-1] == "Thôi"
    await lan.presses("Thôi")

    assert lan.last.labels[0] == "Gửi câu hỏi"
