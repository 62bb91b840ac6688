"""People, and where each of their roles reaches."""

from datetime import UTC, datetime

import pytest

from bot.domain.agencies import Queue
from bot.domain.people import Grant, Person, Role


def somebody(*grants: Grant) -> Person:
    return Person(id=1, grants=frozenset(grants))


def test_who_was_never_invited_is_no_official() -> None:
    assert not somebody().is_official
    assert somebody(Grant(Role.RELAY, "p7")).is_official


def test_consent_is_a_moment_not_a_default() -> None:
    assert not Person(id=1).consents
    assert Person(id=1, consented_at=datetime(2026, 4, 29, tzinfo=UTC)).consents


def test_a_role_is_held_over_its_scope_alone() -> None:
    person = somebody(Grant(Role.OFFICER, "bhxh"))

    assert person.holds(Role.OFFICER, "bhxh")
    assert not person.holds(Role.OFFICER, "nhcsxh")
    assert not person.holds(Role.HEAD, "bhxh")


def test_the_queues_of_an_official_are_those_of_officers_and_heads() -> None:
    person = somebody(
        Grant(Role.OFFICER, "nhcsxh"),
        Grant(Role.HEAD, "nhcsxh"),
        Grant(Role.HEAD, "ubnd_phuong@p7"),
        Grant(Role.RELAY, "p1"),
    )

    assert person.queues == (Queue("nhcsxh"), Queue("ubnd_phuong", "p7"))


@pytest.mark.parametrize(
    ("grants", "wards"),
    [
        ([Grant(Role.RELAY, "p7")], ("p7",)),
        ([Grant(Role.HEAD, "ubnd_phuong@p1"), Grant(Role.RELAY, "p7")], ("p1", "p7")),
        ([Grant(Role.HEAD, "nhcsxh")], ()),
        ([Grant(Role.OFFICER, "ubnd_phuong@p1")], ()),
    ],
)
def test_readers_and_the_ward_s_head_air(grants: list[Grant], wards: tuple[str, ...]) -> None:
    assert somebody(*grants).air_wards == wards
