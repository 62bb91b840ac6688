"""Căn cứ: an answer rests on a decree; the decree ends, the answer with it, and people are told."""

from bot.domain.people import Role
from bot.services.answers import library
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import ANSWER, BANK, LOAN, asks, official, resident
from tests.stories.test_clusters import approved

DECREE = "NĐ 28/2015/NĐ-CP"
ASKED = "Văn bản nào thay thế, từ ngày nào (như “NĐ 61/2026/NĐ-CP từ 01/07/2026”)?"


async def released(talk: Talk, basis: str = DECREE) -> tuple[Person, Person, Person]:
    """Lan's question was answered with a basis, and the ward has heard it."""
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    if basis:
        await tam.presses("Căn cứ")
        await tam.says(basis)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    lan.news()
    return lan, tam, hoa


async def ended(talk: Talk, after: str = "NĐ 61/2026/NĐ-CP") -> Person:
    """An organiser marks the decree as ended."""
    chi = await official(talk, "chi", Role.ORGANISER)
    await chi.says("/traloi")
    await chi.presses("Căn cứ hết hiệu lực")
    await chi.presses(DECREE)
    assert chi.last.text == f"{DECREE} là căn cứ của 1 câu trả lời. {ASKED}"
    await chi.says(after)
    return chi


async def test_the_preview_shows_what_was_understood(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)

    await tam.presses("Căn cứ")
    await tam.says("Nghị định số 28/2015/NĐ-CP, từ 01/01/2026 đến 31/12/2026")

    assert f"Căn cứ: {DECREE}; từ 01/01/2026; đến 31/12/2026" in tam.last.text
    assert tam.last.labels[0] == "Gửi duyệt"


