"""Every page of the product: who may open it, and about what.

A route that is not listed here fails the build: whoever adds it decides who may open it, and from
then on everybody tries it, with secrets planted on the other side.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Opens(StrEnum):
    """Who gets something there. Everybody else gets what does not exist."""

    ANYBODY = "anybody"  #: it is the same for everyone, or says only how things go
    CHAT = "chat"  #: the browser that has this chat open
    CLERK = "clerk"  #: who is at the door of that session, on a device that is signed in
    PAPER = "paper"  #: who holds the household's invitation; and the clerk of its session
    LINK = "link"  #: whose chat got the link, in the browser that opened it


class Names(StrEnum):
    """What the braces of a path are filled with: what is there, what is not, and what is taken."""

    NOTHING = "nothing"
    CHAT = "chat"  #: everybody's chat
    MESSAGE = "message"  #: every message of every chat
    LANGUAGE = "language"
    ASSET = "asset"
    ANSWER = "answer"  #: by the number of its question
    PAPER_OF_ANSWER = "paper of an answer"
    FILE_LINK = "link to a file"
    DOOR_LINK = "link to the door"
    SESSION = "session"
    INVITATION = "invitation"


@dataclass(frozen=True, slots=True)
class Page:
    """A row: who may open a page, what it is about, and which forms are sent to it."""

    opens: Opens
    names: Names = Names.NOTHING
    forms: tuple[Mapping[str, str], ...] = field(default=({},))
    asked: tuple[str, ...] = ("",)  #: what may stand behind a question mark
    streams: bool = False
    is_json: bool = False


#: What somebody writes into the box of the web chat, and presses without having been offered it.
_SAID: tuple[Mapping[str, str], ...] = (
    *({"text": word} for word in ("/hangdoi", "/cauhoi", "TV-0003", "/phien", "Kim Thị")),
    *({"press": press, "message": "1"} for press in ("files:2", "mineone:2", "answer:2")),
)

_AT_THE_DOOR: tuple[Mapping[str, str], ...] = tuple(
    {"what": what, "seat": seat, "mark": f"mark-of-{what}-{seat}", "name": "Tên", "hamlet": "p7-k3"}
    for what in ("came", "walked-in", "settle")
    for seat in ("1", "2")
)

_A, _C = Opens.ANYBODY, Opens.CHAT

PAGES: Mapping[str, Page] = {
    # the web chat
    "GET /": Page(_A, asked=("", "truoc=999", "tl=1", "tl=2", "start=NOCODE")),
    "GET /vao": Page(_A, asked=("", "start=NOCODE")),
    "POST /gui": Page(_A, forms=_SAID),
    "GET /tin": Page(_A, asked=("tu=0", "truoc=999")),
    "GET /su-kien": Page(_A, streams=True),
    "GET /tep-kem/{entry:number}": Page(_C, Names.MESSAGE),
    "GET /tieng/{language}": Page(_A, Names.LANGUAGE),
    "GET /tep/{digest}/{name}": Page(_A, Names.ASSET),
    "GET /chat/{door}": Page(_C, Names.CHAT, asked=("", "truoc=999", "start=NOCODE")),
    "POST /chat/{door}/gui": Page(_C, Names.CHAT, forms=_SAID),
    "GET /chat/{door}/tin": Page(_C, Names.CHAT, asked=("tu=0", "truoc=999")),
    "GET /chat/{door}/su-kien": Page(_C, Names.CHAT, streams=True),
    "GET /chat/{door}/tep-kem/{entry:number}": Page(_C, Names.MESSAGE),
    "GET /chat/{door}/tieng/{language}": Page(_A, Names.LANGUAGE),
    # what was answered in public
    "GET /traloi": Page(_A, asked=("", "q=vay+tiền+nuôi+bò", "phuong=p7", "truoc=99", "q=zq")),
    "GET /traloi/{number}": Page(_A, Names.ANSWER),
    "GET /traloi/{number}/giay/{paper:number}": Page(_A, Names.PAPER_OF_ANSWER),
    "GET /traloi/tep/{digest}/{name}": Page(_A, Names.ASSET),
    # files
    "GET /lay-tep/{code}": Page(Opens.LINK, Names.FILE_LINK),
    "POST /lay-tep/{code}": Page(Opens.LINK, Names.FILE_LINK),
    "GET /lay-tep/{code}/nghe": Page(Opens.LINK, Names.FILE_LINK),
    # in the hall
    "GET /live/{number:number}": Page(_A, Names.SESSION),
    "POST /live/{number:number}/cung-hoi": Page(_A, Names.SESSION, ({"also": "1"}, {"also": "3"})),
    "GET /live/{number:number}/su-kien": Page(_A, Names.SESSION, streams=True),
    "GET /live/tep/{digest}/{name}": Page(_A, Names.ASSET),
    # at the door
    "GET /checkin/mo/{code}": Page(Opens.CLERK, Names.DOOR_LINK),
    "POST /checkin/mo/{code}": Page(Opens.CLERK, Names.DOOR_LINK),
    "GET /checkin/{number:number}": Page(
        Opens.CLERK, Names.SESSION, asked=("", "hoi=1", "tim=Kim")
    ),
    "POST /checkin/{number:number}/ghi": Page(Opens.CLERK, Names.SESSION, _AT_THE_DOOR),
    "POST /checkin/{number:number}/gui": Page(Opens.CLERK, Names.SESSION, is_json=True),
    "POST /checkin/{number:number}/thoat": Page(Opens.CLERK, Names.SESSION),
    "GET /checkin/sw.js": Page(_A),
    "GET /checkin/tep/{digest}/{name}": Page(_A, Names.ASSET),
    # an invitation on paper
    "GET /m": Page(_A, asked=("", "ma=K3-7HQ4-XQ7T")),
    "GET /m/{code}": Page(Opens.PAPER, Names.INVITATION),
    "POST /m/{code}": Page(
        Opens.PAPER,
        Names.INVITATION,
        ({"answer": "yes"}, {"answer": "send", "name": "Tên"}, {"answer": "no"}),
    ),
    "GET /m/sw.js": Page(_A),
    # how things go
    "GET /health": Page(_A),
    "GET /metrics": Page(_A),
    "GET /robots.txt": Page(_A),
}
