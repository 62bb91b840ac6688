"""What is understood of messages in another style than those it learnt from; see their README."""

from pathlib import Path

import pytest

from bot.domain.questions import SEALED, Sensitive
from bot.understanding.routing import NOBODY, Router

HERE = Path(__file__).parents[2] / "data/another_hand"


def rows(name: str) -> list[tuple[str, str]]:
    lines = (HERE / f"{name}.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(kind, text) for kind, text in pairs]


@pytest.mark.parametrize(("kind", "least"), [("crisis", 0.8), ("accusation", 0.9)])
def test_danger_and_accusations_are_sealed(router: Router, kind: str, least: float) -> None:
    told = [text for wanted, text in rows("danger") if wanted == kind]
    sealed = [text for text in told if router.suggest(text).sensitive in SEALED]
    assert len(sealed) >= least * len(told)


def test_what_is_private_does_not_lie_open(router: Router) -> None:
    told = [text for wanted, text in rows("danger") if wanted == "private"]
    open_ones = [text for text in told if router.suggest(text).sensitive is Sensitive.NO]
    assert len(open_ones) <= 0.2 * len(told)


def test_few_calm_messages_are_sealed(router: Router) -> None:
    told = [text for wanted, text in rows("danger") if wanted == "calm"]
    sealed = [text for text in told if router.suggest(text).sensitive in SEALED]
    assert len(sealed) <= 0.2 * len(told)


def test_most_small_talk_asks_nobody(router: Router) -> None:
    told = [text for _, text in rows("nobody")]
    kept = [text for text in told if router.suggest(text).agency == NOBODY]
    assert len(kept) >= 0.68 * len(told)


def test_nothing_of_it_was_learnt() -> None:
    texts = {text for name in ("danger", "nobody") for _, text in rows(name)}
    learnt = Path(__file__).parents[3] / "bot/understanding"
    taught = "".join(path.read_text("utf-8") for path in learnt.rglob("*.jsonl"))
    taught += (learnt / "danger.tsv").read_text("utf-8")
    assert [text for text in texts if text in taught] == []
