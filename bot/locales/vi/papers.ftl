### Lời trên giấy tờ của cơ quan, theo thể thức của Nghị định 30/2020/NĐ-CP. Chỉ có tiếng Việt: giấy
### tờ hành chính viết bằng tiếng Việt, và mỗi tờ là một mẫu mà văn thư phải nhận ra ngay.

## Giấy nào cũng có
paper-nation = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
paper-motto = Độc lập - Tự do - Hạnh phúc
paper-date = { $place }, ngày …… tháng …… năm ………
paper-to = Kính gửi: { $whom }.
paper-receivers = Nơi nhận:
paper-copy = - { $name };
paper-archive = - Lưu: { $where }.
paper-dash = - { $what };
paper-dash-last = - { $what }.
paper-remainder = Còn lại: { $parts }.
paper-remainder-private = { $count } ý kiến đã trả lời riêng người hỏi
paper-remainder-declined = { $count } ý kiến cơ quan không trả lời, người hỏi đã được báo lý do
paper-same = ({ $count } hộ cùng ý kiến)
paper-sign-how = (Ký, ghi rõ họ tên)
paper-seal-how = (Ký tên, đóng dấu)
paper-time = { $hour } giờ { $minute } phút
paper-day = { $weekday ->
    [0] thứ Hai
    [1] thứ Ba
    [2] thứ Tư
    [3] thứ Năm
    [4] thứ Sáu
    [5] thứ Bảy
   *[6] Chủ nhật
} ngày { $day } tháng { $month } năm { $year }
paper-moment = { $time }, { $day }

## Cột của bảng
column-place = STT
column-name = Họ và tên
column-born = Năm sinh
column-hamlet = Khóm/ấp
column-amount = Số tiền (đồng)
column-signed = Ký nhận
column-note = Ghi chú
column-number = Số
column-question = Nội dung câu hỏi
column-hamlets = Số khóm, ấp hỏi
column-topic = Lĩnh vực
column-asked = Ngày hỏi
column-agency = Cơ quan
column-who = Người thực hiện
column-due = Thời hạn
column-time = Thời gian

## Giấy mời
letter-number = Số: { $blank }/GM-{ $office }
letter-title = Giấy mời
letter-about = Dự { $dialogue }
letter-invites = { $office } trân trọng kính mời:
letter-guest = Ông/Bà:
letter-of = Địa chỉ:
letter-to = Tới dự:
letter-chair = Chủ trì:
letter-when = Thời gian:
letter-where = Địa điểm:
letter-bring = Khi đi, xin Ông/Bà mang theo giấy mời này và căn cước nếu có.
letter-instead = Nếu bận, Ông/Bà có thể cử người khác trong hộ đi thay; người đi thay cũng mang theo giấy mời này.
letter-code = Mã vuông bên cạnh là của riêng hộ mình. Tới nơi, Ông/Bà đưa mã cho người đón ở cửa quét; nhà có điện thoại thì quét mã hoặc mở địa chỉ dưới mã để báo có đến hay không.
letter-call = Cần hỏi thêm, xin gặp { $head } hoặc gọi số { $phone }.
letter-last = Rất mong Ông/Bà sắp xếp đến dự đúng giờ./.
letter-as-above = Như trên

## Danh sách giao giấy mời, cho Trưởng Ban nhân dân khóm, ấp
handing-name = Giấy mời { $hamlet }
handing-head = Trưởng Ban nhân dân { $hamlet }
handing-title = Danh sách giao giấy mời
handing-about = { $hamlet }
    Dự { $dialogue }
handing-how = Kính nhờ { $head } giao giấy mời kèm theo đến từng hộ, đánh dấu vào ô cho đúng rồi gửi lại { $office } trước { $until }.
handing-given = Đã đưa
handing-comes = Sẽ đến
handing-stays = Không đến
handing-remark = Người đi thay, ghi chú
handing-count = Tổng cộng: { $count } giấy mời.
handing-nobody = Khóm, ấp này không có hộ nào được mời trong buổi này.

