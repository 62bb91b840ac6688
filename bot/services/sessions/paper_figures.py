"""The figures of a session's papers, read from what was recorded. Nobody who asked is named.

Each function returns how to draw its paper. ``bot.documents`` is imported inside them: it brings
python-docx, and a program that draws nothing does without.
"""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.documents.words import Drawing, Say
from bot.domain.agencies import Queue
from bot.domain.answers import Answer, AnswerStatus
from bot.domain.board import Item, ItemState
from bot.domain.panel import who_sits
from bot.domain.questions import Move, Question, Status
from bot.domain.seats import INVITED, State
from bot.domain.sessions import Phase, Run, Session
from bot.i18n import HOME
from bot.services.answers import commitment_figures
from bot.services.dispatches import paper_office
from bot.services.questions import cards, public_words
from bot.services.residents import old_households
from bot.services.seats import phases
from bot.understanding.sentences import unended
from bot.work import Work
from storage import answers, board, headcounts, households, panel, people, questions

if TYPE_CHECKING:
    from bot.documents import item as paper_item
    from bot.documents.dialogue import Dialogue
    from bot.documents.headcount import Headcount
    from bot.documents.office import Office

#: Left out of all papers: its asker took it back.
_GONE = frozenset({Status.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Reading:
    """A session, and who reads about it."""

    work: Work
    session: Session
    run: Run | None  #: None before it was opened
    reader: int | None  #: person id; None: whoever runs the installation

    @property
    def say(self) -> Say:
        return partial(self.work.voice.texts.say, HOME)


async def minutes(reading: Reading) -> Drawing:
    """Biên bản: who was there, each question and what came of it."""
    from bot.documents.minutes import Minutes, minutes  # noqa: PLC0415

    conclusions = reading.run.conclusions.splitlines() if reading.run else []
    recorded = Minutes(
        office=office(reading),
        dialogue=await dialogue(reading),
        agencies=await _panel(reading),
        present=(await headcount(reading))[0],
        items=await _items(reading),
        conclusions=tuple(conclusions),
    )
    return lambda say, on: minutes(recorded, say, on=on)


async def report(reading: Reading) -> Drawing:
    """Báo cáo kết quả, with what it cost at the programme's rates."""
    from bot.documents.costs import Costs  # noqa: PLC0415
    from bot.documents.report import Report, report  # noqa: PLC0415

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
        proposals=await commitment_figures.proposals(reading.work, reading.session),
    )
    return lambda say, on: report(held, say, on=on)


async def results(reading: Reading) -> Drawing:
    """Thông báo kết quả, for everyone: of answers only what an agency has confirmed."""
    from bot.documents.results import Results, results  # noqa: PLC0415

    told = Results(
        office=office(reading),
        dialogue=await dialogue(reading),
        present=(await headcount(reading))[0],
        items=await _items(reading, confirmed=True),
        more_at=f"{reading.work.voice.public_url}/traloi",
    )
    return lambda say, on: results(told, say, on=on)


async def asked_before(reading: Reading, office: Queue) -> list[Question]:
    """What was asked an office before the session, and is open; of an agency, all of its wards."""
    return [
        one.question
        for one in await _recorded(reading)
        if office in (one.question.queue, Queue(one.question.queue.agency))
        and one.question.phase == Phase.BEFORE
        and one.question.is_open
        and not one.question.is_erased
    ]


async def pack(reading: Reading, office_asked: Queue) -> Drawing:
    """What was asked an agency, or the committee of one ward, before the session."""
    from bot.documents.pack import Asked, Pack, pack  # noqa: PLC0415

    found = await asked_before(reading, office_asked)
    zone = reading.work.programme.zone
    texts = await public_words.of(reading.work, [(one.asker, one.text) for one in found])
    asked = Pack(
        office=office(reading),
        dialogue=await dialogue(reading),
        agency=_in_letters(reading, office_asked),
        questions=tuple(
            Asked(
                number=one.number,
                question=text,
                hamlets=1,
                topic=_topic(reading, one),
                asked_on=one.asked_at.astimezone(zone).date(),
            )
            for one, text in zip(found, texts, strict=True)
        ),
    )
    return lambda say, on: pack(asked, say, on=on)


async def running_order(reading: Reading) -> Drawing:
    """Kịch bản điều hành: the plan's course, fitted between start and end."""
    from bot.documents.running_order import RunningOrder, Step, running_order  # noqa: PLC0415

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
        steps=tuple(Step(at=at.time(), what=what, who=who) for at, what, who in course),
    )
    return lambda say, on: running_order(order, say, on=on)


def office(reading: Reading) -> "Office":
    """The office that the programme names."""
    return paper_office.issuer(reading.work.programme, reading.say)


