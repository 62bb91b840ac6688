"""*Chuyển cơ quan*: to whom, and why; also by a head or an organiser, whom silence brought it."""

from bot.domain import access
from bot.domain.agencies import Agency, Queue
from bot.domain.questions import Question
from bot.services.answers import reasons
from bot.services.asking import questions
from bot.services.people import phones
from bot.services.questions import cards
from bot.services.queues import alone as of_cluster
from bot.services.queues import handing
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import menu, mine, queue


async def show(turn: Turn, question: Question) -> None:
    """A question whose number was typed: as its asker sees it, as a card, or without its words."""
    if question.asker == turn.person.id:
        shared = await phones.is_shared(turn.work, turn.person)
        await (mine.show(turn) if shared else mine.show_one(turn, str(question.id)))
    elif access.may_work_on(turn.person, question):
        await queue.put_card(turn, question)
    else:
        await _put(turn, question)


async def _put(turn: Turn, question: Question) -> None:
    """As those above know it: where it is and how it stands."""
    await turn.say(
        "question-above",
        [[Button("transfer-button", "transfer", question.id)]] if handing.is_free(question) else [],
        number=question.number,
        office=turn.work.programme.queue_name(question.queue),
        topic=handing.topic(turn.work, question),
        status=question.status.value,
        due=turn.work.moment(turn.language, question.due_at) if question.is_open else "none",
        late="yes" if question.is_late(turn.work.now) else "no",
    )


async def begin(turn: Turn, argument: str) -> None:
    """*Chuyển cơ quan*: to whom?"""
    await _where(turn, await handing.within_reach(turn.work, turn.person, int(argument)))


async def begin_one(turn: Turn, argument: str) -> None:
    """The same for one of a cluster, which leaves the others when it is transferred."""
    question = await of_cluster.one_to_hand_on(turn.work, turn.person, int(argument))
    await _where(turn, question, alone=True)


async def _where(turn: Turn, question: Question, *, alone: bool = False) -> None:
    reads_it = access.may_work_on(turn.person, question)
    offices = handing.other_agencies(turn.work, question, unread=not reads_it)
    rows = [[_option(turn, question, one, alone=alone)] for one in offices]
    sort = [cards.sort_button(question)] if access.may_seal(turn.person, question) else []
    await turn.say(
        "transfer-where",
        [*rows, sort, menu.STOP],
        about=_about(turn, question),
        number=question.number,
        office="none" if reads_it else turn.work.programme.queue_name(question.queue),
        topic=handing.topic(turn.work, question),
        others=await handing.beside(turn.work, question),
    )


def _about(turn: Turn, question: Question) -> str:
    """What a reply means: for those who do not read the question, nothing but their next words."""
    reads_it = access.may_work_on(turn.person, question)
    return question.subject if reads_it else ""


def _option(turn: Turn, question: Question, agency: Agency, *, alone: bool) -> Button:
    office = turn.work.programme.queue_name(Queue.of(agency.id, question.ward))
    argument = f"{question.id}.{agency.id}"
    if alone:
        return Button("plain", "transferoneto", argument, {"words": office})
    return Button("plain", "transferto", argument, {"words": office})


async def to(turn: Turn, argument: str) -> None:
    """Ask for the reason, which its asker and the next agency read; it stays in the history."""
    question_id, _, agency_id = argument.partition(".")
    question = await handing.within_reach(turn.work, turn.person, int(question_id))
    above = await handing.is_from_above(turn.work, turn.person, question)
    at_once = [] if above else [[Button("no-reason-button", "transfernow", argument)]]
    rows = [*at_once, queue.back_or_stop("transfer", question)]
    await _why(turn, question, agency_id, rows, above=above)


async def one_to(turn: Turn, argument: str) -> None:
    question_id, _, agency_id = argument.partition(".")
    question = await of_cluster.one_to_hand_on(turn.work, turn.person, int(question_id))
    above = await handing.is_from_above(turn.work, turn.person, question)
    at_once = [] if above else [[Button("no-reason-button", "transferonenow", argument)]]
    rows = [*at_once, queue.back_or_stop("transferone", question)]
    await _why(turn, question, agency_id, rows, above=above, alone=True)


async def _why(
    turn: Turn,
    question: Question,
    agency_id: str,
    rows: Buttons,
    *,
    above: bool,
    alone: bool = False,
) -> None:
    office = handing.other_agency(turn.work, question, agency_id)
    queue.wait(turn, "transfer.reason", question, alone=alone, agency=office.id)
    await turn.say(
        "transfer-why",
        rows,
        about=_about(turn, question),
        number=question.number,
        office=turn.work.programme.queue_name(Queue.of(office.id, question.ward)),
        must="yes" if above else "no",
    )


async def reason(turn: Turn) -> None:
    """Why. A question's number alone says nothing of that: whoever types it looks at the next."""
    if numbered := await questions.by_number(turn.work, turn.person, turn.text):
        menu.leave(turn)
        await show(turn, numbered)
        return
    await queue.apart(turn)
    await _hand_on(turn, int(turn.data["question"]), turn.data["agency"], turn.text)


async def now(turn: Turn, argument: str) -> None:
    """*Không cần lý do*."""
    question_id, _, agency_id = argument.partition(".")
    await _hand_on(turn, int(question_id), agency_id, "")


async def one_now(turn: Turn, argument: str) -> None:
    question_id, _, agency_id = argument.partition(".")
    await of_cluster.apart(turn.work, turn.person, int(question_id))
    await _hand_on(turn, int(question_id), agency_id, "")


async def _hand_on(turn: Turn, question_id: int, agency_id: str, why: str) -> None:
    await reasons.must_tell_nothing(turn.work, question_id, why)
    question = await handing.hand_on(turn.work, turn.person, question_id, agency_id, why)
    turn.finish()
    office = turn.work.programme.queue_name(question.queue)
    late = "yes" if question.is_late(turn.work.now) else "no"
    await turn.say("transferred", number=question.number, office=office, late=late)
