"""*Lịch đối thoại* and *Đăng ký dự đối thoại*: when the sessions are, and signing up for one."""

from bot.domain.errors import Refused
from bot.domain.sessions import Phase, Session
from bot.services import onboarding, registration
from bot.turn import Turn
from bot.work import Button
from handlers import menu, welcome


async def schedule(turn: Turn) -> None:
    """Every session, and where the person has signed up."""
    lines = [_line(turn, session) for session in turn.work.programme.sessions]
    mine = await registration.mine(turn.work, turn.person)
    rows = [
        [Button("leave-button", "leave", session.number, {"session": session.name})]
        for session, _ in mine
        if session.phase(turn.work.now) is Phase.BEFORE
    ]
    signed = [turn.words(f"signed-{one.state}", session=session.name) for session, one in mine]
    await turn.say(
        "schedule",
        [*rows, [Button("sign-up-button", "signup")]],
        sessions="\n\n".join([*lines, *signed]),
    )


def _line(turn: Turn, session: Session) -> str:
    wards = [turn.work.programme.ward(one) for one in session.wards]
    return turn.words(
        "schedule-line",
        session=session.name,
        at=turn.work.moment(turn.language, session.starts_at),
        place=session.place,
        wards=", ".join(ward.name for ward in wards if ward),
        phase=session.phase(turn.work.now).value,
    )


async def press_schedule(turn: Turn, _argument: str) -> None:
    await schedule(turn)


async def sign_up(turn: Turn) -> None:
    """Ask only for what is not known yet: ward, hamlet, category, name, phone."""
    if not turn.person.consents:
        await welcome.ask_consent(turn)
    elif not turn.person.ward:
        await welcome.ask_ward(turn)
        turn.note(after="signup")
    else:
        session = registration.open_session(turn.work, turn.person.ward)
        if any(
            one.number == session.number
            for one, _ in await registration.mine(turn.work, turn.person)
        ):
            raise Refused("signed-up-already", session=session.name)
        await ask_category(turn)


async def press_sign_up(turn: Turn, _argument: str) -> None:
    await sign_up(turn)


async def ask_category(turn: Turn) -> None:
    session = registration.open_session(turn.work, turn.person.ward)
    known = await registration.known_category(turn.work, turn.person)
    if known and session.group_of(known):
        turn.wait_for("signup.category", category=known)
        await ask_name(turn)
        return
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
    turn.wait_for("signup.category", category=turn.work.programme.categories[int(argument)])
    await ask_name(turn)


async def category_typed(turn: Turn) -> None:
    """Words that are none of the categories: show them again."""
    await turn.say("choose-a-button")
    await ask_category(turn)


async def ask_name(turn: Turn) -> None:
    chosen = turn.data.get("category", "")
    if turn.person.name:
        await ask_phone(turn)
        return
    turn.wait_for("signup.name", back="signup.category", category=chosen)
    await turn.say("name-ask", [menu.BACK_OR_STOP])


async def name_typed(turn: Turn) -> None:
    turn.person = await onboarding.call(turn.work, turn.person, turn.text)
    await ask_phone(turn)


async def ask_phone(turn: Turn) -> None:
    chosen = turn.data.get("category", "")
    phone = await registration.known_phone(turn.work, turn.person)
    if phone:
        turn.wait_for("signup.phone", category=chosen, phone=phone)
        await confirm(turn)
        return
    turn.wait_for("signup.phone", back="signup.name.again", category=chosen)
    await turn.say("phone-ask", [[Button("no-phone-button", "nophone")], menu.BACK_OR_STOP])


async def ask_name_again(turn: Turn) -> None:
    """*Quay lại* from the phone: the name can be mended."""
    turn.wait_for("signup.name", back="signup.category", category=turn.data.get("category", ""))
    await turn.say("name-ask", [menu.BACK_OR_STOP])


async def phone_typed(turn: Turn) -> None:
    phone = registration.read_phone(turn.text)
    turn.wait_for("signup.confirm", category=turn.data.get("category", ""), phone=phone)
    await confirm(turn)


async def no_phone(turn: Turn, _argument: str) -> None:
    turn.wait_for("signup.confirm", category=turn.data.get("category", ""), phone="")
    await confirm(turn)


async def confirm(turn: Turn) -> None:
    """Everything once more, before the seat is taken."""
    session = registration.open_session(turn.work, turn.person.ward)
    ward = turn.work.programme.ward(turn.person.ward)
    hamlet = ward.hamlet(turn.person.hamlet) if ward else None
    turn.wait_for(
        "signup.confirm",
        back="signup.name.again",
        category=turn.data.get("category", ""),
        phone=turn.data.get("phone", ""),
    )
    await turn.say(
        "sign-up-confirm",
        [[Button("sign-up-yes-button", "signupyes")], menu.BACK_OR_STOP],
        session=session.name,
        name=turn.person.name,
        place=", ".join(one.name for one in (hamlet, ward) if one),
        category=turn.data.get("category", ""),
        phone=turn.data.get("phone", "") or "-",
    )


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
        "signed-up" if placed.is_seated else "on-the-waiting-list",
        menu.buttons(turn.person),
        session=placed.session.name,
        at=turn.work.moment(turn.language, placed.session.starts_at),
        place=placed.session.place,
    )


async def leave(turn: Turn, argument: str) -> None:
    session = await registration.leave(turn.work, turn.person, int(argument))
    await turn.say("seat-given-up", menu.buttons(turn.person), session=session.name)
