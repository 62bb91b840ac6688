### Tin chưa ai đọc cho bà con nghe: trưởng khóm, trưởng ấp ghé nhà.

visit-list =
    { $hamlet ->
        [none] Các hộ này
       *[other] { $hamlet }: các hộ này
    } có tin mà chưa ai đọc cho nghe. Anh chị ghé nhà, mở ra đọc giúp em rồi bấm theo chữ cái.

    { $names }
visit-open-button = { $letter }. Mở ra đọc
visit-away-button = { $letter }. Chưa gặp
visit-list-long =
    { $many } hộ có tin mà chưa ai đọc cho nghe, ở những khóm, ấp chưa có trưởng khóm, trưởng ấp dùng máy này. Anh chị nhờ phường ghé đọc giúp em nghe.

    { $names }
visits-button = Xem từng hộ
visits = Các hộ này có tin mà chưa ai đọc cho nghe. Anh chị muốn mở tin của hộ nào?
visits-none = Các hộ đều nghe tin rồi, không còn hộ nào chờ. Cảm ơn anh chị.
visit-home-button = { $who } · { $place }