async def test_what_is_no_document_is_asked_for_again_and_the_answer_is_kept(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Căn cứ")

    await tam.says("theo quy định")
    assert tam.last.text.startswith("Em chưa đọc ra tên văn bản nào.")
    await tam.says(DECREE)

    assert ANSWER in tam.last.text
    assert f"Căn cứ: {DECREE}" in tam.last.text


async def test_a_head_adds_the_basis_after_approving(talk: Talk) -> None:
    _, _, hoa = await released(talk, basis="")

    await hoa.presses("Căn cứ")
    await hoa.says(DECREE)

    assert hoa.last.text == f"Đã ghi căn cứ: {DECREE}."
    assert (await ended(talk)).last.text.startswith(f"{DECREE} đã hết hiệu lực: 1 câu trả lời")


async def test_a_basis_that_is_added_later_is_that_of_all_who_share_the_answer(
    talk: Talk, url: str
) -> None:
    """Also for how long it holds; who has left it before rests on nothing of it."""
    _, hoa, (*_, third) = await approved(talk)
    await talk.later(hours=7)
    await third.presses("Trường hợp của tôi khác")
    await third.says("Tôi vay mua ghe, không nuôi bò.")

    await hoa.presses("Căn cứ")
    await hoa.says(f"{DECREE}, đến 31/12/2026")

    held = await ask(url, "SELECT valid_until IS NOT NULL FROM answers ORDER BY question")
    assert [bool(until) for (until,) in held] == [True, True, False]
    chi = await official(talk, "chi", Role.ORGANISER)
    await chi.says("/traloi")
    await chi.presses("Căn cứ hết hiệu lực")
    await chi.presses(DECREE)
    assert chi.last.text == f"{DECREE} là căn cứ của 2 câu trả lời. {ASKED}"
    await chi.presses("Không có gì thay")
    assert chi.last.text == (
        f"{DECREE} đã hết hiệu lực: 2 câu trả lời thôi không đưa ra nữa. 2 người đã nhận câu trả"
        " lời theo văn bản này."
    )


async def test_an_answer_whose_basis_has_ended_is_offered_no_more_and_says_so(talk: Talk) -> None:
    await released(talk)
    await ended(talk)
    tam = await resident(talk, "tám")

    await tam.says("can ngheo vay nuoi bo thi lai bn mot thang")
    assert tam.last.labels[0] == "Đúng rồi, gửi đi"
    await tam.says("/traloi nuôi bò")

    assert tam.last.text.endswith(
        f"{ANSWER}\n(Quy định đã thay đổi, câu này không còn đúng. Cô chú hỏi lại giúp em.)"
    )


async def test_an_answer_is_offered_only_within_its_time(talk: Talk) -> None:
    await released(talk, basis="áp dụng đến 30/04/2026")
    tam = await resident(talk, "tám")
    await tam.says("can ngheo vay nuoi bo thi lai bn mot thang")
    assert tam.last.labels[0] == "Xem câu 1"
    await talk.later(hours=48)

    await tam.says("can ngheo vay nuoi bo thi lai bn mot thang")

    assert tam.last.labels[0] == "Đúng rồi, gửi đi"


async def test_who_was_given_it_is_told_once_a_second_person_has_approved(talk: Talk) -> None:
    lan, _, _ = await released(talk)
    reader, stranger = await resident(talk, "tám"), await resident(talk, "chín")
    await reader.says("can ngheo vay nuoi bo thi lai bn mot thang")
    await reader.presses("Xem câu 1")
    kim = await official(talk, "kim", Role.ORGANISER)
    chi = await ended(talk)
    assert chi.last.text == (
        f"{DECREE} đã hết hiệu lực: 1 câu trả lời thôi không đưa ra nữa. "
        "2 người đã nhận câu trả lời theo văn bản này."
    )

    await chi.presses("Báo người đã nhận")
    assert "Người đã nhận câu trả lời theo văn bản cũ" in chi.last.text
    await chi.presses("Gửi duyệt")
    for one in (lan, reader, stranger):
        one.news()
    await kim.presses("Duyệt, gửi đi")
    await talk.later(minutes=1)

    told = [
        any("Nay đã có NĐ 61/2026/NĐ-CP thay thế" in one for one in who.news())
        for who in (lan, reader, stranger)
    ]
    assert told == [True, True, False]


async def test_a_basis_ends_once(talk: Talk) -> None:
    await released(talk)
    chi = await ended(talk)

    await talk.arrive(chi.inbound(press="basisend:1", press_id="again", happened="pressed"))

    assert chi.last.text == f"{DECREE} đã được ghi là hết hiệu lực rồi."


async def test_only_organisers_end_a_basis(talk: Talk) -> None:
    _, tam, _ = await released(talk)

    await talk.arrive(tam.inbound(press="basisend:1", press_id="forged", happened="pressed"))

    assert "hết hiệu lực" not in tam.last.text
    async with talk.app.works.look() as work:
        found = await library.search(work, "nuôi bò")
    assert [one.is_current(work.now) for one in found.answers] == [True]


async def test_an_official_begins_from_an_earlier_answer_with_its_basis(talk: Talk) -> None:
    _, tam, _ = await released(talk)
    await asks(await resident(talk, "tám"), f"Xin hỏi, {LOAN}")

    await tam.presses("Trả lời")
    assert tam.last.labels == ["Dùng lại TV-0001", "Thôi"]
    await tam.presses("Dùng lại TV-0001")

    assert f"trả lời câu TV-0002: {ANSWER}\n\nCăn cứ: {DECREE}\n" in tam.last.text
    assert tam.last.labels[0] == "Gửi duyệt"


async def test_who_names_a_document_that_has_ended_reads_so_before_sending(talk: Talk) -> None:
    _, tam, hoa = await released(talk)
    await ended(talk)
    lan = await resident(talk, "mai")
    await asks(lan)
    await tam.replies(tam.find("TV-0002"), f"Theo {DECREE} cô chú được vay.")

    over = f"⚠ {DECREE} đã hết hiệu lực, nay là NĐ 61/2026/NĐ-CP."
    assert over in tam.last.text
    await tam.replies(tam.find("TV-0002"), ANSWER)
    assert over not in tam.last.text
    await tam.presses("Căn cứ")
    await tam.says("nghị định số 28/2015/nđ-cp")
    assert over in tam.last.text
    await tam.presses("Gửi duyệt")

    assert f"Căn cứ: {DECREE} (đã hết hiệu lực)" in hoa.find("TV-0002").text


async def test_who_gives_a_time_that_is_over_reads_so_before_sending(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Căn cứ")
    await tam.says("NQ 19/2022/NQ-HĐND áp dụng 2023-2025")

    assert "⚠ Căn cứ này chỉ đến 31/12/2025, đã qua rồi." in tam.last.text
    assert tam.last.labels[0] == "Gửi duyệt"
