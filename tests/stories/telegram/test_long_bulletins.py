"""A text for many that is longer than what Telegram takes: everybody gets all of it."""

from bot.domain.messages import Choice, Outgoing
from storage import broadcasts
from storage.broadcasts import Circle, To
from tests.doubles.telegram import TelegramDouble
from tests.stories.telegram.town import ANSWER, Town

PARTS = 3
LONG = f"{ANSWER} " * 90  # some 10,800 letters


async def test_a_long_bulletin_reaches_everybody_in_messages_that_telegram_takes(
    double: TelegramDouble, town: Town
) -> None:
    lan, ba = await town.resident("Lan"), await town.resident("Ba")
    button = Choice(label="Gửi câu hỏi", data="ask:")
    text = Outgoing(text=f"Kính thưa bà con. {LONG}Hết bản tin.", choices=((button,),))
    async with town.app.works.begin() as work:
        circle = Circle(to=To.RESIDENTS, ward="p1")
        await broadcasts.make(work.tx, circle, texts={"vi": text}, now=work.now)

    for one in (lan, ba):
        last = await town.sees(one, "Hết bản tin.")
        heard = one.heard[-PARTS:]
        assert heard[0].startswith("Kính thưa bà con.")
        assert "".join(heard).count(ANSWER) == 90
        assert (last.text, one.buttons) == (heard[-1], ["Gửi câu hỏi"])
