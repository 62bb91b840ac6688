"""A page's style and scripts: read once, named by their content, kept by browsers for a year."""

import gzip
import hashlib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_TYPES = {".css": "text/css", ".js": "text/javascript"}
_SHARED = Path(__file__).parent / "static"


class Assets:
    """The files of one folder and the scripts that pages share, below ``path``.

    Each style sheet begins with the common look.
    """

    def __init__(self, folder: Path, path: str) -> None:
        self._path = path
        own, shared = sorted(folder.iterdir()), sorted(_SHARED.glob("*.js"))
        self._files = {file.name: _read(file) for file in (*own, *shared)}
        self._small = {name: gzip.compress(file, 9) for name, file in self._files.items()}
        self._digest = hashlib.sha256(b"".join(self._files.values())).hexdigest()[:12]

    def url(self, name: str) -> str:
        """Where the file stands; another content has another address."""
        return f"{self._path}/{self._digest}/{name}"

    def route(self) -> Route:
        return Route(self._path + "/{digest}/{name}", self.serve)

    async def serve(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._files:
            return Response(status_code=404)
        known = request.path_params["digest"] == self._digest
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable" if known else "no-cache",
            "Vary": "Accept-Encoding",
            "X-Content-Type-Options": "nosniff",
        }
        body = self._files[name]
        if takes_gzip(request):
            body, headers["Content-Encoding"] = self._small[name], "gzip"
        return Response(body, media_type=_TYPES.get(Path(name).suffix), headers=headers)


def _read(file: Path) -> bytes:
    look = (_SHARED / "look.css").read_bytes() + b"\n" if file.suffix == ".css" else b""
    return look + file.read_bytes()


def takes_gzip(request: Request) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")
