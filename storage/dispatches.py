"""Dispatches: rounds, sheets and their rows, and what came back with them."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.agencies import Queue
from bot.domain.clusters import MOST
from bot.domain.counts import COUNTED
from bot.domain.dispatches import MOST_ROWS, UNANSWERED, Dispatch, Row
from bot.domain.questions import Question, Sensitive, Status
from bot.domain.values import dataclass
from storage import questions
from storage.database import Row as Found
from storage.database import Tx, from_ms, to_ms

#: Drafts of one return: a file may hold the rows of several sheets.
_MOST_DRAFTS = 5 * MOST_ROWS


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round of dispatches, agency by agency."""

    id: int
    name: str
    session: int
    reached: str  #: the queue that was looked at last
    made_by: int | None


@dataclass(frozen=True, slots=True)
class Sent:
    """Sheets of a session that went out not long ago."""

    many: int
    last: int  #: id of the newest
    at: datetime  #: when that was made


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that a row is for, as it stands now."""

    question: Question
    cluster: int  #: to which it belongs by now; 0: none
    is_answered: bool  #: an answer was approved for it since its sheet went out


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside an answer in its row."""

    basis: str = ""  #: the legal basis, as they wrote it
    who: str = ""
    day: str = ""


async def begin_round(tx: Tx, name: str, *, session: int, by: int | None, now: datetime) -> bool:
    """Begin a round; False if there is one of this name."""
    made = await tx.run(
        "dispatch_round_begin", name=name, session=session, made_by=by, now=to_ms(now)
    )
    return bool(made)


async def is_begun(tx: Tx, name: str) -> bool:
    return await tx.one("dispatch_round_known", name=name) is not None


async def open_round(tx: Tx) -> Round | None:
    row = await tx.one("dispatch_round_open")
    if row is None:
        return None
    return Round(
        id=row["id"],
        name=row["name"],
        session=row["session"],
        reached=row["reached"],
        made_by=row["made_by"],
    )


async def newest_round(tx: Tx, session: int) -> tuple[int, bool]:
    """The newest round of a session, 0 for none, and whether it is not through yet."""
    row = await tx.one("dispatch_round_newest", session=session)
    return (row["id"], row["done_at"] is None) if row else (0, False)


async def sent_since(tx: Tx, session: int, since: datetime) -> Sent | None:
    """What went out of a session since then, as far as it is among the newest sheets."""
    row = await tx.one("dispatches_lately", session=session, since=to_ms(since), most=COUNTED)
    assert row is not None
    return Sent(row["many"], row["last"], from_ms(row["made_at"])) if row["many"] else None


async def reach(tx: Tx, one: Round, queue: Queue) -> bool:
    """The round goes on behind ``queue``; False if somebody else moved it."""
    values = {"id": one.id, "reached": str(queue), "before": one.reached}
    return bool(await tx.run("dispatch_round_reach", **values))


async def end_round(tx: Tx, one: Round, now: datetime) -> bool:
    return bool(await tx.run("dispatch_round_end", id=one.id, now=to_ms(now)))


async def put(tx: Tx, made: Dispatch, asked: Sequence[int], *, round_: int = 0) -> Dispatch:
    """Keep a sheet with a row for each of these questions, and for those that share its answer now.

    Gives it its number and id.
    """
    number = int(await tx.value("counter_next", name=f"dispatch:{made.year}"))
    dispatch = await tx.value(
        "dispatch_put",
        round=round_,
        year=made.year,
        number=number,
        queue=str(made.queue),
        session=made.session,
        apart=made.apart,
        asked_back=made.asked_back,
        more=int(made.more),
        made_by=made.made_by,
        now=to_ms(made.made_at),
    )
    for place, question in enumerate(asked, start=1):
        line = await tx.value("dispatch_row_put", dispatch=dispatch, place=place)
        await tx.run("dispatch_question_put", line=line, question=question)
    await tx.run("dispatch_questions_along", dispatch=dispatch)
    found = await get(tx, int(dispatch))
    assert found is not None
    return found


async def get(tx: Tx, dispatch: int) -> Dispatch | None:
    row = await tx.one("dispatch_get", id=dispatch)
    return _dispatch(row) if row else None


async def numbered(tx: Tx, year: int, number: int) -> Dispatch | None:
    row = await tx.one("dispatch_numbered", year=year, number=number)
    return _dispatch(row) if row else None


async def of_row(tx: Tx, row: int) -> Dispatch | None:
    """The sheet that a row stands on."""
    found = await tx.one("dispatch_of_row", id=row)
    return _dispatch(found) if found else None


