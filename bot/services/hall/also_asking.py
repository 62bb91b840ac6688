"""*Tôi cũng hỏi*: others in the hall ask the same. Once each; it can be taken back."""

from bot.domain import access
from bot.domain.board import Board
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.domain.sessions import Session
from bot.services.asking import asking
from bot.services.hall import board as boards
from bot.services.questions import public_words
from bot.services.seats import phases
from bot.work import Work
from storage import board, followers, questions


def session_for(work: Work, person: Person) -> Session:
    """The session of this person's ward that runs now. Raises Refused if there is none."""
    access.must_consent(person)
    if not asking.lives_here(work, person):
        raise Refused("ward-first")
    session = work.programme.session_of_ward(person.ward, work.now)
    if session is None or not phases.is_running(work, session.number):
        raise Refused("no-session-running")
    return session


async def look(work: Work, person: Person) -> tuple[Board, frozenset[int]]:
    """The board of the person's session, and what of it they ask as well."""
    look = await boards.look(work, session_for(work, person).number)
    found = await public_words.on_board(work, look)
    return found, await of(work, _person(person), found)


async def of(work: Work, who: str, shown: Board) -> frozenset[int]:
    """Which questions of a board somebody asks as well."""
    items = [*([shown.called] if shown.called else []), *shown.next]
    return await board.also_asked(work.tx, who, [one.question.id for one in items])


async def by_person(work: Work, person: Person, question_id: int, *, also: bool) -> Question:
    """A resident asks the same, or no longer does; those who do hear the answer too."""
    session = session_for(work, person)
    question = await _asked(work, session.number, question_id)
    if question.asker == person.id:
        raise Refused("also-own")
    await _keep(work, question, _person(person), also=also)
    if also:
        await followers.add(work.tx, question_id, person.id, work.now)
    else:
        await followers.drop(work.tx, question_id, person.id)
    return question


async def by_device(
    work: Work, number: int, device: str, question_id: int, *, also: bool
) -> Question:
    """A browser says the same on the page of the hall; it is told no answer."""
    if not phases.is_running(work, number):
        raise Refused("no-session-running")
    question = await _asked(work, number, question_id)
    await _keep(work, question, f"device:{device}", also=also)
    return question


async def _asked(work: Work, number: int, question_id: int) -> Question:
    question = await questions.get(work.tx, question_id)
    if question is None or question.stays_private:
        raise Refused("item-gone")
    if not phases.is_asked_for(work, question, number):
        raise Refused("item-gone")
    if not question.allows(Move.WITHDRAW):
        raise Refused("also-settled")
    return question


async def _keep(work: Work, question: Question, who: str, *, also: bool) -> None:
    if also:
        changed = await board.also_ask(work.tx, question.id, who, work.now)
    else:
        changed = await board.also_ask_not(work.tx, question.id, who)
    if changed:
        phases.notify(work, question.session)


def _person(person: Person) -> str:
    return f"person:{person.id}"
