"""What the phrases of danger ring for, and what they leave alone. All sentences are invented.

The phrases alone are asked: they seal whatever else a message sounds like.
"""

import pytest

from bot.domain.questions import SEALED, Sensitive
from bot.understanding.danger import shown
from bot.understanding.heard import hear

#: Words that are danger with other marks, or with another word behind them.
SOUNDS_LIKE_DANGER = """
tay e bam lung tung gui nham, bo qua gium
bị mất chiếc xe đạp ở chợ thì báo ai
con toi bi te xe dap tray dau goi, tram co bang bo khong
bị mất cái bóp có giấy tờ trong đó
be bi ho ham ech, co doan mo mien phi khi nao
ong noi bi thuong hoi chong my, co giay thuong tat roi
em bị chó rượt té, chích ngừa dại ở đâu
con duong danh cho nguoi di bo bi chiem het
cau yeu qua khong ai dam chay xe qua
den duong hu, hem toi om khong ai dam di
moi thang de danh duoc ba tram, gui ngan hang nao
trời nắng muốn chết mà cúp điện
gia gao re chet luon, nong dan lo
bao hanh may bom cua du an may thang
coi thay duoi nuoc co vang dau, ai kiem tra
lua lon roi ma thieu nuoc
con toi di lam binh duong khong ve duoc thi ai hop thay
ban cam heo o cho nao gia goc
nghe noi ban it thi duoc mien thue phai khong
em gửi hình thẻ căn cước qua zalo nộp được không
muc cho vay sinh vien hoan canh kho khan la bao nhieu
den duong cung chua sua xong
xe tải đậu chiếm hết lối đi, nhờ dẹp
trạm cho thuốc về uống mà hết giữa tháng
xin giảm gánh nặng học phí cho gia đình
em xin doi qua bua khac duoc khong
nuoc lon cuon mat may con vit, co ho tro khong
trôi mất sổ chích ngừa của con, trạm còn lưu không
heo nai bang huyet goi thu y so may
ba tui đột quỵ hồi năm ngoái, giờ xin giấy khuyết tật
dem mau nuoc di kiem tra thi dua cho nao
o xu tui chua co nuoc may
phai tron 80 tuoi moi duoc lanh tien nguoi gia ha
""".strip().split("\n")

#: Officials, money and papers, and nobody is accused.
SOUNDS_LIKE_AN_ACCUSATION = """
muon vo nuoc may thi tien dong ho voi ong bao nhieu
con chi can thay cai day dien, ai lam
bên công trình trả lại mặt bằng cho bà con
bảo hiểm tai nạn có bắt buộc không, tui đã mua thẻ y tế rồi
bắt buộc không hay tự nguyện, tui mua thẻ y tế rồi
tram co thu phi khong a
cho biết điều kiện vay vốn sinh viên
phai lo may trieu tien vien phi khi sanh mo
phai chung minh thu nhap cho ngan hang khong
phải cúng ông bà ngày nào, chợ có mở không
phải đưa giấy gì cho bưu điện lúc lãnh tiền
tien nuoc thang nay moi dong roi ma van bao no
uong nuoc song may chuc nam roi, khi nao co nuoc may
giá bán lúa năm nay chênh lệch với năm trước bao nhiêu
dieu tra thu nhap xong chua thay ket qua
nhờ ai ký thay giấy vay khi chồng đi biển
ai nhan the bao hiem gium duoc
lớp bồi dưỡng cho cán bộ khóm mở khi nào
lot duong bang dal chung nao lam
cán bộ từ chối nhận hồ sơ vì thiếu giấy
bac si cho lay thuoc ve nha uong duoc khong
lop hoc phong bi dot, cho nao moi sua
khom thu tien lam duong moi nha bao nhieu
thanh tra về kiểm tra chợ ngày nào
máy tính bỏ túi loại nào con đem thi được
ខ្ញុំសុំពិនិត្យជំងឺដោយមិនយកលុយ
""".strip().split("\n")

