"""*Câu hỏi tại chỗ*: the words, then whose they are. Two messages, or a message and a press."""

from bot.domain.questions import Question
from bot.services.hall import floor
from bot.services.people import households
from bot.services.seats import phases
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import menu


async def begin(turn: Turn, argument: str) -> None:
    """The next words are the question."""
    await phases.hold(turn.work, turn.person, int(argument))
    turn.wait_for("floor.text", session=argument)
    await turn.say("floor-ask", [menu.STOP])


async def text_typed(turn: Turn) -> None:
    words = floor.read_words(turn.work, turn.text)
    number = int(turn.data["session"])
    turn.wait_for("floor.who", session=number, text=words)
    await turn.say("floor-who", _wards(turn, number))


def _wards(turn: Turn, number: int) -> Buttons:
    wards = floor.wards(turn.work, number)
    buttons = [
        Button("plain", "floorward", f"{number}/{one.id}", {"words": one.name}) for one in wards
    ]
    return [*(buttons[at : at + 2] for at in range(0, len(buttons), 2)), menu.STOP]


async def who_typed(turn: Turn) -> None:
    """A place on the list, or a name: one household is taken, of several one is chosen."""
    number = int(turn.data["session"])
    found = await floor.find(turn.work, turn.person, number, turn.text)
    if len(found) == 1:
        await home(turn, f"{number}/{found[0].id}")
    elif found:
        rows = [
            [
                Button(
                    "plain",
                    "floorhome",
                    f"{number}/{one.id}",
                    {"words": floor.called(turn.work, one)},
                )
            ]
            for one in found
        ]
        await turn.say("floor-which", [*rows, menu.STOP])
    else:
        await turn.say("floor-nobody", _wards(turn, number), typed=turn.text[:40])


async def home(turn: Turn, argument: str) -> None:
    """A household of the list asks."""
    number, _, household = argument.partition("/")
    words = floor.words_of(turn.conversation, number)
    question = await floor.ask(turn.work, turn.person, int(number), words, int(household))
    whose = floor.called(turn.work, await households.get(turn.work, int(household)))
    await _filed(turn, int(number), question, whose)


async def ward(turn: Turn, argument: str) -> None:
    """Somebody of a ward asks."""
    number, _, ward_id = argument.partition("/")
    words = floor.words_of(turn.conversation, number)
    question = await floor.ask_in_ward(turn.work, turn.person, int(number), words, ward_id)
    found = turn.work.programme.ward(ward_id)
    await _filed(turn, int(number), question, found.name if found else ward_id)


async def _filed(turn: Turn, number: int, question: Question, whose: str) -> None:
    """Said with whose it is: a name may have been mistyped, a number misread."""
    turn.finish()
    office = turn.work.programme.queue_name(question.queue)
    again = [Button("floor-button", "floor", number), Button("hall-refresh-button", "hall", number)]
    if question.stays_private:
        await turn.say("floor-filed-private", [again], number=question.number, office=office)
        return
    which = f"{number}/{question.id}"
    first = [
        Button("hall-call-button", "hallcall", which),
        Button("hall-oral-button", "oral", which),
    ]
    await turn.say(
        "floor-filed", [first, again], number=question.number, office=office, whose=whose
    )
