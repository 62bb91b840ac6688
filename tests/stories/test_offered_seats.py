"""An offered seat: taken, declined, left to lapse and moved on, given to somebody else."""

from bot.domain.households import Bond, Consent, Household, Relation
from bot.domain.people import Role
from bot.services.seats import seating
from storage import households, people, seats
from tests.doubles import roster
from tests.doubles.chat import Person, Talk
from tests.stories.cast import official, resident

PLACE = "07:30 thứ Tư 13/05, Hội trường UBND phường 1"


async def lives_in(talk: Talk, person: Person, home: Household) -> None:
    """The household has agreed that this person speaks for it."""
    async with talk.app.works.begin() as work:
        found = await people.of_address(work.tx, str(person.address))
        assert found
        bond = Bond(
            household=home.id, person=found.id, relation=Relation.SELF, consent=Consent.CHAT
        )
        await households.bind(work.tx, bond, None, work.now)


def named(homes: list[Household], name: str) -> Household:
    return next(one for one in homes if one.name == name)


async def signed_off(talk: Talk) -> list[Household]:
    """Session 1 of the sample roster is planned and signed; offers have not gone out yet."""
    organiser = await official(talk, "tổ", Role.ORGANISER)
    async with talk.app.works.begin() as work:
        homes = await roster.enlist_sample(work, 1)
        found = await people.of_address(work.tx, str(organiser.address))
        assert found
        made = await seating.propose(work, found, 1)
        await seating.sign_off(work, found, 1, made.version)
    return homes


async def invited(talk: Talk) -> Person:
    """Bô Pha, first on the list of ward 1, is offered a seat."""
    pha = await resident(talk, "pha", "Phường 1")
    homes = await signed_off(talk)
    await lives_in(talk, pha, named(homes, "Diệp Thị Bô Pha"))
    await talk.tick()
    return pha


async def next_in_line(talk: Talk, homes: list[Household]) -> Household:
    """Who waits first among the poor of ward 1."""
    async with talk.app.works.look() as work:
        seat = await seats.next_waiting(work.tx, 1, "ngheo", "p1")
    assert seat
    return next(one for one in homes if one.id == seat.household)


async def test_an_offer_says_when_where_what_to_bring_and_until_when(talk: Talk) -> None:
    pha = await invited(talk)

    assert pha.news() == [
        "Dạ em mời nhà cô chú Diệp Thị Bô Pha dự Buổi đối thoại 1 lúc 07:30 thứ Tư 13/05 tại "
        "Hội trường UBND phường 1, cô chú mang theo căn cước nếu tiện.\n"
        "Cô chú trả lời giúp em trước 10:00 thứ Sáu 01/05: nhà mình đi được không?"
    ]
    assert pha.last.labels == ["Sẽ đến", "Không đến được", "Nhờ người khác đi"]


async def test_a_seat_is_taken_by_one_press_and_given_back_by_another(talk: Talk) -> None:
    pha = await invited(talk)

    await pha.presses("Sẽ đến")
    assert pha.last.text == (
        f"Dạ em giữ chỗ ở Buổi đối thoại 1 cho nhà mình: {PLACE}. "
        "Có gì thay đổi thì cô chú bấm Không đến được giúp em."
    )
    await pha.presses("Không đến được")

    assert pha.last.text == (
        "Dạ em nhường chỗ ở Buổi đối thoại 1 cho bà con khác, cảm ơn cô chú đã báo. "
        "Cô chú đổi ý thì bấm Sẽ đến, còn chỗ là em giữ cho nhà mình."
    )


async def test_a_typed_word_answers_as_well_as_a_button(talk: Talk) -> None:
    pha = await invited(talk)

    await pha.says("se den")

    assert pha.last.text.startswith("Dạ em giữ chỗ ở Buổi đối thoại 1 cho nhà mình")


async def test_somebody_else_is_sent_by_name(talk: Talk) -> None:
    pha = await invited(talk)

    await pha.presses("Nhờ người khác đi")
    assert pha.last.text == "Ai đi thay nhà mình, cô chú cho em xin họ tên?"
    await pha.says("Thạch Ren")

    assert pha.last.text.startswith(
        f"Dạ em giữ chỗ ở Buổi đối thoại 1 cho Thạch Ren đi thay nhà mình: {PLACE}."
    )


async def _sends_ren(pha: Person) -> None:
    await pha.presses("Nhờ người khác đi")
    await pha.says("Thạch Ren")


async def test_who_had_sent_somebody_else_comes_in_person_by_one_press(talk: Talk) -> None:
    pha = await invited(talk)
    await _sends_ren(pha)
    assert pha.last.labels == ["Tôi tự đi", "Không đến được"]

    await pha.presses("Tôi tự đi")

    assert pha.last.text.startswith(f"Dạ em giữ chỗ ở Buổi đối thoại 1 cho nhà mình: {PLACE}.")
    assert pha.last.labels == ["Không đến được"]


