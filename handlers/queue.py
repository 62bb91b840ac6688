"""*Hàng đợi*: an agency's questions as cards, what is due first; taking, asking, declining."""

from bot.domain import access
from bot.domain.agencies import Queue
from bot.domain.bookmarks import Bookmark
from bot.domain.counts import COUNTED
from bot.domain.errors import Refused
from bot.domain.questions import Question
from bot.services.answers import prolonging, reasons
from bot.services.questions import cards
from bot.services.queues import alone as of_cluster
from bot.services.queues import nudging, queues
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import menu


async def show(turn: Turn) -> None:
    """The queue. Officials with several choose one first; a group sees its own."""
    if turn.message.group:
        await _page(turn, await queues.of_group(turn.work, turn.address))
        return
    mine = turn.person.queues
    if not mine and access.may_follow_promises(turn.person):
        await reminded(turn, "0")
        return
    if not mine:
        raise Refused("no-queue")
    if len(mine) == 1:
        await _page(turn, mine[0])
    else:
        await turn.say("queue-which", [[await _line(turn, one)] for one in mine])


async def _line(turn: Turn, queue: Queue) -> Button:
    seen = await queues.overview(turn.work, turn.person, queue)
    name = turn.work.programme.queue_name(queue)
    return Button("queue-line", "queue", queue, {"name": name, "many": _many(turn, seen.all)})


def _many(turn: Turn, number: int) -> str:
    """A number as people read it; what is not counted any further is "more than 999"."""
    return str(number) if number < COUNTED else turn.words("more-than", most=str(COUNTED - 1))


async def press_show(turn: Turn, argument: str) -> None:
    """``queue:bhxh`` the first page, ``queue:bhxh/…`` the one behind a bookmark.

    In a group an old button may be of a queue that was its own once: others may read there now.
    """
    text, _, after = argument.partition("/")
    queue = Queue.parse(text)
    is_others = turn.message.group and queue != await queues.of_group(turn.work, turn.address)
    if not argument or is_others:
        await show(turn)
    else:
        await _page(turn, queue, Bookmark.parse(after))


async def _page(turn: Turn, queue: Queue, after: Bookmark | None = None) -> None:
    openly = turn.message.group
    found, more = await queues.page(turn.work, turn.person, queue, after, openly=openly)
    if not after:
        await _heading(turn, queue)
    for question in found:
        await put_card(turn, question)
    if more:
        next_page = Button("more-button", "queue", f"{queue}/{Bookmark.behind(found[-1])}")
        await turn.say("queue-more", [[next_page]])
    elif after and not found:
        await turn.say("queue-end", [[Button("queue-button", "queue", queue)]])


async def put_card(turn: Turn, question: Question) -> None:
    """The card of a question; a typed number or word means its buttons, in a group nobody's."""
    if turn.message.group:
        await cards.show(turn.work, question, turn.address)
    else:
        card = await cards.render(turn.work, question, turn.person)
        await turn.show(card, about=question.subject, card=True)


async def _heading(turn: Turn, queue: Queue) -> None:
    seen = await queues.overview(turn.work, turn.person, queue, openly=turn.message.group)
    await turn.say(
        "queue-heading",
        await _what_ends(turn),
        name=turn.work.programme.queue_name(queue),
        waiting=_many(turn, seen.waiting),
        taken=_many(turn, seen.taken),
        asked=_many(turn, seen.asked_back),
        drafted=_many(turn, seen.drafted),
        overdue=_many(turn, seen.late),
        late=seen.late,
        all=seen.all,
    )


async def _what_ends(turn: Turn) -> Buttons:
    """The way to the answers that end, while there are any; they are nothing for a group."""
    if turn.message.group or not (await prolonging.page(turn.work, turn.person))[0]:
        return []
    return [[Button("ends-list-button", "ends", 0)]]


async def reminded(turn: Turn, argument: str) -> None:
    """All that a digest had to leave out, a page at a time."""
    lines, end, example = await nudging.page(turn.work, turn.person, int(argument))
    more = [[Button("more-button", "reminded", end)]] if end else []
    if lines or more:
        works = "yes" if turn.person.queues else "no"
        told = "\n".join(lines) or "…"
        await turn.say("reminded", more, lines=told, works=works, example=example)
    else:
        await turn.say("reminded-none", menu.buttons(turn))


async def take(turn: Turn, argument: str) -> None:
    """*Nhận*: the card changes; in a group that says enough."""
    question = await queues.take(turn.work, turn.person, int(argument))
    if not turn.message.group:
        await turn.say(
            "taken",
            [[Button("answer-button", "answer", question.id)]],
            about=question.subject,
            number=question.number,
        )


