"""*Các câu trả lời*: what the ward has been answered, and following it."""

from bot.services import answers, subscriptions
from bot.turn import Turn
from bot.work import Button
from handlers import menu


async def show(turn: Turn) -> None:
    await _page(turn, 2**62)


async def press_show(turn: Turn, before: str) -> None:
    await _page(turn, int(before or 2**62))


async def _page(turn: Turn, before: int) -> None:
    """A page of answers of the person's ward, or of the whole city while no ward is known."""
    ward = turn.work.programme.ward(turn.person.ward)
    found = await answers.published(turn.work, ward.id if ward else "", before)
    if not found:
        await turn.say("no-answers-yet", [*await _follow(turn), *menu.RESIDENT[:1]])
        return
    items = [
        turn.words(
            "published-item",
            number=one.number,
            office=turn.work.programme.queue_name(one.queue),
            question=one.question or "none",
            answer=one.answer,
        )
        for one in found
    ]
    rows = await _follow(turn)
    if len(found) == answers.PAGE:
        rows = [[Button("older-answers-button", "published", found[-1].release)], *rows]
    await turn.say("published", rows, place=ward.name if ward else "none", items="\n\n".join(items))


async def _follow(turn: Turn) -> list[list[Button]]:
    if not turn.person.ward or not turn.person.consents:
        return []
    if await subscriptions.follows(turn.work, turn.person):
        return [[Button("unfollow-button", "unfollow")]]
    return [[Button("follow-button", "follow")]]


async def follow(turn: Turn, _argument: str) -> None:
    ward = await subscriptions.follow(turn.work, turn.person)
    await turn.say("following", menu.buttons(turn), ward=ward.name)


async def unfollow(turn: Turn, _argument: str) -> None:
    await subscriptions.unfollow(turn.work, turn.person)
    await turn.say("not-following", menu.buttons(turn))
