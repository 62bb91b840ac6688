"""Announcements: written by an organiser, approved by a second person, told to many.

Nobody approves their own words: what goes to thousands is read by two.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain import access
from bot.domain.announcements import Announcement, Audience, Status, Whom
from bot.domain.errors import Refused
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.domain.sessions import SeatGroup, Session
from bot.services.questions import runners
from bot.services.relay import about_answers
from bot.understanding.folding import pick
from bot.understanding.sentences import unended
from bot.voice import Button
from bot.work import Work
from storage import announcements, audit, bases, broadcasts, endings, people
from storage.broadcasts import Circle, To

#: The longest text, in characters: one message on every channel, some three minutes read aloud.
LONGEST = 2000

#: So many sessions are offered at once; others are typed.
_SESSIONS = 4


def subject(announcement: Announcement) -> str:
    """What a message about an announcement is about."""
    return f"announcement:{announcement.id}"


def must_announce(person: Person) -> None:
    """Organisers write announcements; they and admins approve those of others. Raises Refused."""
    access.must_run_programme(person)


async def begin(work: Work, author: Person, text: str) -> Announcement:
    """Keep the words of a new announcement. Raises Refused."""
    must_announce(author)
    made = await announcements.make(work.tx, author.id, _fitting(text), work.now)
    return await get(work, author, made)


async def prepare(
    work: Work, author: Person, audience: Audience, texts: Mapping[str, str]
) -> Announcement:
    """Keep what the program has written for an audience that it knows, in each language.

    Raises Refused.
    """
    await _must_handle(work, author, audience)
    first, *others = work.voice.offered
    made = await announcements.make(
        work.tx,
        author.id,
        _fitting(texts[first]),
        work.now,
        audience=audience,
        others={one: texts[one] for one in others},
    )
    return await get(work, author, made)


async def get(work: Work, person: Person, announcement_id: int) -> Announcement:
    """An announcement, for those who write or approve such. Raises Refused."""
    found = await announcements.get(work.tx, announcement_id)
    await _must_handle(work, person, found.audience if found else None)
    if found is None:
        raise Refused("announcement-gone")
    return found


async def _must_handle(work: Work, person: Person, audience: Audience | None) -> None:
    """Organisers and admins; of what is about an answer its office, too. Raises Refused."""
    queue = await about_answers.office(work, audience)
    if queue is None or not access.may_keep(person, queue):
        must_announce(person)


async def rewrite(work: Work, author: Person, announcement_id: int, text: str) -> Announcement:
    """Other words; what was handed in for approval has to be handed in again."""
    found = await _own(work, author, announcement_id)
    return await _write(work, author, found, _fitting(text), found.audience)


async def address_to(
    work: Work, author: Person, announcement_id: int, audience: Audience
) -> Announcement:
    """Choose whom it is for."""
    must_announce(author)
    found = await _own(work, author, announcement_id)
    _circles(work, audience)
    return await _write(work, author, found, found.text, audience)


async def _write(
    work: Work, author: Person, found: Announcement, text: str, audience: Audience | None
) -> Announcement:
    changed = Announcement(
        id=found.id,
        author=found.author,
        text=text,
        others=found.others if text == found.text else {},  # what was changed, was in one language
        audience=audience,
        status=Status.DRAFT,
    )
    if not await announcements.write(work.tx, changed, work.now):
        raise Refused("announcement-settled")
    return await get(work, author, found.id)


def sessions(work: Work) -> list[Session]:
    """Those that are still to come, or not long over, the next one first; as many as a screen has
    room for beside the rest."""
    ordered = sorted(
        work.programme.sessions, key=lambda one: (one.ends_at < work.now, one.starts_at)
    )
    return ordered[:_SESSIONS]


def of_session(work: Work, number: int) -> list[Audience]:
    """The wards of a session, its invited or coming households, and each of its seat groups."""
    session = work.programme.session(number)
    if session is None:
        raise Refused("announcement-whom-gone")
    groups = (f"{number}.{one.id}" for one in session.seat_groups)
    return [
        Audience(Whom.SESSION, str(number)),
        Audience(Whom.SEATED, str(number)),
        *(Audience(Whom.SEATED, one) for one in groups),
    ]


def wards(work: Work) -> list[Audience]:
    """Each ward of today."""
    return [Audience(Whom.WARD, one.id) for one in work.programme.wards_on(work.local.date())]


def named(work: Work, language: str, typed: str) -> Audience | None:
    """Whom typed words mean, of all that there are: marks and small slips do not matter.

    None where it is nobody, or several.
    """
    of_all = [of_session(work, one.number) for one in work.programme.sessions]
    found = [Audience(Whom.EVERYONE), *wards(work), *(one for some in of_all for one in some)]
    labels = [audience_name(work, language, one) for one in found]
    place = pick(typed, labels) if any(map(str.isalpha, typed)) else None
    return None if place is None else found[place]


async def hearers(work: Work, audience: Audience) -> int:
    """How many people it would reach in chat, counted up to ``announcements.COUNTED``."""
    found = [await _hearers(work, circle) for circle in _circles(work, audience)]
    return min(sum(found), announcements.COUNTED)


async def _hearers(work: Work, circle: Circle) -> int:
    if circle.to is To.SEATED:
        return await announcements.seated(work.tx, circle.session, circle.group)
    if circle.to in (To.BASIS, To.ANSWER):
        return await bases.hearers(work.tx, circle.basis, family=circle.family)
    wards = (circle.ward, *circle.also)
    return sum([await announcements.hearers(work.tx, ward) for ward in wards])


def _circles(work: Work, audience: Audience) -> list[Circle]:
    """The broadcasts it takes: of several wards, and those that they took over, one for all of
    them, so that who moves from one to another meanwhile hears once.

    Raises Refused for what is gone: that is never all.
    """
    if audience.whom is Whom.EVERYONE:
        return [Circle(to=To.EVERYONE)]
    if audience.whom is Whom.BASIS:
        return [Circle(to=To.BASIS, basis=int(audience.which))]
    if audience.whom is Whom.ANSWER:
        return [Circle(to=To.ANSWER, family=audience.family)]
    if audience.whom is Whom.SEATED:
        found = audience.seats(work.programme)
        circles = [_seated(*found)] if found else []
    else:
        day, named = work.local.date(), audience.wards(work.programme)
        wards = [former for one in named for former in work.programme.with_former(one, day)]
        first, *others = [*dict.fromkeys(wards)] or [""]
        circles = [Circle(to=To.RESIDENTS, ward=first, also=tuple(others))] if first else []
    if not circles:
        raise Refused("announcement-whom-gone")
    return circles


def _seated(session: Session, group: SeatGroup | None) -> Circle:
    return Circle(to=To.SEATED, session=session.number, group=group.id if group else "")


def words(work: Work, language: str, announcement: Announcement) -> Outgoing:
    """As people will read it."""
    text = announcement.others.get(language, announcement.text)
    if announcement.audience and announcement.audience.family:
        return work.voice.render(language, "answer-ends-news", text=text)
    return work.voice.render(language, "announcement", host=work.programme.host, text=text)


async def submit(work: Work, author: Person, announcement_id: int) -> int:
    """Hand it in for approval; returns how many people were asked. Raises Refused if none is."""
    found = await _own(work, author, announcement_id)
    if found.audience is None or not await announcements.move(
        work.tx, found, Status.SUBMITTED, work.now
    ):
        raise Refused("announcement-settled")
    for some in (await _heads(work, found), await runners.everyone(work)):
        told = [await _ask(work, one, found, author) for one in some if one.id != author.id]
        if any(told):
            return sum(told)
    raise Refused("announcement-nobody-approves")


async def _heads(work: Work, found: Announcement) -> list[Person]:
    """The heads of the office whose answer it is about: they approve before anybody else does."""
    queue = await about_answers.office(work, found.audience)
    return await people.holding(work.tx, Role.HEAD, str(queue)) if queue else []


async def _ask(work: Work, approver: Person, found: Announcement, author: Person) -> bool:
    assert found.audience is not None
    return await work.tell(
        approver,
        "announcement-to-approve",
        [
            [Button("announce-approve-button", "announceyes", found.id)],
            [Button("announce-return-button", "announceno", found.id)],
        ],
        about=subject(found),
        card=True,
        name=author.name or work.say(approver.language, "a-colleague"),
        audience=audience_name(work, approver.language, found.audience),
        many=str(await hearers(work, found.audience)),
        text=words(work, approver.language, found).text,
    )


def audience_name(work: Work, language: str, audience: Audience) -> str:
    """Whom it is for, in words."""
    name = audience.name(work.programme)
    return work.say(language, f"announce-to-{audience.whom.value}", name=name or "none")


async def approve(work: Work, approver: Person, announcement_id: int) -> Announcement:
    """Put it on its way: a broadcast a ward, or one for everybody. Raises Refused."""
    found = await _to_decide(work, approver, announcement_id)
    if found.author == approver.id:
        raise Refused("announcement-own")
    assert found.audience is not None, "only what has an audience is submitted"
    await about_answers.must_hold(work, found.audience)
    if not await announcements.approve(work.tx, found.id, approver.id, work.now):
        raise Refused("announcement-settled")
    texts = {one: words(work, one, found) for one in work.voice.offered}
    skip = await _tell_askers(work, found)
    for circle in _circles(work, found.audience):
        await broadcasts.make(
            work.tx,
            replace(circle, skip=tuple(skip)),
            texts=texts,
            now=work.now,
            announcement=found.id,
        )
    await audit.note(work.tx, work.now, approver.id, "approved", subject(found))
    await work.tell_id(found.author, "announcement-approved", name=approver.name)
    return await get(work, approver, found.id)


async def _to_decide(work: Work, approver: Person, announcement_id: int) -> Announcement:
    """What organisers and admins may approve; about an answer the heads of its office, too."""
    found = await get(work, approver, announcement_id)
    queue = await about_answers.office(work, found.audience)
    if queue is None or not access.leads(approver, queue):
        must_announce(approver)
    return found


async def _tell_askers(work: Work, found: Announcement) -> list[int]:
    """Who asked what an answer says, hears under the number of their own question: returns who."""
    family = found.audience.family if found.audience else 0
    if not family:
        return []
    if not await endings.spread_news(work.tx, family, found.id, work.now):
        raise Refused("ends-told-already")
    return await endings.askers(work.tx, family)


async def send_back(work: Work, approver: Person, announcement_id: int, why: str) -> None:
    """Not like this: its author reads why, and can change it."""
    found = await _to_decide(work, approver, announcement_id)
    if found.status is not Status.SUBMITTED or found.author == approver.id:
        raise Refused("announcement-settled")
    await announcements.move(work.tx, found, Status.DRAFT, work.now)
    await work.tell_id(
        found.author,
        "announcement-returned",
        [[Button("announce-rewrite-button", "announcerewrite", found.id)]],
        about=subject(found),
        name=approver.name,
        why=unended(why),
    )


async def drop(work: Work, author: Person, announcement_id: int) -> None:
    """Give it up; what is on its way cannot be taken back."""
    found = await _own(work, author, announcement_id)
    if found.status not in (Status.DRAFT, Status.SUBMITTED):
        raise Refused("announcement-settled")
    await announcements.move(work.tx, found, Status.DROPPED, work.now)


async def part_told(work: Work, announcement_id: int) -> None:
    """One of its broadcasts is done; after the last one, its author hears how many were told."""
    found = await announcements.get(work.tx, announcement_id)
    if found is None or await announcements.has_open_parts(work.tx, announcement_id):
        return
    if await announcements.move(work.tx, found, Status.TOLD, work.now):
        family = found.audience.family if found.audience else 0
        many = found.told + (len(await endings.askers(work.tx, family)) if family else 0)
        await work.tell_id(found.author, "announcement-told", many=str(many))


async def _own(work: Work, author: Person, announcement_id: int) -> Announcement:
    found = await get(work, author, announcement_id)
    if found.author != author.id:
        raise Refused("announcement-not-yours")
    return found


def _fitting(text: str) -> str:
    if not text.strip():
        raise Refused("announcement-empty")
    if len(text) > LONGEST:
        raise Refused("announcement-too-long", most=str(LONGEST), now=str(len(text)))
    return text.strip()
