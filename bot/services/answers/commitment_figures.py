"""What papers say of promises: what a session's wards were promised, what reached people."""

from datetime import datetime, timedelta

from bot.documents import running_order
from bot.domain.commitments import Commitment
from bot.domain.sessions import Session
from bot.i18n import HOME
from bot.services.answers import commitments, policies
from bot.services.seats import phases
from bot.work import Work
from storage import follow_ups
from storage.follow_ups import Settled

#: How many promises a running order names.
_MOST = 40

#: How many policies it names.
_FEW = 5

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
    """The policies of which somebody said, a while after an answer, that it had not helped: over
    all questions there were, and how many of those were asked for this session.
    """
    earlier = await phases.earlier(work, session.number)
    said = await follow_ups.by_topic(work.tx, session.number, earlier)
    here = {one.topic: one.unsettled for one in said if one.unsettled}
    return tuple(
        work.say(
            HOME,
            "figures-policy",
            topic=_policy(work, one),
            asked=str(one.asked),
            settled=str(one.settled),
            unsettled=str(one.unsettled),
            here=str(here[one.topic]) if one.topic in here else "none",
        )
        for one in await policies.unsettled(work)
    )


async def unsettled(work: Work) -> tuple[str, ...]:
    """The few policies that a running order names, the most unsettled first."""
    return tuple(
        work.say(
            HOME,
            "figures-policy-short",
            topic=_policy(work, one),
            asked=str(one.asked),
            settled=str(one.settled),
            unsettled=str(one.unsettled),
        )
        for one in await policies.unsettled(work, _FEW)
    )


def _policy(work: Work, said: Settled) -> str:
    topic = work.programme.topic(said.topic)
    return topic.name if topic else work.say(HOME, "figures-no-topic")
