### Giving seats at a dialogue: what organisers, wards and hamlet heads read.

## The card of one session
seat-session-button = Seats of { $session }
plan-seats-button = Plan seats
seat-lists-button = See the lists
sign-off-button = Sign off
seat-card =
    { $session }: { $at }
    { $stage ->
        [cancelled] This session was called off{ $why ->
            [none] {""}
           *[other] : { $why }
        }.
        [none] No plan yet{ $listed ->
            [0] , and the list is empty.
           *[other] ; { $listed } households are on the list.
        }
        [proposed] Planned, not signed off{ $listed ->
            [0] .
           *[other] ; { $listed } households are not in the plan.
        }
       *[other] Signed off: { $accepted } households come, { $offered } have not answered, { $declined } do not come.
    }

    { $groups }
seat-card-group = { $name }: { $seated }/{ $seats } seats
seat-card-group-empty = { $name }: { $seats } seats
seat-card-ward = · { $ward }: { $seated }/{ $places }, { $waiting } waiting

## Lists and reasons
seat-list-which = Which list of { $session } do you want to see?
seat-list-button = { $ward } · { $name }
seat-list =
    { $ward }

    { $lines }

    Press a number to open that household.
seat-list-empty = { $ward } has no household in this group yet.
seat-list-line =
    { $number }. { $name }: { $standing }
    { $reason }.
seat-one =
    { $name }: { $standing }
    { $reason }.
seat-erased-name = (erased)
seat-state-listed = not in the plan
seat-state-planned = has a seat
seat-state-waiting = waits
seat-state-offered = invited
seat-state-accepted = comes
seat-state-declined = does not come
seat-state-lapsed = did not answer
seat-state-came = came
seat-state-absent = was not there
seat-reason-woman = led by a woman
seat-reason-people = { $people } people
seat-reason-reserve = on the ward's reserve list
seat-reason-nothing-known = nothing known about the household yet
seat-reason-place = number { $number } of the { $of } places of { $ward }
seat-reason-moved = on a place that { $other } did not need
seat-reason-released = on a place that the group “{ $other }” did not need
seat-reason-waits = number { $number } waiting in { $ward }
seat-reason-no-place = { $ward } has no place left to give by rank
seat-reason-joined = signed up after the plan was signed off
seat-reason-behind-last-time = was at another session, the last one seated was not
seat-reason-behind-woman = the last one seated is led by a woman
seat-reason-behind-minority = the last one seated belongs to an ethnic minority
seat-reason-behind-need = the last one seated is in greater need
seat-reason-behind-order = the same conditions, further down the list
seat-reason-edit-in = { $name } put it in because “{ $why }”
seat-reason-edit-out = { $name } took it out because “{ $why }”
seat-reason-edit-up = { $name } moved it to the head of those waiting because “{ $why }”

## Changing by hand, signing off
seat-put-in-button = Put in
seat-take-out-button = Take out
seat-move-up-button = To the head of those waiting
seat-undo-button = Undo the change by hand
seat-comes-button = This household comes
seat-stays-button = This household does not come
seat-why-ask = Why? The reason is kept beside the household's name.
seat-why-missing = Every change by hand needs a reason. Please write a few words.
seat-plan-signed = This plan is signed off and cannot be changed any more. If a household cannot come, the next one is invited.
seat-plan-changed = The plan has changed since you looked. Please look again and sign off the new one.
seat-settled = This household is invited or has answered, so its place cannot be changed. Please open the list.
session-begun = { $session } has begun, so nobody is invited any more. Households that come are checked in at the door.
sign-off-sure = { $session }: { $seated } households are invited to { $seats } seats, { $waiting } wait. Offers go out at once and the list is not changed any more: do you sign it off?
sign-off-yes-button = Sign off, invite { $seated }
signed-off = Signed off, { $invited } households are being invited. Those without a chat are invited on paper by the head of their hamlet.

## Going to ask
short-list =
    { $session }, { $at }{ $hamlet ->
        [none] {""}
       *[other] {" "}· { $hamlet }
    }: these households have not answered their invitation, please go and ask, then press by letter.

    { $names }
short-list-long =
    { $session }, { $at }: { $many } households have not answered, in hamlets whose head is not in this chat. Please have the ward ask them, then open the session's list to enter what they say.

    { $names }
paper-offer =
    { $session }, { $at }: a seat is free, and { $name }{ $home ->
        [none] {""}
       *[other] {" "}({ $home })
    } is invited. This household has no chat: please bring the invitation, then press what it says.
short-list-line = { $letter }. { $name }
short-list-yes-button = { $letter }. Comes
short-list-no-button = { $letter }. Does not come
short-list-away-button = { $letter }. Not met
short-list-goes = I noted that { $name } comes, thank you.
short-list-waits = { $name } would like to come, but the seat was offered to others, so I put the household on the waiting list. Please tell them: as soon as a seat is free I will say so.
short-list-goes-not = I noted that { $name } does not come, and invite the next one. Thank you.
short-list-not-met =
    I noted that you did not meet { $name }. { $standing ->
        [again] I will remind you tomorrow.
        [offered] { $until ->
            [none] There is no day left to remind you, please try once more before the dialogue.
           *[other] The seat is held until { $until }, please try once more before that.
        }
        [waiting] They are on the waiting list, no need to go again.
        [declined] They have said that they do not come, no need to go again.
        [lapsed] The time to answer is over and others were offered the seat, no need to go again.
       *[other] They have said that they come, no need to go again.
    }
household-unknown = This household is not on the list any more. Please open Dialogues to see the list as it is.
not-your-hamlet = This household is not in your hamlet. Please ask the head of that hamlet, or the organisers.

## At the door of the hall
no-seat-yet = This household has no seat. Enter it as one that came without; it sits if a seat is free.
door-full = { $session } has no seat left for this group. Ask the household to wait, and enter it again when one is free.
door-later = { $session } has not begun, free seats are kept for those on the list. Ask the household to wait for the start, then enter it again.

## Namesakes
namesake-ask = { $name } has signed up by message, and the ward's list has a household of that name in { $place }. Is it the same household?
namesake-ask-helped = Somebody asks by chat for { $name }; the list of the ward has a household of that name in { $place }. Is it the same household?
namesake-yes-button = The same household
namesake-no-button = Two households
namesake-same = I joined { $name } with the household on the ward's list and write to them from now on. Thank you.
namesake-other = They stay two households. Thank you.
