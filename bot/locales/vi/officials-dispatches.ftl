### Bảng tổng hợp chuyển cơ quan, đi và về: lời nói với ban tổ chức và cán bộ cơ quan. Bot xưng "em", gọi "anh chị".

state-from-sheet =
    chờ duyệt, theo bảng { $label }{ $who ->
        [none] {""}
       *[other] {", "}{ $who } trả lời
    }{ $basis ->
        [none] {""}
       *[other] {"\u000A"}Dựa vào: { $basis }
    }:

    { $answer }

## Gửi đi
dispatch-button = Bảng chuyển cơ quan
dispatch-open-button = Bảng câu chưa trả lời
dispatch-make-button = Lập và gửi
dispatch-again-sure = Lúc { $at } em đã gửi { $many } bảng. Gửi lại tất cả hả anh chị?
dispatch-again-button = Gửi lại tất cả
dispatch-file-button = Tệp { $label }
dispatch-waiting = - { $office }: { $many } câu
dispatch-sure =
    Câu chưa trả lời, mỗi cơ quan một bảng:
    { $offices }
    Em lập bảng rồi gửi lãnh đạo cơ quan trong chat, nơi nào chưa có thì gửi anh chị in. Lập luôn hả anh chị?
dispatch-nothing-open = Không còn câu nào chưa trả lời, nên em không lập bảng. Có câu mới anh chị mở lại /phien.
dispatch-coming = Em đang lập, xong em báo anh chị.
dispatch-made =
    Em đã lập các bảng, mỗi dòng là số bảng, cơ quan, số câu:
    { $sheets }
    Cơ quan nào có lãnh đạo trong chat thì em gửi rồi, còn lại em gửi anh chị in.
dispatch-news =
    Bảng { $label }: { $many } câu { $office } chưa trả lời. Anh chị trả lời trong Hàng đợi, hoặc ghi vào tệp này rồi gửi lại cho em.
dispatch-to-print = Bảng { $label } của { $office } ({ $many } câu): em chưa liên lạc được lãnh đạo nào trong chat. Anh chị in ra chuyển giúp em, có bảng ghi xong thì gửi lại đây.
dispatch-files = Bảng { $label } của { $office }, { $many } câu.
dispatch-letter = Công văn kèm bảng { $label }.
dispatch-file-coming = Em đang lấy bảng { $label }, chừng vài giây là có.

## Gửi về
dispatch-in-button = Nhận vào
dispatch-approve-button = Duyệt cả bảng ({ $many } câu)
dispatch-one-by-one-button = Xem từng câu
dispatch-is-button = Câu { $number }
dispatch-is-none-button = Không phải câu nào
dispatch-sheet-name = Bảng gửi về.xlsx
dispatch-reading = Em đang đọc bảng { $name }…
dispatch-summary = { $taken } câu trả lời mới, { $empty } ô trống, { $damaged } dòng em chưa chắc{ $same ->
    [0] {""}
   *[other] , { $same } dòng đã nhận từ trước
}{ $left ->
    [0] {""}
   *[other] , { $left } dòng em không nhận được
}.
dispatch-shown =
    Bảng { $label }, { $office }: { $summary }{ $details ->
        [none] {""}
       *[other] {"\u000A\u000A"}{ $details }
    }

    { $ready ->
        [yes] Em chưa ghi gì hết. Nhận vào chưa anh chị?
       *[no] Không có gì mới để nhận.
    }
dispatch-row = Dòng { $place }: { $why }
dispatch-rows-more = … và { $more } dòng nữa.
dispatch-going-in = Em đang làm, xong em báo liền.
dispatch-in =
    { $many ->
        [0] Không có câu nào thành bản nháp.
       *[other] Em đã nhận { $taken } câu thành bản nháp. { $approver ->
            [self] Anh chị duyệt luôn chưa, hay xem từng câu?
            [head] Em đã báo lãnh đạo cơ quan duyệt.
           *[nobody] Cơ quan này chưa có lãnh đạo nào trong chat để duyệt, anh chị mời giúp em.
        }
    }{ $asks ->
        [0] {""}
       *[other] {" "}Còn { $asks } dòng em hỏi anh chị ngay dưới đây.
    }{ $lost ->
        [0] {""}
       *[other] {" "}{ $lost } dòng không rõ câu nào, em đã đưa vào Chờ xếp cho ban tổ chức.
    }{ $left ->
        [none] {""}
       *[other] {"\u000A\u000A"}Mấy dòng này em không nhận được:{"\u000A"}{ $left }
    }
