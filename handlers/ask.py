"""Asking: words at any moment become a draft, an agency is suggested, one tap sends it."""

from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Question, Sensitive
from bot.services.answers import offering
from bot.services.asking import asking, drafting, questions
from bot.services.people import acting, invitations
from bot.services.residents import onboarding
from bot.services.seats import paper_codes
from bot.turn import Turn
from bot.understanding.acknowledging import acknowledges
from bot.understanding.routing import NOBODY
from bot.voice import Button, Buttons
from handlers import filed, handing, menu, mine, offered, pictures, welcome


async def begin(turn: Turn) -> None:
    """``/hoi`` or *Gửi câu hỏi*; words after the command are the question already."""
    _, _, words = turn.text.partition(" ")
    if turn.text.startswith("/hoi") and words.strip():
        await words_of(turn, words.strip(), asked=True)
        return
    await press_begin(turn, "")


async def press_begin(turn: Turn, _argument: str) -> None:
    turn.wait_for("question")
    await turn.say("question-ask", [menu.STOP])


async def question(turn: Turn) -> None:
    """The words that were asked for: a question, whatever they look like; a number alone is none.

    It was typed for a button that is no longer there.
    """
    said = any(map(str.isalpha, turn.text)) or turn.message.attachments
    await words_of(turn, turn.text, asked=bool(said))


async def free_words(turn: Turn) -> None:
    """Words that no step waits for: a question, unless they are thanks, a greeting, an insult.

    Officials are asked: an answer that lost its card is no question, nor are words where a
    button was waited for. Those without a queue are asked until they have agreed as residents.
    """
    if await invitations.is_code(turn.work, turn.text) or await paper_codes.household_of(
        turn.work, turn.person, turn.text
    ):
        await welcome.invited(turn, turn.text)
    elif paper_codes.looks_like_one(turn.text):
        await turn.say("paper-not-good", menu.buttons(turn))
    elif numbered := await questions.by_number(turn.work, turn.person, turn.text):
        await handing.show(turn, numbered)
    elif await questions.is_number_for_a_home(turn.work, turn.person, turn.text):
        await mine.show(turn)
    elif _may_be_an_officials(turn):
        await _whose_words(turn)
    elif turn.text and (waiting := await questions.asked_back_of(turn.work, turn.person)):
        await _new_or_asked(turn, waiting)
    elif not await mine.took_up(turn):
        await words_of(turn, turn.text)


def _may_be_an_officials(turn: Turn) -> bool:
    if turn.person.queues:
        return True
    asks = turn.person.consents or asking.is_crisis(turn.work, turn.text)
    return turn.person.is_official and not asks


async def _whose_words(turn: Turn) -> None:
    if not turn.text or asking.small_talk(turn.work, turn.text):
        await menu.show(turn)
        return
    turn.note(typed=turn.text)
    row = [Button("it-is-a-question-button", "typed")]
    text = asking.shortened(turn.text)
    if turn.person.queues:
        await turn.say("whose-words", [row, [Button("queue-button", "queue")]], text=text)
    else:
        await turn.say("words-of-official", [row, *menu.buttons(turn)], text=text)


async def _new_or_asked(turn: Turn, waiting: list[Question]) -> None:
    """An agency waits for a word: are these it? Few people answer by replying to a message."""
    turn.note(typed=turn.text)
    rows = [
        [Button("it-is-for-button", "addtyped", one.id, {"number": one.number})] for one in waiting
    ]
    await turn.say(
        "new-or-asked",
        [*rows, [Button("it-is-a-question-button", "typed")]],
        text=asking.shortened(turn.text),
    )


async def words_of(turn: Turn, text: str, *, asked: bool = False, ways: Buttons = ()) -> None:
    """``asked``: the person has said that this is a question.

    Danger is sent without a press, and the numbers to call stand last on the screen; ``ways`` are
    the buttons that lead back to what it interrupted.
    """
    if not asking.is_crisis(turn.work, text):
        await _taken(turn, text, asked=asked)
    elif turn.person.consents:
        turn.finish()
        draft_id = await drafting.draft(turn.work, turn.person, turn.message_with(text))
        await send_urgent(turn, draft_id, ways)
    else:
        await _taken(turn, text, asked=True)
        await filed.say_numbers(turn)