#: Of nobody in particular, or what everybody in a ward asks.
SOUNDS_LIKE_A_SECRET = """
trễ đóng lãi một tuần có bị nợ xấu không
còn thiếu nợ ngân hàng chính sách thì có vay thêm được không
nợ quá hạn tính lãi cao, xin giảm lãi phạt
tien an ban tru thang nay co tra lai khong
con di tu phuong 9 len truong bao xa
toi tu di hop duoc, khoi cho
ông xã tui bảy chục tuổi rồi vay được không
nha toi xa con duong lon, xe rac khong vo
mẹ đơn thân bán vé số xin đồng phục cho con
nghe nói có xe về tầm soát ung thư cho phụ nữ nghèo, bữa nào
chích ngừa ung thư cổ tử cung cho bé gái có tốn tiền không
xin một bữa khám phụ khoa miễn phí cho chị em
vo sinh be thi dong tien gi khong
truong mam non khong nhan chau vi het cho
trau bo nhu cu co bi cam nuoi khong
dat nha toi bi lan ranh, nho do lai
nam nay khong thay dong tinh gi ve vu cat nha
tuyên truyền phòng chống HIV cho dân ghe
dự án treo mười năm rồi có được xây nhà không
cho hoi vo sinh con thu hai lanh duoc gi
""".strip().split("\n")

#: Without marks they hold what is harmless: *đánh dấu*, *gió đánh*, *bò chết*, *tư vấn*.
DANGER_WITHOUT_MARKS = """
chong danh dau lam
no danh bat tinh tui
no danh ba toi
no danh du lam
no danh ca nha
gio chong em danh em
song voi chong bi danh hoai
bao chong danh toi
chong toi hay bao hanh me con toi
chong vua bat coc con
o day co nguoi duoi nuoc
bo toi dang bi co giat
cho con toi uong thuoc xong co giat
con be co giat tim tai
no doi di tu van
con nho do muon chet
ban muon chet
no doi muon chet
uong thuoc de chet
no nhot cho chet
""".strip().split("\n")

#: Told in marks, and in words that the narrower phrases still know.
DANGER = """
chồng em say rượu về lấy roi quất hai mẹ con em
cha dượng trói con bé vô gốc cây
nó lấy kéo đâm vô tay má tui
ông xã nhốt em với con ngoài sân cả đêm
dượng nó hay sờ chỗ kín của nó
bị mấy đứa lớp trên chặn đánh ngoài cổng trường
chủ nợ cho người tạt sơn trước nhà tui
con tui bị lừa qua Miến Điện, họ nhốt không cho về
nước cuốn trôi một đứa nhỏ rồi
con tui đi từ sáng hôm qua tới giờ chưa về
nó nói nếu thưa thì khỏi thấy mặt con
tối nay mẹ con em không biết ngủ ở đâu
""".strip().split("\n")

ACCUSES = """
cán bộ lấy gạo cứu trợ đem về nhà bán
trưởng khóm thu mỗi nhà 200 ngàn không biên lai
ông tổ trưởng lấy tiền lãi của bà con bỏ túi rồi bỏ trốn
thầy hiệu trưởng ép phụ huynh mua bảo hiểm của người quen
phai chung cho ong do 2 trieu moi duoc duyet
phai dua tien ca phe moi ky
to truong muon ten toi vay roi xai het
họ ép tôi ký giấy thoát nghèo
bác sĩ đòi lót tay mới mổ
""".strip().split("\n")


@pytest.mark.parametrize("words", SOUNDS_LIKE_DANGER)
def test_everyday_words_that_sound_like_danger_ring_for_nothing(words: str) -> None:
    assert shown(hear(words)) is Sensitive.NO


@pytest.mark.parametrize("words", SOUNDS_LIKE_AN_ACCUSATION)
def test_questions_about_officials_and_money_accuse_nobody(words: str) -> None:
    assert shown(hear(words)) is Sensitive.NO


@pytest.mark.parametrize("words", SOUNDS_LIKE_A_SECRET)
def test_what_tells_nobodys_secret_is_not_private(words: str) -> None:
    assert shown(hear(words)) is Sensitive.NO


@pytest.mark.parametrize("words", DANGER_WITHOUT_MARKS)
def test_what_is_harmless_with_marks_silences_no_danger_without_them(words: str) -> None:
    assert shown(hear(words)) is Sensitive.CRISIS


@pytest.mark.parametrize("words", DANGER)
def test_danger_rings_by_its_phrases(words: str) -> None:
    assert shown(hear(words)) is Sensitive.CRISIS


@pytest.mark.parametrize("words", ACCUSES)
def test_accusations_are_sealed_by_their_phrases(words: str) -> None:
    assert shown(hear(words)) in SEALED


@pytest.mark.parametrize(
    "words", ["Tôi bị tiểu đường, lãnh thuốc ở đâu", "chong toi bi tai bien", "bé bị tim bẩm sinh"]
)
def test_who_tells_that_somebody_is_ill_is_answered_alone(words: str) -> None:
    assert shown(hear(words)) is Sensitive.PRIVATE
