"""*Câu hỏi của tôi*: how each stands, what was answered, and what can be done about it."""

from bot.domain.errors import Refused
from bot.domain.questions import Move, Question, Sensitive, Status
from bot.services.asking import asking, drafting, questions, receipts
from bot.services.dispatches import enclosing
from bot.services.people import acting, phones
from bot.services.questions import coming
from bot.services.relay import following_up
from bot.turn import Turn
from bot.understanding.acknowledging import acknowledges
from bot.understanding.assent import begins_not_yet, says_not_yet
from bot.voice import Button
from handlers import menu

#: So many letters of a question stand in the list.
_SHORT = 80


async def show(turn: Turn) -> None:
    """The newest questions, a line and a button each; with households beside them, first whose."""
    if await phones.has_several(turn.work, turn.person):
        await choose(turn, "0")
    else:
        await _page(turn, 2**62)


async def press_show(turn: Turn, before: str) -> None:
    await (_page(turn, int(before)) if before else show(turn))


async def choose(turn: Turn, start: str) -> None:
    """Whose questions: one's own, or those of a household."""
    more = Button("more-homes-button", "moremineof")
    rows = await phones.buttons(turn.work, turn.person, "mineof", more, int(start))
    await turn.say("questions-of-whom", [*rows, menu.STOP])


async def show_of(turn: Turn, argument: str) -> None:
    """The questions of one household, or (0) one's own, once that was chosen."""
    household, _, before = argument.partition(".")
    await _page(turn, int(before or 2**62), int(household))


async def _page(turn: Turn, before: int, household: int = 0) -> None:
    found = await questions.mine(turn.work, turn.person, before, household)
    who = await acting.called_id(turn.work, turn.language, household)
    if not found and not household and await drafting.has_drafts(turn.work, turn.person):
        await _only_drafts(turn)
        return
    if not found:
        button = Button("ask-for-button", "askfor", household) if household else None
        none = [[button or Button("ask-button", "ask")]]
        await turn.say("no-questions-of" if household else "no-questions", none, who=who)
        return
    rows = [
        [Button("see-question-button", "mineone", one.id, {"number": one.number})] for one in found
    ]
    if len(found) == questions.PAGE:
        older = f"{household}.{found[-1].id}"
        rows.append([Button("older-questions-button", "mineof", older)])
    items = "\n".join(_line(turn, one) for one in found)
    await turn.say("my-questions-of" if household else "my-questions", rows, who=who, items=items)


async def _only_drafts(turn: Turn) -> None:
    if await drafting.need_a_place(turn.work, turn.person):
        await turn.say("no-questions-but-draft-no-place")
        turn.then("ward")
    else:
        await turn.say("no-questions-but-draft", [[Button("more-drafts-button", "drafts")]])


def _line(turn: Turn, question: Question) -> str:
    return turn.words(
        "my-question-line",
        number=question.number,
        state=_state(turn, question),
        text=asking.shortened(question.text, _SHORT) or "…",
    )


def _state(turn: Turn, question: Question) -> str:
    return turn.words(f"mine-{question.status.value.replace('_', '-')}")


async def show_one(turn: Turn, argument: str) -> None:
    """One question: its words, where it is, the promise or the answer, and what can be done."""
    question = await questions.one_of_mine(turn.work, turn.person, int(argument))
    await turn.say(
        "my-question",
        await _buttons(turn, question),
        who=await acting.called_id(turn.work, turn.language, question.household) or "none",
        about=question.subject,
        number=question.number,
        text=question.text or "…",
        state=_state(turn, question),
        office=turn.work.programme.queue_name(question.queue),
        news=await _news(turn, question),
        step=await _step(turn, question) or "none",
    )


async def _buttons(turn: Turn, question: Question) -> list[list[Button]]:
    rows = []
    if await enclosing.has_papers(turn.work, question):
        rows.append(
            [Button("view-papers-button", "papersof", question.id, {"number": question.number})]
        )
    if question.takes_words:
        rows.append([Button("add-button", "add", question.id)])
    if question.allows(Move.WITHDRAW):
        rows.append([Button("withdraw-button", "withdraw", question.id)])
    if question.allows(Move.REOPEN):
        rows.append([Button("reopen-button", "nothelped", question.id)])
    return [*rows, receipts.back(question)]


