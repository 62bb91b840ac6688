"""An answer's way: drafted by an officer, approved or returned by a head, put into a slot."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.domain import access
from bot.domain.answers import Answer, AnswerStatus, Beside
from bot.domain.clusters import Left
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question, Status
from bot.domain.values import dataclass
from bot.services.answers import bases, checking, commitments, common_questions, ends
from bot.services.questions import belonging, cards, enclosures, moves, public_words
from bot.services.queues import queues
from bot.services.relay import relay
from bot.understanding import masking
from bot.understanding.sentences import unended
from bot.work import Work
from storage import answers, clusters, people, questions
from storage.answers import Published as Published

#: How many answers one look shows.
PAGE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """An answer that waits for approval, and how many heads have it before them."""

    question: Question
    heads: int


def check(work: Work, text: str) -> str:
    """The text as it will be kept. Raises Refused for one that cannot be an answer."""
    words = masking.mask(text.strip()).text
    if len(words) < 10:
        raise Refused("answer-too-short")
    if len(words) > work.rules.answer_chars:
        raise Refused("answer-too-long", most=str(work.rules.answer_chars))
    return words


def in_khmer(work: Work, text: str) -> str:
    """The Khmer text as it will be kept. Raises Refused for one in other letters, or too long."""
    words = masking.mask(text.strip()).text
    if not any("\u1780" <= one <= "\u17ff" for one in words):
        raise Refused("khmer-letters")
    if len(words) > work.rules.answer_chars:
        raise Refused("answer-too-long", most=str(work.rules.answer_chars))
    return words


async def submit(
    work: Work,
    person: Person,
    question_id: int,
    text: str,
    *,
    private: bool = False,
    beside: Beside | None = None,
) -> Submitted:
    """Hand a drafted answer, with what goes beside it, to the heads of the agency for approval.

    Raises Refused for one that would tell a ward of a person, and is not for the asker alone.
    """
    more = beside or Beside()
    question = await queues.take(work, person, question_id)
    private = private or await belonging.is_own_case(work, question)
    if private:  # for its asker alone: the others of its cluster wait for another
        await belonging.leave(work, question, Left.PRIVATE, person.id)
    if not private:
        names = [one.name for one in await enclosures.known(work, more.files)]
        await checking.must_tell_nothing(work, question, text, more.khmer, *names)
    draft = await answers.draft(
        work.tx,
        question.id,
        check(work, text),
        private=private or question.stays_private,
        author=person.id,
        now=work.now,
    )
    await _lay(work, draft, more)
    moved = await moves.make(work, question, Move.DRAFT, person.id)
    reached = [await cards.show_to(work, moved, head) for head in await cards.heads(work, moved)]
    return Submitted(question=moved, heads=sum(reached))


async def _lay(work: Work, draft: Answer, beside: Beside) -> None:
    if beside.khmer:
        await answers.add_khmer(work.tx, draft.id, in_khmer(work, beside.khmer))
    if beside.basis:
        await bases.lay(work, draft.id, beside.basis)
    await enclosures.lay(work, draft, beside.files)


async def _draft(work: Work, person: Person, question_id: int) -> tuple[Question, Answer]:
    question = await queues.work_on(work, person, question_id)
    access.must_approve(person, question)
    draft = await answers.newest(work.tx, question.id)
    if draft is None or not question.allows(Move.APPROVE):
        raise question.moved_on()
    return question, draft


async def to_return(work: Work, person: Person, question_id: int) -> Question:
    """A question whose draft this head may return. Raises Refused otherwise."""
    question, _draft_of_it = await _draft(work, person, question_id)
    return question


async def telling(work: Work, person: Person, question_id: int) -> str:
    """What of a draft tells a ward of a person, as it stands now; empty if nothing does."""
    question, draft = await _draft(work, person, question_id)
    told = () if draft.private else await _told_in(work, draft)
    return await checking.telling(work, question, *told)


async def _told_in(work: Work, draft: Answer) -> tuple[str, ...]:
    """All that a ward reads of an answer: its words, the same in Khmer, the names of its files."""
    names = await enclosures.names(work, draft.id)
    return (draft.text, draft.khmer, *names)


async def approve(
    work: Work, person: Person, question_id: int, seen: int = 0, *, privately: bool = False
) -> relay.Placed:
    """A head approves: the answer waits for the ward's next slot, or goes to the asker at once.

    ``seen`` is the draft that the head has read; Refused if a newer one came meanwhile, and for
    one that tells a ward of a person, whichever way it came. ``privately``: the asker alone, as
    always where they were promised so.
    """
    question, draft = await _draft(work, person, question_id)
    if seen not in (0, draft.id):
        raise Refused("draft-changed", number=question.number)
    await belonging.must_be_of_others(work, person, question)
    alone = privately or await belonging.is_for_asker_alone(work, question)
    if alone or draft.private:
        draft = await _for_asker_alone(work, person, question, draft)
    else:
        await checking.must_tell_nothing(work, question, *await _told_in(work, draft))
        await common_questions.must_tell_nothing(work, question)
    await enclosures.approve(work, question, draft)
    decided = await answers.decide(
        work.tx, draft.id, AnswerStatus.APPROVED, by=person.id, approved_at=work.now
    )
    if not decided:
        raise question.moved_on()
    await ends.begin(work, question, draft.id)
    moved = await moves.make(work, question, Move.APPROVE, person.id)
    placed = await relay.place(work, moved, draft)
    await commitments.note(work, moved, draft, person)
    await _tell_author(work, moved, draft, "told-approved", person)
    return placed


async def _for_asker_alone(work: Work, person: Person, question: Question, draft: Answer) -> Answer:
    """The draft goes with this question; those that asked the same are answered anew."""
    await answers.seal(work.tx, draft.id)
    cluster = await belonging.open_cluster(work, question.id)
    if cluster and await belonging.leave(work, question, Left.PRIVATE, person.id):
        await _without_draft(work, person, cluster.id)
    return replace(draft, private=True)


async def _without_draft(work: Work, person: Person, cluster: int) -> None:
    """Whichever leads them now is in the hands that it was in before, or waits."""
    left = await clusters.get(work.tx, cluster)
    heir = await questions.to_move(work.tx, left.head) if left else None
    if heir and heir.status is Status.DRAFTED:
        moved = await moves.make(work, heir, Move.RETURN, person.id)
        await moves.unless_held(work, moved, person.id)


async def send_back(work: Work, person: Person, question_id: int, reason: str) -> Question:
    """A head returns a draft to its author with a reason."""
    question, draft = await _draft(work, person, question_id)
    if not await answers.decide(
        work.tx, draft.id, AnswerStatus.RETURNED, by=person.id, note=reason
    ):
        raise question.moved_on()
    moved = await moves.make(work, question, Move.RETURN, person.id, words=reason)
    author = await _tell_author(work, moved, draft, "told-returned", person, reason=unended(reason))
    kept = await moves.unless_held(work, moved, person.id)
    if kept.taken_by is None:
        await _tell_office(work, kept, reason, {person.id, author})
    return kept


async def _tell_office(
    work: Work, question: Question, reason: str, but_for: set[int | None]
) -> None:
    """Nobody holds what was returned: whoever may write it anew hears why."""
    about = question.subject
    for one in await cards.workers(work, question):
        if one.id not in but_for:
            await work.tell(
                one, "told-returned", about=about, number=question.number, reason=unended(reason)
            )


async def _tell_author(
    work: Work, question: Question, draft: Answer, key: str, head: Person, **args: Any
) -> int | None:
    """Whoever wrote it hears what became of it, unless they have left the office; returns who."""
    author = await people.get(work.tx, draft.author) if draft.author else None
    if author is None or author.id == head.id:
        return None
    if not access.may_have_sheet(author, question.queue):
        return None
    await work.tell(author, key, about=question.subject, number=question.number, **args)
    return author.id


async def returned(work: Work, question: Question) -> Answer | None:
    """The answer that a head sent back with a reason, if it is the newest."""
    newest = await answers.newest(work.tx, question.id)
    return newest if newest and newest.status is AnswerStatus.RETURNED else None


async def published(
    work: Work, ward: str, before: int = 2**62, most: int = PAGE
) -> list[Published]:
    """A page of what a ward, or (empty) any ward, has been answered, newest first."""
    found = await answers.published(work.tx, ward, before=before, most=most)
    return await for_everyone(work, found)


async def published_as(work: Work, number: str) -> list[Published]:
    """What is public of the question with this number, newest first."""
    return await for_everyone(work, await answers.published_as(work.tx, number))


async def for_everyone(work: Work, found: Sequence[Published]) -> list[Published]:
    """As they are shown: without the phones and the names that their askers wrote."""
    texts = await public_words.of(work, [(one.asker, one.question) for one in found])
    return [replace(one, question=text) for one, text in zip(found, texts, strict=True)]