dispatch-came-back = Bảng { $label } đã về: { $many } bản trả lời đang chờ anh chị duyệt. Anh chị mở Hàng đợi xem giúp em.
dispatch-approved = Đã duyệt { $many } câu của bảng.{ $left ->
    [0] {""}
   *[other] {" "}Còn { $left } câu em chưa duyệt:{"\u000A"}{ $why }
}
dispatch-left = { $numbers }: { $why }
dispatch-left-changed = đã đổi hoặc xong từ lúc nhận bảng, anh chị xem lại trên thẻ.
dispatch-left-leaks = cả phường sẽ nghe mà có chỗ “{ $words }”. Anh chị mở thẻ, bấm Duyệt để gửi riêng, hoặc Trả lại để sửa.
dispatch-left-words-leak = câu hỏi chung có chỗ “{ $words }”. Anh chị bấm Câu hỏi chung trên thẻ để viết lại.
dispatch-left-file = mất tệp kèm theo. Anh chị bấm Trả lại để người soạn gửi lại tệp.
dispatch-left-own = có câu anh chị tự hỏi, nhờ đồng nghiệp duyệt giúp.
dispatch-left-elsewhere = anh chị không duyệt cho cơ quan này, nhờ lãnh đạo bên đó duyệt.
dispatch-which = Dòng { $place } ghi: “{ $answer }”. { $number ->
    [none] Em không thấy câu này nữa, em đưa vào Chờ xếp được không?
   *[other] { $other ->
        [none] Có phải câu { $number } (“{ $question }”) không?
       *[other] Câu này trả lời cho { $number } (“{ $question }”) hay { $other } (“{ $other_question }”)?
    }
}
dispatch-leaks = Dòng { $place } cho câu { $number } ghi: “{ $answer }”. Cả phường sẽ nghe, mà có chỗ “{ $words }”: anh chị gửi riêng cho người hỏi hay sửa lại bảng?
dispatch-mend-button = Để tôi sửa lại bảng
dispatch-mended = Em không ghi dòng này. Anh chị sửa trong bảng rồi gửi lại giúp em.
dispatch-words-gone = người hỏi đã xóa lời
dispatch-kept = Em đưa dòng này vào Chờ xếp cho ban tổ chức xem.
dispatch-drafted = Em ghi bản nháp cho câu { $number } rồi. { $approver ->
    [self] Anh chị duyệt luôn chưa?
   *[head] Em đã đưa lãnh đạo duyệt.
}
dispatch-not-put-in = Em không nhận được dòng { $place }: { $why }
dispatch-all-asked = Em hỏi xong rồi, cảm ơn anh chị.
dispatch-in-pen = Dòng { $place } của một bảng gửi về{ $number ->
    [none] {""}
   *[other] , ghi câu { $number }
}: { $answer }

