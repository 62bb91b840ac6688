"""How long an answer took in working time, without what was waited for its asker."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.agencies import Queue
from bot.domain.calendar import WorkingCalendar
from bot.domain.questions import Move
from bot.domain.timing import Timing, spent

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PLAIN = WorkingCalendar(zone=ZONE)


def may(day: int, hour: int = 0) -> datetime:
    """A moment of May 2026; the 4th is a Monday, a day has eight working hours."""
    return datetime(2026, 5, day, hour, tzinfo=ZONE)


ASKED = (may(4, 10), Move.ASK)  # five hours are left of that day


@pytest.mark.parametrize(
    ("ticks", "due", "found"),
    [
        pytest.param(
            [ASKED, (may(5, 10), Move.APPROVE)],
            may(6, 17),
            (may(4, 10), may(5, 10), 1260, 480),
            id="in time",
        ),
        pytest.param(
            [ASKED, (may(7, 8), Move.APPROVE)],
            may(6, 17),
            (may(4, 10), may(7, 8), 1260, 1320),
            id="an hour late",
        ),
        pytest.param(
            [
                ASKED,
                (may(5, 8), Move.ASK_BACK),
                (may(7, 8), Move.TOLD_MORE),
                (may(8, 17), Move.APPROVE),
            ],
            may(8, 17),
            (may(4, 10), may(8, 17), 1260, 1260),
            id="the clock stood for two days",
        ),
        pytest.param(
            [ASKED, (may(7, 7), Move.ASK_BACK), (may(8, 7), Move.GO_ON), (may(8, 8), Move.APPROVE)],
            may(6, 17),
            (may(4, 10), may(8, 8), 1260, 1320),
            id="it was late when the clock was stopped",
        ),
        pytest.param(
            [
                ASKED,
                (may(4, 11), Move.ASK_BACK),
                (may(4, 14), Move.SPEAK),
                (may(4, 15), Move.APPROVE),
            ],
            may(6, 17),
            (may(4, 10), may(4, 15), 1200, 120),
            id="answered in the hall while the asker was waited for",
        ),
        pytest.param(
            [
                ASKED,
                (may(4, 11), Move.ASK_BACK),
                (may(5, 7), Move.GO_ON),
                (may(5, 10), Move.TRANSFER),
                (may(5, 11), Move.APPROVE),
            ],
            may(6, 17),
            (may(5, 10), may(5, 11), 780, 60),
            id="what another office used is not counted",
        ),
        pytest.param(
            [
                ASKED,
                (may(4, 11), Move.APPROVE),
                (may(5, 7), Move.REOPEN),
                (may(5, 8), Move.APPROVE),
            ],
            may(6, 17),
            (may(5, 7), may(5, 8), 960, 60),
            id="a second answer begins anew",
        ),
        pytest.param([], may(6, 17), (may(6, 7), may(6, 7), 480, 0), id="nothing is known"),
    ],
)
def test_working_time_is_counted_from_when_the_office_got_it(
    ticks: list[tuple[datetime, Move]], due: datetime, found: tuple[object, ...]
) -> None:
    assert spent(ticks, due, may(6, 7) if not ticks else may(9, 7), PLAIN) == found


def test_the_difference_tells_by_how_much_a_promise_was_missed_or_beaten() -> None:
    late = Timing(
        question=1,
        round=0,
        queue=Queue("bhxh"),
        began_at=may(4),
        due_at=may(5),
        done_at=may(6),
        allowed=480,
        used=500,
    )
    assert late.over == 20
