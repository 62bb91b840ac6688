"""A question's status and its only moves, written down here from the design, not from the table."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.domain.questions import Move, Question, Sensitive, Status

NOW = datetime(2026, 4, 29, 3, 0, tzinfo=UTC)

QUESTION = Question(
    id=1,
    number="TV-0001",
    asker=7,
    address="chat:lan",
    ward="p7",
    text="Đèn đường hư cả tháng, chừng nào sửa?",
    queue=Queue("ubnd_phuong", "p7"),
    asked_at=NOW,
    due_at=NOW + timedelta(days=7),
    promised_days=7,
)

#: design, "A question's status": what leads from where to where.
ALLOWED = {
    # waiting → taken → drafted → approved → answered → closed
    ("waiting", "take", "taken"),
    ("taken", "draft", "drafted"),
    ("drafted", "approve", "approved"),
    ("approved", "answer", "answered"),
    ("answered", "close", "closed"),
    # taken → waiting (given back, or transferred to another queue)
    ("taken", "give_back", "waiting"),
    ("taken", "transfer", "waiting"),
    # taken ⇄ asked_back (the clock stands)
    ("taken", "ask_back", "asked_back"),
    ("asked_back", "told_more", "taken"),
    ("asked_back", "go_on", "taken"),
    # drafted → taken (returned with a reason)
    ("drafted", "return", "taken"),
    # answered, closed → waiting (reopened with a reason)
    ("answered", "reopen", "waiting"),
    ("closed", "reopen", "waiting"),
    # waiting, taken → declined (a head, with a reason the asker reads)
    ("waiting", "decline", "declined"),
    ("taken", "decline", "declined"),
    # any before approved → withdrawn (the asker)
    ("waiting", "withdraw", "withdrawn"),
    ("taken", "withdraw", "withdrawn"),
    ("asked_back", "withdraw", "withdrawn"),
    ("drafted", "withdraw", "withdrawn"),
    # more time, and more words of the asker, leave it where it is
    ("taken", "extend", "taken"),
    ("waiting", "follow_up", "waiting"),
    ("taken", "follow_up", "taken"),
    ("asked_back", "follow_up", "asked_back"),
    ("drafted", "follow_up", "drafted"),
    ("approved", "follow_up", "approved"),
    # a newer draft takes the place of one that nobody has approved
    ("drafted", "rewrite", "drafted"),
    # an oral answer enters as drafted, for its agency to confirm
    ("waiting", "speak", "drafted"),
    ("taken", "speak", "drafted"),
    ("asked_back", "speak", "drafted"),
    ("drafted", "speak", "drafted"),
    # a session that closes without an answer leaves it where it is
    ("waiting", "hand_over", "waiting"),
    ("taken", "hand_over", "taken"),
    ("asked_back", "hand_over", "asked_back"),
    ("drafted", "hand_over", "drafted"),
    # nor does the ladder, which stands while the clock does
    ("waiting", "remind", "waiting"),
    ("taken", "remind", "taken"),
    ("drafted", "remind", "drafted"),
    # nor who hears that what was asked back is not answered
    ("asked_back", "ask_again", "asked_back"),
    # one that shares an answer with others keeps its own status, also when it is split off
    *((status, "join", status) for status in ("waiting", "taken", "drafted")),
    *((status, "split", status) for status in ("waiting", "taken", "asked_back", "drafted")),
    # what is sealed after all waits for a head; what is not goes on where it stands
    *((status, "seal", "waiting") for status in ("waiting", "taken", "asked_back")),
    *((status, "unseal", status) for status in ("waiting", "taken", "asked_back", "drafted")),
    # another office has taken over from its own
    *((status, "succeed", status) for status in ("waiting", "taken", "asked_back", "drafted")),
}
_FROM = {(before, move) for before, move, _ in ALLOWED}
FORBIDDEN = [
    (status, move)
    for status in Status
    for move in Move
    if move is not Move.ASK and (status.value, move.value) not in _FROM
]


def at(status: str) -> Question:
    return replace(QUESTION, status=Status(status))


@pytest.mark.parametrize(("before", "move", "after"), sorted(ALLOWED))
def test_a_question_moves_as_the_design_says(before: str, move: str, after: str) -> None:
    assert at(before).moved(Move(move)).status == Status(after)


@pytest.mark.parametrize(("before", "move"), FORBIDDEN)
def test_every_other_move_is_refused_and_names_number_and_status(
    before: Status, move: Move
) -> None:
    with pytest.raises(Refused) as refused:
        at(before).moved(move)

    assert refused.value.key == "question-moved-on"
    assert refused.value.args_for_text == {"number": "TV-0001", "status": before.value}


def test_a_move_changes_nothing_in_the_question_it_came_from() -> None:
    moved = QUESTION.moved(Move.TAKE, taken_by=3)

    assert (QUESTION.status, QUESTION.taken_by) == (Status.WAITING, None)
    assert (moved.status, moved.taken_by) == (Status.TAKEN, 3)


@pytest.mark.parametrize(
    ("status", "is_open"),
    [
        ("waiting", True),
        ("taken", True),
        ("asked_back", True),
        ("drafted", True),
        ("approved", True),
        ("answered", False),
        ("closed", False),
        ("declined", False),
        ("withdrawn", False),
    ],
)
def test_a_question_is_open_until_its_asker_has_heard(status: str, is_open: bool) -> None:
    assert at(status).is_open == is_open


@pytest.mark.parametrize(
    ("sensitive", "sealed", "private"),
    [
        (Sensitive.NO, False, False),
        (Sensitive.PRIVATE, False, True),
        (Sensitive.ACCUSATION, True, True),
        (Sensitive.CRISIS, True, True),
    ],
)
def test_what_is_sensitive_stays_private_and_what_is_grave_is_sealed(
    sensitive: Sensitive, sealed: bool, private: bool
) -> None:
    question = replace(QUESTION, sensitive=sensitive)

    assert (question.is_sealed, question.stays_private) == (sealed, private)


@pytest.mark.parametrize(
    ("status", "late"),
    [
        ("waiting", True),
        ("taken", True),
        ("drafted", True),
        ("approved", False),
        ("answered", False),
        ("withdrawn", False),
    ],
)
def test_a_broken_promise_is_late_while_work_is_left(status: str, late: bool) -> None:
    assert at(status).is_late(NOW + timedelta(days=8)) == late
    assert not at(status).is_late(NOW + timedelta(days=6))


def test_while_the_clock_stands_nothing_is_late() -> None:
    asked = replace(at("asked_back"), stopped_at=NOW)

    assert not asked.is_late(NOW + timedelta(days=30))


@pytest.mark.parametrize(("promised", "left"), [(3, 7), (7, 3), (10, 0), (12, 0)])
def test_more_time_ends_at_the_ten_days_of_the_law(promised: int, left: int) -> None:
    assert replace(QUESTION, promised_days=promised).days_left_to_ask_for == left


def test_a_question_without_words_was_erased() -> None:
    assert replace(QUESTION, text="").is_erased
    assert not QUESTION.is_erased
