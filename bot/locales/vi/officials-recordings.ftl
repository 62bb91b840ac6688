# Bản ghi âm tiếng Khmer, đi kèm câu trả lời: khi soạn.

recording-read = { $length ->
    [none] 🔊 Đã nhận bản ghi âm tiếng Khmer. Lãnh đạo nghe trước khi duyệt.
   *[other] 🔊 Đã nhận bản ghi âm tiếng Khmer dài { $length }. Lãnh đạo nghe trước khi duyệt.
}
recording-older = iPhone đời cũ không mở được loại này trên trang web. Có tệp M4A hay MP3 thì anh chị gửi thay giúp em.
recording-dropped = 🔊 Lời đã đổi nên em bỏ bản ghi âm tiếng Khmer trước đó. Anh chị bấm Thêm bản tiếng Khmer để thu lại giúp em.
recording-again = Bản tiếng Khmer của câu { $number }.
listen-button = Nghe lại
unrecord-button = Bỏ bản ghi âm

## Khi chưa được
recording-kind = Tệp này em không nghe được. Anh chị gửi tin thoại, hay tệp OGG, MP3, M4A giúp em.
recording-late = Anh chị không còn soạn câu đó nên em không giữ bản thu. Anh chị bấm Trả lời rồi gửi lại giúp em.
