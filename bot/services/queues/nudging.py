"""How a late promise is told: to officials as cards or as one digest, to its asker in a word."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain import access, ladder
from bot.domain.counts import COUNTED
from bot.domain.ladder import Rung, Told
from bot.domain.messages import Choice, Outgoing
from bot.domain.people import Person
from bot.domain.questions import Question, Status
from bot.i18n import HOME
from bot.services.asking import receipts
from bot.services.questions import cards, holders
from bot.services.queues import handing, queues
from bot.voice import Button, Buttons
from bot.work import Work
from storage import addresses, nudges, people, questions
from storage.nudges import Nudge

Rows = tuple[tuple[Choice, ...], ...]

#: So many at once come as cards; more of them as one digest.
FEW = 3

#: How many of them a digest names.
NAMED = 5

#: How many a page of all of them names.
PAGE = 20


async def tell_next(work: Work) -> int:
    """Tell one receiver everything that was noted for them; 0 if nobody is left."""
    receiver = await nudges.first(work.tx)
    if receiver is None:
        return 0
    found = await nudges.take(work.tx, receiver, work.now, COUNTED)
    person = await people.get(work.tx, receiver.person) if receiver.person else None
    address = receiver.address or await _chat_of(work, person)
    if not address:
        return 1  # gone since a moment ago: the next rung finds who is next in line
    if len(found) > FEW:
        await work.send(address, await _digest(work, person, found))
    else:
        for one in found:
            await _show(work, one, address, person)
    return 1


async def _chat_of(work: Work, person: Person | None) -> str:
    places = await addresses.of_person(work.tx, person.id) if person else []
    return places[0].address if places else ""


async def _show(work: Work, one: Nudge, address: str, person: Person | None) -> None:
    """A card for those who work on it; those above read that it is late and where, no words."""
    question = await questions.get(work.tx, one.question)
    if question is None or not ladder.climbs(question):
        return
    if person is None or access.may_work_on(person, question):
        card = await _card(work, question, one, person)
        await work.send(address, card, about=question.subject, card=True)
    elif access.may_hear_that_it_is_late(person, question):
        await work.send(address, _line_above(work, question, one, person))


async def _card(work: Work, question: Question, one: Nudge, viewer: Person | None) -> Outgoing:
    """The question's card under a line that says why it comes again."""
    language = viewer.language if viewer else HOME
    heading = work.voice.render(
        language,
        "ladder-heading",
        await _buttons(work, question, viewer),
        rung=one.rung.value,
        instead="yes" if one.instead else "no",
    )
    card = await cards.render(work, question, viewer)
    choices = (*_files(card), *heading.choices) if heading.choices else card.choices
    return replace(card, text=f"{heading.text}\n{card.text}", choices=choices)


def _files(card: Outgoing) -> Rows:
    """The button that opens what came with the question, where its card has one."""
    return tuple(row for row in card.choices if row[0].data.startswith("files:"))


async def _buttons(work: Work, question: Question, viewer: Person | None) -> Buttons:
    """What can be done about it; none where the card's own buttons say it better."""
    holder = await holders.of(work, question)
    holds = viewer is None or holder is None or holder.id == viewer.id
    if not (question.status is Status.WAITING or (question.status is Status.TAKEN and holds)):
        return []
    may_ask = queues.days_to_add(work, question)
    more = [Button("more-time-button", "moretime", question.id)] if may_ask else []
    return [
        [Button("answer-button", "answer", question.id), *more],
        [
            Button("transfer-button", "transfer", question.id),
            Button("directly-button", "directly", question.id),
        ],
    ]


def _line_above(work: Work, question: Question, one: Nudge, person: Person) -> Outgoing:
    if question.is_sealed:
        return work.voice.render(
            person.language,
            "ladder-above-sealed",
            office=work.programme.queue_name(question.queue),
            due=work.moment(person.language, question.due_at),
            rung=one.rung.value,
            instead="yes" if one.instead else "no",
        )
    hand_on = [[Button("transfer-button", "transfer", question.id)]]
    return work.voice.render(
        person.language,
        "ladder-above",
        hand_on if handing.is_free(question) else [],
        number=question.number,
        office=work.programme.queue_name(question.queue),
        due=work.moment(person.language, question.due_at),
        rung=one.rung.value,
        instead="yes" if one.instead else "no",
    )


async def _digest(work: Work, person: Person | None, found: list[Nudge]) -> Outgoing:
    language = person.language if person else HOME
    lines = [await _line(work, one, language, person) for one in found[:NAMED]]
    works = person is None or bool(person.queues)

    def many(rung: Rung) -> int:
        return sum(one.rung is rung for one in found)

    return work.voice.render(
        language,
        "ladder-digest",
        [
            *([[Button("queue-button", "queue")]] if works else []),
            *([[_all_of_them(found)]] if person and len(found) > NAMED else []),
        ],
        all=str(len(found)),
        late=many(Rung.LATE),
        today=many(Rung.TODAY),
        soon=many(Rung.SOON),
        works="yes" if works else "no",
        example=await _example(work, person, found),
        lines="\n".join(filter(None, lines)),
    )


async def _example(work: Work, person: Person | None, found: Sequence[Nudge]) -> str:
    """The number of one that opens when it is typed; ``none`` in a group, where none does."""
    if person is None:
        return "none"
    for one in found:
        question = await questions.get(work.tx, one.question)
        if question and access.may_hand_on(person, question):
            return question.number
    return "none"


def _all_of_them(found: list[Nudge]) -> Button:
    return Button("reminded-button", "reminded", "0", {"many": str(len(found))})


async def page(work: Work, person: Person, after: int) -> tuple[list[str], int, str]:
    """A line each for what somebody was reminded of and still is not done, as asked.

    ``after`` ends the page above; returns where this one ends, 0: nothing lies behind it; and the
    number of one that they can open, ``none`` of none.
    """
    found = await nudges.told(work.tx, person.id, after, PAGE)
    lines = []
    for one in found:
        question = await questions.get(work.tx, one.question)
        if question and ladder.climbs(question):
            heard = access.may_hear_that_it_is_late(person, question)
            lines += [await _line(work, one, person.language, person)] if heard else []
    last = found[-1].question if len(found) == PAGE else 0
    return lines, last, await _example(work, person, found)


async def _line(work: Work, one: Nudge, language: str, reader: Person | None) -> str:
    """A line of a digest; of what is sealed its heads alone read the number."""
    question = await questions.get(work.tx, one.question)
    if question is None:
        return ""
    is_closed = question.is_sealed and not (reader and access.may_work_on(reader, question))
    return work.say(
        language,
        "ladder-digest-line",
        number="🔒" if is_closed else question.number,
        office=work.programme.queue_name(question.queue),
        due=work.moment(language, one.due_at),
        rung=one.rung.value,
    )


async def tell_asker(work: Work, question: Question, who: Told) -> None:
    """The promise is broken: the asker hears that, and who has been told."""
    await receipts.tell_promised(work, question, "told-late", who=who.value)
