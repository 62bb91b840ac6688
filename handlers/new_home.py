"""One more household to help: by its name, by a code on paper; and its consent, recorded."""

from bot.domain import access
from bot.domain.agencies import Hamlet
from bot.domain.errors import Refused
from bot.domain.households import Consent, Household, Relation
from bot.domain.people import Role
from bot.services.people import acting
from bot.services.residents import helping, onboarding
from bot.services.residents.helping import Named, Terms
from bot.services.seats import paper_codes
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import helping as helped
from handlers import menu, paper


async def begin(turn: Turn, _argument: str) -> None:
    """*Nhà khác*: what is it called?"""
    await ask_name(turn)


async def ask_name(turn: Turn) -> None:
    access.must_be_known(turn.person)
    turn.wait_for("helping.name")
    knows = "yes" if access.may_look_up(turn.person) else "no"
    await turn.say("home-name-ask", [menu.STOP], knows=knows)


async def name_typed(turn: Turn) -> None:
    """A code on paper, a household of the head's own hamlet, or one that is named."""
    if home := await paper_codes.household_of(turn.work, turn.person, turn.text):
        await paper.show(turn, turn.text, home)
        return
    name = helping.read_name(turn.text)
    found = await helping.look_up(turn.work, turn.person, name)
    turn.wait_for("helping.name", name=name)
    if not found:
        await (_not_on_the_list(turn, name) if access.may_look_up(turn.person) else _place(turn))
        return
    rows = [[Button("plain", "homeis", one.id, {"words": _where(turn, one)})] for one in found]
    await turn.say("home-which", [*rows, [Button("home-none-button", "homeisnone")], menu.STOP])


async def _not_on_the_list(turn: Turn, name: str) -> None:
    """A few letters that fit nobody may not be a name: type it again, or confirm that it is one."""
    new = Button("home-new-button", "homeisnone", "", {"name": name})
    await turn.say("home-not-found", [[new], menu.STOP], typed=name)


def _where(turn: Turn, home: Household) -> str:
    """Namesakes are told apart by where they live."""
    return ", ".join(one for one in (home.name, helping.place(turn.work, home)) if one)


async def is_that(turn: Turn, argument: str) -> None:
    """A household of the head's own hamlet."""
    home = await helping.of_own_hamlet(turn.work, turn.person, int(argument))
    if home.id in await acting.bonds(turn.work, turn.person):
        await helped.home(turn, argument)
        return
    turn.wait_for("helping.agreed", home=home.id)
    others = helped.to_end(turn, await helping.helpers_of(turn.work, turn.person, home))
    await _ask_consent(turn, acting.called(turn.work, turn.language, home), others)


async def is_none(turn: Turn, _argument: str) -> None:
    """None of those that were found."""
    await _place(turn)


# ── where it lives ───────────────────────────────────────────────────────────────────────────


async def _place(turn: Turn) -> None:
    """Heads of one hamlet mean that; others say where it is."""
    hamlets = turn.person.scopes(Role.HAMLET)
    wards = [one for one in turn.work.programme.wards if hamlets and one.hamlet(hamlets[0])]
    if len(hamlets) == 1 and wards:
        turn.note(ward=wards[0].id, hamlet=hamlets[0])
        await _relation(turn)
    elif turn.person.ward:
        await _in_ward(turn, turn.person.ward)
    else:
        await other_ward(turn, "")


async def _in_ward(turn: Turn, ward_id: str) -> None:
    name = _name(turn)
    ward = turn.work.programme.ward(ward_id)
    if ward is None or not ward.valid.on(turn.work.local.date()):
        await other_ward(turn, "")
        return
    turn.wait_for("helping.place", name=name, ward=ward.id)
    rows = [
        [_hamlet_button(one) for one in ward.hamlets[at : at + 3]]
        for at in range(0, len(ward.hamlets), 3)
    ]
    last = [Button("skip-button", "homein"), Button("other-ward-button", "homeward")]
    await turn.say("home-place-ask", [*rows, last, menu.STOP], ward=ward.name)


def _hamlet_button(hamlet: Hamlet) -> Button:
    return Button("plain", "homein", hamlet.id, {"words": hamlet.name})


async def other_ward(turn: Turn, argument: str) -> None:
    """*Phường, xã khác*: which; then its hamlets."""
    name = _name(turn)
    if argument:
        await _in_ward(turn, argument)
        return
    turn.wait_for("helping.place", name=name)
    wards = turn.work.programme.wards_on(turn.work.local.date())
    rows = [
        [Button("plain", "homeward", one.id, {"words": one.name}) for one in wards[at : at + 2]]
        for at in range(0, len(wards), 2)
    ]
    await turn.say("home-ward-ask", [*rows, menu.STOP])


