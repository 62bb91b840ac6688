"""*Tôi cũng hỏi*: a resident of a session that is held now sees its questions."""

from bot.services.hall import also_asking, board
from bot.turn import Turn
from bot.voice import Button


async def show(turn: Turn) -> None:
    """``/phien`` for residents: the next few questions of their session."""
    shown, mine = await also_asking.look(turn.work, turn.person)
    session = also_asking.session_for(turn.work, turn.person)
    items = [*([shown.called] if shown.called else []), *shown.next]
    for item in items[: board.PAGE]:
        question = item.question
        also = question.id in mine
        button = Button(
            "also-not-button" if also else "also-ask-button",
            "alsonot" if also else "also",
            question.id,
        )
        await turn.say(
            "also-item",
            [[button]] if question.asker != turn.person.id else [],
            number=question.number,
            place=board.ward_name(turn.work, item),
            also=item.also,
            text=question.text,
        )
    await turn.say(
        "also-head",
        [[Button("ask-button", "ask")]],
        session=session.name,
        waiting=str(shown.waiting),
    )


async def press(turn: Turn, argument: str) -> None:
    """*Tôi cũng hỏi*."""
    question = await also_asking.by_person(turn.work, turn.person, int(argument), also=True)
    back = [[Button("also-not-button", "alsonot", question.id)]]
    await turn.say("also-asked", back, number=question.number)


async def press_not(turn: Turn, argument: str) -> None:
    """They take it back."""
    question = await also_asking.by_person(turn.work, turn.person, int(argument), also=False)
    again = [[Button("also-ask-button", "also", question.id)]]
    await turn.say("also-not-asked", again, number=question.number)
