"""The figures of a session's papers, read from what was recorded. Nobody who asked is named.

Each function returns how to draw its paper. This brings python-docx: whoever makes papers imports
it when the first one is made, so that a program that draws nothing does without.
"""

from datetime import timedelta

from bot.documents import item
from bot.documents.costs import Costs
from bot.documents.headcount import Headcount
from bot.documents.minutes import Minutes, minutes
from bot.documents.report import Report, report
from bot.documents.results import Results, results
from bot.documents.running_order import RunningOrder, Step, running_order
from bot.documents.words import Drawing
from bot.domain.answers import Answer, AnswerStatus
from bot.domain.board import Item, ItemState
from bot.domain.panel import who_sits
from bot.domain.questions import Move, Question, Status
from bot.domain.seats import INVITED, State
from bot.services.answers import commitment_figures
from bot.services.dispatches import paper_office
from bot.services.questions import cards, public_words
from bot.services.residents import old_households
from bot.services.seats import phases
from bot.services.sessions import timing_figures
from bot.services.sessions.paper_reading import (
    Reading,
    dialogue,
    in_letters,
    office,
    recorded,
    topic,
)
from bot.understanding.sentences import unended
from bot.work import Work
from storage import answers, board, headcounts, history, households, panel

#: Left out of all papers: its asker took it back.
_GONE = frozenset({Status.WITHDRAWN})


async def for_minutes(reading: Reading) -> Drawing:
    """Biên bản: who was there, each question and what came of it."""
    conclusions = reading.run.conclusions.splitlines() if reading.run else []
    written = Minutes(
        office=office(reading),
        dialogue=await dialogue(reading),
        agencies=await _panel(reading),
        present=(await headcount(reading))[0],
        items=await _items(reading),
        conclusions=tuple(conclusions),
    )
    return lambda say, on: minutes(written, say, on=on)


async def for_report(reading: Reading) -> Drawing:
    """Báo cáo kết quả, with what it cost at the programme's rates."""
    programme = reading.work.programme
    present, invited = await headcount(reading)
    costs = Costs(heads=present.households, drink=programme.costs.drink, hall=programme.costs.hall)
    held = Report(
        office=office(reading),
        to=programme.office.reports_to or paper_office.in_full(programme.host, reading.say),
        dialogue=await dialogue(reading),
        invited=invited,
        present=present,
        items=await _items(reading),
        costs=costs,
        timings=await timing_figures.by_office(reading),
        proposals=await commitment_figures.proposals(reading.work, reading.session),
    )
    return lambda say, on: report(held, say, on=on)


async def for_results(reading: Reading) -> Drawing:
    """Thông báo kết quả, for everyone: of answers only what an agency has confirmed."""
    told = Results(
        office=office(reading),
        dialogue=await dialogue(reading),
        present=(await headcount(reading))[0],
        items=await _items(reading, confirmed=True),
        more_at=f"{reading.work.voice.public_url}/traloi",
    )
    return lambda say, on: results(told, say, on=on)


async def for_running_order(reading: Reading) -> Drawing:
    """Kịch bản điều hành: the plan's course, fitted between start and end."""
    work, say = reading.work, reading.say
    zone = work.programme.zone
    start = reading.session.starts_at.astimezone(zone)
    end = reading.session.ends_at.astimezone(zone)
    earlier = await phases.earlier(work, reading.session.number)
    waiting = str(len(await board.open_items(work.tx, reading.session.number, earlier)))
    course = (
        (start - timedelta(minutes=30), say("figures-step-welcome"), say("figures-secretaries")),
        (start, say("figures-step-opening"), say("figures-secretary")),
        (start + timedelta(minutes=10), say("figures-step-promised"), say("figures-chair")),
        (
            start + timedelta(minutes=25),
            say("figures-step-before", count=waiting),
            say("figures-panel"),
        ),
        (start + (end - start) / 2, say("figures-step-floor"), say("figures-panel")),
        (end - timedelta(minutes=15), say("figures-step-conclusion"), say("figures-chair")),
    )
    order = RunningOrder(
        office=office(reading),
        dialogue=await dialogue(reading),
        commitments=await commitment_figures.promised(work, reading.session),
        policies=await commitment_figures.unsettled(work),
        steps=tuple(Step(at=at.time(), what=what, who=who) for at, what, who in course),
    )
    return lambda say, on: running_order(order, say, on=on)


