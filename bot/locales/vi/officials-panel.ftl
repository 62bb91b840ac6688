### Bàn trả lời của buổi đối thoại. Bot xưng "em", gọi "anh chị".

panel-button = Bàn trả lời
panel-me-button = Tôi dự
panel-other-button = Người khác dự
panel-name-button = Ghi người dự: { $office }
panel-remind-button = Nhắc những nơi chưa báo
panel-invitation =
    Ban tổ chức mời { $office } dự { $session }, { $at }, tại { $place }, ngồi bàn trả lời bà con. Ai sẽ dự?
panel-post-ask = Chức vụ của anh chị ghi trên bảng tên là gì?
panel-who-ask = Anh chị nhắn họ tên và chức vụ người dự của { $office }, cách nhau dấu phẩy. Ví dụ: Trần Văn A, Phó Giám đốc.
panel-who-unclear = Em chưa rõ tên và chức vụ. Anh chị nhắn họ tên, dấu phẩy, rồi chức vụ, ví dụ: Trần Văn A, Phó Giám đốc.
panel-noted =
    Em đã ghi { $name }, { $post }, dự { $session }, { $at }, tại { $place }. Có đổi người thì anh chị bấm nút dưới.
panel =
    Bàn trả lời { $session }:

    { $places }
panel-place = { $office }: { $name ->
    [none] { $reached ->
        [yes] chưa báo ai dự
       *[no] chưa mời được qua chat
    }
   *[other] { $name }, { $post }
}
panel-reminded = Em đã nhắc { $many } nơi chưa báo người dự.
panel-by-paper =
    { $session }: mấy nơi này chưa có lãnh đạo nào trên chat, anh chị gửi giấy mời giúp em{ $short ->
        [yes] {" "}ngay, vì còn chưa tới 3 ngày làm việc
       *[no] {""}
    }:

    { $offices }
panel-late = { $session } còn chưa tới 3 ngày làm việc nên giấy mời các cơ quan bị trễ so với quy định. Anh chị gọi thêm cho chắc giúp em.
panel-gone = Nơi này không còn trên bàn trả lời. Anh chị mở /phien để xem lại.
panel-not-yours = Chỗ này do lãnh đạo cơ quan đó báo. Anh chị cần đổi thì nhờ ban tổ chức.

## Giấy gửi bàn trả lời
panel-letters-button = In giấy mời
panel-send-button = Gửi câu hỏi, kịch bản ngay
panel-sending = { $many ->
    [0] Chưa nơi nào có lãnh đạo trên chat, em chỉ gửi kịch bản cho ban tổ chức và thư ký. Câu hỏi thì anh chị lấy ở Giấy tờ rồi gửi giúp em.
   *[other] Em đang gửi câu hỏi cho { $many } nơi, kịch bản cho ban tổ chức và thư ký. Chừng một phút là tới.
}
panel-pack =
    { $many ->
        [0] { $session }, { $at }: tới giờ chưa có câu hỏi nào gửi trước cho { $office }. Tại buổi bà con hỏi thêm thì anh chị trả lời giúp em.
       *[other] { $session }, { $at }: { $round ->
            [invited] bà con đã gửi { $office } { $many } câu hỏi, em kèm đây, không ghi tên ai.
           *[eve] em gửi lại câu hỏi bà con gửi { $office }, tới giờ là { $many } câu, không ghi tên ai.
        } Anh chị xem trước giúp em.
    }
panel-order = Kịch bản điều hành { $session }, { $at }, em kèm đây. Anh chị in cho chủ trì giúp em.
