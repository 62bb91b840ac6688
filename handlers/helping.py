"""*Hỏi giúp bà con*: choosing a household, what can be done for it, and the end of that."""

from collections.abc import Sequence

from bot.domain.households import Household
from bot.domain.reach import OWN
from bot.services.asking import asking, drafting
from bot.services.people import acting, phones
from bot.services.residents import erasing, helping, home_news
from bot.services.residents.helping import Helper
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import ask, menu, mine, welcome


async def show(turn: Turn) -> None:
    """The households that the person helps, and one more."""
    await _page(turn, 0)


async def press_show(turn: Turn, start: str) -> None:
    await _page(turn, int(start or 0))


async def _page(turn: Turn, start: int) -> None:
    turn.finish()
    if not turn.person.is_known:
        turn.note(after="helping")
        await welcome.ask_consent(turn)
        return
    found = await helping.helped(turn.work, turn.person)
    rows = [
        [Button("plain", "home", one.id, {"words": label(turn, one)})]
        for one in found[start : start + phones.PAGE]
    ]
    if len(found) > start + phones.PAGE:
        rows.append([Button("more-homes-button", "helping", start + phones.PAGE)])
    await turn.say("help-whom", [*rows, [Button("new-home-button", "newhome")], menu.STOP])


def label(turn: Turn, home: Household) -> str:
    """A household on a button."""
    who = acting.called(turn.work, turn.language, home)
    return who[:1].upper() + who[1:]


async def home(turn: Turn, argument: str) -> None:
    """One household: where it stands, and what can be done for it."""
    turn.finish()
    if int(argument) == OWN:
        await mine.show_of(turn, argument)
        return
    found = await acting.home_to_hear(turn.work, turn.person, int(argument))
    stands = await home_news.seats_of(turn.work, turn.person, found.id)
    bond = (await acting.bonds(turn.work, turn.person))[found.id]
    others = await helping.helpers_of(turn.work, turn.person, found)
    await turn.say(
        "home-screen",
        [*to_end(turn, others), *_buttons(found.id, helps=bond.is_help)],
        who=label(turn, found),
        place=helping.place(turn.work, found) or "none",
        stands="\n".join(stands) or "none",
    )


def _buttons(household: int, *, helps: bool) -> Buttons:
    common = [
        [Button("open-news-button", "openfor", household)],
        [Button("home-questions-button", "mineof", household)],
    ]
    if not helps:
        return [*common, menu.STOP]
    return [
        [Button("ask-for-button", "askfor", household)],
        *common,
        [Button("sign-up-for-button", "signfor", household)],
        [
            Button("end-help-button", "endhelp", household),
            Button("erase-home-button", "erasehome", household),
        ],
        [Button("back-button", "helping")],
    ]


# ── asking ───────────────────────────────────────────────────────────────────────────────────


async def ask_for(turn: Turn, argument: str) -> None:
    """*Gửi câu hỏi giúp*: the next words are this household's question."""
    found = await acting.home(turn.work, turn.person, int(argument))
    turn.wait_for("helping.question", home=found.id)
    who = acting.called(turn.work, turn.language, found)
    await turn.say("help-question-ask", [menu.STOP], who=who)


async def ask_again(turn: Turn) -> None:
    """Ask once more for the words of this household's question."""
    await ask_for(turn, turn.data.get("home", "0"))


async def question_typed(turn: Turn) -> None:
    """The household's question: kept as its own, whatever it looks like."""
    if not turn.text:
        await menu.ask_for_words(turn, [menu.STOP])
        return
    found = await acting.home(turn.work, turn.person, int(turn.data["home"]))
    draft = await drafting.draft(turn.work, turn.person, turn.message, found.id)
    turn.finish()
    if asking.is_crisis(turn.work, turn.text):
        await ask.send_urgent(turn, draft)
    else:
        await ask.confirm(turn, draft)


# ── the end of it ────────────────────────────────────────────────────────────────────────────


async def end(turn: Turn, argument: str) -> None:
    """*Nhà này thôi nhờ*: what that means, before it is done."""
    found = await acting.home_to_hear(turn.work, turn.person, int(argument))
    yes = Button("end-help-yes-button", "endhelpyes", f"{found.id}.{turn.person.id}")
    who = acting.called(turn.work, turn.language, found)
    await turn.say(
        "end-help-sure", [[yes], [Button("keep-data-button", "home", found.id)]], who=who
    )


async def end_surely(turn: Turn, argument: str) -> None:
    household, _, helper = argument.partition(".")
    found = await helping.take_back(turn.work, turn.person, int(household), int(helper))
    turn.finish()
    who = acting.called(turn.work, turn.language, found)
    await turn.say("help-ended", menu.buttons(turn), who=who)


async def erase(turn: Turn, argument: str) -> None:
    """*Nhà này muốn xóa hết*: what goes and what stays, before it is done."""
    found = await acting.home_to_hear(turn.work, turn.person, int(argument))
    yes = Button("erase-home-yes-button", "erasehomeyes", found.id)
    who = acting.called(turn.work, turn.language, found)
    await turn.say(
        "erase-home-sure", [[yes], [Button("keep-data-button", "home", found.id)]], who=who
    )


async def erase_surely(turn: Turn, argument: str) -> None:
    """The household is no longer named, not even in parting."""
    await erasing.erase_helped(turn.work, turn.person, int(argument))
    turn.finish()
    await turn.say("home-erased", menu.buttons(turn))


# ── for people who live there ────────────────────────────────────────────────────────────────


async def helpers(turn: Turn, _argument: str) -> None:
    """*Ai hỏi giùm nhà tôi*: who acts for the person's own household; one press ends it."""
    found = await helping.helpers(turn.work, turn.person)
    await turn.say("helpers", [*to_end(turn, found), menu.STOP], many=len(found))


def to_end(turn: Turn, found: Sequence[Helper]) -> list[list[Button]]:
    """A button for each person who acts for a household that no longer wants it."""
    unnamed = turn.words("helper-unnamed")
    return [
        [
            Button(
                "end-helper-button",
                "endhelpyes",
                f"{one.home.id}.{one.person.id}",
                {"name": one.person.name or unnamed},
            )
        ]
        for one in found
    ]


async def share_phone(turn: Turn, _argument: str) -> None:
    """*Máy dùng chung* and back."""
    shared = await phones.share(turn.work, turn.address)
    await turn.say("phone-shared", menu.buttons(turn), shared="yes" if shared else "no")


async def choose(turn: Turn, start: str) -> None:
    """On a phone of many: for whom is this?"""
    more = Button("more-homes-button", "choosehome")
    rows = await phones.buttons(turn.work, turn.person, "home", more, int(start or 0))
    await turn.say("open-for-whom", [*rows, menu.STOP])