## Giấy mời cơ quan
panel-name = Giấy mời cơ quan dự { $dialogue }
panel-somebody = Đại diện lãnh đạo
panel-post = Chức vụ:
panel-prepare = { $count ->
    [0] Đến nay bà con chưa gửi trước câu hỏi nào cho cơ quan. Kính đề nghị Ông/Bà chuẩn bị để trả lời trực tiếp những câu bà con nêu tại buổi đối thoại.
   *[other] Gửi kèm giấy mời này là { $count } câu hỏi bà con đã gửi trước cho cơ quan. Kính đề nghị Ông/Bà xem trước và chuẩn bị để trả lời trực tiếp tại buổi đối thoại.
}
panel-afterwards = Câu nào bà con nêu tại buổi mà chưa trả lời được thì chuyển cơ quan trả lời trong { $days } ngày làm việc, trước { $by }.
panel-instead = Nếu không dự được, đề nghị cử người có thẩm quyền trả lời đi thay và báo trước qua số { $phone }.
panel-name-by = Đề nghị cơ quan cử người có thẩm quyền trả lời và báo họ tên, chức vụ qua số { $phone } trước { $by }.
panel-name-soon = Đề nghị cơ quan cử người có thẩm quyền trả lời và báo ngay họ tên, chức vụ qua số { $phone }.
panel-last = Rất mong Ông/Bà đến dự đúng giờ./.

## Câu hỏi gửi trước cho cơ quan
pack-title = Câu hỏi gửi trước
pack-about = Gửi { $agency }
pack-for = Những câu hỏi dưới đây do bà con gửi đến trước { $dialogue }, { $when }, tại { $place }.
pack-count = Tổng cộng: { $count } câu hỏi. Danh sách không ghi tên người hỏi.
pack-nothing = Đến nay chưa có câu hỏi nào về lĩnh vực của cơ quan.
pack-last = Câu hỏi nào trả lời được tại chỗ thì thư ký ghi vào biên bản; câu còn lại được chuyển bằng văn bản sau buổi đối thoại./.

## Kịch bản điều hành
order-title = Kịch bản điều hành
order-when = Thời gian: { $when }.
order-where = Địa điểm: { $place }.
order-chair = Chủ trì: { $chair }.
order-commitments = I. VIỆC ĐÃ HỨA KỲ TRƯỚC
order-promise = Việc đã hứa
order-stands = Đến nay
order-nothing-promised = Không có việc nào đã hứa kỳ trước mà chưa xong.
order-policies = Một tháng sau khi trả lời, bà con nói chưa được việc nhiều nhất:
order-course = II. TRÌNH TỰ
order-what = Nội dung
order-no-steps = Chưa xếp trình tự.

## Danh sách ký nhận
signing-title = Danh sách ký nhận
signing-about = Tiền nước uống của người dự { $dialogue }
signing-when = { $when }, tại { $place }
signing-how = (Người không ký được thì điểm chỉ vào ô ký nhận)
signing-for = đi thay { $name }
signing-erased = (tên đã xóa)
signing-on-paper = xem bản giấy đã ký
signing-nobody = Không có người dự.
signing-total = Tổng cộng
signing-headcount = { $known ->
    [some] Tổng cộng: { $count } người (Nam { $men }, Nữ { $women }, chưa ghi { $unknown }; DTTS { $minorities }).
   *[all] Tổng cộng: { $count } người (Nam { $men }, Nữ { $women }; DTTS { $minorities }).
}
signing-drinks = Tiền nước uống: { $count } người × { $each } đồng = { $sum } đồng.
signing-hall = Tiền thuê hội trường: { $sum } đồng.
signing-sum = Tổng số tiền: { $sum } đồng.
signing-drinks-of = Tiền nước uống: { $count } người × { $each } đồng
signing-hall-of = Tiền thuê hội trường
signing-sum-of = Tổng số tiền
signing-in-words = Bằng chữ: { $amount } đồng.
signing-writer = Người lập
signing-confirmed = Xác nhận của { $committee }

