"""A call out of danger in few words, typed where a name, a place or a telephone was asked for.

By the phrases of ``signs.tsv`` alone: taught with whole messages, the ear of ``danger`` rings false
on a name. And names sound like phrases: *Danh Em* without marks is *đánh em*. So words that people
are called by are a name here, whatever else they may mean.
"""

from bot.domain.questions import Sensitive
from bot.understanding import danger
from bot.understanding.folding import fold, marked
from bot.understanding.heard import Heard, hear
from bot.understanding.signs import read_signs

#: Words of names in the Mekong delta, Việt, Khmer and Hoa: families, then what stands behind them.
_CALLED = """
nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý lâm trương đinh mai cao
lương lưu trịnh đoàn tô tạ châu diệp quách thái tăng tôn nghiêm kiều kim thạch sơn kiên danh trà
từ hà giang la mạch vương khưu liêu ung đàm mã tống triệu hàn cổ doãn văn tất viên chung chiêm trì
hứa đào tiêu ông bạch lục nhan cù chu neang prak thị
an anh ánh ẩn bá bảo băng bằng bé bích biên bình bô bông bửu bưởi ca cà cảnh cầm cẩm chanh chánh
chậm chi chí chiến chín chính chót con công cô côi cu cúc cung cường cháu chú chị dân dần diễm
dung dũng duy duyên dư đa đại đan đạo đạt đẹp đẹt đen đèo điền điệp định đô đông đức đực em én gái
gấm gia giàu giao hai hải hạnh hằng hân hận hậu hên hiền hiếu hiệp hoa hoài hòa hội hồng hợp huệ
hùng huyền hưng hương hường hữu kha khang khánh khâm khêm khoa khỏe khôi kỳ lài lan lành lập lên
lệ lì liên liễu linh loan lòng lộc lợi luận lụa lực mãi mạnh mận mến mi minh mười mừng muội mỹ na
nam năm nga ngà ngân nghĩa ngọc nguyên nguyệt nhàn nhã nhân nhi nhớ nhung như nở oanh phát phấn
phol phong phú phúc phụng phước phượng pha quang quân quí quý quỳnh quốc ra rang ranh ri rây rươne
rết ry sà sa sang sáng sâm sen sinh so song sô sóc suôl sương tài tám tâm tân tấn tần tèo tét thà
thành thanh thảo thắm thắng thêm thi thiện thịnh thol thơ thơm thu thúy thủy thương tím tiên tiền
tiến tình tỉnh toàn tốt trang trâm trí trinh trọng trúc trung tú tuấn tùng tuyền tuyết tư tửng út
uyên vàng vân việt vinh vui vượng xem xinh xoàn xuân xuyến yên yến ý
"""


def cries(text: str) -> bool:
    """Whether somebody is in danger who says so in a few words, and is not merely called so."""
    heard = hear(text)
    seen = read_signs().found(heard, danger.PRESSING)
    return bool(seen) and not _is_a_name(heard) and danger.shown(heard) is Sensitive.CRISIS


def _is_a_name(heard: Heard) -> bool:
    """Whether all its words are in names; where no marks were typed, those count without them."""
    if heard.is_marked:
        return _WITH_MARKS.issuperset(map(marked, heard.marks))
    return _BARE.issuperset(fold(one.typed) for one in heard.typed)


_WITH_MARKS = frozenset(map(marked, _CALLED.split()))
_BARE = frozenset(map(fold, _CALLED.split()))
