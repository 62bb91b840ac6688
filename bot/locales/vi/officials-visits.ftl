### Tin chưa ai đọc cho bà con nghe: trưởng khóm, trưởng ấp ghé nhà.

visit-list =
    { $hamlet ->
        [none] Các hộ này
       *[other] { $hamlet }: các hộ này
    } có tin mà chưa ai đọc cho nghe. Anh chị ghé nhà, mở ra đọc giúp em rồi bấm theo chữ cái.

    { $names }
visit-line = { $letter }. { $who }
visit-open-button = { $letter }. Mở ra đọc
visit-away-button = { $letter }. Chưa gặp