## Biên bản
minutes-number = Số: { $blank }/BB-{ $office }
minutes-title = Biên bản
minutes-about = { $dialogue }
minutes-began = Thời gian bắt đầu: { $when }.
minutes-where = Địa điểm: { $place }.
minutes-present = I. THÀNH PHẦN THAM DỰ
minutes-in-the-chair = 1. Chủ trì: { $chair }.
minutes-writing = 2. Thư ký: { $secretary }.
minutes-panel = 3. Các cơ quan trả lời:
minutes-households = 4. Hộ dân: { $count } hộ, trong đó:
minutes-group = { $group }: { $count } hộ
minutes-among = Phụ nữ: { $women } người; dân tộc thiểu số: { $minorities } người
minutes-course = II. NỘI DUNG ĐỐI THOẠI
minutes-no-items = Tại buổi đối thoại không có ý kiến nào được nêu.
minutes-counted = Có { $count } ý kiến: { $oral } ý kiến được trả lời tại chỗ, { $later } ý kiến được ghi nhận để chuyển cơ quan trả lời.
minutes-item = { $place }. { $asker } ({ $number }):
minutes-answered = { $who } trả lời tại chỗ:
minutes-recorded = Ghi nhận:
minutes-passed-on = chuyển { $agency } trả lời bằng văn bản.
minutes-private = { $agency } đã trả lời riêng người hỏi.
minutes-declined = { $reason ->
    [none] { $agency } không trả lời.
   *[other] { $agency } không trả lời, vì: { $reason }.
}
minutes-conclusions = III. KẾT LUẬN
minutes-no-conclusions = Chủ trì ghi nhận các ý kiến của bà con.
minutes-ended = Buổi đối thoại kết thúc lúc { $time } cùng ngày.
minutes-end-open = …… giờ …… phút
minutes-read = Biên bản đã được đọc lại cho những người dự nghe và thống nhất./.
minutes-secretary = Thư ký
minutes-chair = Chủ trì

## Bảng tổng hợp ý kiến, kiến nghị
summary-appendix = Phụ lục
summary-title = BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ
summary-what = Nội dung ý kiến, kiến nghị
summary-from = Nơi kiến nghị
summary-answer = Nội dung trả lời
summary-how = Hình thức
summary-oral = Tại chỗ
summary-written = Văn bản
summary-private = Đã trả lời riêng người hỏi.
summary-declined = { $reason ->
    [none] Không trả lời.
   *[other] Không trả lời, vì: { $reason }.
}
summary-agency = { $agency }: { $count } ý kiến
summary-nothing = Không có ý kiến, kiến nghị.
summary-nameless = Ý kiến giống nhau được gộp lại và ghi rõ số hộ. Bảng không ghi tên người hỏi.

## Báo cáo kết quả
report-number = Số: { $blank }/BC-{ $office }
report-title = Báo cáo
report-about = Kết quả { $dialogue }
report-course = I. TÌNH HÌNH TỔ CHỨC
report-held = { $office } đã tổ chức { $dialogue } lúc { $when }, tại { $place }; chủ trì: { $chair }.
report-invited = Số hộ được mời: { $invited }. Số hộ đến dự: { $came }.
report-group = { $group }: { $count } hộ
report-groups = Theo đối tượng: { $groups }.
report-among = Trong số người dự có { $women } phụ nữ và { $minorities } người dân tộc thiểu số.
report-results = II. KẾT QUẢ
report-counted = Tổng số ý kiến, kiến nghị: { $count }; trả lời tại chỗ: { $oral }; chuyển cơ quan trả lời: { $later }.
report-appended = Nội dung từng ý kiến ở Phụ lục kèm theo.
report-asked = Số ý kiến
report-oral = Trả lời tại chỗ
report-later = Chuyển trả lời sau
report-apart = Trả lời riêng, không trả lời
report-timings = Thời gian cơ quan đã dùng để trả lời, tính theo giờ làm việc, không kể lúc chờ người dân nói thêm:
report-costs = III. KINH PHÍ
report-what = Nội dung chi
report-how-many = Số lượng
report-each = Đơn giá (đồng)
report-sum = Thành tiền (đồng)
report-people = { $count } người
report-session = 01 buổi
report-drinks = Nước uống
report-hall = Thuê hội trường
report-stationery = Văn phòng phẩm
report-proposals = IV. ĐỀ XUẤT, KIẾN NGHỊ
report-last = Trên đây là báo cáo kết quả, { $office } kính trình xem xét, chỉ đạo./.
report-attached = (Kèm theo Báo cáo { $number } ngày …… tháng …… năm ……… của { $office })

