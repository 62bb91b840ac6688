"""Who may see and do what: a queue's people, the asker, who may invite, who airs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain import access
from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.domain.households import Bond, Consent, Household, Relation
from bot.domain.people import Grant, Person, Role
from bot.domain.questions import Question, Sensitive
from tests.bot.domain.test_questions import QUESTION

BANK = replace(QUESTION, queue=Queue("nhcsxh"))
SEALED = (Sensitive.ACCUSATION, Sensitive.CRISIS)


def somebody(*grants: Grant, id: int = 1) -> Person:  # noqa: A002 - as the person calls it
    return Person(id=id, grants=frozenset(grants))


OFFICER = somebody(Grant(Role.OFFICER, "nhcsxh"))
HEAD = somebody(Grant(Role.HEAD, "nhcsxh"))
ASKER = somebody(id=7)
OTHERS = [
    somebody(),
    somebody(Grant(Role.OFFICER, "bhxh")),
    somebody(Grant(Role.HEAD, "bhxh")),
    somebody(Grant(Role.OFFICER, "ubnd_phuong@p7")),
    somebody(Grant(Role.HEAD, "ubnd_phuong@p7")),
    somebody(Grant(Role.RELAY, "p7")),
    somebody(Grant(Role.HAMLET, "p7-k3")),
    somebody(Grant(Role.CLERK, "2")),
    somebody(Grant(Role.ORGANISER)),
    somebody(Grant(Role.ADMIN)),
]


def sensitive(kind: Sensitive) -> Question:
    return replace(BANK, sensitive=kind)


@pytest.mark.parametrize("kind", Sensitive)
@pytest.mark.parametrize("person", [OFFICER, HEAD], ids=["an officer", "a head"])
def test_what_is_seen_of_a_queue_is_what_its_people_work_on(
    person: Person, kind: Sensitive
) -> None:
    question = sensitive(kind)

    seen, openly = (access.seen(person, question.queue, openly=one) for one in (False, True))

    assert (kind in seen) == access.may_work_on(person, question)
    assert (kind in openly) == access.may_stand_in("nhcsxh", question)


@pytest.mark.parametrize("kind", Sensitive)
def test_the_asker_reads_and_does_not_work_on_it(kind: Sensitive) -> None:
    assert access.may_read(ASKER, sensitive(kind))
    assert not access.may_work_on(ASKER, sensitive(kind))


@pytest.mark.parametrize("kind", [Sensitive.NO, Sensitive.PRIVATE])
def test_officers_and_heads_work_on_what_is_in_their_queue(kind: Sensitive) -> None:
    assert access.may_work_on(OFFICER, sensitive(kind))
    assert access.may_work_on(HEAD, sensitive(kind))


@pytest.mark.parametrize("kind", SEALED)
def test_a_sealed_question_is_for_the_heads_alone(kind: Sensitive) -> None:
    assert not access.may_read(OFFICER, sensitive(kind))
    assert access.may_work_on(HEAD, sensitive(kind))


@pytest.mark.parametrize("kind", Sensitive)
@pytest.mark.parametrize("person", OTHERS)
def test_nobody_else_reads_it(person: Person, kind: Sensitive) -> None:
    assert not access.may_read(person, sensitive(kind))
    assert not access.may_approve(person, sensitive(kind))


@pytest.mark.parametrize("kind", Sensitive)
def test_whoever_reads_a_question_seals_it_and_heads_alone_open_it(kind: Sensitive) -> None:
    question = sensitive(kind)

    sealing = [one for one in (OFFICER, HEAD, ASKER, *OTHERS) if access.may_seal(one, question)]
    opening = [one for one in (OFFICER, HEAD, ASKER, *OTHERS) if access.may_unseal(one, question)]

    assert sealing == ([HEAD] if kind in SEALED else [OFFICER, HEAD])
    assert opening == ([HEAD] if kind in SEALED else [])


def test_organisers_hear_that_something_sealed_is_late_unless_they_asked_it() -> None:
    sealed = sensitive(Sensitive.ACCUSATION)

    hearing = [one for one in OTHERS if access.may_hear_that_it_is_late(one, sealed)]

    assert hearing == [somebody(Grant(Role.ORGANISER))]
    own = replace(sealed, asker=hearing[0].id)
    assert not access.may_hear_that_it_is_late(hearing[0], own)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD])
def test_nobody_works_on_a_question_of_their_own(role: Role) -> None:
    person = somebody(Grant(role, "nhcsxh"), id=BANK.asker)

    assert access.may_read(person, BANK)
    assert not access.may_work_on(person, BANK)
    assert not access.may_approve(person, BANK)


def test_heads_approve_and_officers_do_not() -> None:
    assert access.may_approve(HEAD, BANK)
    assert not access.may_approve(OFFICER, BANK)


def test_the_ward_s_queues_are_apart() -> None:
    in_ward_7 = somebody(Grant(Role.OFFICER, "ubnd_phuong@p7"))

    assert access.may_work_on(in_ward_7, QUESTION)
    assert not access.may_work_on(in_ward_7, replace(QUESTION, queue=Queue("ubnd_phuong", "p1")))


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        (Sensitive.NO, True),
        (Sensitive.PRIVATE, False),
        (Sensitive.ACCUSATION, False),
        (Sensitive.CRISIS, False),
    ],
)
def test_only_what_is_open_stands_in_a_group(kind: Sensitive, allowed: bool) -> None:
    assert access.may_stand_in("nhcsxh", sensitive(kind)) == allowed
    assert not access.may_stand_in("bhxh", sensitive(kind))
    assert not access.may_stand_in("", sensitive(kind))


@pytest.mark.parametrize(
    ("check", "person", "key"),
    [
        (access.must_work_on, OTHERS[0], "not-your-queue"),
        (access.must_approve, OFFICER, "only-a-head-approves"),
        (access.must_be_asker, OFFICER, "not-your-question"),
    ],
)
def test_a_refusal_says_what_to_do_and_nothing_of_the_question(
    check: object, person: Person, key: str
) -> None:
    with pytest.raises(Refused) as refused:
        check(person, BANK)  # type: ignore[operator]

    assert (refused.value.key, refused.value.args_for_text) == (key, {})


@pytest.mark.parametrize(
    ("inviter", "role", "scope", "allowed"),
    [
        (Grant(Role.ADMIN), Role.ADMIN, "", True),
        (Grant(Role.ADMIN), Role.HEAD, "bhxh", True),
        (Grant(Role.ORGANISER), Role.HEAD, "bhxh", True),
        (Grant(Role.ORGANISER), Role.ORGANISER, "", True),
        (Grant(Role.ORGANISER), Role.ADMIN, "", False),
        (Grant(Role.HEAD, "bhxh"), Role.OFFICER, "bhxh", True),
        (Grant(Role.HEAD, "bhxh"), Role.OFFICER, "nhcsxh", False),
        (Grant(Role.HEAD, "bhxh"), Role.HEAD, "bhxh", False),
        (Grant(Role.OFFICER, "bhxh"), Role.OFFICER, "bhxh", False),
        (Grant(Role.RELAY, "p7"), Role.RELAY, "p7", False),
    ],
)
def test_who_may_invite_whom(inviter: Grant, role: Role, scope: str, allowed: bool) -> None:
    assert access.may_invite(somebody(inviter), role, scope) == allowed


@pytest.mark.parametrize(
    ("grant", "allowed"),
    [
        (Grant(Role.RELAY, "p7"), True),
        (Grant(Role.HEAD, "ubnd_phuong@p7"), True),
        (Grant(Role.OFFICER, "ubnd_phuong@p7"), False),
        (Grant(Role.RELAY, "p1"), False),
        (Grant(Role.HEAD, "nhcsxh"), False),
        (Grant(Role.ORGANISER), False),
    ],
)
def test_a_ward_s_reader_and_head_put_it_on_the_air(grant: Grant, allowed: bool) -> None:
    assert access.may_air(somebody(grant), "p7") == allowed


# ── seats ────────────────────────────────────────────────────────────────────────────────────

ORGANISER = somebody(Grant(Role.ORGANISER))
WARD_HEAD = somebody(Grant(Role.HEAD, "ubnd_phuong@p7"))
HAMLET_HEAD = somebody(Grant(Role.HAMLET, "p7-k3"))
CLERK = somebody(Grant(Role.CLERK, "2"))
RUNNERS = (Role.ORGANISER, Role.ADMIN)
EVERYBODY = [OFFICER, HEAD, ASKER, *OTHERS]


def test_organisers_alone_give_seats() -> None:
    assert [one for one in EVERYBODY if access.may_plan(one)] == [ORGANISER]


def test_the_names_on_a_seat_list_are_for_the_organiser_and_the_ward_s_head() -> None:
    assert [one for one in EVERYBODY if access.may_see_list(one, "p7")] == [WARD_HEAD, ORGANISER]
    assert [one for one in EVERYBODY if access.may_see_list(one, "p1")] == [ORGANISER]


def test_the_hamlet_s_head_and_the_organiser_write_down_what_a_household_says() -> None:
    assert [one for one in EVERYBODY if access.may_answer_for(one, "p7-k3")] == [
        HAMLET_HEAD,
        ORGANISER,
    ]
    assert [one for one in EVERYBODY if access.may_answer_for(one, "")] == [ORGANISER]


def test_how_a_session_fills_is_for_those_who_run_it_and_for_heads_of_wards() -> None:
    assert [one for one in EVERYBODY if access.may_see_figures(one, 2)] == [
        WARD_HEAD,
        CLERK,
        ORGANISER,
        somebody(Grant(Role.ADMIN)),
    ]


def test_the_session_s_clerk_and_the_organiser_check_in() -> None:
    assert _let_through(lambda one: access.must_check_in(one, 2)) == [CLERK, ORGANISER]


def _let_through(must: Callable[[Person], None]) -> list[Person]:
    """Who is not refused."""
    through = []
    for one in EVERYBODY:
        try:
            must(one)
        except Refused:
            continue
        through.append(one)
    return through


def test_organisers_and_admins_run_the_programme() -> None:
    assert _let_through(access.must_run_programme) == [ORGANISER, somebody(Grant(Role.ADMIN))]


def test_heads_invite_somebody_and_so_does_whoever_runs_the_programme() -> None:
    invite = [one for one in EVERYBODY if access.may_invite_somebody(one)]

    assert invite == [one for one in EVERYBODY if one.scopes(*RUNNERS, Role.HEAD)]


def test_a_queue_is_read_by_those_who_work_on_it() -> None:
    assert _let_through(lambda one: access.must_read_queue(one, BANK.queue)) == [OFFICER, HEAD]


def test_a_sheet_is_brought_back_by_whoever_works_on_a_queue_and_by_the_organiser() -> None:
    works = [one for one in EVERYBODY if one.scopes(Role.OFFICER, Role.HEAD, Role.ORGANISER)]

    assert _let_through(access.must_return_sheet) == works


def test_who_sits_on_the_panel_is_said_by_the_agency_s_head_and_the_organiser() -> None:
    assert _let_through(lambda one: access.must_name_panelist(one, BANK.queue)) == [HEAD, ORGANISER]


def test_residents_have_to_agree_to_be_known_and_officials_need_not() -> None:
    agreed = replace(ASKER, consented_at=datetime(2026, 4, 29, 3, tzinfo=UTC))
    access.must_be_known(agreed)

    assert _let_through(access.must_be_known) == [one for one in EVERYBODY if one.grants]


HOME = Household(id=5, name="Sơn Thị So", ward="p7", hamlet="p7-k3")
ASKED_FOR = replace(BANK, asker=7, household=5)


def _bond(person: int, relation: Relation) -> Bond:
    return Bond(household=5, person=person, relation=relation, consent=Consent.SPOKEN)


def test_what_was_asked_for_a_household_opens_only_where_it_was_chosen() -> None:
    assert not access.may_read(ASKER, ASKED_FOR)
    assert access.may_read(OFFICER, ASKED_FOR)


@pytest.mark.parametrize(
    ("person", "acts_for", "key"),
    [(ASKER, (), "home-closed"), (ASKER, (6,), "home-closed"), (OTHERS[0], (5,), "not-your-")],
    ids=["no consent", "of another household", "somebody else who helps it"],
)
def test_who_asked_for_a_household_moves_it_only_while_consent_stands(
    person: Person, acts_for: tuple[int, ...], key: str
) -> None:
    access.must_be_asker(ASKER, ASKED_FOR, (5,))
    with pytest.raises(Refused) as refused:
        access.must_be_asker(person, ASKED_FOR, acts_for)
    assert refused.value.key.startswith(key)


def test_who_acts_for_a_household_is_known_here_and_let_by_it() -> None:
    agreed = replace(ASKER, consented_at=datetime(2026, 4, 29, tzinfo=UTC))
    access.must_act_for(agreed, 5, (5,))
    access.must_act_for(OFFICER, 5, (5,))
    for person, household, key in ((ASKER, 5, "consent-first"), (agreed, 6, "home-closed")):
        with pytest.raises(Refused) as refused:
            access.must_act_for(person, household, (5,))
        assert refused.value.key == key


@pytest.mark.parametrize(
    ("hamlet", "kind", "private", "allowed"),
    [
        ("p7-k3", Sensitive.NO, False, True),
        ("p7-k3", Sensitive.NO, True, False),
        ("p7-k3", Sensitive.PRIVATE, False, False),
        ("p7-k4", Sensitive.NO, False, False),
    ],
)
def test_the_hamlet_s_head_reads_out_what_others_may_hear_as_well(
    hamlet: str, kind: Sensitive, *, private: bool, allowed: bool
) -> None:
    head = somebody(Grant(Role.HAMLET, hamlet))
    assert access.may_read_out(head, HOME, sensitive(kind), private=private) == allowed


def test_help_is_ended_by_who_helps_who_lives_there_and_the_hamlet_s_head() -> None:
    help_of_7 = _bond(7, Relation.FAMILY)
    ends = [
        access.may_end_help(ASKER, HOME, help_of_7, help_of_7),
        access.may_end_help(somebody(), HOME, help_of_7, _bond(1, Relation.SELF)),
        access.may_end_help(somebody(Grant(Role.HAMLET, "p7-k3")), HOME, help_of_7, None),
    ]
    others = [
        access.may_end_help(somebody(), HOME, help_of_7, None),
        access.may_end_help(somebody(), HOME, help_of_7, _bond(1, Relation.ASSOCIATION)),
        access.may_end_help(somebody(Grant(Role.HAMLET, "p7-k4")), HOME, help_of_7, None),
    ]
    assert (ends, others) == ([True] * 3, [False] * 3)


def test_colleagues_are_known_by_name_and_neighbours_are_not() -> None:
    head = somebody(Grant(Role.HAMLET, "p7-k3"))
    assert access.may_know_by_name(OFFICER, head)
    assert not access.may_know_by_name(OFFICER, ASKER)
    assert not access.may_know_by_name(None, head)
