### Lời nói với cán bộ. Bot xưng "em", gọi "anh chị"; ngắn, rõ việc.

queue-button = Hàng đợi
promises-button = Việc đã hứa
own-button = Việc của tôi
bulletin-button = Bản tin
view-files-button = Xem tệp
take-button = Nhận
answer-button = Trả lời
transfer-button = Chuyển cơ quan
ask-back-button = Hỏi thêm
more-time-button = Xin thêm thời gian
give-back-button = Để lại hàng đợi
go-on-button = Không chờ nữa
decline-button = Không trả lời
seal-button = Chuyển kín
not-danger-button = Không nguy cấp
not-accusation-button = Không phải tố cáo
is-danger-button = Có người nguy hiểm
is-accusation-button = Tố cáo một người
is-everyday-button = Chuyện thường
approve-button = Duyệt
return-button = Trả lại
aired-button = Đã phát
air-now-button = Phát ngay
invite-button = Mời cán bộ
sessions-button = Các buổi
pen-button = Chờ xếp
announce-button = Thông báo

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
official-name-ask = Anh chị tên gì, để đồng nghiệp biết ai đang lo việc này?
menu-official = Dạ em nghe anh chị. { $queue ->
    [yes] Có câu hỏi mới là em gửi thẻ vào đây, còn bây giờ anh chị bấm một nút bên dưới.
   *[no] Có việc cần anh chị là em nhắn vào đây, còn bây giờ anh chị bấm một nút bên dưới.
}
menu-own = Đây là phần của riêng anh chị, như mọi bà con. Anh chị muốn làm gì?
stopped-official = Dạ em dừng ở đây, không mất gì hết. Anh chị muốn làm gì tiếp?
button-lost-official = Nút này cũ quá rồi. Anh chị bấm giúp em một nút bên dưới.
help-official = { $queue ->
    [yes] Có câu hỏi mới là em gửi thẻ vào đây: anh chị bấm Nhận rồi Trả lời, hoặc trả lời thẳng vào thẻ.
   *[no] Có việc cần anh chị là em nhắn vào đây kèm nút bấm, anh chị không cần nhớ lệnh nào.
}{ $contact ->
    [none] {""}
   *[other] {" "}Cần hỗ trợ thì gọi { $contact }.
}
help-commands-official =
    Anh chị cũng có thể nhắn:{ $queue ->
        [no] {""}
       *[yes] {"\u000A"}/hangdoi hàng đợi{"\u000A"}/hua việc đã hứa mà chưa xong
    }{ $airs ->
        [no] {""}
       *[yes] {"\u000A"}/bantin bản tin
    }{ $invites ->
        [no] {""}
       *[yes] {"\u000A"}/moi mời cán bộ
    }{ $reminded ->
        [no] {""}
       *[yes] {"\u000A"}/hangdoi những câu em đã nhắc mà chưa xong{"\u000A"}số của một câu hỏi: xem câu đó tới đâu, chuyển cơ quan
    }{ $runs ->
        [no] {""}
       *[yes] {"\u000A"}/thongbao thông báo cho bà con{"\u000A"}/hua bà con nói đã được việc hay chưa, theo từng chính sách
    }{ $sessions ->
        [no] {""}
       *[yes] {"\u000A"}/phien các buổi đối thoại: xếp chỗ, điều hành, giấy tờ
    }
    /traloi các câu trả lời; thêm chữ để tìm: /traloi vay vốn
    /hoigiup hỏi giúp bà con
    /nhom nối một nhóm với hàng đợi hoặc phường (nhắn trong nhóm đó)
    /ngung ngưng nhận tin
    /dulieu xem, sửa, xóa những gì em giữ
muted-official = Dạ em ngưng gửi thẻ cho anh chị; câu mới vẫn vào Hàng đợi. Anh chị muốn nhận tin lại thì bấm nút dưới.
unmuted-official = Dạ có câu hỏi mới là em gửi thẻ cho anh chị như trước.
erase-sure-official = Em sẽ xóa tên, nơi ở, điện thoại, mọi câu hỏi và tin nhắn của anh chị, và anh chị không còn vai trò nào ở đây. Anh chị chắc muốn xóa hết không?
whose-words =
    “{ $text }”

    Tin này là câu hỏi mới của anh chị, hay câu trả lời cho một thẻ trong Hàng đợi? Nếu là câu trả lời, anh chị mở Hàng đợi rồi trả lời thẳng vào thẻ.
words-of-official =
    “{ $text }”

    Anh chị muốn gửi câu này cho cơ quan trả lời không? Không phải thì anh chị bấm một nút bên dưới.

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
    }{ $proxy ->
        [none] {""}
        [hamlet] {" "}· trưởng khóm, ấp hỏi giùm một hộ
        [association] {" "}· hội, đoàn thể hỏi giùm một hộ
       *[family] {" "}· con cháu, người nhà hỏi giùm một hộ
    }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $thread ->
        [none] {""}
       *[other] {"\u000A"}{ $thread }
    }
    { $late ->
        [yes] ⚠️ Đã quá hẹn { $due }
       *[no] Hẹn { $due }
    } · { $state }{ $papers ->
        [none] {""}
       *[other] {"\u000A"}📎 Kèm tệp: { $papers }
    }
