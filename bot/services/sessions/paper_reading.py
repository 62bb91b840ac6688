"""A session as its papers see it: who reads, how they name it, and what was asked for it.

Nothing here draws, so whoever only asks whether it is time for a paper does without what draws.
"""

from collections.abc import Sequence
from functools import partial

from bot.documents.dialogue import Dialogue
from bot.documents.office import Office
from bot.documents.words import Say
from bot.domain.agencies import Queue
from bot.domain.board import Item
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.domain.sessions import Phase, Run, Session
from bot.domain.values import dataclass
from bot.i18n import HOME
from bot.services.dispatches import paper_office
from bot.services.seats import phases
from bot.work import Work
from storage import board, people


@dataclass(frozen=True, slots=True)
class Reading:
    """A session, and who reads about it."""

    work: Work
    session: Session
    run: Run | None  #: None before it was opened
    reader: Person | None  #: None: whoever runs the installation

    @property
    def reader_id(self) -> int | None:
        """Who is written down as having read what is private."""
        return self.reader.id if self.reader else None

    @property
    def say(self) -> Say:
        return partial(self.work.voice.texts.say, HOME)


def office(reading: Reading) -> Office:
    """The office that the programme names."""
    return paper_office.issuer(reading.work.programme, reading.say)


async def dialogue(reading: Reading) -> Dialogue:
    """When and under whom: as it was held, or as it is planned."""
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


def in_letters(reading: Reading, queue: Queue) -> str:
    """An office as letters write it."""
    return paper_office.in_letters(reading.work.programme, queue, reading.say)


def topic(reading: Reading, question: Question) -> str:
    """What a question is about, in a column of its own."""
    known = reading.work.programme.topic(question.topic)
    return known.name if known else reading.say("figures-no-topic")


async def recorded(reading: Reading) -> list[Item]:
    """All that was asked for the session as it is held: nothing of an earlier one of its number."""
    work, number = reading.work, reading.session.number
    return await board.recorded(work.tx, number, await phases.earlier(work, number))


async def asked_before(reading: Reading) -> list[Question]:
    """What was asked before the session, and is open."""
    return [
        one.question
        for one in await recorded(reading)
        if one.question.phase == Phase.BEFORE
        and one.question.is_open
        and not one.question.is_erased
    ]


def of_office(asked: Sequence[Question], office_asked: Queue) -> list[Question]:
    """What of it an office was asked; of an agency, all of its wards."""
    return [one for one in asked if office_asked in (one.queue, Queue(one.queue.agency))]
