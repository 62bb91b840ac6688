"""*Điều hành buổi*: a clerk opens a session, calls its questions, writes down what is answered."""

from bot.domain.board import Board, Item
from bot.i18n import HOME
from bot.services.hall import board, closing
from bot.services.questions import cards
from bot.services.seats import phases
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import hall_papers, menu


def rows(turn: Turn) -> list[list[Button]]:
    """A button a session that this person runs."""
    numbers = [one.number for one in turn.work.programme.sessions if not one.is_cancelled]
    return [
        [Button("hall-button", "hall", one, {"number": str(one)})]
        for one in numbers
        if phases.may_run(turn.person, one)
    ]


async def show(turn: Turn, argument: str) -> None:
    """A session as it stands: to be opened, led, or written up."""
    number = int(argument)
    session = phases.session_of(turn.work, turn.person, number)
    phases.must_be_on(session)
    run = await phases.run_of(turn.work, number)
    if run is None:
        shown = await board.look(turn.work, number)
        await turn.say(
            "hall-not-open",
            [[Button("hall-open-button", "hallopen", number)], hall_papers.button(number)],
            session=session.name,
            at=turn.work.moment(turn.language, session.starts_at),
            waiting=str(shown.waiting),
        )
    elif run.is_open:
        await _lead(turn, number)
    else:
        found = await closing.counts(turn.work, number)
        await turn.say(
            "hall-closed",
            [_writing(number), hall_papers.button(number)],
            session=session.name,
            oral=str(found.oral),
            left=str(found.left),
        )


async def open_(turn: Turn, argument: str) -> None:
    """*Mở buổi*."""
    number = int(argument)
    opened = await phases.open_(turn.work, turn.person, number)
    session = phases.session_of(turn.work, turn.person, number)
    shown = await board.look(turn.work, number)
    if opened:
        await turn.say(
            "hall-opened",
            session=session.name,
            waiting=str(shown.waiting),
            page=f"{turn.work.voice.public_url}/live/{number}",
        )
    else:
        await turn.say("hall-opened-before", session=session.name)
    await _lead(turn, number)


async def _lead(turn: Turn, number: int) -> None:
    """The next few questions, and below them what can be done."""
    shown = await board.lead(turn.work, turn.person, number)
    items = [*([shown.called] if shown.called else []), *shown.next][: board.PAGE]
    for item in items:
        await _show(turn, number, item, called=item is shown.called)
    await _head(turn, number, shown)


async def _head(turn: Turn, number: int, shown: Board) -> None:
    session = phases.session_of(turn.work, turn.person, number)
    buttons: Buttons = [
        [Button("floor-button", "floor", number), Button("hall-refresh-button", "hall", number)],
        [Button("hall-answered-button", "hallanswered", number), *hall_papers.button(number)],
        [Button("hall-close-button", "hallclose", number)],
    ]
    if not shown.waiting:
        answered = str(shown.answered)
        await turn.say("hall-nothing", buttons, session=session.name, answered=answered)
        return
    await turn.say(
        "hall-head",
        buttons,
        session=session.name,
        waiting=str(shown.waiting),
        answered=str(shown.answered),
        called=shown.called.question.number if shown.called else "none",
    )


async def _show(turn: Turn, number: int, item: Item, *, called: bool) -> None:
    question = item.question
    buttons = _of_called(number, item) if called else _of_waiting(number, item)
    await turn.say(
        "hall-item",
        buttons,
        number=question.number,
        place=cards.place(turn.work, question),
        office=turn.work.programme.queue_name(question.queue),
        also=item.also,
        text=cards.quoted(question.text),
    )


def _of_waiting(number: int, item: Item) -> Buttons:
    which = f"{number}/{item.question.id}"
    return [
        [Button("hall-call-button", "hallcall", which), Button("hall-oral-button", "oral", which)],
        [
            Button("hall-later-button", "halllater", which),
            Button("hall-sooner-button", "hallsooner", which),
        ],
    ]


def _of_called(number: int, item: Item) -> Buttons:
    which = f"{number}/{item.question.id}"
    return [
        [Button("hall-oral-button", "oral", which), Button("hall-later-button", "halllater", which)]
    ]


def _read(argument: str) -> tuple[int, int]:
    number, _, question = argument.partition("/")
    return int(number), int(question)


async def call(turn: Turn, argument: str) -> None:
    """*Gọi câu này*."""
    number, question_id = _read(argument)
    item = await board.call(turn.work, turn.person, number, question_id)
    question = item.question
    await turn.say(
        "hall-calling",
        _of_called(number, item),
        number=question.number,
        place=cards.place(turn.work, question),
        office=turn.work.programme.queue_name(question.queue),
        text=cards.quoted(question.text),
    )


async def later(turn: Turn, argument: str) -> None:
    """*Để sau*."""
    number, question_id = _read(argument)
    item = await board.later(turn.work, turn.person, number, question_id)
    await turn.say("hall-later-done", [_on(number)], number=item.question.number)


async def sooner(turn: Turn, argument: str) -> None:
    """*Lên trước*."""
    number, question_id = _read(argument)
    item = await board.sooner(turn.work, turn.person, number, question_id)
    await turn.say("hall-sooner-done", [_on(number)], number=item.question.number)


def _on(number: int) -> list[Button]:
    return [Button("hall-refresh-button", "hall", number)]