async def newest(tx: Tx, before: int = 2**62, most: int = 20) -> list[Dispatch]:
    """A page of what went out, newest first."""
    rows = await tx.all("dispatches_newest", before=before, most=most)
    return [_dispatch(row) for row in rows]


async def of_round(tx: Tx, one: Round) -> list[Dispatch]:
    rows = await tx.all("dispatches_of_round", round=one.id, most=COUNTED)
    return [_dispatch(row) for row in rows]


async def rows(tx: Tx, dispatch: int) -> list[Row]:
    """The rows of a sheet in their order, with their questions as they stand now."""
    found = await tx.all("dispatch_rows_of", dispatch=dispatch, most=MOST_ROWS)
    return [
        Row(id=row["row_id"], place=row["place"], question=questions.read(row)) for row in found
    ]


async def asked_in(tx: Tx, row: int) -> list[Asked]:
    """What a row is for: first the question whose words are in it, then those that shared its
    answer when its sheet went out.
    """
    rows = await tx.all("dispatch_asked_in", line=row, most=MOST)
    rows = sorted(rows, key=lambda one: (-one["leads"], one["id"]))
    return [Asked(questions.read(one), one["belongs"], bool(one["answered"])) for one in rows]


async def has_answer(tx: Tx, row: int, text: str) -> bool:
    """Whether somebody whom a row is for has got this very answer."""
    return bool(await tx.value("dispatch_row_answered", line=row, text=text))


async def unanswered(
    tx: Tx, queue: Queue, kinds: Sequence[Sensitive], session: int, most: int
) -> list[Question]:
    """What goes on a sheet, what is due first; of one session, or (0) of all."""
    found = [
        questions.read(row)
        for status in UNANSWERED
        for kind in kinds
        for row in await tx.all(
            "dispatch_unanswered",
            queue=str(queue),
            status=status.value,
            sensitive=kind.value,
            session=session,
            most=most,
        )
    ]
    return sorted(found, key=lambda one: (one.due_at, one.id))[:most]


async def count(
    tx: Tx, queue: Queue, statuses: Sequence[Status], kinds: Sequence[Sensitive], session: int
) -> int:
    """How many open questions there are of each kind; each figure exact below ``COUNTED``."""
    return sum(
        [
            int(
                await tx.value(
                    "dispatch_open_count",
                    queue=str(queue),
                    status=status.value,
                    sensitive=kind.value,
                    session=session,
                    most=COUNTED,
                )
            )
            for status in statuses
            for kind in kinds
        ]
    )


async def that_hold(tx: Tx, question: int) -> list[int]:
    """The sheets in which a question stands, whether its own words are in them or not."""
    found = await tx.all("dispatches_that_hold", question=question)
    return sorted({row["dispatch"] for row in found})


# --- what came back ------------------------------------------------------------------------------


async def put_return(tx: Tx, person: int | None, now: datetime) -> int:
    return int(await tx.value("dispatch_return_put", person=person, now=to_ms(now)))


async def put_answer(tx: Tx, returned: int, row: int, answer: int, beside: Beside) -> None:
    """Write down which row of which return a draft came from."""
    await tx.run(
        "dispatch_answer_put",
        answer=answer,
        returned=returned,
        line=row,
        basis=beside.basis,
        who=beside.who,
        day=beside.day,
    )


async def answers_of(tx: Tx, returned: int) -> list[tuple[int, int]]:
    """The drafts that came with a return: (answer, question)."""
    found = await tx.all("dispatch_answers_of", returned=returned, most=_MOST_DRAFTS)
    return [(row["answer"], row["question"]) for row in found]


async def came_with(tx: Tx, answer: int) -> tuple[str, Beside] | None:
    """The sheet that brought an answer, ``03/2026``, and what stood beside it."""
    row = await tx.one("dispatch_answer_came", answer=answer)
    if row is None:
        return None
    beside = Beside(basis=row["basis"], who=row["who"], day=row["day"])
    return f"{row['number']:02d}/{row['year']}", beside


def _dispatch(row: Found) -> Dispatch:
    return Dispatch(
        id=row["id"],
        year=row["year"],
        number=row["number"],
        queue=Queue.parse(row["queue"]),
        session=row["session"],
        apart=row["apart"],
        asked_back=row["asked_back"],
        more=bool(row["more"]),
        made_at=from_ms(row["made_at"]),
        made_by=row["made_by"],
    )
