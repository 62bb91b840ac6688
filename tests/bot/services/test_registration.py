"""How people write their phone."""

import pytest

from bot.domain.errors import Refused
from bot.services.registration import read_phone


@pytest.mark.parametrize(
    "typed",
    ["0901234567", "090 123 4567", "0901.234.567", "+84 901 234 567", "số tui 0901234567 nghen"],
)
def test_a_phone_is_read_as_people_write_it(typed: str) -> None:
    assert read_phone(typed) == "0901234567"


@pytest.mark.parametrize("typed", ["", "không có", "12345", "9012345678", "09012345678"])
def test_what_is_no_phone_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_phone(typed)

    assert refused.value.key == "phone-unclear"