async def oral(turn: Turn, argument: str) -> None:
    """*Trả lời miệng*: whose official spoke? The one in charge comes first."""
    number, question_id = _read(argument)
    item = await board.get(turn.work, turn.person, number, question_id)
    offices = [
        [
            Button(
                "plain",
                "oralby",
                f"{argument}/{agency.id}",
                {"words": board.office(turn.work, item, agency.id)},
            )
        ]
        for agency in board.panel(turn.work, item)
    ]
    turn.wait_for("hall.by", about=argument)
    await turn.say("hall-by-whom", [*offices, menu.STOP], number=item.question.number)


async def by_typed(turn: Turn) -> None:
    """The office, or its speaker, as a clerk types it in a hurry."""
    number, question_id = _read(turn.data["about"])
    item = await board.get(turn.work, turn.person, number, question_id)
    agency = await board.named(turn.work, item, turn.text)
    await oral_by(turn, f"{turn.data['about']}/{agency}")


async def oral_by(turn: Turn, argument: str) -> None:
    """The next words are what was said, in short."""
    which, _, agency = argument.rpartition("/")
    number, question_id = _read(which)
    item = await board.get(turn.work, turn.person, number, question_id)
    turn.wait_for("hall.words", session=number, question=question_id, agency=agency)
    await turn.say(
        "hall-words",
        [[Button("hall-shortly-button", "oralshortly", argument)], menu.STOP],
        number=item.question.number,
        office=board.office(turn.work, item, agency),
    )


async def oral_words(turn: Turn) -> None:
    which = f"{turn.data['session']}/{turn.data['question']}/{turn.data['agency']}"
    await _answered(turn, which, turn.text)


async def oral_shortly(turn: Turn, argument: str) -> None:
    """*Đã trả lời tại buổi*: no time to write more."""
    await _answered(turn, argument, turn.work.say(HOME, "hall-said-shortly"))


async def _answered(turn: Turn, argument: str, words: str) -> None:
    which, _, agency = argument.rpartition("/")
    number, question_id = _read(which)
    item = await board.answer(turn.work, turn.person, number, question_id, agency, words)
    turn.finish()
    await turn.say(
        "hall-recorded",
        [_on(number), [Button("hall-undo-button", "hallundo", which)]],
        number=item.question.number,
        office=board.office(turn.work, item, agency),
        at=f"{turn.work.local:%H:%M}",
    )


async def undo(turn: Turn, argument: str) -> None:
    """A mistake: it was not answered."""
    number, question_id = _read(argument)
    item = await board.undo(turn.work, turn.person, number, question_id)
    await turn.say("hall-undone", [_on(number)], number=item.question.number)


async def answered(turn: Turn, argument: str) -> None:
    """*Câu đã trả lời miệng*: the newest few, each of which can be taken back."""
    number = int(argument)
    found = await board.answered(turn.work, turn.person, number)
    if not found:
        await turn.say("hall-answered-none", [_on(number)])
    for item in found[-board.PAGE :]:
        queue = item.answered_for or item.question.queue
        await turn.say(
            "hall-answered-item",
            [[Button("hall-undo-button", "hallundo", f"{number}/{item.question.id}")]],
            number=item.question.number,
            office=turn.work.programme.queue_name(queue),
            words=item.words,
        )


async def close(turn: Turn, argument: str) -> None:
    """*Kết thúc buổi*: surely?"""
    number = int(argument)
    session = await phases.hold(turn.work, turn.person, number)
    found = await closing.counts(turn.work, number)
    await turn.say(
        "hall-close-sure",
        [[Button("hall-close-yes-button", "hallcloseyes", number)], menu.STOP],
        session=session.name,
        oral=str(found.oral),
        left=str(found.left),
    )


async def close_surely(turn: Turn, argument: str) -> None:
    number = int(argument)
    found = await closing.close(turn.work, turn.person, number)
    session = phases.session_of(turn.work, turn.person, number)
    many = str(found.all)
    await turn.say("hall-closing", [_writing(number)], session=session.name, many=many)


def _writing(number: int) -> list[Button]:
    return [
        Button("hall-chair-button", "hallchair", number),
        Button("hall-conclude-button", "hallconclude", number),
    ]


async def chair(turn: Turn, argument: str) -> None:
    """*Ghi chủ trì*."""
    phases.session_of(turn.work, turn.person, int(argument))
    turn.wait_for("hall.chair", session=argument)
    await turn.say("hall-chair-ask", [menu.STOP])


async def chair_typed(turn: Turn) -> None:
    await phases.name_chair(turn.work, turn.person, int(turn.data["session"]), turn.text)
    await _written(turn)


async def conclude(turn: Turn, argument: str) -> None:
    """*Ghi kết luận*."""
    phases.session_of(turn.work, turn.person, int(argument))
    turn.wait_for("hall.conclusions", session=argument)
    await turn.say("hall-conclude-ask", [menu.STOP])


async def conclusions_typed(turn: Turn) -> None:
    await phases.conclude(turn.work, turn.person, int(turn.data["session"]), turn.text)
    await _written(turn)


async def _written(turn: Turn) -> None:
    number = turn.data["session"]
    turn.finish()
    await turn.say("hall-written", [[Button("back-button", "hall", number)]])
