"""Cards: how a question looks to those who work on it. They change in place when it moves."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain import access
from bot.domain.answers import Answer
from bot.domain.calls import Told
from bot.domain.calls import next_at as next_call
from bot.domain.commitments import undated_in
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.domain.questions import Move, Question, Sensitive, Status
from bot.i18n import HOME
from bot.services.people import acting
from bot.services.questions import (
    cluster_cards,
    draft_words,
    enclosures,
    holders,
    runners,
    timing_words,
    unsettled,
)
from bot.understanding import masking
from bot.voice import Button, Buttons
from bot.work import Work
from storage import (
    addresses,
    answers,
    attachments,
    bases,
    calls,
    dispatches,
    history,
    pairs,
    people,
    questions,
)
from storage.history import Event

#: What of its history stands on a card: the words that go with these moves, the newest few.
_THREAD = frozenset({Move.FOLLOW_UP, Move.ASK_BACK, Move.TOLD_MORE, Move.TRANSFER, Move.REOPEN})
_MOST_LINES = 5
_LONGEST_LINE = 300


def quoted(text: str) -> str:
    """A resident's words as officials read them: phones stay behind their gate."""
    return masking.hide_phones(text)


async def render(work: Work, question: Question, viewer: Person | None) -> Outgoing:
    """The card of a question for one official, or (None) for a group that works on its queue."""
    language = viewer.language if viewer else HOME
    if question.is_erased:
        return work.voice.render(language, "card-erased", number=question.number)
    files = len(await attachments.of_question(work.tx, question.id))
    draft = await _draft_of(work, question)
    enclosed = await enclosures.names(work, draft) if draft else []
    proxy, who = await acting.asked_by(work, question, viewer)
    others = await cluster_cards.beside(work, question, viewer, language)
    left = await holders.has_left(work, question)
    own = [] if others.is_carried else _buttons(question, viewer, files, draft=draft, left=left)
    due_at = others.due_at or question.due_at
    return work.voice.render(
        language,
        "card-question",
        [*_enclosed(question, viewer, enclosed), *own, *others.buttons],
        number=question.number,
        place=place(work, question),
        topic=_topic(work, question),
        text=quoted(question.text),
        thread="\n".join([*await _thread(work, question, language), *others.lines]) or "none",
        state=await _state(work, holders.as_left(question) if left else question, language),
        due=work.moment(language, due_at),
        late="yes" if replace(question, due_at=due_at).is_late(work.now) else "no",
        kind=question.sensitive.value or "open",
        files=files,
        papers=", ".join(enclosed) or "none",
        proxy=proxy,
        who=who,
    )


async def _draft_of(work: Work, question: Question) -> int:
    """The draft that a head reads on the card, and approves by it; 0: there is none."""
    if question.status is not Status.DRAFTED:
        return 0
    draft = await answers.newest(work.tx, question.id)
    return draft.id if draft else 0


def place(work: Work, question: Question) -> str:
    """Where the asker lives, as officials may know it: hamlet and ward, no name."""
    return work.programme.place_name(question.ward, question.hamlet)


def _topic(work: Work, question: Question) -> str:
    topic = work.programme.topic(question.topic)
    return topic.name if topic else "none"


async def _thread(work: Work, question: Question, language: str) -> list[str]:
    """Why it is back; what was added, asked back, and said by the office before: a line each."""
    told = await history.words(work.tx, question.id, _THREAD, _MOST_LINES)
    back = await unsettled.lines(work, question, language)
    return [*back, *(_line(work, one, language) for one in told)]


def _line(work: Work, event: Event, language: str) -> str:
    words = quoted(event.note)
    if len(words) > _LONGEST_LINE:
        words = f"{words[:_LONGEST_LINE].rstrip()} …"
    return work.say(language, f"thread-{event.move.value.replace('_', '-')}", words=words)


