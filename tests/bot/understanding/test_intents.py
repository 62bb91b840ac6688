"""Fine intents: what people mean is believed from wholly other words."""

import pytest

from bot.understanding import learnt
from bot.understanding.intents import Intents, read_intents


@pytest.fixture(scope="module")
def intents() -> Intents:
    return Intents(learnt.read_intents(), learnt.read().topics.labels)


def test_every_intent_is_told_in_several_ways() -> None:
    texts: dict[str, set[str]] = {}
    for one in read_intents():
        texts.setdefault(one.intent, set()).add(one.text)
    assert [intent for intent, told in texts.items() if len(told) < 5] == []


def test_what_is_believed_sums_up_to_nearly_one(intents: Intents) -> None:
    shares = intents.believed("nước máy cúp hoài", {})
    assert sum(shares.values()) == pytest.approx(1, abs=0.4)
    assert max(shares.values()) <= 1


def test_the_topic_speaks_for_its_intents(intents: Intents) -> None:
    text = "làm đơn ở đâu"
    alone = intents.believed(text, {"dien": 0.5, "vay_von": 0.5})
    loan = intents.believed(text, {"vay_von": 1.0})
    assert _about(loan, "vay_von") > _about(alone, "vay_von")


def _about(shares: dict[str, float], topic: str) -> float:
    return sum(share for intent, share in shares.items() if intent.split()[0] == topic)
