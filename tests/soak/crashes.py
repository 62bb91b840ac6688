"""What people heard, held against what crashed: what may repeat, and how much of it at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tests.doubles.telegram import Call


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it reached a chat."""

    chat: int
    words: str
    at: float  #: monotonic
    by: str  #: the program that sent it


#: What had left a program when it crashed is counted when the platform reads it: so much later.
ARRIVING = 1.0


def heard(calls: Iterable[Call]) -> list[Heard]:
    """Every message that reached a platform, in order."""
    return [
        Heard(call.fields["chat_id"], call.fields["text"], call.at, call.by)
        for call in calls
        if call.method == "sendMessage"
    ]


def repeats(messages: Sequence[Heard], crashes: Sequence[float]) -> dict[float, Counter[int]]:
    """For each crash: which chats heard something again because of it, and how many things.

    A message that comes again was on its way at the first crash after it came, or arrived a moment
    after it. One that came again without a crash in between is nobody's fault but the program's,
    and raises.
    """
    found: dict[float, Counter[int]] = defaultdict(Counter)
    before: dict[tuple[int, str], float] = {}
    for one in messages:
        first = before.get((one.chat, one.words))
        if first is not None:
            between = [crash for crash in crashes if first <= crash + ARRIVING and crash < one.at]
            assert between, f"chat {one.chat} heard something again, and nothing had crashed"
            found[between[0]][one.chat] += 1
        before[one.chat, one.words] = one.at
    return found


def senders(messages: Iterable[Heard]) -> list[str]:
    """Who sent, one after the other; whoever sends again after another stands there again."""
    return [by for by, _ in groupby(one.by for one in messages)]


def most_in(messages: Sequence[Heard], seconds: float) -> int:
    """The most that reached the platform within any time of this length."""
    first, most = 0, 0
    for index, one in enumerate(messages):
        while one.at - messages[first].at >= seconds:
            first += 1
        most = max(most, index - first + 1)
    return most


def order(messages: Iterable[Heard]) -> dict[int, list[str]]:
    """What each chat heard, each message where it came first."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for one in messages:
        found[one.chat].setdefault(one.words)
    return {chat: list(words) for chat, words in found.items()}