async def _state(work: Work, question: Question, language: str) -> str:
    if question.status is not Status.DRAFTED:
        return await _stands(work, question, None, language)
    draft = await answers.newest(work.tx, question.id)
    stands = await _stands(work, question, draft, language)
    calendar = work.programme.calendar_of(question.queue)
    for pledge in undated_in(draft.text, work.local.date(), calendar)[:1] if draft else ():
        return "\n\n".join([stands, work.say(language, "state-undated", words=pledge.words)])
    return stands


async def _stands(work: Work, question: Question, draft: Answer | None, language: str) -> str:
    who = await people.get(work.tx, question.taken_by) if question.taken_by else None
    name = who.name if who and who.name else work.say(language, "a-colleague")
    if question.status is Status.DRAFTED:
        came = await dispatches.came_with(work.tx, draft.id) if draft else None
        if draft and came:
            is_over = any(one.ended_at for one in await bases.of_answer(work.tx, draft.id))
            return draft_words.from_sheet(work, draft.text, came, language, is_over=is_over)
        if draft and draft.author is None:
            return work.say(language, "state-spoken", answer=draft.text)
        if draft and (told := await draft_words.told_directly(work, question, draft)):
            day = f"{told.day:%d/%m}"
            return work.say(language, "state-direct", who=told.who, day=day, answer=draft.text)
        return work.say(
            language,
            "state-drafted",
            name=name,
            answer=draft.text if draft else "",
            khmer=draft.khmer if draft and draft.khmer else "none",
            basis=await draft_words.resting_on(work, draft, language) or "none",
        )
    stands = work.say(language, f"state-{question.status.value.replace('_', '-')}", name=name)
    settled = question.status in (Status.ANSWERED, Status.CLOSED)
    took = await timing_words.took(work, question, language) if settled else ""
    return f"{stands} · {took}" if took else stands


def _enclosed(question: Question, viewer: Person | None, names: Sequence[str]) -> Buttons:
    """The files that go with the draft are opened in a chat of one's own."""
    if not names or viewer is None or not access.may_open_enclosures(viewer, question):
        return []
    return [[Button("view-enclosed-button", "enclosed", question.id)]]


def _buttons(
    question: Question, viewer: Person | None, files: int, *, draft: int, left: bool
) -> Buttons:
    """``left``: whoever took it is gone, so that everybody can go on with it."""
    leads = viewer is None or access.may_approve(viewer, question)
    holds = viewer is None or viewer.id == question.taken_by or left
    sort = ["seal"] if question.is_sealed else []  # of others it stands behind "transfer"
    match (holders.as_left(question) if left else question).status:
        case Status.WAITING:
            rows = [["take", "answer"], ["transfer", *sort]]
            rows += [["decline"]] if viewer and leads else []
        case Status.TAKEN if holds:
            rows = [["answer", "askback"], ["moretime", "transfer"]]
            rows += [["giveback", "directly"], sort]
            rows += [["decline"]] if viewer and leads else []
        case Status.TAKEN if leads:
            rows = [["giveback", "transfer"], sort, ["decline"]]
        case Status.ASKED_BACK if leads or holds:
            rows = [["goon", "seal"]]
        case Status.DRAFTED if leads:
            rows = [["approve", "return"], sort]
        case _:
            rows = []
    if files and viewer and access.may_open_files(viewer, question):
        rows = [["files"], *rows]
    buttons = _all_buttons(question, draft)
    return [[buttons[one] for one in row] for row in rows if row]


def sort_button(question: Question) -> Button:
    """It is something else than it was taken for."""
    match question.sensitive:
        case Sensitive.CRISIS:
            return Button("not-danger-button", "seal", question.id)
        case Sensitive.ACCUSATION:
            return Button("not-accusation-button", "seal", question.id)
        case _:
            return Button("seal-button", "seal", question.id)