async def _news(turn: Turn, question: Question) -> str:
    """The one thing the asker wants to know now."""
    if answer := await questions.answer_of(turn.work, question):
        return turn.words("news-answer", answer=answer.text)
    if question.status is Status.DECLINED:
        reason = await questions.reason_of(turn.work, question, Move.DECLINE)
        return turn.words("news-declined", reason=reason)
    if question.status is Status.ASKED_BACK:
        words = await questions.asked_back(turn.work, question)
        return turn.words("news-asked-back", words=words)
    if question.status is Status.WITHDRAWN:
        return turn.words("news-withdrawn")
    promised = await coming.promise(turn.work, question)
    return turn.words(
        "news-promise",
        stands=promised.stands.value,
        at=turn.work.moment(turn.language, promised.at),
    )


async def _step(turn: Turn, question: Question) -> str:
    """How far up the promise has been brought up: read by who looks, pushed to nobody."""
    reminder = await questions.reminder_of(turn.work, question)
    if reminder is None:
        return ""
    return turn.words(
        "news-reminded",
        who=reminder.told.value,
        office=turn.work.programme.queue_name(question.queue),
        day=turn.work.day(turn.language, reminder.at),
    )


async def begin_adding(turn: Turn, argument: str) -> None:
    question = await questions.one_to_add_to(turn.work, turn.person, int(argument))
    turn.wait_for("add", question=question.id)
    about = question.subject
    await turn.say("add-ask", [menu.STOP], about=about, number=question.number)


async def add(turn: Turn) -> None:
    """More words to an open question, or the answer to what was asked back."""
    await add_to(turn, int(turn.data["question"]), turn.text)


async def add_again(turn: Turn) -> None:
    """Ask once more for what is to be added."""
    await begin_adding(turn, turn.data["question"])


async def add_typed(turn: Turn, argument: str) -> None:
    """Words typed before were meant for this question, as if they replied to it."""
    if "typed" not in turn.data:
        raise Refused("draft-gone")
    turn.message = turn.message_with(turn.data["typed"])
    await reply(turn, int(argument))


async def add_to(turn: Turn, question_id: int, words: str) -> None:
    """Its office reads these, too."""
    question = await questions.add_words(turn.work, turn.person, question_id, words)
    turn.finish()
    promised = await coming.promise(turn.work, question)
    await turn.say(
        "added",
        receipts.buttons(question),
        about=question.subject,
        number=question.number,
        office=turn.work.programme.queue_name(question.queue),
        stands=promised.stands.value,
        at=turn.work.moment(turn.language, promised.at),
    )


async def reply(turn: Turn, question_id: int) -> None:
    """The asker answered one of our messages about the question."""
    question = await questions.one_of_mine(turn.work, turn.person, question_id)
    if not turn.text:
        await menu.ask_for_words(turn, [menu.HELPING], question.subject)
    elif question.status is Status.ASKED_BACK:
        await add_to(turn, question_id, turn.text)
    elif acknowledges(turn.text):
        await _read(turn, question)
    elif (kind := asking.small_talk(turn.work, turn.text)) == "thanks":
        await _thanked(turn, question)
    elif question.allows(Move.REOPEN):
        await (_in_doubt(turn, question) if kind else _reopen(turn, question_id, turn.text))
    elif question.takes_words:
        await add_to(turn, question_id, turn.text)
    else:
        turn.then("new question")


async def _read(turn: Turn, question: Question) -> None:
    """It was read, which says neither that it helped nor that it did not."""
    if question.status is Status.ANSWERED:
        row = [
            Button("helped-button", "helped", question.id),
            Button("not-helped-button", "nothelped", question.id),
        ]
        about = question.subject
        await turn.say("read-and-helped", [row], about=about, number=question.number)
    else:
        await only_said(turn)


