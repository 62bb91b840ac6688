"""What officials corrected speaks for its topic where much the same is asked again."""

from bot.understanding.corrections import Corrections


def test_without_corrections_nothing_is_added() -> None:
    assert Corrections(()).scores("vay vốn nuôi bò") == {}


def test_the_same_words_speak_louder_than_some_of_them() -> None:
    known = Corrections([("vay vốn nuôi bò lãi bao nhiêu", "vay")])
    same = known.scores("vay von nuoi bo lai bao nhieu")["vay"]
    some = known.scores("vay vốn nuôi bò thì làm đơn lãi bao nhiêu").get("vay", 0.0)
    assert same > some > 0
    assert known.scores("đèn đường hẻm 5 tắt") == {}
