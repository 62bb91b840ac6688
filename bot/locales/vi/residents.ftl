### Lời nói với bà con. Bot xưng "em", gọi "cô chú". Mỗi lời tối đa hai câu và một câu hỏi.

plain = { $words }

## Ngày giờ
day = { $weekday ->
    [0] thứ Hai
    [1] thứ Ba
    [2] thứ Tư
    [3] thứ Năm
    [4] thứ Sáu
    [5] thứ Bảy
   *[6] Chủ nhật
} { $date }
moment = { $time } { $day }
weekend = cuối tuần
short-date = { $day }/{ $month }
skipping = , đã trừ { $days }
list-and = { $first } và { $last }

## Nút chính
agree-button = Đồng ý
disagree-button = Không đồng ý
ask-button = Gửi câu hỏi
my-questions-button = Câu hỏi của tôi
sign-up-button = Đăng ký dự đối thoại
schedule-button = Lịch đối thoại
answers-button = Các câu trả lời
back-button = Quay lại
stop-button = Thôi
choices-more-button = Xem thêm nữa
choices-more = Dạ phần tiếp theo đây. Bấm một nút, hoặc nhắn tên cũng được.
skip-button = Bỏ qua
older-questions-button = Xem câu cũ hơn
older-answers-button = Xem tin cũ hơn

## Làm quen
language-ask = Cô chú muốn nói chuyện bằng tiếng nào?
language-ask-no-khmer = Cô chú muốn nói chuyện bằng tiếng nào? Tiếng Khmer em chưa nói được; cô chú nhắn chữ Khmer em vẫn chuyển, mà em đáp bằng tiếng Việt.
language-vi = Tiếng Việt
language-en = English
language-km = ភាសាខ្មែរ
consent-ask =
    Dạ em là Lắng Nghe của { $host }. Em xin giữ tên, nơi ở, nhà thuộc diện nào, số điện thoại nếu cô chú cho, và câu hỏi, để cơ quan trả lời.
    Câu hỏi và câu trả lời có đọc loa, có đăng cho bà con xem, không nêu tên cô chú; chuyện riêng thì không. Xong việc { $days } ngày em xóa tên và số điện thoại; muốn xem hay xóa sớm thì cô chú nhắn /dulieu.
    Cô chú đồng ý không?
words-held = Dạ em giữ lời cô chú vừa nhắn. Cô chú bấm Đồng ý, cho em biết chỗ ở rồi em gửi; không bấm thì mai em xóa.
thanks-for-consent = Dạ em cảm ơn cô chú.
no-consent = Dạ em không giữ gì của cô chú hết. { $contact ->
    [none] Cô chú đổi ý thì bấm Đồng ý.
   *[other] Cô chú cần hỏi thì tới { $contact }, còn đổi ý thì bấm Đồng ý.
}
consent-stands = Dạ cô chú đã đồng ý hồi trước rồi. Cô chú muốn rút lại đồng ý không?
ward-ask = Cô chú ở phường, xã nào?
ward-not-found = Dạ em chưa nhận ra phường, xã này, cô chú bấm giúp em một nút bên dưới.
hamlet-ask = Cô chú ở khóm, ấp nào của { $ward }?
hamlet-not-found = Dạ em chưa nhận ra khóm, ấp này, cô chú bấm giúp em một nút, không rõ thì bấm Bỏ qua.
menu = Dạ em là Lắng Nghe của { $host }. Cô chú cần hỏi gì thì cứ nhắn thẳng vào đây, hoặc bấm một nút bên dưới.
help = Cô chú cứ nhắn câu hỏi vào đây như nhắn cho con cháu, em chuyển đúng cơ quan rồi báo lại câu trả lời.{ $contact ->
    [none] {""}
   *[other] {" "}Cô chú cần gặp người thì gọi { $contact }.
}
help-commands =
    Cô chú cũng có thể nhắn:
    /hoi gửi câu hỏi
    /hoigiup hỏi giúp bà con
    /cauhoi câu hỏi của tôi
    /lich lịch đối thoại
    /phien câu hỏi trong buổi đối thoại đang họp
    /traloi các câu trả lời; thêm chữ để tìm: /traloi vay vốn
    /dulieu xem, sửa, xóa những gì em giữ
    /ngung ngưng nhận tin
    /ngonngu đổi tiếng
