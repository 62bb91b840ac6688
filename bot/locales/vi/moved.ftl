### Buổi đối thoại dời ngày hoặc hủy: lời nói với bà con.

session-cancelled = Dạ buổi này đã hủy rồi. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em.
session-cancelled-for-ward = Dạ { $session } đã hủy{ $why ->
    [none] {""}
   *[other] : { $why }
}. Cô chú cứ nhắn câu hỏi, em chuyển cho cơ quan liền.

## Báo tin
news-when = { $start }–{ $end } { $day }{ $place ->
    [none] {""}
   *[other] , tại { $place }
}
news-for-people =
    { $change ->
        [cancelled] Dạ em xin báo: { $session } ({ $before }) đã hủy{ $why ->
            [none] {""}
           *[other] : { $why }
        }. Câu hỏi cô chú đã gửi vẫn được trả lời đúng hẹn, có ngày mới em báo liền.
        [back] Dạ em báo tin mừng: { $session } tổ chức lại, { $after }. { $stays }
       *[moved] Dạ em xin báo: { $session } dời từ { $before } sang { $after }. { $stays }
    }
news-what-stays =
    { $circle ->
        [seated] Chỗ của nhà mình em vẫn giữ, giấy mời và mã cũ vẫn dùng được; không đi được thì cô chú bấm nút dưới giúp em.
        [offered] Lời mời nhà mình vẫn còn, giấy mời và mã cũ vẫn dùng được; cô chú trả lời giúp em trước { $until } nghen.
       *[waiting] Nhà mình vẫn ở trong danh sách, có chỗ em báo liền.
    }
news-stays-button = Không đi được buổi này
news-which-home = Cô chú trả lời cho nhà nào?
news-no-seat = Dạ em không thấy nhà mình còn trong danh sách buổi này. Cô chú vào Lịch đối thoại để xem giúp em.