async def _taken(turn: Turn, text: str, *, asked: bool) -> None:
    if not turn.person.consents:
        if text and not asking.small_talk(turn.work, text):
            await onboarding.hold(turn.work, turn.message_with(text))
            await turn.say("words-held")
        await welcome.ask_consent(turn)
    elif not text:
        await pictures.receive(turn)
    elif not asked and (kind := asking.small_talk(turn.work, text)):
        await _small_talk(turn, kind, text)
    else:
        turn.finish()
        draft_id = await drafting.draft(turn.work, turn.person, turn.message_with(text))
        await confirm(turn, draft_id)


async def _small_talk(turn: Turn, kind: str, text: str) -> None:
    """Nobody needs to be asked; but if it was meant as a question, one tap makes it one."""
    turn.note(typed=text)
    row = [Button("it-is-a-question-button", "typed")]
    match kind:
        case _ if acknowledges(text) and not turn.conversation.step:
            await mine.only_said(turn)
        case "thanks":
            await turn.say("you-are-welcome", menu.buttons(turn))
        case "abuse":
            await turn.say("please-be-kind", [row, *menu.buttons(turn)])
        case _:
            rows = [row] if len(text.split()) > 3 else []
            key = "hello-again" if asking.is_greeting(turn.work, text) else "say-more"
            contact = menu.whom_to_call(turn)
            await turn.say(key, [*rows, *menu.buttons(turn)], contact=contact)
            if asking.is_cry(turn.work, text):
                await filed.say_numbers(turn)


async def _ask_ward(turn: Turn) -> bool:
    """Returns that nothing was said of whom to call."""
    await turn.say("question-kept")
    await welcome.ask_ward(turn)
    return False


async def send_urgent(turn: Turn, draft_id: int, ways: Buttons = ()) -> None:
    """Danger waits for no press, only for a ward, where nobody knows yet who is to be told."""
    draft = await drafting.my_draft(turn.work, turn.person, draft_id)
    has_ward = draft.household or asking.lives_here(turn.work, turn.person)
    if not await (_file(turn, draft_id, "", ways) if has_ward else _ask_ward(turn)):
        await filed.say_numbers(turn)


async def go_on(turn: Turn) -> None:
    """The drafts that wait: first the ward, then one confirmation each; danger waits for none."""
    if not asking.lives_here(turn.work, turn.person):
        await welcome.ask_ward(turn)
        return
    urgent = await drafting.in_danger(turn.work, turn.person)
    for draft in urgent:
        await _file(turn, draft.id, "")
    if await _confirm_all(turn, 0) and urgent:
        await filed.say_numbers(turn)


async def more_drafts(turn: Turn, after: str) -> None:
    """*Xem câu chưa gửi*: the drafts behind those that were shown. They may be gone by now."""
    if await drafting.need_a_place(turn.work, turn.person):
        await welcome.ask_ward(turn)
    elif not await _confirm_all(turn, int(after or 0)):
        raise Refused("draft-gone")


async def _confirm_all(turn: Turn, after: int) -> bool:
    """Returns whether there was anything to confirm."""
    found, more = await drafting.my_drafts(turn.work, turn.person, after)
    for draft in found:
        await confirm(turn, draft.id)
    if more:
        await turn.say("drafts-more", [[Button("more-drafts-button", "drafts", found[-1].id)]])
    return bool(found)


async def confirm(turn: Turn, draft_id: int, *, offers: bool = True) -> None:
    """The suggested agency with its reason; one tap sends, one tap changes it.

    If it was answered already, that is offered instead, with the same taps beside it. Without a
    place it cannot be sent, not even by itself, so that is asked for first.
    """
    draft = await drafting.my_draft(turn.work, turn.person, draft_id)
    if not draft.household and not asking.lives_here(turn.work, turn.person):
        await _ask_ward(turn)
        return
    suggestion = asking.suggest(turn.work, draft.text)
    if asking.has_gaps(draft.text):
        await turn.say("numbers-left-out")
    if offers and not draft.household and await offered.offer(turn, draft.id, draft.text):
        return
    asker = await asking.stands_for(turn.work, turn.person, draft)
    await turn.say(
        "question-confirm-for" if draft.household else "question-confirm",
        [
            *_choices(turn, asker, draft.id, asking.also_likely(turn.work, suggestion)),
            *_several(draft.id, asking.matters(turn.work, draft.text)),
        ],
        text=asking.shortened(draft.text),
        office=asking.office(turn.work, asker, suggestion.agency),
        reason=suggestion.reason if suggestion.agency != NOBODY else "none",
        accuses="yes" if asking.is_accusation(turn.work, draft.text) else "no",
        who=await acting.called_id(turn.work, turn.language, draft.household),
    )


