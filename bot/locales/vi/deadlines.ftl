### Khi hẹn với người hỏi bị lỡ. Bot xưng "em", gọi "cô chú".

told-late = Dạ, câu { $number } { $office } hẹn trả lời trước { $due } mà tới giờ chưa có, em xin lỗi cô chú. { $who ->
    [both] Em đã nhắc lãnh đạo { $office } và báo ban tổ chức; có hẹn mới hay có câu trả lời là em nhắn liền.
    [heads] Em đã nhắc lãnh đạo { $office }; có hẹn mới hay có câu trả lời là em nhắn liền.
    [organisers] Em đã báo ban tổ chức hỏi giùm; có hẹn mới hay có câu trả lời là em nhắn liền.
    [officers] Em đã nhắc người lo câu này; có hẹn mới hay có câu trả lời là em nhắn liền.
   *[nobody] Em chưa gặp được ai ở đó, cô chú cần gấp thì nhắn /giup để xem số gọi.
}
told-transferred-late = Dạ, câu { $number } { $reason ->
    [none] không thuộc { $before } nên đã chuyển qua { $office }
   *[other] đã chuyển từ { $before } qua { $office }, vì: { $reason }
}. Câu này quá hẹn { $due } rồi, em xin lỗi cô chú; có câu trả lời là em nhắn liền.
told-extended-late = Dạ, { $office } xin thêm thời gian cho câu { $number }, vì: { $reason }. Câu này quá hẹn { $due } rồi, em xin lỗi cô chú; có câu trả lời là em nhắn liền.
told-asked-back-again = Dạ, { $office } còn chờ cô chú nói thêm về câu { $number }: “{ $words }” Cô chú trả lời thẳng vào tin này giúp em; chỗ nào không rõ thì nhắn “không biết” cũng được nghen?
told-ready-late = Dạ, câu { $number } của cô chú { $office } trả lời xong rồi. Em gửi cô chú lúc { $at }, cùng lúc bản tin của phường; trễ hơn hẹn { $due } nên em xin lỗi cô chú.
news-promise = { $stands ->
    [late] quá hẹn { $at } mà chưa có trả lời, em đang nhắc.
    [ready] trả lời xong rồi, em gửi cô chú lúc { $at }, cùng lúc bản tin của phường.
    [now] trả lời xong rồi, em đang gửi tới cô chú.
   *[due] hẹn trả lời trước { $at }.
}
news-reminded = { $who ->
    [both] Đã nhắc lãnh đạo { $office } và báo ban tổ chức
    [heads] Đã nhắc lãnh đạo { $office }
    [organisers] Đã báo ban tổ chức hỏi giùm
   *[officers] Đã nhắc cán bộ lo câu này
} hôm { $day }.
