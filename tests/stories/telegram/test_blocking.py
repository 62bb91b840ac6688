"""People who block the bot are left alone; when they come back, they are welcome, once."""

from bot.domain.people import Role
from tests.doubles.telegram import TelegramDouble, User
from tests.stories.telegram.town import ANSWER, BANK, Town, shown


async def test_who_blocks_the_bot_while_an_answer_is_on_its_way_gets_nothing_more(
    double: TelegramDouble, town: Town
) -> None:
    lan, ba = await answered(town)
    double.answers("sendMessage", chat=lan, retry_after=1)
    son = await town.official("Sơn", Role.RELAY, "p1")
    tried = len(town.sends(lan))

    await town.airs_now(son)
    await town.tries(tried + 1, lan)
    await lan.blocks()  # her answer waits for the end of the second that Telegram asked for
    before = town.calls_for(lan)
    await town.sees(ba, "trả lời câu TV-0002", ANSWER)
    await town.settles()

    assert not shown(lan, "trả lời câu TV-0001")
    assert town.calls_for(lan) == before


async def test_who_blocked_the_bot_unheard_of_is_found_out_by_the_first_refusal(
    double: TelegramDouble, town: Town
) -> None:
    lan, ba = await answered(town)
    son = await town.official("Sơn", Role.RELAY, "p1")
    await lan.leaves_telegram()  # nobody tells the bot
    before = len(town.sends(lan))

    await town.airs_now(son)
    await town.sees(ba, "trả lời câu TV-0002", ANSWER)
    await town.settles()

    assert len(town.sends(lan)) == before + 1


async def test_who_unblocks_and_writes_again_goes_on_as_before(
    double: TelegramDouble, town: Town
) -> None:
    lan, _ba = await answered(town)
    son = await town.official("Sơn", Role.RELAY, "p1")
    await lan.blocks()
    await town.settles()
    await town.airs_now(son)
    await town.settles()

    await lan.unblocks()
    await lan.says("/cauhoi")
    await lan.hears("đây là câu hỏi của cô chú")
    await lan.presses("Xem câu TV-0001")
    missed = await lan.hears("TV-0001 · đã trả lời")
    assert ANSWER in missed.text
    assert await town.asks(lan, "Vay vốn cho con đi học đại học thì làm hồ sơ ở đâu?") == "TV-0003"


async def test_start_after_unblocking_greets_once(double: TelegramDouble, town: Town) -> None:
    lan = await town.resident()
    await lan.blocks()
    await town.settles()
    before = list(lan.heard)

    await lan.unblocks()
    await lan.says("/start")
    await lan.hears("Dạ em là Lắng Nghe")
    await town.settles()

    assert len(lan.heard) == len(before) + 1


async def test_start_after_unblocking_greets_once_although_the_product_was_down(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()
    await town.stops()
    before = list(lan.heard)

    await lan.blocks()
    await lan.unblocks()
    await lan.says("/start")
    await town.starts()
    await lan.hears("Dạ em là Lắng Nghe")
    await town.settles()

    assert len(lan.heard) == len(before) + 1


async def answered(town: Town) -> tuple[User, User]:
    """Two people of one ward, each with an approved answer that waits for the slot."""
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    lan, ba = await town.resident("Lan"), await town.resident("Ba")
    for person in (lan, ba):
        number = await town.asks(person)
        await town.drafts(minh, number)
        await town.approves(hoa, number)
    return lan, ba