def _choices(turn: Turn, asker: Person, draft_id: int, others: list[str]) -> Buttons:
    offices = [(one, asking.office(turn.work, asker, one)) for one in others]
    likely = [  # a row each: side by side a small phone cuts their names
        [Button("send-to-button", "sendto", f"{draft_id}.{one}", {"office": office})]
        for one, office in offices
    ]
    return [
        [Button("send-button", "send", draft_id)],
        *likely,
        [Button("other-agency-button", "other", draft_id), Button("drop-button", "drop", draft_id)],
    ]


def _several(draft_id: int, many: int) -> Buttons:
    """Several matters may become several questions; *Đúng rồi, gửi đi* sends them as one."""
    return (
        [[Button("split-question-button", "splitdraft", draft_id, {"many": str(many)})]]
        if many
        else []
    )


async def split(turn: Turn, argument: str) -> None:
    """*Tách thành … câu*: each is confirmed by itself."""
    for draft_id in await drafting.split(turn.work, turn.person, int(argument)):
        await confirm(turn, draft_id)


async def send(turn: Turn, argument: str) -> None:
    """*Đúng rồi, gửi đi*: to the suggested agency."""
    await _file(turn, int(argument), "")


async def other(turn: Turn, argument: str) -> None:
    """*Cơ quan khác*: all of them, the likeliest first."""
    draft = await drafting.my_draft(turn.work, turn.person, int(argument))
    asker = await asking.stands_for(turn.work, turn.person, draft)
    suggestion = asking.suggest(turn.work, draft.text)
    rows = [
        [_option(turn, asker, draft.id, one.id)]
        for one in asking.agencies_to_choose(turn.work, suggestion)
    ]
    leave = [Button("back-button", "confirm", draft.id), Button("drop-button", "drop", draft.id)]
    await turn.say("agency-ask", [*rows, leave])


def _option(turn: Turn, asker: Person, draft_id: int, agency: str) -> Button:
    office = asking.office(turn.work, asker, agency)
    return Button("plain", "sendto", f"{draft_id}.{agency}", {"words": office})


async def confirm_again(turn: Turn, argument: str) -> None:
    """*Quay lại* from the list of agencies."""
    await confirm(turn, int(argument), offers=False)


async def after_all(turn: Turn, argument: str) -> None:
    """*Vẫn gửi câu hỏi*, behind an answer that was read instead."""
    draft_id = await offering.ask_after_all(turn.work, turn.person, int(argument))
    await _file(turn, draft_id, "")


async def send_to(turn: Turn, argument: str) -> None:
    draft_id, _, agency = argument.partition(".")
    await _file(turn, int(draft_id), agency)


async def _file(turn: Turn, draft_id: int, agency: str, ways: Buttons = ()) -> bool:
    """Returns whether the numbers to call were said with it. What is refused stays a draft."""
    try:
        done = await asking.file(turn.work, turn.person, draft_id, agency)
    except asking.WardMissing:
        return await _ask_ward(turn)
    await filed.say(turn, done, ways)
    return done.question.sensitive is Sensitive.CRISIS


async def drop(turn: Turn, argument: str) -> None:
    await drafting.drop_draft(turn.work, turn.person, int(argument))
    await turn.say("draft-dropped", menu.buttons(turn))


async def which(turn: Turn) -> None:
    """Words in a short step that look like a question: which are they? Both ways keep them."""
    turn.note(typed=turn.text)
    await turn.say(
        "which-is-it",
        [
            [Button("it-is-a-question-button", "typed")],
            [Button("it-is-the-answer-button", "fill")],
        ],
        text=asking.shortened(turn.text),
    )


async def typed(turn: Turn, _argument: str) -> None:
    """They were a question: it becomes a draft, and the step that was left can be gone on with."""
    words = turn.data.get("typed", "")
    if not words:
        raise Refused("draft-gone")
    before = turn.conversation
    await words_of(turn, words, asked=True)
    if before.step and not turn.conversation.step:
        kept = {name: value for name, value in before.data.items() if name != "typed"}
        turn.wait_for(before.step, **{**kept, "back": before.step})
        await turn.say("go-on-with", [[Button("go-on-with-button", "back"), *menu.STOP]])


async def asked(turn: Turn) -> None:
    """The words are a question, whatever they look like."""
    await words_of(turn, turn.text, asked=True)


async def wordless(turn: Turn) -> None:
    """A sticker fills no step: the step goes on waiting for words, and keeps its buttons."""
    if turn.person.is_known:
        await menu.ask_for_words(turn, [] if turn.conversation.step else [menu.HELPING])
    else:
        await welcome.ask_consent(turn)