## Thông báo kết quả
result-number = Số: { $blank }/TB-{ $office }
result-title = Thông báo
result-about = Kết quả { $dialogue }
result-held = Vừa qua, lúc { $when }, tại { $place }, đã diễn ra { $dialogue } với { $count } hộ dân đến dự.
result-counted = Bà con đã nêu { $count } ý kiến: { $answered } ý kiến đã có trả lời, { $later } ý kiến các cơ quan đang trả lời.
result-counted-spoken = Bà con đã nêu { $count } ý kiến: { $answered } ý kiến đã có trả lời, { $spoken } ý kiến đã trả lời tại buổi và đang được ghi lại, { $later } ý kiến các cơ quan đang trả lời.
result-spoken = Đã trả lời tại buổi:
result-confirming = { $agency } đang ghi lại lời đã trả lời để bà con nghe lại.
result-asked = { $place }. Bà con hỏi:
result-answer = Trả lời:
result-not-yet = Chưa có trả lời:
result-declined = Không trả lời:
result-why-told = { $agency } đã báo lý do cho người hỏi.
result-by = { $agency } sẽ trả lời trước ngày { $day }.
result-later = { $agency } sẽ trả lời bằng văn bản.
result-more = Bà con cần hỏi thêm, xin gặp Trưởng Ban nhân dân khóm, ấp hoặc gọi số { $phone }.
result-more-at = Bà con cần hỏi thêm, xin gặp Trưởng Ban nhân dân khóm, ấp hoặc gọi số { $phone }. Các câu trả lời có tại { $address }.
result-last = Thông báo này được niêm yết tại trụ sở và gửi Trưởng Ban nhân dân khóm, ấp để đọc cho bà con nghe./.
result-heads = Trưởng Ban nhân dân các khóm, ấp
result-board = Niêm yết tại trụ sở

## Danh sách chỗ
seats-title = Danh sách chỗ
seats-part = { $dialogue }
    Phần của { $part }
seats-standing = Bản số { $version }, { $signed ->
    [yes] đã ký duyệt trên hệ thống
   *[no] chưa ký duyệt
}; ghi theo danh sách lúc { $at }.
seats-counted = Tổng số chỗ: { $seats }; đã xếp: { $placed } hộ; chờ: { $waiting } hộ.
seats-placed = I. CÁC HỘ ĐƯỢC XẾP CHỖ
seats-waiting = II. CÁC HỘ TRONG DANH SÁCH CHỜ
seats-share = { $group } - { $ward }: { $placed }/{ $seats } chỗ
seats-queue = { $group } - { $ward }: { $count } hộ chờ
seats-nobody = Chưa xếp hộ nào.
seats-nobody-waits = Không có hộ nào chờ.
seats-rank = Thứ tự
seats-reason = Lý do
seats-private = Danh sách có thông tin riêng của hộ, chỉ dùng để duyệt, không niêm yết.
seats-approved-how = (Duyệt, ký tên, đóng dấu)

## Số liệu lấy từ chương trình
figures-asker = Hộ dân { $place }
figures-committee = Ủy ban nhân dân
figures-signs = TM. Ủy ban nhân dân
    Chủ tịch
