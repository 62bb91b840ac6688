"""Cards to be read out, opened for one household; *Đã đọc cho …* and *Chưa gặp được*."""

from bot.services.people import acting, phones
from bot.services.reach import readings
from bot.services.reach.readings import Card
from bot.turn import Turn
from bot.voice import Button
from handlers import menu


async def open_for(turn: Turn, argument: str) -> None:
    """A household was chosen: its news, and nobody else's."""
    household = int(argument)
    card = await readings.open_for(turn.work, turn.person, household)
    if card:
        await _show(turn, card)
        return
    who = await acting.called_id(turn.work, turn.language, household)
    await turn.say("nothing-to-read", menu.buttons(turn), who=who or "none")


async def more(turn: Turn, start: str) -> None:
    """More households to choose from."""
    further = Button("more-homes-button", "moreopenfor")
    rows = await phones.buttons(turn.work, turn.person, "openfor", further, int(start))
    await turn.say("open-for-whom", [*rows, menu.STOP])


async def _show(turn: Turn, card: Card) -> None:
    message = readings.render(turn.work, turn.person, card)
    if card.home:
        await turn.show(message, about=readings.subject(card.home.id), card=True)
    else:
        await turn.show(message)


async def read_out(turn: Turn, argument: str) -> None:
    """*Đã đọc cho …*: recorded; did the answer help?"""
    household, _, upto = argument.partition(".")
    done = await readings.read_out(turn.work, turn.person, int(household), int(upto))
    rows = []
    if len(done.answered) == 1:
        yes = Button("helped-button", "helped", done.answered[0])
        no = Button("not-helped-button", "nothelped", done.answered[0])
        rows = [[yes, no]]
    await turn.say(
        "read-out-noted",
        rows,
        who=acting.called(turn.work, turn.language, done.home),
        at=turn.work.moment(turn.language, turn.work.now),
        judge="yes" if rows else "no",
    )
    if done.more:
        await open_for(turn, household)


async def not_met(turn: Turn, argument: str) -> None:
    """*Chưa gặp được*: tomorrow again."""
    household, _, upto = argument.partition(".")
    home = await readings.not_met(turn.work, turn.person, int(household), int(upto or 2**62))
    who = acting.called(turn.work, turn.language, home)
    await turn.say("nobody-met-noted", who=who)


async def open_listed(turn: Turn, argument: str) -> None:
    """The head of the hamlet goes there: what is to be read out."""
    card = await readings.open_listed(turn.work, turn.person, int(argument))
    if card:
        await _show(turn, card)
    else:
        who = await acting.called_id(turn.work, turn.language, int(argument))
        await turn.say("nothing-to-read", menu.buttons(turn), who=who or "none")