hello-again = Dạ em chào cô chú. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em.
say-more = Dạ em chưa rõ ý cô chú, cô chú nhắn thêm vài chữ giúp em, ví dụ: điện nhà tôi yếu quá, hỏi ai?{ $contact ->
    [none] {""}
   *[other] {" "}Muốn gặp người thì cô chú gọi { $contact }.
}
a-person = Dạ em là máy nhắn chữ, không gọi điện được{ $contact ->
    [none] {""}
   *[other] ; muốn gặp người thì cô chú gọi { $contact }
}. Chuyện cần hỏi thì cô chú cứ nhắn, em chuyển cho cán bộ.
you-are-welcome = Dạ không có chi, em cảm ơn cô chú. Có gì cần cô chú cứ nhắn tiếp nghen.
please-be-kind = Dạ lời này em xin phép không chuyển. Cô chú nói rõ chuyện cần giúp, em gửi liền cho cơ quan.
words-please = Dạ tin thoại, tin hình em chưa hiểu được. { $contact ->
    [none] Cô chú nhắn vài chữ, hay nhờ con cháu nhắn giùm.
   *[other] Cô chú nhắn vài chữ, nhờ con cháu nhắn giùm, hay gọi { $contact }.
}
files-added = Dạ em kèm vào câu này rồi, giờ có { $files } tệp. Cô chú xong thì bấm nút gửi ở trên giúp em.
files-enough = Dạ một câu kèm được { $most } tệp thôi, cô chú gửi câu này trước giúp em.
in-private-please = Dạ chuyện này là chuyện riêng. Cô chú, anh chị nhắn riêng cho em nghen.

## Gửi câu hỏi
question-ask = Cô chú nhắn câu hỏi cho em, không dấu cũng được.
question-kept = Dạ em giữ câu hỏi này rồi. Cô chú cho em biết nơi ở để em chuyển đúng chỗ.
numbers-left-out = Dạ em đã bỏ số giấy tờ, số tài khoản trong câu hỏi ra, không lưu.
question-confirm =
    “{ $text }”

    { $accuses ->
        [yes] Dạ chuyện này em chỉ đưa lãnh đạo { $office } đọc; nói về chính lãnh đạo ở đó thì cô chú bấm Cơ quan khác.
       *[no] Dạ câu này em gửi cho { $office }{ $reason ->
            [none] {""}
           *[other] , vì cô chú nhắc tới “{ $reason }”
        }.
    } Được thì cô chú bấm Đúng rồi, gửi đi; không bấm thì nửa tiếng nữa em gửi giùm.
send-button = Đúng rồi, gửi đi
send-to-button = Gửi { $office }
split-question-button = Tách thành { $many } câu
other-agency-button = Cơ quan khác
drop-button = Bỏ câu này
agency-ask = Cô chú muốn gửi câu này cho cơ quan nào?
question-receipt = Dạ em đã gửi câu hỏi của cô chú cho { $office }, số { $number }. Trả lời trước { $due }{ $skipped }, có là em nhắn vào đây.
question-receipt-urgent =
    { $told ->
        [queue] Dạ em đã báo ngay cho lãnh đạo { $office }. Chỉ lãnh đạo đọc và trả lời riêng cho cô chú, chậm nhất { $due }; số { $number }.
        [runners] Dạ chưa có lãnh đạo { $office } ở đây nên em đã nhờ ban tổ chức gọi ngay. Chỉ lãnh đạo đọc và trả lời riêng cho cô chú, chậm nhất { $due }; số { $number }.
       *[nobody] Dạ giờ này em chưa báo được cho ai, cô chú đừng chờ em, kêu người ở gần giúp liền. Chuyện cô chú kể em giữ kín, ghi số { $number }.
    }

    Đang nguy hiểm thì gọi liền, đừng chờ:
    { $numbers }