card-gone = Câu { $number } đã chuyển sang nơi khác.
card-erased = Câu { $number }: người hỏi đã xóa dữ liệu của mình. Anh chị không cần làm gì thêm.
thread-follow-up = ➕ Nói thêm: “{ $words }”
thread-ask-back = ❓ Đã hỏi thêm: “{ $words }”
thread-told-more = ➕ Người hỏi trả lời: “{ $words }”
thread-transfer = ↪️ Chuyển qua vì: “{ $words }”
card-unsettled = Một tháng sau khi trả lời, bà con nói chưa được việc{ $topic ->
    [none] {""}
   *[other] {" "}· chính sách: { $topic }
}
thread-reopen = 🔁 Hỏi lại vì: “{ $words }”
seal-what = Câu { $number } là chuyện gì vậy anh chị? { $opens ->
    [yes] Chuyện thường thì cán bộ { $office } cùng đọc, trả lời vẫn chỉ gửi riêng cho người hỏi.
   *[no] Chuyển kín rồi thì chỉ lãnh đạo đọc.
}
sealed = Đã chuyển kín câu { $number }, chỉ lãnh đạo { $office } đọc. { $told ->
    [queue] Em đã báo lãnh đạo ở đó.
    [runners] Em chưa nhắn được cho lãnh đạo nào ở đó nên đã báo ban tổ chức.
   *[nobody] Em chưa nhắn được cho ai, anh chị gọi lãnh đạo ở đó ngay giúp em.
}
unsealed = Đã mở câu { $number } cho cán bộ { $office }, trả lời vẫn chỉ gửi riêng cho người hỏi.
crisis-without-head = 🚨 Câu khẩn { $number } ở { $office } chưa tới được lãnh đạo nào. Anh chị gọi hoặc mời lãnh đạo vào giúp em ngay.
crisis-waits = 🚨 Câu khẩn { $number } { $waited ->
    [none] giờ không còn ai giữ
   *[other] chờ đã { $waited } mà chưa ai nhận
}. Anh chị nhận giúp em liền, hoặc gọi ngay cho người đang cần.
crisis-not-taken = 🚨 Câu khẩn { $number } ở { $office } { $waited ->
    [none] giờ không còn lãnh đạo nào giữ
   *[other] chờ đã { $waited } mà chưa lãnh đạo nào nhận
}. Anh chị gọi lãnh đạo đó ngay giúp em.
sealed-without-head = 🔒 { $office } có việc chỉ lãnh đạo được xem, mà em không nhắn được cho lãnh đạo nào. Anh chị gọi hoặc mời lãnh đạo vào giúp em.
sealed-not-taken = 🔒 { $office } có việc chỉ lãnh đạo được xem, mà chưa lãnh đạo nào nhận. Anh chị gọi nhắc lãnh đạo ở đó giúp em.
waited = { $many } { $unit ->
    [minutes] phút
   *[hours] giờ
}
a-colleague = một đồng nghiệp
state-waiting = chờ người nhận
state-taken = { $name } đang giữ
state-asked-back = chờ người hỏi nói thêm, chưa tính vào ngày hẹn
state-drafted =
    chờ duyệt, { $name } soạn:

    { $answer }{ $khmer ->
        [none] {""}
       *[other] {"\u000A\u000A"}Bản tiếng Khmer: { $khmer }
    }{ $basis ->
        [none] {""}
       *[other] {"\u000A\u000A"}Căn cứ: { $basis }
    }
state-undated = Câu trả lời hứa mà chưa có ngày: “{ $words }” Duyệt luôn cũng được, em ghi vào việc đã hứa để anh chị hẹn ngày sau.
state-approved = đã duyệt, chờ giờ phát
state-answered = đã trả lời
state-closed = đã xong
state-took = dùng { $used } ngày làm việc, hẹn { $allowed }{ $late ->
    [yes] , trễ { $over }
   *[no] {""}
}
state-declined = không trả lời
state-withdrawn = người hỏi đã rút
asker-added =
    Người hỏi nói thêm cho câu { $number }: “{ $words }”
asker-told-more =
    Người hỏi đã trả lời điều anh chị hỏi ở câu { $number }, từ giờ tính tiếp ngày hẹn: “{ $words }”

