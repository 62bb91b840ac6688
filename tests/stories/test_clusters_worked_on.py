"""What is done to one of a cluster is done to all, or to this one: it is said which."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import ANSWER, asks, official, resident
from tests.stories.test_clusters import LOAN, SAME, approved, card, joined, three_asked

NUMBERS = ("TV-0001", "TV-0002", "TV-0003")


async def test_taking_says_how_many_are_held(talk: Talk) -> None:
    tam, _, _ = await joined(talk)

    await tam.presses("Nhận")

    assert tam.last.text == "Anh chị giữ luôn 3 câu đi chung. Trả lời một lần là xong hết."
    await talk.tick()
    assert "Tâm đang giữ" in card(tam, "TV-0001").text


@pytest.mark.parametrize(("choice", "go"), [("Cả 3 câu", 3), ("Chỉ câu này", 1)])
async def test_a_transfer_asks_whether_all_or_this_one(talk: Talk, choice: str, go: int) -> None:
    tam, _, people = await joined(talk)

    await tam.presses("Chuyển cơ quan")
    assert tam.last.text == "Câu TV-0001 đi chung 3 câu. Anh chị làm cho cả nhóm hay chỉ câu này?"
    await tam.presses(choice)
    await tam.presses("Bảo hiểm xã hội")
    await tam.presses("Không cần lý do")
    await talk.tick()

    told = ["đã chuyển qua Bảo hiểm xã hội" in "".join(one.news()) for one in people]
    assert told == [True] * go + [False] * (3 - go)


@pytest.mark.parametrize("button", ["Chuyển cơ quan", "Không trả lời"])
async def test_this_one_alone_leaves_the_others_only_when_it_is_done(
    talk: Talk, button: str
) -> None:
    _, hoa, _ = await joined(talk)
    await hoa.says("/hangdoi")
    await hoa.presses(button)
    await hoa.presses("Chỉ câu này")
    if button == "Chuyển cơ quan":
        await hoa.presses("Bảo hiểm xã hội")

    await hoa.presses("Thôi")
    await talk.tick()
    assert "👥 Gộp chung 3 câu" in card(hoa, "TV-0001").text
    await hoa.presses(button)
    await hoa.presses("Chỉ câu này")
    if button == "Chuyển cơ quan":
        await hoa.presses("Bảo hiểm xã hội")
    await hoa.says("chuyện này ngân hàng không làm")
    await talk.tick()
    await hoa.says("/hangdoi")

    assert "👥 Gộp chung 2 câu" in card(hoa, "TV-0002").text


async def test_one_that_follows_leaves_the_others_only_when_its_asker_is_asked(talk: Talk) -> None:
    tam, _, (lan, bay, ut) = await joined(talk)
    await talk.arrive(tam.inbound(press="askback:3", happened="pressed"))
    assert "2 câu còn lại vẫn đi chung." in tam.screen[-2].text

    await tam.presses("Thôi")
    await talk.tick()
    assert "👥 Gộp chung 3 câu" in card(tam, "TV-0001").text
    for one in (lan, bay, ut):
        one.news()
    await talk.arrive(tam.inbound(press="askback:3", happened="pressed"))
    await tam.says("Cô chú vay năm nào?")
    await talk.tick()

    assert "Cô chú vay năm nào?" in ut.last.text
    assert (lan.news(), bay.news()) == ([], [])
    assert "👥 Gộp chung 2 câu" in card(tam, "TV-0001").text


async def test_one_that_follows_is_transferred_alone(talk: Talk) -> None:
    tam, _, people = await joined(talk)
    await talk.arrive(tam.inbound(press="transferone:2", happened="pressed"))
    await tam.presses("Bảo hiểm xã hội")

    await tam.presses("Không cần lý do")
    await talk.tick()

    told = ["đã chuyển qua Bảo hiểm xã hội" in "".join(one.news()) for one in people]
    assert told == [False, True, False]


@pytest.mark.parametrize("press", ["transferone:1", "transferone:2"])
async def test_a_head_transfers_one_alone_of_what_an_officer_holds(talk: Talk, press: str) -> None:
    tam, hoa, people = await joined(talk)
    await tam.presses("Nhận")
    await talk.tick()
    await hoa.says("TV-0001")
    await hoa.presses("Chuyển cơ quan")
    assert "Chỉ câu này" in hoa.last.labels
    await talk.arrive(hoa.inbound(press=press, happened="pressed"))
    await hoa.presses("Bảo hiểm xã hội")
    assert "Không cần lý do" not in hoa.last.labels

    await hoa.says("Việc này bên bảo hiểm lo")
    await talk.tick()

    gone = int(press[-1])
    assert any(f"đã chuyển câu TV-000{gone} qua Bảo hiểm xã hội" in one for one in tam.news())
    told = ["qua Bảo hiểm xã hội" in "".join(one.news()) for one in people]
    assert told == [place == gone for place in (1, 2, 3)]
    left = card(tam, "TV-0001" if gone == 2 else "TV-0002").text
    assert "👥 Gộp chung 2 câu" in left
    assert "Tâm đang giữ" in left


PRIVATE = "Nhà cô số 0900 000 321 nợ quá hạn nên bên này không làm"


@pytest.mark.parametrize(
    "steps",
    [
        ("Chuyển cơ quan", "Cả 3 câu", "Bảo hiểm xã hội"),
        ("Nhận", "Xin thêm thời gian", "2 ngày"),
        ("Không trả lời", "Cả 3 câu"),
    ],
    ids=["transfer", "more time", "decline"],
)
async def test_a_reason_that_all_read_tells_of_none_of_them(
    talk: Talk, steps: tuple[str, ...]
) -> None:
    _, hoa, people = await joined(talk)
    await hoa.says("TV-0001")
    for one in steps:
        await hoa.presses(one)
    for person in people:
        person.news()

    await hoa.says(PRIVATE)
    await talk.tick()
    assert hoa.last.text == (
        "Lý do này 3 bà con đi chung câu TV-0001 cùng đọc, mà có chỗ “0900 000 321”. "
        "Anh chị nhắn lại lý do, bỏ chỗ đó giúp em."
    )
    assert [person.news() for person in people] == [[], [], []]

    await hoa.says("Chuyện này bên bảo hiểm lo")
    await talk.tick()
    assert ["bên bảo hiểm lo" in "".join(person.news()) for person in people] == [True] * 3


async def test_a_reason_for_one_alone_may_tell_of_them(talk: Talk) -> None:
    _, hoa, (lan, bay, ut) = await joined(talk)
    await hoa.says("TV-0001")
    await hoa.presses("Không trả lời")
    await hoa.presses("Chỉ câu này")

    await hoa.says(PRIVATE)
    await talk.tick()

    assert "nợ quá hạn" in lan.last.text
    assert "nợ quá hạn" not in "".join([*bay.heard, *ut.heard])


async def test_declining_asks_whether_all_or_this_one(talk: Talk) -> None:
    _, hoa, people = await joined(talk)
    await hoa.says("/hangdoi")

    await hoa.presses("Không trả lời")
    await hoa.presses("Cả 3 câu")
    await hoa.says("ngân hàng không cho vay khoản này")
    await talk.tick()

    assert ["vì: ngân hàng không cho vay" in one.last.text for one in people] == [True] * 3


async def test_asking_one_back_says_that_it_leaves_the_others(talk: Talk) -> None:
    tam, _, (lan, bay, ut) = await joined(talk)
    await tam.presses("Nhận")
    for one in (lan, bay, ut):
        one.news()

    await tam.presses("Hỏi thêm")
    assert tam.find("câu của họ tách riêng").text == (
        "Hỏi thêm người này thì câu của họ tách riêng, 2 câu còn lại vẫn đi chung."
    )
    await tam.says("Cô chú vay năm nào?")
    await talk.tick()

    assert "Cô chú vay năm nào?" in lan.last.text
    assert (bay.news(), ut.news()) == ([], [])
    assert "👥 Gộp chung 2 câu" in card(tam, "TV-0002").text


async def test_a_private_answer_says_that_the_others_still_wait(talk: Talk) -> None:
    tam, _, _ = await joined(talk)
    await tam.replies(card(tam, "TV-0001"), ANSWER)

    await tam.presses("Gửi duyệt riêng người hỏi")

    assert tam.last.text == (
        "Câu này trả lời riêng nên đã tách ra, còn 2 câu chờ anh chị trả lời chung."
    )


async def test_splitting_is_said_and_taken_back_once(talk: Talk) -> None:
    tam, _, _ = await joined(talk)

    await tam.presses("Tách ra")  # on the card of TV-0003
    assert tam.last.text == "Đã tách câu TV-0003 ra đi riêng."
    assert "👥 Gộp chung 2 câu" in card(tam, "TV-0001").text
    await tam.presses("Hoàn tác")
    assert tam.last.text == "Đã hoàn tác cho TV-0003, mọi thứ như trước khi bấm."
    assert "👥 Gộp chung 3 câu" in card(tam, "TV-0001").text
    await tam.presses("Hoàn tác")

    assert tam.last.text.startswith("Việc này đã hoàn tác rồi")


async def test_who_holds_a_question_hears_that_a_head_split_it_off_a_draft(talk: Talk) -> None:
    tam, hoa, _ = await joined(talk)
    await tam.replies(card(tam, "TV-0001"), ANSWER)
    await tam.presses("Gửi duyệt")
    await talk.tick()
    tam.news()

    await hoa.says("/hangdoi")
    await hoa.presses("Tách ra")
    await hoa.presses(hoa.last.labels[2])

    assert hoa.last.text == "Đã tách câu TV-0003 ra đi riêng."
    assert tam.news() == [
        "Câu TV-0003 vừa được tách ra đi riêng, bản nháp ở lại với các câu kia. "
        "Anh chị đang giữ câu này, viết câu trả lời riêng giúp em."
    ]


async def test_on_the_common_card_one_chooses_which_to_split_off(talk: Talk) -> None:
    tam, _, _ = await joined(talk)
    await tam.says("/hangdoi")

    await tam.presses("Tách ra")
    assert tam.last.text == "Câu nào là chuyện khác, anh chị tách ra?"
    assert [label[:7] for label in tam.last.labels] == ["TV-0001", "TV-0002", "TV-0003", "Thôi"]
    await tam.presses(tam.last.labels[1])

    assert tam.last.text == "Đã tách câu TV-0002 ra đi riêng."


async def test_of_many_they_are_shown_a_page_at_a_time_down_to_the_last(talk: Talk) -> None:
    tam, _, _ = await joined(talk)
    for place in range(4, 11):
        await asks(await resident(talk, f"người{place}"), LOAN)
        await talk.arrive(tam.inbound(press=f"joinone:1.{place}", happened="pressed"))
    await tam.says("/hangdoi")
    await tam.presses("Tách ra")
    first = tam.last.labels

    await tam.presses("Xem tiếp")

    assert [label[:7] for label in first[:-2]] == [f"TV-{one:04d}" for one in range(1, 9)]
    assert first[-2:] == ["Xem tiếp", "Thôi"]
    assert [label[:7] for label in tam.last.labels] == ["TV-0009", "TV-0010", "Thôi"]
    await tam.presses(tam.last.labels[1])
    assert tam.last.text == "Đã tách câu TV-0010 ra đi riêng."


async def test_a_question_that_comes_later_is_put_to_the_cluster(talk: Talk) -> None:
    tam, _, _ = await joined(talk)
    await asks(await resident(talk, "tư"), SAME.replace("Nhà tôi", "Nhà em"))
    await talk.tick()
    assert "🔗 Giống" in card(tam, "TV-0004").text

    await tam.presses("Gộp")
    await tam.presses("Gộp hết" if "Gộp hết" in tam.last.labels else tam.last.labels[0])

    assert "vào TV-0001, giờ 4 câu đi chung" in tam.last.text


async def test_nothing_joins_an_approved_answer_any_more(talk: Talk) -> None:
    tam, _, _ = await approved(talk)
    await tam.presses("Hoàn tác")

    assert tam.last.text == (
        "Nhóm này đã duyệt câu trả lời nên không tách được nữa. "
        "Ai thấy chuyện mình khác thì bấm nút dưới câu trả lời."
    )


async def test_what_becomes_of_a_promise_is_told_to_all_who_share_the_answer(talk: Talk) -> None:
    tam, hoa, (lan, bay, ut) = await joined(talk)
    promise = "Ngân hàng sẽ xuống khóm 3 giải ngân trước 30/6."
    await tam.replies(card(tam, "TV-0001"), f"Được vay, không thế chấp. {promise}")
    await tam.presses("Gửi duyệt")
    await talk.tick()
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    for one in (lan, bay, ut):
        one.news()

    await tam.says("/hua")
    await tam.presses("Đã làm xong")
    await tam.says("Đã giải ngân cho 12 hộ.")
    await talk.tick()

    told = [one.news() for one in (lan, bay, ut)]
    assert [len(news) for news in told] == [1, 1, 1]
    assert [number in news[0] for number, news in zip(NUMBERS, told, strict=True)] == [True] * 3
    assert all("Đã giải ngân cho 12 hộ." in news[0] for news in told)


async def test_the_card_in_a_group_shows_it_and_members_join_there(talk: Talk) -> None:
    tam, _ = await three_asked(talk)
    group = talk.group("-100", "Ngân hàng")
    inside = group.member(tam)
    await inside.says("/nhom")
    await inside.presses("Nối nhóm này")
    await inside.says("/hangdoi")

    await inside.presses("Gộp")
    await inside.presses("Gộp hết")

    assert group.heard[-1].startswith("Đã gộp ")
    assert LOAN in "".join(group.heard)


async def test_only_who_works_on_the_queue_may_join(talk: Talk) -> None:
    tam, _ = await three_asked(talk)
    nam = await official(talk, "năm", Role.OFFICER, "bhxh")
    await tam.presses("Gộp")

    await talk.arrive(nam.inbound(press="joinall:1.3", happened="pressed"))

    assert nam.last.text == (
        "Câu này không thuộc hàng đợi của anh chị. Anh chị mở /hangdoi để xem câu của mình."
    )
