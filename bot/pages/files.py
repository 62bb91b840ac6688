"""``GET /lay-tep/TOKEN``: a file, for whoever was given the link.

For chats on platforms that carry no files. The token is the key, so no page of ours links here.
"""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.domain.files import File
from bot.look import replies
from bot.look.downloads import download
from bot.look.languages import language_of
from bot.services import files
from bot.work import Works

_HOME = "/lay-tep"


def path(file: File) -> str:
    """Where a file is handed out."""
    return f"{_HOME}/{file.token}"


class Files:
    """Hands out files by their token."""

    def __init__(self, works: Works) -> None:
        self._works = works

    def routes(self) -> Sequence[BaseRoute]:
        return [Route(_HOME + "/{token}", self.serve)]

    async def serve(self, request: Request) -> Response:
        """What has expired and what never was look the same."""
        async with self._works.look() as work:
            found = await files.by_token(work, request.path_params["token"])
        if found:
            return download(*found)
        gone = self._works.voice.texts.say(language_of(request), "web-file-gone")
        return PlainTextResponse(gone, 404, headers=dict(replies.HEADERS))
