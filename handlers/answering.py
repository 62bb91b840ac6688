"""*Trả lời*, preview, *Duyệt*, *Trả lại*: an answer, from an official's chat or from a group."""

from collections.abc import Mapping, Sequence

from bot.domain import recordings
from bot.domain.errors import Refused
from bot.domain.files import File
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.routes import Handler
from bot.services.answers import answers, bases, checking, offering
from bot.services.asking import questions
from bot.services.questions import cards, enclosures
from bot.services.queues import queues
from bot.services.relay.relay import Placed
from bot.turn import Turn
from bot.voice import Button
from bot.work import Work
from handlers import directly, menu, mine, queue, remarks


async def begin(turn: Turn, argument: str) -> None:
    """*Trả lời*: the next words are the answer; one that was left half-way is shown again."""
    question = await queues.take(turn.work, turn.person, int(argument))
    if turn.data.get("question") == str(question.id) and "text" in turn.data:
        await preview(turn, question.id, turn.data["text"])
    else:
        await _ask(turn, question)


async def write_again(turn: Turn, argument: str) -> None:
    """*Viết lại*."""
    await _ask(turn, await queues.take(turn.work, turn.person, int(argument)))


async def _ask(turn: Turn, question: Question) -> None:
    returned = await answers.returned(turn.work, question)
    beside = _beside(turn, question.id)
    files = beside["files"] or ".".join(await enclosures.of_returned(turn.work, returned))
    recorded = beside["recorded"] or (returned.text if returned else "")
    beside |= {"files": files, "recorded": recorded}
    turn.wait_for("answer.text", question=question.id, **beside)
    earlier = await offering.reusable(turn.work, question)
    await turn.say(
        "answer-ask",
        [*([_reuse(question, one)] for one in earlier), menu.STOP],
        about=cards.subject(question),
        number=question.number,
        group="yes" if turn.message.group else "no",
        returned=returned.note if returned else "none",
        before=returned.text if returned else "none",
    )


def _reuse(question: Question, one: answers.Published) -> Button:
    argument = f"{question.id}.{one.release}"
    return Button("reuse-button", "reuse", argument, {"number": one.number})


def _beside(turn: Turn, question_id: int) -> dict[str, str]:
    """What was typed as *Căn cứ* and in Khmer, and sent with the answer that is being written.

    ``recorded``: the words that a recording in Khmer was made for.
    """
    mine = turn.data if turn.data.get("question") == str(question_id) else {}
    return {name: mine.get(name, "") for name in ("basis", "khmer", "files", "recorded")}


async def reuse(turn: Turn, argument: str) -> None:
    """*Dùng lại*: an earlier answer, what it rests on and what came with it, to be sent or
    changed."""
    question_id, _, release = argument.partition(".")
    question = await queues.take(turn.work, turn.person, int(question_id))
    earlier = await offering.reused(turn.work, int(release))
    files = ".".join(earlier.files)
    words = earlier.answer.answer
    beside = {"basis": earlier.basis, "files": files, "recorded": words}
    turn.wait_for("answer.text", question=question.id, **beside)
    await preview(turn, question.id, words)


async def begin_basis(turn: Turn, argument: str) -> None:
    """*Căn cứ*: the next words are what the answer rests on; the answer is kept meanwhile."""
    question = await queues.take(turn.work, turn.person, int(argument))
    if turn.data.get("question") != str(question.id) or "text" not in turn.data:
        raise Refused("step-over")
    turn.wait_for("answer.basis", **turn.data)
    await turn.say("basis-ask", [menu.STOP], about=cards.subject(question))


async def basis(turn: Turn) -> None:
    bases.reading(turn.text)
    turn.note(basis=turn.text)
    await preview(turn, int(turn.data["question"]), turn.data["text"])


