"""What is read out, in short plain sentences: the number, who answers, and the answer."""

from collections.abc import Sequence
from enum import StrEnum

from bot.domain import access, recordings
from bot.domain.commitments import Commitment, Stand
from bot.domain.files import File
from bot.domain.households import Household
from bot.domain.people import Person
from bot.domain.questions import ANSWERED, Move, Question, Status
from bot.domain.reach import Reach
from bot.domain.reach import State as Told
from bot.domain.seats import Seat, State, as_told
from bot.domain.sessions import Phase, Session
from bot.domain.values import dataclass
from bot.services.people import acting
from bot.services.questions import coming, enclosures, ending_words
from bot.services.reach import seat_buttons
from bot.voice import Button, Buttons
from bot.work import Work
from storage import answers, endings, history, questions, seat_plans, seats
from storage.commitments import Commitments


class Asks(StrEnum):
    """What an asker is asked; its value is what the buttons do."""

    HELPED = "helped"  #: whether the answer did
    SETTLED = "settled"  #: whether the matter is, a while later


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One thing on a card."""

    words: str
    buttons: Buttons = ()
    asks: Asks | None = None  #: what whoever asked it is asked about it
    question: Question | None = None  #: of which that is asked


#: What a question whether a matter is settled is about: ``followup:12``.
FOLLOW_UP = "followup"

#: What an answer that ends is about: ``ends:7/12``, with the question of whoever asked.
ENDS = "ends"

#: What is recorded where a private answer was not read out, but the household told of it.
POINTED_OUT = "pointed out"


async def standing(work: Work, reader: Person, home: Household | None, one: Reach) -> str:
    """What the reader has read out, for the record: how the question or the seat stands now."""
    kind, number = one.about
    if kind == "seat":
        seat = await seats.get(work.tx, number)
        return seat.state.value if seat else ""
    question = await _question(work, one)
    if question is None:
        return ""
    if home and not await may_read(work, reader, home, question):
        return POINTED_OUT
    return question.status.value


async def _promised(work: Work, one: Reach) -> Commitment | None:
    """What it is about, where that is something an office has promised."""
    kind, number = one.about
    return await _kept(work).get(number) if kind == "commitment" else None


def _kept(work: Work) -> Commitments:
    return Commitments(work.tx, work.programme.zone)


async def _question(work: Work, one: Reach) -> Question | None:
    """The question that it is about, or that its promise belongs to."""
    promised = await _promised(work, one)
    first = promised.question if promised else one.about[1]
    return await questions.get(work.tx, one.asked_in or first)


async def is_over(work: Work, one: Reach) -> bool:
    """Whether there is nothing left to tell anybody about it."""
    kind, number = one.about
    if kind == "seat":
        seat = await seats.get(work.tx, number)
        return seat is None or _coming(work, seat) is None
    question = await _question(work, one)
    if kind == FOLLOW_UP and (one.reminded or one.state is not Told.TOLD):
        return True  # only its asker can answer: nobody is sent there for that
    return question is None or question.is_erased or question.status is Status.WITHDRAWN


async def is_offer(work: Work, one: Reach) -> bool:
    """Whether it waits for a yes or no: those who go and ask for that have a list of their own."""
    kind, number = one.about
    seat = await seats.get(work.tx, number) if kind == "seat" else None
    return seat is not None and seat.state is State.OFFERED


def _coming(work: Work, seat: Seat) -> Session | None:
    session = work.programme.session(seat.session)
    return session if session and session.phase(work.now) is Phase.BEFORE else None


async def of(work: Work, reader: Person, home: Household | None, one: Reach) -> Spoken | None:
    """The words of one thing as it stands now; None where there is nothing left to say."""
    kind, number = one.about
    if kind == "seat":
        seat = await seats.get(work.tx, number)
        return await of_seat(work, reader, seat) if seat else None
    question = await _question(work, one)
    if question is None or question.is_erased or question.household != one.household:
        return None
    if kind == FOLLOW_UP:
        return _of_follow_up(work, reader, question)
    if kind == ENDS:
        return await _of_ending(work, reader, home, question, number)
    return await _of_question(work, reader, home, question, await _promised(work, one))


def _of_follow_up(work: Work, reader: Person, question: Question) -> Spoken | None:
    """Whether the matter is settled; not where it is open again, and nobody but its asker."""
    if question.asker != reader.id or question.status not in ANSWERED:
        return None
    words = work.say(
        reader.language,
        "reading-follow-up",
        number=question.number,
        office=work.programme.queue_name(question.queue),
    )
    return Spoken(words=words, asks=Asks.SETTLED, question=question)


async def _of_ending(
    work: Work, reader: Person, home: Household | None, question: Question, answer: int
) -> Spoken | None:
    """That their answer ends; nothing where it was prolonged, or another stands in its place."""
    one = await endings.get(work.tx, answer)
    if one is None or one.spread_at is None:
        return None
    if home and not await may_read(work, reader, home, question):
        return Spoken(words=await _about(work, reader, question, "private", ""))
    words = work.say(
        reader.language,
        "told-answer-ends",
        number=question.number,
        asked=ending_words.asked(question),
        text=await ending_words.as_approved(work, reader.language, one, question),
    )
    return Spoken(words=words, question=question)


async def _of_question(
    work: Work,
    reader: Person,
    home: Household | None,
    question: Question,
    promised: Commitment | None,
) -> Spoken | None:
    if home and not await may_read(work, reader, home, question):
        return Spoken(words=await _about(work, reader, question, "private", ""))
    if promised:
        return _of_promise(work, reader, question, promised)
    news = await _news(work, question)
    if news is None:
        return None
    words = await _about(work, reader, question, *news)
    asked = question.asker == reader.id
    papers = await _papers(work, question) if news[0] == "answer" else []
    words = "\n".join([words, *_came(work, reader, papers)])
    return Spoken(
        words=words,
        buttons=_buttons(question, is_with_files=bool(papers)) if asked or papers else (),
        asks=Asks.HELPED if asked and question.status is Status.ANSWERED else None,
        question=question,
    )


async def _papers(work: Work, question: Question) -> list[File]:
    """The files that came with the answer."""
    answer = await answers.newest(work.tx, question.id)
    found = await enclosures.of_answer(work, answer.id) if answer else []
    return [one.file for one in found]


def _came(work: Work, reader: Person, files: Sequence[File]) -> list[str]:
    """What they are called; of a recording that it is there: somebody at home may know Khmer."""
    names = ", ".join(one.name for one in files if not recordings.is_one(one))
    papers = [work.say(reader.language, "papers-came", names=names)] if names else []
    spoken = any(recordings.is_one(one) for one in files)
    return [*papers, *([work.say(reader.language, "recording-came")] if spoken else [])]


def _of_promise(
    work: Work, reader: Person, question: Question, promised: Commitment
) -> Spoken | None:
    """It was kept, moved, or is late; what turned out not to be a promise is not mentioned."""
    if promised.stand is Stand.DROPPED:
        return None
    what = "kept" if promised.stand is Stand.KEPT else "moved" if promised.note else "dated"
    if promised.is_late(work.local.date()):
        what = "late"
    told = work.say(
        reader.language,
        "reading-promise",
        what=what,
        number=question.number,
        office=work.programme.queue_name(promised.queue),
        promise=promised.words,
        note=promised.note,
        day=f"{promised.due:%d/%m/%Y}",
    )
    return Spoken(words=told)


async def may_read(work: Work, reader: Person, home: Household, question: Question) -> bool:
    """Whether this reader may read it out: the asker with consent, and those who live there.

    Others may where it is not private.
    """
    bond = (await acting.bonds(work, reader)).get(home.id)
    if bond is not None and (question.asker == reader.id or not bond.is_help):
        return True
    answer = await answers.newest(work.tx, question.id)
    private = bool(answer and answer.private)
    return access.may_read_out(reader, home, question, private=private)


async def _about(work: Work, reader: Person, question: Question, what: str, words: str) -> str:
    promised = await coming.promise(work, question)
    return work.say(
        reader.language,
        "reading-question",
        what=what,
        number=question.number,
        office=work.programme.queue_name(question.queue),
        words=words,
        due=work.moment(reader.language, promised.at),
    )


async def _news(work: Work, question: Question) -> tuple[str, str] | None:
    """What there is to say of a question, and the words of others that go with it."""
    match question.status:
        case Status.ANSWERED | Status.CLOSED:
            answer = await answers.newest(work.tx, question.id)
            return ("answer", answer.text) if answer and answer.text else None
        case Status.DECLINED:
            return "declined", await history.last_note(work.tx, question.id, Move.DECLINE)
        case Status.ASKED_BACK:
            return "asked-back", await history.last_note(work.tx, question.id, Move.ASK_BACK)
        case Status.WITHDRAWN:
            return None
        case _:
            return (await coming.promise(work, question)).stands.value, ""


def _buttons(question: Question, *, is_with_files: bool) -> Buttons:
    if is_with_files:
        return [
            [Button("view-papers-button", "papersof", question.id, {"number": question.number})]
        ]
    if question.status is Status.ASKED_BACK:
        label = Button("it-is-for-button", "add", question.id, {"number": question.number})
        return [[label]]
    return []


async def of_seat(work: Work, reader: Person, seat: Seat) -> Spoken | None:
    """How a household stands with a session that is still to come."""
    session = _coming(work, seat)
    if session is None:
        return None
    plan = await seat_plans.get(work.tx, session.number)
    told = as_told(seat.state, is_signed=bool(plan and plan.is_signed))
    return Spoken(
        words=_seat_words(work, reader, seat, session, told),
        buttons=seat_buttons.of_offer(seat) if told is State.OFFERED else (),
    )


def _seat_words(work: Work, reader: Person, seat: Seat, session: Session, told: State) -> str:
    until = work.moment(reader.language, seat.held_until) if seat.held_until else "none"
    return work.say(
        reader.language,
        "reading-seat",
        told=told.value,
        session=session.name,
        at=work.moment(reader.language, session.starts_at),
        place=session.place,
        until=until,
    )