async def dialogue(reading: Reading) -> "Dialogue":
    """When and under whom: as it was held, or as it is planned."""
    from bot.documents.dialogue import Dialogue  # noqa: PLC0415

    session, run, zone = reading.session, reading.run, reading.work.programme.zone
    chair, _, post = (run.chair if run else "").partition(",")
    secretary = await people.get(reading.work.tx, run.opened_by or 0) if run else None
    begins = run.opened_at if run else session.starts_at
    ends = run.closed_at if run else None
    return Dialogue(
        name=session.name[:1].lower() + session.name[1:],
        starts_at=begins.astimezone(zone),
        ends_at=ends.astimezone(zone) if ends else None,
        place=session.place,
        chair=chair.strip() or reading.say("figures-undecided"),
        chair_post=post.strip(),
        secretary=secretary.name if secretary else "",
    )


async def _panel(reading: Reading) -> tuple[str, ...]:
    """The agencies on the panel, each with who sat there as far as it has said."""
    named = await panel.of(reading.work.tx, reading.session.number)
    found = []
    for queue in who_sits(reading.work.programme, reading.session):
        sitting = named.get(queue)
        who = ", ".join(part for part in (sitting.name, sitting.post) if part) if sitting else ""
        found.append(
            f"{_in_letters(reading, queue)}: {who}" if who else _in_letters(reading, queue)
        )
    return tuple(found)


async def headcount(reading: Reading) -> tuple["Headcount", int]:
    """The households that were checked in, in the plan's figures; and how many were invited."""
    from bot.documents.headcount import Headcount  # noqa: PLC0415

    work, number = reading.work, reading.session.number
    since = reading.session.since
    listed = [one for one in await board.households(work.tx, number) if one.since > since]
    gone = await headcounts.of(work.tx, number, since)
    came = [one.household.id for one in listed if one.state == State.CAME]
    facts = (
        await households.facts(work.tx, came, reader=reading.reader, why="papers", now=work.now)
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


async def _items(reading: Reading, *, confirmed: bool = False) -> "tuple[paper_item.Item, ...]":
    """Every question of the session that its papers name, as asked.

    ``confirmed`` leaves out what was said in the hall until its agency has approved the words, and
    the questions whose answer is for their asker alone.
    """
    from bot.documents.item import Outcome  # noqa: PLC0415

    items = [
        await _item(reading, one, confirmed=confirmed)
        for one in await _recorded(reading)
        if one.question.status not in _GONE and not one.question.is_erased
    ]
    return tuple(one for one in items if not confirmed or one.outcome is not Outcome.PRIVATE)


async def _recorded(reading: Reading) -> list[Item]:
    """All that was asked for the session as it is held: nothing of an earlier one of its number."""
    work, number = reading.work, reading.session.number
    return await board.recorded(work.tx, number, await phases.earlier(work, number))


async def _item(reading: Reading, one: Item, *, confirmed: bool) -> "paper_item.Item":
    from bot.documents.item import Item as PaperItem  # noqa: PLC0415
    from bot.documents.item import Outcome  # noqa: PLC0415

    work, question = reading.work, one.question
    oral = one.state is ItemState.ANSWERED
    approved = await _approved(work, question)
    answer = _known(one, approved, confirmed=confirmed)
    outcome = _outcome(question, approved)
    why = await _why_declined(work, question) if outcome is Outcome.DECLINED else ""
    [text, why] = await public_words.of(
        work, [(question.asker, said) for said in (question.text, why)]
    )
    due = question.due_at.astimezone(work.programme.zone).date()
    return PaperItem(
        number=question.number,
        asker=reading.say("figures-asker", place=cards.place(work, question)),
        question=text,
        topic=_topic(reading, question),
        agency=_in_letters(reading, question.queue),
        oral=oral,
        answered_by=_in_letters(reading, one.answered_for or question.queue) if oral else "",
        answer=answer,
        outcome=outcome,
        reason=why,
        due=None if answer or outcome is not Outcome.OPEN else due,
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


def _outcome(question: Question, approved: Answer | None) -> "paper_item.Outcome":
    """How a question without an answer for everybody was settled, if it was."""
    from bot.documents.item import Outcome  # noqa: PLC0415

    if approved:
        return Outcome.PRIVATE if approved.private else Outcome.OPEN
    return Outcome.DECLINED if question.status is Status.DECLINED else Outcome.OPEN


async def _why_declined(work: Work, question: Question) -> str:
    """The reason that its asker was told."""
    return unended(await questions.last_note(work.tx, question.id, Move.DECLINE))


def _topic(reading: Reading, question: Question) -> str:
    topic = reading.work.programme.topic(question.topic)
    return topic.name if topic else reading.say("figures-no-topic")


def _in_letters(reading: Reading, queue: Queue) -> str:
    return paper_office.in_letters(reading.work.programme, queue, reading.say)
