"""*Đã trả lời trực tiếp*: what an official told the asker in person, for the head to confirm."""

from bot.domain.clusters import Left
from bot.domain.direct import LONGEST, Given, read_day
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move
from bot.services.answers import answers, checking
from bot.services.answers.answers import Submitted
from bot.services.questions import belonging, cards, moves
from bot.services.queues import queues
from bot.work import Work
from storage import answers as kept


def given(work: Work, who: str, day: str) -> Given:
    """Who answered and when, as typed. Raises Refused without a name, or with a day to come."""
    name = " ".join(who.split())
    if not any(letter.isalpha() for letter in name) or len(name) > LONGEST:
        raise Refused("directly-who-unclear")
    found = read_day(day, work.local.date())
    if found is None:
        raise Refused("directly-day-unclear")
    return Given(name, found)


async def telling(work: Work, person: Person, question_id: int, text: str) -> str:
    """What in it tells of a person and a ward must not hear; empty if nothing does."""
    question = await queues.take(work, person, question_id)
    return await checking.telling(work, question, answers.check(work, text))


async def submit(
    work: Work, person: Person, question_id: int, told: Given, text: str, *, private: bool = False
) -> Submitted:
    """Hand it to the heads of the agency: like an oral answer, a draft for them to confirm.

    ``private``: for the asker alone. Raises Refused for another one that tells of a person.
    """
    question = await queues.take(work, person, question_id)
    words = answers.check(work, text)
    private = private or await belonging.is_own_case(work, question)
    if private:  # for its asker alone: the others of its cluster wait for another
        await belonging.leave(work, question, Left.PRIVATE, person.id)
    else:
        await checking.must_tell_nothing(work, question, words)
    await kept.draft(
        work.tx,
        question.id,
        words,
        private=private or question.stays_private,
        author=person.id,
        now=work.now,
    )
    moved = await moves.make(work, question, Move.SPEAK, person.id, words=words, detail=str(told))
    reached = [await cards.show_to(work, moved, head) for head in await cards.heads(work, moved)]
    return Submitted(question=moved, heads=sum(reached))
