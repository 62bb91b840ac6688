"""A town full of secrets: each is a word of its own, and it is known who may ever read it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, pairwise

from bot.domain.agencies import Queue
from bot.domain.households import Household, HouseholdFacts
from bot.domain.messages import Attachment, Media
from bot.domain.people import Grant, Role
from bot.domain.people import Person as Known
from bot.domain.questions import SEALED, Move, Question, Sensitive, Status
from bot.domain.seats import Listed, Seat, State
from bot.services.questions import cards
from bot.services.relay import announcing
from bot.services.seats import seating
from bot.work import Work
from storage import answers, attachments, files, holding, households, people, questions, seats
from tests.bot.domain.test_questions import QUESTION
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.visibility.shown import words_of
from tests.visibility.views import About

BANK, INSURER, WARD_7, WARD_1 = "nhcsxh", "bhxh", "ubnd_phuong@p7", "ubnd_phuong@p1"

#: Everybody who walks, with what they are here.
CAST: dict[str, Grant | None] = {
    "asker": None,
    "neighbour": None,
    "bank officer": Grant(Role.OFFICER, BANK),
    "bank head": Grant(Role.HEAD, BANK),
    "insurer officer": Grant(Role.OFFICER, INSURER),
    "insurer head": Grant(Role.HEAD, INSURER),
    "ward 7 head": Grant(Role.HEAD, WARD_7),
    "ward 1 head": Grant(Role.HEAD, WARD_1),
    "reader": Grant(Role.RELAY, "p7"),
    "hamlet head": Grant(Role.HAMLET, "p7-k3"),
    "other hamlet head": Grant(Role.HAMLET, "p1-k1"),
    "clerk": Grant(Role.CLERK, "2"),
    "other clerk": Grant(Role.CLERK, "1"),
    "organiser": Grant(Role.ORGANISER),
    "admin": Grant(Role.ADMIN),
}

#: Who has no chat: somebody who passes by, and who was given the paper of the first household.
PASSER_BY, HOLDER = "passer-by", "holder of the paper"

EVERYBODY = frozenset({*CAST, PASSER_BY, HOLDER})

#: Runs the whole dialogue, and reads lists; but no question that is kept out of public.
_RUNS = frozenset({"organiser", "admin"})

#: From here on an answer that is not private is everybody's.
_OUT = (Status.APPROVED, Status.ANSWERED, Status.CLOSED)

#: What every planted word begins with.
PLANTED = ("zq", "Zq")


@dataclass
class Town:
    """The product, its people, and what each of them must not read."""

    talk: Talk
    url: str
    people: dict[str, Person] = field(default_factory=dict)
    asked: dict[str, Question] = field(default_factory=dict)  #: by secret word
    been_with: dict[int, set[str]] = field(default_factory=dict)  #: who works or worked on each
    fixed: dict[str, frozenset[str]] = field(default_factory=dict)  #: secret → who may read it
    seen: dict[str, dict[str, str]] = field(default_factory=dict)  #: chat → message → its words
    seats: list[int] = field(default_factory=list)
    homes: list[int] = field(default_factory=list)
    file: str = ""

    # ── how it came about ────────────────────────────────────────────────────────────────────

    async def settle_in(self) -> "Town":
        for name, grant in CAST.items():
            await self._comes(name, grant)
        await self._asks()
        await self._is_listed()
        await self._writes()
        await self.talk.settle()
        self.looks()
        return self

    async def _comes(self, name: str, grant: Grant | None) -> None:
        person = self.people[name] = self.talk.person(name)
        await person.says("/start")
        if name == "neighbour":
            return  # has agreed to nothing
        await person.presses("Đồng ý")
        await person.presses("Phường 7" if name != "ward 1 head" else "Phường 1")
        await person.says("Khóm 3")
        async with self.talk.app.works.begin() as work:
            known = await self.known(work, name)
            await people.save(work.tx, replace(known, name=self._named(name)))
            if grant:
                await people.give_role(work.tx, known.id, grant, None, work.now)

    def _named(self, name: str) -> str:
        return "Thạch Thị Zqtên" if name == "asker" else name.title()

    async def known(self, work: Work, name: str) -> Known:
        found = await people.of_address(work.tx, f"chat:{name}")
        assert found
        return found

    async def _asks(self) -> None:
        """A question of each kind in the bank's queue, and an answer of each kind."""
        self.fixed["Zqtên"] = frozenset({"asker"})
        kinds = ((Sensitive.NO, "zqmở"), *((one, f"zq{one.value}") for one in Sensitive if one))
        for kind, word in kinds:
            await self._files(word, kind)
        await self._drafts("zqnháp", await self._files("zqsoạn", Sensitive.NO))
        await self._answers_alone("zqriêng", await self._files("zqhỏiriêng", Sensitive.PRIVATE))

    async def _files(self, word: str, sensitive: Sensitive) -> Question:
        async with self.talk.app.works.begin() as work:
            asker = await self.known(work, "asker")
            made = replace(
                QUESTION,
                id=0,
                number=await questions.next_number(work.tx, "TV"),
                asker=asker.id,
                address="chat:asker",
                ward="p7",
                hamlet="p7-k3",
                text=f"Nhà tôi vay tiền nuôi bò {word} thì sao?",
                queue=Queue(BANK),
                topic="vay_von",
                sensitive=sensitive,
                session=2 if sensitive is Sensitive.NO else 0,
                phase="before" if sensitive is Sensitive.NO else "",
                asked_at=work.now,
            )
            question = await questions.file(work.tx, made)
            file = await files.keep(
                work.tx,
                f"{word}.pdf",
                f"tệp {word}".encode(),
                now=work.now,
                for_how_long=work.rules.files,
                person=asker.id,
            )
            enclosed = Attachment(media=Media.FILE, ref=file.token, name=f"{word}-tệp.pdf", size=9)
            await attachments.add(work.tx, question.id, "web", [enclosed], work.now)
            await cards.announce(work, question)
        self.asked[word] = question
        self.been_with[question.id] = _work_on(BANK, question.sensitive)
        return question

    async def _drafts(self, word: str, question: Question) -> None:
        async with self.talk.app.works.begin() as work:
            officer = await self.known(work, "bank officer")
            await answers.draft(
                work.tx,
                question.id,
                f"Bà con được vay 100 triệu {word}.",
                private=False,
                author=officer.id,
                now=work.now,
            )
            taken = question.moved(Move.TAKE, taken_by=officer.id)
            await questions.save(work.tx, taken)
            drafted = replace(taken, version=2).moved(Move.DRAFT)
            await questions.save(work.tx, drafted)

    async def _answers_alone(self, word: str, question: Question) -> None:
        """An answer that only its asker hears."""
        self.fixed[word] = frozenset({"asker", "bank officer", "bank head"})
        officer, head = self.people["bank officer"], self.people["bank head"]
        await self.presses(officer, f"answer:{question.id}")
        await officer.says(f"Cô chú ra ngân hàng gặp em để làm lại hợp đồng {word}.")
        await self.presses(officer, f"submitprivate:{question.id}")
        await head.presses("Duyệt")
        self.been_with[question.id] = _work_on(BANK, question.sensitive)

    async def _is_listed(self) -> None:
        """Two households on the list of session 2, in two wards."""
        async with self.talk.app.works.begin() as work:
            for ward, hamlet, word in (("p7", "p7-k3", "Zqhộbảy"), ("p8", "p8-k1", "Zqhộtám")):
                home = Household(id=0, name=f"Kim Thị {word}", ward=ward, hamlet=hamlet)
                facts = HouseholdFacts(
                    phone=f"0900 {word}", category="Hộ nghèo", ethnicity=f"Dân tộc {word}"
                )
                made = await households.make(work.tx, home, facts, work.now)
                seat = Seat(
                    id=0,
                    session=2,
                    household=made.id,
                    group="1",
                    ward=ward,
                    state=State.LISTED,
                    listed=Listed.MAIN,
                    position=len(self.seats) + 1,
                )
                await seats.enlist(work.tx, seat, work.now)
                self.homes.append(made.id)
        async with self.talk.app.works.begin() as work:
            organiser = await self.known(work, "organiser")
            plan = await seating.propose(work, organiser, 2)
            await seating.sign_off(work, organiser, 2, plan.version)
        rows = await ask(self.url, "SELECT id FROM seats ORDER BY id")
        self.seats = [one for (one,) in rows]
        runs = {*_RUNS, "clerk"}
        self.fixed["Zqhộbảy"] = frozenset({*runs, "ward 7 head", "hamlet head"})
        self.fixed["Zqhộtám"] = frozenset(runs)

    async def _writes(self) -> None:
        """Something in the holding pen, and an announcement that nobody has approved."""
        self.fixed["zqchờxếp"] = _RUNS
        async with self.talk.app.works.begin() as work:
            await holding.put(
                work.tx, holding.UNMATCHED, "chat:asker", "lời zqchờxếp", "", work.now
            )
            author = await self.known(work, "organiser")
            await announcing.begin(work, author, "Bà con chú ý zqthôngbáo, tuần sau họp dân.")

    # ── who may read what ────────────────────────────────────────────────────────────────────

    async def readers(self) -> dict[str, frozenset[str]]:
        """Who may read each secret, as things stand: a question goes where it is handed on to."""
        rows = await ask(self.url, "SELECT id, queue, status, sensitive FROM questions")
        stands = {one: (queue, status, Sensitive(kind)) for one, queue, status, kind in rows}
        ((opened,),) = await ask(self.url, "SELECT COUNT(*) FROM session_runs")
        found = dict(self.fixed)
        for word, question in self.asked.items():
            queue, status, kind = stands[question.id]
            self.been_with[question.id] |= _work_on(queue, kind)
            out = kind is Sensitive.NO and (opened or status in _OUT)
            found[word] = EVERYBODY if out else self._readers_of(question)
        if stands[self.asked["zqsoạn"].id][1] not in _OUT:
            found["zqnháp"] = found["zqkèmnháp"] = self._readers_of(self.asked["zqsoạn"])
        if await self._is_waiting():
            found["zqthôngbáo"] = _RUNS
        return found

    def _readers_of(self, question: Question) -> frozenset[str]:
        """The asker, who works or worked on it, and who leads the session it was asked for."""
        hall = {"clerk", *_RUNS} if question.session else set[str]()
        return frozenset({"asker", *self.been_with[question.id], *hall})

    async def _is_waiting(self) -> bool:
        rows = await ask(self.url, "SELECT status FROM announcements")
        return all(status not in ("approved", "sent", "told") for (status,) in rows)

    # ── walking ──────────────────────────────────────────────────────────────────────────────

    async def presses(self, person: Person, data: str) -> None:
        await self.talk.arrive(
            person.inbound(happened="pressed", press=data, press_id=f"press {next(_PRESSES)}")
        )

    def looks(self) -> Iterator[tuple[str, str]]:
        """(who, what) of everything that was shown since the last look, in every chat."""
        fresh = []
        for chat, shown in self.talk.platform.chats.items():
            before = self.seen.setdefault(chat, {})
            for name, message in shown.items():
                labels = " ".join(message.labels)
                content = words_of(message.content)
                text = f"{message.text} {labels} {message.file} {content}"
                if before.get(name) != text:
                    before[name] = text
                    fresh.append((chat, text))
        return iter(fresh)

    def arguments(self, about: About) -> list[str]:
        """What the argument of a view may name here: what is there, and what is not."""
        numbers = [str(one.id) for one in self.asked.values()]
        seats, homes = [str(one) for one in self.seats], [str(one) for one in self.homes]
        return {
            **_ALWAYS,
            About.QUESTION: [*numbers, "999"],
            About.QUESTION_AGENCY: [f"{one}.{INSURER}" for one in numbers],
            About.QUESTION_DAYS: [f"{one}.2" for one in numbers],
            About.QUESTION_KIND: [f"{one}/{kind}" for one in numbers for kind in Sensitive if kind],
            About.STEP_QUESTION: [
                f"{s}/{one}" for s in ("add", "reopen", "differs") for one in numbers
            ],
            About.QUESTION_OTHER: [f"{one}.{other}" for one, other in pairwise(numbers)],
            About.QUESTION_DRAFT: [f"{one}/{draft}" for one in numbers for draft in (1, 2)],
            About.SESSION_QUESTION: [f"2/{one}" for one in numbers],
            About.SESSION_QUESTION_AGENCY: [f"2/{one}/{BANK}" for one in numbers],
            About.SESSION_HOUSEHOLD: [f"2/{one}" for one in homes],
            About.SEAT: seats,
            About.SEAT_EDIT: [f"{one}/out" for one in seats],
            About.HOME: homes,
            About.HOME_NUMBER: [f"{one}.{number}" for one in homes for number in (1, 9)],
            About.HOMES: ["/".join(homes)],
        }[about]


