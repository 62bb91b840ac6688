"""*Hàng đợi*: an agency's questions as cards, what is due first; taking, transferring, asking back."""

from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.services import cards, queues
from bot.turn import Turn
from bot.work import Button
from handlers import menu


async def show(turn: Turn) -> None:
    """The queue; who works on several chooses one first."""
    mine = turn.person.queues
    if not mine:
        raise Refused("no-queue")
    if len(mine) == 1:
        await _page(turn, mine[0], 0)
        return
    rows = []
    for queue in mine:
        seen = await queues.overview(turn.work, queue)
        many = str(seen.waiting + seen.taken + seen.drafted + seen.asked_back)
        name = turn.work.programme.queue_name(queue)
        rows.append([Button("queue-line", "queue", queue, {"name": name, "many": many})])
    await turn.say("queue-which", rows)


async def press_show(turn: Turn, argument: str) -> None:
    """``queue:bhxh`` the first page, ``queue:bhxh/17`` the page after question 17."""
    if not argument:
        await show(turn)
        return
    text, _, after = argument.partition("/")
    await _page(turn, Queue.parse(text), int(after or 0))


async def _page(turn: Turn, queue: Queue, after: int) -> None:
    found, more = await queues.page(turn.work, turn.person, queue, after)
    if not after:
        await _heading(turn, queue)
    viewer = None if turn.message.group else turn.person
    for question in found:
        if viewer or not question.stays_private:
            await cards.show(turn.work, question, turn.address, viewer)
    if more:
        next_page = Button("more-button", "queue", f"{queue}/{found[-1].id}")
        await turn.say("queue-more", [[next_page]])


async def _heading(turn: Turn, queue: Queue) -> None:
    seen = await queues.overview(turn.work, queue)
    await turn.say(
        "queue-heading",
        name=turn.work.programme.queue_name(queue),
        waiting=str(seen.waiting),
        taken=str(seen.taken),
        asked=str(seen.asked_back),
        drafted=str(seen.drafted),
        late=str(seen.late),
        all=str(seen.waiting + seen.taken + seen.asked_back + seen.drafted),
    )


async def take(turn: Turn, argument: str) -> None:
    """*Nhận*: the card itself changes; in a private chat nothing more needs to be said."""
    question = await queues.take(turn.work, turn.person, int(argument))
    await turn.say(
        "taken",
        [[Button("answer-button", "answer", question.id)]],
        about=cards.subject(question),
        number=question.number,
    )


async def give_back(turn: Turn, argument: str) -> None:
    question = await queues.give_back(turn.work, turn.person, int(argument))
    await turn.say("given-back", number=question.number)


async def transfer(turn: Turn, argument: str) -> None:
    """*Chuyển cơ quan*: to whom?"""
    question = await queues.work_on(turn.work, turn.person, int(argument))
    rows = [
        [Button("plain", "transferto", f"{question.id}.{one.id}", {"words": one.short})]
        for one in queues.other_agencies(turn.work, question)
    ]
    await turn.say("transfer-where", [*rows, menu.STOP], number=question.number)


async def transfer_to(turn: Turn, argument: str) -> None:
    """…and why: the next agency and the history read it."""
    question_id, _, agency_id = argument.partition(".")
    question = await queues.work_on(turn.work, turn.person, int(question_id))
    agency = turn.work.programme.agency(agency_id)
    turn.wait_for("transfer.reason", question=question.id, agency=agency_id)
    await turn.say(
        "transfer-why",
        [[Button("no-reason-button", "transfernow")], menu.STOP],
        number=question.number,
        office=agency.short if agency else agency_id,
    )


async def transfer_reason(turn: Turn) -> None:
    await _transfer(turn, turn.text)


async def transfer_now(turn: Turn, _argument: str) -> None:
    await _transfer(turn, "")


async def _transfer(turn: Turn, reason: str) -> None:
    if "agency" not in turn.data:
        raise Refused("step-over")
    question = await queues.transfer(
        turn.work, turn.person, int(turn.data["question"]), turn.data["agency"], reason
    )
    turn.finish()
    await turn.say(
        "transferred",
        number=question.number,
        office=turn.work.programme.queue_name(question.queue),
    )


async def ask_back(turn: Turn, argument: str) -> None:
    """*Hỏi thêm*: what is missing?"""
    question = await queues.hold(turn.work, turn.person, int(argument))
    turn.wait_for("askback.words", question=question.id)
    await turn.say(
        "ask-back-what", [menu.STOP], about=cards.subject(question), number=question.number
    )


async def ask_back_words(turn: Turn) -> None:
    question = await queues.ask_back(turn.work, turn.person, int(turn.data["question"]), turn.text)
    turn.finish()
    await turn.say("asked-back", number=question.number)


async def more_time(turn: Turn, argument: str) -> None:
    """*Xin thêm thời gian*: how long, and why."""
    question = await queues.hold(turn.work, turn.person, int(argument))
    days = [
        Button("days-button", "moredays", f"{question.id}.{one}", {"days": str(one)})
        for one in (2, 3, 5)
    ]
    await turn.say("more-time-ask", [days, menu.STOP], number=question.number)


async def more_days(turn: Turn, argument: str) -> None:
    question_id, _, days = argument.partition(".")
    question = await queues.hold(turn.work, turn.person, int(question_id))
    turn.wait_for("moretime.reason", question=question.id, days=days)
    await turn.say("more-time-why", [menu.STOP], number=question.number, days=days)


async def more_time_reason(turn: Turn) -> None:
    question = await queues.extend(
        turn.work,
        turn.person,
        int(turn.data["question"]),
        int(turn.data["days"]),
        turn.text,
    )
    turn.finish()
    await turn.say(
        "more-time-given",
        number=question.number,
        due=turn.work.moment(turn.language, question.due_at),
    )


async def decline(turn: Turn, argument: str) -> None:
    question = await queues.work_on(turn.work, turn.person, int(argument))
    turn.wait_for("decline.reason", question=question.id)
    await turn.say("decline-why", [menu.STOP], number=question.number)


async def decline_reason(turn: Turn) -> None:
    question = await queues.decline(turn.work, turn.person, int(turn.data["question"]), turn.text)
    turn.finish()
    await turn.say("declined", number=question.number)
