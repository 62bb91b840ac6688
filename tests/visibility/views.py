"""Every view of the chats, and what it is about: commands, presses, steps, files.

A view is whatever can make the bot say something; the pages stand in ``pages.py``. One that is not
listed here fails the build: whoever adds it decides what it is about, and from then on everybody's
way through it is walked with secrets planted on the other side.
"""

from enum import StrEnum


class About(StrEnum):
    """What the argument of a view names."""

    NOTHING = "nothing"
    QUESTION = "question"
    QUESTION_AGENCY = "question.agency"
    QUESTION_OTHER = "question.question"
    QUESTION_DRAFT = "question/draft"
    QUESTION_DAYS = "question.days"
    QUESTION_KIND = "question/kind"
    STEP_QUESTION = "step/question"
    QUEUE = "queue"
    DRAFT = "draft"
    DRAFT_AGENCY = "draft.agency"
    SESSION = "session"
    SESSION_QUESTION = "session/question"
    SESSION_QUESTION_AGENCY = "session/question/agency"
    SESSION_HOUSEHOLD = "session/household"
    SESSION_WARD = "session/ward"
    SESSION_PAPER = "session/paper"
    SESSION_QUEUE = "session/queue"
    SESSION_VERSION = "session/version"
    SEAT = "seat"
    SEAT_PAGE = "session/group/ward/after"
    SEAT_EDIT = "seat/edit"
    HOME = "household"
    HOME_NUMBER = "household.number"
    HOMES = "household/household"
    BULLETIN = "bulletin"
    ANNOUNCEMENT = "announcement"
    ANNOUNCEMENT_TO = "announcement/audience"
    ANNOUNCEMENT_PART = "announcement/part"
    COMMITMENT = "commitment"
    HELD = "held"
    ROLE = "role"
    ROLE_SCOPE = "role/scope"
    ROLE_HELD = "role of a person"
    PLACE = "place"
    FILE = "file"


_N, _Q, _S = About.NOTHING, About.QUESTION, About.SESSION

