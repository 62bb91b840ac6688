"""Households that have no chat of their own, and those who ask for them. All are invented."""

from collections.abc import Iterable, Sequence

from bot.domain.households import Household, HouseholdFacts
from storage import households
from tests.doubles.chat import Person, Talk

TOLD_ME = "Người đứng tên nói rồi"


async def enlisted(talk: Talk, *names: str, category: str = "") -> dict[str, int]:
    """Households of these names on the list of ward 7, khóm 3; returns their ids."""
    made = {}
    async with talk.app.works.begin() as work:
        for name in names:
            home = Household(id=0, name=name, ward="p7", hamlet="p7-k3")
            kept = await households.make(work.tx, home, HouseholdFacts(category=category), work.now)
            made[name] = kept.id
    return made


async def agrees(khom: Person, name: str) -> None:
    """The head of the hamlet finds a household by its name, and it agrees."""
    await khom.says("/hoigiup")
    await khom.presses("Nhà khác")
    await khom.says(name)
    await khom.presses(f"{name}, Khóm 3, Phường 7")
    await khom.presses(TOLD_ME)


async def names_home(person: Person, name: str) -> None:
    """Somebody who heads no hamlet names a household, and it agrees."""
    await person.says("/hoigiup")
    await person.presses("Nhà khác")
    await person.says(name)
    await person.presses("Khóm 3")
    await person.presses("Người nhà, hàng xóm")
    await person.presses(TOLD_ME)


async def writes_for(person: Person, label: str, text: str) -> None:
    """Choose a household that is helped, and write its question; it is not sent yet."""
    await person.says("/hoigiup")
    await person.presses(label)
    await person.presses("Gửi câu hỏi giúp")
    await person.says(text)


async def asks_for(person: Person, label: str, text: str) -> str:
    """The same, and send it; returns the number."""
    await writes_for(person, label, text)
    await person.presses("Đúng rồi, gửi đi")
    receipt = person.find("Dạ em đã ghi câu hỏi số").text
    return receipt.partition("câu hỏi số ")[2].split()[0]


async def answered(officer: Person, head: Person, number: str, text: str) -> None:
    """The agency answers one of them, and its head approves."""
    await officer.replies(officer.find(number), text)
    await officer.presses("Gửi duyệt")
    await head.presses("Duyệt")


def shown(person: Person, since: int = 0) -> str:
    """Everything on a person's screen from one message on, with its buttons."""
    return "\n".join(line for one in person.screen[since:] for line in (one.text, *one.labels))


def seen(person: Person, secrets: Iterable[str], since: int = 0) -> Sequence[str]:
    """Those of the secrets that stand on the screen from one message on."""
    return [one for one in secrets if one in shown(person, since)]
