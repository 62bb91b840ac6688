# Trang trò chuyện: chữ của chính trang, không phải lời của cuộc trò chuyện.

web-name = Lắng Nghe
web-log = Cuộc trò chuyện
web-you = Cô chú viết:
web-bot = Lắng Nghe nói:

web-welcome-title = Dạ, em chào cô chú, chào bà con!
web-welcome = Bà con muốn hỏi chuyện gì thì cứ viết vào ô bên dưới. Em chuyển tới đúng nơi trả lời, có trả lời là em báo lại ngay tại đây.
web-begin = Bắt đầu
web-enter = Dạ, mời cô chú vào
web-enter-go = Vào trò chuyện

web-write = Viết cho em ở đây
web-send = Gửi
web-hint = Phím Enter: gửi · Shift + Enter: xuống dòng
web-sending = Đang gửi…
web-stuck = Chờ có mạng là em gửi liền

web-offline = Mất mạng, đang nối lại…
web-online = Có mạng lại rồi
web-refresh = Xem tin mới
web-older = Xem tin cũ hơn
web-newest = Về tin mới nhất
web-new-below = Có tin mới ↓
web-skip = Tới ô viết tin

web-reply = Trả lời tin này
web-replying = Trả lời tin
web-reply-cancel = Thôi
web-chosen = đã chọn

web-help = Giúp
web-help-title = Nói chuyện với em
web-help-write = Cô chú viết vào ô bên dưới rồi bấm Gửi. Viết không dấu cũng được.
web-help-buttons = Tin nào có nút thì cô chú chỉ cần bấm nút.
web-menu-ask = Gửi câu hỏi
web-menu-mine = Câu hỏi của tôi
web-menu-schedule = Lịch đối thoại
web-menu-answers = Các câu trả lời
web-menu-more = Việc em giúp được

web-too-long = Tin này dài quá, em chưa nhận hết được. Cô chú chia ra hai ba tin giùm em, chữ đã viết còn nguyên trong ô.
web-crowded = Nơi cô chú đang dùng mạng có nhiều người gửi quá nên em chưa nhận kịp. Lời vẫn còn trong ô, cô chú chờ một phút rồi bấm gửi lại giùm em.
web-call-now = Đang nguy hiểm thì gọi ngay:
web-too-fast = Cô chú gửi nhanh quá, em theo không kịp. Cô chú chờ một phút rồi gửi lại giùm em.
web-expired = Trang mở lâu quá nên em chưa nhận được tin. Cô chú bấm lại một lần nữa giùm em.
web-old-button = Nút này không còn dùng được. Cô chú xem tin mới nhất ở cuối trang giùm em.
web-busy = Máy đang bận nên em chưa nhận được. Cô chú chờ một chút rồi gửi lại giùm em, chữ đã viết còn nguyên.
web-away = Máy đang bận nên trang này chưa mở được. Cô chú chờ một chút, trang tự mở lại.

web-attach = Gửi kèm tệp
web-file-drop = Bỏ tệp
web-file-too-large = Tệp này lớn quá nên em chưa nhận được. Cô chú chọn tệp nhỏ hơn giùm em, chữ đã viết còn nguyên.
web-file-empty = Tệp này trống nên em chưa nhận. Cô chú chọn lại tệp giùm em, chữ đã viết còn nguyên.
web-file-kind = Em chưa mở được loại tệp này. Cô chú gửi hình, PDF, Word, Excel hoặc tiếng ghi âm giùm em, chữ đã viết còn nguyên.
web-many-files = Hôm nay cô chú gửi nhiều tệp rồi nên em chưa nhận thêm. Mai cô chú gửi tiếp giùm em, chữ đã viết còn nguyên.
web-files-full = Chỗ giữ tệp đang đầy nên em chưa nhận thêm. Mai cô chú gửi lại giùm em, chữ đã viết còn nguyên.
web-listen = Bấm nghe
web-listen-cannot = Máy này không mở được bản nghe ở đây. Cô chú bấm tên tệp bên dưới để tải về nghe.
web-file = Tệp:
web-file-gone-title = Tệp này không còn ở đây
web-file-gone = Tệp quá ngày giữ nên em xóa rồi, hoặc lời trong tệp đã được xóa. Cô chú còn cần thì nhắn lại, hoặc bấm lại nút lấy tệp giúp em.
web-file-gone-go = Về cuộc trò chuyện

web-not-here-title = Trang này chưa mở được trên máy này
web-not-here = Cô chú mở lại đường dẫn trong thư mời, ngay trên máy này. Muốn hỏi chuyện thì cô chú vào trang chính.
web-not-here-go = Vào trang chính