async def place_typed(turn: Turn) -> None:
    """The place in the person's own words."""
    ward = turn.data.get("ward", "")
    if ward and (hamlet := onboarding.find_hamlet(turn.work, ward, turn.text)):
        await lives_in(turn, hamlet.id)
    elif found := onboarding.find_ward(turn.work, turn.text):
        await _in_ward(turn, found.id)
    else:
        await turn.say("choose-a-button")
        await ask_place(turn)


async def ask_place(turn: Turn) -> None:
    """Ask once more where they live: the hamlet where the ward is known, or the ward."""
    ward = turn.data.get("ward", "")
    await (_in_ward(turn, ward) if ward else other_ward(turn, ""))


async def lives_in(turn: Turn, hamlet_id: str) -> None:
    ward = turn.work.programme.ward(turn.data.get("ward", ""))
    if ward is None or (hamlet_id and ward.hamlet(hamlet_id) is None):
        raise Refused("home-step-over")
    turn.note(hamlet=hamlet_id)
    await _relation(turn)


async def _relation(turn: Turn) -> None:
    """What is the person to it? The head of its hamlet need not say."""
    hamlet = turn.data.get("hamlet", "")
    if helping.relation_of(turn.person, hamlet, Relation.FAMILY) is Relation.HAMLET:
        await relation(turn, Relation.HAMLET.value)
        return
    await turn.say(
        "relation-ask",
        [
            [Button("relation-family-button", "homeas", Relation.FAMILY.value)],
            [Button("relation-association-button", "homeas", Relation.ASSOCIATION.value)],
            menu.STOP,
        ],
    )


async def relation(turn: Turn, told: str) -> None:
    name = _name(turn)
    kept = {one: turn.data.get(one, "") for one in ("ward", "hamlet")}
    turn.wait_for("helping.agreed", name=name, relation=told, **kept)
    shown = Household(id=0, name=name, ward=kept["ward"])
    await _ask_consent(turn, acting.called(turn.work, turn.language, shown))


def _name(turn: Turn) -> str:
    """The name that was typed. Raises Refused where that is long ago."""
    if not turn.data.get("name"):
        raise Refused("home-step-over")
    return turn.data["name"]


# ── consent ──────────────────────────────────────────────────────────────────────────────────


async def _ask_consent(turn: Turn, who: str, others: Buttons = ()) -> None:
    """What is kept and why, and that it can be taken back; who agreed, and how?

    ``others``: who acts for the household already, for its head to end that.
    """
    turn.note(who=who)
    await turn.say(
        "home-consent-ask",
        [
            [Button("agreed-spoken-button", "homeagrees", Consent.SPOKEN.value)],
            [Button("agreed-paper-button", "homeagrees", Consent.PAPER.value)],
            [Button("agreed-other-button", "homeagreesby")],
            *others,
            menu.STOP,
        ],
        who=who,
    )


async def consent_typed(turn: Turn) -> None:
    """Words instead of a button: consent is pressed, never guessed."""
    await turn.say("choose-a-button")
    await _ask_consent(turn, turn.data.get("who", ""))


async def somebody_else(turn: Turn, _argument: str) -> None:
    """*Người khác trong nhà đồng ý*: who?"""
    if turn.conversation.step != "helping.agreed":
        raise Refused("home-step-over")
    await ask_who(turn)


async def ask_who(turn: Turn) -> None:
    turn.wait_for("helping.who", **turn.data)
    await turn.say("agreed-who-ask", [menu.STOP])


async def who_typed(turn: Turn) -> None:
    """Somebody of the household, by name, said yes."""
    turn.note(agreed=helping.read_name(turn.text))
    await _agreed(turn, Consent.SPOKEN)


async def agrees(turn: Turn, how: str) -> None:
    """*Đồng ý, đã nói với tôi* or *Đồng ý, đã ký giấy*."""
    if turn.conversation.step != "helping.agreed":
        raise Refused("home-step-over")
    await _agreed(turn, Consent.PAPER if how == Consent.PAPER.value else Consent.SPOKEN)


async def _agreed(turn: Turn, how: Consent) -> None:
    data = turn.data
    agreed = data.get("agreed", "")
    if data.get("home"):
        home = await helping.of_own_hamlet(turn.work, turn.person, int(data["home"]))
        told = helping.relation_of(turn.person, home.hamlet, Relation.FAMILY)
        await helping.agree(turn.work, turn.person, home, Terms(told, how, agreed))
    else:
        named = Named(name=_name(turn), ward=data["ward"], hamlet=data["hamlet"])
        told = helping.relation_of(turn.person, named.hamlet, Relation(data["relation"]))
        terms = Terms(told, how, agreed)
        home = await helping.agree_by_name(turn.work, turn.person, named, terms)
    turn.finish()
    await turn.say(
        "home-agreed",
        who=acting.called(turn.work, turn.language, home),
        agreed=agreed or "none",
        at=turn.work.moment(turn.language, turn.work.now),
        how=how.value,
    )
    await helped.home(turn, str(home.id))