## Hàng đợi
queue-which = Anh chị xem hàng đợi nào?
queue-line = { $name } ({ $many })
queue-heading = { $all ->
    [0] Hàng đợi { $name } đang trống. Có câu mới em báo liền.
   *[other] Hàng đợi { $name }: { $waiting } chờ nhận, { $taken } đang lo, { $asked } chờ người hỏi, { $drafted } chờ duyệt{ $late ->
        [0] .
       *[other] ; { $overdue } câu đã quá hẹn.
    }
}
more-than = hơn { $most }
queue-more = Còn câu nữa, anh chị xem tiếp không?
queue-end = Phía sau không còn câu nào nữa. Anh chị bấm Hàng đợi để xem lại từ đầu.
more-button = Xem tiếp
taken = Anh chị đã nhận câu { $number }. Anh chị bấm Trả lời, hoặc trả lời thẳng vào thẻ.
taken-already = Câu { $number } { $name } đã nhận trước rồi. Anh chị mở Hàng đợi để chọn câu khác.
put-back-from-above = Lãnh đạo ({ $name }) đã để câu { $number } anh chị đang giữ lại hàng đợi, ai nhận cũng được.
given-back = Đã để câu { $number } lại hàng đợi.
transfer-where = { $office ->
    [none] Chuyển câu { $number } cho cơ quan nào?
   *[other] Câu { $number } đang ở { $office }{ $topic ->
        [none] {""}
       *[other] , về { $topic }
    }{ $others ->
        [0] {""}
       *[other] , cùng { $others } câu hỏi giống vậy
    }. Chuyển cho cơ quan nào?
}
transfer-why = Vì sao chuyển câu { $number } cho { $office }? Anh chị nhắn lý do, người hỏi và nơi nhận cùng đọc{ $must ->
    [yes] {""}
   *[no] , hoặc bấm Không cần lý do
}.
no-reason-button = Không cần lý do
transfer-without-reason = Câu { $number } anh chị chuyển thay cho người đang lo, nên phải có lý do cho người hỏi đọc. Anh chị nhắn lý do giúp em.
handed-on-from-above = { $by ->
    [head] Lãnh đạo
   *[organiser] Ban tổ chức
} ({ $name }) đã chuyển câu { $number } qua { $office }, vì: { $reason }. Câu này không còn ở hàng đợi bên mình, anh chị không cần làm gì thêm.
question-above = Câu { $number } ở { $office }{ $topic ->
    [none] {""}
   *[other] , về { $topic }
}: { $status ->
    [waiting] chưa ai nhận
    [taken] có người đang lo
    [asked_back] đang chờ người hỏi nói thêm
    [drafted] đã soạn, chờ lãnh đạo duyệt
    [approved] đã duyệt, chờ giờ phát
    [answered] đã trả lời
    [closed] đã xong
    [declined] không trả lời
   *[withdrawn] người hỏi đã rút
}{ $due ->
    [none] {""}
   *[other] { $late ->
        [yes] , quá hẹn { $due }
       *[no] , hẹn { $due }
    }
}.
transferred = { $late ->
    [yes] Đã chuyển câu { $number } cho { $office }. Câu này chuyển nhiều lần, quá 10 ngày làm việc rồi nên không có hẹn mới, em xin lỗi người hỏi.
   *[no] Đã chuyển câu { $number } cho { $office } và báo người hỏi hẹn mới.
}
ask-back-what = Anh chị cần người hỏi cho biết thêm điều gì ở câu { $number }?
asked-back = Đã hỏi thêm ở câu { $number }. Lúc chờ người hỏi trả lời thì không tính vào ngày hẹn.
gone-on = Câu { $number } làm tiếp, không chờ nữa. Hẹn trả lời là { $due }.
more-time-ask = Câu { $number } cần thêm mấy ngày làm việc?
days-button = { $days } ngày
no-more-time = Câu { $number } chỉ được hẹn tối đa 10 ngày làm việc, luật không cho lùi thêm. Anh chị trả lời phần đã rõ, hoặc chuyển cơ quan.
more-time-why = Vì sao cần thêm { $days } ngày cho câu { $number }? Người hỏi sẽ đọc lý do này.
more-time-given = Câu { $number } có hẹn mới: trước { $due }. Em đã báo người hỏi.
decline-why = Vì sao không trả lời câu { $number }? Người hỏi sẽ đọc lý do này.
declined = Đã báo người hỏi là không trả lời câu { $number }, kèm lý do.

## Trả lời và duyệt
answer-ask =
    { $returned ->
        [none] {""}
       *[other] Lãnh đạo trả lại vì: { $returned }{"\u000A"}Bản trước: “{ $before }”{"\u000A"}
    }{ $group ->
        [yes] Anh chị trả lời (reply) thẳng vào tin này, đó là câu trả lời cho { $number }.
       *[no] Anh chị nhắn câu trả lời cho { $number } giúp em.
    }
answer-preview =
    Người hỏi sẽ đọc:

    { $office } trả lời câu { $number }: { $answer }

    { $remarks ->
        [none] {""}
       *[other] { $remarks }{"\u000A\u000A"}
    }{ $next ->
        [leaks] Cả phường sẽ nghe câu này: anh chị viết lại bỏ mấy chỗ đó, hay gửi riêng cho người hỏi thôi?
        [long] Câu này dài hơn 90 chữ, đọc loa hơi lâu. Gửi duyệt luôn hay anh chị viết gọn lại?
       *[none] Gửi duyệt được chưa anh chị?
    }
