# Soạn câu trả lời: gợi ý viết cho dễ nghe, và những gì không được phát ra.

remark-who = gặp ai
remark-where = ở đâu
remark-papers = mang giấy gì
remark-when = khi nào
remark-phone = gọi số nào
remarks-missing = Nên nói thêm: { $points }.
remark-own-case = Người hỏi nói trường hợp của mình khác bà con, nên câu trả lời này chỉ gửi riêng cho người hỏi.
remark-undated = Câu này hứa mà chưa có ngày: “{ $words }” Có ngày thì bà con biết đường chờ; chưa có thì gửi luôn cũng được.
add-day-button = Thêm ngày hẹn
promise-day-ask = Việc này hẹn chậm nhất ngày nào? Anh chị nhắn như: 30/9, hoặc trong 10 ngày.
promise-day-unclear = Em chưa rõ ngày nào, từ mai trở đi. Anh chị nhắn một ngày, ví dụ: 30/9.
remark-long = Câu { $words } chữ, khó nghe kịp: “{ $first }”.
remark-cut = Câu { $words } chữ, nên tách làm hai: “{ $first }.” và “{ $rest }.”
remark-perhaps = Câu { $words } chữ, có thể thử tách: “{ $first }.” và “{ $rest }.”
remark-more-long = { $many ->
    [one] Còn một câu dài nữa: { $begin }.
   *[other] Còn { $many } câu dài nữa: { $begin }.
}
remark-jargon = “{ $term }” bà con hay nói là “{ $plain }”.
remark-short = Chữ tắt { $terms }: nghe loa không hiểu, anh chị viết đủ chữ giúp em.
remark-named = Có tên { $names }. Không phải cán bộ để bà con tìm gặp thì anh chị nói chung, đừng nêu tên giúp em.
leak-asker = ⚠ Có tên người hỏi hoặc người trong nhà: “{ $words }”.
leak-name = ⚠ Có tên người trong danh sách hộ: “{ $words }”.
leak-phone = ⚠ Có số điện thoại chưa rõ của ai: “{ $words }”. Số của cán bộ hay cơ quan thì anh chị ghi rõ giúp em.
leak-number = ⚠ Có chỗ là số giấy tờ hoặc số tài khoản, em đã bỏ: “{ $words }”.
leak-house = ⚠ Có số nhà của người dân: “{ $words }”. Anh chị chỉ nói tới khóm, hẻm thôi.
leak-illness = ⚠ Nói bệnh của một người: “{ $words }”.
answer-leaks = Cả phường sẽ nghe câu này, mà có chỗ “{ $words }”. Anh chị bấm Trả lời để viết lại, hoặc gửi riêng cho người hỏi.

## Căn cứ
basis-button = Căn cứ
basis-ask = Anh chị nhắn tên văn bản, như “NĐ 28/2015/NĐ-CP, QĐ 157/2007/QĐ-TTg”. Có thời hạn thì thêm “từ 01/01/2026 đến 31/12/2026”.
basis-read = Căn cứ: { $names }
basis-since = từ { $day }
basis-until = đến { $day }
basis-over = ⚠ { $name } { $day ->
    [none] đã hết hiệu lực{ $after ->
        [none] {""}
       *[other] , nay là { $after }
    }. Anh chị coi lại câu trả lời còn đúng không giúp em.
   *[other] hết hiệu lực từ { $day }{ $after ->
        [none] {""}
       *[other] , sau đó là { $after }
    }. Anh chị coi lại câu trả lời đúng tới khi nào giúp em.
}
basis-past = ⚠ Căn cứ này chỉ đến { $day }, đã qua rồi. Anh chị coi lại, hoặc bấm Căn cứ ghi thời hạn mới.
basis-named-over = { $name } (đã hết hiệu lực)
basis-unclear = Em chưa đọc ra tên văn bản nào. Anh chị viết như “NĐ 28/2015/NĐ-CP” hoặc “Luật Bảo hiểm y tế” giúp em.
basis-no-date = Ngày tháng không có thật. Anh chị viết như “từ 01/01/2026 đến 31/12/2026” giúp em.
basis-laid = Đã ghi căn cứ{ $names ->
        [none] {""}
       *[other] : { $names }
    }.
bases-button = Căn cứ hết hiệu lực
bases = Văn bản nào đã hết hiệu lực?
bases-none = Chưa có câu trả lời nào ghi căn cứ.
basis-after-ask = { $name } là căn cứ của { $many } câu trả lời. Văn bản nào thay thế, từ ngày nào (như “NĐ 61/2026/NĐ-CP từ 01/07/2026”)?
basis-nothing-button = Không có gì thay
basis-ended = { $name } { $day ->
    [none] đã hết hiệu lực: { $answers } câu trả lời thôi không đưa ra nữa.
   *[other] hết hiệu lực từ { $day }: tới ngày đó { $answers } câu trả lời thôi không đưa ra nữa.
} { $many } người đã nhận câu trả lời theo văn bản này.
basis-line-ended = { $name } ({ $day ->
    [none] đã hết hiệu lực
   *[other] hết hiệu lực từ { $day }
})
basis-again = { $name } còn hiệu lực như trước, { $answers } câu trả lời lại được đưa ra. Nếu đã báo người nhận thì anh chị soạn thông báo nói lại giúp em.
basis-in-force = { $name } đang còn hiệu lực, không có gì để hoàn tác. Anh chị mở lại /traloi nếu muốn ghi hết hiệu lực.
basis-tell-button = Báo người đã nhận
basis-ended-already = { $name } đã được ghi là hết hiệu lực rồi.
basis-gone = Em không tìm thấy văn bản này nữa. Anh chị mở lại /traloi giúp em.
basis-news = Trước đây cô chú có nhận câu trả lời theo { $name }. { $day ->
    [none] Văn bản này đã hết hiệu lực
   *[other] Từ { $day } văn bản này hết hiệu lực
}, cô chú cần thì hỏi lại để được trả lời theo quy định mới.
basis-news-replaced = Trước đây cô chú có nhận câu trả lời theo { $name }. { $day ->
    [none] Nay đã có { $after } thay thế
   *[other] Từ { $day } có { $after } thay thế
}, cô chú cần thì hỏi lại để được trả lời theo quy định mới.
announce-to-basis = Người đã nhận câu trả lời theo văn bản cũ{ $name ->
        [none] {""}
       *[other] {" "}({ $name })
    }
