"""Handing out a file: to be saved or played, shown in no page of ours, kept by nobody between."""

import re
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from bot.domain.files import File
from bot.look import replies

#: One part of a file, as a player asks for it; several at once are for nobody here.
_PART = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def download(request: Request, file: File, content: bytes) -> Response:
    """The file under its own name; letters beyond ASCII as RFC 5987 writes them (RFC 6266).

    Of a part that is asked for, that part (RFC 9110): no iPhone plays what it cannot have so.
    """
    plain = "".join(one if " " <= one <= "~" and one not in '"\\%' else "_" for one in file.name)
    named = f"filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    headers = {
        **replies.HEADERS,
        "Accept-Ranges": "bytes",
        "Content-Disposition": f"attachment; {named}",
    }
    part = _part(request.headers.get("range", ""), len(content))
    if part is None:
        return Response(content, headers=headers, media_type=file.media_type)
    if not part:
        nowhere = {**headers, "Content-Range": f"bytes */{len(content)}"}
        return Response(status_code=416, headers=nowhere)
    headers["Content-Range"] = f"bytes {part[0]}-{part[-1]}/{len(content)}"
    return Response(content[part.start : part.stop], 206, headers, file.media_type)


def _part(asked: str, size: int) -> range | None:
    """Which bytes are asked for; empty where there are none of those, None for the whole file."""
    found = _PART.fullmatch(asked.strip())
    if not found or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(size, int(last) + 1) if last else size)
