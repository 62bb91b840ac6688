"""*Gộp*, *Tách ra*, *Hoàn tác*: what asks the same shares one answer; all of it or one question."""

from collections.abc import Mapping, Sequence

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.questions import Question
from bot.routes import Handler
from bot.services.answers import common_questions
from bot.services.asking import asking
from bot.services.questions import belonging, cards
from bot.services.queues import clusters, handing, queues
from bot.services.queues.clusters import Joined, Suggestion
from bot.turn import Turn
from bot.voice import Button
from handlers import answering, enclosing, menu, queue
from handlers import handing as handed


async def suggest(turn: Turn, argument: str) -> None:
    """*Gộp*: which questions, and why they look the same; others may be named by their numbers."""
    question, found = await clusters.suggested(turn.work, turn.person, int(argument))
    turn.wait_for("cluster.join", question=question.id)
    one_each = [
        Button("join-one-button", "joinone", f"{question.id}.{number}", {"number": name})
        for number, name in ((one.question.id, one.question.number) for one in found)
    ]
    last = max((one.question.id for one in found), default=0)
    everything = Button("join-all-button", "joinall", f"{question.id}.{last}")
    await turn.say(
        "cluster-suggested" if found else "cluster-nothing-alike",
        [*([[everything]] if len(found) > 1 else []), *([one] for one in one_each), menu.STOP],
        about=question.subject,
        number=question.number,
        items="\n\n".join(_item(turn, one) for one in found),
        example=" ".join(one.question.number for one in found[:2]) if len(found) > 1 else "none",
    )


def _item(turn: Turn, suggestion: Suggestion) -> str:
    question = suggestion.question
    return turn.words(
        "cluster-suggestion",
        number=question.number,
        place=cards.place(turn.work, question),
        many=str(suggestion.many or "none"),
        text=cards.quoted(asking.shortened(question.text)),
        why=", ".join(suggestion.why) or "none",
    )


async def join_one(turn: Turn, argument: str) -> None:
    question_id, _, other = argument.partition(".")
    await _join(turn, int(question_id), [int(other)])


async def join_all(turn: Turn, argument: str) -> None:
    """All that were shown; what has come since is not meant."""
    question_id, _, last = argument.partition(".")
    _, found = await clusters.suggested(turn.work, turn.person, int(question_id))
    meant = [one.question.id for one in found if one.question.id <= int(last)]
    if not meant:
        raise Refused("cluster-gone-on")
    await _join(turn, int(question_id), meant)


async def join_named(turn: Turn) -> None:
    """Several at once, by their numbers, also others than those shown."""
    named = await clusters.named(turn.work, turn.person, turn.text, _numbered(turn))
    await _join(turn, int(turn.data["question"]), named)


def _numbered(turn: Turn) -> dict[int, int]:
    """Where buttons have numbers: which question each of them would join."""
    if not turn.work.voice.numbers(turn.message.address.channel):
        return {}
    return {
        place: int(choice.data.partition(".")[2])
        for place, choice in enumerate(turn.conversation.choices, 1)
        if choice.data.startswith("joinone:")
    }


async def _join(turn: Turn, question_id: int, others: Sequence[int]) -> None:
    joined = await clusters.join(turn.work, turn.person, question_id, others)
    if turn.conversation.step == "cluster.join":
        turn.finish()
    _, more = await clusters.suggested(turn.work, turn.person, joined.head.id)
    undo = Button("undo-button", "clusterundo", joined.act)
    await turn.say(
        "cluster-joined",
        [[undo], *([[Button("join-more-button", "join", joined.head.id)]] if more else [])],
        about=joined.head.subject,
        numbers=_numbers(joined),
        along=str(joined.along or "none"),
        head=joined.head.number,
        many=str(joined.all),
    )


def _numbers(joined: Joined) -> str:
    return ", ".join(one.number for one in joined.moved)


async def choose_split(turn: Turn, argument: str) -> None:
    """*Tách ra*: which of them asks something else? A page at a time, behind the last one shown."""
    head, _, after = argument.partition(".")
    found, more = await clusters.members(turn.work, turn.person, int(head), int(after or 0))
    rows = [[Button("plain", "splitone", one.id, {"words": _line(one)})] for one in found]
    if more:
        rows.append([Button("more-button", "split", f"{head}.{found[-1].id}")])
    await turn.say("cluster-split-which", [*rows, menu.STOP])


