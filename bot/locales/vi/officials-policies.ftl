### Bà con nói đã được việc hay chưa, theo từng chính sách. Bot xưng "em", gọi "anh chị".

policies-said =
    Một tháng sau khi trả lời em có hỏi thăm bà con. Tính mọi câu hỏi tới nay:
    { $lines }
policy-line = { $topic ->
    [none] Chuyện khác
   *[other] { $topic }
}: hỏi { $asked } lượt, được { $settled }, chưa { $unsettled }
