"""Cards: how a question looks to those who work on it. They change in place when it moves."""

from typing import Any

from bot.domain import access
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.domain.questions import Question, Status
from bot.i18n import HOME
from bot.work import Button, Buttons, Work
from storage import addresses, answers, pairs, people, questions


def subject(question: Question) -> str:
    """What a reply to one of its messages is about."""
    return f"question:{question.id}"


async def render(work: Work, question: Question, viewer: Person | None) -> Outgoing:
    """The card of a question for one official, or (None) for a group that works on its queue."""
    language = viewer.language if viewer else HOME
    return work.voice.render(
        language,
        "card-question",
        await _buttons(work, question, viewer),
        number=question.number,
        place=place(work, question),
        topic=_topic(work, question),
        text=question.text,
        state=await _state(work, question, language),
        due=work.moment(language, question.due_at),
        late="yes" if question.is_open and question.due_at < work.now else "no",
        kind=question.sensitive.value or "open",
        files=str(len(await questions.attachments(work.tx, question.id))),
    )


def place(work: Work, question: Question) -> str:
    """Where the asker lives, as officials may know it: hamlet and ward, no name."""
    ward = work.programme.ward(question.ward)
    hamlet = ward.hamlet(question.hamlet) if ward else None
    names = [one.name for one in (hamlet, ward) if one]
    return ", ".join(names)


def _topic(work: Work, question: Question) -> str:
    topic = work.programme.topic(question.topic)
    return topic.name if topic else "none"


async def _state(work: Work, question: Question, language: str) -> str:
    who = await people.get(work.tx, question.taken_by) if question.taken_by else None
    name = who.name if who and who.name else work.say(language, "a-colleague")
    if question.status is Status.ASKED_BACK:
        return work.say(language, "state-asked-back")
    if question.status is Status.DRAFTED:
        draft = await answers.newest(work.tx, question.id)
        return work.say(language, "state-drafted", name=name, answer=draft.text if draft else "")
    return work.say(language, f"state-{question.status.value.replace('_', '-')}", name=name)


async def _buttons(work: Work, question: Question, viewer: Person | None) -> Buttons:
    number = question.id
    match question.status:
        case Status.WAITING:
            return [
                [Button("take-button", "take", number), Button("answer-button", "answer", number)],
                [Button("transfer-button", "transfer", number)],
            ]
        case Status.TAKEN:
            return [
                [
                    Button("answer-button", "answer", number),
                    Button("ask-back-button", "askback", number),
                ],
                [
                    Button("more-time-button", "moretime", number),
                    Button("transfer-button", "transfer", number),
                ],
                [Button("give-back-button", "giveback", number), *_decline(question, viewer)],
            ]
        case Status.DRAFTED if viewer is None or access.may_approve(viewer, question):
            return [
                [
                    Button("approve-button", "approve", number),
                    Button("return-button", "return", number),
                ]
            ]
        case _:
            return []


def _decline(question: Question, viewer: Person | None) -> list[Button]:
    if viewer and access.may_approve(viewer, question):
        return [Button("decline-button", "decline", question.id)]
    return []


async def show(work: Work, question: Question, address: str, viewer: Person | None) -> None:
    """Put a card into a chat that asked for it."""
    await work.send(
        address,
        await render(work, question, viewer),
        about=subject(question),
        card=True,
        reply=True,
    )


async def announce(work: Work, question: Question) -> None:
    """A question has come into a queue: a card for its groups, or for each of its officials.

    Sensitive words go to people, never into a group. A crisis disturbs at night.
    """
    groups = (
        [] if question.stays_private else await addresses.of_queue(work.tx, str(question.queue))
    )
    for group in groups:
        await work.send(
            group.address, await render(work, question, None), about=subject(question), card=True
        )
    if not groups:
        for official in await workers(work, question):
            await show_to(work, question, official, urgent=question.sensitive.value == "crisis")


async def workers(work: Work, question: Question) -> list[Person]:
    """Who may work on it now: officers, or the heads where there are none or it is sealed."""
    scope = str(question.queue)
    officers = await people.holding(work.tx, Role.OFFICER, scope)
    heads = await people.holding(work.tx, Role.HEAD, scope)
    return [one for one in officers if access.may_work_on(one, question)] or heads


async def heads(work: Work, question: Question) -> list[Person]:
    return await people.holding(work.tx, Role.HEAD, str(question.queue))


async def show_to(
    work: Work, question: Question, official: Person, *, urgent: bool = False
) -> bool:
    """A card for one official; False if they cannot be reached."""
    places = await addresses.of_person(work.tx, official.id)
    if not places or (official.muted_at and not urgent):
        return False
    message = await render(work, question, official)
    await work.send(places[0].address, message, about=subject(question), card=True, urgent=urgent)
    return True


async def tell_worker(work: Work, question: Question, key: str, **args: Any) -> None:
    """Tell whoever holds the question, or its queue, that something happened to it."""
    holder = await people.get(work.tx, question.taken_by) if question.taken_by else None
    receivers = [holder] if holder else await workers(work, question)
    for official in receivers:
        await work.tell(official, key, about=subject(question), number=question.number, **args)


async def refresh(work: Work, question: Question) -> None:
    """Change every live card of a question to what it is now; a chat that may not see it loses it."""
    for pair in await pairs.live_cards(work.tx, subject(question)):
        home = await addresses.get(work.tx, pair.address)
        if home is None or home.is_closed:
            continue
        viewer = await people.get(work.tx, home.person) if home.person else None
        await work.change(pair, await _for(work, question, viewer, home.queue))


async def _for(work: Work, question: Question, viewer: Person | None, queue: str) -> Outgoing:
    allowed = (
        access.may_work_on(viewer, question)
        if viewer
        else queue == str(question.queue) and not question.stays_private
    )
    if allowed:
        return await render(work, question, viewer)
    language = viewer.language if viewer else HOME
    return work.voice.render(language, "card-gone", number=question.number)
