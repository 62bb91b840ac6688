"""The first words with a person: language, consent, and where they live."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.households import Household
from bot.services.asking import asking, drafting
from bot.services.people import invitations
from bot.services.residents import onboarding
from bot.services.seats import paper_codes
from bot.turn import Turn
from bot.understanding.wishes import Wish, wish_in
from bot.voice import Button
from handlers import groups, menu, paper

#: Wishes that count where a place is waited for, and where they lead.
_INSTEAD: Mapping[Wish | None, str] = MappingProxyType({Wish.MUTE: "mute", Wish.DATA: "my data"})


async def start(turn: Turn) -> None:
    """``/start``: greet; without consent nothing is kept."""
    if turn.message.group:
        await groups.greet(turn)
    elif not turn.person.is_known:
        await ask_consent(turn)
    elif await drafting.has_drafts(turn.work, turn.person):
        turn.finish()
        turn.then("drafts")
    else:
        await menu.show(turn)


async def ask_consent(turn: Turn) -> None:
    """What is kept, why, how long, how to see and erase it. Nothing is ticked beforehand."""
    others = [one for one in turn.work.voice.offered if one != turn.language]
    await turn.say(
        "consent-ask",
        [
            [Button("agree-button", "agree"), Button("disagree-button", "disagree")],
            [Button(f"language-{one}", "language", one) for one in others],
        ],
        host=turn.work.programme.host,
        days=str(turn.work.rules.contacts.days),
    )


async def agree(turn: Turn, _argument: str) -> None:
    """Consent: words held until now become drafts, each shown with its own buttons."""
    turn.person, _held = await onboarding.consent(turn.work, turn.person, turn.address)
    await turn.say("thanks-for-consent")
    if asking.lives_here(turn.work, turn.person):
        await go_on(turn)
    else:
        await ask_ward(turn)


async def disagree(turn: Turn, _argument: str) -> None:
    """No consent: everything held is erased, and the other ways to be heard are told."""
    if turn.person.consents:
        turn.then("withdraw consent")
        return
    await onboarding.decline_consent(turn.work, turn.address)
    turn.finish()
    await turn.say(
        "no-consent",
        [[Button("agree-button", "agree")]],
        contact=menu.whom_to_call(turn),
    )


async def choose_language(turn: Turn) -> None:
    """``/ngonngu``; who looks for Khmer in vain reads what Khmer words come to."""
    offered = turn.work.voice.offered
    rows = [[Button(f"language-{one}", "language", one) for one in offered], menu.STOP]
    if "km" in offered:
        await turn.say("language-ask", rows)
    else:
        await turn.say("language-ask-no-khmer", rows)


async def language(turn: Turn, chosen: str) -> None:
    turn.person = await onboarding.choose_language(turn.work, turn.person, chosen)
    if turn.person.is_known:
        await menu.show(turn)
    else:
        await ask_consent(turn)


def wait(turn: Turn, step: str, back: str = "") -> None:
    """Wait for ``step`` and still know what the person came for."""
    kept = {name: turn.data[name] for name in ("after",) if name in turn.data}
    turn.wait_for(step, back=back, **kept)


async def ask_ward(turn: Turn) -> None:
    """Where the person lives decides which committee, loudspeaker and session is theirs."""
    wards = turn.work.programme.wards_on(turn.work.local.date())
    rows = [
        [Button("plain", "ward", ward.id, {"words": ward.name}) for ward in wards[at : at + 2]]
        for at in range(0, len(wards), 2)
    ]
    wait(turn, "ward")
    await turn.say("ward-ask", [*rows, menu.STOP])


async def ward(turn: Turn, ward_id: str) -> None:
    """A ward was chosen; the hamlet comes next, and can be skipped.

    A button of long ago moves nobody who has settled elsewhere since.
    """
    if turn.person.ward and turn.conversation.step not in ("ward", "hamlet"):
        await menu.lost(turn)
        return
    turn.person = await onboarding.live_in(turn.work, turn.person, ward_id)
    await ask_hamlet(turn)


async def ward_typed(turn: Turn) -> None:
    """The ward in the person's own words: ``p7``, ``phuong 7``, ``Long Đức``."""
    found = onboarding.find_ward(turn.work, turn.text)
    if found is None:
        await _not_a_place(turn, "ward-not-found", "ward")
    else:
        await ward(turn, found.id)


