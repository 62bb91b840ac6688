# --- a link to a file, where a platform carries none: bot/services/file_links.py ---

file-link-title-own = Có một tệp gửi riêng
file-link-lead-own = Bấm nút dưới đây để tải tệp về máy này. Sau đó đường dẫn chỉ còn mở được trên máy này thôi.
file-link-title-public = Tệp đi kèm câu trả lời
file-link-lead-public = Bấm nút dưới đây để tải tệp về máy này.
file-link-title-sound = Bản ghi âm
file-link-lead-sound = Bấm nút xanh dưới đây là nghe được.
file-link-go = Tải tệp
file-link-old = Đường dẫn này không còn mở được nữa. Cô chú, anh chị cần tệp thì quay lại cuộc trò chuyện rồi xin lại giùm em.
file-link-taken = Tệp này đã được tải trên một máy khác, nên ở đây không mở được. Cô chú, anh chị cần tệp thì quay lại cuộc trò chuyện rồi xin lại giùm em.
