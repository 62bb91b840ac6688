"""What of the released answers is looked at. Each place has an address of its own."""

from dataclasses import replace
from urllib.parse import quote, urlencode

from starlette.requests import Request

from bot.domain.programme import Programme
from bot.domain.values import dataclass

HOME = "/traloi"

#: The longest search, in characters.
LONGEST = 200

#: The pages of what was found that there may be; what is behind them nobody looks at.
_PAGES = frozenset(map(str, range(2, 10)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """All answers, those of one ward, those before a release, to one question, or with words."""

    ward: str = ""  #: id
    before: int = 0  #: the release that ended the page before
    number: str = ""  #: of a question
    words: str = ""  #: that are looked for
    page: int = 0  #: of what was found, from 0

    @classmethod
    def of_request(cls, request: Request, programme: Programme) -> "Place":
        """What the address names; a ward that does not exist is none."""
        asked = request.query_params
        ward = programme.ward(asked.get("phuong", ""))
        before, page = asked.get("truoc", ""), asked.get("trang", "")
        return cls(
            ward=ward.id if ward else "",
            before=int(before) if before.isascii() and before.isdigit() and len(before) < 18 else 0,
            number=str(request.path_params.get("number", "")).upper(),
            words=" ".join(asked.get("q", "").split())[:LONGEST],
            page=int(page) - 1 if page in _PAGES else 0,
        )

    @property
    def newest(self) -> "Place":
        """This place with its newest answers first again."""
        return replace(self, before=0, page=0)

    @property
    def onward(self) -> "Place":
        """The next page of what was found."""
        return replace(self, page=self.page + 1)

    def older(self, release: int) -> "Place":
        """This place from before a release on."""
        return replace(self, before=release)

    def url(self, **more: str) -> str:
        """Its address; ``more`` are further parameters."""
        path = f"{HOME}/{quote(self.number, safe='')}" if self.number else HOME
        asked = {
            "q": self.words,
            "phuong": self.ward,
            "truoc": str(self.before or ""),
            "trang": str(self.page + 1) if self.page else "",
            **more,
        }
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"{path}?{query}" if query else path