## Vì sao một dòng cần anh chị
dispatch-why-wrong = câu { $number } – { $words }
dispatch-why-formula = ô trả lời là công thức hoặc báo lỗi của Excel nên em không đọc. Anh chị gõ lại thành chữ thường rồi gửi lại.
dispatch-why-newer = câu { $number } đã có bản nháp, bản trong bảng này sẽ thay.
dispatch-why-others = câu { $number } { $status ->
    [head] nay đi chung với câu { $head }, em ghi câu trả lời ở đó cho mọi người cùng hỏi.
    [asked_back] đang hỏi thêm bà con. Em ghi câu trả lời này cho câu { $head } cùng hỏi.
    [withdrawn] đã được người hỏi rút lại. Em ghi câu trả lời này cho câu { $head } cùng hỏi.
   *[other] không còn chờ ở đây. Em ghi câu trả lời này cho câu { $head } cùng hỏi.
}
dispatch-why-apart = câu { $number } { $along ->
    [0] đang đi chung với câu { $head }. Nhận vào thì câu này tách ra, có câu trả lời riêng.
   *[other] và { $along } câu cùng dòng nay đi chung với câu { $head }. Nhận vào thì mấy câu này tách ra, có câu trả lời riêng.
}
dispatch-why-rest = người cùng hỏi câu { $number } nay ở câu { $rest }, còn chờ anh chị trả lời riêng.
dispatch-why-basis-unread = câu { $number } em nhận, mà ô Căn cứ ghi “{ $words }” em chưa đọc ra văn bản nào. Anh chị sửa ô đó, như NĐ 28/2015/NĐ-CP, rồi gửi lại bảng; nhận vào bây giờ thì câu này chưa có căn cứ.
dispatch-why-basis-over = câu { $number } dựa vào { $words } đã hết hiệu lực. Anh chị xem lại trước khi duyệt.
dispatch-why-done = câu { $number } đã duyệt câu trả lời khác, em không thay được. Cần sửa thì anh chị báo ban tổ chức.
dispatch-why-same = câu { $number } đã có đúng câu trả lời này rồi.
dispatch-why-sent-back = câu { $number } lãnh đạo đã trả lại đúng bản này. Anh chị viết lại rồi gửi.
dispatch-why-heard = câu { $number } đã được nghe đúng câu này mà còn hỏi lại. Anh chị xem trên thẻ bà con hỏi gì thêm rồi viết lại giúp em.
dispatch-why-moved = câu { $number } { $status ->
    [asked_back] đang hỏi thêm bà con. Có đủ tin rồi thì anh chị bấm Không chờ nữa trên thẻ.
    [withdrawn] đã được người hỏi rút lại, không cần trả lời nữa.
    [declined] đã báo không trả lời, nên em không nhận.
   *[other] không còn ở cơ quan này, nên em không nhận. Cần thì anh chị báo ban tổ chức.
}
dispatch-why-ask-damaged = mã bị hỏng, chắc là câu { $number }. Em hỏi lại sau.
dispatch-why-ask-no-code = không có mã, chắc là câu { $number }. Em hỏi lại sau.
dispatch-why-ask-swapped = mã, số và nội dung không khớp nhau. Em hỏi lại sau.
dispatch-why-ask-twice = câu { $number } đã có câu trả lời khác ở dòng { $other }. Em hỏi lại sau.
dispatch-why-ask-leaks = câu { $number } có chỗ “{ $words }” mà cả phường sẽ nghe. Em hỏi lại sau.
dispatch-why-lost-damaged = mã bị hỏng, em không rõ câu nào.
dispatch-why-lost-no-code = không có mã, em không rõ câu nào.
dispatch-why-lost-scattered = câu { $number } không nhận trả lời nữa, còn những người cùng hỏi nay ở nhiều câu khác nhau nên em không rõ câu nào.
dispatch-why-lost-swapped = mã, số và nội dung không khớp nhau, mà các câu đó không còn nhận trả lời.

## Khi chưa được
dispatch-being-made = Em đang lập các bảng này rồi, chờ em chút nghen anh chị.
draft-changed = Câu { $number } vừa có bản nháp mới hơn. Anh chị xem lại trên thẻ rồi bấm Duyệt giúp em.
dispatch-gone = Bảng này không còn. Anh chị mở /phien để lập bảng mới.
dispatch-not-yours = Bảng này không phải của cơ quan anh chị. Anh chị xem lại tệp, hoặc nhờ ban tổ chức gửi giúp.
dispatch-unknown = Em không nhận ra dòng nào của bảng này, vì mã ở cột đầu đã mất hoặc không phải của em. Anh chị chép câu trả lời vào đúng tệp em đã gửi rồi gửi lại.
dispatch-not-a-sheet = Tệp này không phải bảng tổng hợp em đã gửi: em không thấy cột Mã và cột Nội dung trả lời. Anh chị gửi lại đúng tệp bảng tính đó giúp em.
dispatch-too-long = Tệp này có hơn { $most } dòng nên em không nhận. Anh chị gửi từng bảng riêng giúp em.
dispatch-asked-already = Dòng này xong rồi, anh chị không cần chọn nữa.
dispatch-trial = Đây là xem thử, em chưa ghi gì.
dispatch-heading-line = Dòng
dispatch-heading-number = Số
dispatch-heading-what = Kết quả
dispatch-heading-why = Vì sao
dispatch-verdict-new = nhận
dispatch-verdict-newer = thay bản nháp
dispatch-verdict-others = nhận cho câu cùng hỏi
dispatch-verdict-apart = tách riêng
dispatch-verdict-same = đã có
dispatch-verdict-empty = ô trống
dispatch-verdict-ask = hỏi lại
dispatch-verdict-lost = chờ xếp
dispatch-verdict-done = đã duyệt
dispatch-verdict-sent-back = đã trả lại
dispatch-verdict-heard = còn hỏi lại
dispatch-verdict-moved = không còn
dispatch-verdict-wrong = cần sửa
dispatch-verdict-formula = công thức
