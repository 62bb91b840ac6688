"""*Trả lời*, preview, *Duyệt*, *Trả lại*: an answer, from an official's chat or from a group."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.domain import recordings
from bot.domain.answers import Beside
from bot.domain.files import File
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.routes import Handler
from bot.services.answers import answers, bases, checking, offering
from bot.services.asking import questions
from bot.services.questions import enclosures
from bot.services.queues import queues
from bot.services.relay.relay import Placed
from bot.turn import Turn
from bot.voice import Button
from bot.work import Work
from handlers import directly, handing, menu, mine, queue, remarks, writing


async def begin(turn: Turn, argument: str) -> None:
    """*Trả lời*: the next words are the answer; one that was left half-way is shown again."""
    question = await queues.take(turn.work, turn.person, int(argument))
    if writing.is_writing(turn, question.id) and "text" in turn.data:
        await preview(turn, question.id, turn.data["text"])
    else:
        await _ask(turn, question)


async def write_again(turn: Turn, argument: str) -> None:
    """*Viết lại*: the words that stand there are kept until others come."""
    await _ask(turn, await queues.take(turn.work, turn.person, int(argument)))


async def _ask(turn: Turn, question: Question) -> None:
    returned = await answers.returned(turn.work, question)
    beside = writing.beside(turn, question.id)
    files = beside.files or tuple(await enclosures.of_returned(turn.work, returned))
    recorded = beside.recorded or (returned.text if returned else "")
    more = replace(beside, files=files, recorded=recorded)
    writing.wait(turn, "answer.text", question.id, more)
    earlier = await offering.reusable(turn.work, question)
    await turn.say(
        "answer-ask",
        [
            *([_reuse(question, one)] for one in earlier),
            writing.back_or_stop(question.id) if "text" in turn.data else menu.STOP,
        ],
        about=question.subject,
        number=question.number,
        group="yes" if turn.message.group else "no",
        returned=returned.note if returned else "none",
        before=returned.text if returned else "none",
    )


def _reuse(question: Question, one: answers.Published) -> Button:
    argument = f"{question.id}.{one.release}"
    return Button("reuse-button", "reuse", argument, {"number": one.number})


async def reuse(turn: Turn, argument: str) -> None:
    """*Dùng lại*: an earlier answer, what it rests on and what came with it, to be sent or
    changed."""
    question_id, _, release = argument.partition(".")
    question = await queues.take(turn.work, turn.person, int(question_id))
    earlier = await offering.reused(turn.work, int(release))
    words = earlier.answer.answer
    more = Beside(basis=earlier.basis, files=earlier.files, recorded=words)
    turn.finish()
    writing.wait(turn, "answer.text", question.id, more)
    await preview(turn, question.id, words)


async def begin_basis(turn: Turn, argument: str) -> None:
    """*Căn cứ*: the next words are what the answer rests on; the answer is kept meanwhile."""
    question = await queues.take(turn.work, turn.person, int(argument))
    writing.aside(turn, "answer.basis", question)
    rows = [writing.back_or_stop(question.id)]
    await turn.say("basis-ask", rows, about=question.subject)


async def basis(turn: Turn) -> None:
    note_basis(turn)
    await _again(turn)


def note_basis(turn: Turn) -> None:
    """What the answer rests on. Raises Refused where nothing can be read in it."""
    bases.reading(turn.text)
    turn.note(basis=turn.text)
    writing.told_by(turn, "basis")


async def begin_khmer(turn: Turn, argument: str) -> None:
    """*Thêm bản tiếng Khmer*: the next words are the same answer in Khmer."""
    question = await queues.take(turn.work, turn.person, int(argument))
    writing.aside(turn, "answer.khmer", question)
    rows = [writing.back_or_stop(question.id)]
    await turn.say("khmer-ask", rows, about=question.subject)


async def khmer(turn: Turn) -> None:
    note_khmer(turn)
    await _again(turn)


def note_khmer(turn: Turn) -> None:
    """The same in Khmer. Raises Refused for other letters."""
    turn.note(khmer=answers.in_khmer(turn.work, turn.text))
    writing.told_by(turn, "khmer")


def note_words(turn: Turn) -> None:
    """The words of the answer. Raises Refused for what cannot be one."""
    turn.note(text=answers.check(turn.work, turn.text))
    writing.told_by(turn, "text")


async def _again(turn: Turn) -> None:
    await preview(turn, int(turn.data["question"]), turn.data["text"])


async def text(turn: Turn) -> None:
    await _typed(turn, int(turn.data["question"]))


async def _typed(turn: Turn, question_id: int) -> None:
    """Words that are the answer."""
    await preview(turn, question_id, turn.text)
    writing.told_by(turn, "text")


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
        await _typed(turn, question.id)
    else:
        raise question.moved_on()


async def preview(turn: Turn, question_id: int, words: str) -> None:
    """The answer as its asker will read it; nothing is sent before *Gửi duyệt*."""
    question = await queues.take(turn.work, turn.person, question_id)
    words = answers.check(turn.work, words)
    beside = writing.beside(turn, question.id)
    known = await enclosures.known(turn.work, beside.files)
    enclosed = recordings.fitting(known, beside.recorded, words)
    more = replace(beside, files=tuple(one.token for one in enclosed))
    writing.wait(turn, "answer.preview", question.id, more, text=words)
    checked = await checking.check(turn.work, question, words)
    over = await bases.over(turn.work, beside.basis, words)
    dated = [[Button("add-day-button", "addday", question.id)]] if checked.undated else []
    for_all = [] if checked.leaks else [[Button("submit-button", "submit", question.id)]]
    await turn.say(
        "answer-preview",
        [
            *for_all,
            *([] if checked.own_case else _privately(question)),
            *dated,
            *_files(turn, question, enclosed),
            [
                Button("basis-button", "basis", question.id),
                Button("khmer-button", "khmer", question.id),
                Button("write-again-button", "rewrite", question.id),
                *menu.STOP,
            ],
        ],
        about=question.subject,
        number=question.number,
        office=turn.work.programme.queue_name(question.queue),
        answer=words,
        remarks="\n".join(
            [
                *remarks.beside(turn, more, over),
                *remarks.enclosed(turn, enclosed, is_dropped=len(enclosed) < len(known)),
                *remarks.lines(turn, checked),
            ]
        )
        or "none",
        next="leaks" if checked.leaks else "long" if checked.advice.is_long else "none",
    )


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
    await _typed(turn, int(turn.data["question"]))


async def mend(turn: Turn, told: str) -> None:
    """The message that told the words, what they rest on, or the same in Khmer was changed."""
    _NOTING[told](turn)
    if writing.goes_on(turn):
        await writing.say_meanwhile(turn, "answer-mended-meanwhile")
    else:
        await _again(turn)


async def submit(turn: Turn, argument: str) -> None:
    await _submit(turn, int(argument), private=False)


async def submit_private(turn: Turn, argument: str) -> None:
    """For the asker alone: not on the air, not on the page."""
    await _submit(turn, int(argument), private=True)


async def _submit(turn: Turn, question_id: int, *, private: bool) -> None:
    await queues.take(turn.work, turn.person, question_id)
    writing.must_write(turn, question_id)
    beside = writing.beside(turn, question_id)
    done = await answers.submit(
        turn.work, turn.person, question_id, turn.data["text"], private=private, beside=beside
    )
    turn.finish()
    key = "submitted" if done.heads else "submitted-without-head"
    await turn.say(key, about=done.question.subject, number=done.question.number)


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
    await turn.say("return-why", [menu.STOP], about=question.subject, number=question.number)


async def send_back_reason(turn: Turn) -> None:
    question = await answers.send_back(
        turn.work, turn.person, int(turn.data["question"]), turn.text
    )
    turn.finish()
    await turn.say("returned", number=question.number)


#: How what a message told of an answer is kept; each raises Refused for what cannot be it.
_NOTING: Mapping[str, Callable[[Turn], None]] = {
    "text": note_words,
    "basis": note_basis,
    "khmer": note_khmer,
}

#: Steps that wait for words about one question: a reply to any message about it fills them too.
STEPS: Mapping[str, Handler] = {
    "answer.text": text,
    "answer.preview": preview_again,
    "answer.basis": basis,
    "answer.khmer": khmer,
    "return.reason": send_back_reason,
    "transfer.reason": handing.reason,
    "askback.words": queue.ask_back_words,
    "moretime.reason": queue.more_time_reason,
    "decline.reason": queue.decline_reason,
    **directly.STEPS,
}