submit-button = Gửi duyệt
submit-private-button = Gửi duyệt riêng người hỏi
write-again-button = Viết lại
submitted = Câu { $number } đã gửi lãnh đạo duyệt. Duyệt xong em báo anh chị.
submitted-without-head = Câu { $number } đã chờ duyệt, nhưng cơ quan mình chưa có lãnh đạo nào ở đây. Anh chị nhờ ban tổ chức mời lãnh đạo giúp em.
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
bulletin-script-aired =
    ✅ Đã phát lúc { $at }, { $name } báo.

    { $script }
bulletin-missed = Bản tin { $missed } bị lỡ giờ, em đã dời sang { $next }. Anh chị không cần làm gì thêm.
air-now-sure = Bản tin này hẹn { $at }. Phát ngay thì người đọc và người hỏi nhận liền, không rút lại được; phát luôn hả anh chị?
air-now-yes-button = Phát luôn
air-now-done = Đã giao lời đọc cho người đọc loa và gửi câu trả lời cho người hỏi.
aired = Đã ghi: phát lúc { $at }. Cảm ơn anh chị.

## Mời cán bộ, nhóm, chờ xếp
invite-whom = Anh chị mời ai?
invite-where = Anh chị mời { $role } ở đâu?
invite-scope = { $role } – { $name }
invitation =
    Mã mời { $role }{ $name ->
        [none] {""}
       *[other] {" "}– { $name }
    }: { $code }
    Người được mời mở { $link } hoặc nhắn mã này cho em, dùng một lần trong { $days } ngày.
group-hello = Em là Lắng Nghe. Cán bộ của cơ quan hoặc phường bấm nút này để câu hỏi hoặc bản tin về đúng nhóm này.
bind-button = Nối nhóm này
bind-queue-button = Câu hỏi của { $name }
bind-ward-button = Bản tin của { $name }
group-which = Nhóm này nhận gì, thưa anh chị? Nhóm có bà con thì chỉ nên nhận bản tin.
group-bound-queue = Từ giờ câu hỏi mới của { $name } về nhóm này. Câu riêng tư, khẩn hay tố cáo em chỉ gửi riêng cho người có trách nhiệm.
group-bound-ward = Từ giờ bản tin của { $name } về nhóm này.
group-without-queue = Nhóm này chưa nối với hàng đợi nào. Anh chị nhắn /nhom để nối, hoặc nhắn riêng cho em.
group-officials-only = Nút này dành cho cán bộ đã được mời. Anh chị nhắn riêng mã mời cho em trước giúp em.
only-in-a-group = Việc này làm trong nhóm của cơ quan, anh chị thêm em vào nhóm rồi nhắn /nhom ở đó.
sessions = { $sessions }
session-line =
    { $session }: { $at }{ $stands ->
        [off] {" "}(đã hủy{ $why ->
            [none] {""}
           *[other] : { $why }
        })
       [on] {" "}(đang diễn ra)
        [over] {" "}(đã kết thúc)
       *[ahead] {""}
    }
    { $groups }
session-group = · { $name }: { $taken }/{ $seats } chỗ
pen-empty = Chờ xếp đang trống.
pen-item =
    { $at } · { $kind ->
        [unreadable] tin không đọc được
        [broken] tin làm em trục trặc
        [job] việc em làm mãi không xong
       *[unmatched] trả lời không rõ cho câu nào
    }{ $name ->
        [none] {""}
       *[other] {" "}· { $name }
    }{ $words ->
        [none] {""}
       *[other] {"\u000A"}“{ $words }”
    }
pen-news = Có một tin của cán bộ em không rõ trả lời câu nào. Anh chị mở Chờ xếp xem giúp em.
pen-waiting = Trong Chờ xếp có tin em không đọc được, hoặc tin làm em trục trặc. Anh chị mở Chờ xếp xem giúp em.
settle-button = Đã xem xong
pen-more = Còn tin nữa, anh chị xem tiếp không?
pen-settled = Đã xếp xong, em bỏ khỏi danh sách.
kept-unmatched = Em không rõ tin này trả lời câu nào, nên đã giữ cho ban tổ chức xem. Anh chị mở Hàng đợi rồi trả lời vào đúng thẻ giúp em.

