### Gộp những câu hỏi giống nhau: lời nói với cán bộ.

join-button = Gộp
split-button = Tách ra
undo-button = Hoàn tác
cluster-words-button = Câu hỏi chung
join-one-button = Gộp { $number }
join-all-button = Gộp hết
cluster-all-button = Cả { $many } câu
cluster-one-button = Chỉ câu này

## Trên thẻ
card-alike = 🔗 Giống { $many } câu khác ({ $places })
card-cluster =
    👥 Gộp chung { $many } câu ({ $places }){ $words ->
        [none] {""}
       *[other] {"\u000A"}Câu hỏi chung: “{ $words }”
    }
card-shared = 👥 Trả lời chung cho { $many } câu
card-carried = 👥 Đi chung với câu { $head }, anh chị trả lời ở thẻ đó.

## Gộp, tách, hoàn tác
cluster-suggested =
    Mấy câu này giống câu { $number }:

    { $items }

    Gộp lại thì trả lời một lần, ai cũng nhận được. Anh chị gộp câu nào?
cluster-suggestion =
    { $number } · { $place }
    “{ $text }”{ $why ->
        [none] {""}
       *[other] {"\u000A"}vì cùng hỏi: { $why }
    }
cluster-joined = Đã gộp { $numbers } vào { $head }, giờ { $many } câu đi chung. Mỗi người vẫn giữ số và hẹn của mình.
cluster-split-which = Câu nào là chuyện khác, anh chị tách ra?
cluster-split = Đã tách câu { $numbers } ra đi riêng.
cluster-split-told = Câu { $number } vừa được tách ra đi riêng, bản nháp ở lại với các câu kia. Anh chị đang giữ câu này, viết câu trả lời riêng giúp em.
cluster-undone = Đã hoàn tác cho { $numbers }, mọi thứ như trước khi bấm.
cluster-words-ask = Anh chị nhắn câu hỏi chung bằng lời của mình, không kể chuyện riêng của ai. Loa và bà con khác chỉ nghe câu này, không nghe lời của người hỏi.
cluster-words-kept = Đã ghi câu hỏi chung cho { $number }.

## Làm với một câu là làm với cả nhóm
cluster-taken = Anh chị giữ luôn { $many } câu đi chung. Trả lời một lần là xong hết.
cluster-which = Câu { $number } đi chung { $many } câu. Anh chị làm cho cả nhóm hay chỉ câu này?
cluster-ask-back = Hỏi thêm người này thì câu của họ tách riêng, { $many } câu còn lại vẫn đi chung.
cluster-private = Câu này trả lời riêng nên đã tách ra, còn { $many } câu chờ anh chị trả lời chung.

## Khi chưa được
cluster-nothing-alike = Em chưa thấy câu nào giống câu { $number }. Có câu giống là em ghi trên thẻ.
cluster-joined-already = Câu { $number } có người gộp trước rồi. Anh chị mở Hàng đợi để xem thẻ mới nhất.
cluster-held = Câu { $number } đồng nghiệp khác đang giữ. Anh chị nhờ họ để lại hàng đợi rồi gộp.
cluster-settled = Câu { $number } không còn đi chung với câu nào, hoặc đã duyệt trả lời. Anh chị mở Hàng đợi để xem thẻ mới nhất.
cluster-answered = Nhóm này đã duyệt câu trả lời nên không tách được nữa. Ai thấy chuyện mình khác thì bấm nút dưới câu trả lời.
cluster-undone-already = Việc này đã hoàn tác rồi, hoặc các câu đã đi tiếp. Anh chị mở Hàng đợi để xem thẻ mới nhất.
cluster-full = Nhóm của câu { $number } đã đủ { $most } câu. Anh chị trả lời nhóm này trước rồi gộp nhóm mới.
cluster-own = Trong nhóm của câu { $number } có câu anh chị tự hỏi. Anh chị nhờ đồng nghiệp nhận giúp em.
cluster-words-missing = Em chưa thấy chữ nào, anh chị nhắn câu hỏi chung giúp em.
cluster-words-too-long = Câu hỏi chung dài quá { $most } chữ cái, anh chị viết gọn lại để đọc loa cho kịp.
