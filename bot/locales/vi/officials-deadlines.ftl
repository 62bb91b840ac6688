### Hẹn với người hỏi: nhắc cán bộ, gộp tin buổi sáng, trả lời trực tiếp. Bot xưng "em", gọi "anh chị".

day-off = { $why ->
    [saturday] thứ Bảy
    [sunday] Chủ nhật
    [in_lieu] nghỉ bù { $name }
    [closed] ngày cơ quan không làm việc
   *[holiday] { $name }
}