## Thông báo
announce-approve-button = Duyệt, gửi đi
announce-return-button = Trả lại
announce-rewrite-button = Sửa lời
announce-whom-button = Đổi nơi nhận
announce-drop-button = Bỏ thông báo này
announce-ask = Anh chị nhắn nội dung thông báo giúp em, viết sao đọc lên là bà con hiểu liền. Chưa gửi cho ai hết, anh chị xem lại rồi mới gửi duyệt.
announce-whom = Thông báo này gửi cho ai?
announce-a-ward-button = Một phường, xã
announce-a-session-button = { $session }
announce-which-ward = Thông báo này gửi cho phường, xã nào?
announce-whom-unclear = Em chưa biết nơi này. Anh chị bấm nút, hoặc nhắn tên phường, tên buổi giúp em.
announce-to-everyone = Tất cả bà con{ $name ->
   *[other] {""}
}
announce-to-session = Các phường của { $name }
announce-to-ward = { $name }
announce-to-seated = Người được mời dự { $name }
announce-preview =
    Bà con sẽ đọc:

    { $text }

    Gửi cho: { $audience }, { $many } người đang dùng chat.{ $by ->
        [chat] {""}
       *[all] {" "}Ai không có chat thì nhờ loa và khóm, ấp.
    } Gửi duyệt chưa anh chị?
announce-rewrite =
    Lời đang có, anh chị chép ra sửa rồi nhắn lại giúp em:

    { $text }
announce-submitted = Em đã đưa { $many } người khác duyệt. Có người duyệt là em gửi liền và báo anh chị.
announce-dropped = Em đã bỏ thông báo này, chưa ai nhận hết.
announce-on-its-way = { $at ->
    [none] Em bắt đầu gửi đây. Gửi xong em báo người viết.
   *[other] Đang giờ nghỉ, { $at } em bắt đầu gửi. Gửi xong em báo người viết.
}
announce-why = Anh chị nhắn lý do trả lại, người viết sẽ đọc.
announce-sent-back = Em đã trả lại kèm lý do của anh chị.
announcement-to-approve =
    { $name } nhờ anh chị duyệt thông báo gửi { $audience }, { $many } người:

    { $text }

    Duyệt rồi là gửi đi, không lấy lại được.
announcement-approved = { $name } đã duyệt thông báo của anh chị, em đang gửi.
announcement-returned = { $name } trả lại thông báo của anh chị vì: { $why }. Anh chị sửa lời rồi gửi duyệt lại giúp em.
announcement-told = Thông báo của anh chị đã gửi xong cho { $many } người.

## Tệp
file-coming = Em đang nhận tệp { $name }…
file-received = Dạ em nhận tệp { $name } ({ $size }). Hiện em chưa làm được gì với tệp này, mai em xóa.
a-file = anh chị vừa gửi
file-too-large = Tệp này lớn hơn { $most } nên em chưa nhận được. Anh chị chia ra gửi làm nhiều tệp giúp em.
files-many = Hôm nay anh chị gửi { $most } tệp rồi nên em chưa nhận thêm. Mai anh chị gửi tiếp giúp em, chữ thì em vẫn nhận.
files-full = Chỗ giữ tệp đang đầy nên em chưa nhận thêm, tệp của anh chị còn nguyên chỗ cũ. Mai anh chị gửi hoặc bấm lại giúp em.
file-not-here = Em không lấy được tệp này. Anh chị gửi lại giúp em.
files-coming = Em đang lấy tệp kèm câu { $number }, có là em gửi liền.
attached-file = Tệp kèm câu { $number }.
attached-gone = Có tệp kèm câu { $number } không lấy được nữa, vì quá ngày giữ hoặc người gửi đã xóa. Còn cần thì anh chị bấm Hỏi thêm để xin lại giúp em.
no-files = Câu { $number } không còn tệp nào kèm theo. Anh chị mở Hàng đợi để xem thẻ mới nhất.

