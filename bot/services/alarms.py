"""Telling those who run the bot of trouble with a channel, or with the database: once, once a day
while it lasts, and once when it is over.
"""

from collections.abc import Iterable, Set
from datetime import datetime, timedelta
from typing import Any

from bot.domain.channels import SPEECHLESS, TROUBLES, State
from bot.domain.messages import channel_of
from bot.domain.people import Person, Role
from bot.work import Work
from storage import addresses, alarms, people

#: Trouble is over when none was seen for so long: what comes and goes is one trouble.
OVER_AFTER = timedelta(seconds=60)

#: Who was told of trouble that lasts hears of it again after so long.
AGAIN = timedelta(days=1)

#: What stands in the place of a channel when the database could not be written to.
MEMORY = "database"

#: A database that was away for less than this has stumbled, and nobody need know.
STUMBLE = timedelta(seconds=10)

#: However often the database fails, it is told at most so often.
UNSTORED_AGAIN = timedelta(hours=1)

#: A person, and the chat in which they hear it.
Receiver = tuple[Person, str]


async def report(work: Work, channel: str, state: State, why: str) -> None:
    """A channel is in trouble now; if it has been for long enough, people are told."""
    await alarms.not_ahead(work.tx, work.now)
    await alarms.seen(work.tx, channel, state, why, work.now)
    receivers = await _receivers(work, channel)
    began, again = work.now - TROUBLES[state], work.now - AGAIN
    if receivers and await alarms.take(
        work.tx, channel, state, work.now, before=began, again=again
    ):
        name = f"{channel}-{state}".replace("_", "-")
        await _tell(work, receivers, f"alarm-{name}", why=why)


async def well(work: Work, channel: str) -> None:
    """A channel goes; that it did not is told now where it was told before, or would have been."""
    await alarms.not_ahead(work.tx, work.now)
    ended = await alarms.end(work.tx, channel, work.now - OVER_AFTER)
    told = [one for one in ended if one.told_at]
    lasted = [one for one in ended if one.seen_at - one.since >= TROUBLES[State(one.state)]]
    if not (found := told or lasted):
        return
    elsewhere = await _receivers(work, channel, silent={channel})  # where its beginning was heard
    heard = {person.id for person, _ in elsewhere}
    there = [one for one in await _receivers(work, channel) if one[0].id not in heard]
    since, until = min(one.since for one in found), max(one.seen_at for one in found)
    key = "alarm-over" if told else "alarm-mended"
    await _tell(work, [*elsewhere, *there], key, channel=channel, since=since, until=until)


async def are_open(work: Work, channel: str) -> bool:
    """Whether a channel was in trouble, and it is not known to be over."""
    return any(one.channel == channel for one in await alarms.everything(work.tx))


async def stored_again(work: Work, since: datetime) -> None:
    """What arrived could not be stored ``since`` then; where this is, it can be again."""
    await alarms.not_ahead(work.tx, work.now)
    if work.now - since < STUMBLE:
        await alarms.stumble(work.tx, MEMORY, State.NOT_STORED)
    else:
        await alarms.over(
            work.tx, MEMORY, State.NOT_STORED, "could not be written", since=since, until=work.now
        )


async def unstored_is_untold(work: Work) -> bool:
    """Whether there was a time in which nothing could be stored, and nobody knows of it."""
    return any(
        one.channel == MEMORY and (one.told_at is None or one.told_at < one.seen_at)
        for one in await alarms.everything(work.tx)
    )


async def tell_unstored(work: Work) -> None:
    """Tell of it once all has been well for a while, and not too often."""
    await alarms.not_ahead(work.tx, work.now)
    receivers = await _receivers(work, MEMORY)
    before, again = work.now - OVER_AFTER, work.now - UNSTORED_AGAIN
    over = receivers and await alarms.take_over(
        work.tx, MEMORY, State.NOT_STORED, work.now, before=before, again=again
    )
    if over:
        await _tell(work, receivers, "alarm-unstored", since=over.since, until=over.seen_at)


async def reaches_nobody_without(work: Work, channel: str) -> bool:
    """Whether no admin would hear it if a channel were cut off."""
    holders = await people.holding(work.tx, Role.ADMIN, "")
    admins = [one for one in holders if not one.muted_at]
    return not any([await _place(work, one, {channel}, channel) for one in admins])


async def _tell(
    work: Work, receivers: Iterable[Receiver], key: str, **args: str | datetime
) -> None:
    """A moment is told as each of them says it."""
    for person, address in receivers:
        filled: dict[str, Any] = {
            name: work.moment(person.language, one) if isinstance(one, datetime) else one
            for name, one in args.items()
        }
        await work.send(address, work.voice.render(person.language, key, **filled), urgent=True)


async def _receivers(work: Work, channel: str, *, silent: Set[str] = frozenset()) -> list[Receiver]:
    """Admins, or else organisers, each with a chat that can be reached; not those who muted.

    A channel is silent as long as it is cut off, or if the caller says so.
    """
    seen = [one for one in await alarms.everything(work.tx) if one.state in SPEECHLESS]
    cut_off = {one.channel for one in seen if work.now - one.seen_at < OVER_AFTER}
    for role in (Role.ADMIN, Role.ORGANISER):
        holders = [one for one in await people.holding(work.tx, role, "") if not one.muted_at]
        placed = [(one, await _place(work, one, cut_off | silent, channel)) for one in holders]
        if found := [(person, address) for person, address in placed if address]:
            return found
    return []


async def _place(work: Work, person: Person, silent: Set[str], troubled: str) -> str:
    """Where to reach a person, rather not on the channel in trouble; empty for nowhere."""
    places = [one.address for one in await addresses.of_person(work.tx, person.id)]
    able = [one for one in places if channel_of(one) not in silent]
    return min(able, key=lambda one: channel_of(one) == troubled, default="")
