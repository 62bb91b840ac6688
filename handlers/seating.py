"""The organiser's seat plan: propose, look through page by page, change by hand, sign off."""

from collections.abc import Sequence
from typing import TypeVar

from bot.domain.errors import Refused
from bot.domain.seats import Edit, Seat, State
from bot.domain.sessions import Phase, Session
from bot.services.seats import seat_lists, seating
from bot.services.seats.seat_lists import Card, Entry, GroupFigures
from bot.services.sessions import session_news
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import hall_papers, menu

T = TypeVar("T")

#: Buttons with a number that stand in one row.
_ROW = 5


def session_button(turn: Turn, number: int) -> Button:
    """Opens the card of a session."""
    session = turn.work.programme.session(number)
    name = session.name if session else str(number)
    return Button("seat-session-button", "seatcard", number, {"session": name})


async def show(turn: Turn, argument: str) -> None:
    """The card of a session: how its seats stand, and what can be done now."""
    turn.finish()
    await _show(turn, await seat_lists.card(turn.work, turn.person, int(argument)))


async def propose(turn: Turn, argument: str) -> None:
    """*Xếp chỗ*."""
    await seating.propose(turn.work, turn.person, int(argument))
    await show(turn, argument)


async def _show(turn: Turn, card: Card) -> None:
    session = card.session
    await turn.say(
        "seat-card",
        [*await _news_button(turn, card), *_card_buttons(turn, card)],
        session=session.name,
        at=turn.work.moment(turn.language, session.starts_at),
        stage=_stage(card),
        why=card.session.reason or "none",
        groups="\n\n".join(_group(turn, card, one) for one in card.groups),
        offered=str(card.count(State.OFFERED)),
        accepted=str(card.count(State.ACCEPTED)),
        declined=str(card.count(State.DECLINED) + card.count(State.LAPSED)),
        listed=card.count(State.LISTED),
    )


async def _news_button(turn: Turn, card: Card) -> Buttons:
    """What has changed and nobody has told people yet."""
    number = card.session.number
    if not card.may_plan or not await session_news.pending(turn.work, number):
        return []
    return [[Button("news-button", "news", number)]]


def _stage(card: Card) -> str:
    if card.session.is_cancelled:
        return "cancelled"
    return card.plan.stage.value if card.plan else "none"


def _group(turn: Turn, card: Card, figures: GroupFigures) -> str:
    """A group's seats, and its wards; where nothing is planned yet, no lines of noughts."""
    name, seats = figures.group.name, str(figures.group.seats)
    if card.plan is None and not figures.seated:
        return turn.words("seat-card-group-empty", name=name, seats=seats)
    lines = [
        turn.words(
            "seat-card-ward",
            ward=_ward_name(turn, one.ward),
            seated=str(one.seated),
            places=str(one.places),
            waiting=str(one.waiting),
        )
        for one in figures.wards
        if one.seated or one.places or one.waiting
    ]
    seated = str(figures.seated)
    head = turn.words("seat-card-group", name=name, seated=seated, seats=seats)
    return "\n".join([head, *lines])


def _card_buttons(turn: Turn, card: Card) -> Buttons:
    number = card.session.number
    signed = card.plan is not None and card.plan.is_signed
    begun = card.session.phase(turn.work.now) is not Phase.BEFORE
    can_plan = card.may_plan and not signed and not begun
    rows: list[list[Button]] = []
    if can_plan:
        rows.append([Button("plan-seats-button", "planseats", number)])
    if signed and card.may_check_in and not card.session.is_cancelled:
        rows.append([Button("check-in-button", "checkin", number)])
    if card.plan and any(one.is_open for group in card.groups for one in group.wards):
        rows.append([Button("seat-lists-button", "seatlists", number)])
    if card.plan and can_plan:
        rows.append([Button("sign-off-button", "signoff", f"{number}/{card.plan.version}")])
    if card.may_plan:
        rows.append([Button("panel-button", "panel", number)])
    if card.may_plan and not card.session.was_opened:
        rows.append(_changes(card.session))
    return [*rows, [Button("sessions-button", "sessions")]]


def _changes(session: Session) -> list[Button]:
    move = Button("move-button", "move", session.number)
    off = Button("call-off-button", "calloff", session.number)
    return [move] if session.is_cancelled else [move, off]


def _ward_name(turn: Turn, ward_id: str) -> str:
    ward = turn.work.programme.ward(ward_id)
    return ward.name if ward else ward_id


# ── looking through ──────────────────────────────────────────────────────────────────────────


async def lists(turn: Turn, argument: str) -> None:
    """Which ward, which group?"""
    card = await seat_lists.card(turn.work, turn.person, int(argument))
    rows = [
        [
            Button(
                "seat-list-button",
                "seatlist",
                _corner(turn, card.session.number, group.group.id, one.ward),
                {"ward": _ward_name(turn, one.ward), "name": group.group.name},
            )
        ]
        for group in card.groups
        for one in group.wards
        if one.is_open
    ]
    on_paper = await hall_papers.seat_rows(turn, card.session.number) if card.plan else []
    leave = [Button("back-button", "seatcard", argument)]
    await turn.say("seat-list-which", [*rows, *on_paper, leave], session=card.session.name)


def _corner(turn: Turn, number: int, group: str, ward: str, after: int = 0) -> str:
    """A page of a list, as a button carries it: places in the programme, for ids may be long."""
    programme = turn.work.programme
    session = programme.session(number)
    groups = [one.id for one in session.seat_groups] if session else []
    wards = [one.id for one in programme.wards]
    return f"{number}/{groups.index(group)}/{wards.index(ward)}/{after}"