## Khi chưa được
not-your-queue = Câu này không thuộc hàng đợi của anh chị. Anh chị mở /hangdoi để xem câu của mình.
question-moved-on-official = Câu { $number } { $status ->
    [waiting] đang chờ người nhận
    [taken] đang có người lo
    [asked_back] đang chờ người hỏi nói thêm
    [drafted] đã có bản trả lời chờ duyệt
    [approved] đã được duyệt, chờ phát
    [answered] đã được trả lời
    [closed] đã khép lại
    [declined] đã được báo là không trả lời
   *[withdrawn] đã được người hỏi rút lại
}, nên em không làm việc này được nữa. { $queue ->
    [yes] Anh chị mở Hàng đợi (/hangdoi) để xem; câu của mình hỏi thì ở /cauhoi.
   *[no] Câu anh chị hỏi cho mình thì xem ở /cauhoi.
}
sessions-none = Chưa có buổi đối thoại nào được định ngày. Anh chị thêm buổi vào kế hoạch rồi mở lại.
no-queue = Anh chị chưa có hàng đợi nào. Anh chị xin mã mời từ ban tổ chức rồi nhắn mã cho em.
only-a-head-approves = Việc này cần lãnh đạo cơ quan. Anh chị nhờ lãnh đạo bấm trên thẻ giúp em.
agency-unknown = Em không thấy cơ quan này, anh chị bấm lại Chuyển cơ quan để chọn.
not-your-ward = Bản tin này không thuộc phường của anh chị. Anh chị mở /bantin để xem bản tin của mình.
no-ward-to-read = Anh chị chưa được giao đọc loa phường nào. Anh chị xin mã mời từ ban tổ chức rồi nhắn mã cho em.
bulletin-gone = Bản tin này không còn, anh chị mở /bantin để xem bản mới.
announcement-gone = Thông báo này không còn, anh chị bấm /thongbao để viết cái mới.
announcement-whom-gone = Nơi nhận này không còn trong kế hoạch. Anh chị bấm Đổi nơi nhận để chọn lại giúp em.
announcement-settled = Thông báo này đã có người xử lý rồi. Cần sửa thì anh chị bấm /thongbao viết cái mới.
announcement-own = Thông báo anh chị viết thì phải người khác duyệt. Em đã đưa cho họ rồi.
announcement-not-yours = Chỉ người viết mới sửa được thông báo này. Chưa ổn thì anh chị bấm Trả lại, kèm lý do.
announcement-nobody-approves = Chưa có người thứ hai để duyệt. Anh chị mời thêm một người ban tổ chức (/moi) rồi gửi duyệt lại, em vẫn giữ bản này.
announcement-empty = Em chưa thấy chữ nào, anh chị nhắn nội dung thông báo giúp em.
announcement-too-long = Thông báo dài { $now } chữ cái, nhiều hơn { $most }. Anh chị viết gọn lại để bà con đọc hết.
bulletin-told-already = Bản tin này đã giao rồi, anh chị mở /bantin để xem.
bulletin-not-told = Bản tin này chưa tới giờ giao. Anh chị chờ tới giờ, hoặc bấm Phát ngay trong /bantin.
bulletin-aired-already = Bản tin này đã được báo phát rồi, anh chị không cần bấm nữa.
code-not-good = Mã này không đúng, đã dùng hoặc quá hạn. Anh chị xin người mời một mã mới giúp em.
code-ended = Mã này hết dùng được vì người mời không còn phụ trách việc đó. Anh chị xin ban tổ chức một mã mới giúp em.
may-not-invite = Anh chị chưa được quyền mời vai trò này. Anh chị nhờ lãnh đạo hoặc ban tổ chức mời giúp em.
scope-unknown = Em không thấy “{ $scope }” trong kế hoạch, anh chị chọn lại bằng nút giúp em.
not-for-you = Việc này dành cho ban tổ chức. Anh chị mở /giup để xem việc của mình.
holding-gone = Tin này đã có người xếp rồi, anh chị mở lại Chờ xếp để xem tin khác.

## Trục trặc của một kênh, báo cho quản trị
alarm-telegram-refused = ⚠️ Telegram không nhận token của bot nữa, nên em không nghe và không gửi được gì trên Telegram. Anh chị lấy token ở @BotFather, đặt vào LANGNGHE_TELEGRAM__TOKEN rồi khởi động lại; tin chưa gửi em giữ đủ.
alarm-telegram-conflict = ⚠️ Có chương trình khác đang dùng chung token Telegram với em, nên có tin của bà con em không nghe được. Anh chị tắt chương trình đó (máy cũ, máy thử, webhook đặt ở nơi khác); không tìm ra thì xin @BotFather token mới, đặt vào LANGNGHE_TELEGRAM__TOKEN rồi khởi động lại.
alarm-telegram-unreachable = ⚠️ Em không liên lạc được với Telegram. Anh chị xem mạng, DNS và tường lửa của máy chủ; tin của bà con Telegram giữ giùm, có mạng lại là em trả lời.
alarm-telegram-undelivered = ⚠️ Telegram không giao được tin tới webhook của em, vì: { $why }. Anh chị xem tên miền, chứng chỉ và proxy trước máy chủ; chưa sửa được thì bỏ trống webhook_url rồi khởi động lại, em tự đi hỏi tin.
alarm-over = ✅ { $channel ->
       *[telegram] Telegram
    } đã chạy lại bình thường, trục trặc từ { $since }. Anh chị không cần làm gì thêm.
alarm-mended = ✅ { $channel ->
       *[telegram] Telegram
    } đã chạy lại bình thường, trục trặc từ { $since } đến { $until } mà lúc đó em không báo được cho anh chị. Để lần sau em báo kịp, mời anh chị mở thêm khung trò chuyện của em trên trang web bằng một mã mời quản trị.
alarm-unstored = ⚠️ Từ { $since } đến { $until } em không ghi được vào cơ sở dữ liệu nên không nhận được tin mới: tin nào đã nhận thì còn đủ, còn bà con nhắn lúc đó được mời gửi lại. Nay em ghi lại được rồi; anh chị xem giúp ổ đĩa của máy chủ còn đủ chỗ không.

