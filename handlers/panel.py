"""The panel: a head says who comes, the organiser sees who sits where."""

from bot.domain.errors import Refused
from bot.domain.panel import Sitting, read_who
from bot.services.sessions import panel, panel_papers
from bot.turn import Turn
from bot.voice import Button
from handlers import hall_papers, menu


async def show(turn: Turn, argument: str) -> None:
    """*Bàn trả lời*: every place, who sits there, and who has not said yet."""
    places = await panel.overview(turn.work, turn.person, int(argument))
    rows = [[_place_button(turn, one)] for one in places if not one.is_named and not one.reached]
    if any(not one.is_named for one in places):
        rows.append([Button("panel-remind-button", "panelremind", argument)])
    await turn.say(
        "panel",
        [
            *rows,
            hall_papers.letters_button(int(argument)),
            [Button("panel-send-button", "panelsend", argument)],
            [Button("back-button", "seatcard", argument)],
        ],
        session=_session(turn, argument),
        places="\n".join(_line(turn, one) for one in places),
    )


def _session(turn: Turn, argument: str) -> str:
    session = turn.work.programme.session(int(argument))
    return session.name if session else argument


def _place_button(turn: Turn, place: Sitting) -> Button:
    office = turn.work.programme.queue_name(place.queue)
    return Button(
        "panel-name-button", "panelother", f"{place.session}/{place.queue}", {"office": office}
    )


def _line(turn: Turn, place: Sitting) -> str:
    return turn.words(
        "panel-place",
        office=turn.work.programme.queue_name(place.queue),
        name=place.name or "none",
        post=place.post,
        reached="yes" if place.reached else "no",
    )


async def remind(turn: Turn, argument: str) -> None:
    many = await panel.remind(turn.work, turn.person, int(argument))
    await turn.say("panel-reminded", many=str(many))


async def send(turn: Turn, argument: str) -> None:
    """*Gửi câu hỏi ngay*: the questions to every office, the running order to those who lead it."""
    many = await panel_papers.send_now(turn.work, turn.person, int(argument))
    await turn.say("panel-sending", many=many)


async def myself(turn: Turn, argument: str) -> None:
    """*Tôi dự*: only the post is asked, and that once."""
    panel.place_of(turn.work, turn.person, argument)
    post = await panel.post_of(turn.work, turn.person)
    if post and turn.person.name:
        await _sits(turn, argument, (turn.person.name, post), is_self=True)
        return
    turn.wait_for("panel.post", place=argument)
    await turn.say("panel-post-ask", [menu.STOP])


async def post_typed(turn: Turn) -> None:
    if not turn.person.name:
        raise Refused("panel-who-unclear")
    await _sits(turn, turn.data["place"], (turn.person.name, turn.text), is_self=True)


async def other(turn: Turn, argument: str) -> None:
    """*Người khác dự*: name and post in one line."""
    _, queue = panel.place_of(turn.work, turn.person, argument)
    turn.wait_for("panel.who", place=argument)
    office = turn.work.programme.queue_name(queue)
    await turn.say("panel-who-ask", [menu.STOP], office=office)


async def who_typed(turn: Turn) -> None:
    who = read_who(turn.text)
    if who is None:
        raise Refused("panel-who-unclear")
    await _sits(turn, turn.data["place"], who, is_self=False)


async def _sits(turn: Turn, argument: str, who: tuple[str, str], *, is_self: bool) -> None:
    sitting = await panel.sit(turn.work, turn.person, argument, who, is_self=is_self)
    turn.finish()
    session, _ = panel.place_of(turn.work, turn.person, argument)
    await turn.say(
        "panel-noted",
        [[Button("panel-other-button", "panelother", argument)]],
        name=sitting.name,
        post=sitting.post,
        session=session.name,
        at=turn.work.moment(turn.language, session.starts_at),
        place=session.place,
    )