async def test_the_offer_s_own_yes_takes_back_whom_a_household_had_sent(talk: Talk) -> None:
    pha = await invited(talk)
    await _sends_ren(pha)

    await pha.presses("Sẽ đến")

    assert pha.last.text.startswith(f"Dạ em giữ chỗ ở Buổi đối thoại 1 cho nhà mình: {PLACE}.")


async def test_a_reminder_that_names_somebody_else_can_be_answered_by_coming(talk: Talk) -> None:
    pha = await invited(talk)
    await _sends_ren(pha)

    await talk.clock.move(days=11)
    await talk.later(hours=7)
    assert pha.last.labels == ["Tôi tự đi", "Không đến được"]
    await pha.presses("Tôi tự đi")

    assert pha.last.text.startswith(f"Dạ em giữ chỗ ở Buổi đối thoại 1 cho nhà mình: {PLACE}.")


async def test_a_declined_seat_is_offered_to_the_next_in_rank_at_once(talk: Talk) -> None:
    pha, ba = await resident(talk, "pha", "Phường 1"), await resident(talk, "ba", "Phường 1")
    homes = await signed_off(talk)
    await lives_in(talk, pha, named(homes, "Diệp Thị Bô Pha"))
    follower = await next_in_line(talk, homes)
    await lives_in(talk, ba, follower)
    await talk.tick()
    assert ba.news() == []

    await pha.presses("Không đến được")

    assert ba.last.text.startswith(f"Dạ em mời nhà cô chú {follower.name} dự Buổi đối thoại 1")


async def test_silence_lets_an_offer_lapse_kindly_and_the_next_is_invited(talk: Talk) -> None:
    pha, ba = await resident(talk, "pha", "Phường 1"), await resident(talk, "ba", "Phường 1")
    homes = await signed_off(talk)
    await lives_in(talk, pha, named(homes, "Diệp Thị Bô Pha"))
    await lives_in(talk, ba, await next_in_line(talk, homes))
    await talk.tick()

    await talk.later(hours=48)

    assert pha.last.text == (
        "Dạ em chưa nghe cô chú trả lời nên đã mời bà con khác tới Buổi đối thoại 1. "
        "Cô chú vẫn muốn đi thì bấm Sẽ đến, còn chỗ là em giữ cho nhà mình."
    )
    assert "trước 10:00 Chủ nhật 03/05" in ba.last.text
    await pha.presses("Sẽ đến")
    assert pha.last.text == (
        "Dạ chỗ ở Buổi đối thoại 1 đã có bà con khác nhận, nên em ghi nhà mình vào danh sách chờ. "
        "Có chỗ trống em báo liền."
    )


async def test_a_declined_seat_goes_on_to_somebody_who_had_lapsed_and_waits_again(
    talk: Talk,
) -> None:
    pha, ba = await resident(talk, "pha", "Phường 1"), await resident(talk, "ba", "Phường 1")
    homes = await signed_off(talk)
    await lives_in(talk, pha, named(homes, "Diệp Thị Bô Pha"))
    await lives_in(talk, ba, await next_in_line(talk, homes))
    await talk.tick()
    await talk.later(hours=48)
    await pha.presses("Sẽ đến")
    pha.news()

    await ba.presses("Không đến được")

    assert pha.last.text.startswith("Dạ em mời nhà cô chú Diệp Thị Bô Pha dự Buổi đối thoại 1")


async def test_who_comes_is_reminded_three_days_before_and_in_the_morning(talk: Talk) -> None:
    pha = await invited(talk)
    await pha.presses("Sẽ đến")
    pha.news()

    await talk.clock.move(days=11)
    await talk.later(hours=7)
    assert pha.news() == [
        "Dạ em nhắc cô chú: còn ba ngày nữa là Buổi đối thoại 1, 07:30 thứ Tư 13/05 tại Hội trường "
        "UBND phường 1. Không đi được thì cô chú bấm Không đến được giúp em."
    ]
    await talk.later(days=2, hours=13, minutes=30)
    assert pha.news() == [
        "Dạ em nhắc cô chú: hôm nay là Buổi đối thoại 1, 07:30 thứ Tư 13/05 tại Hội trường "
        "UBND phường 1. Không đi được thì cô chú bấm Không đến được giúp em."
    ]
    await talk.later(minutes=5)
    assert pha.news() == []


async def test_an_answer_after_the_session_is_told_that_it_is_over(talk: Talk) -> None:
    pha = await invited(talk)
    await talk.clock.move(days=15)

    await pha.presses("Sẽ đến")

    assert pha.last.text == (
        "Dạ buổi này đã xong rồi. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em."
    )
