"""Handing out a file: to be saved, shown inside no page of ours, kept by nobody between."""

from urllib.parse import quote

from starlette.responses import Response

from bot.domain.files import File
from bot.look import replies


def download(file: File, content: bytes) -> Response:
    """The file under its own name; letters beyond ASCII as RFC 5987 writes them (RFC 6266)."""
    plain = "".join(one if " " <= one <= "~" and one not in '"\\%' else "_" for one in file.name)
    named = f"filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    headers = {**replies.HEADERS, "Content-Disposition": f"attachment; {named}"}
    return Response(content, headers=headers, media_type=file.media_type)
