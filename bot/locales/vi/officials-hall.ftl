### Điều hành một buổi đối thoại: lời nói với thư ký và ban tổ chức. Bot xưng "em", gọi "anh chị".

state-spoken =
    chờ xác nhận, đã trả lời miệng tại buổi đối thoại:

    { $answer }

## Mở buổi, kết thúc buổi
hall-button = Điều hành buổi { $number }
hall-open-button = Mở buổi
hall-close-button = Kết thúc buổi
hall-close-yes-button = Kết thúc luôn
hall-chair-button = Ghi chủ trì
hall-conclude-button = Ghi kết luận
hall-refresh-button = Câu tiếp theo
hall-not-open = { $session } hẹn { $at }, chưa mở; đang có { $waiting } câu hỏi chờ. Tới giờ anh chị bấm Mở buổi.
hall-opened = { $session } đã mở, có { $waiting } câu chờ. Màn hình lớn mở trang { $page }.
hall-opened-before = { $session } đã có người mở rồi. Anh chị điều hành tiếp giúp em.
hall-head =
    { $session }: { $waiting } câu chưa trả lời, { $answered } câu đã trả lời miệng. { $called ->
        [none] Chưa gọi câu nào.
       *[other] Đang gọi { $called }.
    }
hall-nothing = { $session }: không còn câu nào chờ, { $answered } câu đã trả lời miệng. Có câu mới anh chị bấm Câu hỏi tại chỗ.
hall-closed = { $session } đã kết thúc: { $oral } câu trả lời miệng chờ cơ quan xác nhận, { $left } câu cơ quan trả lời sau. Anh chị ghi chủ trì, kết luận cho biên bản ở đây.
hall-close-sure = { $session }: { $oral } câu đã trả lời miệng, { $left } câu chưa. Kết thúc là em chuyển hết cho cơ quan và báo từng người hỏi, không mở lại được; kết thúc luôn hả anh chị?
hall-closing = { $session } đã kết thúc. Em đang chuyển { $many } câu cho các cơ quan, xong em báo anh chị.
session-settled = { $session } đã chuyển xong: { $oral } câu trả lời miệng đang chờ cơ quan xác nhận, { $left } câu vào hàng đợi có hẹn ngày. Ai hỏi em cũng đã báo.
hall-chair-ask = Anh chị nhắn tên và chức vụ người chủ trì, như sẽ ghi trong biên bản.
hall-conclude-ask = Anh chị nhắn các kết luận của chủ trì, mỗi ý một dòng.
hall-written = Em ghi rồi, biên bản sẽ có.

## Từng câu
hall-item =
    { $number } · { $place } · { $office }{ $also ->
        [0] {""}
       *[other] {" "}· { $also } người cũng hỏi
    }
    “{ $text }”
hall-calling =
    Đang gọi { $number } · { $place } · { $office }
    “{ $text }”
hall-call-button = Gọi câu này
hall-oral-button = Trả lời miệng
hall-later-button = Để sau
hall-sooner-button = Lên trước
hall-undo-button = Chưa trả lời, gọi lại
hall-answered-button = Câu đã trả lời miệng
hall-shortly-button = Đã trả lời tại buổi
hall-later-done = Em để câu { $number } lại sau cùng.
hall-sooner-done = Em đưa câu { $number } lên đầu.
hall-by-unclear = Em chưa biết cơ quan này. Anh chị bấm nút, hoặc nhắn tên cơ quan, tên người trả lời giúp em.
hall-by-whom = Ai trả lời câu { $number }?
hall-words = Anh chị nhắn gọn { $office } trả lời câu { $number } thế nào, cơ quan sẽ đọc lại và xác nhận. Đang bận thì bấm Đã trả lời tại buổi.
hall-said-shortly = Đã trả lời tại buổi đối thoại.
hall-recorded = Em ghi lúc { $at }: { $office } đã trả lời miệng câu { $number }.
hall-undone = Câu { $number } chưa trả lời, em đưa lên đầu lại.
hall-answered-item = { $number } · { $office } trả lời: “{ $words }”
hall-answered-none = Chưa có câu nào trả lời miệng. Anh chị bấm Trả lời miệng dưới câu đang nói.

