"""What an office has promised: the list, *Đã làm xong*, *Dời hẹn*, *Không phải lời hứa*."""

from datetime import date

from bot.domain.commitments import Commitment, Postponed
from bot.services.answers import commitments, policies
from bot.services.asking.asking import shortened
from bot.turn import Turn
from bot.understanding.sentences import unended
from bot.voice import Button
from handlers import menu


async def show(turn: Turn) -> None:
    """``/hua``: what the person's offices still have to do; to whoever runs the programme, what
    became of its policies, and what all offices still have to do.
    """
    if said := await policies.for_runners(turn.work, turn.person):
        await turn.say("policies-said", lines="\n".join(said))
    if commitments.may_follow(turn.person) and not turn.person.queues:
        await of_all(turn, "0")
    elif said and not turn.person.queues:
        await turn.say("commitments-of-offices", menu.buttons(turn))
    else:
        await _page(turn, 0)


async def more(turn: Turn, argument: str) -> None:
    await _page(turn, int(argument))


async def of_all(turn: Turn, argument: str) -> None:
    """*Việc hứa của mọi cơ quan*: a line each, for organisers."""
    found, has_more = await commitments.of_all(turn.work, turn.person, int(argument))
    if not found:
        await turn.say("commitments-none", menu.buttons(turn))
        return
    more = [[Button("found-more-button", "commitmentsall", found[-1][0].id)]] if has_more else []
    lines = [_line(turn, one, day) for one, day in found]
    await turn.say("commitments-of-all", [*more, *menu.buttons(turn)], lines="\n".join(lines))


def _line(turn: Turn, one: Commitment, day: str) -> str:
    return turn.words(
        "commitment-line",
        number=one.number,
        office=turn.work.programme.queue_name(one.queue),
        day=day,
        late="yes" if one.is_late(turn.work.local.date()) else "no",
        words=shortened(commitments.words_for(turn.work, turn.person, one)),
    )


async def _page(turn: Turn, after: int) -> None:
    found, has_more = await commitments.open_ones(turn.work, turn.person, after)
    if not found:
        await turn.say("commitments-none", menu.buttons(turn))
        return
    for one in found:
        await commitments.show(turn.work, turn.person, one, "commitment-card")
    rows = [[Button("more-button", "commitments", found[-1].id)]] if has_more else []
    if commitments.may_follow(turn.person):
        rows.append([Button("commitments-all-button", "commitmentsall", 0)])
    if rows:
        await turn.say("commitments-more" if has_more else "commitments-others", rows)


async def kept(turn: Turn, argument: str) -> None:
    one = await commitments.mine(turn.work, turn.person, int(argument))
    turn.wait_for("commitment.kept", commitment=one.id)
    await turn.say("commitment-kept-ask", [menu.STOP], number=one.number)


async def kept_words(turn: Turn) -> None:
    commitment = int(turn.data["commitment"])
    one = await commitments.keep(turn.work, turn.person, commitment, turn.text)
    turn.finish()
    await turn.say("commitment-kept-noted", number=one.number)


async def move(turn: Turn, argument: str) -> None:
    one = await commitments.mine(turn.work, turn.person, int(argument))
    turn.wait_for("commitment.move", commitment=one.id)
    key = "commitment-move-ask" if one.has_day else "commitment-day-ask"
    await turn.say(key, [menu.STOP], number=one.number)


async def move_words(turn: Turn) -> None:
    """The day is shown before anybody is told; other words say it anew."""
    commitment = int(turn.data["commitment"])
    one, new = await commitments.read_move(turn.work, turn.person, commitment, turn.text)
    turn.wait_for("commitment.move", commitment=one.id, day=new.day, reason=new.reason)
    key = "commitment-move-yes-button" if one.has_day else "commitment-day-yes-button"
    await turn.say(
        "commitment-move-sure",
        [[Button(key, "commitmentmoveyes", one.id)], menu.STOP],
        number=one.number,
        due=_full(turn, one.due) if one.has_day else "none",
        day=_full(turn, new.day),
        reason=unended(new.reason) or "none",
    )


async def moved(turn: Turn, argument: str) -> None:
    """*Dời và báo người hỏi*; asked anew where what was shown has gone from mind."""
    day = turn.data.get("day", "") if turn.data.get("commitment") == argument else ""
    if not day:
        await move(turn, argument)
        return
    new = Postponed(date.fromisoformat(day), turn.data["reason"])
    one = await commitments.move(turn.work, turn.person, int(argument), new)
    turn.finish()
    await turn.say("commitment-moved-noted", number=one.number, day=_full(turn, new.day))


def _full(turn: Turn, day: date) -> str:
    return turn.words("full-date", day=str(day.day), month=str(day.month), year=str(day.year))


async def none(turn: Turn, argument: str) -> None:
    one = await commitments.drop(turn.work, turn.person, int(argument))
    await turn.say("commitment-dropped", number=one.number)
