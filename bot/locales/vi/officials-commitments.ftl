### Việc đã hứa trong câu trả lời. Bot xưng "em", gọi "anh chị".

commitment-noted =
    Em ghi việc đã hứa trong câu { $number }, { $day ->
        [none] chưa hẹn ngày
       *[other] hẹn { $day }
    }: “{ $words }”
    Không phải lời hứa thì anh chị bấm nút dưới.
commitment-none-button = Không phải lời hứa
commitment-kept-button = Đã làm xong
commitment-move-button = Dời hẹn
commitment-day-button = Hẹn ngày
commitment-before = { $office } đã hứa trong câu { $number }, { $day ->
    [none] chưa hẹn ngày: “{ $words }” Có ngày rồi anh chị bấm Hẹn ngày giúp em.
   *[other] hẹn { $day }: “{ $words }”
}
commitment-today = Hôm nay tới hẹn việc { $office } đã hứa trong câu { $number }: “{ $words }”
commitment-late = Quá hẹn { $day } mà chưa có tin: { $office } đã hứa trong câu { $number }: “{ $words }”
commitment-late-elsewhere = Quá hẹn { $day } mà chưa có tin: { $office } đã hứa trong câu { $number }: “{ $words }” Anh chị nhắc cơ quan đó giúp em.
commitment-card = Câu { $number }, { $office } { $day ->
    [none] hứa, chưa hẹn ngày
   *[other] hẹn { $day }
}: “{ $words }”
commitment-told-alone = (hứa riêng với người hỏi)
commitments-of-all =
    Việc các cơ quan đã hứa mà chưa xong, quá hẹn đứng trước:
    { $lines }
commitment-line = - { $number } · { $office } · { $day ->
    [none] chưa hẹn ngày
   *[other] { $late ->
        [yes] quá hẹn { $day }
       *[no] hẹn { $day }
    }
}: “{ $words }”
commitments-all-button = Việc hứa của mọi cơ quan
commitments-none = Dạ không còn việc nào đã hứa mà chưa xong.
commitments-others = Việc hứa của cơ quan khác thì anh chị bấm dưới đây.
commitments-more = Còn việc đã hứa nữa.
commitment-kept-ask = Đã làm được gì cho câu { $number }? Anh chị nhắn một câu, người hỏi sẽ đọc.
commitment-kept-noted = Em đã ghi việc hứa ở câu { $number } làm xong, và báo người hỏi.
commitment-move-ask = Câu { $number } dời tới ngày nào, vì sao? Anh chị nhắn một câu như: 15/10, chờ vật tư; người hỏi sẽ đọc.
commitment-day-ask = Việc hứa ở câu { $number } hẹn chậm nhất ngày nào? Anh chị nhắn như: 15/10, người hỏi sẽ đọc.
commitment-move-sure = Câu { $number } { $due ->
    [none] hẹn { $day }
   *[other] dời từ { $due } tới { $day }, vì: { $reason }
}. Em báo người hỏi như vậy, hay anh chị nhắn lại cả câu?
commitment-move-yes-button = Dời và báo người hỏi
commitment-day-yes-button = Hẹn và báo người hỏi
commitment-moved-noted = Em đã dời hẹn câu { $number } tới { $day }, và báo người hỏi.
commitment-dropped = Em bỏ việc này khỏi danh sách việc đã hứa; câu trả lời { $number } vẫn giữ nguyên.
commitment-day-unclear = Em chưa rõ ngày mới, từ mai trở đi. Anh chị nhắn một ngày và lý do, ví dụ: 15/10, chờ vật tư.
commitment-day-not-later = Việc này đang hẹn { $day }, nên ngày mới phải sau ngày đó. Anh chị nhắn lại ngày mới và lý do, ví dụ: thêm 10 ngày, chờ vật tư.
commitment-reason-missing = Em thấy ngày rồi mà chưa thấy lý do. Anh chị nhắn lại cả ngày và lý do, ví dụ: 15/10, chờ vật tư.
commitments-of-offices = Việc đã hứa thì cơ quan nào hứa cơ quan đó ghi, ban tổ chức xem được tất cả.
commitment-words-wrong = Anh chị nhắn một câu ngắn, không quá { $most } chữ, giúp em.
commitment-not-yours = Việc này của cơ quan khác. Anh chị nhắn /hua để xem việc của mình.
commitment-settled = Việc này đã có người ghi xong rồi. Anh chị nhắn /hua để xem việc còn lại.
full-date = { $day }/{ $month }/{ $year }
