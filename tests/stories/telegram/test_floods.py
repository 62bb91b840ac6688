"""Telegram asks for a pause: it is kept, over restarts too; then all comes, in order, once."""

from tests.doubles.telegram import TelegramDouble, User
from tests.stories.telegram.town import QUESTION, Town

#: A call is stamped when it arrives, a pause when its answer is read: a few milliseconds apart.
_BLINK = 0.02

SCHOOL = "Vay vốn cho con đi học đại học thì làm hồ sơ ở đâu?"
HOUSE = "Nhà dột nát, hộ nghèo muốn sửa nhà thì xin ở đâu?"


async def test_a_pause_for_one_chat_holds_nobody_else_up(
    double: TelegramDouble, town: Town
) -> None:
    lan, ba = await town.resident("Lan"), await town.resident("Ba")
    double.answers("sendMessage", chat=lan, retry_after=1)
    tried = len(town.sends(lan))

    for question in (QUESTION, SCHOOL, HOUSE):
        await lan.says(question)
    await town.tries(tried + 1, lan)
    await ba.says(SCHOOL)
    await ba.hears("Được thì cô chú bấm Đúng rồi, gửi đi")
    served = town.sends(ba)[-1].at
    await heard_in_order(town, lan, QUESTION, SCHOOL, HOUSE)

    refused, again = town.sends(lan)[tried : tried + 2]
    assert again.at - refused.at >= 1.0 - _BLINK
    assert served < again.at


async def test_a_pause_for_the_whole_channel_holds_everybody_up_and_loses_nothing(
    double: TelegramDouble, town: Town
) -> None:
    lan, ba, chi = [await town.resident(name) for name in ("Lan", "Ba", "Chi")]
    tried = await everybody_is_refused(double, town, lan, ba, seconds=1)

    await chi.says(HOUSE)
    await lan.says(HOUSE)
    await heard_in_order(town, lan, QUESTION, HOUSE)
    await heard_in_order(town, ba, SCHOOL)
    await heard_in_order(town, chi, HOUSE)

    refused, again = town.sends()[tried + 1 : tried + 3]
    assert again.at - refused.at >= 1.0 - _BLINK


async def test_a_restart_does_not_shorten_a_pause(double: TelegramDouble, town: Town) -> None:
    lan, ba, chi = [await town.resident(name) for name in ("Lan", "Ba", "Chi")]
    tried = await everybody_is_refused(double, town, lan, ba, seconds=2)

    await chi.says(HOUSE)
    await town.restarts()
    await heard_in_order(town, lan, QUESTION)
    await heard_in_order(town, ba, SCHOOL)
    await heard_in_order(town, chi, HOUSE)

    refused, again = town.sends()[tried + 1 : tried + 3]
    assert again.at - refused.at >= 2.0 - _BLINK


async def test_a_restart_does_not_shorten_the_pause_of_one_chat(
    double: TelegramDouble, town: Town
) -> None:
    lan, ba = await town.resident("Lan"), await town.resident("Ba")
    double.answers("sendMessage", chat=lan, retry_after=2)
    tried = len(town.sends(lan))
    await lan.says(QUESTION)
    await town.tries(tried + 1, lan)

    await town.restarts()
    await ba.says(SCHOOL)
    await ba.hears("Được thì cô chú bấm Đúng rồi, gửi đi")
    await heard_in_order(town, lan, QUESTION)

    refused, again = town.sends(lan)[tried : tried + 2]
    assert again.at - refused.at >= 2.0 - _BLINK


async def test_telegrams_limits_are_kept_when_many_write_at_once(
    double: TelegramDouble, paced_town: Town
) -> None:
    people = [double.user(f"Cô {number}") for number in range(20)]
    guard = double.guards(penalty=1)

    for person in people:
        await person.says("/start")
        await person.says(QUESTION)
    await paced_town.settles()

    assert guard.refused == 0
    assert len({tuple(person.heard) for person in people}) == 1, "everybody heard the same, once"


async def everybody_is_refused(
    double: TelegramDouble, town: Town, lan: User, ba: User, *, seconds: int
) -> int:
    """Two chats in a row are refused: that means the whole channel. Returns the calls before."""
    await town.settles()
    tried = len(town.sends())
    double.answers("sendMessage", times=2, retry_after=seconds)
    await lan.says(QUESTION)
    await ba.says(SCHOOL)
    await town.tries(tried + 2)
    return tried


async def heard_in_order(town: Town, person: User, *questions: str) -> None:
    """The suggestions for these questions have come, each once, as they were asked."""
    await person.hears(f"“{questions[-1]}”", within=5)
    suggestions = [words for words in person.heard if "cô chú bấm Đúng rồi, gửi đi" in words]
    assert [words.split("“")[1].split("”")[0] for words in suggestions] == list(questions)