def _all_buttons(question: Question, draft: int) -> dict[str, Button]:
    number = question.id
    offered = (
        Button("view-files-button", "files", number),
        Button("take-button", "take", number),
        Button("answer-button", "answer", number),
        Button("transfer-button", "transfer", number),
        Button("directly-button", "directly", number),
        Button("ask-back-button", "askback", number),
        Button("more-time-button", "moretime", number),
        Button("give-back-button", "giveback", number),
        Button("go-on-button", "goon", number),
        Button("decline-button", "decline", number),
        Button("approve-button", "approve", f"{number}/{draft}"),
        Button("return-button", "return", number),
        sort_button(question),
    )
    return {one.action: one for one in offered}


async def show(work: Work, question: Question, address: str) -> None:
    """Put a card into a group that asked for it."""
    await work.send(
        address,
        await render(work, question, None),
        about=question.subject,
        card=True,
        reply=True,
    )


async def announce(work: Work, question: Question, *, but: Person | None = None) -> Told:
    """A question has come into a queue: a card for its groups, or for each of its officials
    ``but`` for the one who put it there.

    Sensitive words go to people, never into a group. A crisis disturbs at night. Returns who
    could be told; runners only of what is sealed.
    """
    groups = [
        one
        for one in await addresses.of_queue(work.tx, str(question.queue))
        if access.may_stand_in(one.queue, question)
    ]
    for group in groups:
        card = await render(work, question, None)
        await work.send(group.address, card, about=question.subject, card=True)
    return Told.QUEUE if groups else await _announce_to_people(work, question, but)


async def _announce_to_people(work: Work, question: Question, but: Person | None) -> Told:
    urgent = question.sensitive is Sensitive.CRISIS
    if question.is_sealed:
        calendar = work.programme.calendar_of(question.queue)
        following = next_call(question, work.now, work.now, calendar)
        await calls.begin(work.tx, question.id, following, work.now)
    told = [
        await show_to(work, question, official, urgent=urgent)
        for official in await workers(work, question)
        if but is None or official.id != but.id
    ]
    if any(told):
        return Told.QUEUE
    if question.is_sealed and await runners.hear(work, question):
        return Told.RUNNERS
    return Told.NOBODY


async def workers(work: Work, question: Question) -> list[Person]:
    """Who may work on it now: officers, or the heads where there are none or it is sealed."""
    scope = str(question.queue)
    officers = await people.holding(work.tx, Role.OFFICER, scope)
    able = [one for one in officers if access.may_work_on(one, question)]
    return able or await heads(work, question)


async def heads(work: Work, question: Question) -> list[Person]:
    """Who approves its answer."""
    found = await people.holding(work.tx, Role.HEAD, str(question.queue))
    return [one for one in found if access.may_approve(one, question)]


async def show_to(
    work: Work, question: Question, official: Person, *, urgent: bool = False
) -> bool:
    """A card for one official; False if they cannot be reached."""
    places = await addresses.of_person(work.tx, official.id)
    if not places or (official.muted_at and not urgent):
        return False
    message = await render(work, question, official)
    await work.send(places[0].address, message, about=question.subject, card=True, urgent=urgent)
    return True


async def refresh(work: Work, question: Question) -> None:
    """Change every live card of a question to what it is now; where it may not be seen, it goes."""
    for pair in await pairs.live_cards(work.tx, question.subject):
        home = await addresses.get(work.tx, pair.address)
        if home is None or home.is_closed:
            continue
        viewer = await people.get(work.tx, home.person) if home.person else None
        await work.change(pair, await _for(work, question, viewer, home.queue))


async def refresh_id(work: Work, question_id: int) -> None:
    """``refresh`` where only the id is at hand."""
    question = await questions.get(work.tx, question_id)
    if question:
        await refresh(work, question)


async def _for(work: Work, question: Question, viewer: Person | None, queue: str) -> Outgoing:
    if viewer:
        allowed = access.may_work_on(viewer, question)
    else:
        allowed = access.may_stand_in(queue, question)
    if allowed:
        return await render(work, question, viewer)
    language = viewer.language if viewer else HOME
    return work.voice.render(language, "card-gone", number=question.number)
