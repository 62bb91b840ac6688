"""Announcements about an answer that ends: whose it is, and whether what they say still holds."""

from bot.domain.agencies import Queue
from bot.domain.announcements import Audience
from bot.domain.errors import Refused
from bot.domain.questions import Question
from bot.services.asking import asking
from bot.work import Work
from storage import announcements, endings, questions


async def office(work: Work, audience: Audience | None) -> Queue | None:
    """Whose answer it is about, by now; None if it is about none."""
    question = await _question(work, audience)
    return (await asking.where_today(work, question))[0] if question else None


async def must_hold(work: Work, audience: Audience) -> None:
    """Raises Refused where people would read what is no longer so, or what is private by now."""
    if audience.family and not await _holds(work, audience):
        raise Refused("ends-changed" if await _is_there(work, audience) else "ends-gone")


async def still_holds(work: Work, announcement_id: int | None) -> bool:
    """Whether what is on its way is still to be told."""
    found = await announcements.get(work.tx, announcement_id) if announcement_id else None
    if found is None or found.audience is None or not found.audience.family:
        return True
    return await _holds(work, found.audience)


async def _holds(work: Work, audience: Audience) -> bool:
    """Whether the answer still ends as was written, and is for more than its asker."""
    found = await endings.family(work.tx, audience.family, 0, 1)
    question = await _question(work, audience)
    if not found or question is None:
        return False
    return audience.still_tells(found[0]) and not question.stays_private


async def _is_there(work: Work, audience: Audience) -> bool:
    return bool(await endings.family(work.tx, audience.family, 0, 1))


async def _question(work: Work, audience: Audience | None) -> Question | None:
    """Under which its office knows the answer."""
    if audience is None or not audience.family:
        return None
    return await questions.numbered(work.tx, audience.name(work.programme))