urgent-add-button = Kể thêm chuyện này
kept-private = Dạ chuyện này là chuyện riêng, em chỉ đưa cho người phụ trách ở { $office } đọc. Em không phát loa, không đăng, trả lời xong chỉ báo riêng cho cô chú.
kept-sealed = Dạ chuyện này chỉ lãnh đạo { $office } được đọc, em không phát loa, không đăng, trả lời xong chỉ báo riêng cho cô chú{ $told ->
    [queue] .
    [runners] ; giờ em chưa nhắn được cho ai ở đó nên đã nhờ ban tổ chức mời vào.
   *[nobody] ; mà giờ em chưa nhắn được cho ai ở đó.
}{ $numbers ->
    [none] {""}
   *[other] {"\u000A\u000A"}Cô chú muốn nói với nơi khác thì gọi hoặc tới:{"\u000A"}{ $numbers }
}
crisis-numbers =
    Nếu đang nguy hiểm, cô chú gọi liền một số dưới đây:
    { $numbers }
drafts-more = Dạ còn câu nữa cô chú chưa gửi, cô chú xem tiếp không?
more-drafts-button = Xem câu chưa gửi
draft-dropped = Dạ em bỏ câu đó rồi. Khi nào cần cô chú cứ nhắn lại.
draft-not-yet = Dạ em chưa gửi câu này, không bấm gì thì nửa tiếng nữa em gửi giùm. Cô chú muốn gửi cơ quan khác hay bỏ luôn?
which-is-it =
    “{ $text }”

    Đây là câu hỏi mới hay là câu trả lời cho điều em vừa hỏi, thưa cô chú?
new-or-asked =
    “{ $text }”

    Đây là lời cô chú trả lời điều cơ quan hỏi thêm, hay là câu hỏi mới?
new-or-answered = Đây là cô chú nói về câu trả lời { $number }, hay là câu hỏi mới?
it-is-for-button = Trả lời câu { $number }
kept-apart = Dạ lời này em để thành câu riêng, chỉ người có trách nhiệm đọc. Cô chú muốn quay lại chuyện hồi nãy thì bấm nút dưới đây.
it-is-a-question-button = Câu hỏi mới
it-is-the-answer-button = Trả lời cho em
go-on-with = Dạ hồi nãy mình đang làm dở. Cô chú muốn làm tiếp không?
go-on-with-button = Làm tiếp
resume-button = { $step ->
    [add] Nói thêm cho { $number }
    [asked] Trả lời về { $number }
    [reopen] Hỏi lại { $number }
    [differs] Nói tiếp về { $number }
    [seat-guest] Ghi tên người đi thay
    [ward] Chọn tiếp phường, xã
    [hamlet] Chọn tiếp khóm, ấp
    [signup-category] Chọn tiếp diện hộ
    [signup-name] Điền tiếp họ tên
    [signup-phone] Điền tiếp số điện thoại
    [signup-confirm] Đăng ký tiếp
    [mydata-name] Sửa tiếp tên
    [helping-name] Ghi tiếp tên nhà đó
    [helping-place] Ghi tiếp chỗ ở nhà đó
   *[helping-who] Ghi tiếp ai cho hỏi giúp
}
meant-for-it = Còn nếu lời hồi nãy, “{ $text }”, là cho chỗ này thì cô chú bấm nút dưới đây.
meant-for-it-button = Dùng lời hồi nãy

## Câu hỏi của tôi
no-questions = Dạ cô chú chưa gửi câu hỏi nào. Cô chú muốn hỏi thì bấm nút, hoặc nhắn thẳng vào đây.
no-questions-but-draft = Dạ cô chú còn câu chưa gửi. Cô chú bấm nút dưới để xem rồi gửi, không bấm thì em gửi giùm.
no-questions-but-draft-no-place = Dạ cô chú còn câu chưa gửi. Cô chú cho em biết nơi ở thì em mới gửi đúng chỗ được.
my-questions =
    Dạ đây là câu hỏi của cô chú:

    { $items }

    Cô chú muốn xem câu nào?