## Tệp gửi vào
file-empty = Tệp này không có dòng nào. Anh chị gửi lại tệp Excel (.xlsx) hoặc CSV có danh sách giúp em.
file-is-old-excel = Tệp này là Excel đời cũ (.xls), bảng tính loại khác hoặc có mật khẩu nên em không đọc được. Anh chị mở bằng Excel, lưu thành .xlsx không mật khẩu rồi gửi lại.
file-is-pdf = Em không đọc được danh sách trong tệp PDF. Anh chị gửi tệp Excel (.xlsx) hoặc CSV đã dùng để in ra tệp này.
file-is-picture = Em không đọc được danh sách trong hình. Anh chị gửi tệp Excel (.xlsx) hoặc CSV.
file-is-word = Đây là tệp Word nên em không đọc được danh sách. Anh chị chép bảng sang Excel, lưu thành .xlsx rồi gửi lại.
file-is-archive = Đây là tệp nén nên em không đọc được danh sách. Anh chị giải nén rồi gửi tệp Excel (.xlsx) hoặc CSV trong đó.
file-is-page = Tệp này là trang web mang đuôi Excel. Anh chị mở bằng Excel, lưu thành .xlsx rồi gửi lại.
file-unreadable = Tệp này bị hỏng nên em không mở được. Anh chị mở thử bằng Excel, lưu thành .xlsx rồi gửi lại.
file-too-big = Tệp này lớn quá nên em không mở. Anh chị bỏ hình và trang tính thừa, hoặc chia theo phường, rồi gửi lại.
file-too-long = Tệp này có hơn { $most } dòng nên em không nhận. Anh chị chia theo phường rồi gửi từng tệp.
file-garbled = Chữ trong tệp này đã lỗi dấu từ lúc lưu. Anh chị mở bản gốc, lưu thành .xlsx hoặc CSV UTF-8 rồi gửi lại.
file-in-old-font = Tệp này gõ bằng font cũ { $font } nên em không đọc được. Anh chị dùng công cụ chuyển mã của UniKey (Ctrl+Shift+F6) đổi sang Unicode rồi gửi lại.

## Danh sách hộ
roster-no-heading = Em không thấy dòng ghi tên các cột. Anh chị đặt một dòng có Họ và tên, Phường/xã, Khóm/ấp, Đối tượng ở trên danh sách rồi gửi lại.
roster-no-rows = Dưới dòng tên các cột em không thấy hộ nào. Anh chị ghi mỗi hộ một dòng ở dưới rồi gửi lại.
roster-no-session = Kế hoạch không có buổi { $number }. Anh chị chọn một trong các buổi { $numbers }.
roster-summary = { $rows } dòng: thêm { $added } hộ, cập nhật { $changed }, đã có sẵn { $known }, cần anh chị xem { $left }.
roster-in-button = Ghi vào danh sách
roster-newer-button = Danh sách mới, ghi đè
roster-sheet = Danh sách đã xem.xlsx
roster-coming = Em đang đọc danh sách { $name }…
roster-going-in = Em đang ghi, xong em báo liền.
roster-shown =
    { $name }: { $summary }

    { $sheet ->
        [yes] Tệp kèm theo ghi em sửa gì và dòng nào cần anh chị xem, lý do ghi bên cạnh. Em chưa ghi gì hết, anh chị xem rồi chọn giúp em.
       *[no] Em chưa ghi gì hết, anh chị chọn giúp em.
    }
roster-done =
    Em ghi xong. { $summary }

    { $outcome }
roster-too-long = Danh sách có { $rows } dòng, nhiều hơn { $most } nên em không nhận qua chat. Anh chị chia nhỏ theo phường, hoặc nhờ người quản trị nhập giúp.
roster-trial = Đây là xem thử, em chưa ghi gì.
roster-whole = Mọi dòng trong tệp đều đã có trong danh sách.
roster-left = Còn { $left } dòng em chưa ghi, vì cần anh chị xem. Anh chị sửa các dòng đó rồi nhập lại cả tệp, dòng đã ghi sẽ không bị ghi hai lần.
roster-sheets = Em đọc các trang: { $sheets }.
roster-unread = Em không đọc các cột: { $columns }.
roster-numbers = Trong tệp có số giấy tờ hoặc số thẻ, em đã bỏ ra và không giữ.
roster-more = … và { $more } dòng nữa như vậy.
roster-progress = Đang ghi
roster-sheet-written = Đã ghi bảng có lời giải thích vào { $where }.
roster-heading-line = Dòng
roster-line-in = { $line } trang “{ $sheet }”
roster-heading-name = Họ và tên
roster-heading-result = Kết quả
roster-heading-fix = Sửa thành
roster-heading-why = Vì sao
roster-heading-session = Buổi
roster-heading-ward = Phường/xã
roster-heading-group = Nhóm chỗ
roster-heading-new = Thêm
roster-heading-changed = Cập nhật
roster-heading-known = Đã có
roster-heading-left = Cần xem
roster-decision-accept = nhận
roster-decision-accept-with-fix = nhận, có sửa
roster-decision-accept-flag-no-phone = nhận, chưa có điện thoại
roster-decision-reject-duplicate = đã có
roster-decision-flag-for-review = cần xem