async def _panel(reading: Reading) -> tuple[str, ...]:
    """The agencies on the panel, each with who sat there as far as it has said."""
    named = await panel.of(reading.work.tx, reading.session.number)
    found = []
    for queue in who_sits(reading.work.programme, reading.session):
        sitting = named.get(queue)
        who = ", ".join(part for part in (sitting.name, sitting.post) if part) if sitting else ""
        found.append(f"{in_letters(reading, queue)}: {who}" if who else in_letters(reading, queue))
    return tuple(found)


async def headcount(reading: Reading) -> tuple[Headcount, int]:
    """The households that were checked in, in the plan's figures; and how many were invited."""
    work, number = reading.work, reading.session.number
    since = reading.session.since
    listed = [one for one in await board.households(work.tx, number) if one.since > since]
    gone = await headcounts.of(work.tx, number, since)
    came = [one.household.id for one in listed if one.state == State.CAME]
    facts = (
        await households.facts(work.tx, came, reader=reading.reader_id, why="papers", now=work.now)
        if came
        else {}
    )
    known = list(facts.values())
    groups = [
        (category, sum(one.category == category for one in known) + gone[category])
        for category in work.programme.categories
    ]
    present = Headcount(
        households=len(came) + gone[old_households.CAME],
        groups=tuple((name, count) for name, count in groups if count),
        women=sum(one.is_led_by_a_woman for one in known) + gone[old_households.WOMEN],
        minorities=sum(one.is_minority for one in known) + gone[old_households.MINORITIES],
    )
    invited = sum(one.state in INVITED for one in listed) + gone[old_households.INVITED]
    return present, invited


async def _items(reading: Reading, *, confirmed: bool = False) -> tuple[item.Item, ...]:
    """Every question of the session that its papers name, as asked.

    ``confirmed`` leaves out what was said in the hall until its agency has approved the words, and
    the questions whose answer is for their asker alone.
    """
    items = [
        await _item(reading, one, confirmed=confirmed)
        for one in await recorded(reading)
        if one.question.status not in _GONE and not one.question.is_erased
    ]
    return tuple(one for one in items if not confirmed or one.outcome is not item.Outcome.PRIVATE)


async def _item(reading: Reading, one: Item, *, confirmed: bool) -> item.Item:
    work, question = reading.work, one.question
    oral = one.state is ItemState.ANSWERED
    approved = await _approved(work, question)
    answer = _known(one, approved, confirmed=confirmed)
    outcome = _outcome(question, approved)
    why = await _why_declined(work, question) if outcome is item.Outcome.DECLINED else ""
    [text, why] = await public_words.of(
        work, [(question.asker, said) for said in (question.text, why)]
    )
    due = question.due_at.astimezone(work.programme.zone).date()
    return item.Item(
        number=question.number,
        asker=reading.say("figures-asker", place=cards.place(work, question)),
        question=text,
        topic=topic(reading, question),
        agency=in_letters(reading, question.queue),
        oral=oral,
        answered_by=in_letters(reading, one.answered_for or question.queue) if oral else "",
        answer=answer,
        outcome=outcome,
        reason=why,
        due=None if answer or outcome is not item.Outcome.OPEN else due,
    )


async def _approved(work: Work, question: Question) -> Answer | None:
    """The newest answer, if its agency has approved it."""
    newest = await answers.newest(work.tx, question.id)
    return newest if newest and newest.status is AnswerStatus.APPROVED else None


def _known(one: Item, approved: Answer | None, *, confirmed: bool) -> str:
    """What was answered, once an agency has approved it; before that, what was said in the hall."""
    if approved and not approved.private:
        return approved.text
    return "" if confirmed else one.words


def _outcome(question: Question, approved: Answer | None) -> item.Outcome:
    """How a question without an answer for everybody was settled, if it was."""
    if approved:
        return item.Outcome.PRIVATE if approved.private else item.Outcome.OPEN
    return item.Outcome.DECLINED if question.status is Status.DECLINED else item.Outcome.OPEN


async def _why_declined(work: Work, question: Question) -> str:
    """The reason that its asker was told."""
    return unended(await history.last_note(work.tx, question.id, Move.DECLINE))
