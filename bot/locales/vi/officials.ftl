### Lời nói với cán bộ. Bot xưng "em", gọi "anh chị"; ngắn, rõ việc.

queue-button = Hàng đợi
bulletin-button = Bản tin
take-button = Nhận
answer-button = Trả lời
transfer-button = Chuyển cơ quan
ask-back-button = Hỏi thêm
more-time-button = Xin thêm thời gian
give-back-button = Để lại hàng đợi
decline-button = Không trả lời
approve-button = Duyệt
return-button = Trả lại
aired-button = Đã phát
air-now-button = Phát ngay
invite-button = Mời cán bộ
sessions-button = Các buổi
pen-button = Chờ xếp

## Vai trò
role-officer = chuyên viên
role-head = lãnh đạo
role-relay = người đọc loa
role-hamlet = trưởng khóm, ấp
role-clerk = thư ký buổi đối thoại
role-organiser = ban tổ chức
role-admin = quản trị
role-given =
    Chào anh chị, từ giờ anh chị là { $role }{ $scope ->
        [none] {""}
       *[other] {" "}– { $scope }
    }.
    Anh chị bấm một nút bên dưới để bắt đầu.
official-name-ask = Anh chị tên gì để đồng nghiệp biết ai đang giữ câu hỏi?
help-official =
    Câu hỏi mới hiện thành thẻ ngay tại đây: bấm Nhận rồi Trả lời, hoặc trả lời (reply) thẳng vào thẻ. Cần hỗ trợ gọi { $contact }.
    /hangdoi hàng đợi · /bantin bản tin · /phien các buổi · /moi mời cán bộ · /nhom nối nhóm này với hàng đợi

## Thẻ câu hỏi
card-question =
    { $kind ->
        [private] 🔒 Riêng tư ·{" "}
        [accusation] 🔒 Tố cáo, chỉ lãnh đạo xem ·{" "}
        [crisis] 🚨 Khẩn ·{" "}
       *[open] {""}
    }{ $number }{ $topic ->
        [none] {""}
       *[other] {" "}· { $topic }
    } · { $place }
    “{ $text }”{ $files ->
        [0] {""}
       *[other] {" "}(kèm { $files } tệp)
    }
    { $late ->
        [yes] ⚠️ Đã quá hạn { $due }
       *[no] Hạn { $due }
    } · { $state }
card-gone = Câu { $number } đã chuyển sang nơi khác.
a-colleague = một đồng nghiệp
state-waiting = chờ người nhận
state-taken = { $name } đang giữ
state-asked-back = chờ người hỏi nói thêm, đồng hồ tạm dừng
state-drafted =
    chờ duyệt, { $name } soạn:

    { $answer }
state-approved = đã duyệt, chờ giờ phát
state-answered = đã trả lời
state-closed = đã xong
state-declined = không trả lời
state-withdrawn = người hỏi đã rút
asker-added =
    Người hỏi nói thêm cho câu { $number }: “{ $words }”
asker-told-more =
    Người hỏi đã trả lời điều anh chị hỏi ở câu { $number }, đồng hồ chạy lại: “{ $words }”