reuse-button = Dùng lại { $number }

## Câu trả lời hết thời hạn
ends-digest =
    { $ended ->
        [0] Có { $soon } câu trả lời của cơ quan mình sắp hết thời hạn:
       *[other] { $soon ->
            [0] Có { $ended } câu trả lời của cơ quan mình đã hết thời hạn, em thôi không đưa ra nữa:
           *[other] Có { $ended } câu trả lời của cơ quan mình đã hết thời hạn, em thôi không đưa ra nữa, và { $soon } câu sắp hết:
        }
    }
    { $lines }

    Bà con đã nhận thì chưa được báo. { $group ->
        [yes] Cán bộ của cơ quan nhắn riêng cho em /hangdoi để gia hạn, viết câu mới hay báo bà con; ai chưa vào được thì nhờ ban tổ chức mời.
       *[no] Anh chị gia hạn, viết câu mới hay báo bà con giúp em.
    }
ends-line = - { $number }{ $topic ->
        [none] {""}
       *[other] {" "}· { $topic }
    } · { $ended ->
        [yes] đã hết ngày { $day }
       *[no] đúng tới hết ngày { $day }
    }
ends-nobody =
    { $office } có câu trả lời hết thời hạn ({ $ended }) hay sắp hết ({ $soon }) mà chưa ai của cơ quan đó nhận tin được:
    { $lines }

    Anh chị mời người của cơ quan đó (/moi) giúp em, họ mở /hangdoi là thấy.
ends-nobody-private =
    { $office } có { $many } câu trả lời riêng, chỉ lãnh đạo được xem, đã hết hay sắp hết thời hạn. Ở đó em chưa nhắn được cho lãnh đạo nào.

    Anh chị mời lãnh đạo cơ quan đó (/moi) giúp em, họ mở /hangdoi là thấy.
ends-one-button = { $number }
ends-all-button = Xem cả { $many } câu
ends-list-button = Câu trả lời có thời hạn
ends-prolong-button = Gia hạn
ends-see-button = Mở xem
ends-anew-button = Viết câu mới
ends-tell-button = Báo người đã nhận
ends-list =
    Câu trả lời sắp hết hay mới hết thời hạn:
    { $lines }
ends-none = Dạ không có câu trả lời nào sắp hết hay mới hết thời hạn.
ends-card =
    Câu { $number }, { $ended ->
        [yes] đã hết thời hạn ngày { $day }
       *[no] đúng tới hết ngày { $day }
    }:
    “{ $question }”

    { $answer }

    { $told ->
        [yes] Đã báo { $many } người đã nhận.
       *[no] { $many } người đã nhận, chưa ai được báo.
    }
ends-prolong-ask = Câu { $number } đúng tới hết ngày nào? Anh chị nhắn một ngày, ví dụ: 31/12/2027.
ends-prolonged = Câu { $number } nay { $to ->
        [earlier] chỉ đúng tới hết ngày { $day }, sớm hơn trước
       *[later] đúng tới hết ngày { $day }
    }{ $law ->
        [none] { $to ->
            [earlier] ; sau đó em thôi đưa ra.
           *[later] , tới đó em vẫn đưa ra cho bà con.
        }
       *[other] . Nhưng { $law } hết hiệu lực từ { $since }, từ đó em không đưa ra nữa; anh chị bấm Viết câu mới giúp em.
    }
ends-prolonged-by = { $to ->
    [earlier] { $name } đã đổi ngày của câu trả lời { $number }: nay chỉ đúng tới hết ngày { $day }, sớm hơn trước.
   *[later] { $name } đã gia hạn câu trả lời { $number } tới hết ngày { $day }.
}
ends-day-unclear = Em chưa rõ ngày nào, từ hôm nay trở đi và không quá 10 năm. Anh chị nhắn một ngày, ví dụ: 31/12/2027.
ends-gone = Câu trả lời này nay không còn thời hạn, hoặc đã có câu mới thay. Anh chị mở /hangdoi giúp em.
ends-told-already = Bà con đã nhận câu này thì em báo rồi, anh chị không cần báo nữa.
ends-changed = Từ lúc soạn tới nay câu trả lời này đã có thời hạn khác, hoặc chỉ còn riêng người hỏi được biết. Anh chị trả lại giúp em, để người soạn mở câu đó báo lại.
ends-told-alone = Câu này chỉ riêng người hỏi nhận, em báo họ liền đây.
announce-to-answer = Người đã nhận câu trả lời { $name }

## Bản tiếng Khmer
khmer-button = Thêm bản tiếng Khmer
khmer-ask = Anh chị nhắn bản tiếng Khmer do người viết, hay gửi tin thoại hoặc tệp OGG, MP3, M4A đọc bản đó. Ai dùng tiếng Khmer sẽ nhận bản này trước, trang chung để ngay dưới bản tiếng Việt.
khmer-read = Bản tiếng Khmer: { $khmer }
khmer-letters = Em không thấy chữ Khmer trong tin này. Anh chị nhờ người viết bằng chữ Khmer giúp em.
