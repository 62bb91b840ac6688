"""The figures of what the panel gets on paper: its letters, and the questions asked beforehand.

Each function returns how to draw its paper. This brings python-docx, as ``paper_figures`` does.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.documents.pack import Asked, Pack, pack
from bot.documents.panel import Panelist, PanelLetters, panel_letters
from bot.documents.words import Drawing
from bot.domain.agencies import Queue
from bot.domain.panel import Sitting, eve, has_letters
from bot.domain.questions import Question
from bot.services.questions import public_words
from bot.services.sessions.paper_reading import (
    Reading,
    asked_before,
    dialogue,
    in_letters,
    of_office,
    office,
    topic,
)
from storage import panel


async def for_pack(reading: Reading, office_asked: Queue) -> Drawing:
    """What was asked an agency, or the committee of one ward, before the session."""
    found = of_office(await asked_before(reading), office_asked)
    asked = Pack(
        office=office(reading),
        dialogue=await dialogue(reading),
        agency=in_letters(reading, office_asked),
        questions=await _on_paper(reading, found),
    )
    return lambda say, on: pack(asked, say, on=on)


async def _on_paper(reading: Reading, found: Sequence[Question]) -> tuple[Asked, ...]:
    zone = reading.work.programme.zone
    texts = await public_words.of(reading.work, [(one.asker, one.text) for one in found])
    return tuple(
        Asked(
            number=one.number,
            question=text,
            hamlets=1,
            topic=topic(reading, one),
            asked_on=one.asked_at.astimezone(zone).date(),
        )
        for one, text in zip(found, texts, strict=True)
    )


async def for_panel_letters(reading: Reading) -> Drawing:
    """Giấy mời cơ quan: a letter to each place of the panel but that of the office that writes
    them, and what it was asked so far."""
    programme, session = reading.work.programme, reading.session
    named = await panel.of(reading.work.tx, session.number)
    asked = await asked_before(reading)
    letters = PanelLetters(
        office=office(reading),
        dialogue=await dialogue(reading),
        name_by=_name_by(reading),
        panel=tuple(
            [
                await _panelist(reading, queue, named.get(queue), of_office(asked, queue))
                for queue in has_letters(programme, session)
            ]
        ),
    )
    return lambda say, on: panel_letters(letters, say, on=on)


def _name_by(reading: Reading) -> datetime | None:
    """As the offices open on the working day before, when the running order goes to the chair."""
    by = eve(reading.session, reading.work.programme.calendar)
    return by if by > reading.work.now else None


async def _panelist(
    reading: Reading, queue: Queue, sitting: Sitting | None, asked: Sequence[Question]
) -> Panelist:
    programme = reading.work.programme
    promised = programme.promise(queue, reading.session.ends_at)
    return Panelist(
        name=sitting.name if sitting else "",
        post=sitting.post if sitting else "",
        agency=in_letters(reading, queue),
        questions=await _on_paper(reading, asked),
        answer_days=promised.days,
        answer_by=promised.at,
    )
