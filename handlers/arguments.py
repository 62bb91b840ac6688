"""What a button's argument looks like: the gate before the handlers that ``presses`` lists.

A button comes back from a phone, so what it carries may be anything. A press that no button of ours
can have sent is lost before its handler sees it; numbers are read by the handlers, here is seen to
it that they are some. A new button that carries one stands here, too.
"""

import re
from collections.abc import Iterator, Mapping

from bot.domain.announcements import Whom
from bot.domain.people import Role
from bot.domain.questions import Sensitive
from bot.routes import PressHandler
from bot.services.sessions.papers import Paper
from bot.turn import Turn
from handlers import menu

_ID = "[0-9]{1,18}"  # what a row's number may be: a database holds no longer ones
_FEW = "[0-9]{1,3}"  # a place in a list, or days
_ANY = ".+"
_TWO = f"{_ID}/{_ID}"
_DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
_WHOM = f"{Whom.EVERYONE}|({Whom.WARD}|{Whom.BASIS})/{_ANY}|{Whom.SESSION}/{_ID}"
_SEATED = rf"{Whom.SEATED}/{_ID}(\.{_ANY})?"

#: The shape of an argument → the buttons that carry it. Any other button carries a word, or none,
#: which its handler looks up.
_SHAPES: Mapping[str, str] = {
    _ID: """
        add addday aired airnow airnowyes also alsonot announcedrop announceno announcerewrite
        announcesend announcewhom announceyes answer askafterall askback askfor basis basisend
        basislater
        basisone basistell basisundo calloff calloffyes category checkin clusterundo clusterwords
        commitmentkept commitmentmove commitmentmoveyes commitmentnone commitments
        commitmentsall confirm decline
        declineall declineone differs directly directlyalone directlyme dispatch dispatchapprove
        dispatchfile drop enclose enclosed endhelp
        endsanew endsone endsprolong endstell endrole endroleyes erasehome
        erasehomeyes files floor giveback goes goesnot goon hall hallanswered hallchair hallclose
        hallcloseyes hallconclude hallopen helped listen
        home homeis join khmer leave mineone moremineof moreopenfor moretime move news newscomes
        newsstays nothelped notmet notright onlysaid openfor openlisted other panel panelremind
        panelsend papers
        papersof planseats reminded return rewrite
        script seal seatcard seatguest seatlists seatno seatone
        seatyes send settle settled signfor signforas splitdraft splitone submit submitprivate take
        transfer transferall transferone unsettled withdraw withdrawyes
    """,
    f"({_ID})?": "choosehome drafts helping mine pen published",
    f"({_FEW})?": "found",
    rf"{_ID}(\.[0-9]{{1,11}})?": "ends",
    rf"{_ID}\.{_ID}": "endhelpyes joinall joinone offerread readout reuse",
    rf"{_ID}(\.({_ID})?)?": "listedaway mineof nobodymet split",
    rf"{_ID}\.{_FEW}": "directlyon moredays unenclose",
    rf"{_ID}\.{_ANY}": "sendto transfernow transferonenow transferoneto transferto",
    _TWO: """
        floorhome hallcall halllater hallsooner hallundo newsno newsyes oral samehome signoffyes
    """,
    f"{_ID}(/({_ID})?)?": "approve approveprivate dispatchmake signoff",
    f"{_ID}/{_ANY}": "floorward panelme panelother",
    f"{_TWO}/[^/]+": "oralby oralshortly",
    f"{_TWO}(/{_ANY})?": "dispatchis",
    f"{_ID}/{_FEW}/{_FEW}/{_ID}": "seatlist",
    f"{_ID}/(in|out|up)?": "seatedit",
    f"{_ID}/(wards|{_ID})": "announcepart",
    f"{_ID}/({'|'.join(one for one in Sensitive if one)})": "sealas",
    f"{_ID}/({_WHOM}|{_SEATED})": "announceto",
    rf"[a-z.]+/({_ID})?": "resume",
    f"({'|'.join(Role)})": "inviterole",
    f"({'|'.join(Role)})/.*": "invitefor rolesat",
    f"{_ID}/({'|'.join(Paper)})(/{_ANY})?": "makepaper",
    f"{_ID}/{_DAY}T{_TIME}": "moveyes",
}


def shapes() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each button that carries a number, and what its argument looks like."""
    for shape, actions in _SHAPES.items():
        pattern = re.compile(shape)
        yield from ((action, pattern) for action in actions.split())


def checked(handlers: Mapping[str, PressHandler]) -> dict[str, PressHandler]:
    """The same handlers, for arguments that they can read; any other press is lost."""
    known = dict(shapes())
    return {
        action: _reading(handler, known[action]) if action in known else handler
        for action, handler in handlers.items()
    }


def _reading(handler: PressHandler, shape: re.Pattern[str]) -> PressHandler:
    async def guarded(turn: Turn, argument: str) -> None:
        if shape.fullmatch(argument):
            await handler(turn, argument)
        else:
            await menu.lost(turn)

    return guarded