async def page(turn: Turn, argument: str) -> None:
    """Ten households with their reasons; a number opens one of them."""
    turn.finish()
    number, place_of_group, place_of_ward, after = argument.split("/")
    session = seating.session_of(turn.work, int(number))
    group = _at(session.seat_groups, place_of_group).id
    ward = _at(turn.work.programme.wards, place_of_ward).id
    found, more = await seat_lists.page(
        turn.work, turn.person, session.number, group, ward, int(after)
    )
    numbered = [
        Button("plain", "seatone", one.seat.id, {"words": str(place)})
        for place, one in enumerate(found, start=1)
    ]
    rows = [numbered[start : start + _ROW] for start in range(0, len(numbered), _ROW)]
    if more:
        behind = _corner(turn, session.number, group, ward, found[-1].seat.rank)
        rows.append([Button("more-button", "seatlist", behind)])
    lines = [_line(turn, place, one) for place, one in enumerate(found, start=1)]
    await turn.say(
        "seat-list" if lines else "seat-list-empty",
        [*rows, [Button("back-button", "seatlists", number)]],
        ward=_ward_name(turn, ward),
        lines="\n\n".join(lines),
    )


def _at(known: Sequence[T], place: str) -> T:
    """What stands there. Raises Refused if the programme has become shorter since."""
    if int(place) >= len(known):
        raise Refused("button-lost-official")
    return known[int(place)]


def _line(turn: Turn, place: int, one: Entry) -> str:
    return turn.words(
        "seat-list-line",
        number=str(place),
        name=one.name,
        standing=turn.words(f"seat-state-{one.seat.state.value}"),
        reason=one.reason,
    )


# ── changing by hand ─────────────────────────────────────────────────────────────────────────


async def choose(turn: Turn, argument: str) -> None:
    """One household, and what can be changed about its place."""
    one = await seat_lists.one(turn.work, turn.person, int(argument))
    turn.finish()
    await turn.say(
        "seat-one",
        _change_buttons(turn, one),
        name=one.name,
        standing=turn.words(f"seat-state-{one.seat.state.value}"),
        reason=one.reason,
    )


#: What can be changed by hand about a place in a plan.
_ABLE = {
    State.PLANNED: (Edit.OUT,),
    State.WAITING: (Edit.IN, Edit.UP, Edit.OUT),
    State.LISTED: (Edit.IN,),
}


def _answers(seat: Seat) -> list[Button]:
    """What a household may have said by telephone, or at the office."""
    comes = Button("seat-comes-button", "goes", seat.id)
    stays = Button("seat-stays-button", "goesnot", seat.id)
    match seat.state:
        case State.OFFERED:
            return [comes, stays]
        case State.ACCEPTED | State.WAITING:
            return [stays]
        case State.DECLINED | State.LAPSED:
            return [comes]
        case _:
            return []


def _change_buttons(turn: Turn, one: Entry) -> Buttons:
    seat = one.seat
    offered = {
        Edit.IN: Button("seat-put-in-button", "seatedit", f"{seat.id}/in"),
        Edit.OUT: Button("seat-take-out-button", "seatedit", f"{seat.id}/out"),
        Edit.UP: Button("seat-move-up-button", "seatedit", f"{seat.id}/up"),
    }
    back = Button("back-button", "seatlist", _corner(turn, seat.session, seat.group, seat.ward))
    able = _ABLE.get(seat.state, ()) if one.may_change else ()
    rows = [[offered[edit]] for edit in able]
    if one.may_answer:
        rows += [[button] for button in _answers(seat)]
    if one.edit is not Edit.NONE and able:
        rows.append([Button("seat-undo-button", "seatedit", f"{seat.id}/")])
    return [*rows, [back]]


async def begin_change(turn: Turn, argument: str) -> None:
    """Why? Leaving it to the rank again needs no reason."""
    seat, _, edit = argument.partition("/")
    if not edit:
        await _change(turn, int(seat), Edit.NONE, "")
        return
    turn.wait_for("seat.why", seat=seat, edit=edit)
    await turn.say("seat-why-ask", [[Button("back-button", "seatone", seat), *menu.STOP]])


async def ask_why(turn: Turn) -> None:
    await begin_change(turn, f"{turn.data.get('seat', '0')}/{turn.data.get('edit', '')}")


async def why_typed(turn: Turn) -> None:
    await _change(turn, int(turn.data["seat"]), Edit(turn.data["edit"]), turn.text)


async def _change(turn: Turn, seat_id: int, edit: Edit, why: str) -> None:
    await seating.change(turn.work, turn.person, seat_id, edit, why)
    await choose(turn, str(seat_id))


# ── signing off ──────────────────────────────────────────────────────────────────────────────


async def sign_off(turn: Turn, argument: str) -> None:
    """*Ký duyệt*: how many are invited, once more before it is done."""
    number, _, version = argument.partition("/")
    card = await seat_lists.card(turn.work, turn.person, int(number))
    await turn.say(
        "sign-off-sure",
        [
            [
                Button(
                    "sign-off-yes-button",
                    "signoffyes",
                    f"{number}/{version}",
                    {"seated": str(card.seated)},
                )
            ],
            [Button("back-button", "seatcard", number)],
        ],
        session=card.session.name,
        seated=str(card.seated),
        seats=str(card.session.seats),
        waiting=str(card.count(State.WAITING)),
    )


async def sign_off_surely(turn: Turn, argument: str) -> None:
    number, _, version = argument.partition("/")
    invited = await seating.sign_off(turn.work, turn.person, int(number), int(version))
    await turn.say("signed-off", [[session_button(turn, int(number))]], invited=str(invited))
