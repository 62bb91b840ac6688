"""A file on its way out: a reference in the outbox, its bytes read just before it leaves."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.channels.base import Carries
from bot.domain.errors import TryLater
from bot.domain.files import File
from bot.domain.messages import Outgoing
from storage import addresses, files, people
from storage.outbox import Priority
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import Line, Post, post

CONTENT = b"h\xe1\xbb\x99;ph\xc6\xb0\xe1\xbb\x9dng\n"


@dataclass(slots=True)
class Cart(Line):
    """A line that carries files."""

    carried: list[tuple[str, str, bytes]] = field(default_factory=list)

    async def send_file(self, chat: str, message: Outgoing, content: bytes) -> str:
        assert message.file
        name = await self.send(chat, message)
        self.carried.append((chat, message.file.name, content))
        return name


@pytest.fixture
def cart(clock: ManualClock) -> Cart:
    return Cart(clock)


@pytest.fixture
def office(database: Sqlite, clock: ManualClock, cart: Cart) -> Post:
    return post(database, clock, cart)


async def _put(office: Post, words: str = "Danh sách đây") -> File:
    async with office.works.begin() as work:
        file = await files.keep(
            work.tx, "hộ.csv", CONTENT, now=work.now, for_how_long=timedelta(hours=1)
        )
        message = Outgoing(text=words, file=file)
        await work.put("line:lan", message, Priority.REPLY)
    return file


async def test_a_file_leaves_with_its_words(office: Post, cart: Cart) -> None:
    await _put(office)
    await office.settle()

    assert isinstance(cart, Carries)
    assert (cart.said, cart.carried) == (
        [("lan", "Danh sách đây")],
        [("lan", "hộ.csv", CONTENT)],
    )


async def test_the_outbox_holds_no_bytes(office: Post, url: str) -> None:
    await _put(office)

    [(payload,)] = await ask(url, "SELECT payload FROM outbox")
    assert "hộ.csv" in payload
    assert "hộ;phường" not in payload


async def test_a_try_that_failed_carries_the_file_again(office: Post, cart: Cart) -> None:
    cart.fails("lan", TryLater("away"))
    await _put(office)
    await office.run_for(2)

    assert cart.carried == [("lan", "hộ.csv", CONTENT)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Danh sách đây",
            "Danh sách đây\n\nTệp hộ.csv quá ngày giữ nên em xóa rồi, "
            "hoặc lời trong tệp đã được xóa. Cần nữa thì nhắn lại hoặc bấm lại giúp em.",
        ),
        (
            "",
            "Tệp hộ.csv quá ngày giữ nên em xóa rồi, hoặc lời trong tệp đã được xóa. "
            "Cần nữa thì nhắn lại hoặc bấm lại giúp em.",
        ),
    ],
    ids=["with words", "alone"],
)
async def test_the_words_of_a_file_that_expired_go_without_it_and_say_so(
    office: Post, cart: Cart, clock: ManualClock, words: str, said: str
) -> None:
    await _put(office, words)
    await clock.move(hours=1)
    await office.settle()

    assert (cart.said, cart.carried) == ([("lan", said)], [])


async def test_a_channel_that_shows_files_by_itself_gets_the_reference_alone(
    database: Sqlite, clock: ManualClock
) -> None:
    shown: list[File | None] = []

    class Shows(Line):
        async def send(self, chat: str, message: Outgoing) -> str:
            shown.append(message.file)
            return await super().send(chat, message)

    office = post(database, clock, Shows(clock))
    file = await _put(office)
    await office.settle()

    assert shown == [file]


async def test_a_card_cannot_hold_a_file(office: Post) -> None:
    file = File(token="t", name="hộ.csv", size=1)
    async with office.works.begin() as work:
        with pytest.raises(ValueError, match="a card changes in place"):
            await work.send("line:lan", Outgoing(text="", file=file), about="job:1", card=True)


async def test_whoever_says_something_may_send_a_file_with_it(office: Post, cart: Cart) -> None:
    async with office.works.begin() as work:
        lan = await people.make(work.tx, "vi", work.now)
        await addresses.put(work.tx, "line:lan", work.now, person=lan.id)
        file = await files.keep(
            work.tx, "hộ.csv", CONTENT, now=work.now, for_how_long=timedelta(hours=1)
        )
        await work.tell(lan, "plain", words="Dạ đây", enclosed=file)
    await office.settle()

    assert cart.carried == [("lan", "hộ.csv", CONTENT)]
