### Buổi đối thoại đang họp: lời nói với bà con.

also-ask-button = Tôi cũng hỏi
also-not-button = Bỏ, tôi không hỏi nữa
also-item =
    { $number } · { $place }{ $also ->
        [0] {""}
       *[other] {" "}· { $also } người cũng hỏi
    }
    “{ $text }”
also-head = { $session } đang họp, có { $waiting } câu chờ trả lời. Câu nào cô chú cũng muốn hỏi thì bấm Tôi cũng hỏi, hoặc nhắn câu mới cho em.
also-asked = Dạ em ghi cô chú cũng hỏi câu { $number }. Có câu trả lời em báo cô chú luôn.
also-not-asked = Dạ em bỏ rồi, câu { $number } vẫn có người khác hỏi.
also-own = Câu này của cô chú mà, em nhớ rồi. Cô chú bấm Tôi cũng hỏi ở câu khác nghen.
also-settled = Câu này vừa xong rồi. Cô chú nhắn /phien xem câu khác giúp em.
also-answered-privately = Dạ, câu { $number } mà cô chú cũng hỏi thì { $office } đã trả lời riêng cho người hỏi, nên em không chuyển lời được. Cô chú bấm Gửi câu hỏi để hỏi cho mình nghen?
item-gone = Câu này không có trên bảng của buổi. Cô chú, anh chị mở lại /phien giúp em.
no-session-running = Bây giờ phường, xã mình chưa có buổi đối thoại nào đang họp. Cô chú bấm Lịch đối thoại để xem ngày, muốn hỏi thì cứ nhắn cho em.
floor-receipt = Dạ em đã ghi câu hỏi số { $number } của cô chú tại buổi đối thoại. Trong buổi chưa kịp trả lời thì hết buổi em báo cô chú ai trả lời, ngày nào.
hall-answered = Câu { $number } đã được { $office } trả lời tại buổi: “{ $words }” { $late ->
    [yes] Cơ quan sẽ xác nhận lại cho cô chú; câu này quá hẹn { $due } rồi, em xin lỗi cô chú.
   *[no] Cơ quan sẽ xác nhận lại cho cô chú trước { $due }.
}
hall-left = { $stands ->
    [yes] Câu { $number } chưa kịp trả lời tại buổi. { $office } đang chờ cô chú nói thêm, cô chú vào Câu hỏi của tôi nhắn giúp em.
    [late] Câu { $number } chưa kịp trả lời tại buổi, mà quá hẹn { $due } rồi, em xin lỗi cô chú. { $office } có câu trả lời là em nhắn liền.
   *[no] Câu { $number } chưa kịp trả lời tại buổi. { $office } sẽ trả lời cô chú trước { $due }.
}
