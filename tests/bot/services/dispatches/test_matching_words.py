"""A row is known by the words that its sheet has, now and before. Everybody here is invented."""

from dataclasses import replace

import pytest

from bot.documents.incoming.dispatch_lines import Line
from bot.domain.agencies import Queue
from bot.domain.dispatches import Dispatch, Row
from bot.services.dispatches.dispatch_matching import Known, match
from tests.bot.domain.test_questions import QUESTION

TOLD = "Tui tên Thạch Thị Sa Rây, bà Kim Thị Hai, bà Sơn Mười, bà Danh Chín, bà Lâm Út vay"
READ = "Tui tên •••, bà •••, bà •••, bà •••, bà ••• vay"


@pytest.mark.parametrize("text", [READ, TOLD], ids=["without names", "of an older sheet"])
def test_a_row_in_which_little_is_left_beside_the_names_is_known_all_the_same(text: str) -> None:
    sheet = Dispatch(id=1, year=2026, number=1, queue=Queue("nhcsxh"), made_at=QUESTION.asked_at)
    row = Row(id=1, place=1, question=replace(QUESTION, text=TOLD))
    line = Line(place="4", code=row.code, number=row.number, text=text, answer="Dạ được vay.")

    found = match(line, [Known(sheet, row, READ)])

    assert (found.sure, found.why) == (True, "")
