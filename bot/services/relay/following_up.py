"""A while after an answer its asker is asked whether the matter is settled.

A yes is kept, a no takes the question back to its queue with a reason. Both are summed up by topic:
an answer is good for nothing where the policy behind it does not reach people.
"""

from bot.domain.people import Person
from bot.domain.questions import ANSWERED, Move, Question
from bot.services.asking import questions
from bot.services.reach import reach
from bot.voice import Button
from bot.work import Work
from storage import follow_ups
from storage import questions as stored

#: How many askers are asked in one transaction.
_PORTION = 50


async def plan(work: Work, question: Question) -> None:
    """The question has just been answered."""
    if work.rules.ask_again:
        await follow_ups.plan(work.tx, question, work.now + work.rules.ask_again)


async def ask_due(work: Work) -> int:
    """Ask those for whom it is time; returns how many were looked at."""
    due = await follow_ups.due(work.tx, work.now, _PORTION)
    for one in due:
        question = await stored.get(work.tx, one.question)
        if question is None or not _stands(question, one.round):
            await follow_ups.drop(work.tx, one)
        elif await follow_ups.asked(work.tx, one, work.now):
            await _ask(work, question)
    return len(due)


def _stands(question: Question, round_: int) -> bool:
    """Whether the answer is its newest: not where it is open again, answered anew, or erased."""
    is_newest = question.status in ANSWERED and question.reopened == round_
    return is_newest and not question.is_erased


async def _ask(work: Work, question: Question) -> None:
    """Nobody else can say it for its asker."""
    topic = work.programme.topic(question.topic)
    yes = Button("settled-button", "settled", question.id)
    no = Button("unsettled-button", "unsettled", question.id)
    await reach.tell_asker(
        work,
        question,
        "asked-whether-settled",
        [[yes, no]],
        subject=_subject(question),
        is_theirs_alone=True,
        number=question.number,
        topic="none" if question.stays_private or topic is None else topic.name,
    )


def _subject(question: Question) -> str:
    return f"followup:{question.id}"


async def settled(work: Work, person: Person, question_id: int) -> Question:
    """*Được rồi*: the question is closed, if it was not."""
    question = await _mine(work, person, question_id)
    await _said(work, person, question, settled=True)
    if question.allows(Move.CLOSE):
        return await questions.judge(work, person, question.id, helpful=True)
    return question


async def unsettled(work: Work, person: Person, question_id: int) -> Question:
    """*Chưa*: written down; with a reason it is reopened."""
    question = await _mine(work, person, question_id)
    await _said(work, person, question, settled=False)
    return question


async def _said(work: Work, person: Person, question: Question, *, settled: bool) -> None:
    await follow_ups.said(work.tx, question, work.now, settled=settled)
    await reach.heard(work, _subject(question), person.id, question.status.value)


async def _mine(work: Work, person: Person, question_id: int) -> Question:
    question = await questions.one_of_mine(work, person, question_id)
    if question.status not in ANSWERED:
        raise question.moved_on()
    return question