def _line(question: Question) -> str:
    return f"{question.number} · {cards.quoted(asking.shortened(question.text, 40))}"


async def split(turn: Turn, argument: str) -> None:
    """It goes its own way at once; that can be taken back."""
    done = await clusters.split(turn.work, turn.person, int(argument))
    await turn.say(
        "cluster-split",
        [[Button("undo-button", "clusterundo", done.act)]],
        about=done.moved[0].subject,
        numbers=_numbers(done),
        head=done.head.number,
    )


async def undo(turn: Turn, argument: str) -> None:
    """*Hoàn tác*, once."""
    done = await clusters.undo(turn.work, turn.person, int(argument))
    await turn.say("cluster-undone", numbers=_numbers(done))


async def ask_words(turn: Turn, argument: str) -> None:
    """*Câu hỏi chung*: what is read out and shown to everybody instead of one asker's own words."""
    question_id = await belonging.standing(turn.work, int(argument))
    question = await queues.work_on(turn.work, turn.person, question_id)
    turn.wait_for("cluster.words", question=question.id)
    about = question.subject
    await turn.say("cluster-words-ask", [menu.STOP], about=about, number=question.number)


async def words(turn: Turn) -> None:
    question_id = int(turn.data["question"])
    question = await common_questions.put(turn.work, turn.person, question_id, turn.text)
    turn.finish()
    await turn.say("cluster-words-kept", number=question.number)


STEPS: Mapping[str, Handler] = {"cluster.words": words, "cluster.join": join_named}


async def reply(turn: Turn, argument: str) -> None:
    """A reply to what was asked here fills the step; any other about a question answers it."""
    step = STEPS.get(turn.conversation.step)
    if step and turn.data.get("question") == argument:
        await step(turn)
    else:
        await enclosing.reply(turn, argument)


# ── what is done to one is done to all, and said before ──────────────────────────────────────


async def take(turn: Turn, argument: str) -> None:
    """*Nhận* takes all of them."""
    await queue.take(turn, argument)
    many = await _many(turn, argument)
    if many and not turn.message.group:
        await turn.say("cluster-taken", many=str(many))


async def transfer(turn: Turn, argument: str) -> None:
    """*Chuyển cơ quan*: all of them, or this one? Who does not work on them takes none apart."""
    question = await handing.within_reach(turn.work, turn.person, int(argument))
    many = await _many(turn, argument)
    if many and access.may_work_on(turn.person, question):
        everything = Button("cluster-all-button", "transferall", argument, {"many": str(many)})
        alone = Button("cluster-one-button", "transferone", argument)
        await _which(turn, argument, many, [everything, alone])
    else:
        await handed.begin(turn, argument)


async def decline(turn: Turn, argument: str) -> None:
    """*Không trả lời*: all of them, or this one?"""
    if many := await _many(turn, argument):
        everything = Button("cluster-all-button", "declineall", argument, {"many": str(many)})
        alone = Button("cluster-one-button", "declineone", argument)
        await _which(turn, argument, many, [everything, alone])
    else:
        await queue.decline(turn, argument)


async def _which(turn: Turn, argument: str, many: int, choices: list[Button]) -> None:
    question = await queues.work_on(turn.work, turn.person, int(argument))
    await turn.say(
        "cluster-which",
        [*([one] for one in choices), menu.STOP],
        about=question.subject,
        number=question.number,
        many=str(many),
    )


async def _many(turn: Turn, argument: str) -> int:
    """How many are answered together with a question; 0 for one alone."""
    return await clusters.how_many(turn.work, int(argument))


async def ask_back(turn: Turn, argument: str) -> None:
    """*Hỏi thêm* is about one asker: their question will leave the others, and it is said so."""
    if many := await _many(turn, argument):
        await turn.say("cluster-ask-back", many=str(many - 1))
    question_id = int(argument)
    follows = await belonging.standing(turn.work, question_id) != question_id
    await (queue.ask_back_one if follows else queue.ask_back)(turn, argument)


async def submit_private(turn: Turn, argument: str) -> None:
    """*Gửi duyệt riêng người hỏi*: the others wait for an answer of theirs."""
    many = await _many(turn, argument)
    await answering.submit_private(turn, argument)
    if many:
        await turn.say("cluster-private", many=str(many - 1))
