"""How buttons are written where a channel has none."""

from bot.channels.base import Limits, degrade, in_one
from bot.domain.messages import Choice, Outgoing

WORDS = Limits(buttons=False)
TAKE, PAGE, STOP = (
    Choice(label="Nhận", data="take:1"),
    Choice(label="Mở trang", url="https://tv.example.vn/m"),
    Choice(label="Thôi", data="stop:"),
)


def test_each_button_has_a_number_and_they_go_on_from_the_one_that_is_given() -> None:
    message = Outgoing(text="Câu này?", choices=((TAKE,), (STOP,)))

    assert degrade(message, WORDS, first=4) == (Outgoing(text="Câu này?\n\n4. Nhận\n5. Thôi"),)


def test_a_page_has_its_address_and_takes_no_number_away() -> None:
    message = Outgoing(text="Câu này?", choices=((TAKE, PAGE), (STOP,)))

    assert degrade(message, WORDS) == (
        Outgoing(text="Câu này?\n\n1. Nhận\nMở trang: https://tv.example.vn/m\n2. Thôi"),
    )


def test_a_channel_with_buttons_keeps_them() -> None:
    message = Outgoing(text="Câu này?", choices=((TAKE,), (STOP,)))

    assert degrade(message, Limits(), first=4) == (message,)


def test_what_changes_where_it_stands_is_one_message_that_keeps_its_numbers() -> None:
    message = Outgoing(text="Câu số 12. " + "Dài lắm. " * 20, choices=((TAKE,), (STOP,)))
    few = Limits(buttons=False, text=80)

    changed = in_one(message, few, 4)

    assert changed.text.startswith("Câu số 12. … Dài")
    assert changed.text.endswith("Dài lắm. \n\n4. Nhận\n5. Thôi")
    assert (len(changed.text) <= few.text, changed.choices) == (True, ())