my-question-line = { $number } · { $state } · “{ $text }”
see-question-button = Xem câu { $number }
my-question =
    { $number } · { $state }{ $who ->
        [none] {""}
       *[other] {" "}· { $who }
    }
    “{ $text }”
    { $office }: { $news }{ $step ->
        [none] {""}
       *[other] {"\u000A"}{ $step }
    }
mine-waiting = đang chờ
mine-taken = có người đang lo
mine-asked-back = cần cô chú nói thêm
mine-drafted = sắp trả lời
mine-approved = sắp trả lời
mine-answered = đã trả lời
mine-closed = đã xong
mine-declined = không trả lời
mine-withdrawn = đã rút
news-answer = { $answer }
news-declined = chưa trả lời được, vì: { $reason }
news-asked-back = xin cô chú cho biết thêm: { $words }
news-withdrawn = không lo câu này nữa, vì cô chú đã rút. Muốn hỏi lại thì cô chú nhắn câu mới.
add-button = Nói thêm
withdraw-button = Rút lại
reopen-button = Chưa xong, hỏi lại
add-ask = Cô chú nhắn điều muốn nói thêm cho câu { $number }.
added = Dạ em đã ghi thêm vào câu { $number } và báo { $office }. { $stands ->
    [late] Câu này quá hẹn { $at } rồi, em xin lỗi cô chú; có câu trả lời là em nhắn liền.
    [ready] Câu trả lời trước đó xong rồi, em gửi cô chú lúc { $at }.
    [now] Câu trả lời trước đó xong rồi, em đang gửi tới cô chú.
   *[due] Cô chú vẫn được trả lời trước { $at }.
}
withdraw-sure = Cô chú muốn rút câu { $number }, không hỏi nữa phải không?
withdraw-yes-button = Rút câu này
keep-button = Giữ lại
withdrawn = Dạ em đã rút câu { $number }. Khi nào cần cô chú cứ hỏi lại.
helped-button = Có, cảm ơn
not-helped-button = Chưa, hỏi lại
glad-it-helped = Dạ em mừng quá. Em xin khép câu { $number } lại.
read-and-helped = Dạ. Câu trả lời { $number } có giúp được cô chú không?
read-in-doubt = Dạ câu { $number } em chưa rõ ý cô chú. Câu trả lời chưa đúng ý, hay cô chú chỉ nhắn vậy thôi?
not-right-button = Câu trả lời chưa đúng ý
only-said-button = Chỉ nhắn vậy thôi
only-said = Dạ em hiểu rồi. Có gì cần cô chú cứ nhắn tiếp nghen.
reopen-ask = Dạ, câu { $number } còn chỗ nào chưa rõ hay chưa được, cô chú nhắn cho em để em chuyển lại.
question-reopened = Dạ em đã gửi lại câu { $number } cho { $office } kèm lời cô chú. Cô chú sẽ được trả lời trước { $due }{ $skipped }.

## Tin báo cho người hỏi
told-answer =
    Dạ, { $office } trả lời câu { $number } của cô chú:

    { $answer }

    Câu trả lời này có giúp được cô chú không?
told-answer-followed =
    Dạ, { $office } đã trả lời câu { $number } mà cô chú theo dõi:

    { $answer }
told-transferred = Dạ, câu { $number } { $reason ->
    [none] không thuộc { $before } nên đã chuyển qua { $office }
   *[other] đã chuyển từ { $before } qua { $office }, vì: { $reason }
}. Cô chú sẽ được trả lời trước { $due }{ $skipped }.
told-succeeded = Dạ, { $office } nay lo thay { $before } nên câu { $number } đã chuyển qua đó.{ $due ->
    [none] {" "}Có tin gì là em báo liền.
   *[other] {" "}Cô chú vẫn được trả lời trước { $due } như đã hẹn.
}
told-asked-back =
    Dạ, { $office } cần hỏi thêm về câu { $number }: “{ $words }”
    Cô chú trả lời thẳng vào tin này, hoặc bấm Nói thêm giúp em nghen?
