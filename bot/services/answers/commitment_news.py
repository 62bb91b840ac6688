"""What became of a promise is told to everybody whom it was made to: the asker at once, the others
some a transaction, by a tick that goes on where it stopped. Also that its day has passed without a
word, once, to whoever has heard the promise by then.

The words are those that stand with the commitment when somebody is told. Where it is kept or moved
again meanwhile, all hear that, from the first on.
"""

from collections.abc import Sequence
from typing import Any

from bot.domain.commitments import Commitment, Notice, Stand
from bot.domain.people import Person
from bot.domain.questions import Question, Status
from bot.i18n import HOME
from bot.services.reach import reach
from bot.services.relay import sharing
from bot.work import Work
from storage import commitment_news, followers, people, questions
from storage.commitment_news import Telling, To
from storage.commitments import Commitments

#: How many are told in one transaction.
PORTION = 50


async def tell(work: Work, commitment: int) -> None:
    """It was kept, has another day, or is late: the asker hears it now, others in portions
    (``step``).
    """
    one = await _known(work, commitment)
    question = await questions.get(work.tx, one.question)
    if question:
        await _tell_asker(work, one, question)
    await commitment_news.begin(work.tx, one.id)


async def step(work: Work) -> int:
    """Tell the next portion what became of one promise; 0 where all have heard."""
    telling = await commitment_news.next_(work.tx)
    if telling is None:
        return 0
    match telling.to:
        case To.ASKERS:
            await _tell_askers(work, telling)
        case To.FOLLOWERS:
            await _tell_followers(work, telling)
        case To.NOBODY:
            raise AssertionError("what all have heard is not looked for")
    return 1


async def _tell_askers(work: Work, telling: Telling) -> None:
    """Those who share the answer, each under their own number."""
    first = await questions.get(work.tx, telling.question)
    page: Sequence[Question] = ()
    if first:
        page = await sharing.others(work, first, after=telling.after, most=PORTION)
    reached = (To.ASKERS, page[-1].id) if page else (To.FOLLOWERS, 0)
    if await commitment_news.reach(work.tx, telling, *reached):
        one = await _known(work, telling.commitment)
        for question in page:
            await _tell_asker(work, one, question)


async def _tell_followers(work: Work, telling: Telling) -> None:
    """Who follows; nobody where the question was erased."""
    question = await questions.get(work.tx, telling.question)
    page: Sequence[int] = ()
    if question and not question.is_erased:
        page = await followers.page(work.tx, question.id, after=telling.after, most=PORTION)
    reached = (To.FOLLOWERS, page[-1]) if page else (To.NOBODY, 0)
    if await commitment_news.reach(work.tx, telling, *reached):
        one = await _known(work, telling.commitment)
        for each in page:
            if person := await people.get(work.tx, each):
                await _tell_follower(work, one, person)


async def _tell_asker(work: Work, one: Commitment, question: Question) -> None:
    """The asker hears it, or the household it was asked for; nobody once that was erased."""
    if question.is_erased or (_passed(work, one) and question.status is Status.APPROVED):
        return  # who has not heard the answer yet was promised nothing
    shares = question.id != one.question
    asker = await people.get(work.tx, question.asker)
    language = asker.language if asker else HOME
    await reach.tell_asker(
        work,
        question,
        _KEYS[_stands(work, one)],
        subject=f"commitment:{one.id}/{question.id}" if shares else f"commitment:{one.id}",
        **_words(work, one, question.number, language),
    )


async def _tell_follower(work: Work, one: Commitment, person: Person) -> None:
    await work.tell(
        person,
        _KEYS[_stands(work, one)],
        about=f"question:{one.question}",
        **_words(work, one, one.number, person.language),
    )


async def _known(work: Work, commitment: int) -> Commitment:
    found = await Commitments(work.tx, work.programme.zone).get(commitment)
    assert found is not None
    return found


#: What is said of it as it stands now.
_KEYS = {
    "kept": "told-commitment-kept",
    "late": "told-commitment-late",
    "moved": "told-commitment-moved",
}


def _stands(work: Work, one: Commitment) -> str:
    if one.stand is Stand.KEPT:
        return "kept"
    return "late" if _passed(work, one) else "moved"


def _words(work: Work, one: Commitment, number: str, language: str) -> dict[str, Any]:
    return {
        "number": number,
        "office": work.programme.queue_name(one.queue),
        "words": one.words,
        "done": one.note,
        "reason": one.note or "none",
        "due": _day(work, one, language),
    }


def _passed(work: Work, one: Commitment) -> bool:
    """Whether its day went by without a word, and its office was told so."""
    return one.told is Notice.LATE and one.is_late(work.local.date())


def _day(work: Work, one: Commitment, language: str) -> str:
    due = one.due
    day, month, year = str(due.day), str(due.month), str(due.year)
    return work.say(language, "full-date", day=day, month=month, year=year)
