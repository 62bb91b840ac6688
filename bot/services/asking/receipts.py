"""The promise card: number, agency, date, and why that date."""

from itertools import groupby
from typing import Any

from bot.domain.agencies import Queue
from bot.domain.calendar import Deadline, Skipped
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.services.reach import reach
from bot.understanding.sentences import unended
from bot.voice import Button, Buttons
from bot.work import Work
from storage import people


def words(work: Work, language: str, question: Question, deadline: Deadline) -> dict[str, Any]:
    """What the text ``question-receipt`` needs."""
    return {
        "number": question.number,
        "office": work.programme.queue_name(question.queue),
        "due": work.moment(language, deadline.at),
        "skipped": skipped(work, language, deadline),
    }


def buttons(question: Question) -> Buttons:
    """What can be done with a question, and the way back."""
    return [
        [
            Button("add-button", "add", question.id),
            Button("withdraw-button", "withdraw", question.id),
        ],
        back(question),
    ]


def back(question: Question) -> list[Button]:
    """The way to its household's questions, or to one's own."""
    if question.household:
        return [Button("home-questions-button", "mineof", question.household)]
    return [Button("my-questions-button", "mine")]


async def tell_transferred(
    work: Work, question: Question, deadline: Deadline, *, before: Queue, reason: str
) -> None:
    """The asker hears which office has the question now and why, and its promise, or that it is
    late."""
    asker = await people.get(work.tx, question.asker)
    if asker:
        await reach.tell_asker(
            work,
            question,
            "told-transferred-late" if question.is_late(work.now) else "told-transferred",
            before=work.programme.queue_name(before),
            reason=inside(reason) or "none",
            **words(work, asker.language, question, deadline),
        )


def inside(reason: str) -> str:
    """A reason as it stands inside a sentence of ours."""
    return unended(reason.strip())


async def tell_extended(work: Work, question: Question, reason: str) -> None:
    """The asker hears why it takes longer, and until when; or that it is late as it is."""
    asker = await people.get(work.tx, question.asker)
    due = work.moment(asker.language, question.due_at) if asker else ""
    key = "told-extended-late" if question.is_late(work.now) else "told-extended"
    await tell_asker(work, question, key, reason=inside(reason), due=due)


async def tell_declined(work: Work, question: Question, reason: str) -> None:
    """The asker hears that there will be no answer, and why."""
    await tell_asker(work, question, "told-declined", reason=inside(reason))


async def tell_asker(
    work: Work, question: Question, key: str, ways: Buttons = (), **args: Any
) -> None:
    """What an office says to its asker about a question; ``ways`` are its buttons."""
    await reach.tell_asker(
        work,
        question,
        key,
        ways,
        number=question.number,
        office=work.programme.queue_name(question.queue),
        **args,
    )


async def tell_promised(work: Work, question: Question, key: str, **args: Any) -> None:
    """The same, with the day by which it is promised; nothing where the asker is gone."""
    if asker := await people.get(work.tx, question.asker):
        await reach.tell_asker(
            work,
            question,
            key,
            number=question.number,
            office=work.programme.queue_name(question.queue),
            due=work.moment(asker.language, question.due_at),
            **args,
        )


async def tell(work: Work, person: Person, question: Question, deadline: Deadline) -> None:
    """Give the receipt to somebody who did not just press a button."""
    if question.household:  # it names the household: on a phone of many it waits to be opened
        await reach.tell_asker(
            work,
            question,
            "question-receipt",
            buttons(question),
            **words(work, person.language, question, deadline),
        )
        return
    await work.tell(
        person,
        "question-receipt",
        buttons(question),
        about=question.subject,
        **words(work, person.language, question, deadline),
    )


def skipped(work: Work, language: str, deadline: Deadline) -> str:
    """Why the date is that late: ``đã trừ 30/4, 1/5 và cuối tuần``; empty if it is not.

    Several days of one name are said by that: ``đã trừ Tết Nguyên đán và cuối tuần``.
    """
    holidays = [one for one in deadline.skipped if one.name]
    named = [list(days) for _, days in groupby(holidays, key=lambda one: one.name)]
    parts = [_holiday(work, language, days) for days in named]
    if len(holidays) < len(deadline.skipped):
        parts.append(work.say(language, "weekend"))
    return work.say(language, "skipping", days=_listed(work, language, parts)) if parts else ""


def _holiday(work: Work, language: str, days: list[Skipped]) -> str:
    """A day off by its date; several in a row by what people call them."""
    if len(days) > 1:
        return days[0].name
    day = days[0].day
    return work.say(language, "short-date", day=str(day.day), month=str(day.month))


def _listed(work: Work, language: str, parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return work.say(language, "list-and", first=", ".join(parts[:-1]), last=parts[-1])
