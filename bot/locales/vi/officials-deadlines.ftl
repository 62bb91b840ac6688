### Hẹn với người hỏi: nhắc cán bộ, gộp tin buổi sáng, trả lời trực tiếp. Bot xưng "em", gọi "anh chị".

day-off = { $why ->
    [saturday] thứ Bảy
    [sunday] Chủ nhật
    [in_lieu] nghỉ bù { $name }
    [closed] ngày cơ quan không làm việc
   *[holiday] { $name }
}

## Cơ quan, phường thay đổi
succession-office = Từ hôm nay { $office } lo thay { $before }. { $many } câu còn mở bên đó chuyển qua đây, hẹn với bà con giữ nguyên; anh chị mở Hàng đợi xem giúp em.
succession-nobody = Từ hôm nay { $office } lo thay { $before }, { $many } câu còn mở chuyển qua đó, mà em chưa liên lạc được ai ở đó trong chat. Anh chị mời giúp em.

## Nhắc hẹn
ladder-heading = { $rung ->
    [soon] ⏳ Sắp tới ngày hẹn trả lời câu này.
    [today] ⏰ Hôm nay là ngày hẹn trả lời câu này.
   *[late] ⚠️ Câu này quá hẹn rồi, em đã xin lỗi người hỏi.
}{ $instead ->
    [yes] {" "}Người phụ trách không nhận được tin nên em gửi anh chị.
   *[no] {""}
}
ladder-above = { $rung ->
    [late] ⚠️ Câu { $number } ở { $office } hẹn { $due } mà tới giờ chưa trả lời.
   *[other] ⏰ Câu { $number } ở { $office } hẹn { $due }.
} { $instead ->
    [yes] Ở đó em không nhắn được cho ai, anh chị gọi giúp em.
   *[no] Em đã nhắc ở đó rồi, anh chị hỏi thêm một tiếng giúp em.
}
ladder-above-sealed = 🔒 { $office } có việc chỉ lãnh đạo được xem, hẹn { $due }{ $rung ->
    [late] {" "}mà tới giờ chưa trả lời
   *[other] {""}
}. { $instead ->
    [yes] Ở đó em không nhắn được cho lãnh đạo nào, anh chị gọi hoặc mời lãnh đạo vào giúp em.
   *[no] Em đã nhắc lãnh đạo ở đó rồi, anh chị hỏi thêm một tiếng giúp em.
}
ladder-digest =
    Anh chị có { $all } câu cần lo hôm nay{ $late ->
        [0] {""}
       *[other] {" "}· ⚠️ { $late } câu đã quá hẹn
    }{ $today ->
        [0] {""}
       *[other] {" "}· ⏰ { $today } câu hẹn hôm nay
    }{ $soon ->
        [0] {""}
       *[other] {" "}· ⏳ { $soon } câu sắp tới hẹn
    }. Gấp nhất:
    { $lines }{ $example ->
        [none] {""}
       *[other] { $works ->
            [yes] {"\u000A"}Muốn mở thẻ câu nào thì anh chị nhắn số câu đó, như { $example }.
           *[no] {"\u000A"}Muốn chuyển câu nào qua cơ quan khác thì anh chị nhắn số câu đó, như { $example }.
        }
    }
ladder-digest-line = { $rung ->
    [late] ⚠️
    [today] ⏰
   *[soon] ⏳
} { $number } · { $office } · hẹn { $due }
asked-back-unanswered = ⏳ Đã hỏi thêm ở câu { $number } từ { $day } mà người hỏi chưa trả lời, em có nhắc rồi. Anh chị chờ tiếp, hay bấm Không chờ nữa để trả lời phần đã biết?
reminded-button = Xem cả { $many } câu
reminded =
    Những câu em đã nhắc anh chị mà chưa xong:
    { $lines }{ $example ->
        [none] {""}
       *[other] { $works ->
            [yes] {"\u000A"}Muốn mở thẻ câu nào thì anh chị nhắn số câu đó, như { $example }.
           *[no] {"\u000A"}Muốn chuyển câu nào qua cơ quan khác thì anh chị nhắn số câu đó, như { $example }.
        }
    }
reminded-none = Mấy câu em đã nhắc anh chị giờ không còn câu nào chờ nữa. Anh chị muốn xem gì thêm?

## Trả lời trực tiếp
directly-button = Đã trả lời trực tiếp
directly-me-button = Chính tôi
directly-today-button = Hôm nay
directly-yesterday-button = Hôm qua
directly-who = Ai đã trả lời trực tiếp câu { $number }? Anh chị nhắn tên người đó giúp em.
directly-when = Trả lời câu { $number } hôm nào, thưa anh chị? Ngày khác thì anh chị nhắn ngày tháng, như 6/5.
directly-words = Anh chị nhắn gọn đã trả lời câu { $number } thế nào. Lãnh đạo xác nhận xong là em gửi người hỏi.
directly-who-unclear = Em chưa rõ tên người trả lời, anh chị nhắn lại tên giúp em.
directly-day-unclear = Em chưa rõ ngày, hoặc ngày đó chưa tới. Anh chị nhắn ngày tháng, như 6/5.
state-direct =
    chờ xác nhận, { $who } đã trả lời trực tiếp ngày { $day }:

    { $answer }
directly-leaks = Cả phường sẽ nghe câu này, mà có chỗ “{ $words }”. Anh chị nhắn lại bỏ chỗ đó, hay gửi riêng cho người hỏi?
