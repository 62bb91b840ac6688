### Giấy mời có mã: trang của từng nhà.

invited-title = Mời dự { $session }
invited-for = Mời nhà cô chú { $name }
invited-when = Lúc
invited-where = Tại
invited-bring = Mang theo
invited-bring-what = giấy mời này, và căn cước nếu tiện
invited-until = Trả lời trước
invited-ask = Nhà mình đi được không?
invited-offered = Dạ em đang giữ chỗ cho nhà mình.
invited-accepted = Dạ em ghi { $guest ->
    [none] nhà mình sẽ đến.
   *[other] { $guest } đi thay nhà mình.
} Tới nơi cô chú đưa giấy mời này cho anh chị ở cửa.
invited-declined = Dạ em ghi nhà mình không đến, chỗ này nhường bà con khác. Cô chú đổi ý thì bấm Sẽ đến, còn chỗ là em giữ.
invited-lapsed = Dạ chỗ này đã mời bà con khác vì em chưa nghe nhà mình trả lời. Cô chú vẫn muốn đi thì bấm Sẽ đến, còn chỗ là em giữ.
invited-waiting = Dạ chỗ đã có bà con khác nhận, nhà mình đang trong danh sách chờ. Có chỗ trống là em báo liền.
invited-came = Dạ nhà mình đã ghi tên vào hội trường rồi.
invited-over = Dạ buổi này đã xong rồi. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em.
invited-cancelled = Dạ buổi này đã hủy{ $why ->
    [none] {""}
   *[other] : { $why }
}. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em.
invited-guest-name = Họ tên người đi thay
invited-chat = Nhận tin trên điện thoại
invited-chat-why = Em nhắn ngày giờ và tin của nhà mình vào điện thoại. Máy dùng chung cũng được, nhà ai em báo riêng nhà đó.
invited-chat-web = Mở trò chuyện
invited-chat-telegram = Mở Telegram
invited-code-title = Mở giấy mời
invited-code-lead = Cô chú nhập mã in dưới hình vuông trên giấy mời. Chữ thường hay chữ hoa đều được.
invited-code-label = Mã trên giấy mời
invited-code-go = Mở
invited-code-wrong = Dạ mã này chưa đúng. Cô chú dò lại từng chữ trên giấy mời giùm em.
invited-code-busy = Dạ mã này nhập sai nhiều lần quá. Cô chú chờ mười lăm phút rồi thử lại giùm em.
invited-again = Dạ trang mở lâu quá nên em chưa ghi được. Cô chú bấm lại một lần nữa giùm em.
code-unknown = Dạ em không thấy giấy mời nào có mã này. Cô chú dò lại từng chữ giùm em.
