"""*Bản tin*: what the ward hears next, *Phát ngay*, *Đã phát*."""

from bot.domain.agencies import Ward
from bot.domain.errors import Refused
from bot.domain.relay import Bulletin
from bot.services.relay import relay, scripts
from bot.turn import Turn
from bot.voice import Button


async def show(turn: Turn) -> None:
    """The bulletins of every ward the person reads or leads, and what is left of former ones."""
    wards = turn.person.air_wards
    if not wards:
        raise Refused("no-ward-to-read")
    for ward in wards:
        await _of_ward(turn, ward)
    for former in relay.former_wards(turn.work, turn.person):
        await _left(turn, former)


async def press_show(turn: Turn, _argument: str) -> None:
    await show(turn)


async def _of_ward(turn: Turn, ward_id: str) -> None:
    ward = turn.work.programme.ward(ward_id)
    found = await relay.of_ward(turn.work, turn.person, ward_id)
    name = ward.name if ward else ward_id
    if not any(many for _, many in found):
        await turn.say("bulletin-none", ward=name)
    for bulletin, many in reversed(found):
        if many:
            await _one(turn, bulletin, many, name)


async def _left(turn: Turn, former: Ward) -> None:
    """What a ward that ended still has to hear."""
    for bulletin, many in reversed(await relay.of_ward(turn.work, turn.person, former.id)):
        if many and bulletin.aired_at is None:
            await _one(turn, bulletin, many, former.name)


async def _one(turn: Turn, bulletin: Bulletin, many: int, ward: str) -> None:
    rows = []
    if bulletin.told_at is None:
        rows.append([Button("air-now-button", "airnow", bulletin.id)])
    elif bulletin.aired_at is None:
        rows.append([Button("aired-button", "aired", bulletin.id)])
    await turn.say(
        "bulletin-line",
        [*rows, [Button("read-script-button", "script", bulletin.id)]],
        about=f"bulletin:{bulletin.id}",
        ward=ward,
        many=str(many),
        at=turn.work.moment(turn.language, bulletin.due_at),
        state="aired" if bulletin.aired_at else "told" if bulletin.told_at else "waiting",
    )


async def script(turn: Turn, argument: str) -> None:
    """The words to be read out."""
    found = await relay.bulletin(turn.work, turn.person, int(argument))
    await turn.say("bulletin-words", script=await scripts.to_read(turn.work, found))


async def air_now(turn: Turn, argument: str) -> None:
    """*Phát ngay*: sure? It cannot be taken back."""
    found = await relay.bulletin(turn.work, turn.person, int(argument))
    if found.told_at:
        raise Refused("bulletin-told-already")
    await turn.say(
        "air-now-sure",
        [
            [Button("air-now-yes-button", "airnowyes", found.id)],
            [Button("stop-button", "stop")],
        ],
        at=turn.work.moment(turn.language, found.due_at),
    )


async def air_now_surely(turn: Turn, argument: str) -> None:
    await relay.air_now(turn.work, turn.person, int(argument))
    await turn.say("air-now-done")


async def aired(turn: Turn, argument: str) -> None:
    """*Đã phát*."""
    found = await relay.report_aired(turn.work, turn.person, int(argument))
    at = turn.work.moment(turn.language, found.aired_at or turn.work.now)
    await turn.say("aired", at=at)
