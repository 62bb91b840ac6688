"""Whether everything goes, and if not what is stuck, why, and since when."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.domain.calls import AFTER
from bot.domain.channels import CALM
from bot.domain.counts import COUNTED
from bot.domain.values import dataclass
from bot.work import Works
from storage import alarms, calls, duties, files, holding, inbox, jobs, ladders, outbox, relay
from storage.database import Tx, Unavailable

#: A lease may have run out for so long before somebody should look.
_GRACE = timedelta(seconds=30)

#: How long trouble with a channel is news; its process reports it every few seconds.
_FRESH = timedelta(minutes=1)

#: Files are trouble from this share of the room for them.
_NEARLY = 0.9

_MB = 1024 * 1024

#: From when something that waits is a reason for concern.
_LATE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that waits, with its age in seconds; ``ok`` is False where somebody should look.

    ``many`` is exact below ``COUNTED``, which stands for everything above too.
    """

    what: str
    many: int
    age: float
    ok: bool
    why: str = ""

    @property
    def how_many(self) -> str:
        """``many`` as it is written."""
        return str(self.many) if self.many < COUNTED else f"{COUNTED - 1}+"


class Health:
    """Looks at the memory and at the channels. ``states`` tells how each polling channel goes."""

    def __init__(self, works: Works, states: Mapping[str, Callable[[], str]]) -> None:
        self._works = works
        self._states = states

    async def findings(self) -> list[Finding]:
        """Everything worth knowing, whether it is well or not."""
        try:
            async with self._works.database.reading() as tx:
                found = await self._waiting(tx, self._works.clock.now())
        except Unavailable as error:
            found = [Finding("database", 1, 0, ok=False, why=str(error))]
        if not self._works.similar.available:
            why = "tantivy is not installed: answers are not found by their words"
            found.append(Finding("library", 0, 0, ok=True, why=why))
        return found + [
            Finding(f"channel {name}", 1, 0, ok=state() in CALM, why=state())
            for name, state in self._states.items()
        ]

    async def _waiting(self, tx: Tx, now: datetime) -> list[Finding]:
        many, oldest = await inbox.waiting(tx)
        found = [_finding("inbox", many, oldest, now)]
        many, oldest = await jobs.waiting(tx)
        found.append(_finding("jobs", many, oldest, now))
        for one in await outbox.backlog(tx):
            why = _why(one.retried, await outbox.paused(tx, f"{one.channel}:", now))
            found.append(_finding(f"outbox {one.channel}", one.waiting, one.oldest, now, why))
        failed = await outbox.failed_count(tx)
        found.append(Finding("outbox failed", failed, 0, ok=True, why="see langnghe doctor"))
        many, oldest = await holding.count(tx)
        found.append(Finding("holding pen", many, _age(oldest, now), ok=True))
        found += [_held(name, until, now) for name, _, until in await duties.everyone(tx)]
        fresh = [one for one in await alarms.everything(tx) if now - one.seen_at < _FRESH]
        found += [_alarm(one, now) for one in fresh]
        found += _room(await files.held(tx), self._works.rules.files_bytes)
        many, oldest = await relay.late(tx, now)
        found.append(_finding("bulletins late", many, oldest, now))
        found.append(_in_danger(*await calls.untaken(tx), now))
        many, oldest = await ladders.late(tx)
        found.append(Finding("questions late", many, _age(oldest, now), ok=True))
        return found

    async def report(self) -> tuple[bool, dict[str, Any]]:
        """(all is well, the findings as JSON)."""
        found = await self.findings()
        well = all(one.ok for one in found)
        return well, {"status": "ok" if well else "trouble", "findings": [asdict(f) for f in found]}

    async def metrics(self) -> bytes:
        """The findings as figures for Prometheus."""
        registry = CollectorRegistry()
        many = Gauge("langnghe_waiting", "How many wait", ["what"], registry=registry)
        age = Gauge(
            "langnghe_age_seconds", "Since when the oldest waits", ["what"], registry=registry
        )
        well = Gauge("langnghe_ok", "1 where nobody needs to look", ["what"], registry=registry)
        for one in await self.findings():
            many.labels(one.what).set(one.many)
            age.labels(one.what).set(one.age)
            well.labels(one.what).set(int(one.ok))
        return generate_latest(registry)


def _age(oldest: datetime | None, now: datetime) -> float:
    return max(0.0, (now - oldest).total_seconds()) if oldest else 0.0


def _why(retried: int, pause: outbox.Pause | None) -> str:
    reasons = [f"{retried} tried in vain"] if retried else []
    if pause:
        reasons.append(f"paused until {pause.until:%H:%M:%S} UTC: {pause.why}")
    return "; ".join(reasons)


def _finding(
    what: str, many: int, oldest: datetime | None, now: datetime, why: str = ""
) -> Finding:
    age = _age(oldest, now)
    return Finding(what, many, age, ok=age < _LATE.total_seconds(), why=why)


def _in_danger(many: int, oldest: datetime | None, now: datetime) -> Finding:
    """People in danger whom nobody has taken up; trouble once everybody was called in vain."""
    age = _age(oldest, now)
    return Finding("danger untaken", many, age, ok=age < AFTER[0].total_seconds())


def _alarm(one: alarms.Alarm, now: datetime) -> Finding:
    """Trouble that some process sees."""
    told = "told in chat" if one.told_at else "not told yet"
    why = f"{one.state}; {told}; {one.why}"
    return Finding(f"alarm {one.channel}", 1, _age(one.since, now), ok=False, why=why)


def _room(held: int, most: int) -> list[Finding]:
    """Files that take nearly all that they may, in megabytes."""
    if held < _NEARLY * most:
        return []
    many = held // _MB
    why = f"{many} of {most // _MB} MB; more room: [limits] files_total_mb"
    return [Finding("files", many, 0, ok=False, why=why)]


def _held(name: str, until: datetime, now: datetime) -> Finding:
    """A duty whose lease ran out: the database cannot be written, or the program hangs."""
    late = now - until
    ok = late < _GRACE
    return Finding(
        f"duty {name}", 1, max(0.0, late.total_seconds()), ok=ok, why="" if ok else "nobody does it"
    )
