"""``make bench`` works, and its file has the agreed shape. No figure itself is asserted."""

import asyncio
import re
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from bench import __main__ as command
from bench.carrier import Carrier
from bench.figures import Figure, Standing, interval, percentile, write, write_series
from bench.limit import most_in_a_second
from bench.rig import PEERS, TINY, Bench, Failed, free_port
from bench.server import TOKEN, BotApi, Gate
from bot.channels.telegram import Telegram
from bot.domain.messages import Outgoing

ROOT = Path(__file__).parents[2]

KEYS = {"value", "unit", "better", "goal", "holds", "against"}
GROUPS = {
    "intake": {"p1_intake_cpu", "p2_intake_rate", "intake_buttons_cpu", "intake_buttons_rate"},
    "far": {"p3_far_best", "p3_far_stock", "p3_far_same"},
    "fsm": {"p4_fsm_rate", "p4_fsm_rss"},
    "latency": {"p5_open_loop_p99", "p5_open_loop_p50"},
    "disk": {"p6_slow_disk"},
    "locked": {"locked_wait_p99"},
    "webhook": {"p7_webhook"},
    "outbox": {"p9_outbox_lifted"},
    "limit": {
        "p10_limit_rate",
        "p10_limit_most",
        "p10_limit_refused",
        "p10_limit_peer",
        "p11_paid_rate",
    },
    "replies": {"p12_reply_beside_broadcast", "p12_reply_peer"},
    "storm": {"p13_reply_lifted", "p14_stall", "p22_rss_broadcast"},
    "start": {"p21_start", "p21_start_again", "p22_rss_idle"},
    "memory": {"p22_rss_drift"},
    "postgres": {
        "p23_unit_of_work",
        "p23_numbered",
        "p23_claims",
        "postgres_intake_cpu",
        "postgres_intake_rate",
    },
    "growth": {
        *("p18_store_p50", "p18_store_p99", "p19_page", "p19_counter", "p19_claim", "p20_history"),
        *("p21_start_archive", "p24_backup", "p24_housekeeping", "p24_refresh", "p24_migration"),
        *("p24_erasure", "p24_dispatch", "p24_roster", "p25_people"),
    },
    "seats": {"seat_plan", "seat_plan_growth"},
    "similar": {
        *("similar_find", "similar_search", "similar_offer", "similar_recall"),
        *("similar_build", "similar_memory"),
        *("similar_many_find", "similar_many_search", "similar_many_offer", "similar_many_recall"),
        *("similar_many_build", "similar_many_memory"),
    },
    "roster": {"roster_import", "roster_peak", "roster_growth"},
    "understanding": {
        "route_first",
        "route_three",
        "route_unseen_first",
        "route_unseen_three",
        "route_time",
        "nobody_recall",
        "crisis_recall",
        "accusation_recall",
        "false_alarms",
        "turned_away",
        "turned_away_danger_recall",
        "veiled_recall",
        "veiled_alarms",
        "cluster_apart_precision",
        "cluster_apart_recall",
        "ward_first",
        "ward_alarms",
        "cluster_ward_precision",
        "cluster_ward_recall",
        "cluster_precision",
        "cluster_recall",
        "cluster_sample_precision",
        "cluster_sample_recall",
        "deadline_time",
    },
}

#: What is measured only beside a peer that `make bench` installs, and `make test` does not.
BESIDE_PEERS = {
    "p4_fsm_rate",
    "p4_fsm_rss",
    "p10_limit_peer",
    "p12_reply_peer",
    "p23_unit_of_work",
}


#: Several in one run, since most of its time is that of programs starting; and what they draw.
HALVES = (
    (tuple(GROUPS)[:9], {"intake"}),
    (tuple(GROUPS)[9:], {"intake", "broadcast", "growth"}),
)


