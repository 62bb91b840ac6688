"""A delivery at work, restarted and looked into."""

from bot.channels.base import Limits
from storage import outbox
from tests.doubles.spine import Post, post_over

TELEGRAM = Limits(per_second=30, per_chat_second=1, per_group_minute=20)


def restarted(before: Post) -> Post:
    """A new program over the same memory; what was in flight is forgotten by the old one."""
    return post_over(before.works, before.clock, before.line)


async def failures(desk: Post) -> list[str]:
    async with desk.works.look() as work:
        return [one.why for one in await outbox.failed(work.tx)]


async def waiting(desk: Post) -> int:
    async with desk.works.look() as work:
        return sum(one.waiting for one in await outbox.backlog(work.tx))
