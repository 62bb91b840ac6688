# Trang các câu trả lời (/traloi): ai cũng xem được, in ra dán bảng tin cũng được.

pages-title = Các câu trả lời{ $ward ->
    [none] {""}
   *[other] {" "}của { $ward }
}
pages-lead = Đây là những điều bà con hỏi và cơ quan đã trả lời. Ai cũng xem được.
pages-ward = Phường, xã
pages-every-ward = Tất cả phường, xã
pages-show = Xem
pages-asked = Bà con hỏi
pages-answered = { $office } trả lời
pages-date = { $day }/{ $year }
pages-erased = Người hỏi đã xóa lời câu hỏi này.
pages-read-on = Đọc hết câu { $number }
pages-older = Xem câu cũ hơn
pages-newest = Về câu mới nhất
pages-all = Xem tất cả câu trả lời

pages-nothing = Chưa có câu trả lời nào ở đây
pages-nothing-now = Câu trả lời sẽ hiện ở trang này sau buổi phát loa hay buổi họp của phường, xã. Cô chú có điều gì muốn hỏi thì cứ gửi cho em.

pages-missing = Chưa có câu trả lời { $number } trên trang này
pages-missing-now = Câu này có thể chưa được phát, hoặc chỉ trả lời riêng cho người hỏi. Cô chú xem lại số câu hỏi; câu của mình thì vào cuộc trò chuyện, bấm Câu hỏi của tôi.

pages-ask = Cô chú muốn hỏi điều gì? Em chuyển đúng nơi trả lời rồi báo lại cho cô chú.
pages-contact = Cần gặp người: { $contact }
pages-where = Xem và hỏi thêm tại { $address }