async def _not_a_place(turn: Turn, key: str, step: str) -> None:
    """What was typed instead of a place may be a plain wish, or a question: it is not lost."""
    wish = None if turn.person.is_official else wish_in(turn.text)
    if wish in _INSTEAD:
        turn.then(_INSTEAD[wish])
        return
    if wish is Wish.PERSON:
        await turn.say("a-person", contact=menu.whom_to_call(turn))
    elif turn.person.consents and asking.sounds_like_a_question(turn.work, turn.text):
        await drafting.draft(turn.work, turn.person, turn.message)
        await turn.say("question-kept")
    else:
        await turn.say(key)
    turn.then(step)


async def ask_hamlet(turn: Turn) -> None:
    home = turn.work.programme.ward(turn.person.ward)
    hamlets = home.hamlets if home else ()
    if not home or not hamlets:
        await go_on(turn)
        return
    rows = [
        [Button("plain", "hamlet", one.id, {"words": one.name}) for one in hamlets[at : at + 3]]
        for at in range(0, len(hamlets), 3)
    ]
    wait(turn, "hamlet", back="ward")
    leave = [Button("skip-button", "hamlet"), Button("back-button", "back")]
    await turn.say("hamlet-ask", [*rows, leave], ward=home.name)


async def hamlet(turn: Turn, hamlet_id: str) -> None:
    if hamlet_id:
        turn.person = await onboarding.live_in(turn.work, turn.person, turn.person.ward, hamlet_id)
    await go_on(turn)


async def hamlet_typed(turn: Turn) -> None:
    found = onboarding.find_hamlet(turn.work, turn.person.ward, turn.text)
    if found is None and (other := onboarding.find_ward(turn.work, turn.text)):
        await ward(turn, other.id)  # the wrong button was pressed before
    elif found is None:
        await _not_a_place(turn, "hamlet-not-found", "hamlet")
    else:
        await hamlet(turn, found.id)


async def go_on(turn: Turn) -> None:
    """We know where the person lives: go on with what they wanted."""
    after = turn.data.get("after", "")
    waits = await drafting.has_drafts(turn.work, turn.person)
    turn.finish()
    if waits:
        turn.then("drafts")
    if after == "signup":
        turn.then("sign up")
    elif after == "mydata":
        turn.then("my data")
    elif after == "helping":
        turn.then("helping")
    elif after.startswith("paper:"):
        await paper.show_again(turn, after.removeprefix("paper:"))
    elif not waits:
        await menu.show(turn)


async def invited(turn: Turn, code: str) -> None:
    """An invitation's code: the person holds a role, or speaks for a household, from now on."""
    if turn.message.group:
        await turn.say("in-private-please")
        return
    if home := await paper_codes.household_of(turn.work, turn.person, code):
        await _paper(turn, code, home)
        return
    grant = await invitations.accept(turn.work, turn.person, code)
    turn.person = await onboarding.again(turn.work, turn.person)
    if not turn.person.name and turn.message.sender_name:
        turn.person = await onboarding.try_name(turn.work, turn.person, turn.message.sender_name)
    turn.finish()
    await turn.say(
        "role-given",
        role=turn.words(f"role-{grant.role.value}"),
        scope=invitations.scope_name(turn.work.programme, grant) or "none",
    )
    await (menu.show(turn) if turn.person.name else ask_name(turn))


async def _paper(turn: Turn, code: str, home: Household) -> None:
    """The code on a household's paper; consent and place first, from somebody new."""
    if turn.person.consents and asking.lives_here(turn.work, turn.person):
        await paper.show(turn, code, home)
        return
    turn.note(after=f"paper:{code}")
    await (ask_ward(turn) if turn.person.consents else ask_consent(turn))


async def ask_name(turn: Turn) -> None:
    """Colleagues see who holds a question."""
    turn.wait_for("official-name")
    await turn.say("official-name-ask", [menu.STOP])


async def name_typed(turn: Turn) -> None:
    turn.person = await onboarding.call(turn.work, turn.person, turn.text)
    await menu.show(turn)
