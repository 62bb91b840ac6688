### Một câu trả lời cho nhiều bà con cùng hỏi.

told-answer-shared =
    Dạ, { $office } trả lời câu { $number }{ $also ->
        [none] {""}
       *[other] {" và "}{ $also }
    } của cô chú:
    “{ $own }”

    { $answer }

    { $asked ->
        [self] Câu này trả lời chung cho các câu của cô chú.
        [none] Có người khác cũng hỏi như vậy nên câu này trả lời chung.
       *[other] Có { $asked } bà con cùng hỏi nên câu này trả lời chung.
    } Câu trả lời này có giúp được cô chú không?
differs-button = Trường hợp của tôi khác
differs-one-button = Câu { $number } khác
differs-ask = Dạ, chuyện của cô chú ở câu { $number } khác chỗ nào, cô chú nhắn cho em để em hỏi riêng.
differs-sent = Dạ em đã tách câu { $number } ra hỏi riêng, gửi lại { $office } kèm lời cô chú; trả lời xong chỉ báo riêng cho cô chú. Cô chú sẽ được trả lời trước { $due }{ $skipped }.
script-item-shared =
    Có { $asked } bà con cùng hỏi: { $question }
    { $office } trả lời: { $answer }
cluster-about = { $topic ->
    [none] một chuyện
   *[other] chuyện { $topic }
}