### Vì sao, trong danh sách hộ
roster-why-name-spelt = họ tên viết lại đúng chữ hoa và khoảng trắng
roster-why-name-title = bỏ phần không thuộc họ tên
roster-why-number-left-out = ô { $column } có số giấy tờ, đã bỏ ra và không giữ
roster-why-unicode = chữ tổ hợp đổi thành chữ dựng sẵn, đọc vẫn như cũ
roster-why-respelt = “{ $cell }” là { $meant }
roster-why-year-read = “{ $cell }” là năm sinh { $meant }
roster-why-year-serial = “{ $cell }” là số ngày của Excel, tức năm { $meant }
roster-why-phone-written = viết lại số điện thoại cho liền
roster-why-phone-abroad = số điện thoại ghi theo +84
roster-why-phone-zero = Excel làm mất số 0 đầu của điện thoại
roster-why-phone-scientific = “{ $cell }” là số điện thoại Excel ghi dạng khoa học, còn đủ chữ số
roster-why-phone-several = ô có nhiều số điện thoại, lấy số đầu
roster-why-phone-old = số điện thoại 11 số đổi sang đầu số mới
roster-why-ditto = “{ $cell }” là như dòng trên: { $meant }
roster-why-phone-none = ô điện thoại ghi “{ $cell }”: chưa có số, phải mời bằng giấy
roster-why-phone-empty = chưa có số điện thoại, phải mời bằng giấy
roster-why-year-empty = chưa có năm sinh
roster-why-hamlet-empty = chưa có khóm/ấp
roster-why-added = hộ đã có, bổ sung { $column }: { $meant }
roster-why-changed = hộ đã có, cập nhật { $column }: { $cell } → { $meant }
roster-why-seated = hộ đã có, thêm vào danh sách buổi { $meant }
roster-why-known = đã có trong danh sách, không có gì mới
roster-why-twice = trùng với dòng { $line }
roster-why-member = “{ $cell }” cùng hộ với dòng { $line }, hộ này đã có chủ hộ đứng tên
roster-why-formula = ô { $column } là công thức (bắt đầu bằng = + - @): xóa đi và gõ lại chữ thường
roster-why-error-cell = ô { $column } đang báo lỗi của Excel: gõ lại giá trị
roster-why-id-number = ô { $column } ghi số giấy tờ: xóa đi, em không giữ số này
roster-why-name-empty = thiếu họ tên
roster-why-name-unclear = họ tên không rõ: ghi đúng một người, đủ họ và tên, không kèm chữ hay số khác
roster-why-ward-empty = thiếu phường/xã
roster-why-ward-unknown = “{ $cell }” không phải phường/xã trong kế hoạch
roster-why-ward-ended = “{ $cell }” không còn{ $meant ->
        [none] {""}
       *[other] , nay là { $meant }
    }
roster-why-hamlet-unknown = { $meant } không có “{ $cell }”
roster-why-hamlet-merged = “{ $cell }” không còn, nay là { $meant }: hỏi lại rồi ghi tên mới
roster-why-category-empty = thiếu đối tượng
roster-why-category-unknown = không rõ “{ $cell }” là đối tượng nào
roster-why-no-group = buổi { $meant } không có chỗ cho “{ $cell }”
roster-why-ethnicity-unknown = không rõ “{ $cell }” là dân tộc nào
roster-why-sex-unknown = không rõ là nam hay nữ
roster-why-year-unknown = năm sinh “{ $cell }” không đọc được
roster-why-year-two = cột năm sinh ghi “{ $cell }” mà cạnh họ tên ghi { $meant }: hỏi lại rồi để một năm
roster-why-year-ahead = năm sinh { $meant } bằng hoặc sau năm tổ chức
roster-why-year-child = sinh năm { $meant } thì chưa đủ 18 tuổi, không đứng tên hộ được
roster-why-year-old = sinh năm { $meant } thì đã hơn 110 tuổi
roster-why-phone-lost = “{ $cell }” là số điện thoại đã bị Excel làm mất chữ số, không sửa lại được
roster-why-phone-unclear = số điện thoại thiếu hoặc thừa chữ số
roster-why-session-unknown = kế hoạch không có buổi “{ $cell }”
roster-why-session-other = { $column } thuộc buổi { $cell }, không phải buổi { $meant }
roster-why-session-none = { $cell } không thuộc buổi nào
roster-why-member-alone = “{ $cell }” mà phía trên không có chủ hộ: ghi dòng chủ hộ lên trước
roster-why-twin-conflict = trùng họ tên với { $place ->
        [file] dòng { $line }
       *[list] một hộ đã có
    } nhưng khác { $column }: { $cell } → { $meant }
roster-why-twin-phone = trùng họ tên, năm sinh, khóm/ấp với { $place ->
        [file] dòng { $line }
       *[list] một hộ đã có
    } nhưng khác số điện thoại: { $cell } → { $meant }
roster-why-twin-unsure = trùng họ tên và khóm/ấp với { $place ->
        [file] dòng { $line }
       *[list] một hộ đã có
    } mà thiếu năm sinh để biết có phải một hộ
