"""Every button of an invitation, pressed long after: it says where the household stands, and on."""

from datetime import timedelta

import pytest

from bot.domain.messages import Happened
from bot.domain.seats import Move, State
from storage import seats
from storage.seats import Step
from tests.doubles.chat import Message, Person, Talk
from tests.stories.seated import applies
from tests.stories.test_offered_seats import PLACE, invited

YES, NO, GUEST = "Sẽ đến", "Không đến được", "Nhờ người khác đi"

KEPT = (
    f"Dạ em giữ chỗ ở Buổi đối thoại 1 cho nhà mình: {PLACE}. "
    "Có gì thay đổi thì cô chú bấm Không đến được giúp em."
)
GIVEN_UP = (
    "Dạ em nhường chỗ ở Buổi đối thoại 1 cho bà con khác, cảm ơn cô chú đã báo. "
    "Cô chú đổi ý thì bấm Sẽ đến, còn chỗ là em giữ cho nhà mình."
)
NOTED = (
    "Dạ em ghi nhà mình không đi Buổi đối thoại 1, cảm ơn cô chú đã báo. "
    "Cô chú đổi ý thì bấm Sẽ đến, còn chỗ là em giữ cho nhà mình."
)
WHO = "Ai đi thay nhà mình, cô chú cho em xin họ tên?"
WAITS = (
    "Dạ nhà mình đang ở danh sách chờ của Buổi đối thoại 1, giờ chưa có chỗ trống. "
    "Có chỗ tới lượt nhà mình là em nhắn hỏi cô chú liền, cô chú chưa phải làm gì."
)
AT_THE_DOOR = (
    "Dạ nhà mình đang ở danh sách chờ của Buổi đối thoại 1, giờ chưa có chỗ trống. Sát giờ rồi nên "
    "em không nhắn mời nữa, cô chú cứ tới bàn ghi tên ở hội trường, còn chỗ là vô được."
)
WAITS_AGAIN = (
    "Dạ chỗ ở Buổi đối thoại 1 đã có bà con khác nhận, nên em ghi nhà mình vào danh sách chờ. "
    "Có chỗ trống em báo liền."
)
WAITS_AGAIN_AT_THE_DOOR = (
    "Dạ chỗ ở Buổi đối thoại 1 đã có bà con khác nhận, nên em ghi nhà mình vào danh sách chờ. "
    "Cô chú cứ tới bàn ghi tên ở hội trường, còn chỗ là vô được."
)
WAITS_NO_MORE = (
    "Dạ em rút tên nhà mình khỏi danh sách chờ của Buổi đối thoại 1, cảm ơn cô chú đã báo. Cô chú "
    "đổi ý thì bấm Sẽ đến, còn chỗ là em giữ, hết chỗ em ghi lại vào danh sách chờ."
)
LISTED = (
    "Dạ nhà mình có tên trong danh sách đăng ký Buổi đối thoại 1, mà chưa tới lượt mời. Có chỗ cho "
    "nhà mình là em nhắn mời liền, cô chú chưa phải làm gì."
)
LISTED_NO_MORE = (
    "Dạ em rút tên nhà mình khỏi danh sách đăng ký Buổi đối thoại 1, cảm ơn cô chú đã báo. "
    "Cô chú đổi ý thì bấm Đăng ký dự đối thoại."
)
IS_IN = (
    "Dạ nhà mình đã ghi tên vào hội trường rồi. Cô chú cần gì thì nói với anh chị ở bàn ghi tên."
)
OVER = "Dạ buổi này đã xong rồi. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em."
OFF = "Dạ buổi này đã hủy rồi. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em."


async def presses_old(person: Person, card: Message, label: str) -> str:
    """Press a button of a card that stands further up; returns what is said then."""
    choice = next(one for one in card.choices if one.label == label)
    pressed = person.inbound(
        happened=Happened.PRESSED, press=choice.data, press_id="old", reply_to=card.id
    )
    await person.talk.arrive(pressed)
    return person.last.text


async def put(talk: Talk, state: State) -> None:
    """The invited household stands there by now."""
    async with talk.app.works.begin() as work:
        offered = await seats.in_state(work.tx, 1, State.OFFERED)
        [seat] = [one for one in offered if one.held_until]  # the others have it on paper
        await seats.move(work.tx, seat, Step(move=Move.EDIT, after=state), None, work.now)


@pytest.mark.parametrize(
    ("state", "button", "said"),
    [
        (State.OFFERED, YES, KEPT),
        (State.OFFERED, NO, GIVEN_UP),
        (State.OFFERED, GUEST, WHO),
        (State.ACCEPTED, YES, KEPT),
        (State.ACCEPTED, NO, GIVEN_UP),
        (State.ACCEPTED, GUEST, WHO),
        (State.DECLINED, YES, WAITS_AGAIN),
        (State.DECLINED, NO, NOTED),
        (State.DECLINED, GUEST, WHO),
        (State.LAPSED, YES, WAITS_AGAIN),
        (State.LAPSED, NO, NOTED),
        (State.LAPSED, GUEST, WHO),
        (State.WAITING, YES, WAITS),
        (State.WAITING, NO, WAITS_NO_MORE),
        (State.WAITING, GUEST, WAITS),
        (State.LISTED, YES, LISTED),
        (State.LISTED, NO, LISTED_NO_MORE),
        (State.LISTED, GUEST, LISTED),
        (State.PLANNED, YES, LISTED),
        (State.PLANNED, NO, LISTED_NO_MORE),
        (State.PLANNED, GUEST, LISTED),
        (State.CAME, YES, IS_IN),
        (State.CAME, NO, IS_IN),
        (State.CAME, GUEST, IS_IN),
    ],
)
async def test_before_the_session_it_says_where_the_household_stands_and_what_comes_next(
    talk: Talk, state: State, button: str, said: str
) -> None:
    pha = await invited(talk)
    card = pha.last
    await put(talk, state)

    assert await presses_old(pha, card, button) == said


@pytest.mark.parametrize(
    ("state", "said"),
    [(State.WAITING, AT_THE_DOOR), (State.DECLINED, WAITS_AGAIN_AT_THE_DOOR)],
)
async def test_who_waits_when_nobody_is_asked_any_more_is_sent_to_the_door(
    talk: Talk, state: State, said: str
) -> None:
    pha = await invited(talk)
    card = pha.last
    await put(talk, state)
    first = talk.app.works.programme.sessions[0]
    await talk.clock.move_to(first.starts_at - timedelta(minutes=20))

    assert await presses_old(pha, card, YES) == said


@pytest.mark.parametrize("button", [YES, NO, GUEST])
@pytest.mark.parametrize("state", list(State))
async def test_after_the_session_it_is_over_for_everybody(
    talk: Talk, state: State, button: str
) -> None:
    pha = await invited(talk)
    card = pha.last
    await put(talk, state)
    await talk.clock.move(days=15)

    assert await presses_old(pha, card, button) == OVER


@pytest.mark.parametrize("button", [YES, NO, GUEST])
@pytest.mark.parametrize("state", list(State))
async def test_a_session_that_was_called_off_says_so_to_everybody(
    talk: Talk, state: State, button: str
) -> None:
    pha = await invited(talk)
    card = pha.last
    await put(talk, state)
    await applies(talk, cancelled=True)

    assert await presses_old(pha, card, button) == OFF
