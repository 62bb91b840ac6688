# Tệp đi kèm câu trả lời: mẫu đơn, sơ đồ, quyết định.

enclose-button = Đính kèm tệp
unenclose-button = Bỏ tệp { $name }
view-enclosed-button = Xem tệp trả lời
enclose-ask = Anh chị gửi vào đây tệp PDF, DOCX, XLSX hay hình JPG, PNG. Câu trả lời em vẫn giữ.
enclosures-read = 📎 Kèm tệp: { $names }. Câu trả lời phát cho cả phường thì ai cũng mở được tệp.
enclosed-write = { $names ->
    [none] Không còn tệp nào kèm theo. Anh chị nhắn câu trả lời giúp em.
   *[other] Em nhận tệp { $names } rồi. Anh chị nhắn câu trả lời giúp em.
}
enclosed-file = Tệp đi kèm câu trả lời { $number }.
enclosed-meanwhile = Em kèm { $name } vào câu trả lời rồi. { $next }
answer-mended-meanwhile = Em sửa theo tin anh chị vừa chỉnh rồi. { $next }
answer-goes-on = { $step ->
    [basis] Anh chị nhắn tiếp căn cứ giúp em.
    [khmer] Anh chị gửi tiếp bản tiếng Khmer giúp em.
    [day] Anh chị nhắn tiếp ngày hẹn giúp em.
   *[other] Anh chị bấm Trả lời để xem lại.
}
answer-edited-elsewhere = Dạ tin đó em không sửa theo được. Anh chị bấm Trả lời xem câu đang soạn, rồi đổi chỗ cần đổi giúp em.

## Khi chưa được
enclosure-kind = Tệp này em không đính kèm được. Anh chị gửi tệp PDF, DOCX, XLSX hay hình JPG, PNG giúp em.
enclosures-enough = Mỗi câu trả lời kèm nhiều nhất { $most } tệp. Anh chị bấm bỏ bớt một tệp rồi gửi lại.
enclosure-late = Anh chị không còn soạn câu đó nên em không kèm tệp vào. Anh chị bấm Trả lời rồi gửi lại tệp giúp em.
enclosure-gone = Tệp kèm theo em không còn giữ. Anh chị bấm Trả lời để xem lại, rồi gửi lại tệp giúp em.
enclosure-lost = Câu { $number } mất tệp kèm theo vì chờ quá lâu. Anh chị bấm Trả lại để người soạn gửi lại tệp.

## Duyệt
approve-private-button = Gửi riêng
approve-leaks = Cả phường sẽ nghe câu này, mà có chỗ “{ $words }”. Anh chị gửi riêng cho người hỏi, hay trả lại để sửa?
