"""Plain wishes, and what is asked in much the same words."""

import pytest

from bot.domain.questions import Sensitive
from bot.understanding import danger
from bot.understanding.routing import Router
from bot.understanding.wishes import Wish, wish_in

WISHES = {
    Wish.PERSON: """
        gọi cho tôi
        con gọi lại cho cô nghen
        goi lai cho tui di con
        cho tôi nói chuyện với cán bộ
        cho tui goi dien noi chuyen voi can bo
        tui muốn gặp người thật
        tui muon gap nguoi that
        tôi cần gặp cán bộ phường
        con ơi cho cô gặp cán bộ nghen
        toi muon gap lanh dao phuong
        cho hỏi gặp cán bộ ở đâu
        số điện thoại phường là mấy
        cho xin so dien thoai uy ban
        cho tôi xin sđt cán bộ phường với
        gọi số nào vậy con
        tui không biết chữ
        hổng biết chữ con ơi
        bà già rồi không biết đọc
        nói chuyện với người được không
        gọi cho tui nghen con
        gọi cho tui đi con
        dạ gọi cho tôi
        con ơi gọi cho tui nghen
        em ơi gọi lại cho tôi
        gọi lại cho tôi
        gọi lại cho tui nha em
        gọi lại cho chú nghen con
        con gọi lại cho bác nha
        gọi điện cho tôi
        gọi điện lại cho tôi
        gọi điện thoại cho tôi đi
        alo gọi lại cho tôi
        điện lại cho tui
        goi cho tui nghen con
        con goi cho toi
        goi lai cho toi
        goi lai cho tui nha em
        goi lai cho co nghen con
        goi dien cho toi
        goi dien lai cho toi
        dien lai cho tui
        cho tôi gặp cán bộ
        cho tui gặp cán bộ nghen con
        cho bà gặp cán bộ nghen con
        cho cô nói chuyện với cán bộ
        cho chú gặp cán bộ xã
        tôi muốn gặp cán bộ
        tôi muốn gặp cán bộ xã
        tui cần gặp cán bộ khóm
        tôi muốn nói chuyện với người thật
        cho tôi gặp người thật
        cho tôi nói chuyện trực tiếp với cán bộ
        tôi muốn gặp chủ tịch phường
        cho toi gap can bo
        cho tui noi chuyen voi can bo
        toi muon gap can bo
        toi muon noi chuyen voi nguoi that
        cho bac gap can bo nghen con
        toi can gap can bo xa
        cho tôi gặp người phụ trách
        gọi ai
        gặp ai
        hotline
        mắt kém không đọc được
        đọc hổng được
        có số điện thoại không
        nói chuyện điện thoại được không
        em là ai
        máy hay người
    """,
    Wish.MUTE: """
        đừng nhắn cho tui nữa
        dung nhan tin cho toi nua
        thôi đừng nhắn nữa con ơi
        ngưng
        ngung
        ngung di con oi
        tui không muốn nhận tin nữa
        ngừng gửi tin cho tôi
        tắt thông báo giùm chú
        em đừng có nhắn hoài nữa
        stop
        đừng nhắn nữa
        đừng nhắn tin nữa
        đừng nhắn cho tôi nữa
        đừng nhắn cho tui nữa con ơi
        đừng nhắn tin cho tôi nữa
        đừng nhắn cho cô nữa
        đừng nhắn cho bác nữa nghen con
        đừng gửi tin nữa
        đừng gửi tin cho tôi nữa
        đừng gửi nữa
        thôi đừng gửi nữa con
        đừng gửi gì nữa
        đừng gởi nữa
        đừng gọi nữa
        đừng gọi cho tôi nữa
        đừng nhắn gì nữa hết
        đừng nhắn vô máy này nữa
        đừng nhắn tin vô máy này nữa
        em đừng nhắn nữa
        dung nhan nua
        dung nhan tin nua
        dung nhan cho tui nua
        dung gui tin nua
        dung gui nua
        dung goi nua
        dung goi cho toi nua
        dung nhan vo may nay nua
    """,
    Wish.HEAR_AGAIN: """
        nhận tin lại
        nhan tin lai di con
        tôi muốn nhận tin lại
    """,
    Wish.DATA: """
        xóa hết thông tin của tôi
        xoá thông tin của tui đi con
        xoa het du lieu cua toi
        xóa
        xoa het di
        làm ơn xóa dữ liệu cá nhân của cô
        tôi muốn xem thông tin cá nhân
        sửa lại số điện thoại của tôi
        em đang giữ thông tin gì của tôi
        xóa dữ liệu của tôi
        xóa hết dữ liệu của tui
        em đang giữ gì của tôi
        rút lại đồng ý
        sửa tên tôi
        đổi phường
        tôi chuyển nhà rồi
    """,
    Wish.MINE: """
        câu hỏi của tôi tới đâu rồi
        cau hoi cua tui sao roi con
        cho cô xem lại câu hỏi của cô
        câu hỏi hôm trước có ai trả lời chưa
        sao chưa trả lời tui
        chừng nào trả lời vậy con
        chung nao co tra loi
        có câu trả lời chưa em
        câu tui hỏi đâu rồi
        bao giờ trả lời cho tôi
        cho tôi xem lại câu hỏi của tôi
        cho tui coi câu hỏi của tui
        không thấy trả lời
        tới đâu rồi
        phường chưa trả lời tôi
        trả lời được chưa con
    """,
    Wish.SCHEDULE: """
        bao giờ họp
        chừng nào họp?
        chung nao hop vay con
        bữa nào phường họp dân
        cho hỏi ngày nào đối thoại
        mấy giờ họp vậy em
        họp ở đâu
        khi nao co buoi doi thoai
        cho tui coi lịch họp
        lịch
    """,
    Wish.SIGN_UP: """
        toi muon dang ky di hop
        tôi muốn đi họp
        cho tôi đi họp với
        ghi tên cho cô đi đối thoại nghen
        đăng kí dự họp
        tui xin tham gia đối thoại
        muốn đi họp thì đăng ký ở đâu
    """,
    Wish.LANGUAGE: """
        tui muon noi tieng khmer
        tiếng khmer
        nói tiếng Khmer được không con
        cho tôi đổi qua tiếng Anh
        đổi tiếng
        tui không rành tiếng Việt
        i want english
        ខ្ញុំចង់និយាយភាសាខ្មែរ
        cho tôi đổi qua tiếng Khmer
        ខ្មែរ
    """,
    Wish.HELP: """
        giúp
        giup
        hướng dẫn
        chỉ cô cách xài với
        cái này xài sao vậy con
        tui không biết xài
        em làm được gì
        help
    """,
}