@pytest.mark.parametrize(("groups", "plots"), HALVES, ids=("first half", "second half"))
def test_every_group_writes_its_figures_in_the_agreed_shape(
    groups: tuple[str, ...], plots: set[str], tmp_path: Path
) -> None:
    to = tmp_path / "results.json"
    line = [sys.executable, "-m", "bench", "--tiny", "--to", str(to)]
    line += [word for name in groups for word in ("--only", name)]
    done = subprocess.run(line, check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    found = orjson.loads(to.read_bytes())
    every = set().union(*(GROUPS[name] for name in groups))
    assert set(found) == (every if PEERS.exists() else every - BESIDE_PEERS)
    for one in found.values():
        assert set(one) == KEYS
        assert isinstance(one["value"], int | float)
        assert one["better"] in ("higher", "lower")
        assert (one["goal"] is None) == (one["holds"] is None)
    assert set(orjson.loads((tmp_path / "series.json").read_bytes())) == plots


def test_the_table_of_groups_names_every_group_and_no_other() -> None:
    page = (ROOT / "bench" / "README.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(command.GROUPS)
    assert set(GROUPS) == set(command.GROUPS)


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


async def test_a_group_that_fails_is_told_of_and_does_not_stop_the_others(tmp_path: Path) -> None:
    async def fails(_bench: Bench) -> list[Figure]:
        raise Failed("nobody was answered")

    async def measures(_bench: Bench) -> list[Figure]:
        return [figure(1.0)]

    done: list[bool] = []
    groups = {"first": fails, "second": measures}
    found = await command.measured(groups, Bench(TINY, tmp_path), lambda: done.append(True))
    assert found == command.Found([figure(1.0)], ["first: nobody was answered"])
    assert done == [True, True]


def test_what_a_plot_shows_is_kept_by_who_was_measured(tmp_path: Path) -> None:
    to = tmp_path / "series.json"
    write_series({"intake": {"a": 1, "b": 2}, "growth": {"c": 3}}, to, beside=False)
    write_series({"intake": {"b": 4}}, to, beside=True)
    assert orjson.loads(to.read_bytes()) == {"intake": {"a": 1, "b": 4}, "growth": {"c": 3}}
    write_series({"intake": {"b": 5}}, to, beside=False)
    assert orjson.loads(to.read_bytes()) == {"intake": {"b": 5}}


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


async def test_the_carrier_brings_again_what_was_not_taken_and_proves_who_it_is() -> None:
    """The bot is not there yet; then it refuses once, closes once, and takes the update at last."""
    port, heard, taken = free_port(), [], asyncio.Event()

    async def bot(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"Content-Length: (\d+)", head)
        assert length is not None
        update = orjson.loads(await reader.readexactly(int(length[1])))
        heard.append((b"-Token: sesame\r\n" in head, update["message"]["text"]))
        if len(heard) != 2:  # the second one is cut off without an answer
            status = b"503 Later" if len(heard) == 1 else b"200 OK"
            writer.write(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
        if len(heard) == 3:
            taken.set()
        writer.close()

    async with BotApi() as api:
        api.secret = "sesame"
        async with Carrier(api, port):
            api.says(1, "Dạ")
            async with await asyncio.start_server(bot, "127.0.0.1", port):
                await asyncio.wait_for(taken.wait(), 10)
    assert heard == [(True, "Dạ")] * 3


def test_peers_are_measured_with_the_same_libraries_as_we() -> None:
    def pinned(name: str) -> dict[str, str]:
        text = (ROOT / "requirements" / name).read_text("utf-8")
        return dict(re.findall(r"^([\w.-]+)(?:\[\w+\])?==(\S+)", text, re.MULTILINE))

    shared = {"python-telegram-bot", "httpx", "aiohttp", "aiosqlite", "asyncpg", "sqlalchemy"}
    ours, theirs = pinned("dev.txt"), pinned("bench.txt")
    assert {name: theirs[name] for name in shared} == {name: ours[name] for name in shared}
