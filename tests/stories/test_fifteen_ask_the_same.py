"""Fifteen ask the same and are answered once: fifteen receipts, and nothing of one reaches another.

Each of them has put something of their own into the question: it is looked for in everything that
anybody else is told, reads, hears on the air, or finds on the page.
"""

from dataclasses import dataclass, replace

from bot.config import Settings
from bot.domain.people import Role
from bot.services.answers import answers as library
from storage import people
from tests.conftest import begun
from tests.doubles.chat import Person, Platform, Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import ANSWER, BANK, asks, official

#: (ward, hamlet): eleven in two wards' larger hamlets, four who are alone where they live.
PLACES = (
    *[("Phường 7", "Khóm 2")] * 6,
    *[("Phường 7", "Khóm 4")] * 3,
    *[("Phường 7", "Khóm 5")] * 1,
    *[("Phường 1", "Khóm 3")] * 4,
    *[("Phường 1", "Khóm 1")] * 1,
)

NAMES = (
    *("Thạch Lan", "Kim Bảy", "Sơn Út", "Lâm Ba", "Trần Tư", "Lê Năm", "Phan Sáu", "Võ Chín"),
    *("Đỗ Mười", "Hồ Hai", "Ngô Điệp", "Dương Cúc", "Mai Huệ", "Bùi Đào", "Cao Liễu"),
)

SECRETS = (
    *("ao", "bưởi", "cau", "dừa", "éch", "gạo", "heo", "ỉn", "kẹo", "lúa", "mía", "nếp", "ổi"),
    *("phở", "quế"),
)


@dataclass
class Asker:
    """Somebody with a chat, and what is theirs alone."""

    chat: str
    ward: str
    hamlet: str
    name: str
    secret: str  #: stands in the words of their question
    number: str = ""

    @property
    def words(self) -> str:
        return f"Hộ cận nghèo vay 50 triệu nuôi bò lãi bao nhiêu một tháng? {self.secret}"


ASKERS = [
    Asker(f"người {place}", ward, hamlet, name, f"Bí mật {word}")
    for place, ((ward, hamlet), name, word) in enumerate(
        zip(
            PLACES,
            NAMES,
            SECRETS,
            strict=True,
        )
    )
]


async def settles(talk: Talk, who: Asker) -> Person:
    """They agree, say where they live and what they are called, and ask."""
    person = talk.person(who.chat)
    await person.says("/start")
    for label in ("Đồng ý", who.ward, who.hamlet):
        await person.presses(label)
    async with talk.app.works.begin() as work:
        known = await people.of_address(work.tx, str(person.address))
        assert known
        await people.save(work.tx, replace(known, name=who.name))
    who.number = await asks(person, who.words)
    return person


async def joined(talk: Talk) -> tuple[Person, Person]:
    """All have asked, a neighbour follows the ward's answers, and Tâm joins what is suggested."""
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    for ward, reader in (("p7", "sơn"), ("p1", "thu")):
        await official(talk, reader, Role.RELAY, ward)
    neighbour = talk.person("hàng xóm")
    await neighbour.says("/start")
    for label in ("Đồng ý", "Phường 7", "Khóm 2"):
        await neighbour.presses(label)
    await neighbour.says("/traloi")
    await neighbour.presses("Nhận trả lời của phường")
    for one in ASKERS:
        await settles(talk, one)
    await talk.tick()
    while any("🔗 Giống" in message.text for message in tam.screen):
        await tam.presses("Gộp")
        await tam.presses("Gộp hết" if "Gộp hết" in tam.last.labels else tam.last.labels[0])
        await talk.tick()
    return tam, hoa


async def approved(talk: Talk) -> None:
    """Tâm answers, Hoa approves: once each."""
    tam, hoa = await joined(talk)
    await tam.replies(tam.find("👥 Gộp chung 15 câu"), ANSWER)
    await tam.presses("Gửi duyệt")
    await talk.tick()
    await hoa.presses("Duyệt")
    for one in ASKERS:
        talk.person(one.chat).news()


def receipt(one: Asker) -> str:
    return (
        f"Dạ, Ngân hàng Chính sách trả lời câu {one.number} của cô chú:\n“{one.words}”\n\n"
        f"{ANSWER}\n\nCó 15 bà con cùng hỏi nên câu này trả lời chung. "
        "Câu trả lời này có giúp được cô chú không?"
    )


def heard_of(talk: Talk, one: Asker) -> list[tuple[str, str]]:
    """(chat, what) of all that is this asker's own and stands in the chat of somebody else.

    Officials who work on the queue read questions; nobody reads a name.
    """
    works_on_it = {"tâm", "hoa"}
    found = []
    for chat, screen in talk.platform.chats.items():
        texts = "\n".join(message.text for message in screen.values())
        if chat != one.chat:
            found += [(chat, one.name)] if one.name in texts else []
        if chat not in {one.chat, *works_on_it}:
            found += [(chat, own) for own in (one.secret, one.number) if own in texts]
    return found