QUESTIONS = """
    tôi muốn xóa nợ
    đăng ký hộ nghèo ở đâu
    dang ky ho ngheo o dau
    chừng nào họp xét hộ nghèo
    chung nao hop binh xet ho ngheo
    cho tôi số điện thoại của bác sĩ trạm y tế
    cho xin số điện thoại ngân hàng chính sách
    số điện thoại của tôi là 0900000001
    số điện thoại công an phường là mấy
    gọi cho tôi gấp
    goi gap cho toi
    gọi cho tôi gấp, nó đánh tôi
    gọi công an giùm
    gọi công an giùm tôi
    goi cuu thuong giup
    gọi xe cấp cứu cho má tôi
    giúp tôi với
    giup toi voi
    cứu tôi
    giúp tôi làm giấy khai sinh
    nói chuyện với cán bộ mà bị chửi
    tôi gặp cán bộ rồi mà họ đuổi về
    gặp cán bộ nào để làm thẻ bảo hiểm
    muốn gặp cán bộ xin vay vốn
    cán bộ phường đòi tiền tôi
    cán bộ gọi cho tôi đòi tiền
    ai gọi cho tôi đòi nợ
    nó gọi cho tôi hăm dọa
    sao không ai gọi cho tôi
    đừng đánh tôi nữa
    đừng nhắn tin đòi nợ tôi nữa
    tui không muốn sống nữa
    tôi không nhận được tin nhắn
    ngưng trợ cấp rồi sao con
    sao ngưng tiền của tôi
    ngưng bảo hiểm được không
    xóa tên tôi khỏi danh sách hộ nghèo
    sao xóa hộ nghèo của tôi
    xóa nhà tạm đăng ký ở đâu
    xóa mù chữ ở đâu
    sửa tên trong giấy khai sinh ở đâu
    đổi thông tin thẻ bảo hiểm
    thông tin vay vốn
    xem hồ sơ hộ nghèo ở đâu
    tôi có câu hỏi về bảo hiểm
    tôi muốn hỏi
    câu hỏi của tôi là điện yếu quá
    chưa trả lời tôi vụ đất
    họp tổ vay vốn bữa nào
    chừng nào họp phụ huynh
    họp bình xét ở đâu
    lịch khám bệnh ở trạm
    lịch cúp điện
    bao giờ có tiền
    chừng nào phát tiền
    đi họp có tiền không
    không đi họp được có sao không
    tôi muốn đăng ký
    đăng ký đi làm nước ngoài
    ghi tên học nghề ở đâu
    đăng ký bảo hiểm y tế
    con tôi muốn học tiếng khmer
    học tiếng anh ở đâu miễn phí
    trường nào dạy tiếng khmer
    tôi là người khmer có được hỗ trợ không
    con tui không biết chữ, học bổ túc ở đâu
    hướng dẫn làm hồ sơ hộ nghèo
    hướng dẫn tôi vay vốn
    làm được gì với 50 triệu
    phường không giúp được gì cho tui
    tôi muốn gặp con tôi
    cho tôi xin gạo
    người ta nói chuyện xấu tôi
    xin phường họp dân
    tôi không nhận tin
    em không nhắn cho tôi
    đừng gửi
    điện thoại tôi
    không được nói tiếng khmer
    không cho nói tiếng khmer
    có ai nói tiếng khmer không
    con tôi không hiểu tiếng việt
    giờ tôi làm được gì
    trả lời chưa được
    phường trả lời tôi chưa được
    cơ quan chưa trả lời được
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


ALL_WISHES = [(wish, text) for wish, table in WISHES.items() for text in lines(table)]


@pytest.mark.parametrize(("wish", "text"), ALL_WISHES)
def test_a_wish_is_known_however_it_is_typed(wish: Wish, text: str) -> None:
    assert wish_in(text) is wish


@pytest.mark.parametrize("text", lines(QUESTIONS))
def test_what_holds_anything_else_is_no_wish(text: str) -> None:
    assert wish_in(text) is None


@pytest.mark.parametrize(("_wish", "text"), ALL_WISHES)
def test_a_wish_is_neither_danger_nor_an_accusation(router: Router, _wish: Wish, text: str) -> None:
    assert router.suggest(text).sensitive is Sensitive.NO


@pytest.mark.parametrize(
    "text",
    [
        "gọi cho tôi gấp, nó đánh tôi",
        "gọi công an giùm, chồng tôi đánh tôi",
        "đừng nhắn nữa, tôi không muốn sống nữa",
        "cho tôi nói chuyện với cán bộ, ổng đòi giết tôi",
        "tui không biết chữ, nó đánh tui hoài",
        "giúp tôi với, nó cầm dao",
    ],
)
def test_danger_beside_a_wish_is_heard(router: Router, text: str) -> None:
    assert wish_in(text) is None
    assert router.suggest(text).sensitive is Sensitive.CRISIS


def test_a_wish_takes_nothing_from_what_the_ear_hears_in_the_same_words() -> None:
    """The ear itself was taught nothing else: only the whole sentence is let by."""
    assert danger.sensitive("gọi cho tôi") is Sensitive.CRISIS


def test_a_long_story_is_not_even_read() -> None:
    assert wish_in("gọi cho tôi " * 1000) is None
