"""News that nobody reads out, in hamlets whose head is not in chat: one list for the organiser."""

from bot.domain.households import Household, HouseholdFacts
from bot.domain.people import Role
from bot.domain.reach import NOBODY, State
from storage import households, reach
from tests.doubles.chat import Talk
from tests.doubles.moving import tell
from tests.stories.cast import official

TOWN = [(ward, f"{ward}-k{number}") for ward in ("p1", "p7") for number in (1, 2, 3)]
LONG = (
    "{many} hộ có tin mà chưa ai đọc cho nghe, ở những khóm, ấp chưa có trưởng khóm, trưởng ấp "
    "dùng máy này. Anh chị nhờ phường ghé đọc giúp em nghe."
)


async def listed(talk: Talk, url: str, many: int) -> None:
    """So many households, each with a question that has gone unread; they live all over town."""
    now = int(talk.clock.now().timestamp() * 1000)
    asked = [(f"X-{number}", number, now, now + 10**9) for number in range(1, many + 1)]
    async with talk.app.works.begin() as work:
        for number, *_ in asked:
            ward, hamlet = TOWN[int(number[2:]) % len(TOWN)]
            home = Household(id=0, name=f"Lý Văn {number}", ward=ward, hamlet=hamlet)
            await households.make(work.tx, home, HouseholdFacts(), work.now)
    await tell(
        url,
        "INSERT INTO questions (number, asker, household, ward, text, queue, kind, status,"
        " asked_at, due_at, promised_days)"
        " SELECT $1, MIN(id), $2, 'p7', 'x', 'nhcsxh', 'question', 'waiting', $3, $4, 7"
        " FROM people",
        asked,
    )
    async with talk.app.works.begin() as work:
        for _, home_id, *_ in asked:
            await reach.put(
                work.tx,
                household=home_id,
                reader=NOBODY,
                subject=f"question:{home_id}",
                state=State.LISTED,
                now=work.now,
                due=work.now,
            )


async def test_a_short_list_of_several_hamlets_says_where_everybody_lives(
    talk: Talk, url: str
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await listed(talk, url, 3)

    await talk.tick()

    assert organiser.news() == [
        "Các hộ này có tin mà chưa ai đọc cho nghe. Anh chị ghé nhà, mở ra đọc giúp em rồi bấm "
        "theo chữ cái.\n"
        "\n"
        "A. nhà Lý Văn X-1 (Khóm 2, Phường 1)\n"
        "B. nhà Lý Văn X-2 (Khóm 3, Phường 1)\n"
        "C. nhà Lý Văn X-3 (Khóm 1, Phường 7)"
    ]
    assert organiser.last.labels[:2] == ["A. Mở ra đọc", "A. Chưa gặp"]


async def test_a_long_list_is_one_message_by_place_and_opens_household_by_household(
    talk: Talk, url: str
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await listed(talk, url, 30)

    await talk.tick()

    [told] = organiser.news()
    heading, _, *lines = told.splitlines()
    assert heading == LONG.format(many=30)
    assert [line.partition(":")[0] for line in lines] == [
        *(f"• Khóm {number}, Phường 1" for number in (1, 2, 3)),
        *(f"• Khóm {number}, Phường 7" for number in (1, 2, 3)),
    ]
    assert lines[0].endswith(": " + ", ".join(f"nhà Lý Văn X-{one}" for one in range(6, 31, 6)))

    await organiser.presses("Xem từng hộ")
    assert len(organiser.last.labels) == 16 + 2  # a page, onward, and the way out
    await organiser.presses("Xem thêm nữa")
    await organiser.presses("Nhà Lý Văn X-29 · Khóm 3, Phường 7")
    assert organiser.last.text.startswith("Đọc cho nhà Lý Văn X-29 nghe:")


async def test_what_was_read_out_leaves_the_list_and_a_hamlet_with_a_head_is_not_on_it(
    talk: Talk, url: str
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await listed(talk, url, 11)
    await talk.tick()
    for number in range(1, 11):
        await organiser.presses("Xem từng hộ")
        await organiser.presses(next(one for one in organiser.last.labels if f"X-{number} " in one))
        await organiser.presses(f"Đã đọc cho nhà Lý Văn X-{number}")

    await organiser.presses("Xem từng hộ")
    assert organiser.last.labels == ["Nhà Lý Văn X-11 · Khóm 3, Phường 7", "Thôi"]

    await official(talk, "khóm", Role.HAMLET, "p7-k3")
    await organiser.presses("Xem từng hộ")
    assert organiser.last.text == ("Các hộ đều nghe tin rồi, không còn hộ nào chờ. Cảm ơn anh chị.")


async def test_only_who_runs_the_programme_opens_that_list(talk: Talk, url: str) -> None:
    await official(talk, "tổ", Role.ORGANISER)
    await listed(talk, url, 11)
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")

    await talk.arrive(khom.inbound(press="visits:", happened="pressed"))

    assert khom.last.text == (
        "Việc này dành cho ban tổ chức. Anh chị mở /giup để xem việc của mình."
    )
