"""``/dulieu``: see, correct and erase what is kept. ``/ngung``: hear nothing more."""

from bot.services.people import acting, phones
from bot.services.relay import subscriptions
from bot.services.residents import helping, onboarding, registration
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import menu, welcome


async def show(turn: Turn) -> None:
    """Everything kept about the person, and what can be done with it."""
    person, none = turn.person, turn.words("nothing-kept")
    facts = await onboarding.kept_facts(turn.work, person)
    shared = await phones.is_shared(turn.work, person)
    category, sessions = await _of_household(turn, shared=shared)
    agreed = person.consented_at
    await turn.say(
        "my-data",
        await _buttons(turn, shared=shared),
        name=person.name or none,
        place=onboarding.place_of(turn.work, person) or none,
        phone=facts.phone or none,
        category=category or none,
        sessions=sessions or none,
        follows="yes" if await subscriptions.is_subscribed(turn.work, person) else "no",
        consented=turn.work.moment(turn.language, agreed) if agreed else none,
    )


async def _of_household(turn: Turn, *, shared: bool) -> tuple[str, str]:
    """Its category and its sessions; empty where none are kept.

    A shared phone shows neither, and does not deny them: whose they are, is chosen first.
    """
    category = await registration.known_category(turn.work, turn.person)
    if not shared:
        mine = await registration.mine(turn.work, turn.person)
        return category, ", ".join(one.session.name for one in mine)
    homes = await acting.bonds(turn.work, turn.person)
    return (
        turn.words("kept-not-shown") if category else "",
        turn.words("kept-by-home") if homes else "",
    )


async def _buttons(turn: Turn, *, shared: bool) -> Buttons:
    said_so = await phones.said_so(turn.work, turn.address)
    share = Button("own-phone-button" if said_so else "share-phone-button", "sharephone")
    helped = await helping.helpers(turn.work, turn.person)
    return [
        [Button("change-name-button", "changename"), Button("change-place-button", "changeplace")],
        [Button("my-questions-button", "mine"), share],
        *([[Button("choose-whom-button", "choosehome")]] if shared else []),
        *([[Button("helpers-button", "helpers")]] if helped else []),
        [Button("withdraw-consent-button", "unconsent"), Button("erase-button", "erase")],
        menu.STOP,
    ]


async def change_name(turn: Turn, _argument: str) -> None:
    await ask_name(turn)


async def ask_name(turn: Turn) -> None:
    turn.wait_for("mydata.name")
    await turn.say("name-ask", [menu.STOP])


async def name_typed(turn: Turn) -> None:
    turn.person = await onboarding.call(turn.work, turn.person, turn.text)
    turn.finish()
    await show(turn)


async def change_place(turn: Turn, _argument: str) -> None:
    turn.finish()
    turn.note(after="mydata")
    await welcome.ask_ward(turn)


async def erase(turn: Turn, _argument: str) -> None:
    """Say what goes and what stays before it is done."""
    key = "erase-sure-official" if turn.person.is_official else "erase-sure"
    await turn.say(
        key, [[Button("erase-yes-button", "eraseyes")], [Button("keep-data-button", "stop")]]
    )


async def erase_surely(turn: Turn, _argument: str) -> None:
    """The words of farewell are the last thing that chat hears."""
    await onboarding.erase(turn.work, turn.person)
    await turn.say("erased")
    turn.forget = True


async def withdraw_consent(turn: Turn, _argument: str) -> None:
    await onboarding.withdraw_consent(turn.work, turn.person)
    turn.finish()
    await turn.say("consent-withdrawn", [[Button("agree-button", "agree")]])


async def ask_to_withdraw_consent(turn: Turn) -> None:
    """*Không đồng ý* from somebody who has agreed before."""
    await turn.say(
        "consent-stands",
        [[Button("withdraw-consent-button", "unconsent")], [Button("keep-data-button", "stop")]],
    )


async def mute(turn: Turn) -> None:
    """``/ngung``: silence until *Nhận tin lại*. Sent twice, as happens, it stays silent."""
    already = turn.person.muted_at is not None
    if not already:
        turn.person = await onboarding.mute(turn.work, turn.person, muted=True)
    turn.finish()
    again = [Button("unmute-button", "unmute")]
    if turn.person.is_official:
        await turn.say("muted-official", [again])
    elif already:
        await turn.say("muted-already", [again])
    else:
        await turn.say("muted", [again, [Button("my-questions-button", "mine")]])


async def unmute(turn: Turn, _argument: str) -> None:
    turn.person = await onboarding.mute(turn.work, turn.person, muted=False)
    key = "unmuted-official" if turn.person.is_official else "unmuted"
    await turn.say(key, menu.buttons(turn))