async def took_up(turn: Turn) -> bool:
    """Whether words may be about an answer of late; then it is asked, for few reply to a message.

    What has to be sealed is never put beside the answer, where its office would read it.
    """
    sealed = asking.sealing(turn.work, turn.text) is not Sensitive.NO
    if sealed or not turn.person.consents or not begins_not_yet(turn.text):
        return False
    question = await questions.answered_lately(turn.work, turn.person)
    if question is None:
        return False
    reason = (
        "" if says_not_yet(turn.text) else question.id
    )  # which alone would tell the office nothing
    turn.note(typed=turn.text, typed_below=reason)
    await turn.say(
        "new-or-answered",
        [
            [Button("not-helped-button", "notright", question.id)],
            [Button("it-is-a-question-button", "typed")],
        ],
        about=question.subject,
        number=question.number,
    )
    return True


async def _in_doubt(turn: Turn, question: Question) -> None:
    """Words that ask nobody anything may still say that the answer was wrong: the asker knows."""
    turn.note(typed=turn.text, typed_below=question.id)
    await turn.say(
        "read-in-doubt",
        [
            [Button("not-right-button", "notright", question.id)],
            [Button("only-said-button", "onlysaid", question.id)],
        ],
        about=question.subject,
        number=question.number,
    )


async def not_right(turn: Turn, argument: str) -> None:
    """*Câu trả lời chưa đúng ý*: the words that were typed take it back, or others."""
    if turn.data.get("typed_below") == argument and turn.data.get("typed"):
        await _reopen(turn, int(argument), turn.data["typed"])
    else:
        await not_helped(turn, argument)


async def only_said(turn: Turn, _argument: str = "") -> None:
    """*Chỉ nhắn vậy thôi*."""
    await turn.say("only-said", menu.buttons(turn))


async def _thanked(turn: Turn, question: Question) -> None:
    """Thanks for an answer say that it helped."""
    if question.status is Status.ANSWERED:
        await helped(turn, str(question.id))
    else:
        await turn.say("you-are-welcome", menu.buttons(turn))


async def withdraw(turn: Turn, argument: str) -> None:
    question = await questions.one_to_withdraw(turn.work, turn.person, int(argument))
    await turn.say(
        "withdraw-sure",
        [
            [Button("withdraw-yes-button", "withdrawyes", question.id)],
            [Button("keep-button", "mineone", question.id)],
        ],
        number=question.number,
    )


async def withdraw_surely(turn: Turn, argument: str) -> None:
    question = await questions.withdraw(turn.work, turn.person, int(argument))
    await turn.say("withdrawn", menu.buttons(turn), number=question.number)


async def helped(turn: Turn, argument: str) -> None:
    question = await questions.judge(turn.work, turn.person, int(argument), helpful=True)
    await turn.say("glad-it-helped", menu.buttons(turn), number=question.number)


async def not_helped(turn: Turn, argument: str) -> None:
    """The reason goes back to the agency with the question."""
    question = await questions.judge(turn.work, turn.person, int(argument), helpful=False)
    await _ask_why(turn, question)


async def _ask_why(turn: Turn, question: Question) -> None:
    turn.wait_for("reopen", question=question.id)
    about = question.subject
    await turn.say("reopen-ask", [menu.STOP], about=about, number=question.number)


async def ask_why_again(turn: Turn) -> None:
    """Ask once more why the answer did not help."""
    question_id = int(turn.data["question"])
    await _ask_why(turn, await questions.one_of_mine(turn.work, turn.person, question_id))


async def settled(turn: Turn, argument: str) -> None:
    """A month later: the matter is settled."""
    question = await following_up.settled(turn.work, turn.person, int(argument))
    await turn.say("settled-noted", menu.buttons(turn), number=question.number)


async def unsettled(turn: Turn, argument: str) -> None:
    """A month later: it is not, and the reason takes it back to its agency."""
    await _ask_why(turn, await following_up.unsettled(turn.work, turn.person, int(argument)))


async def reopen(turn: Turn) -> None:
    await _reopen(turn, int(turn.data["question"]), turn.text)


async def _reopen(turn: Turn, question_id: int, reason: str) -> None:
    promised = await questions.reopen(turn.work, turn.person, question_id, reason)
    turn.finish()
    await turn.say(
        "question-reopened",
        receipts.buttons(promised.question),
        about=promised.question.subject,
        **receipts.words(turn.work, turn.language, promised.question, promised.deadline),
    )