def _work_on(queue: str, kind: Sensitive) -> set[str]:
    """Who works on a question of this queue: officers and heads; on what is sealed the heads."""
    roles = {Role.HEAD} if kind in SEALED else {Role.HEAD, Role.OFFICER}
    return {
        name
        for name, grant in CAST.items()
        if grant and grant.role in roles and grant.scope == queue
    }


#: What needs nothing of this town.
_ALWAYS: dict[About, list[str]] = {
    About.NOTHING: [""],
    About.QUEUE: [f"{one}/0" for one in (BANK, INSURER, WARD_7)],
    About.DRAFT: ["1", "999"],
    About.DRAFT_AGENCY: [f"1.{BANK}"],
    About.BULLETIN: ["1", "2"],
    About.ANNOUNCEMENT: ["1", "2"],
    About.ANNOUNCEMENT_TO: ["1/everyone", "1/ward:p7"],
    About.ANNOUNCEMENT_PART: ["1/wards", "1/2", "9/wards"],
    About.COMMITMENT: ["1", "2"],
    About.HELD: ["0", "1", "2"],
    About.SESSION: ["2", "1"],
    About.SESSION_WARD: ["2/p7"],
    About.SESSION_PAPER: [
        f"2/pack/{BANK}",
        "2/running-order",
        "2/minutes",
        "2/report",
        "2/results",
        "2/panel-letters",
        "2/seats",
        "2/seats-sheet",
    ],
    About.SESSION_QUEUE: [f"2/{BANK}", f"2/{WARD_7}"],
    About.SESSION_VERSION: ["2/1"],
    About.SEAT_PAGE: [f"2/{group}/{ward}/0" for group in (0, 1) for ward in (0, 1, 2)],
    About.ROLE: [one.value for one in Role],
    About.ROLE_SCOPE: [f"officer/{BANK}", f"head/{BANK}", "organiser/"],
    About.ROLE_HELD: ["1", "2", "999"],
    About.PLACE: ["p7", "p7-k3", "vi", "1", "0"],
    About.FILE: ["0" * 32],
}


_PRESSES = count(1)