async def begin_khmer(turn: Turn, argument: str) -> None:
    """*Thêm bản tiếng Khmer*: the next words are the same answer in Khmer."""
    question = await queues.take(turn.work, turn.person, int(argument))
    if turn.data.get("question") != str(question.id) or "text" not in turn.data:
        raise Refused("step-over")
    turn.wait_for("answer.khmer", **turn.data)
    await turn.say("khmer-ask", [menu.STOP], about=cards.subject(question))


async def khmer(turn: Turn) -> None:
    turn.note(khmer=answers.in_khmer(turn.work, turn.text))
    await preview(turn, int(turn.data["question"]), turn.data["text"])


async def text(turn: Turn) -> None:
    await preview(turn, int(turn.data["question"]), turn.text)


async def reply(turn: Turn, argument: str) -> None:
    """A reply to a message about a question: its asker adds words, its official answers it."""
    find = queues.work_on if turn.message.group else questions.any_for
    question = await find(turn.work, turn.person, int(argument))
    if question.asker == turn.person.id:
        await mine.reply(turn, question.id)
    else:
        await _by_official(turn, question)


async def _by_official(turn: Turn, question: Question) -> None:
    """Words in a step that was asked about this question fill the step; others answer it."""
    step = turn.conversation.step
    if step in STEPS and turn.data.get("question") == str(question.id):
        await STEPS[step](turn)
    elif question.allows(Move.DRAFT) or question.allows(Move.TAKE):
        await preview(turn, question.id, turn.text)
    else:
        raise question.moved_on()


async def preview(turn: Turn, question_id: int, words: str) -> None:
    """The answer as its asker will read it; nothing is sent before *Gửi duyệt*."""
    question = await queues.take(turn.work, turn.person, question_id)
    words = answers.check(turn.work, words)
    beside = _beside(turn, question.id)
    known = await enclosures.known(turn.work, tokens(beside))
    enclosed = recordings.fitting(known, beside["recorded"], words)
    beside["files"] = ".".join(one.token for one in enclosed)
    turn.wait_for("answer.preview", question=question.id, text=words, **beside)
    checked = await checking.check(turn.work, question, words)
    over = await bases.over(turn.work, beside["basis"], words)
    dated = [[Button("add-day-button", "addday", question.id)]] if checked.undated else []
    for_all = [] if checked.leaks else [[Button("submit-button", "submit", question.id)]]
    await turn.say(
        "answer-preview",
        [
            *for_all,
            *_privately(question),
            *dated,
            *_files(turn, question, enclosed),
            [
                Button("basis-button", "basis", question.id),
                Button("khmer-button", "khmer", question.id),
                Button("write-again-button", "rewrite", question.id),
                *menu.STOP,
            ],
        ],
        about=cards.subject(question),
        number=question.number,
        office=turn.work.programme.queue_name(question.queue),
        answer=words,
        remarks="\n".join(
            [
                *remarks.beside(turn, basis=beside["basis"], khmer=beside["khmer"], over=over),
                *remarks.enclosed(turn, enclosed, is_dropped=len(enclosed) < len(known)),
                *remarks.lines(turn, checked),
            ]
        )
        or "none",
        next="leaks" if checked.leaks else "long" if checked.advice.is_long else "none",
    )


def tokens(beside: Mapping[str, str]) -> list[str]:
    """The files that were sent with an answer."""
    return [one for one in beside.get("files", "").split(".") if one]


def _files(turn: Turn, question: Question, enclosed: Sequence[File]) -> list[list[Button]]:
    """One more file, or one less; files are sent in a chat of one's own."""
    if turn.message.group:
        return []
    less = [row for place, one in enumerate(enclosed) for row in _file(question, place, one)]
    return [*less, [Button("enclose-button", "enclose", question.id)]]


def _file(question: Question, place: int, file: File) -> list[list[Button]]:
    argument = f"{question.id}.{place}"
    if recordings.is_one(file):
        again = Button("listen-button", "listen", question.id)
        return [[again, Button("unrecord-button", "unenclose", argument)]]
    return [[Button("unenclose-button", "unenclose", argument, {"name": file.name})]]