async def give_back(turn: Turn, argument: str) -> None:
    question = await queues.give_back(turn.work, turn.person, int(argument))
    await turn.say("given-back", number=question.number)


def wait(turn: Turn, step: str, question: Question, *, alone: bool, **data: str) -> None:
    """``alone``: of a cluster this question only, which leaves it once that is done."""
    turn.wait_for(step, question=question.id, **({"alone": "yes"} if alone else {}), **data)


async def apart(turn: Turn) -> None:
    """What was begun for one of a cluster alone is done now: it leaves the others."""
    if "alone" in turn.data:
        await of_cluster.apart(turn.work, turn.person, int(turn.data["question"]))


def back_or_stop(action: str, question: Question) -> list[Button]:
    return [Button("back-button", action, question.id), *menu.STOP]


async def ask_back(turn: Turn, argument: str) -> None:
    """*Hỏi thêm*: what is missing?"""
    await _what(turn, await queues.take(turn.work, turn.person, int(argument)))


async def ask_back_one(turn: Turn, argument: str) -> None:
    """The same for one that follows the head of its cluster: it leaves the others when asked."""
    question = await of_cluster.one_within_reach(turn.work, turn.person, int(argument))
    await _what(turn, question, alone=True)


async def _what(turn: Turn, question: Question, *, alone: bool = False) -> None:
    wait(turn, "askback.words", question, alone=alone)
    about = question.subject
    await turn.say("ask-back-what", [menu.STOP], about=about, number=question.number)


async def ask_back_words(turn: Turn) -> None:
    await apart(turn)
    question = await queues.ask_back(turn.work, turn.person, int(turn.data["question"]), turn.text)
    turn.finish()
    await turn.say("asked-back", about=question.subject, number=question.number)


async def go_on(turn: Turn, argument: str) -> None:
    """*Không chờ nữa*: the clock runs again without the asker's word."""
    question = await queues.go_on(turn.work, turn.person, int(argument))
    due = turn.work.moment(turn.language, question.due_at)
    rows = [[Button("answer-button", "answer", question.id)]]
    if access.may_approve(turn.person, question):
        rows.append([Button("decline-button", "decline", question.id)])
    await turn.say("gone-on", rows, about=question.subject, number=question.number, due=due)


async def more_time(turn: Turn, argument: str) -> None:
    """*Xin thêm thời gian*: how long? Not beyond the law's ten days."""
    question = await queues.take(turn.work, turn.person, int(argument))
    days = [
        Button("days-button", "moredays", f"{question.id}.{one}", {"days": str(one)})
        for one in queues.days_to_add(turn.work, question)
    ]
    if not days:
        raise Refused("no-more-time", number=question.number)
    about = question.subject
    await turn.say("more-time-ask", [days, menu.STOP], about=about, number=question.number)


async def more_days(turn: Turn, argument: str) -> None:
    """Ask for the reason, which the asker reads."""
    question_id, _, days = argument.partition(".")
    question = await queues.take(turn.work, turn.person, int(question_id))
    queues.check_days(turn.work, question, int(days))
    turn.wait_for("moretime.reason", question=question.id, days=days)
    await turn.say(
        "more-time-why",
        [back_or_stop("moretime", question)],
        about=question.subject,
        number=question.number,
        days=days,
    )


async def more_time_reason(turn: Turn) -> None:
    question_id, days = int(turn.data["question"]), int(turn.data["days"])
    await reasons.must_tell_nothing(turn.work, question_id, turn.text)
    question = await queues.extend(turn.work, turn.person, question_id, days, turn.text)
    turn.finish()
    due = turn.work.moment(turn.language, question.due_at)
    await turn.say("more-time-given", number=question.number, due=due)


async def decline(turn: Turn, argument: str) -> None:
    """*Không trả lời*: why? The asker reads it."""
    await _why_not(turn, await queues.to_decline(turn.work, turn.person, int(argument)))


async def decline_one(turn: Turn, argument: str) -> None:
    """The same for one of a cluster, which leaves the others when it is declined."""
    question = await of_cluster.one_to_decline(turn.work, turn.person, int(argument))
    await _why_not(turn, question, alone=True)


async def _why_not(turn: Turn, question: Question, *, alone: bool = False) -> None:
    wait(turn, "decline.reason", question, alone=alone)
    about = question.subject
    await turn.say("decline-why", [menu.STOP], about=about, number=question.number)


async def decline_reason(turn: Turn) -> None:
    await apart(turn)
    question_id = int(turn.data["question"])
    await reasons.must_tell_nothing(turn.work, question_id, turn.text)
    question = await queues.decline(turn.work, turn.person, question_id, turn.text)
    turn.finish()
    await turn.say("declined", number=question.number)