async def test_fifteen_are_answered_once_also_where_the_program_is_restarted_in_between(
    settings: Settings, clock: ManualClock
) -> None:
    platform = Platform()
    async with begun(settings, clock, platform) as talk:
        await approved(talk)
        read = {one.chat: len(talk.person(one.chat).heard) for one in ASKERS}
    async with begun(settings, clock, platform) as talk:  # approved, and nobody has followed yet
        await talk.clock.move(hours=7)
        await talk.tick()
    async with begun(settings, clock, platform) as talk:
        await talk.tick()

        for one in ASKERS:
            person = replace(talk.person(one.chat), read=read[one.chat])
            assert person.news() == [receipt(one)]


async def test_nothing_of_one_reaches_another_in_chat_on_the_air_or_on_the_page(talk: Talk) -> None:
    await approved(talk)
    await talk.later(hours=7)
    neighbour = talk.person("hàng xóm")
    await neighbour.says("/traloi")

    speakers = {next(one.number for one in ASKERS if one.ward == ward) for ward, _ in PLACES}
    leaks = [leak for one in ASKERS for leak in heard_of(talk, one) if leak[1] not in speakers]
    assert leaks == []
    for reader in ("sơn", "thu"):
        script = talk.person(reader).find("📢").text
        assert script.count("Có 15 bà con cùng hỏi: chuyện vay vốn") == 1
    async with talk.app.works.look() as work:
        public = [one.question for one in await library.published(work, "")]
    assert public == ["chuyện vay vốn"] * 2


async def test_officials_see_the_weight_of_each_place_and_residents_none(talk: Talk) -> None:
    tam, hoa = await joined(talk)
    card = tam.find("👥 Gộp chung 15 câu")
    assert "(Khóm 2: 6, Khóm 3 Phường 1: 4, Khóm 4: 3, Khóm 1 Phường 1: 1, Khóm 5: 1)" in card.text
    await tam.replies(card, ANSWER)
    await tam.presses("Gửi duyệt")
    await talk.tick()
    await hoa.presses("Duyệt")
    await talk.later(hours=7)

    assert "👥 Trả lời chung cho 15 câu" in hoa.find("TV-0001 · ").text
    for one in ASKERS:
        told = talk.person(one.chat).find(f"trả lời câu {one.number}").text
        assert "Khóm" not in told
        assert "Phường" not in told


async def test_one_splits_off_with_a_reason_and_the_fourteen_hear_nothing(talk: Talk) -> None:
    await approved(talk)
    await talk.later(hours=7)
    people_ = [talk.person(one.chat) for one in ASKERS]
    for person in people_:
        person.news()
    alone = people_[4]

    await alone.presses("Trường hợp của tôi khác")
    await alone.says("Nhà tôi có người bệnh nặng, xin khoanh nợ")
    await talk.tick()

    assert alone.news()[-1].startswith(f"Dạ em đã tách câu {ASKERS[4].number} ra hỏi riêng")
    assert [person.news() for person in people_ if person is not alone] == [[]] * 14
    for chat, screen in talk.platform.chats.items():
        texts = "\n".join(message.text for message in screen.values())
        assert ("người bệnh nặng" in texts) == (chat == "tâm"), chat


async def test_what_the_one_is_answered_nobody_else_hears(talk: Talk) -> None:
    """Their case is their own: it is not read to a ward that has heard the answer for all."""
    await approved(talk)
    await talk.later(hours=7)
    alone, tam, hoa = (talk.person(chat) for chat in (ASKERS[4].chat, "tâm", "hoa"))
    await alone.presses("Trường hợp của tôi khác")
    await alone.says("Nhà tôi có người bệnh nặng, xin khoanh nợ")
    assert "trả lời xong chỉ báo riêng cho cô chú" in alone.last.text

    await tam.replies(tam.find("người bệnh nặng"), "Cô chú mang giấy bệnh viện ra gặp em nghen.")
    assert "chỉ gửi riêng cho người hỏi" in tam.last.text
    assert [one for one in tam.last.labels if one.startswith("Gửi duyệt")] == ["Gửi duyệt"]
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    assert hoa.last.text == f"Đã duyệt câu {ASKERS[4].number} và gửi riêng cho người hỏi."
    await talk.later(days=1)

    assert "giấy bệnh viện" in alone.find("trả lời câu").text
    for chat, screen in talk.platform.chats.items():
        texts = "\n".join(message.text for message in screen.values())
        assert "giấy bệnh viện" not in texts or chat in {alone.chat, "tâm", "hoa"}, chat
    async with talk.app.works.look() as work:
        public = [one.question for one in await library.published(work, "")]
    assert public == ["chuyện vay vốn"] * 2
