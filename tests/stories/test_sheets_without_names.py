"""Names that askers typed do not go to an agency on paper. Everybody here is invented."""

from bot.domain.people import Role
from tests.bot.documents.reading import paragraphs
from tests.doubles.chat import Talk
from tests.doubles.returned_sheet import Sheet
from tests.stories.cast import BANK, asks, official, resident
from tests.stories.test_dispatches import FIRST, PAPERS, sent_out, sheet_of


async def test_names_that_were_typed_are_on_no_paper_and_its_rows_are_known_all_the_same(
    talk: Talk,
) -> None:
    """The head reads the words as they came, on the card."""
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    minh = await official(talk, "minh", Role.ORGANISER)
    words = "Tui tên Thạch Thị Sa Rây, nhà bà Kim Thị Hai kế bên được vay, sao tui chưa?"
    lan = await resident(talk, "lan")
    await asks(lan, f"{words} Ngân hàng chính sách cho tui biết.")
    await asks(lan, FIRST)
    await sent_out(talk, minh)

    [letter] = [one for one in hoa.screen if one.file.endswith(".docx")]
    sheet = Sheet.open(sheet_of(hoa).content)
    said = [str(cell.value) for row in sheet.cells.iter_rows() for cell in row if cell.value]
    for paper in (" ".join(paragraphs(letter.content)), " ".join(said)):
        assert "Tui tên •••, nhà bà ••• kế bên được vay" in paper
        assert [one for one in ("Sa Rây", "Thị Hai", "0912") if one in paper] == []
    await hoa.sends("bảng.xlsx", sheet.answer("TV-0001", PAPERS).content)
    assert "1 câu trả lời mới, 1 ô trống, 0 dòng em chưa chắc" in hoa.last.text
    await hoa.says("/hangdoi")
    assert words in hoa.find("TV-0001 ·").text
