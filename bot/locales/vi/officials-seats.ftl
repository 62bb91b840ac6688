### Xếp chỗ cho buổi đối thoại: lời nói với ban tổ chức, phường, khóm, ấp.

## Thẻ của một buổi
seat-session-button = Chỗ ngồi { $session }
plan-seats-button = Xếp chỗ
seat-lists-button = Xem danh sách
sign-off-button = Ký duyệt
seat-card =
    { $session }: { $at }
    { $stage ->
        [cancelled] Buổi này đã hủy{ $why ->
            [none] {""}
           *[other] : { $why }
        }.
        [none] Chưa xếp chỗ{ $listed ->
            [0] , danh sách hộ còn trống.
           *[other] ; { $listed } hộ trong danh sách.
        }
        [proposed] Đã xếp, chưa ký duyệt{ $listed ->
            [0] .
           *[other] ; { $listed } hộ chưa được xếp.
        }
       *[other] Đã ký duyệt: { $accepted } hộ sẽ đến, { $offered } hộ chưa trả lời, { $declined } hộ không đến.
    }

    { $groups }
seat-card-group = { $name }: { $seated }/{ $seats } chỗ
seat-card-group-empty = { $name }: { $seats } chỗ
seat-card-ward = · { $ward }: { $seated }/{ $places }, chờ { $waiting }

## Danh sách và lý do
seat-list-which = Anh chị xem danh sách nào của { $session }?
seat-list-button = { $ward } · { $name }
seat-list =
    { $ward }

    { $lines }

    Anh chị bấm số để mở từng hộ.
seat-list-empty = { $ward } chưa có hộ nào trong nhóm này.
seat-list-line =
    { $number }. { $name }: { $standing }
    { $reason }.
seat-one =
    { $name }: { $standing }
    { $reason }.
seat-erased-name = (đã xóa)
seat-state-listed = không xếp
seat-state-planned = có chỗ
seat-state-waiting = chờ
seat-state-offered = đã mời
seat-state-accepted = sẽ đến
seat-state-declined = không đến được
seat-state-lapsed = không trả lời
seat-state-came = đã đến
seat-state-absent = vắng
seat-reason-woman = phụ nữ chủ hộ
seat-reason-people = dân tộc { $people }
seat-reason-reserve = phường ghi dự phòng
seat-reason-nothing-known = chưa có thông tin hộ
seat-reason-place = thứ { $number } trong { $of } chỗ của { $ward }
seat-reason-moved = ngồi chỗ mà { $other } không dùng hết
seat-reason-released = ngồi chỗ mà nhóm “{ $other }” không dùng hết
seat-reason-waits = thứ { $number } chờ của { $ward }
seat-reason-no-place = { $ward } không còn chỗ xếp theo thứ tự
seat-reason-joined = đăng ký sau khi đã ký duyệt
seat-reason-behind-last-time = đã dự buổi khác, hộ có chỗ sau cùng thì chưa
seat-reason-behind-woman = hộ có chỗ sau cùng do phụ nữ làm chủ
seat-reason-behind-minority = hộ có chỗ sau cùng là dân tộc thiểu số
seat-reason-behind-need = hộ có chỗ sau cùng khó khăn hơn
seat-reason-behind-order = cùng điều kiện, đứng sau trong danh sách
seat-reason-edit-in = { $name } đưa vào vì “{ $why }”
seat-reason-edit-out = { $name } đưa ra vì “{ $why }”
seat-reason-edit-up = { $name } đưa lên đầu danh sách chờ vì “{ $why }”

## Sửa bằng tay, ký duyệt
seat-put-in-button = Đưa vào
seat-take-out-button = Đưa ra
seat-move-up-button = Lên đầu danh sách chờ
seat-undo-button = Bỏ phần sửa tay
seat-comes-button = Hộ này sẽ đến
seat-stays-button = Hộ này không đến
seat-why-ask = Vì sao vậy anh chị? Em ghi lý do bên cạnh tên hộ.
seat-why-missing = Chỗ sửa tay nào cũng cần lý do. Anh chị ghi vài chữ giúp em.
seat-plan-signed = Danh sách này đã ký duyệt nên em không sửa được nữa. Hộ không đi được thì báo lại, em mời hộ kế tiếp.
seat-plan-changed = Danh sách đã đổi sau khi anh chị xem. Anh chị xem lại rồi ký duyệt bản mới giúp em.
seat-settled = Hộ này đã được mời hoặc đã trả lời, em không sửa được nữa. Anh chị mở danh sách để xem.
session-begun = { $session } đã bắt đầu nên không mời thêm được nữa. Hộ tới hội trường thì anh chị ghi tên ở cửa.
sign-off-sure = { $session }: mời { $seated } hộ trên { $seats } chỗ, { $waiting } hộ chờ. Ký rồi em gửi lời mời liền và không sửa danh sách nữa, anh chị ký duyệt không?
sign-off-yes-button = Ký duyệt, mời { $seated } hộ
signed-off = Đã ký duyệt, em đang mời { $invited } hộ. Hộ không nhắn tin được thì mời bằng giấy qua trưởng khóm, trưởng ấp.

