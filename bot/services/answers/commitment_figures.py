"""What papers say of promises: what a session's wards were promised, what reached people."""

from datetime import datetime, timedelta

from bot.documents import running_order
from bot.domain.commitments import Commitment
from bot.domain.sessions import Session
from bot.i18n import HOME
from bot.services.answers import commitments
from bot.work import Work
from storage import follow_ups

#: How many promises a running order names.
_MOST = 40

#: How far back it looks where there was no session before.
_A_YEAR = timedelta(days=365)


async def promised(work: Work, session: Session) -> tuple[running_order.Commitment, ...]:
    """Open promises to the wards of a session, and what was done since the one before."""
    found = await commitments.of_wards(work, session.wards, _before(work, session), _MOST)
    return tuple(_on_paper(work, one) for one in found)


def _before(work: Work, session: Session) -> datetime:
    """When some of these wards had their last session."""
    earlier = [
        one.starts_at
        for one in work.programme.sessions
        if one.starts_at < session.starts_at and set(one.wards) & set(session.wards)
    ]
    return max(earlier, default=session.starts_at - _A_YEAR)


def _on_paper(work: Work, one: Commitment) -> running_order.Commitment:
    return running_order.Commitment(
        what=f"{one.words} ({one.number})",
        who=work.programme.queue_name(one.queue),
        due=one.due if one.has_day else None,
        stands=_stands(work, one),
    )


def _stands(work: Work, one: Commitment) -> str:
    if not one.is_open:
        return work.say(HOME, "figures-commitment-kept", done=one.note)
    if not one.has_day:
        return work.say(HOME, "figures-commitment-undated")
    if one.is_late(work.local.date()):
        return work.say(HOME, "figures-commitment-late")
    if one.note:
        return work.say(HOME, "figures-commitment-moved", reason=one.note)
    return work.say(HOME, "figures-commitment-open")


async def proposals(work: Work, session: Session) -> tuple[str, ...]:
    """The policies of which somebody said, a while after the answer, that it had not helped."""
    said = await follow_ups.by_topic(work.tx, session.number)
    found = []
    for one in sorted((one for one in said if one.unsettled), key=lambda one: -one.unsettled):
        topic = work.programme.topic(one.topic)
        found.append(
            work.say(
                HOME,
                "figures-policy",
                topic=topic.name if topic else work.say(HOME, "figures-no-topic"),
                settled=str(one.settled),
                unsettled=str(one.unsettled),
            )
        )
    return tuple(found)
