"""How many streams there may be, and who gives way."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from bot.look.lines import Lines
from bot.look.origins import household


@dataclass
class Pages:
    """Pages that are opened and stay open."""

    held: ExitStack

    def open(self, lines: Lines, many: int, address: str, chat: str = "") -> list[bool]:
        """Whether each of so many got a line."""
        found = [self.held.enter_context(lines.line(address, chat)) for _ in range(many)]
        return [one is not None for one in found]


@pytest.fixture
def pages() -> Iterator[Pages]:
    with ExitStack() as held:
        yield Pages(held)


def test_one_address_takes_a_quarter_and_leaves_the_rest_to_others(pages: Pages) -> None:
    lines = Lines(most=8)
    crowd = pages.open(lines, 3, "203.0.113.7")
    others = pages.open(lines, 2, "203.0.113.8") + pages.open(lines, 3, "198.51.100.1")
    assert (crowd, others) == ([True, True, False], [True, True, True, True, False])


def test_there_are_no_more_than_fit_and_one_that_ends_makes_room(pages: Pages) -> None:
    lines = Lines(most=2)
    with lines.line("203.0.113.7"):
        others = pages.open(lines, 1, "203.0.113.8") + pages.open(lines, 1, "203.0.113.9")
    afterwards = pages.open(lines, 1, "203.0.113.9")
    assert (others, afterwards, lines.open) == ([True, False], [True], 2)


def test_a_proxy_beside_us_that_names_nobody_is_no_crowd(pages: Pages) -> None:
    lines = Lines(most=8)
    assert pages.open(lines, 9, "127.0.0.1") == [True] * 8 + [False]


def test_of_the_lines_of_a_chat_the_oldest_gives_way(pages: Pages) -> None:
    lines = Lines()
    with lines.line("203.0.113.7", "lan") as first:
        pages.open(lines, 4, "203.0.113.7", "lan")
        assert first is not None
        assert first.gone


def test_lines_that_gave_way_count_until_they_have_ended(pages: Pages) -> None:
    assert pages.open(Lines(), 9, "203.0.113.7", "lan") == [True] * 8 + [False]


@pytest.mark.parametrize(
    ("address", "of_whom"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),  # one socket for both kinds
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_a_household_is_one_address(address: str, of_whom: str) -> None:
    assert household(address) == of_whom
