"""``POST /checkin/N/gui``: what a device sends that had no network."""

import re
from typing import Any

import httpx
import pytest

from bot.domain.seats import State
from tests.doubles.door_site import Hall, Phone


async def _send(device: Phone, entries: list[Any], csrf: str = "") -> httpx.Response:
    shown = re.search(r'data-csrf="([^"]*)"', device.page)
    proof = csrf or (shown[1] if shown else "")
    return await device.client.post("/checkin/1/gui", json={"csrf": proof, "entries": entries})


async def _entry(made: Hall, mark: str, place: int = 0) -> dict[str, Any]:
    home = (await made.door.session.standing(State.OFFERED))[place]
    seat = await made.door.session.seat(home)
    at = int(made.door.session.clock.now().timestamp() * 1000)
    return {"mark": mark, "what": "came", "seat": str(seat.id), "at": at, "session": "1"}


async def test_a_batch_is_taken_twice_and_counted_once(made: Hall, clerk: Phone) -> None:
    batch = [await _entry(made, f"mark-000{place}", place) for place in range(3)]
    marks = [one["mark"] for one in batch]

    first, second = await _send(clerk, batch), await _send(clerk, batch)

    assert [one.json() for one in (first, second)] == [{"taken": marks}] * 2
    assert (await made.door.session.states())["came"] == 3


async def test_what_cannot_be_read_is_not_taken_and_spoils_nothing(
    made: Hall, clerk: Phone
) -> None:
    good = await _entry(made, "mark-0001")
    bad = [None, {}, {**good, "mark": "?"}, {**good, "at": "now"}, {**good, "what": "fly"}]

    answer = await _send(clerk, [*bad, good])

    assert answer.json() == {"taken": ["mark-0001"]}


@pytest.mark.parametrize("seat", ["9" * 19, 10**19, "²", "-1", "1.0"])
async def test_a_seat_that_is_no_number_of_a_row_is_not_taken_and_spoils_nothing(
    made: Hall, clerk: Phone, seat: object
) -> None:
    good = await _entry(made, "mark-0001")

    answer = await _send(clerk, [{**good, "mark": "mark-0002", "seat": seat}, good])

    assert (answer.status_code, answer.json()) == (200, {"taken": ["mark-0001"]})


async def test_a_batch_without_proof_or_key_is_not_taken(
    made: Hall, clerk: Phone, lan: Phone
) -> None:
    entry = await _entry(made, "mark-0001")
    await lan.visit("/m")

    answers = [await _send(clerk, [entry], "x"), await _send(lan, [entry])]

    assert [one.status_code for one in answers] == [403, 404]
    assert (await made.door.session.states())["came"] == 0


async def test_what_is_no_object_is_refused(clerk: Phone) -> None:
    answers = [
        await clerk.client.post("/checkin/1/gui", content=body)
        for body in (b"{", b"[]", b"x" * 300_000)
    ]

    assert [one.status_code for one in answers] == [400] * 3
