# Bản tiếng Khmer thu tiếng, đi kèm câu trả lời: khi soạn.

recording-read = { $length ->
    [none] 🔊 Đã ghi bản tiếng Khmer thu tiếng. Lãnh đạo nghe trước khi duyệt.
   *[other] 🔊 Đã ghi bản tiếng Khmer dài { $length }. Lãnh đạo nghe trước khi duyệt.
}
recording-dropped = 🔊 Lời đã đổi nên em bỏ bản tiếng Khmer thu trước. Anh chị bấm Thêm bản tiếng Khmer để thu lại giúp em.
recording-again = Bản tiếng Khmer của câu { $number }.
listen-button = Nghe lại
unrecord-button = Bỏ bản thu

## Khi chưa được
recording-kind = Tệp này em không nghe được. Anh chị gửi tin thoại, hay tệp OGG, MP3, M4A giúp em.
recording-late = Anh chị không còn soạn câu đó nên em không giữ bản thu. Anh chị bấm Trả lời rồi gửi lại giúp em.
