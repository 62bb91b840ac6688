"""Who may hand a question on to another office."""

import pytest

from bot.domain import access
from bot.domain.people import Grant, Role
from bot.domain.questions import Sensitive
from tests.bot.domain.test_access import BANK, EVERYBODY, SEALED, sensitive, somebody


def test_a_question_is_handed_on_by_who_works_on_it_and_by_organisers() -> None:
    assert [one for one in EVERYBODY if access.may_hand_on(one, BANK)] == [
        one for one in EVERYBODY if access.may_work_on(one, BANK) or one.holds(Role.ORGANISER)
    ]


@pytest.mark.parametrize("why", sorted(SEALED))
def test_what_is_sealed_is_handed_on_by_its_heads_alone(why: Sensitive) -> None:
    sealed = sensitive(why)

    assert [one for one in EVERYBODY if access.may_hand_on(one, sealed)] == [
        one for one in EVERYBODY if access.may_approve(one, sealed)
    ]


def test_nobody_hands_on_a_question_of_their_own() -> None:
    organiser = somebody(Grant(Role.ORGANISER), id=BANK.asker)

    assert not access.may_hand_on(organiser, BANK)
