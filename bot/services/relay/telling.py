"""An approved answer is told: to who asked, and to who asks the same."""

from collections.abc import Callable, Sequence

from bot.domain.answers import Answer
from bot.domain.files import File
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.domain.values import dataclass
from bot.services.questions import enclosures, moves
from bot.services.reach import reach
from bot.services.relay import following_up, sharing
from bot.voice import Button
from bot.work import Work
from storage import answers, followers, people


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is told of a question that has just been answered."""

    question: Question
    office: str
    spoken: Callable[[Person | None], str]  #: the answer, as this person reads it
    files: Sequence[File]
    private: bool  #: for the asker alone


async def deliver(work: Work, question: Question, text: str) -> None:
    """The answer reaches who asked and who follows; the question is answered.

    Each hears once, however many of the questions that share it they asked or follow. Who follows
    hears of a private one that it was given, and how to ask for themselves: neither its words nor
    its files.
    """
    answered = await moves.make(work, question, Move.ANSWER, None, answered_at=work.now)
    telling = await _of(work, answered, text)
    if not await sharing.has_heard(work, answered):
        await following_up.plan(work, answered)
        await _tell_asker(work, telling)
    for follower in await followers.of_question(work.tx, question.id):
        if await sharing.hears_otherwise(work, answered, follower):
            continue
        if person := await people.get(work.tx, follower):
            await _tell_follower(work, telling, person)


async def _of(work: Work, question: Question, text: str) -> Telling:
    newest = await answers.newest(work.tx, question.id)
    enclosed = await enclosures.of_answer(work, newest.id) if newest else []
    return Telling(
        question=question,
        office=work.programme.queue_name(question.queue),
        spoken=_tongues(newest, text),
        files=[one.file for one in enclosed],
        private=question.stays_private or (newest is not None and newest.private),
    )


def _tongues(newest: Answer | None, text: str) -> Callable[[Person | None], str]:
    """Who reads Khmer gets that text first, if there is one."""
    both = f"{newest.khmer}\n\n{text}" if newest and newest.khmer else text
    return lambda person: both if person and person.language == "km" else text


async def _tell_asker(work: Work, telling: Telling) -> None:
    question = telling.question
    yes = Button("helped-button", "helped", question.id)
    no = Button("not-helped-button", "nothelped", question.id)
    shared = await sharing.told(work, question)
    asker = await people.get(work.tx, question.asker)
    await reach.tell_asker(
        work,
        question,
        "told-answer-shared" if shared.buttons else "told-answer",
        [[yes, no], *shared.buttons],
        enclosed=telling.files,
        number=question.number,
        office=telling.office,
        answer=telling.spoken(asker),
        own=shared.question,
        asked=shared.asked,
        also=shared.also,
    )


async def _tell_follower(work: Work, telling: Telling, person: Person) -> None:
    question = telling.question
    if telling.private:
        await work.tell(
            person,
            "also-answered-privately",
            [[Button("ask-button", "ask")]],
            number=question.number,
            office=telling.office,
        )
        return
    await work.tell(
        person,
        "told-answer-followed",
        number=question.number,
        office=telling.office,
        answer=telling.spoken(person),
    )
    await reach.hand_over(work, person, question, telling.files)
