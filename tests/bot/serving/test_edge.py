"""Who may hold a connection to the web server, and for how long without getting on."""

from dataclasses import dataclass, field

import pytest
from structlog.testing import capture_logs

from bot.serving.edge import BODY, HEAD, STALLED, Doing, Edge, proxies
from tests.doubles.clock import ManualClock


@dataclass(eq=False)
class Guest:
    """A connection from some address."""

    address: str = "203.0.113.7"
    untaken: int = 0
    ends: list[str] = field(default_factory=list)

    def drop(self) -> None:
        self.ends.append("dropped")

    @property
    def is_here(self) -> bool:
        return not self.ends


def _enter(edge: Edge, many: int, address: str = "203.0.113.7") -> list[bool]:
    return [edge.enter(Guest(address)) for _ in range(many)]


def _busy(edge: Edge, address: str) -> Guest:
    guest = Guest(address)
    assert edge.enter(guest)
    edge.goes_on(guest, Doing.OURS)
    return guest


def test_a_request_that_never_begins_is_dropped(clock: ManualClock) -> None:
    edge, guest = Edge(clock, 8), Guest()
    edge.enter(guest)

    clock.jump(seconds=HEAD)
    edge.look()
    assert guest.is_here

    clock.jump(seconds=1)
    edge.look()
    assert not guest.is_here


def test_a_head_that_comes_letter_by_letter_wins_no_time(clock: ManualClock) -> None:
    edge, guest = Edge(clock, 8), Guest()
    edge.enter(guest)
    for _ in range(20):
        clock.jump(seconds=1)
        edge.goes_on(guest, Doing.HEAD, 1)
        edge.look()
    assert not guest.is_here


@pytest.mark.parametrize(("a_second", "stays"), [(10, False), (2000, True)])
def test_a_body_may_be_slow_but_must_get_on(clock: ManualClock, a_second: int, stays: bool) -> None:
    edge, guest = Edge(clock, 8), Guest()
    edge.enter(guest)
    for _ in range(int(BODY) * 10):
        edge.goes_on(guest, Doing.BODY, a_second)
        clock.jump(seconds=1)
        edge.look()
    assert guest.is_here is stays


def test_an_open_page_may_be_silent_for_hours(clock: ManualClock) -> None:
    edge = Edge(clock, 8)
    guest = _busy(edge, "203.0.113.7")
    for _ in range(3):
        clock.jump(hours=1)
        edge.look()
    assert guest.is_here


@pytest.mark.parametrize(("a_minute", "stays"), [(0, False), (100, True)])
def test_a_browser_that_takes_nothing_is_dropped_and_a_slow_one_is_not(
    clock: ManualClock, a_minute: int, stays: bool
) -> None:
    edge = Edge(clock, 8)
    guest = _busy(edge, "203.0.113.7")
    guest.untaken = 5000
    for _ in range(4):
        edge.look()
        clock.jump(seconds=STALLED / 2)
        guest.untaken -= a_minute
    edge.look()
    assert guest.is_here is stays


def test_one_address_holds_a_quarter_and_leaves_the_rest_to_others(clock: ManualClock) -> None:
    edge = Edge(clock, 8)
    assert (_enter(edge, 3), _enter(edge, 1, "203.0.113.8")) == ([True, True, False], [True])


def test_a_proxy_holds_as_many_as_there_are(clock: ManualClock) -> None:
    edge = Edge(clock, 8, proxies("10.0.0.1, 10.1.0.0/16"))
    found = [_enter(edge, 3, one)[-1] for one in ("10.0.0.1", "10.1.2.3", "10.2.0.1", "127.0.0.1")]
    assert found == [True, True, False, True]


def test_whoever_idles_longest_makes_room(clock: ManualClock) -> None:
    edge = Edge(clock, 4)
    guests = [Guest(f"203.0.113.{number}") for number in range(5)]
    for guest in guests[:4]:
        edge.enter(guest)
    edge.goes_on(guests[0], Doing.OURS)

    entered = edge.enter(guests[4])

    assert (entered, [one.is_here for one in guests]) == (True, [True, False, True, True, True])


def test_where_nobody_idles_the_newest_has_to_go(clock: ManualClock) -> None:
    edge = Edge(clock, 4)
    for number in range(4):
        _busy(edge, f"203.0.113.{number}")
    assert _enter(edge, 1, "203.0.113.9") == [False]


def test_the_last_places_are_for_platforms_and_for_health(clock: ManualClock) -> None:
    edge = Edge(clock, 8)
    paths = ("/", "/gui", "/traloi", "/health", "/telegram", "/zalo/oa")
    for number in range(6):
        _busy(edge, f"203.0.113.{number}")
    before = [edge.is_crowded(path) for path in paths]
    _busy(edge, "203.0.113.9")

    assert before == [False] * 6
    assert [edge.is_crowded(path) for path in paths] == [True, True, True, False, False, False]


def test_being_crowded_is_told_once_a_look(clock: ManualClock) -> None:
    edge = Edge(clock, 8)
    _enter(edge, 4)
    with capture_logs() as logs:
        edge.look()
        edge.look()
    assert logs == [{"event": "web_crowded", "log_level": "warning", "turned_away": 2, "open": 2}]


def test_what_has_ended_makes_room(clock: ManualClock) -> None:
    edge = Edge(clock, 8)
    for _ in range(20):
        guest = Guest()
        assert edge.enter(guest)
        edge.leave(guest)
    assert _enter(edge, 2) == [True, True]
