"""*Lịch đối thoại* and *Đăng ký dự đối thoại*: when the sessions are, and signing up for one."""

from collections.abc import Sequence

from bot.domain.errors import Refused
from bot.domain.seats import State
from bot.domain.sessions import Phase, Session
from bot.services.asking import asking
from bot.services.people import phones
from bot.services.residents import onboarding, registration
from bot.services.residents.registration import Place
from bot.turn import Turn
from bot.voice import Button
from handlers import menu, welcome


async def schedule(turn: Turn) -> None:
    """Every session, and where the person has signed up."""
    sessions = turn.work.programme.sessions
    if not sessions:
        await turn.say("schedule-none", [[Button("ask-button", "ask")]])
        return
    shared = await phones.is_shared(turn.work, turn.person)
    mine = [] if shared else await registration.mine(turn.work, turn.person)
    signed = [turn.words(f"signed-{one.told.value}", session=one.session.name) for one in mine]
    lines = [_line(turn, session) for session in sessions]
    rows = _buttons(turn, mine)
    if shared:  # whose seats they are is chosen first
        rows.append([Button("choose-whom-button", "choosehome")])
    await turn.say("schedule", rows, sessions="\n\n".join([*lines, *signed]))


def _buttons(turn: Turn, mine: Sequence[Place]) -> list[list[Button]]:
    rows = []
    for one in mine:
        if one.session.phase(turn.work.now) is Phase.BEFORE:
            if one.told is State.OFFERED:
                rows.append([Button("seat-yes-button", "seatyes", one.seat.id)])
            number = one.session.number
            rows.append([Button("leave-button", "leave", number, {"session": one.session.name})])
    coming = [one.phase(turn.work.now) is Phase.BEFORE for one in turn.work.programme.sessions]
    return [*rows, [Button("sign-up-button", "signup")]] if any(coming) else rows


def _line(turn: Turn, session: Session) -> str:
    wards = [turn.work.programme.ward(one) for one in session.wards]
    return turn.words(
        "schedule-line",
        session=session.name,
        at=turn.work.moment(turn.language, session.starts_at),
        place=session.place,
        wards=", ".join(ward.name for ward in wards if ward),
        phase=session.phase(turn.work.now).value,
        why=session.reason or "none",
    )


async def press_schedule(turn: Turn, _argument: str) -> None:
    await schedule(turn)


async def sign_up(turn: Turn) -> None:
    """Ask only for what is not known yet: ward, hamlet, category, name, phone."""
    turn.finish()
    if not turn.person.consents:
        turn.note(after="signup")
        await welcome.ask_consent(turn)
    elif not asking.lives_here(turn.work, turn.person):
        turn.note(after="signup")
        await welcome.ask_ward(turn)
    else:
        await registration.must_be_new(turn.work, turn.person)
        await ask_category(turn)


async def press_sign_up(turn: Turn, _argument: str) -> None:
    await sign_up(turn)


async def ask_category(turn: Turn) -> None:
    session = registration.open_session(turn.work, turn.person.ward)
    known = await registration.known_category(turn.work, turn.person)
    if known and session.group_of(known):
        turn.wait_for("signup.category", category=known)
        await _ask_name_if_unknown(turn)
        return
    await ask_category_again(turn)


async def ask_category_again(turn: Turn) -> None:
    """*Quay lại* from the name: another category can be chosen."""
    session = registration.open_session(turn.work, turn.person.ward)
    categories = [one for one in turn.work.programme.categories if session.group_of(one)]
    rows = [
        [Button("plain", "category", turn.work.programme.categories.index(one), {"words": one})]
        for one in categories
    ]
    turn.wait_for("signup.category")
    await turn.say(
        "category-ask",
        [*rows, menu.STOP],
        session=session.name,
        at=turn.work.moment(turn.language, session.starts_at),
        place=session.place,
    )


async def category(turn: Turn, argument: str) -> None:
    known = turn.work.programme.categories
    if int(argument) >= len(known):
        raise Refused("category-unknown")
    turn.wait_for("signup.category", category=known[int(argument)])
    await _ask_name_if_unknown(turn)


async def category_typed(turn: Turn) -> None:
    """Words that are none of the categories: show them again."""
    await turn.say("choose-a-button")
    await ask_category_again(turn)


async def _ask_name_if_unknown(turn: Turn) -> None:
    await (_ask_phone_if_unknown(turn) if turn.person.name else ask_name(turn))


async def ask_name(turn: Turn) -> None:
    """The name for the list; *Quay lại* from the phone leads here, to mend it."""
    chosen = turn.data.get("category", "")
    turn.wait_for("signup.name", back="signup.category", category=chosen)
    await turn.say("name-ask", [menu.BACK_OR_STOP])


async def name_typed(turn: Turn) -> None:
    turn.person = await onboarding.call(turn.work, turn.person, turn.text)
    await _ask_phone_if_unknown(turn)


async def _ask_phone_if_unknown(turn: Turn) -> None:
    phone = await registration.known_phone(turn.work, turn.person)
    if phone:
        turn.note(phone=phone)
        await confirm(turn)
    else:
        await ask_phone(turn)


async def ask_phone(turn: Turn) -> None:
    chosen = turn.data.get("category", "")
    turn.wait_for("signup.phone", back="signup.name", category=chosen)
    await turn.say("phone-ask", [[Button("no-phone-button", "nophone")], menu.BACK_OR_STOP])


async def phone_typed(turn: Turn) -> None:
    turn.note(phone=registration.read_phone(turn.text))
    await confirm(turn)


async def no_phone(turn: Turn, _argument: str) -> None:
    if turn.conversation.step != "signup.phone":
        await sign_up(turn)
        return
    turn.note(phone="")
    await confirm(turn)


async def confirm(turn: Turn) -> None:
    """Everything once more, before the seat is taken."""
    session = registration.open_session(turn.work, turn.person.ward)
    turn.wait_for(
        "signup.confirm",
        back="signup.phone",
        category=turn.data.get("category", ""),
        phone=turn.data.get("phone", ""),
    )
    await turn.say(
        "sign-up-confirm",
        [[Button("sign-up-yes-button", "signupyes")], menu.BACK_OR_STOP],
        session=session.name,
        name=turn.person.name,
        place=onboarding.place_of(turn.work, turn.person),
        category=turn.data.get("category", ""),
        phone=turn.data.get("phone", "") or "none",
    )


async def confirm_typed(turn: Turn) -> None:
    """Words instead of *Đúng rồi*: the same question once more."""
    await turn.say("choose-a-button")
    await confirm(turn)


#: What signing up came to, in words.
_RECEIPTS = {
    State.LISTED: "signed-up",
    State.WAITING: "on-the-waiting-list",
    State.ACCEPTED: "signed-up-with-a-seat",
}


async def sign_up_surely(turn: Turn, _argument: str) -> None:
    if turn.conversation.step != "signup.confirm":
        await sign_up(turn)
        return
    placed = await registration.sign_up(
        turn.work,
        turn.person,
        category=turn.data.get("category", ""),
        phone=turn.data.get("phone", ""),
    )
    turn.finish()
    await turn.say(
        _RECEIPTS[placed.told],
        menu.buttons(turn),
        session=placed.session.name,
        at=turn.work.moment(turn.language, placed.session.starts_at),
        place=placed.session.place,
    )


async def leave(turn: Turn, argument: str) -> None:
    place = await registration.leave(turn.work, turn.person, int(argument))
    had = place.told.value
    await turn.say("seat-given-up", menu.buttons(turn), session=place.session.name, had=had)
