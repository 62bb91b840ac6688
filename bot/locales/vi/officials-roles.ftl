### Ai đang giữ việc gì, và cho thôi việc người đã chuyển đi.

roles-button = Ai đang giữ việc
roles-where = Anh chị xem người giữ việc ở đâu?
roles-whose = Ai đã nghỉ hoặc chuyển đi, thưa anh chị? Anh chị bấm tên người đó.
roles-none = Chưa có ai ở đây mà anh chị mời được.
role-holder = { $name } – { $what }
end-role-sure = { $name } sẽ không còn là { $role }{ $scope ->
    [none] {""}
   *[other] {" "}– { $scope }
} nữa, việc đang giữ thì người khác nhận. Anh chị chắc không?
end-role-yes-button = Đúng, cho thôi
role-ended = Đã ghi: { $name } không còn là { $role }{ $scope ->
    [none] {""}
   *[other] {" "}– { $scope }
}. { $told ->
    [yes] Em đã báo cho người đó.
   *[no] Em không nhắn được cho người đó, anh chị báo giúp em.
}
role-taken = Từ giờ anh chị không còn là { $role }{ $scope ->
    [none] {""}
   *[other] {" "}– { $scope }
} ở đây nữa, em cảm ơn anh chị đã lo cho bà con.
queue-left = ⚠️ { $office } { $left ->
    [officers] không còn lãnh đạo nào để duyệt câu trả lời.
   *[nobody] không còn ai nhận câu hỏi.
} Anh chị nhắn /moi để mời người thay giúp em.
may-not-end-role = Anh chị chưa được quyền cho thôi vai trò này. Anh chị nhờ ban tổ chức làm giúp em.
role-ended-already = Vai trò này không còn ai giữ nữa, anh chị không cần làm gì thêm.
