"""How a message with a file is fitted to a channel: words before it, buttons and file last."""

import pytest

from bot.channels.base import Limits, degrade
from bot.domain.files import File
from bot.domain.messages import Choice, Outgoing

FILE = File(token="secret", name="Giấy mời.docx", size=20_000)
ROW = (Choice(label="Đồng ý", data="agree:1"),)
LINK = "https://tv.example.vn/lay-tep/a-link-of-this-chat"


def _fitted(text: str, **limits: object) -> list[Outgoing]:
    message = Outgoing(text=text, choices=(ROW,), reply_to="5", file=FILE)
    return list(degrade(message, Limits(**limits), LINK))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "Mời cô chú xem.", "a" * 1024, "👵" * 512])
def test_words_that_fit_go_with_the_file(text: str) -> None:
    assert _fitted(text) == [Outgoing(text=text, choices=(ROW,), reply_to="5", file=FILE)]


@pytest.mark.parametrize("text", ["a" * 1025, "👵" * 513])
def test_longer_words_go_before_it_and_the_buttons_stay_with_it(text: str) -> None:
    assert _fitted(text) == [
        Outgoing(text=text, reply_to="5"),
        Outgoing(text="", choices=(ROW,), file=FILE),
    ]


def test_words_longer_than_a_message_go_in_parts_before_it() -> None:
    *words, last = _fitted("Dạ em gửi cô chú. " * 400)

    assert [one.file for one in words] == [None, None]
    assert last == Outgoing(text="", choices=(ROW,), file=FILE)


def test_where_there_are_no_buttons_the_numbers_stand_in_the_words() -> None:
    [message] = _fitted("Cô chú xem.", buttons=False)

    assert message == Outgoing(text="Cô chú xem.\n\n1. Đồng ý", reply_to="5", file=FILE)


def test_a_channel_that_carries_no_files_gets_a_link() -> None:
    [message] = _fitted("Cô chú xem.", files=False)

    link = f"Giấy mời.docx (20 KB): {LINK}"
    assert message == Outgoing(text=f"Cô chú xem.\n\n{link}", choices=(ROW,), reply_to="5")
