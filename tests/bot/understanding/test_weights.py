"""Names tell weights: what is added up ready-made is what a text is seen as."""

import pytest

from bot.understanding import bayes, linear
from bot.understanding.bayes import Bayes, Lesson, counted
from bot.understanding.heard import hear
from bot.understanding.linear import Ear, shares, traits

TEXTS = [
    "Tui muốn hỏi thẻ BHYT hộ nghèo, gọi 0912345678 hay xem https://example.vn ?",
    "can bo phuong doi 500 ngan moi ky giay 😀",
    "ខ្ញុំចង់ខ្ចីប្រាក់ 50 triệu",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_name_of_a_feature_tells_its_weight(text: str) -> None:
    seen = bayes.features(text)
    assert {name: bayes.weight_of(name) for name in seen} == seen


@pytest.mark.parametrize("text", TEXTS)
def test_the_name_of_a_trait_tells_its_weight(text: str) -> None:
    seen = traits(text)
    whole = {name: linear.weight_of(name) for name in seen}
    loud = max(seen.values(), default=1.0) / max(whole.values(), default=1.0)
    assert {name: loud * one for name, one in whole.items()} == pytest.approx(seen)


@pytest.mark.parametrize("text", TEXTS)
def test_an_ear_hears_what_each_of_its_models_would(text: str) -> None:
    one = {name: [3, -120, 45] for name in list(traits(text))[::2]}
    other = {name: [70, -7] for name in list(traits(text))[::3]}
    rows = {
        name: " ".join(map(str, [*one.get(name, [0] * 3), *other.get(name, [0] * 2)]))
        for name in traits(text)
    }
    assert Ear(rows, [3, 2]).hears(hear(text)) == [
        pytest.approx(shares(traits(text), hundredths(model), kinds))
        for model, kinds in ((one, 3), (other, 2))
    ]


def hundredths(model: dict[str, list[int]]) -> dict[str, list[float]]:
    return {name: [weight / 100 for weight in row] for name, row in model.items()}


def test_what_is_counted_twice_is_counted_together() -> None:
    lessons = [Lesson("vay vốn", "loan"), Lesson("đường hư", "road"), Lesson("vay tiền", "loan")]
    apart = counted(lessons[:1]) + counted(lessons[1:])
    seen = bayes.features("vay tiền sửa đường")
    assert Bayes(apart).scores(seen) == Bayes(counted(lessons)).scores(seen)


def test_a_label_may_speak_for_several_or_for_none() -> None:
    counts = counted([Lesson("vay vốn", "loan"), Lesson("đường hư", "road"), Lesson("x y", "old")])
    seen = bayes.features("vay x")
    both = Bayes(counts, {"loan": ("loan", "bank"), "road": ("road",)}).scores(seen)
    assert both.keys() == {"loan", "bank", "road"}
    assert both["loan"] == both["bank"] > both["road"]