told-extended = Dạ, { $office } xin thêm thời gian cho câu { $number }, vì: { $reason }. Hẹn mới với cô chú là trước { $due }.
told-commitment-kept = Dạ, ở câu { $number } { $office } có hứa: “{ $words }” Việc đó làm xong rồi: { $done }
told-commitment-late = Dạ, ở câu { $number } { $office } có hứa: “{ $words }” Nay đã qua ngày hẹn { $due } mà em chưa nghe tin gì. Em xin lỗi cô chú; có tin là em báo liền.
told-commitment-moved = Dạ, ở câu { $number } { $office } có hứa: “{ $words }” { $reason ->
    [none] Nay hẹn chậm nhất { $due }.
   *[other] Nay xin dời tới { $due }, vì { $reason }
}
asked-whether-settled = Dạ, câu { $number }{ $topic ->
    [none] {""}
   *[other] {" "}về { $topic }
} trả lời được một tháng rồi. Việc của cô chú đã được chưa?
settled-button = Được rồi
unsettled-button = Chưa được
settled-noted = Dạ em mừng cho cô chú. Em ghi lại là câu { $number } đã được việc.
told-declined = Dạ, { $office } không trả lời được câu { $number }, vì: { $reason }. Cô chú còn điều muốn hỏi thì cứ nhắn cho em, hoặc nhắn /giup để xem số gọi.
told-sealed = Dạ câu { $number } giờ chỉ lãnh đạo { $office } đọc và trả lời riêng cho cô chú.{ $numbers ->
    [none] {""}
   *[other] {" "}Cần thì cô chú gọi:{"\u000A"}{ $numbers }
}
told-unsealed = Dạ câu { $number } lãnh đạo { $office } đọc rồi, giờ cán bộ ở đó cùng lo cho cô chú. Em vẫn không phát loa, không đăng, trả lời xong chỉ báo riêng cho cô chú.
bulletin-copy = { $script }
announcement =
    📢 { $host } thông báo:

    { $text }

    Cô chú không muốn nhận tin như vầy nữa thì nhắn /ngung.

## Các câu trả lời
no-answers-yet = Dạ chưa có câu trả lời nào được phát. Cô chú có điều gì muốn hỏi không?
published =
    Dạ đây là các câu trả lời mới{ $place ->
        [none] {""}
       *[other] {" "}của { $place }
    }:

    { $items }
published-item =
    { $number }{ $question ->
        [none] {""}
       *[other] {" "}· Bà con hỏi: { $question }
    }
    { $office } trả lời: { $answer }
follow-button = Nhận trả lời của phường
unfollow-button = Thôi nhận trả lời
following = Dạ từ nay { $ward } có câu trả lời mới là em nhắn cho cô chú.
not-following = Dạ em không nhắn câu trả lời của phường nữa, chỉ nhắn câu cô chú hỏi.

## Lịch và đăng ký
schedule = { $sessions }
schedule-none = Dạ chưa có buổi đối thoại nào được định ngày. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em.
schedule-line =
    { $session }{ $phase ->
        [before] {""}
        [during] {" "}(đang diễn ra)
        [cancelled] {" "}(đã hủy{ $why ->
            [none] {""}
           *[other] : { $why }
        })
       *[after] {" "}(đã xong)
    }: { $at }, tại { $place }.
    Dành cho: { $wards }.
signed-listed = Cô chú đã đăng ký { $session }, đang chờ xếp chỗ.
signed-waiting = Cô chú đang chờ chỗ ở { $session }.
signed-offered = Em đã mời nhà cô chú dự { $session }, cô chú trả lời giúp em.
signed-accepted = Cô chú đã có chỗ ở { $session }.
signed-came = Cô chú đã dự { $session }.
leave-button = Không đi { $session }
category-ask =
    { $session } lúc { $at } tại { $place }.
    Nhà mình thuộc diện nào, thưa cô chú?
