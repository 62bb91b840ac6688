"""Papers to look at. Everybody in them is invented, and so is every phone number."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache, partial
from zoneinfo import ZoneInfo

from bot.documents.attendance import Attendance, Attendee, attendance
from bot.documents.attendance_sheet import attendance_sheet
from bot.documents.costs import Costs
from bot.documents.dialogue import Dialogue
from bot.documents.dispatch import Sheet as Dispatch
from bot.documents.dispatch import dispatch
from bot.documents.dispatch_sheet import dispatch_sheet
from bot.documents.headcount import Headcount
from bot.documents.invitations import Guest, Handout, invitations
from bot.documents.item import Item
from bot.documents.minutes import Minutes, minutes
from bot.documents.office import Office
from bot.documents.pack import Asked, Pack, pack
from bot.documents.panel import panel_letters
from bot.documents.report import Report, report
from bot.documents.results import Results, results
from bot.documents.running_order import Commitment, RunningOrder, Step, running_order
from bot.documents.seat_plan import SeatPlan, seat_plan
from bot.documents.seat_plan_sheet import seat_plan_sheet
from bot.documents.words import Say
from bot.i18n import Texts
from tests.bot.documents import sample_seats
from tests.bot.documents.sample_dispatch import to_the_bank
from tests.bot.documents.sample_panel import invited

SAY: Say = partial(Texts.load().say, "vi")
ON = date(2026, 12, 1)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

#: A name of the length that a form has to bear, and one in Khmer letters.
LONG = "Thạch Thị Ngọc Huỳnh Đa Ra Sô Khum Ma Lai Phươl Sa Rây Bô Pha"
KHMER = "ថាច់ សុខា"

OFFICE = Office(
    parent="Ủy ban nhân dân\nthành phố Trà Vinh",
    name="Phòng Lao động -\nThương binh và Xã hội",
    place="TP. Trà Vinh",
    symbol="PLĐTBXH",
    signs_as="Trưởng phòng",
    phone="0294 000 0000",
    copies=("UBND các phường, xã",),
    archive="VT",
)
DIALOGUE = Dialogue(
    name="buổi đối thoại chính sách giảm nghèo lần 1 năm 2026",
    starts_at=datetime(2026, 12, 11, 7, 30, tzinfo=ZONE),
    ends_at=datetime(2026, 12, 11, 11, 5, tzinfo=ZONE),
    place="Hội trường Ủy ban nhân dân Phường 1",
    chair="Lâm Thị Hạnh",
    chair_post="Phó Chủ tịch Ủy ban nhân dân thành phố",
    secretary="Trần Văn Ghi",
)

_FAMILY = ("Thạch", "Kim", "Sơn", "Trì", "Diệp", "Nguyễn", "Trần", "Lâm", "Lê", "Huỳnh", "Võ")
_MIDDLE = ("Thị", "Văn", "Thị Ngọc", "Minh", "Thị Kim")
_GIVEN = (
    "Sa Rây",
    "Bô Pha",
    "Hạnh",
    "Sáu",
    "Tư",
    "Na Ry",
    "Lài",
    "Phến",
    "Hoa",
    "Bảy",
    "Út",
    "Lợi",
)


def name(place: int) -> str:
    """An invented name; the same for the same place."""
    return " ".join(
        (
            _FAMILY[place % len(_FAMILY)],
            _MIDDLE[place % len(_MIDDLE)],
            _GIVEN[place % len(_GIVEN)],
        )
    )


def names(many: int) -> list[str]:
    """With a long one in the second place, and one in Khmer letters in the third."""
    invented = [name(place) for place in range(many)]
    return [*invented[:1], LONG, KHMER, *invented[3:]][:many]


def handout(many: int) -> Handout:
    return Handout(
        office=OFFICE,
        dialogue=DIALOGUE,
        hamlet="Khóm 3, Phường 7",
        head="Trưởng Ban nhân dân Khóm 3",
        return_by=datetime(2026, 12, 9, 17, 0, tzinfo=ZONE),
        guests=tuple(
            Guest(name=one, link=f"https://langnghe.example/m/K3-{place:04d}-XQ7T")
            for place, one in enumerate(names(many))
        ),
    )


SHORT_QUESTION = "Hộ cận nghèo vay vốn nuôi bò thì lãi bao nhiêu, có phải thế chấp sổ đỏ không?"
KHMER_QUESTION = "តើគ្រួសារជិតក្រីក្រអាចខ្ចីប្រាក់បានទេ?"

#: 400 words.
LONG_QUESTION = " ".join([SHORT_QUESTION] * 24)[:1_900] + " Hết."


def questions(many: int) -> tuple[str, ...]:
    usual = [f"{SHORT_QUESTION} (câu mẫu {place})" for place in range(1, many + 1)]
    return tuple([*usual[:1], LONG_QUESTION, KHMER_QUESTION, *usual[3:]][:many])


def asked(many: int) -> Pack:
    return Pack(
        office=OFFICE,
        dialogue=DIALOGUE,
        agency="Phòng giao dịch Ngân hàng Chính sách xã hội thành phố Trà Vinh",
        questions=tuple(
            Asked(
                number=f"TV-{place:04d}",
                question=one,
                hamlets=1 + place % 7,
                topic="Vay vốn ưu đãi",
                asked_on=date(2026, 11, 1 + place % 28),
            )
            for place, one in enumerate(questions(many), start=12)
        ),
    )


PANEL = invited(OFFICE, DIALOGUE, asked(1).questions)

ORDER = RunningOrder(
    office=OFFICE,
    dialogue=DIALOGUE,
    commitments=(
        Commitment(
            what="Vá lối đi vào nhà văn hóa Khóm 3 trước mùa mưa",
            who="UBND Phường 7",
            due=date(2026, 10, 30),
            stands="Đã làm xong, chưa nghiệm thu",
        ),
        Commitment(
            what="Lập danh sách hộ chưa có thẻ bảo hiểm y tế",
            who="Bảo hiểm xã hội thành phố",
            due=None,
            stands="Đang làm",
        ),
    ),
    policies=("Chính sách nhà ở: hỏi thăm 12 lượt, 5 lượt đã được việc, 7 lượt chưa",) * 5,
    steps=(
        Step(at=time(7, 0), what="Đón khách, điểm danh, ký nhận", who="Tổ thư ký"),
        Step(at=time(7, 30), what="Tuyên bố lý do, giới thiệu người dự", who="Thư ký"),
        Step(at=time(7, 40), what="Báo cáo việc đã hứa kỳ trước", who="Chủ trì"),
        Step(at=time(8, 0), what="Bà con nêu ý kiến, cơ quan trả lời", who="Các cơ quan"),
        Step(at=time(10, 45), what="Kết luận", who="Chủ trì"),
    ),
)


def attended(many: int) -> Attendance:
    return Attendance(
        office=OFFICE,
        dialogue=DIALOGUE,
        attendees=tuple(
            Attendee(
                name=one,
                birth_year=0 if place % 17 == 5 else 1945 + place % 50,
                hamlet=f"Khóm {1 + place % 9}, Phường {1 + place % 5}",
                woman=place % 3 != 0,
                minority=place % 2 == 0,
                note="Đi thay bà Kim Thị Lài" if place == 4 else "",
            )
            for place, one in enumerate(names(many))
        ),
        drink=20_000,
        hall=600_000,
        confirmed_by="UBND Phường 1",
    )


def items(many: int) -> tuple[Item, ...]:
    agencies = (
        "Phòng Kinh tế thành phố Trà Vinh",
        "Bảo hiểm xã hội thành phố Trà Vinh",
        "Ủy ban nhân dân Phường 7",
    )
    return tuple(
        Item(
            number=f"TV-{place:04d}",
            asker=f"Hộ dân Khóm {1 + place % 9}, Phường 7",
            question=one,
            households=12 if place == 13 else 1,
            topic="Vay vốn ưu đãi",
            agency=agencies[place % 3],
            oral=place % 3 != 1,
            answered_by="Bà Võ Thị Mười, Phó Trưởng phòng Kinh tế" if place % 3 == 0 else "",
            answer="" if place % 3 == 1 else "Được vay tối đa một trăm triệu đồng, không thế chấp.",
            due=date(2026, 12, 22) if place % 3 == 1 else None,
        )
        for place, one in enumerate(questions(many), start=12)
    )


PRESENT = Headcount(
    households=80,
    groups=(
        ("Hộ nghèo", 31),
        ("Hộ cận nghèo", 18),
        ("Hộ mới thoát nghèo", 11),
        ("Đối tượng khác", 20),
    ),
    women=47,
    minorities=39,
)
NOBODY = Headcount(households=0, groups=(), women=0, minorities=0)


def recorded(many: int) -> Minutes:
    return Minutes(
        office=OFFICE,
        dialogue=DIALOGUE,
        agencies=(
            "Phòng Kinh tế thành phố: bà Võ Thị Mười, Phó Trưởng phòng",
            "Bảo hiểm xã hội thành phố: ông Huỳnh Văn Lợi, Phó Giám đốc",
        ),
        present=PRESENT if many else NOBODY,
        items=items(many),
        conclusions=("Các cơ quan trả lời bằng văn bản trước ngày 22/12/2026",) if many else (),
    )


def reported(many: int) -> Report:
    return Report(
        office=OFFICE,
        to="Ủy ban nhân dân thành phố Trà Vinh",
        dialogue=DIALOGUE,
        invited=110,
        present=PRESENT if many else NOBODY,
        items=items(many),
        costs=Costs(heads=80 if many else 0, drink=20_000, hall=600_000, stationery=185_000),
        timings=(
            "Ngân hàng Chính sách xã hội: đã trả lời 5 ý kiến, 4 đúng hẹn, trung bình 3,5 ngày "
            "làm việc",
        )
        if many
        else (),
        proposals=("Tổ chức buổi đối thoại tiếp theo trong quý I năm 2027",) if many else (),
    )


def told(many: int) -> Results:
    return Results(
        office=OFFICE,
        dialogue=DIALOGUE,
        present=PRESENT,
        items=items(many),
        more_at="langnghe.example/traloi" if many else "",
    )


def planned(many: int) -> SeatPlan:
    return sample_seats.planned(OFFICE, DIALOGUE, names(many))


def sent(many: int) -> Dispatch:
    return to_the_bank(OFFICE, DIALOGUE.name, questions(many))


#: Every kind of paper: as it usually is, with nothing in it, with one row, with very many.
PAPERS: Mapping[str, Callable[[], bytes]] = {
    "giay-moi.docx": lambda: invitations(handout(6), SAY, on=ON),
    "giay-moi-trong.docx": lambda: invitations(handout(0), SAY, on=ON),
    "giay-moi-nhieu.docx": lambda: invitations(handout(40), SAY, on=ON),
    "giay-moi-co-quan.docx": lambda: panel_letters(PANEL, SAY, on=ON),
    "cau-hoi-truoc.docx": lambda: pack(asked(25), SAY, on=ON),
    "cau-hoi-truoc-trong.docx": lambda: pack(asked(0), SAY, on=ON),
    "kich-ban.docx": lambda: running_order(ORDER, SAY, on=ON),
    "kich-ban-trong.docx": lambda: running_order(
        replace(ORDER, commitments=(), policies=(), steps=()), SAY, on=ON
    ),
    "ky-nhan.docx": lambda: attendance(attended(80), SAY, on=ON),
    "ky-nhan-trong.docx": lambda: attendance(attended(0), SAY, on=ON),
    "ky-nhan-mot.docx": lambda: attendance(attended(1), SAY, on=ON),
    "ky-nhan-nhieu.docx": lambda: attendance(attended(110), SAY, on=ON),
    "bang-ky-nhan.xlsx": lambda: attendance_sheet(attended(80), SAY, on=ON),
    "bang-ky-nhan-trong.xlsx": lambda: attendance_sheet(attended(0), SAY, on=ON),
    "bang-ky-nhan-nhieu.xlsx": lambda: attendance_sheet(attended(110), SAY, on=ON),
    "bien-ban.docx": lambda: minutes(recorded(15), SAY, on=ON),
    "bien-ban-trong.docx": lambda: minutes(recorded(0), SAY, on=ON),
    "bao-cao.docx": lambda: report(reported(15), SAY, on=ON),
    "bao-cao-trong.docx": lambda: report(reported(0), SAY, on=ON),
    "thong-bao.docx": lambda: results(told(15), SAY, on=ON),
    "thong-bao-trong.docx": lambda: results(told(0), SAY, on=ON),
    "chuyen.docx": lambda: dispatch(sent(25), SAY, on=ON),
    "chuyen-trong.docx": lambda: dispatch(sent(0), SAY, on=ON),
    "chuyen-nhieu.docx": lambda: dispatch(sent(300), SAY, on=ON),
    "bang-chuyen.xlsx": lambda: dispatch_sheet(sent(25), SAY, on=ON),
    "bang-chuyen-trong.xlsx": lambda: dispatch_sheet(sent(0), SAY, on=ON),
    "bang-chuyen-nhieu.xlsx": lambda: dispatch_sheet(sent(300), SAY, on=ON),
    "danh-sach-cho.docx": lambda: seat_plan(planned(110), SAY, on=ON),
    "danh-sach-cho-trong.docx": lambda: seat_plan(planned(0), SAY, on=ON),
    "danh-sach-cho-mot.docx": lambda: seat_plan(planned(1), SAY, on=ON),
    "danh-sach-cho-phan.docx": lambda: seat_plan(
        replace(planned(11), part="Phường 7", is_signed=True), SAY, on=ON
    ),
    "bang-danh-sach-cho.xlsx": lambda: seat_plan_sheet(planned(110), SAY, on=ON),
    "bang-danh-sach-cho-trong.xlsx": lambda: seat_plan_sheet(planned(0), SAY, on=ON),
}


@cache
def made(name: str) -> bytes:
    """One of the papers; made once."""
    return PAPERS[name]()
