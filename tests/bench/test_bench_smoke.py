"""``make bench`` works, and its file has the agreed shape. No figure itself is asserted."""

import asyncio
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from bench.figures import Figure, Standing, interval, percentile, write
from bench.outbox import most_in_a_second
from bench.server import TOKEN, BotApi, Gate
from bot.channels.telegram import Telegram
from bot.domain.messages import Outgoing

ROOT = Path(__file__).parents[2]

KEYS = {"value", "unit", "better", "goal", "holds", "against"}
GROUPS = {
    "intake": {"p1_intake_cpu", "p2_intake_rate", "intake_buttons_cpu", "intake_buttons_rate"},
    "latency": {"p5_open_loop_p99", "p5_open_loop_p50"},
    "outbox": {
        "p9_outbox_lifted",
        "p10_limit_rate",
        "p10_limit_most",
        "p10_limit_refused",
        "p12_reply_beside_broadcast",
    },
    "start": {"p21_start", "p22_rss_idle"},
    "understanding": {
        "route_first",
        "route_three",
        "route_unseen_first",
        "route_unseen_three",
        "route_time",
        "deadline_time",
    },
}


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_writes_its_figures_in_the_agreed_shape(group: str, tmp_path: Path) -> None:
    to = tmp_path / "results.json"
    command = [sys.executable, "-m", "bench", "--tiny", "--only", group, "--to", str(to)]
    done = subprocess.run(
        command, check=False, cwd=ROOT, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = orjson.loads(to.read_bytes())
    assert set(found) == GROUPS[group]
    for one in found.values():
        assert set(one) == KEYS
        assert isinstance(one["value"], int | float)
        assert one["better"] in ("higher", "lower")
        assert (one["goal"] is None) == (one["holds"] is None)


def figure(value: float, goal: float | None = 2.0) -> Figure:
    return Figure(
        name="one", title="one", value=value, unit="x", better="higher", goal=goal, least=1.0
    )


def test_a_figure_stands_at_its_goal_above_the_line_or_below_it() -> None:
    standings = [figure(value).standing for value in (2.0, 1.5, 0.9)]
    assert standings == [Standing.GOAL, Standing.ENOUGH, Standing.BROKEN]
    assert figure(1.0, goal=None).standing is Standing.FREE
    assert figure(1.0, goal=None).holds is None


def test_figures_measured_alone_leave_the_others_in_the_file(tmp_path: Path) -> None:
    to = tmp_path / "results.json"
    write([figure(1.0)], to)
    other = Figure(name="two", title="two", value=3.0, unit="s", better="lower")
    write([other], to, beside=True)
    assert set(orjson.loads(to.read_bytes())) == {"one", "two"}
    write([other], to)
    assert set(orjson.loads(to.read_bytes())) == {"two"}


def test_shares_and_seconds_are_counted_right() -> None:
    assert percentile([5.0, 1.0, 3.0], 0.5) == 3.0
    assert most_in_a_second([0.0, 0.5, 0.99, 1.0, 1.4]) == 4
    low, high = interval(98, 100)
    assert (round(low, 3), round(high, 3)) == (0.930, 0.994)


def test_the_gate_shuts_out_whoever_sends_one_too_many() -> None:
    gate = Gate(per_second=2, penalty=3)
    assert [gate.admits(at) for at in (0.0, 0.1, 0.2, 1.5, 3.3)] == [True, True, False, False, True]
    assert gate.refused == 2


async def test_the_server_speaks_with_the_product() -> None:
    heard: list[tuple[int, str]] = []
    async with BotApi() as api:
        api.heard = lambda chat, fields, _at: heard.append((chat, fields["text"]))
        channel = Telegram(TOKEN, api_base_url=api.url)
        await channel.open()
        try:
            assert int(await channel.send("42", Outgoing(text="Dạ"))) > 0
        finally:
            await channel.close()
        await asyncio.sleep(0)
    assert heard == [(42, "Dạ")]