choose-a-button = Dạ cô chú bấm giúp em một nút bên dưới.
name-ask = Cô chú tên họ là gì?
phone-ask = Cô chú cho em xin số điện thoại để báo khi có thay đổi, được không?
no-phone-button = Không có số
sign-up-confirm =
    Em ghi vậy nghen: { $name }, { $place }, { $category }, { $phone ->
        [none] không có điện thoại
       *[other] điện thoại { $phone }
    }, dự { $session }.
    Đúng chưa cô chú?
sign-up-yes-button = Đúng rồi, đăng ký
signed-up = Dạ em đã ghi tên nhà cô chú xin dự { $session } ({ $at }, { $place }). Chưa chắc có chỗ: phường xem rồi mới xếp, có chỗ là em nhắn mời liền, cô chú chưa phải làm gì.
signed-up-with-a-seat = Dạ còn chỗ nên em giữ luôn cho nhà cô chú ở { $session } lúc { $at } tại { $place }. Gần tới ngày em nhắc lại.
on-the-waiting-list = Dạ nhóm này hết chỗ, em đã ghi cô chú vào danh sách chờ của { $session } ({ $at }, { $place }). Có chỗ trống em báo liền.
seat-given-up = Dạ em đã { $had ->
    [waiting] rút tên nhà mình khỏi danh sách chờ của { $session }
    [listed] rút tên nhà mình khỏi danh sách đăng ký { $session }
   *[seat] nhường chỗ của cô chú ở { $session } cho bà con khác
}. Cô chú muốn đi lại thì bấm Đăng ký dự đối thoại.

## Dữ liệu của tôi
my-data =
    Em đang giữ của cô chú:
    Tên: { $name }
    Nơi ở: { $place }
    Điện thoại: { $phone }
    Diện: { $category }
    Đối thoại: { $sessions }
    Nhận câu trả lời của phường: { $follows ->
        [yes] có
       *[no] không
    }
    Đồng ý lúc: { $consented }
nothing-kept = không có
kept-by-home = bấm Xem của từng nhà để xem
kept-not-shown = có giữ, máy dùng chung nên em không hiện
change-name-button = Sửa tên
change-place-button = Sửa nơi ở
withdraw-consent-button = Rút lại đồng ý
erase-button = Xóa hết
erase-sure = Em sẽ xóa tên, nơi ở, điện thoại, mọi câu hỏi và tin nhắn của cô chú; câu còn chờ coi như rút lại, câu trả lời đã phát loa thì vẫn còn cho bà con xem. Cô chú chắc muốn xóa hết không?
erase-yes-button = Xóa hết giùm tôi
keep-data-button = Không, giữ lại
erased = Dạ em đã xóa hết rồi. Khi nào cần, cô chú nhắn lại là em làm quen từ đầu.
consent-withdrawn = Dạ từ giờ em không ghi thêm gì của cô chú; câu đã gửi vẫn được trả lời, muốn xóa luôn thì cô chú nhắn /dulieu. Cô chú đổi ý thì bấm Đồng ý.
muted = Dạ em ngưng nhắn, chỉ trả lời khi cô chú nhắn trước; có câu trả lời thì cô chú vào Câu hỏi của tôi để xem. Cô chú muốn nhận tin lại thì bấm nút dưới.
muted-already = Dạ em đang ngưng nhắn rồi. Cô chú muốn nhận tin lại thì bấm nút dưới.
unmute-button = Nhận tin lại
unmuted = Dạ em sẽ báo tin cho cô chú như trước.

