"""The pure rules of clusters: catching up, counts that say who asks, what may be joined."""

from dataclasses import replace
from itertools import product

import pytest

from bot.domain.clusters import Weight, may_join, may_lead, path, shown, weigh
from bot.domain.questions import MOVES, Sensitive, Status
from tests.bot.domain.test_questions import QUESTION

WAY = (Status.WAITING, Status.TAKEN, Status.DRAFTED, Status.APPROVED)


@pytest.mark.parametrize(("before", "after"), list(product(WAY[:3], WAY)))
def test_a_question_catches_up_by_moves_that_it_may_make(before: Status, after: Status) -> None:
    question = replace(QUESTION, status=before)

    for move in path(before, after):
        question = question.moved(move)

    assert question.status is after


def test_who_has_an_approved_answer_or_went_another_way_does_not_go_back() -> None:
    gone = set(Status) - set(WAY)

    assert [path(Status.APPROVED, one) for one in WAY] == [()] * 4
    assert {path(one, other) for one, other in product(gone, Status)} == {()}
    assert {path(one, other) for one, other in product(Status, gone)} == {()}


@pytest.mark.parametrize(("many", "read"), [(1, 0), (2, 0), (3, 3), (15, 15)])
def test_residents_read_no_count_below_three(many: int, read: int) -> None:
    assert shown(many) == read


def test_places_are_weighed_most_first() -> None:
    asked = [replace(QUESTION, hamlet=one) for one in ("k2", "k4", "k4", "")]

    assert weigh(asked) == [Weight("p7", "k4", 2), Weight("p7", "", 1), Weight("p7", "k2", 1)]


@pytest.mark.parametrize("status", list(Status))
def test_what_is_settled_is_not_joined_and_a_draft_may_only_lead(status: Status) -> None:
    question = replace(QUESTION, status=status)

    assert may_join(question) == (status in {Status.WAITING, Status.TAKEN})
    assert may_lead(question) == (status in {Status.WAITING, Status.TAKEN, Status.DRAFTED})


@pytest.mark.parametrize("sensitive", [one for one in Sensitive if one])
def test_nothing_sensitive_and_nothing_erased_is_joined(sensitive: Sensitive) -> None:
    for question in (replace(QUESTION, sensitive=sensitive), replace(QUESTION, text="")):
        assert (may_join(question), may_lead(question)) == (False, False)


def test_joining_changes_no_status() -> None:
    assert {move: MOVES[move][1] for move in MOVES if move in ("join", "split")} == {
        "join": None,
        "split": None,
    }
