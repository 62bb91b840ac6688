"""What a person does with their own questions: look, add to, withdraw, judge, reopen."""

import re
from datetime import timedelta

from bot.domain import access, ladder
from bot.domain.answers import Answer
from bot.domain.calendar import Deadline
from bot.domain.errors import Refused
from bot.domain.ladder import Reminder
from bot.domain.people import Person
from bot.domain.questions import Move, Question, Status
from bot.domain.values import dataclass
from bot.services.asking import asking
from bot.services.people import acting
from bot.services.questions import cards, hands, moves
from bot.work import Work
from storage import answers, feedback, history, ladders, questions

#: A question's number, as people type it: ``TV-0012``.
_NUMBER = re.compile(r"[A-Za-z]{1,8}-\d{1,9}")

#: How many questions one look shows.
PAGE = 5

#: How long an answer is on its asker's mind: by then it is asked whether the matter is settled.
ON_MIND = timedelta(days=30)

#: How many of a person's own questions are looked through for one that was asked back.
FAR = 200


@dataclass(frozen=True, slots=True)
class Promised:
    """A question that is back in its queue, with a new promise."""

    question: Question
    deadline: Deadline


async def mine(
    work: Work, person: Person, before: int = 2**62, household: int = 0
) -> list[Question]:
    """A page of what the person asked for themselves, or for one household, newest first.

    Raises Refused for a household that has taken its consent back.
    """
    if household:
        await acting.home_to_hear(work, person, household)
    return await questions.of_asker(work.tx, person.id, household=household, before=before)


async def one_of_mine(work: Work, person: Person, question_id: int) -> Question:
    """One of the person's own questions. Raises Refused for anybody else's."""
    question = await questions.to_move(work.tx, question_id)
    if question is None:
        raise Refused("not-your-question")
    access.must_be_asker(person, question, await acting.bonds(work, person))
    return question


async def asked_back_of(work: Work, person: Person) -> list[Question]:
    """The person's questions whose agency waits for a word of theirs, newest first.

    However many they asked since, up to ``FAR``.
    """
    own = await questions.of_asker(work.tx, person.id, most=FAR)
    return [one for one in own if one.status is Status.ASKED_BACK]


async def answered_lately(work: Work, person: Person) -> Question | None:
    """The newest answer to the person's own questions, while it may still be on their mind."""
    own = await questions.of_asker(work.tx, person.id, most=FAR)
    told = [
        (one.answered_at, one) for one in own if one.status is Status.ANSWERED and one.answered_at
    ]
    at, found = max(told, key=lambda one: one[0], default=(None, None))
    return found if at and work.now - at < ON_MIND else None


async def in_danger_of(work: Work, person: Person) -> Question | None:
    """The newest question that says the person is in danger, while it still takes words."""
    found = await questions.in_danger(work.tx, person.id)
    return found if found and found.takes_words else None


async def one_to_add_to(work: Work, person: Person, question_id: int) -> Question:
    """One of the person's own questions that still takes words. Raises Refused otherwise."""
    question = await one_of_mine(work, person, question_id)
    if not question.takes_words:
        raise question.moved_on()
    return question


async def one_to_withdraw(work: Work, person: Person, question_id: int) -> Question:
    """One of the person's own questions that can be taken back. Raises Refused otherwise."""
    question = await one_of_mine(work, person, question_id)
    if not question.allows(Move.WITHDRAW):
        raise question.moved_on()
    return question


async def by_number(work: Work, person: Person, text: str) -> Question | None:
    """The question whose number somebody typed, if they may read it, or hand it on unread."""
    if _NUMBER.fullmatch(text.strip()) is None:
        return None
    question = await questions.numbered(work.tx, text.strip())
    if question is None:
        return None
    knows = access.may_read(person, question) or access.may_hand_on(person, question)
    return question if knows else None


async def is_number_for_a_home(work: Work, person: Person, text: str) -> bool:
    """Whether the number is of a question that the person asked for a household."""
    if _NUMBER.fullmatch(text.strip()) is None:
        return False
    question = await questions.numbered(work.tx, text.strip())
    return question is not None and question.asker == person.id and question.household != 0


async def any_for(work: Work, person: Person, question_id: int) -> Question:
    """A question the person may read. Raises Refused otherwise."""
    question = await questions.get(work.tx, question_id)
    if question is None or not access.may_read(person, question):
        raise Refused("not-your-question")
    return question


async def answer_of(work: Work, question: Question) -> Answer | None:
    """What the asker was answered; None while that is still to come."""
    if question.status not in (Status.ANSWERED, Status.CLOSED):
        return None
    return await answers.newest(work.tx, question.id)


async def add_words(work: Work, person: Person, question_id: int, text: str) -> Question:
    """The asker adds to an open question, or answers what the agency asked back."""
    access.must_consent(person)
    question = await one_of_mine(work, person, question_id)
    if question.status is Status.ASKED_BACK:
        moved = await moves.resume(work, question, Move.TOLD_MORE, person.id, text)
        moved = await moves.unless_held(work, moved, None)
        await hands.tell_worker(work, moved, "asker-told-more", words=cards.quoted(text))
    else:
        moved = await moves.make(work, question, Move.FOLLOW_UP, person.id, words=text)
        await hands.tell_worker(work, moved, "asker-added", words=cards.quoted(text))
    return moved


async def withdraw(work: Work, person: Person, question_id: int) -> Question:
    """The asker takes a question back."""
    question = await one_of_mine(work, person, question_id)
    return await moves.make(work, question, Move.WITHDRAW, person.id)


async def judge(work: Work, person: Person, question_id: int, *, helpful: bool) -> Question:
    """The asker says whether the answer helped; a yes closes the question."""
    question = await one_of_mine(work, person, question_id)
    if not question.allows(Move.REOPEN):
        raise question.moved_on()
    await feedback.add(work.tx, question.id, person.id, helpful=helpful, now=work.now)
    if helpful and question.allows(Move.CLOSE):
        return await moves.make(work, question, Move.CLOSE, person.id, closed_at=work.now)
    return question


async def reopen(
    work: Work, person: Person, question_id: int, reason: str, *, why: str = ""
) -> Promised:
    """The answer did not help: back into the queue with a reason and a new promise.

    ``why`` is written down beside it. Where its office or ward has ended since, into that of those
    that took over.
    """
    access.must_consent(person)
    question = await one_of_mine(work, person, question_id)
    queue, ward = await asking.where_today(work, question)
    deadline = asking.promise(work, queue)
    moved = await moves.make(
        work,
        question,
        Move.REOPEN,
        person.id,
        words=reason,
        detail=f"{why} {question.queue} → {queue}".strip() if queue != question.queue else why,
        queue=queue,
        ward=ward,
        taken_by=None,
        due_at=deadline.at,
        promised_days=deadline.days,
        answered_at=None,
        reopened=question.reopened + 1,
        closed_at=None,
    )
    await cards.announce(work, moved)
    return Promised(moved, deadline)


async def reminder_of(work: Work, question: Question) -> Reminder | None:
    """Who was reminded last of what the asker was promised; None while nobody had to be."""
    return await ladders.reminder(work.tx, question.id) if ladder.climbs(question) else None


async def asked_back(work: Work, question: Question) -> str:
    """What the agency wants to know."""
    return await history.last_note(work.tx, question.id, Move.ASK_BACK)


async def reason_of(work: Work, question: Question, move: Move) -> str:
    """The reason that went with the last such move."""
    return await history.last_note(work.tx, question.id, move)
