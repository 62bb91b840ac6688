"""*Các câu trả lời*: what the ward has been answered, words in it, and following it."""

from bot.domain.errors import Refused
from bot.services.answers import answers, bases, library
from bot.services.relay import subscriptions
from bot.turn import Turn
from bot.voice import Button
from handlers import menu


async def show(turn: Turn) -> None:
    """``/traloi`` or *Các câu trả lời*; words after the command are looked for."""
    _, _, words = turn.text.partition(" ")
    if turn.text.startswith("/traloi") and words.strip():
        await _search(turn, " ".join(words.split()), 0)
    else:
        await _page(turn, 2**62)


async def press_found(turn: Turn, page: str) -> None:
    """*Xem tiếp*: more of what was found last."""
    if not turn.data.get("search"):
        raise Refused("search-over")
    await _search(turn, turn.data["search"], int(page or 0))


async def _search(turn: Turn, words: str, page: int) -> None:
    found = await library.search(turn.work, words, page=page)
    turn.note(search=words, typed=words)
    if found.off:
        await turn.say("search-off", [[Button("answers-button", "published")]])
    elif not found.answers:
        await turn.say("found-none", [[Button("send-this-button", "typed")]], words=words)
    else:
        more = [[Button("found-more-button", "found", page + 1)]] if found.more else []
        items = "\n\n".join(_item(turn, one) for one in found.answers)
        await turn.say("found", more, words=words, items=items)


async def press_show(turn: Turn, before: str) -> None:
    await _page(turn, int(before or 2**62))


async def _page(turn: Turn, before: int) -> None:
    """A page of answers of the person's ward, or of the whole city while no ward is known."""
    ward = turn.work.programme.ward(turn.person.ward)
    found = await answers.published(turn.work, ward.id if ward else "", before)
    if not found:
        await turn.say("no-answers-yet", [*await _follow(turn), *menu.RESIDENT[:1]])
        return
    items = [_item(turn, one) for one in found]
    rows = [*await _follow(turn), *_of_organisers(turn)]
    if len(found) == answers.PAGE:
        rows = [[Button("older-answers-button", "published", found[-1].release)], *rows]
    await turn.say("published", rows, place=ward.name if ward else "none", items="\n\n".join(items))


def _item(turn: Turn, one: answers.Published) -> str:
    said = turn.words(
        "published-item",
        number=one.number,
        office=turn.work.programme.queue_name(one.queue),
        question=one.question or "none",
        answer=one.answer,
    )
    if one.is_current(turn.work.now):
        return said
    return f"{said}\n{turn.words('answer-changed')}"


def _of_organisers(turn: Turn) -> list[list[Button]]:
    if not bases.may_end(turn.person):
        return []
    return [[Button("bases-button", "bases")]]


async def _follow(turn: Turn) -> list[list[Button]]:
    if not turn.person.ward or not turn.person.consents:
        return []
    if await subscriptions.is_subscribed(turn.work, turn.person):
        return [[Button("unfollow-button", "unfollow")]]
    return [[Button("follow-button", "follow")]]


async def follow(turn: Turn, _argument: str) -> None:
    ward = await subscriptions.subscribe(turn.work, turn.person)
    await turn.say("following", menu.buttons(turn), ward=ward.name)


async def unfollow(turn: Turn, _argument: str) -> None:
    await subscriptions.unsubscribe(turn.work, turn.person)
    await turn.say("not-following", menu.buttons(turn))