## Hàng đợi
queue-which = Anh chị xem hàng đợi nào?
queue-line = { $name } ({ $many })
queue-heading = { $all ->
    [0] Hàng đợi { $name } đang trống. Có câu mới em báo liền.
   *[other] Hàng đợi { $name }: { $waiting } chờ nhận, { $taken } đang lo, { $asked } chờ người hỏi, { $drafted } chờ duyệt{ $late ->
        [0] .
       *[other] ; { $late } câu đã quá hạn.
    }
}
queue-more = Còn câu nữa, anh chị xem tiếp không?
more-button = Xem tiếp
taken = Anh chị đã nhận câu { $number }. Trả lời bằng nút này hoặc reply thẳng vào thẻ.
taken-already = Câu { $number } { $name } đã nhận trước rồi. Anh chị mở Hàng đợi để chọn câu khác.
given-back = Đã để câu { $number } lại hàng đợi.
transfer-where = Chuyển câu { $number } cho cơ quan nào?
transfer-why = Vì sao chuyển câu { $number } cho { $office }? Anh chị nhắn lý do, hoặc bấm Không cần lý do.
no-reason-button = Không cần lý do
transferred = Đã chuyển câu { $number } cho { $office } và báo người hỏi hẹn mới.
ask-back-what = Anh chị cần người hỏi cho biết thêm điều gì ở câu { $number }?
asked-back = Đã hỏi thêm ở câu { $number }. Đồng hồ dừng tới khi người hỏi trả lời.
more-time-ask = Câu { $number } cần thêm mấy ngày làm việc?
days-button = { $days } ngày
days-unclear = Số ngày phải từ 1 tới { $most }, anh chị bấm lại Xin thêm thời gian giúp em.
more-time-why = Vì sao cần thêm { $days } ngày cho câu { $number }? Người hỏi sẽ đọc lý do này.
more-time-given = Câu { $number } có hẹn mới: trước { $due }. Em đã báo người hỏi.
decline-why = Vì sao không trả lời câu { $number }? Người hỏi sẽ đọc lý do này.
declined = Đã báo người hỏi là không trả lời câu { $number }, kèm lý do.

## Trả lời và duyệt
answer-ask =
    { $returned ->
        [none] {""}
       *[other] Lãnh đạo trả lại vì: { $returned }{" "}
    }Anh chị nhắn câu trả lời cho { $number } ở tin kế tiếp.
answer-preview =
    Người hỏi sẽ đọc ({ $words } chữ):

    { $office } trả lời câu { $number }: { $answer }

    Gửi duyệt được chưa anh chị?
submit-button = Gửi duyệt
submit-private-button = Gửi duyệt, chỉ cho người hỏi
write-again-button = Viết lại
submitted = Câu { $number } đã gửi lãnh đạo duyệt. Duyệt xong em báo anh chị.
approved = Đã duyệt câu { $number }. Phát trong bản tin { $at }, người hỏi nhận cùng lúc.
approved-private = Đã duyệt câu { $number } và gửi riêng cho người hỏi.
return-why = Vì sao trả lại bản trả lời câu { $number }? Người soạn sẽ đọc lý do này.
returned = Đã trả lại câu { $number } cho người soạn.
told-approved = Câu { $number } anh chị soạn đã được duyệt.
told-returned = Lãnh đạo trả lại câu { $number }, vì: { $reason }. Anh chị bấm Trả lời trên thẻ để viết lại.
answer-too-short = Câu trả lời ngắn quá, anh chị viết rõ được hay chưa được, gặp ai, khi nào.
answer-too-long = Câu trả lời dài quá { $most } chữ cái, anh chị rút gọn để bà con nghe kịp.

## Bản tin
bulletin-none = { $ward } chưa có câu trả lời nào chờ phát. Có câu mới em báo.
bulletin-line = Bản tin { $ward } { $at }: { $many } câu, { $state ->
    [waiting] chờ phát
    [told] đã giao người đọc
   *[aired] đã phát
}.
read-script-button = Xem lời đọc
bulletin-words = { $script }
bulletin-script =
    📢 { $means ->
        [meeting] Họp dân
       *[loudspeaker] Loa
    } { $at }, đọc khoảng { $minutes } phút. Đọc xong anh chị bấm Đã phát.

    { $script }
bulletin-missed = Bản tin { $missed } bị lỡ giờ, em đã dời sang { $next }. Anh chị không cần làm gì thêm.
air-now-sure = Bản tin này hẹn { $at }. Phát ngay thì người đọc và người hỏi nhận liền, không rút lại được; phát luôn hả anh chị?
air-now-yes-button = Phát luôn
air-now-done = Đã giao lời đọc và gửi cho người hỏi. Đọc xong anh chị bấm Đã phát.
aired = Đã ghi: phát lúc { $at }. Cảm ơn anh chị.
script-opening = Đây là Đài Truyền thanh { $ward }. Kính thưa bà con, sau đây là phần trả lời ý kiến của bà con.
script-item =
    Có bà con hỏi: { $question }
    { $office } trả lời: { $answer }
