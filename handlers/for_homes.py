"""Asking and listening for households: which buttons and steps lead where."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.routes import Handler, PressHandler
from handlers import helping, helping_signup, mine, new_home, readings, visits

PRESSES: Mapping[str, PressHandler] = MappingProxyType(
    {
        "helping": helping.press_show,
        "newhome": new_home.begin,
        "homeis": new_home.is_that,
        "homeisnone": new_home.is_none,
        "homeward": new_home.other_ward,
        "homein": new_home.lives_in,
        "homeas": new_home.relation,
        "homeagrees": new_home.agrees,
        "homeagreesby": new_home.somebody_else,
        "home": helping.home,
        "choosehome": helping.choose,
        "askfor": helping.ask_for,
        "mineof": mine.show_of,
        "moremineof": mine.choose,
        "signfor": helping_signup.begin,
        "signforas": helping_signup.category,
        "signforyes": helping_signup.surely,
        "endhelp": helping.end,
        "endhelpyes": helping.end_surely,
        "erasehome": helping.erase,
        "erasehomeyes": helping.erase_surely,
        "helpers": helping.helpers,
        "sharephone": helping.share_phone,
        "openfor": readings.open_for,
        "moreopenfor": readings.more,
        "readout": readings.read_out,
        "nobodymet": readings.not_met,
        "openlisted": readings.open_listed,
        "listedaway": readings.not_met,
        "visits": visits.show,
    }
)

STEPS: Mapping[str, Handler] = MappingProxyType(
    {
        "helping.name": new_home.name_typed,
        "helping.place": new_home.place_typed,
        "helping.agreed": new_home.consent_typed,
        "helping.who": new_home.who_typed,
        "helping.question": helping.question_typed,
        "helping.signup": helping_signup.typed,
    }
)