PRESSES: dict[str, About] = {
    "bind": About.QUEUE,
    "stop": _N,
    "own": _N,
    "choices": _N,
    "back": _N,
    # a question, by those who work on it
    "queue": About.QUEUE,
    "reminded": About.PLACE,
    "take": _Q,
    "giveback": _Q,
    "transfer": _Q,
    "transferto": About.QUESTION_AGENCY,
    "transfernow": About.QUESTION_AGENCY,
    "askback": _Q,
    "goon": _Q,
    "moretime": _Q,
    "moredays": About.QUESTION_DAYS,
    "decline": _Q,
    "seal": _Q,
    "sealas": About.QUESTION_KIND,
    "answer": _Q,
    "rewrite": _Q,
    "submit": _Q,
    "submitprivate": _Q,
    "approve": About.QUESTION_DRAFT,
    "approveprivate": About.QUESTION_DRAFT,
    "enclose": _Q,
    "addday": _Q,
    "unenclose": About.QUESTION_DAYS,
    "enclosed": _Q,
    "papersof": _Q,
    "return": _Q,
    "files": _Q,
    # the same question of many
    "join": _Q,
    "joinone": About.QUESTION_OTHER,
    "joinall": _Q,
    "split": _Q,
    "splitone": About.QUESTION_OTHER,
    "clusterundo": _Q,
    "clusterwords": _Q,
    "transferall": About.QUESTION_AGENCY,
    "transferone": About.QUESTION_AGENCY,
    "transferoneto": About.QUESTION_AGENCY,
    "transferonenow": About.QUESTION_AGENCY,
    "declineall": _Q,
    "declineone": _Q,
    "differs": _Q,
    "directly": _Q,
    "directlyme": _N,
    "directlyon": About.PLACE,
    "directlyalone": _Q,
    # a question, by who asked it
    "mine": _N,
    "mineone": _Q,
    "add": _Q,
    "addtyped": _Q,
    "resume": About.STEP_QUESTION,
    "withdraw": _Q,
    "withdrawyes": _Q,
    "helped": _Q,
    "nothelped": _Q,
    "notright": _Q,
    "onlysaid": _Q,
    "settled": _Q,
    "unsettled": _Q,
    # asking
    "agree": _N,
    "disagree": _N,
    "language": About.PLACE,
    "ward": About.PLACE,
    "hamlet": About.PLACE,
    "ask": _N,
    "confirm": About.DRAFT,
    "send": About.DRAFT,
    "other": About.DRAFT,
    "sendto": About.DRAFT_AGENCY,
    "drop": About.DRAFT,
    "splitdraft": About.DRAFT,
    "drafts": About.DRAFT,
    "typed": About.DRAFT,
    "offerread": About.DRAFT_AGENCY,
    "askafterall": About.DRAFT,
    "published": About.PLACE,
    "found": About.PLACE,
    "reuse": About.QUESTION_DAYS,
    "khmer": _Q,
    "listen": _Q,
    "basis": _Q,
    "basislater": _Q,
    "bases": _N,
    "basisone": About.COMMITMENT,
    "basisend": About.COMMITMENT,
    "basistell": About.COMMITMENT,
    "basisundo": About.COMMITMENT,
    "ends": About.HELD,
    "endsone": About.COMMITMENT,
    "endsprolong": About.COMMITMENT,
    "endsanew": About.COMMITMENT,
    "endstell": About.COMMITMENT,
    "follow": About.PLACE,
    "unfollow": About.PLACE,
    # for a household without a phone
    "helping": _N,
    "helpers": _N,
    "newhome": _N,
    "home": About.HOME,
    "homein": About.HOME,
    "homeis": About.HOME,
    "homeisnone": _N,
    "homeas": About.PLACE,
    "homeward": About.PLACE,
    "homeagrees": About.PLACE,
    "homeagreesby": _N,
    "choosehome": _N,
    "askfor": About.HOME,
    "signfor": About.HOME,
    "signforas": About.PLACE,
    "signforyes": _N,
    "mineof": About.HOME_NUMBER,
    "moremineof": About.PLACE,
    "endhelp": About.HOME,
    "endhelpyes": About.HOME_NUMBER,
    "erasehome": About.HOME,
    "erasehomeyes": About.HOME,
    "sharephone": About.PLACE,
    "openfor": About.HOME,
    "moreopenfor": About.PLACE,
    "openlisted": About.HOME,
    "listedaway": About.HOME,
    "visits": _N,
    "readout": About.HOME_NUMBER,
    "nobodymet": About.HOME_NUMBER,
    # sessions and seats
    "schedule": _N,
    "signup": _S,
    "category": About.PLACE,
    "nophone": _N,
    "signupyes": _N,
    "leave": _S,
    "seatyes": About.SEAT,
    "seatno": About.SEAT,
    "seatguest": About.SEAT,
    "goes": About.SEAT,
    "goesnot": About.SEAT,
    "notmet": About.SEAT,
    "samehome": About.HOMES,
    "otherhome": About.HOMES,
    "paperself": About.SEAT,
    "paperhelp": About.SEAT,
    "sessions": _N,
    "checkin": _S,
    "seatcard": _S,
    "planseats": _S,
    "seatlists": _S,
    "seatlist": About.SEAT_PAGE,
    "seatone": About.SEAT,
    "seatedit": About.SEAT_EDIT,
    "signoff": About.SESSION_VERSION,
    "signoffyes": About.SESSION_VERSION,
    "rosterin": About.FILE,
    "rosternewer": About.FILE,
    "panel": _S,
    "panelme": About.SESSION_QUEUE,
    "panelother": About.SESSION_QUEUE,
    "panelremind": _S,
    "panelsend": _S,
    "move": _S,
    "moveyes": _S,
    "calloff": _S,
    "calloffyes": _S,
    "news": _S,
    "newsyes": About.SESSION_VERSION,
    "newsno": About.SESSION_VERSION,
    "newscomes": About.SEAT,
    "newsstays": About.SEAT,
    # sheets of what is unanswered
    "dispatch": _S,
    "dispatchmake": _S,
    "dispatchfile": About.COMMITMENT,
    "dispatchin": About.FILE,
    "dispatchis": About.FILE,
    "dispatchapprove": About.FILE,
    # in the hall
    "hall": _S,
    "hallopen": _S,
    "hallcall": About.SESSION_QUESTION,
    "halllater": About.SESSION_QUESTION,
    "hallsooner": About.SESSION_QUESTION,
    "oral": About.SESSION_QUESTION,
    "oralby": About.SESSION_QUESTION_AGENCY,
    "oralshortly": About.SESSION_QUESTION_AGENCY,
    "hallundo": About.SESSION_QUESTION,
    "hallanswered": _S,
    "hallclose": _S,
    "hallcloseyes": _S,
    "hallchair": _S,
    "hallconclude": _S,
    "papers": _S,
    "makepaper": About.SESSION_PAPER,
    "floor": _S,
    "floorhome": About.SESSION_HOUSEHOLD,
    "floorward": About.SESSION_WARD,
    "also": _Q,
    "alsonot": _Q,
    # what is kept about a person
    "changename": _N,
    "changeplace": _N,
    "erase": _N,
    "eraseyes": _N,
    "unconsent": _N,
    "unmute": _N,
    # bulletins, invitations, the holding pen, announcements, commitments
    "bulletins": About.PLACE,
    "script": About.BULLETIN,
    "airnow": About.BULLETIN,
    "airnowyes": About.BULLETIN,
    "aired": About.BULLETIN,
    "invite": _N,
    "inviterole": About.ROLE,
    "invitehamlet": About.PLACE,
    "invitefor": About.ROLE_SCOPE,
    "roles": _N,
    "rolesat": About.ROLE_SCOPE,
    "endrole": About.ROLE_HELD,
    "endroleyes": About.ROLE_HELD,
    "pen": About.HELD,
    "settle": About.HELD,
    "announce": _N,
    "announcepart": About.ANNOUNCEMENT_PART,
    "announceto": About.ANNOUNCEMENT_TO,
    "announcewhom": About.ANNOUNCEMENT,
    "announcerewrite": About.ANNOUNCEMENT,
    "announcesend": About.ANNOUNCEMENT,
    "announcedrop": About.ANNOUNCEMENT,
    "announceyes": About.ANNOUNCEMENT,
    "announceno": About.ANNOUNCEMENT,
    "commitments": About.COMMITMENT,
    "commitmentsall": About.COMMITMENT,
    "commitmentkept": About.COMMITMENT,
    "commitmentmove": About.COMMITMENT,
    "commitmentmoveyes": About.COMMITMENT,
    "commitmentnone": About.COMMITMENT,
}