script-closing = Cảm ơn bà con đã lắng nghe.

## Mời cán bộ, nhóm, chờ xếp
invite-whom = Anh chị mời ai?
invite-where = Ở đâu, thưa anh chị?
invite-scope = { $role } – { $name }
invitation =
    Mã mời { $role }{ $name ->
        [none] {""}
       *[other] {" "}– { $name }
    }: { $code }
    Mở { $link } hoặc nhắn mã này cho em, dùng một lần trong { $days } ngày.
group-hello = Em là Lắng Nghe. Cán bộ của cơ quan hoặc phường bấm nút này để câu hỏi hoặc bản tin về đúng nhóm này.
bind-button = Nối nhóm này
group-which = Nối nhóm này với hàng đợi hoặc phường nào?
group-bound = Từ giờ nhóm này nhận tin của { $name }.
group-officials-only = Nút này dành cho cán bộ đã được mời. Anh chị nhắn riêng cho em kèm mã mời trước giúp em.
only-in-a-group = Việc này làm trong nhóm của cơ quan, anh chị thêm em vào nhóm rồi nhắn /nhom.
sessions = { $sessions }
session-line =
    { $session }: { $at }
    { $groups }
session-group = · { $name }: { $taken }/{ $seats } chỗ
pen-empty = Chờ xếp đang trống.
pen-item =
    { $at } · { $kind ->
        [unreadable] tin không đọc được
        [broken] tin làm em trục trặc
       *[unmatched] trả lời không rõ cho câu nào
    }
    “{ $words }”
settle-button = Đã xem xong
pen-settled = Đã xếp xong, em bỏ khỏi danh sách.
kept-unmatched = Em không rõ tin này trả lời câu nào, nên đã giữ cho ban tổ chức xem. Anh chị mở Hàng đợi rồi trả lời vào đúng thẻ giúp em.

## Khi chưa được
not-your-queue = Câu này không thuộc hàng đợi của anh chị. Anh chị mở /hangdoi để xem câu của mình.
no-queue = Anh chị chưa có hàng đợi nào. Anh chị xin mã mời từ ban tổ chức rồi nhắn mã cho em.
only-a-head-approves = Việc này cần lãnh đạo cơ quan. Anh chị nhờ lãnh đạo bấm trên thẻ giúp em.
agency-unknown = Em không thấy cơ quan này, anh chị bấm lại Chuyển cơ quan để chọn.
not-your-ward = Bản tin này không thuộc phường của anh chị. Anh chị mở /bantin để xem bản tin của mình.
no-ward-to-read = Anh chị chưa được giao đọc loa phường nào. Anh chị xin mã mời từ ban tổ chức rồi nhắn mã cho em.
bulletin-gone = Bản tin này không còn, anh chị mở /bantin để xem bản mới.
bulletin-told-already = Bản tin này đã giao rồi, anh chị mở /bantin để xem.
bulletin-aired-already = Bản tin này đã được báo phát rồi, anh chị không cần bấm nữa.
code-not-good = Mã này không đúng, đã dùng hoặc quá hạn. Anh chị xin người mời một mã mới giúp em.
may-not-invite = Anh chị chưa được quyền mời vai trò này. Anh chị nhờ lãnh đạo hoặc ban tổ chức mời giúp em.
scope-unknown = Em không thấy “{ $scope }” trong chương trình, anh chị chọn lại bằng nút giúp em.
not-for-you = Việc này dành cho ban tổ chức. Anh chị mở /giup để xem việc của mình.
holding-gone = Tin này đã có người xếp rồi, anh chị mở lại Chờ xếp.
