"""Where a page of a queue ended, as a button carries it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.bookmarks import Bookmark
from bot.domain.questions import Status
from tests.bot.domain.test_questions import NOW, QUESTION


@pytest.mark.parametrize(
    "status", [Status.WAITING, Status.TAKEN, Status.ASKED_BACK, Status.DRAFTED]
)
def test_a_button_brings_back_the_whole_place(status: Status) -> None:
    due = NOW + timedelta(milliseconds=7)
    bookmark = Bookmark.behind(replace(QUESTION, id=1_234_567, status=status, due_at=due))

    assert Bookmark.parse(str(bookmark)) == Bookmark(status, due, 1_234_567)


def test_it_fits_into_a_button_beside_the_queue_of_a_ward() -> None:
    bookmark = Bookmark.behind(replace(QUESTION, id=9_999_999))

    assert len(f"queue:ubnd_phuong@thanh_pho_tra_vinh_p7/{bookmark}") <= 64


@pytest.mark.parametrize(
    "text", ["", "17", "w", "x19dfd4c2a00.11", "w19dfd4c2a00", "wfffffffffffff.1"]
)
def test_what_it_cannot_read_is_no_place_at_all(text: str) -> None:
    assert Bookmark.parse(text) is None
