### Chỗ ngồi ở buổi đối thoại: lời mời và câu trả lời của bà con.

seat-yes-button = Sẽ đến
seat-no-button = Không đến được
seat-guest-button = Nhờ người khác đi
seat-self-button = Tôi tự đi
seat-offer =
    Dạ em mời nhà cô chú { $name } dự { $session } lúc { $at } tại { $place }, cô chú mang theo căn cước nếu tiện.
    Cô chú trả lời giúp em trước { $until }: nhà mình đi được không?
seat-accepted =
    Dạ em giữ chỗ ở { $session } cho { $guest ->
        [none] nhà mình
       *[other] { $guest } đi thay nhà mình
    }: { $at }, { $place }. Có gì thay đổi thì cô chú bấm Không đến được giúp em.
seat-declined = Dạ em { $had ->
    [waiting] rút tên nhà mình khỏi danh sách chờ của { $session }
    [listed] rút tên nhà mình khỏi danh sách đăng ký { $session }
    [declined] ghi nhà mình không đi { $session }
    [lapsed] ghi nhà mình không đi { $session }
   *[seat] nhường chỗ ở { $session } cho bà con khác
}, cảm ơn cô chú đã báo. Cô chú đổi ý thì bấm { $had ->
    [waiting] Sẽ đến, còn chỗ là em giữ, hết chỗ em ghi lại vào danh sách chờ.
    [listed] Đăng ký dự đối thoại.
    [declined] Sẽ đến, còn chỗ là em giữ cho nhà mình.
    [lapsed] Sẽ đến, còn chỗ là em giữ cho nhà mình.
   *[seat] Sẽ đến, còn chỗ là em giữ cho nhà mình.
}
seat-waits-again = Dạ chỗ ở { $session } đã có bà con khác nhận, nên em ghi nhà mình vào danh sách chờ. { $then ->
    [door] Cô chú cứ tới bàn ghi tên ở hội trường, còn chỗ là vô được.
   *[asked] Có chỗ trống em báo liền.
}
seat-guest-ask = Ai đi thay nhà mình, cô chú cho em xin họ tên?
seat-lapsed = Dạ em chưa nghe cô chú trả lời nên đã mời bà con khác tới { $session }. Cô chú vẫn muốn đi thì bấm Sẽ đến, còn chỗ là em giữ cho nhà mình.
seat-reminder =
    Dạ em nhắc cô chú: { $day ->
        [morning] hôm nay
       *[other] còn ba ngày nữa
    } là { $session }, { $at } tại { $place }. Không đi được thì cô chú bấm Không đến được giúp em.
seat-not-offered = Dạ nhà mình có tên trong danh sách đăng ký { $session }, mà chưa tới lượt mời. Có chỗ cho nhà mình là em nhắn mời liền, cô chú chưa phải làm gì.
seat-waits = Dạ nhà mình đang ở danh sách chờ của { $session }, giờ chưa có chỗ trống. { $then ->
    [door] Sát giờ rồi nên em không nhắn mời nữa, cô chú cứ tới bàn ghi tên ở hội trường, còn chỗ là vô được.
   *[asked] Có chỗ tới lượt nhà mình là em nhắn hỏi cô chú liền, cô chú chưa phải làm gì.
}
not-your-seat = Dạ chỗ này không phải của nhà mình. Cô chú vào Lịch đối thoại để xem chỗ của nhà mình.
seat-unknown = Dạ em không thấy chỗ này nữa, cô chú vào Lịch đối thoại để xem.
seat-came-already = Dạ nhà mình đã ghi tên vào hội trường rồi. Cô chú cần gì thì nói với anh chị ở bàn ghi tên.
session-over = Dạ buổi này đã xong rồi. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em.
namesake-joined = Dạ nhà mình có sẵn trong danh sách của { $place } rồi, em nối lại cho cô chú. Có tin về chỗ ngồi em báo vào đây.

## Mã trên giấy mời
paper-whose = Dạ đây là giấy mời của nhà { $name }. Cô chú là người trong nhà, hay người giúp nhà đó?
paper-self-button = Người trong nhà
paper-help-button = Tôi giúp nhà này
paper-joined = Dạ từ giờ có tin cho nhà { $name } em báo vào đây. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em.
paper-offer-waits = Dạ từ giờ có tin cho nhà { $name } em báo vào đây. { $session } lúc { $at } tại { $place }, nhà mình đi được không?
paper-not-good = Dạ mã này không đúng hoặc đã quá hạn. Cô chú coi lại trên giấy mời, hoặc hỏi trưởng khóm, trưởng ấp giúp em.
