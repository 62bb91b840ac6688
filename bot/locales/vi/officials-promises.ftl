### Việc đã hứa trong câu trả lời. Bot xưng "em", gọi "anh chị".

promise-noted =
    Em ghi việc đã hứa trong câu { $number }, hẹn { $day }: “{ $words }”
    Không phải lời hứa thì anh chị bấm nút dưới.
promise-none-button = Không phải lời hứa
promise-kept-button = Đã làm xong
promise-move-button = Dời hẹn
promise-before = { $office } đã hứa trong câu { $number }, hẹn { $day }: “{ $words }”
promise-today = Hôm nay tới hẹn việc { $office } đã hứa trong câu { $number }: “{ $words }”
promise-late = Quá hẹn { $day } mà chưa có tin: { $office } đã hứa trong câu { $number }: “{ $words }”
promise-card = Câu { $number }, { $office } hẹn { $day }: “{ $words }”
promises-none = Dạ không còn việc nào đã hứa mà chưa xong.
promises-more = Còn việc đã hứa nữa.
promise-kept-ask = Đã làm được gì cho câu { $number }? Anh chị nhắn một câu, người hỏi sẽ đọc.
promise-kept-noted = Em đã ghi việc hứa ở câu { $number } làm xong, và báo người hỏi.
promise-move-ask = Câu { $number } dời tới ngày nào, vì sao? Anh chị nhắn một câu như: 15/10, chờ vật tư; người hỏi sẽ đọc.
promise-moved-noted = Em đã dời hẹn câu { $number } tới { $day }, và báo người hỏi.
promise-dropped = Em bỏ việc này khỏi danh sách việc đã hứa; câu trả lời { $number } vẫn giữ nguyên.
promise-day-unclear = Em chưa thấy ngày mới nào từ mai trở đi. Anh chị nhắn ngày và lý do, ví dụ: 15/10, chờ vật tư.
promise-words-wrong = Anh chị nhắn một câu ngắn, không quá { $most } chữ, giúp em.
promise-not-yours = Việc này của cơ quan khác. Anh chị nhắn /hua để xem việc của mình.
promise-settled = Việc này đã có người ghi xong rồi. Anh chị nhắn /hua để xem việc còn lại.
full-date = { $day }/{ $month }/{ $year }
