# Giấy tờ, hình ảnh đi kèm câu trả lời, tới người hỏi và người theo dõi.

answer-file = Giấy tờ đi kèm câu trả lời { $number }.
papers-came = Có kèm giấy: { $names }.
view-papers-button = Xem giấy kèm { $number }
no-papers = Dạ câu { $number } không có giấy tờ đi kèm. Cô chú mở Câu hỏi của tôi để xem câu trả lời.
script-papers = Câu trả lời này có kèm giấy: { $address ->
    [none] bà con hỏi xem ở phường.
   *[other] { $address }
}
khmer-script =
    Bản tiếng Khmer:

    { $script }
khmer-no-time = Có bản tiếng Khmer, nhưng đọc thêm thì quá { $minutes } phút của khung giờ này.
pages-file = Tải { $name } ({ $size })
pages-files = Giấy tờ đi kèm
