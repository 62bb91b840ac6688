# Bản ghi âm tiếng Khmer, tới người hỏi, người theo dõi và người đọc bản tin.

recording-name = Bản tiếng Khmer
answer-recording = Câu trả lời { $number } bằng tiếng Khmer, cô chú bấm nghe.
recording-came = Có bản tiếng Khmer để nghe.
script-recording = Có bản ghi âm tiếng Khmer: { $address ->
    [none] mở tệp gửi ngay sau bản tin này.
   *[other] { $address }
}
