"""Handed from office to office: a new date the first time, and the same ten days ever after."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.config import load, read_programme
from bot.domain import transfers
from bot.domain.agencies import Queue
from bot.domain.calendar import Deadline
from bot.domain.programme import Programme
from bot.domain.questions import Question
from tests.bot.domain.test_questions import NOW, QUESTION
from tests.conftest import ROOT

#: Seven working days each, by the same calendar; asked on Wednesday 29 April 2026 at ten.
PROGRAMME: Programme = read_programme(load(ROOT / "config.example.toml", {}).programme, NOW)
BANK, INSURER = Queue("nhcsxh"), Queue("bhxh")
DAY = timedelta(days=1)


def asked(queue: Queue = BANK) -> Question:
    deadline = PROGRAMME.promise(queue, NOW)
    return replace(QUESTION, queue=queue, due_at=deadline.at, promised_days=deadline.days)


def handed_on(question: Question, now: datetime, *, again: bool) -> Question:
    queue = INSURER if question.queue == BANK else BANK
    found = transfers.promise(PROGRAMME, question, queue, now, again=again)
    return replace(question, queue=queue, due_at=found.at, promised_days=found.days)


def told(found: Question | Deadline) -> str:
    at = found.due_at if isinstance(found, Question) else found.at
    return f"{at.astimezone(PROGRAMME.zone):%H:%M %d/%m}"


def test_the_first_time_the_office_has_all_its_days() -> None:
    moved = handed_on(asked(), NOW + 9 * DAY, again=False)  # Friday 8 May

    assert (told(asked()), told(moved), moved.promised_days) == ("17:00 12/05", "17:00 19/05", 7)


def test_a_wrong_press_that_is_put_right_at_once_costs_no_day() -> None:
    moved = handed_on(asked(), NOW, again=False)
    again = handed_on(moved, NOW + timedelta(minutes=5), again=True)

    assert (again.due_at, again.promised_days) == (moved.due_at, moved.promised_days)


def test_the_second_time_its_days_end_at_the_ten_of_the_first() -> None:
    moved = handed_on(asked(), NOW + 9 * DAY, again=False)
    again = transfers.promise(PROGRAMME, moved, BANK, NOW + 15 * DAY, again=True)  # 14 May

    assert (told(again), again.days) == ("17:00 22/05", 10)
    assert [f"{one.day:%d/%m}" for one in again.skipped] == ["16/05", "17/05"]


def test_what_is_left_of_the_ten_days_is_all_the_time_that_can_still_be_asked_for() -> None:
    moved = handed_on(asked(), NOW + 9 * DAY, again=False)
    again = handed_on(moved, NOW + 12 * DAY, again=True)  # Monday 11 May, a working day later

    assert (told(again), again.days_left_to_ask_for) == ("17:00 20/05", 2)


def test_beyond_the_ten_days_a_broken_promise_stays_as_it_was_made() -> None:
    moved = handed_on(asked(), NOW + 9 * DAY, again=False)
    late = handed_on(moved, NOW + 30 * DAY, again=True)

    assert (late.due_at, late.promised_days) == (moved.due_at, moved.promised_days)


def test_the_days_in_which_the_asker_was_waited_for_do_not_count() -> None:
    moved = handed_on(asked(), NOW + 9 * DAY, again=False)
    waited = replace(moved, due_at=moved.due_at + 14 * DAY)  # as the clock goes on afterwards

    assert transfers.hard_line(PROGRAMME, waited) == transfers.hard_line(PROGRAMME, moved) + (
        14 * DAY
    )


@given(st.lists(st.integers(min_value=0, max_value=200), min_size=1, max_size=8))
def test_no_number_of_transfers_leads_beyond_the_hard_line_of_the_first(hours: list[int]) -> None:
    now = NOW + timedelta(hours=hours[0])
    question = handed_on(asked(), now, again=False)
    last = transfers.hard_line(PROGRAMME, question)

    for later in hours[1:]:
        now += timedelta(hours=later)
        question = handed_on(question, now, again=True)

    assert question.due_at <= last
    assert transfers.hard_line(PROGRAMME, question) == last
