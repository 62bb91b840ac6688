"""Asking: words at any moment become a draft, an agency is suggested, one tap sends it."""

from bot.domain.errors import Refused
from bot.services import asking, invitations, onboarding, receipts
from bot.turn import Turn
from bot.work import Button
from handlers import menu, welcome

#: Answers to words that nobody needs to answer officially, by kind.
_SMALL_TALK = {"thanks": "you-are-welcome", "abuse": "please-be-kind", "offtopic": "hello-again"}


async def begin(turn: Turn) -> None:
    """``/hoi`` or *Gửi câu hỏi*; words after the command are the question already."""
    _, _, words = turn.text.partition(" ")
    if turn.text.startswith("/hoi") and words.strip():
        await words_of(turn, words.strip())
        return
    turn.wait_for("question")
    await turn.say("question-ask", [menu.STOP])


async def press_begin(turn: Turn, _argument: str) -> None:
    turn.wait_for("question")
    await turn.say("question-ask", [menu.STOP])


async def free_words(turn: Turn) -> None:
    """Words that no step waits for: a question, unless they are thanks, a greeting or an insult."""
    if await invitations.is_code(turn.work, turn.text):
        await welcome.invited(turn, turn.text)
        return
    await words_of(turn, turn.text)


async def words_of(turn: Turn, text: str) -> None:
    if not turn.person.consents:
        if text or turn.message.attachments:
            await onboarding.hold(turn.work, turn.message_with(text))
        await welcome.ask_consent(turn)
    elif not text:
        await turn.say("words-please", menu.buttons(turn.person))
    elif (kind := asking.small_talk(turn.work, text)) and turn.conversation.step != "question":
        await turn.say(_SMALL_TALK[kind], menu.buttons(turn.person))
    else:
        turn.finish()
        draft = await asking.draft(turn.work, turn.person, turn.message_with(text))
        await _next(turn, draft)


async def _next(turn: Turn, draft_id: int) -> None:
    if turn.person.ward:
        await confirm(turn, draft_id)
    else:
        await turn.say("question-kept")
        await welcome.ask_ward(turn)


async def go_on(turn: Turn) -> None:
    """Every draft that waits: first the ward, then one confirmation each."""
    if not turn.person.ward:
        await welcome.ask_ward(turn)
        return
    for draft in await asking.my_drafts(turn.work, turn.person):
        await confirm(turn, draft.id)


async def confirm(turn: Turn, draft_id: int) -> None:
    """The suggested agency with its reason; one tap sends, one tap changes it."""
    draft = await asking.my_draft(turn.work, turn.person, draft_id)
    suggestion = asking.suggest(turn.work, draft.text)
    await turn.say(
        "question-confirm",
        [
            [Button("send-button", "send", draft.id)],
            [
                Button("other-agency-button", "other", draft.id),
                Button("drop-button", "drop", draft.id),
            ],
        ],
        text=asking.shortened(draft.text),
        office=asking.office(turn.work, turn.person, suggestion),
        reason=suggestion.reason or "none",
        left_out="yes" if turn.message.left_out else "no",
    )


async def send(turn: Turn, argument: str) -> None:
    """*Gửi*: to the suggested agency."""
    await _file(turn, int(argument), "")


async def other(turn: Turn, argument: str) -> None:
    """*Chọn cơ quan khác*: all of them, the likeliest first."""
    draft = await asking.my_draft(turn.work, turn.person, int(argument))
    suggestion = asking.suggest(turn.work, draft.text)
    rows = [
        [Button("plain", "sendto", f"{draft.id}.{one.id}", {"words": one.short})]
        for one in asking.agencies_to_choose(turn.work, suggestion)
    ]
    await turn.say("agency-ask", [*rows, [Button("drop-button", "drop", draft.id)]])


async def send_to(turn: Turn, argument: str) -> None:
    draft_id, _, agency = argument.partition(".")
    await _file(turn, int(draft_id), agency)


async def _file(turn: Turn, draft_id: int, agency: str) -> None:
    try:
        filed = await asking.file(turn.work, turn.person, draft_id, agency)
    except Refused as refusal:
        if refusal.key != "ward-first":
            raise
        await welcome.ask_ward(turn)
        return
    question = filed.question
    await turn.say(
        "question-receipt",
        receipts.buttons(question),
        about=f"question:{question.id}",
        **receipts.words(turn.work, turn.language, question, filed.deadline),
    )
    if question.sensitive.value == "crisis":
        await turn.say("crisis-numbers", numbers=asking.hotlines(turn.work))


async def drop(turn: Turn, argument: str) -> None:
    await asking.drop_draft(turn.work, turn.person, int(argument))
    await turn.say("draft-dropped", menu.buttons(turn.person))


async def which(turn: Turn) -> None:
    """Words in a short step that look like a question: ask which they are; both ways keep them."""
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
    """They were a question: it becomes a draft, and the step that was left can be taken up again."""
    await words_of(turn, turn.data.get("typed", ""))
