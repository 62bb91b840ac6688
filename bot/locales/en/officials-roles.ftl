### Who works where, and ending the role of somebody who left.

roles-button = Who works where
roles-where = Where would you like to look?
roles-whose = Who has left? Press their name.
roles-none = There is nobody here yet to whom you could have given a role.
role-holder = { $name } – { $what }
end-role-sure = { $name } will no longer be { $role }{ $scope ->
    [none] {""}
   *[other] {" "}– { $scope }
}, and others take over what they hold. Are you sure?
end-role-yes-button = Yes, end it
role-ended = Noted: { $name } is no longer { $role }{ $scope ->
    [none] {""}
   *[other] {" "}– { $scope }
}. { $told ->
    [yes] I have let them know.
   *[no] I cannot reach them, so please tell them.
}
role-taken = From now on you are no longer { $role }{ $scope ->
    [none] {""}
   *[other] {" "}– { $scope }
} here; thank you for what you did for people.
queue-left = ⚠️ { $office } { $left ->
    [officers] has no head left to approve answers.
   *[nobody] has nobody left to take questions.
} Please write /moi to invite somebody.
may-not-end-role = You may not end this role yet. Please ask the organisers.
role-ended-already = Nobody holds this role any more, so there is nothing left to do.
