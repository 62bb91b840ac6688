"""What is packaged is what the examples teach, and what it teaches holds for others."""

import gzip
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import pytest

from bot.domain.questions import Sensitive
from bot.understanding import danger, learn, learnt
from bot.understanding.bayes import Bayes, Counts, weight_of
from bot.understanding.heard import hear
from bot.understanding.routing import Router


def test_the_packaged_files_are_what_the_examples_teach() -> None:
    """``python -m bot.understanding.learn`` after a change of the examples."""
    taught = dict(learn.packaged())
    assert digest(opened(learnt.NAME)) == digest(taught.pop(learnt.NAME))
    assert taught == {name: opened(name) for name in taught}


def opened(name: str) -> str:
    return gzip.decompress((files("bot.understanding") / name).read_bytes()).decode()


def digest(text: str) -> dict[str, Any]:
    """Weights to a tenth: another machine may round the last of their hundredths otherwise."""
    data = json.loads(text)
    rows = {trait: row.split() for trait, row in data["ear"]["rows"].items()}
    same = {trait: round(one / 10) for trait, one in data["same"].items()}
    return {**data, "ear": tenths(rows), "same": same}


def tenths(rows: dict[str, list[Any]]) -> dict[str, list[int]]:
    return {trait: [round(int(one) / 10) for one in row] for trait, row in rows.items()}


@pytest.mark.parametrize("name", ["topics", "wishes"])
def test_a_text_of_every_known_word_is_added_up_without_running_over(name: str) -> None:
    """The most that can be added up at once, for each feature counts once."""
    counts: Counts = getattr(learnt.read(), name)
    every, bayes = list(counts.rows), Bayes(counts)
    parts = [_sums(bayes, every[at : at + 500]) for at in range(0, len(every), 500)]
    together = {label: sum(part[label] for part in parts) for label in counts.labels}
    assert _sums(bayes, every) == pytest.approx(together, abs=0.01)


def _sums(bayes: Bayes, seen: Sequence[str]) -> dict[str, float]:
    """What is added up before longer texts are made to speak no louder."""
    shout = sum(map(weight_of, seen)) ** 0.5
    return {label: shout * score for label, score in bayes.scores(seen).items()}


def test_it_is_small_enough_to_be_read_at_every_start() -> None:
    assert len((files("bot.understanding") / learnt.NAME).read_bytes()) < 550_000


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("ong xa toi nhau vo la quanh vo con, toi phai ra ngoai bui chuoi ngu", Sensitive.CRISIS),
        ("tui chỉ muốn nhắm mắt một lần cho xong, đừng ai tìm", Sensitive.CRISIS),
        ("bên cho vay dán hình tui lên cột điện, nhắn là sẽ tới bẻ tay", Sensitive.CRISIS),
        ("ba bữa nay nhà không còn hột gạo nấu cháo cho nhỏ", Sensitive.CRISIS),
        ("ông trưởng ấp lấy phần gạo của tui đem cho em vợ ổng", Sensitive.ACCUSATION),
        ("muon ky giay phai lo cho chi do nua trieu", Sensitive.ACCUSATION),
    ],
)
def test_danger_is_heard_in_other_words(router: Router, text: str, seen: Sensitive) -> None:
    assert router.suggest(text).sensitive is seen


@pytest.mark.parametrize(
    "text",
    [
        "xin hỏi lịch tiếp dân của phường",
        "tiền trợ cấp tháng này khi nào phát",
        "vay vốn cần giấy tờ gì",
        "đường hẻm 5 hư nặng xin sửa",
        "hoc phi lop 7 bao nhieu",
    ],
)
def test_an_everyday_question_stays_open(router: Router, text: str) -> None:
    assert router.suggest(text).sensitive is Sensitive.NO


def test_what_it_believes_sums_up_to_one() -> None:
    in_danger, asks_nobody = learnt.read().ear.hears(hear("cán bộ đòi tiền"))
    assert (len(in_danger), len(asks_nobody)) == (len(danger.KINDS), 2)
    assert (sum(in_danger), sum(asks_nobody)) == pytest.approx((1, 1))
