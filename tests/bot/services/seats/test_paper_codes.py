"""What is shaped like a code, so that a slip in one is told from words."""

import pytest

from bot.services.seats.paper_codes import looks_like_one


@pytest.mark.parametrize(
    "typed",
    [
        "K3-7HQ4-XQ7T",
        "k3-7hq4-xq7",
        "K3 7HQ4 XQ7T",
        "K37HQ4XQ7T",
        " k3-7hq44-xq7t ",
        "A7KM3PQRS2XY",
    ],
)
def test_a_code_is_known_by_its_shape(typed: str) -> None:
    assert looks_like_one(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "TV-0012",
        "0294 000 0000",
        "0900000001",
        "nhan tien 50tr",
        "vay 50tr dong",
        "khom 3 p7",
        "84B1-12345",
        "27-11-2026",
        "nghiengngah",
        "DN4797912345678",
        "nhà tôi 3 khẩu",
        "",
    ],
)
def test_words_and_other_numbers_are_none(typed: str) -> None:
    assert not looks_like_one(typed)
