### Trang trên màn hình lớn của buổi đối thoại (/live).

live-title = { $session }
live-now = Đang hỏi
live-next = Câu tiếp theo
live-waiting = { $many } câu chờ trả lời
live-answered = { $many } câu đã trả lời
live-also = { $many } người cũng hỏi
live-nothing = Mời bà con đặt câu hỏi
live-more = và { $many } câu nữa
live-before = Buổi đối thoại chưa bắt đầu
live-after = Buổi đối thoại đã kết thúc
live-after-now = Câu chưa trả lời được cơ quan trả lời sau, em báo từng người hỏi.
live-cancelled = Buổi đối thoại này đã hủy
live-cancelled-now = Bà con cứ nhắn câu hỏi, em chuyển cho cơ quan trả lời.
live-ask = Quét mã để hỏi, hoặc mở { $address }
live-also-button = Tôi cũng hỏi
live-also-done = Đã ghi, bấm để bỏ
live-expired = Trang này cũ rồi, cô chú mở lại giúp em.
live-missing = Không có buổi đối thoại này
