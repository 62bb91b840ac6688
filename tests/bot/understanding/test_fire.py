"""A house on fire now is danger; a fire of last month is a question. All are invented."""

import pytest

from bot.domain.questions import SEALED, Sensitive
from bot.understanding.routing import NOBODY, Router


@pytest.mark.parametrize(
    "text",
    [
        "cháy nhà rồi cứu với",
        "nha ba tu dang chay",
        "nhà cháy rồi bà con ơi",
        "cháy! cháy! khóm 4 cháy nhà",
        "lua chay lan qua nha em roi, goi ai bay gio",
        "bốc cháy ngay kho rơm sát vách nhà tui",
        "xe máy cháy trước nhà, lửa bén vô cửa",
        "hỏa hoạn ở khóm 3, lửa lớn quá",
        "chay nha, keu xe cuu hoa dum",
    ],
)
def test_a_fire_now_is_danger(router: Router, text: str) -> None:
    assert router.suggest(text).sensitive == Sensitive.CRISIS


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("tháng trước nhà tôi bị cháy, giờ muốn hỏi có được hỗ trợ cất lại không", "ldtbxh"),
        ("nha chay hoi tet, toi gio chua duoc tien cuu tro", "ldtbxh"),
        ("hộ bị cháy nhà được hỗ trợ bao nhiêu tiền", "ldtbxh"),
        ("đèn đường hẻm 5 cháy bóng rồi", "ubnd_phuong"),
        ("lúa cháy lá phải xịt thuốc gì", "kinhte"),
    ],
)
def test_a_fire_that_is_over_and_what_only_sounds_like_one_stay_questions(
    router: Router, text: str, agency: str
) -> None:
    found = router.suggest(text)
    assert (found.agency, found.sensitive in SEALED) == (agency, False)


@pytest.mark.parametrize(
    "text",
    ["ban o dau v, co ban trai chua", "em dep qua lam quen nha", "nhà em ở đâu để anh qua chơi"],
)
def test_who_looks_for_company_asks_no_office(router: Router, text: str) -> None:
    assert router.suggest(text).agency == NOBODY
