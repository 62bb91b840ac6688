"""Where erased words must not stay either: among what waits to be said, and in memory."""

import functools
import gc

from bot.domain.people import Role
from bot.understanding import folding
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, LOAN, asks, official, resident
from tests.stories.test_my_data import Memory, erases, memory

__all__ = ["memory"]  # a fixture


async def test_what_still_waits_to_be_said_is_erased_too_and_the_farewell_is_said(
    talk: Talk, memory: Memory
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await tam.replies(tam.last, "Chuyện riêng LỜI-BẢY của cô Lan")
    await tam.presses("Gửi duyệt riêng người hỏi")
    await lan.says("/dulieu")
    await lan.presses("Xóa hết")
    talk.platform.down = True
    await hoa.presses("Duyệt")
    assert await memory.holds("LỜI-BẢY") == ["LỜI-BẢY"]
    lan.news()

    await lan.presses("Xóa hết giùm tôi")
    assert await memory.holds("LỜI-BẢY") == []
    talk.platform.down = False
    await talk.later(minutes=1)

    assert lan.news() == [
        "Dạ em đã xóa hết rồi. Khi nào cần, cô chú nhắn lại là em làm quen từ đầu."
    ]


def at_hand(words: str) -> list[str]:
    """Texts with these words in them, as they came or folded, that the program keeps in memory."""
    gc.unfreeze()  # what a program that served before has set aside is looked through as well
    caches = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    seen, found, look_into = set[int](), set[str](), [*caches]
    while look_into:
        for part in gc.get_referents(look_into.pop()):
            if isinstance(part, str) and folding.fold_text(words) in folding.fold_text(part):
                found.add(part)
            holds = isinstance(part, tuple | dict | list) or "lru_" in type(part).__name__
            if holds and id(part) not in seen:
                seen.add(id(part))
                look_into.append(part)
    return sorted(found)


async def test_erased_words_are_not_kept_in_memory_either(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan, f"{LOAN} Nhà tôi ở cạnh miếu Bà Cố Hỷ.")
    assert at_hand("cạnh miếu Bà Cố Hỷ")

    await erases(lan)

    assert at_hand("cạnh miếu Bà Cố Hỷ") == []
