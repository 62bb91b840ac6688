### Hỏi giúp và nghe giúp bà con. Người giúp có thể là con cháu, hội đoàn hay trưởng khóm, nên bot gọi "mình".

helping-button = Hỏi giúp bà con
home-called = { $woman ->
    [yes] bà { $name }
   *[no] nhà { $name }
}
own-matters = { $name ->
    [none] Của riêng tôi
   *[other] Riêng tôi, { $name }
}
own-home = Nhà của tôi

## Chọn nhà
help-whom = Dạ mình hỏi giúp nhà nào? Chưa thấy tên ở đây thì bấm Nhà khác.
new-home-button = Nhà khác
more-homes-button = Xem thêm nhà
home-screen =
    { $who }{ $place ->
        [none] {""}
       *[other] , { $place }
    }{ $stands ->
        [none] {""}
       *[other] {"\u000A"}{ $stands }
    }
    Mình làm gì giúp nhà này?
ask-for-button = Gửi câu hỏi giúp
open-news-button = Mở tin của nhà này
home-questions-button = Câu hỏi của nhà này
sign-up-for-button = Đăng ký đối thoại giúp
end-help-button = Nhà này thôi nhờ
erase-home-button = Nhà này muốn xóa hết

## Thêm một nhà
home-name-ask = { $knows ->
    [yes] Nhà đó đứng tên ai? Gõ vài chữ trong tên cũng được, không cần dấu.
   *[no] Nhà đó đứng tên ai, cho em xin đủ họ tên? Có giấy mời của nhà đó thì nhắn mã trên giấy cũng được.
}
home-which = Dạ em thấy mấy nhà này. Đúng nhà nào?
home-not-found = Dạ em không thấy “{ $typed }” trong danh sách khóm, ấp mình. Mình gõ lại vài chữ khác, hoặc nhà chưa có tên thì gõ đủ họ tên rồi bấm nút dưới.
home-new-button = Ghi nhà mới: { $name }
home-none-button = Không có nhà đó
home-place-ask = Nhà đó ở khóm, ấp nào của { $ward }?
other-ward-button = Phường, xã khác
home-ward-ask = Nhà đó ở phường, xã nào?
relation-ask = Mình là gì của nhà đó?
relation-family-button = Người nhà, hàng xóm
relation-association-button = Hội phụ nữ, hội đoàn
home-consent-ask =
    Em giữ tên, nơi ở và câu hỏi của { $who } để cơ quan trả lời; câu hỏi có đọc loa, không nêu tên; muốn xem, thôi nhờ hay xóa lúc nào cũng được.
    Ai trong nhà đã chịu cho mình hỏi giúp và nghe giúp câu trả lời?
agreed-spoken-button = Người đứng tên nói rồi
agreed-paper-button = Người đứng tên ký rồi
agreed-other-button = Người khác trong nhà
namesake-joined-helped = Dạ { $who } có sẵn trong danh sách của { $place } rồi, em nối lại. Có tin của nhà đó em báo vào đây.
agreed-who-ask = Người chịu cho mình hỏi giúp tên họ là gì?
home-agreed = Dạ em ghi: { $agreed ->
    [none] { $who }
   *[other] { $agreed }
} chịu cho hỏi giúp lúc { $at }, { $how ->
    [paper] có ký giấy
   *[spoken] nói trực tiếp
}.

## Hỏi
help-question-ask = Dạ { $who } muốn hỏi điều gì? Mình nhắn y lời nhà đó cho em, không dấu cũng được.
question-confirm-for =
    “{ $text }”

    Dạ câu này của { $who } em gửi cho { $office }{ $reason ->
        [none] {""}
       *[other] , vì có nhắc tới “{ $reason }”
    }. Được thì mình bấm Đúng rồi, gửi đi; không bấm thì nửa tiếng nữa em gửi giùm.
question-receipt-for = Dạ em đã ghi câu hỏi số { $number } cho { $who } và gửi cho { $office }. Sẽ có trả lời trước { $due }{ $skipped }, em báo để mình đọc lại cho nhà đó.
questions-of-whom = Dạ mình xem câu hỏi của ai?
my-questions-of =
    Dạ đây là câu hỏi của { $who }:

    { $items }

    Mình muốn xem câu nào?
no-questions-of = Dạ { $who } chưa nhờ mình gửi câu hỏi nào. Nhà đó có điều gì muốn hỏi không?

## Ghi tên dự đối thoại
home-category-ask = Dạ { $who } thuộc diện nào?
home-sign-up-confirm = Em ghi { $who }{ $place ->
    [none] {""}
   *[other] , { $place },
} dự { $session }, { $at } tại { $where }. Đúng chưa?
sign-up-for-yes-button = Đúng rồi, ghi tên
home-signed-up = { $told ->
    [listed] Dạ em đã ghi { $who } vào danh sách đăng ký { $session }, tới lượt em mời liền.
    [waiting] Dạ hết chỗ nên em ghi { $who } vào danh sách chờ của { $session }, có chỗ trống em báo liền.
   *[seated] Dạ còn chỗ nên em giữ luôn một chỗ ở { $session } cho { $who }.
}
home-signed-up-already = Dạ nhà đó có tên ở { $session } rồi. Mình bấm Hỏi giúp bà con rồi chọn nhà đó để xem.