def _privately(question: Question) -> list[list[Button]]:
    """An answer to a sensitive question is private anyway."""
    if question.stays_private:
        return []
    return [[Button("submit-private-button", "submitprivate", question.id)]]


async def preview_again(turn: Turn) -> None:
    """New words while the preview is open replace the answer."""
    await preview(turn, int(turn.data["question"]), turn.text)


async def submit(turn: Turn, argument: str) -> None:
    await _submit(turn, int(argument), private=False)


async def submit_private(turn: Turn, argument: str) -> None:
    """For the asker alone: not on the air, not on the page."""
    await _submit(turn, int(argument), private=True)


async def _submit(turn: Turn, question_id: int, *, private: bool) -> None:
    await queues.take(turn.work, turn.person, question_id)
    if turn.data.get("question") != str(question_id) or "text" not in turn.data:
        raise Refused("step-over")
    more = _beside(turn, question_id)
    beside = answers.Beside(basis=more["basis"], khmer=more["khmer"], files=tokens(more))
    done = await answers.submit(
        turn.work, turn.person, question_id, turn.data["text"], private=private, beside=beside
    )
    turn.finish()
    key = "submitted" if done.heads else "submitted-without-head"
    await turn.say(key, about=cards.subject(done.question), number=done.question.number)


async def approve(turn: Turn, argument: str) -> None:
    """*Duyệt*: where the answer goes next, and when. ``approve:12/34`` means draft 34 alone.

    One that tells of a person is asked about: since it was written a list may have grown.
    """
    question_id, _, draft = argument.partition("/")
    if words := await answers.telling(turn.work, turn.person, int(question_id)):
        rows = [
            Button("approve-private-button", "approveprivate", argument),
            Button("return-button", "return", question_id),
        ]
        await turn.say("approve-leaks", [rows], words=words)
        return
    await _approved(turn, await answers.approve(*_seen(turn, question_id, draft)))


async def approve_private(turn: Turn, argument: str) -> None:
    """*Gửi riêng*: approved, for the asker alone."""
    question_id, _, draft = argument.partition("/")
    seen = _seen(turn, question_id, draft)
    await _approved(turn, await answers.approve(*seen, privately=True))


def _seen(turn: Turn, question_id: str, draft: str) -> tuple[Work, Person, int, int]:
    return turn.work, turn.person, int(question_id), int(draft or 0)


async def _approved(turn: Turn, placed: Placed) -> None:
    number = placed.question.number
    if placed.at:
        at = turn.work.moment(turn.language, placed.at)
        rows = [[Button("basis-button", "basislater", placed.question.id)]]
        await turn.say("approved", rows, number=number, at=at)
    else:
        await turn.say("approved-private", number=number)


async def send_back(turn: Turn, argument: str) -> None:
    """*Trả lại*: why?"""
    question = await answers.to_return(turn.work, turn.person, int(argument))
    turn.wait_for("return.reason", question=question.id)
    await turn.say("return-why", [menu.STOP], about=cards.subject(question), number=question.number)


async def send_back_reason(turn: Turn) -> None:
    question = await answers.send_back(
        turn.work, turn.person, int(turn.data["question"]), turn.text
    )
    turn.finish()
    await turn.say("returned", number=question.number)


#: Steps that wait for words about one question: a reply to any message about it fills them too.
STEPS: Mapping[str, Handler] = {
    "answer.text": text,
    "answer.preview": preview_again,
    "answer.basis": basis,
    "answer.khmer": khmer,
    "return.reason": send_back_reason,
    "transfer.reason": queue.transfer_reason,
    "askback.words": queue.ask_back_words,
    "moretime.reason": queue.more_time_reason,
    "decline.reason": queue.decline_reason,
    **directly.STEPS,
}
