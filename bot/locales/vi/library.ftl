# Kho câu trả lời: tìm theo chữ, và câu có sẵn được đưa ra trước khi gửi.

found =
    Dạ đây là các câu trả lời có “{ $words }”:

    { $items }
found-none = Dạ chưa có câu trả lời nào có “{ $words }”. Cô chú muốn gửi câu này cho cơ quan không?
send-this-button = Gửi câu này
found-more-button = Xem tiếp
search-off = Dạ lúc này em chưa tìm theo chữ được. Cô chú coi các câu mới nhất giúp em nghen.
search-over = Dạ em không còn nhớ cô chú tìm chữ gì. Cô chú nhắn lại /traloi kèm chữ cần tìm giúp em.
answer-changed = (Quy định đã thay đổi, câu này không còn đúng. Cô chú hỏi lại giúp em.)

## Có sẵn câu trả lời trước khi gửi
question-offer =
    “{ $text }”

    Dạ câu giống vầy đã có nơi trả lời:
    { $items }

    Cô chú bấm Xem thì em chưa gửi câu hỏi; đọc rồi còn muốn hỏi thì bấm Vẫn gửi câu hỏi. Không bấm gì thì nửa tiếng nữa em gửi cho { $office }.
offer-item = { $place }. { $question } ({ $office })
offer-read-button = Xem câu { $place }
ask-anyway-button = Vẫn gửi câu hỏi
offer-answer =
    { $office } trả lời câu { $number }: { $answer }

    { $current ->
        [no] Quy định đã thay đổi, câu này không còn đúng.
       *[yes] { $sent ->
            [yes] Câu của cô chú thì em đã gửi đi rồi.
           *[no] Dạ em không gửi câu hỏi nữa. Còn điều chưa rõ thì cô chú bấm Vẫn gửi câu hỏi nghen.
        }
    }
answer-gone = Dạ câu trả lời này không còn để xem chung nữa. Cô chú cứ gửi câu hỏi của mình cho em.

## Câu trả lời hết thời hạn
answer-ends = Câu trả lời của { $office }{ $topic ->
        [none] {""}
       *[other] {" "}về { $topic }
    } { $ended ->
        [yes] chỉ đúng tới hết ngày { $day }, nay không còn đúng nữa
       *[no] đúng tới hết ngày { $day } thôi, sau đó không còn đúng nữa
    }. Cô chú còn cần thì nhắn hỏi lại, em đưa tới đúng nơi để có câu trả lời mới.
told-answer-ends = Dạ về câu { $asked ->
        [none] { $number } cô chú hỏi riêng
       *[other] “{ $asked }” ({ $number }) cô chú hỏi
    } hồi trước: { $text }
answer-ends-news =
    Dạ em báo về một câu trả lời mà cô chú đã nhận hay đã xem ở đây.

    { $text }

    Cô chú không muốn nhận tin như vầy nữa thì nhắn /ngung.
told-answered-anew = Dạ về câu { $asked ->
        [none] { $number } cô chú hỏi riêng
       *[other] “{ $asked }” ({ $number }) cô chú hỏi
    } hồi trước: câu trả lời cô chú đã nhận { $ended ->
        [yes] chỉ đúng tới hết ngày { $day }, nay không còn đúng nữa
       *[no] còn đúng tới hết ngày { $day }
    }. { $office } đang viết câu mới, cô chú được trả lời trước { $due }.

## Trang /traloi
pages-search = Tìm theo chữ
pages-search-button = Tìm
pages-changed = Quy định đã thay đổi. Câu trả lời này không còn đúng, cô chú gửi câu hỏi mới giúp em.
pages-found-some = Các câu trả lời có “{ $words }”
pages-found-none = Chưa có câu trả lời nào có “{ $words }”
pages-found-off = Lúc này chưa tìm theo chữ được