## Thôi nhờ, và xóa
end-help-sure = Em ghi là { $who } thôi nhờ, từ đó em không nhận câu hỏi và không mở tin của nhà đó ở đây nữa; câu đã gửi vẫn được trả lời. Có đúng nhà đó thôi nhờ không?
end-help-yes-button = Đúng, thôi nhờ
help-ended = Dạ em ghi rồi, từ giờ ở đây không hỏi và không mở tin cho { $who } nữa. Câu đã gửi vẫn được trả lời, có người tới nhà báo lại.
home-ended = Dạ { $who } không nhờ mình hỏi giúp nữa, nên từ giờ em không báo tin nhà đó vào đây. Câu đã gửi vẫn được trả lời, có người tới nhà báo lại.
erase-home-sure = Em sẽ xóa câu hỏi và tin của { $who } đã gửi qua mình; câu còn chờ coi như rút lại, câu trả lời đã phát loa thì vẫn còn cho bà con xem. Có đúng nhà đó muốn xóa hết không?
erase-home-yes-button = Đúng, xóa hết
home-erased = Dạ em đã xóa hết của nhà đó. Khi nào nhà đó cần, mình bấm Hỏi giúp bà con để làm lại từ đầu.
helpers-button = Ai hỏi giúp nhà tôi
helpers = { $many ->
    [0] Dạ chưa có ai hỏi giúp nhà mình.
   *[other] Dạ đây là người đang hỏi giúp và nghe giúp cho nhà mình. Muốn thôi nhờ ai thì cô chú bấm người đó.
}
end-helper-button = Thôi nhờ { $name }
helper-unnamed = người chưa cho biết tên
home-closed = Dạ nhà này không nhờ mình nữa hoặc đã xóa dữ liệu, nên em không mở được. Mình bấm Hỏi giúp bà con để xem các nhà còn lại.
home-nowhere = Dạ phường, xã của nhà đó không còn trong danh sách, nên em chưa gửi được. Mình hỏi trưởng khóm, trưởng ấp giúp em.
home-step-over = Dạ bước này qua rồi. Mình bấm Hỏi giúp bà con để làm lại giúp em.

## Máy dùng chung
share-phone-button = Máy này dùng chung
own-phone-button = Máy này của riêng tôi
phone-shared = { $shared ->
    [yes] Dạ từ giờ có tin riêng em chỉ báo là có tin, chọn mở cho ai rồi em mới hiện. Muốn đổi lại thì nhắn /dulieu rồi bấm Máy này của riêng tôi.
   *[no] Dạ em ghi máy này của riêng cô chú. Máy nhận tin cho từ hai nhà trở lên thì em vẫn hỏi mở cho ai trước.
}
choose-whom-button = Xem của từng nhà
open-for-whom = Dạ mình mở cho ai?
knock = { $again ->
    [yes] Dạ em nhắc, còn tin chưa đọc cho một hộ nhận tin qua máy này.
   *[no] Dạ có tin cho một hộ nhận tin qua máy này.
} Mình mở cho ai?
nothing-to-read = { $who ->
    [none] Dạ bây giờ không có tin riêng nào.
   *[other] Dạ bây giờ không có tin mới cho { $who }.
}

## Tấm đọc cho bà con nghe
reading-card =
    Đọc cho { $who } nghe:

    { $items }
reading-home =
    Dạ tin của { $who }:

    { $items }
reading-own =
    Dạ tin của riêng cô chú:

    { $items }
reading-question = Câu số { $number }. { $what ->
    [answer] { $office } trả lời: { $words }
    [private] Có câu trả lời riêng, chỉ người trong nhà được nghe, nhờ nhà đó hỏi { $office }.
    [declined] { $office } không trả lời được, vì: { $words }
    [asked-back] { $office } hỏi thêm: { $words }
    [late] { $office } hẹn trả lời trước { $due } mà tới giờ chưa có, em xin lỗi bà con; em đang nhắc, có là báo liền.
    [ready] { $office } trả lời xong rồi, em nhắn lúc { $due }, cùng lúc bản tin của phường.
    [now] { $office } trả lời xong rồi, em đang nhắn.
   *[due] { $office } đang lo, hẹn trả lời trước { $due }.
}
reading-follow-up = Câu số { $number }. { $office } trả lời được một tháng rồi, việc đó đã được chưa?
reading-helped = Trả lời vậy có giúp được cô chú không?
numbered-button = { $number }: { $words }
reading-promise = Câu số { $number }. { $what ->
    [kept] { $office } có hứa: “{ $promise }” Việc đó làm xong rồi: { $note }
    [dated] { $office } có hứa: “{ $promise }” Nay hẹn chậm nhất { $day }.
    [late] { $office } có hứa: “{ $promise }” Đã qua ngày hẹn { $day } mà em chưa nghe tin, có tin em báo liền.
   *[moved] { $office } có hứa: “{ $promise }” Nay xin dời tới { $day }, vì { $note }
}
reading-seat = { $told ->
    [offered] Mời nhà mình dự { $session }, { $at } tại { $place }{ $until ->
        [none] .
       *[other] , trả lời giúp em trước { $until }.
    }
    [accepted] Nhà mình có chỗ ở { $session }, { $at } tại { $place }.
    [came] Nhà mình đã tới { $session }.
    [lapsed] Chưa nghe nhà mình trả lời nên chỗ ở { $session } đã mời hộ khác.
    [declined] Nhà mình đã báo không đi { $session }.
    [waiting] Nhà mình đang chờ chỗ ở { $session }.
   *[listed] Nhà mình đã ghi tên ở { $session }, đang chờ xếp chỗ.
}
read-out-button = Đã đọc cho { $who }
nobody-met-button = Chưa gặp được
read-out-noted = Dạ em ghi đã đọc cho { $who } lúc { $at }.{ $judge ->
    [yes] {" "}Câu trả lời có giúp được nhà đó không?
   *[no] {""}
}
nobody-met-noted = Dạ em ghi chưa gặp { $who }. Mai em nhắc lại.
reading-closed = Tin của nhà này không còn mở được ở đây.
