"""*Thông báo*: the organiser writes to many, another organiser approves, people read it."""

from bot.domain.announcements import Announcement, Audience, Whom
from bot.domain.errors import Refused
from bot.services.relay import announcing
from bot.turn import Turn
from bot.voice import Button
from handlers import menu


async def begin(turn: Turn) -> None:
    """``/thongbao``: the next words are the announcement."""
    announcing.must_announce(turn.person)
    turn.wait_for("announce.text")
    await turn.say("announce-ask", [menu.STOP])


async def press_begin(turn: Turn, _argument: str) -> None:
    await begin(turn)


async def text_typed(turn: Turn) -> None:
    """New words, or other words for one that exists already."""
    before = turn.data.get("announcement", "")
    if before:
        found = await announcing.rewrite(turn.work, turn.person, int(before), turn.text)
    else:
        found = await announcing.begin(turn.work, turn.person, turn.text)
    turn.finish()
    await (preview(turn, found) if found.audience else ask_audience(turn, found.id))


async def ask_audience(turn: Turn, announcement_id: int) -> None:
    """Everybody, people of one ward, or of one session; a typed name goes straight there."""
    turn.wait_for("announce.whom", announcement=announcement_id)
    rows = [
        [_to(turn, announcement_id, Audience(Whom.EVERYONE))],
        [Button("announce-a-ward-button", "announcepart", f"{announcement_id}/wards")],
        *(
            [
                Button(
                    "announce-a-session-button",
                    "announcepart",
                    f"{announcement_id}/{one.number}",
                    {"session": one.name},
                )
            ]
            for one in announcing.sessions(turn.work)
        ),
    ]
    await turn.say("announce-whom", [*rows, menu.STOP])


async def part(turn: Turn, argument: str) -> None:
    """The wards, or whom of one session."""
    announcement_id, _, which = argument.partition("/")
    found = await announcing.get(turn.work, turn.person, int(announcement_id))
    turn.wait_for("announce.whom", announcement=found.id)
    if which == "wards":
        await _ask_ward(turn, found.id)
        return
    audiences = announcing.of_session(turn.work, int(which))
    rows = [[_to(turn, found.id, one)] for one in audiences]
    await turn.say("announce-whom", [*rows, _leave(found.id)])


async def _ask_ward(turn: Turn, announcement_id: int) -> None:
    wards = [_to(turn, announcement_id, one) for one in announcing.wards(turn.work)]
    rows = [wards[at : at + 2] for at in range(0, len(wards), 2)]
    await turn.say("announce-which-ward", [*rows, _leave(announcement_id)])


def _leave(announcement_id: int) -> list[Button]:
    return [Button("back-button", "announcewhom", announcement_id), *menu.STOP]


async def whom_typed(turn: Turn) -> None:
    """A name that stands on no button of this screen, or only some of its letters."""
    chosen = announcing.named(turn.work, turn.language, turn.text)
    if chosen is None:
        raise Refused("announce-whom-unclear")
    await audience(turn, f"{turn.data['announcement']}/{chosen}")


def _to(turn: Turn, announcement_id: int, audience: Audience) -> Button:
    name = announcing.audience_name(turn.work, turn.language, audience)
    return Button("plain", "announceto", f"{announcement_id}/{audience}", {"words": name})


async def audience(turn: Turn, argument: str) -> None:
    announcement_id, _, to = argument.partition("/")
    chosen = Audience.parse(to)
    found = await announcing.address_to(turn.work, turn.person, int(announcement_id), chosen)
    turn.finish()
    await preview(turn, found)


async def other_audience(turn: Turn, argument: str) -> None:
    found = await announcing.get(turn.work, turn.person, int(argument))
    await ask_audience(turn, found.id)


async def preview(turn: Turn, found: Announcement) -> None:
    """As people will read it, and how many they are; nothing has gone out."""
    assert found.audience is not None
    whom = Button("announce-whom-button", "announcewhom", found.id)
    await turn.say(
        "announce-preview",
        [
            [Button("submit-button", "announcesend", found.id)],
            [
                Button("announce-rewrite-button", "announcerewrite", found.id),
                *([] if found.audience.family else [whom]),
            ],
            [Button("announce-drop-button", "announcedrop", found.id)],
        ],
        about=announcing.subject(found),
        text=announcing.words(turn.work, turn.language, found).text,
        audience=announcing.audience_name(turn.work, turn.language, found.audience),
        many=str(await announcing.hearers(turn.work, found.audience)),
        by="chat" if found.audience.family else "all",
    )


async def rewrite(turn: Turn, argument: str) -> None:
    """*Sửa lời*: the text once more, to be copied and mended."""
    found = await announcing.get(turn.work, turn.person, int(argument))
    turn.wait_for("announce.text", announcement=found.id)
    await turn.say("announce-rewrite", [menu.STOP], text=found.text)


async def submit(turn: Turn, argument: str) -> None:
    asked = await announcing.submit(turn.work, turn.person, int(argument))
    await turn.say("announce-submitted", menu.buttons(turn), many=str(asked))


async def drop(turn: Turn, argument: str) -> None:
    await announcing.drop(turn.work, turn.person, int(argument))
    await turn.say("announce-dropped", menu.buttons(turn))


async def approve(turn: Turn, argument: str) -> None:
    await announcing.approve(turn.work, turn.person, int(argument))
    asleep = turn.work.end_of_quiet(turn.work.now)
    at = turn.work.moment(turn.language, asleep) if asleep else "none"
    await turn.say("announce-on-its-way", at=at)


async def send_back(turn: Turn, argument: str) -> None:
    """*Trả lại*: the next words are the reason, which the author reads."""
    found = await announcing.get(turn.work, turn.person, int(argument))
    turn.wait_for("announce.why", announcement=found.id)
    await turn.say("announce-why", [menu.STOP])


async def why_typed(turn: Turn) -> None:
    await announcing.send_back(turn.work, turn.person, int(turn.data["announcement"]), turn.text)
    turn.finish()
    await turn.say("announce-sent-back", menu.buttons(turn))