## Hỏi tận nhà
short-list =
    { $session }, { $at }{ $hamlet ->
        [none] {""}
       *[other] {" "}· { $hamlet }
    }: các hộ này chưa trả lời giấy mời, anh chị ghé hỏi giúp em rồi bấm theo chữ cái.

    { $names }
short-list-long =
    { $session }, { $at }: { $many } hộ chưa trả lời giấy mời ở những khóm, ấp chưa có trưởng khóm dùng máy này. Anh chị nhờ phường ghé hỏi giúp em, rồi mở danh sách của buổi để ghi câu trả lời.

    { $names }
paper-offer =
    { $session }, { $at }: có chỗ trống, em mời { $name }{ $home ->
        [none] {""}
       *[other] {" "}({ $home })
    }. Hộ này không nhắn tin được, anh chị đưa giấy mời rồi bấm câu trả lời giúp em.
short-list-line = { $letter }. { $name }
short-list-yes-button = { $letter }. Sẽ đến
short-list-no-button = { $letter }. Không đến
short-list-away-button = { $letter }. Chưa gặp
short-list-goes = Em ghi { $name } sẽ đến, cảm ơn anh chị.
short-list-waits = Em ghi { $name } muốn đến mà chỗ đã mời hộ khác, nên hộ này vào danh sách chờ. Anh chị nói lại giúp em: có chỗ trống em báo liền.
short-list-goes-not = Em ghi { $name } không đến, em mời hộ kế tiếp. Cảm ơn anh chị.
short-list-not-met =
    Em ghi chưa gặp { $name }. { $standing ->
        [again] Mai em nhắc anh chị ghé lại.
        [offered] { $until ->
            [none] Không còn ngày để em nhắc lại, anh chị ghé thêm trước buổi giúp em.
           *[other] Chỗ này em giữ tới { $until }, anh chị ghé lại trước giờ đó giúp em.
        }
        [waiting] Hộ này đang ở danh sách chờ, anh chị khỏi ghé lại.
        [declined] Hộ này đã báo không đến, anh chị khỏi ghé lại.
        [lapsed] Hết hạn trả lời nên em đã mời hộ khác, anh chị khỏi ghé lại.
       *[other] Hộ này đã báo sẽ đến, anh chị khỏi ghé lại.
    }
household-unknown = Hộ này không còn trong danh sách nữa. Anh chị mở Các buổi để xem danh sách mới.
not-your-hamlet = Hộ này không thuộc khóm, ấp của anh chị. Anh chị nhờ trưởng khóm, trưởng ấp ở đó hoặc ban tổ chức giúp em.

## Ở cửa hội trường
no-seat-yet = Hộ này chưa có chỗ. Anh chị ghi là hộ tới thêm, còn chỗ thì em xếp.
door-full = { $session } đã hết chỗ cho nhóm này. Anh chị mời hộ ngồi chờ, có chỗ trống thì ghi lại.
door-later = { $session } chưa bắt đầu, chỗ trống dành cho hộ trong danh sách. Anh chị mời hộ chờ tới giờ khai mạc rồi ghi lại.

## Trùng tên
namesake-ask = { $name } vừa tự đăng ký qua tin nhắn, danh sách phường cũng có hộ tên này ở { $place }. Có phải cùng một hộ không, anh chị?
namesake-ask-helped = Có người nhận hỏi giúp { $name } qua tin nhắn, danh sách phường cũng có hộ tên này ở { $place }. Có phải cùng một hộ không, anh chị?
namesake-yes-button = Cùng một hộ
namesake-no-button = Hai hộ khác nhau
namesake-same = Em đã nối { $name } với hộ trong danh sách phường, từ giờ em báo qua tin nhắn. Cảm ơn anh chị.
namesake-other = Em để hai hộ riêng. Cảm ơn anh chị.
