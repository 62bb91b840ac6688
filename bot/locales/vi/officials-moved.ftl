### Buổi đối thoại dời ngày hoặc hủy: lời nói với ban tổ chức, cơ quan, khóm, ấp. Bot xưng "em", gọi "anh chị".

session-cancelled-office = { $session } đã hủy. Anh chị muốn tổ chức lại thì mở /phien, bấm Dời buổi rồi nhắn ngày mới.
door-cancelled = Buổi này đã hủy nên không điểm danh. Anh chị mở /phien để xem ngày của các buổi.
session-held = { $session } đã mở rồi nên không dời, không hủy được nữa. Xong việc thì anh chị bấm Kết thúc buổi.
programme-changed = Kế hoạch vừa có người khác đổi. Anh chị mở /phien xem lại rồi làm lại giúp em.

## Dời buổi
move-button = Dời buổi
move-ask = { $session } đang hẹn { $at }. Anh chị dời sang ngày giờ nào, ví dụ: 20/12 8h?
move-sure = Dời { $session } sang { $at }{ $year ->
    [none] {""}
   *[other] {" "}năm { $year }
}: { $many } hộ đang có tên. Anh chị dời luôn không?
move-yes-button = Dời luôn
move-other-button = Ngày giờ khác
moved = Em đã dời { $session } sang { $at }, lời mời và nhắc hẹn theo ngày mới. Em hỏi anh chị rồi mới báo bà con.
session-when-unclear = Em chưa rõ ngày giờ. Anh chị nhắn một ngày một giờ như vầy giúp em: 20/12 8h, buổi chiều thì 20/12 14h.
session-when-past = Ngày giờ này đã qua rồi. Anh chị nhắn ngày giờ khác giúp em, ghi cả năm càng chắc.
session-when-same = { $session } đang hẹn đúng ngày giờ đó. Anh chị nhắn ngày giờ khác giúp em.

## Hủy buổi
call-off-button = Hủy buổi
cancel-ask = Anh chị ghi giúp em vì sao hủy { $session }, vài chữ thôi. Bà con sẽ đọc lý do này.
cancel-sure = Hủy { $session } ({ $at }): { $many } hộ đang có tên, bà con sẽ đọc “{ $why }”. Anh chị hủy luôn không?
cancel-yes-button = Hủy luôn
cancelled = Em đã hủy { $session }: không mời, không nhắc, không điểm danh nữa, câu hỏi vẫn nằm trong hàng đợi. Em hỏi anh chị rồi mới báo bà con.
session-reason-wrong = Em cần vài chữ, nhiều nhất { $most } chữ cái. Anh chị ghi lại lý do giúp em.

## Báo tin
news-ask =
    { $change ->
        [cancelled] { $session } ({ $before }) đã hủy{ $why ->
            [none] {""}
           *[other] : { $why }
        }.
        [back] { $session } tổ chức lại: { $after }.
       *[moved] { $session } dời từ { $before } sang { $after }.
    }
    Em báo cho { $many } hộ và bàn trả lời nghen anh chị?
news-yes-button = Báo
news-no-button = Chưa
news-button = Báo tin buổi này
news-on-its-way =
    { $at ->
        [none] Em đang báo { $many } hộ và bàn trả lời.
       *[other] Giờ này bà con nghỉ rồi, tới { $at } em báo { $many } hộ và bàn trả lời.
    } Hộ không nhắn tin được thì em nhờ trưởng khóm, trưởng ấp ghé báo.
news-not-yet = Em chưa báo ai. Khi nào báo được, anh chị mở { $session } trong /phien rồi bấm Báo tin buổi này.
news-settled = Tin này đã báo rồi, hoặc buổi đã về như trước. Anh chị mở /phien để xem.
news-over = { $session } đã kết thúc nên không cần báo nữa. Anh chị mở /phien để xem kết quả.
news-changed = { $session } vừa đổi lần nữa. Anh chị xem tin mới em gửi rồi bấm Báo giúp em.
news-is-told = { $session }: tin này đã báo.
news-as-before = { $session } đã về như trước, không cần báo ai.
news-for-panel =
    { $change ->
        [cancelled] Ban tổ chức xin báo: { $session } ({ $before }) đã hủy{ $why ->
            [none] {""}
           *[other] : { $why }
        }. Câu hỏi đã chuyển { $office } vẫn trả lời theo hẹn.
        [back] Ban tổ chức xin báo: { $session } tổ chức lại, { $after }. { $who ->
            [none] Ai sẽ dự cho { $office }?
           *[other] Em vẫn ghi { $who } dự cho { $office }, có đổi người thì anh chị bấm nút dưới.
        }
       *[moved] Ban tổ chức xin báo: { $session } dời từ { $before } sang { $after }. { $who ->
            [none] Ai sẽ dự cho { $office }?
           *[other] Em vẫn ghi { $who } dự cho { $office }, có đổi người thì anh chị bấm nút dưới.
        }
    }
news-panel-by-paper =
    { $change ->
        [cancelled] { $session } ({ $before }) đã hủy{ $why ->
            [none] {""}
           *[other] : { $why }
        }: mấy nơi này không có ai trên chat, anh chị gọi báo giúp em.
        [back] { $session } tổ chức lại, { $after }: mấy nơi này không có ai trên chat, anh chị gọi báo giúp em.
       *[moved] { $session } dời từ { $before } sang { $after }: mấy nơi này không có ai trên chat, anh chị gọi báo giúp em.
    }

    { $offices }
news-by-hand-long =
    { $session } { $off ->
        [yes] đã hủy{ $why ->
            [none] {""}
           *[other] : { $why }
        }
       *[no] có ngày giờ mới: { $after }
    }. Còn { $many } hộ không nhắn tin được, ở những khóm, ấp chưa có trưởng khóm dùng máy này, anh chị nhờ phường ghé báo giúp em.

    { $names }
news-by-hand =
    { $hamlet ->
        [none] { $session }
       *[other] { $session } · { $hamlet }
    } { $off ->
        [yes] đã hủy{ $why ->
            [none] {""}
           *[other] : { $why }
        }. Các hộ này không nhắn tin được, anh chị ghé báo giúp em.
       *[no] có ngày giờ mới: { $after }. Các hộ này không nhắn tin được, anh chị ghé báo giúp em rồi bấm theo chữ cái.
    }

    { $names }