figures-no-topic = Khác
figures-undecided = ………………………………
figures-panel = Các cơ quan
figures-chair = Chủ trì
figures-secretary = Thư ký
figures-secretaries = Tổ thư ký
figures-step-welcome = Đón khách, điểm danh, ký nhận
figures-step-opening = Tuyên bố lý do, giới thiệu người dự
figures-step-promised = Báo cáo việc đã hứa kỳ trước
figures-step-before = Trả lời các câu hỏi gửi trước ({ $count } câu)
figures-step-floor = Bà con nêu ý kiến tại chỗ, cơ quan trả lời
figures-step-conclusion = Kết luận
figures-commitment-open = Chưa tới hẹn
figures-commitment-late = Quá hẹn, chưa xong
figures-commitment-undated = Chưa hẹn ngày
figures-commitment-moved = Đã dời hẹn: { $reason }
figures-commitment-kept = Đã xong: { $done }
figures-policy = Chính sách { $topic }: một tháng sau khi trả lời, hỏi thăm { $asked } lượt, { $settled } lượt đã được việc, { $unsettled } lượt chưa{ $here ->
    [none] {""}
   *[other] {" "}(riêng buổi này { $here } lượt chưa)
}; đề nghị cơ quan phụ trách xem lại.
figures-timing = { $agency }: đã trả lời { $count } ý kiến, { $kept } đúng hẹn, trung bình { $days } ngày làm việc
figures-policy-short = Chính sách { $topic }: hỏi thăm { $asked } lượt, { $settled } lượt đã được việc, { $unsettled } lượt chưa

## Bảng tổng hợp chuyển cơ quan
dispatch-name = Bảng tổng hợp { $label }
dispatch-title = Bảng tổng hợp ý kiến, kiến nghị số { $label } chuyển { $agency }
dispatch-number = Số: { $blank }/{ $office }
dispatch-about = V/v chuyển ý kiến, kiến nghị của người dân
dispatch-about-session = V/v chuyển ý kiến, kiến nghị của người dân tại { $dialogue }
dispatch-because-session = Qua { $dialogue }, còn { $count } ý kiến, kiến nghị thuộc lĩnh vực của cơ quan chưa được trả lời, ghi trong Bảng tổng hợp số { $label } kèm theo.
dispatch-because = Đến nay còn { $count } ý kiến, kiến nghị của người dân thuộc lĩnh vực của cơ quan chưa được trả lời, ghi trong Bảng tổng hợp số { $label } kèm theo.
dispatch-please = Đề nghị { $agency } trả lời từng ý kiến trước thời hạn ghi trong bảng: được hay chưa được, vì sao, người dân cần làm gì tiếp, gặp ai, khi nào.
dispatch-first-due = Ý kiến phải trả lời sớm nhất là ngày { $day }.
dispatch-apart = Có { $count } ý kiến riêng tư hoặc cần giữ kín được chuyển riêng cho người có trách nhiệm, không ghi trong bảng này.
dispatch-asked-back = Có { $count } ý kiến cơ quan đang hỏi thêm người dân, không ghi trong bảng này.
dispatch-more = Bảng ghi { $count } ý kiến đến hạn sớm nhất; các ý kiến còn lại sẽ chuyển sau.
dispatch-how-back = Trả lời ngay trên ứng dụng như thường lệ, hoặc ghi vào tệp bảng tính kèm theo rồi gửi lại; cần hỏi thêm xin gọi số { $phone }. Mã ở cột đầu dùng để ghép câu trả lời với ý kiến, xin giữ nguyên.
dispatch-last = { $office } kính đề nghị quý cơ quan quan tâm, phối hợp./.
dispatch-heading = BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ SỐ { $label }
dispatch-to = Chuyển { $agency }
dispatch-attached = (Kèm theo Công văn số { $blank }/{ $symbol } ngày …… tháng …… năm ……… của { $office })
dispatch-nameless = Ý kiến giống nhau được gộp lại và ghi rõ số người hỏi. Bảng không ghi tên, số điện thoại của người hỏi.
dispatch-nothing = Không còn ý kiến nào chưa trả lời.
dispatch-late = { $day } (quá hạn)
dispatch-how-to-fill = Xin ghi vào các ô trắng, mỗi dòng một câu trả lời, rồi gửi lại tệp này. Ô xám xin giữ nguyên: mã ở cột đầu cho biết câu trả lời là của ý kiến nào.
dispatch-column-code = Mã
dispatch-column-number = Số
dispatch-column-question = Nội dung ý kiến, kiến nghị
dispatch-column-asked = Số người hỏi
dispatch-column-places = Khóm/ấp, phường/xã
dispatch-column-answer = Nội dung trả lời
dispatch-column-basis = Căn cứ
dispatch-column-who = Người trả lời
dispatch-column-day = Ngày trả lời
