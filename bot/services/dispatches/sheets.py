"""A list that an organiser sends: a dispatch that came back, or else a roster. The file tells."""

from bot.services import slow
from bot.services.dispatches import dispatch_reading, dispatch_returns
from bot.services.files import fetching
from bot.services.roster import roster_files
from bot.services.slow import Ending, Task


async def read(task: Task) -> Ending:
    """Fetch the file, and show what it would change."""
    content = await fetching.content_of(task)
    if await slow.in_thread(lambda: dispatch_reading.is_dispatch(content)):
        return await dispatch_returns.show(task, content)
    return await roster_files.show(task, content)