## Khi chưa được
something-broke = Dạ em bị trục trặc, chưa làm được điều vừa nhắn. Em đã giữ lại cho người xem, lát nữa thử lại giúp em.
job-failed = Dạ việc vừa rồi em làm mấy lần mà chưa được, em đã giữ lại cho người xem. Lát nữa nhắn lại hoặc gửi lại giúp em.
stopped = Dạ em dừng ở đây, không mất gì hết. Cô chú muốn làm gì tiếp?
button-lost = Dạ nút này cũ quá em không nhớ nữa. Cô chú bấm giúp em một nút bên dưới.
choice-unclear = Dạ có mấy dòng ghi “{ $words }” nên em chưa biết dòng nào. Mình nhắn giúp em con số đứng trước dòng đó.
edited-too-late = Dạ tin đã gửi thì em không sửa theo được. Câu đã gửi thì cô chú vào Câu hỏi của tôi, bấm Nói thêm giúp em.
consent-first = Dạ em cần cô chú đồng ý trước đã, cô chú bấm Đồng ý bên dưới giúp em.
ward-first = Dạ em cần biết cô chú ở phường nào trước, cô chú bấm Sửa nơi ở bên dưới giúp em.
language-unknown = Dạ em chưa nói được tiếng này, cô chú nhắn /ngonngu để chọn tiếng khác giúp em.
ward-unknown = Dạ phường này không còn trong danh sách, cô chú bấm Sửa nơi ở bên dưới để chọn lại giúp em.
hamlet-unknown = Dạ khóm này không có trong phường cô chú chọn, cô chú bấm Sửa nơi ở bên dưới để chọn lại giúp em.
name-unclear = Dạ em chưa rõ tên, xin ghi họ và tên giúp em, không ghi số.
phone-unclear = Dạ số này chưa đúng, số điện thoại có 10 số và bắt đầu bằng số 0. Cô chú ghi lại giúp em, hoặc bấm Không có số.
category-unknown = Dạ buổi này chưa có chỗ cho diện đó, cô chú hỏi trưởng khóm, trưởng ấp giúp em.
draft-gone = Dạ câu này đã gửi hoặc đã bỏ rồi, cô chú vào Câu hỏi của tôi để xem.
question-too-long = Dạ câu hỏi dài quá { $most } chữ cái, cô chú tách ra nhắn làm nhiều câu giúp em.
not-your-question = Dạ em không thấy câu hỏi này của cô chú, cô chú vào Câu hỏi của tôi để xem giúp em.
question-moved-on = Dạ câu { $number } { $status ->
    [waiting] đang chờ cơ quan nhận
    [taken] đang có người lo
    [asked_back] đang chờ người hỏi nói thêm
    [drafted] sắp có trả lời
    [approved] có trả lời rồi, chờ giờ phát
    [answered] đã được trả lời
    [closed] đã khép lại
    [declined] đã được báo là không trả lời
   *[withdrawn] đã được người hỏi rút lại
}, nên em không làm việc này được nữa. Cô chú bấm Câu hỏi của tôi để xem.
no-session-for-ward = Dạ phường mình chưa có buổi đối thoại nào sắp tới. Cô chú cứ nhắn câu hỏi, em chuyển cho cơ quan liền.
signed-up-already = Dạ cô chú đã đăng ký { $session } rồi, cô chú vào Lịch đối thoại để xem.
not-signed-up = Dạ cô chú chưa đăng ký buổi này, cô chú vào Lịch đối thoại để xem.
session-unknown = Dạ em không thấy buổi này, cô chú vào Lịch đối thoại để xem.
step-over = Bước này đã qua rồi, xin mở lại Hàng đợi và bấm từ đầu giúp em.
file-expired = Tệp { $name } quá ngày giữ nên em xóa rồi, hoặc lời trong tệp đã được xóa. Cần nữa thì nhắn lại hoặc bấm lại giúp em.

## Lệnh
command-hoi = Gửi câu hỏi
command-hoigiup = Hỏi giúp bà con
command-cauhoi = Câu hỏi của tôi
command-lich = Lịch đối thoại
command-traloi = Các câu trả lời
command-dulieu = Xem, sửa, xóa dữ liệu
command-ngung = Ngưng nhận tin
command-ngonngu = Đổi tiếng nói
command-giup = Giúp tôi

## Lời đọc loa, và bản chép gửi bà con
script-opening = Đây là Đài Truyền thanh { $ward }. Kính thưa bà con, sau đây là phần trả lời ý kiến của bà con.
script-item =
    { $question ->
        [none] { $office } trả lời một bà con: { $answer }
       *[other] Có bà con hỏi: { $question }{"\u000A"}{ $office } trả lời: { $answer }
    }
script-closing = Cảm ơn bà con đã lắng nghe.