#: What would end the walk: the walker would be nobody any more.
ENDS = frozenset({"eraseyes", "unconsent"})

COMMANDS = frozenset(
    {
        *("/start", "/hangdoi", "/nhom", "/giup", "/hoi", "/cauhoi", "/lich", "/traloi", "/bantin"),
        *("/phien", "/moi", "/thongbao", "/hua", "/hoigiup", "/ngonngu", "/dulieu", "/ngung"),
    }
)

#: What slow work comes to; no channel can forge it.
DONE = frozenset({"paper", "file", "attached", "enclosure", "recording"})

#: Which step waits for words, and what its words end up in.
STEPS = frozenset(
    {
        *("ward", "hamlet", "official-name", "question", "add", "reopen"),
        *("signup.category", "signup.name", "signup.phone", "signup.confirm", "mydata.name"),
        *("panel.post", "panel.who", "hall.by", "hall.words", "hall.chair", "hall.conclusions"),
        *(
            "floor.text",
            "floor.who",
            "announce.text",
            "announce.whom",
            "announce.why",
            "commitment.kept",
        ),
        *("commitment.move", "seat.guest", "seat.why", "answer.text", "answer.preview"),
        *("askback.words", "moretime.reason", "decline.reason", "transfer.reason", "return.reason"),
        *("helping.name", "helping.who", "helping.place", "helping.signup", "helping.agreed"),
        *("cluster.words", "cluster.join", "differs"),
        *(
            "answer.basis",
            "basis.later",
            "basis.after",
            "ends.day",
            "answer.khmer",
            "answer.file",
            "answer.day",
        ),
        *("helping.question", "session.when", "session.reason"),
        *("directly.words", "directly.day", "directly.who"),
    }
)
