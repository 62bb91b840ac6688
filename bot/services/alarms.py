"""Telling those who run the bot that a channel is in trouble: once, and once when it is over."""

from datetime import timedelta

from bot.domain.channels import TROUBLES, State
from bot.domain.messages import channel_of
from bot.domain.people import Person, Role
from bot.work import Work
from storage import addresses, alarms, people

#: Trouble is over when none was seen for so long: what comes and goes is one trouble.
OVER_AFTER = timedelta(seconds=60)


async def report(work: Work, channel: str, state: State, why: str) -> None:
    """A channel is in trouble now; if it has been for long enough, people are told."""
    await alarms.seen(work.tx, channel, state, why, work.now)
    receivers = await _receivers(work, channel)
    began = work.now - TROUBLES[state]
    if receivers and await alarms.take(work.tx, channel, state, began, work.now):
        name = f"{channel}-{state}".replace("_", "-")
        for person, address in receivers:
            message = work.voice.render(person.language, f"alarm-{name}", why=why)
            await work.send(address, message, urgent=True)


async def well(work: Work, channel: str) -> None:
    """A channel goes; if people were told that it did not, they are told that it is over."""
    ended = await alarms.end(work.tx, channel, work.now - OVER_AFTER)
    if not any(one.told_at for one in ended):
        return
    since = min(one.since for one in ended)
    for person, address in await _receivers(work, channel):
        moment = work.moment(person.language, since)
        message = work.voice.render(person.language, "alarm-over", channel=channel, since=moment)
        await work.send(address, message, urgent=True)


async def are_open(work: Work, channel: str) -> bool:
    """Whether a channel was in trouble, and it is not known to be over."""
    return any(one.channel == channel for one in await alarms.everything(work.tx))


async def _receivers(work: Work, channel: str) -> list[tuple[Person, str]]:
    """Admins, or else organisers, each with a chat on a channel that goes; not those who muted."""
    broken = {channel, *(one.channel for one in await alarms.everything(work.tx))}
    for role in (Role.ADMIN, Role.ORGANISER):
        holders = [one for one in await people.holding(work.tx, role, "") if not one.muted_at]
        placed = [(one, await _place(work, one, broken)) for one in holders]
        if found := [(person, address) for person, address in placed if address]:
            return found
    return []


async def _place(work: Work, person: Person, broken: set[str]) -> str:
    """Where to reach a person outside of some channels; empty for nowhere."""
    places = [one.address for one in await addresses.of_person(work.tx, person.id)]
    return next((one for one in places if channel_of(one) not in broken), "")
