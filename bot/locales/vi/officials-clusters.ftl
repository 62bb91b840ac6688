### Gộp những câu hỏi giống nhau: lời nói với cán bộ.

join-button = Gộp
split-button = Tách ra
undo-button = Hoàn tác
cluster-words-button = Câu hỏi chung
join-one-button = Gộp { $number }
join-all-button = Gộp hết
join-more-button = Gộp tiếp
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

    Gộp lại thì trả lời một lần, ai cũng nhận được. Anh chị gộp câu nào{ $example ->
        [none] {""}
       *[other] {" (nhắn nhiều số một lượt cũng được, ví dụ "}{ $example }{")"}
    }?
cluster-suggestion =
    { $number } · { $place }{ $many ->
        [none] {""}
       *[other] {" · nhóm "}{ $many }{" câu"}
    }
    “{ $text }”{ $why ->
        [none] {""}
       *[other] {"\u000A"}vì cùng hỏi: { $why }
    }
cluster-joined = Đã gộp { $numbers }{ $along ->
        [none] {""}
       *[other] {" (thêm "}{ $along }{" câu đi cùng)"}
    } vào { $head }, giờ { $many } câu đi chung. Mỗi người vẫn giữ số và hẹn của mình.
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
cluster-nothing-alike = Em chưa thấy thêm câu nào giống câu { $number }. Anh chị nhắn số câu cần gộp, ví dụ TV-0012?
cluster-joined-already = Câu { $number } có người gộp trước rồi. Anh chị mở Hàng đợi để xem thẻ mới nhất.
cluster-numbers-missing = Em chưa thấy số câu nào. Anh chị nhắn số câu cần gộp, ví dụ { $example }, hoặc bấm Thôi.
cluster-unknown = Em không thấy câu { $number } trong hàng đợi của anh chị. Anh chị xem lại số giúp em.
cluster-elsewhere = Câu { $number } và câu { $head } đang ở hai cơ quan khác nhau. Anh chị chuyển một câu qua cùng cơ quan rồi gộp.
cluster-two-drafts = Câu { $number } và câu { $head } đều đã có bản nháp chờ duyệt. Lãnh đạo trả lại một bản rồi anh chị gộp.
cluster-answered-one = Câu { $number } đã có câu trả lời rồi nên không gộp thêm được. Anh chị bấm Trả lời ở câu còn lại, rồi bấm Dùng lại { $number }.
cluster-moving = Nhóm của câu { $number } đang được cập nhật. Chút nữa anh chị gộp lại giúp em.
cluster-gone-on = Mấy câu này đã đi tiếp rồi. Anh chị mở Hàng đợi để xem thẻ mới nhất.
cluster-held = Câu { $number } đồng nghiệp khác đang giữ. Anh chị nhờ họ để lại hàng đợi rồi gộp.
cluster-settled = Câu { $number } không còn đi chung với câu nào, hoặc đã duyệt trả lời. Anh chị mở Hàng đợi để xem thẻ mới nhất.
cluster-answered = Nhóm này đã duyệt câu trả lời nên không tách được nữa. Ai thấy chuyện mình khác thì bấm nút dưới câu trả lời.
cluster-undone-already = Việc này đã hoàn tác rồi, hoặc các câu đã đi tiếp. Anh chị mở Hàng đợi để xem thẻ mới nhất.
cluster-full = Nhóm của câu { $number } đã đủ { $most } câu. Anh chị trả lời nhóm này trước rồi gộp nhóm mới.
cluster-own = Trong nhóm của câu { $number } có câu anh chị tự hỏi. Anh chị nhờ đồng nghiệp nhận giúp em.
cluster-words-missing = Em chưa thấy chữ nào, anh chị nhắn câu hỏi chung giúp em.
cluster-words-too-long = Câu hỏi chung dài quá { $most } chữ cái, anh chị viết gọn lại để đọc loa cho kịp.
cluster-words-leak = Câu hỏi chung cả phường sẽ nghe, mà có chỗ “{ $words }”. Anh chị bấm Câu hỏi chung để viết lại.
reason-leaks = Lý do này { $many } bà con đi chung câu { $number } cùng đọc, mà có chỗ “{ $words }”. Anh chị nhắn lại lý do, bỏ chỗ đó giúp em.
cluster-own-held = Người đang giữ câu { $head } cũng là người hỏi câu { $number }. Anh chị nhờ đồng nghiệp khác nhận rồi gộp.