## Câu hỏi tại chỗ
floor-button = Câu hỏi tại chỗ
floor-ask = Anh chị nhắn câu hỏi tại chỗ giúp em.
floor-who = Câu này của hộ nào? Anh chị nhắn số thứ tự hoặc tên trong danh sách (không dấu cũng được), hay bấm phường, xã của người hỏi.
floor-which = Hộ nào, thưa anh chị?
floor-nobody = Em không thấy “{ $typed }” trong danh sách buổi này. Anh chị nhắn lại, hoặc bấm phường, xã của người hỏi.
floor-filed = Đã ghi { $number } của { $whose }, gợi ý cho { $office }.
floor-filed-private = Đã ghi { $number }. Chuyện này riêng tư nên em không đưa lên bảng, em chuyển thẳng cho { $office }.

## Giấy tờ
hall-papers-button = Giấy tờ
papers-which = Anh chị cần giấy nào của { $session }?
papers-for-whom = Câu hỏi gửi trước cho cơ quan nào?
paper-kind-seats = Danh sách chỗ, bản in
paper-kind-seats-sheet = Danh sách chỗ, bảng tính
paper-kind-panel-letters = Giấy mời cơ quan
paper-kind-minutes = Biên bản
paper-kind-report = Báo cáo kết quả
paper-kind-results = Thông báo kết quả
paper-kind-pack = Câu hỏi gửi trước cho cơ quan
paper-kind-running-order = Kịch bản điều hành
paper-coming = Em đang lập, chừng vài giây là có.
paper-here = { $name } đây, anh chị mở ra xem lại trước khi ký.

## Khi chưa được
not-your-session = Anh chị không phụ trách buổi này. Anh chị mở /phien để chọn buổi của mình.
session-too-early = { $session } hẹn { $at }, chưa tới ngày mở. Dời ngày thì ban tổ chức bấm Dời buổi trong /phien.
session-not-open = { $session } chưa mở. Anh chị bấm Mở buổi trong /phien trước giúp em.
session-closed-already = { $session } đã kết thúc rồi. Câu hỏi mới anh chị nhắn như ngày thường, em chuyển cho cơ quan.
item-moved-on = { $state ->
    [called] Câu { $number } đang được gọi rồi. Anh chị mở lại /phien để xem bảng mới.
    [answered] Câu { $number } đã có người ghi trả lời miệng. Ghi nhầm thì anh chị bấm Chưa trả lời, gọi lại.
   *[other] Câu { $number } đã đổi rồi. Anh chị mở lại /phien để xem bảng mới.
}
item-settled = Câu { $number } đã xong ở nơi khác. Anh chị mở lại /phien để xem bảng mới.
oral-words-wrong = Em cần vài chữ, nhiều nhất { $most } chữ cái. Anh chị nhắn lại giúp em.
floor-words-missing = Em chưa thấy chữ nào, anh chị nhắn câu hỏi giúp em.
household-not-on-list = Hộ này không có trong danh sách buổi. Anh chị bấm phường, xã của người hỏi giúp em.
paper-too-early = { $session } chưa mở nên chưa có gì để lập giấy này. Mở buổi xong anh chị làm lại giúp em.
paper-before-closing = { $session } chưa kết thúc, số liệu còn đổi. Anh chị kết thúc buổi rồi lập giấy này.
paper-no-plan = { $session } chưa xếp chỗ nên chưa có danh sách. Anh chị bấm Xếp chỗ trong /phien trước giúp em.
paper-letters-late = { $session } đã bắt đầu nên giấy mời không còn dùng nữa. Ai ngồi bàn trả lời thì anh chị xem ở Bàn trả lời trong /phien.
paper-letters-nobody = Bàn trả lời { $session } chỉ có cơ quan ra giấy mời, nên không cần in giấy mời nào. Ai dự thì anh chị ghi ở Bàn trả lời trong /phien.
paper-which-agency = Giấy này lập cho từng cơ quan. Anh chị ghi rõ mã cơ quan trong kế hoạch.
