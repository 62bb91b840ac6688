### Seats at a dialogue: the offer and what people answer.

seat-yes-button = We will come
seat-no-button = We cannot come
seat-guest-button = Send someone else
seat-self-button = I come myself
seat-offer =
    Your household ({ $name }) is invited to { $session }, { $at }, { $place }; bring your identity card if it is at hand.
    Please answer before { $until }: can you come?
seat-accepted =
    I keep a seat at { $session } for { $guest ->
        [none] your household
       *[other] { $guest }, who comes in your place
    }: { $at }, { $place }. If anything changes, please press We cannot come.
seat-declined = { $had ->
    [waiting] I take your household off the waiting list of { $session }
    [listed] I take your household off the list of { $session }
    [declined] I note that your household does not come to { $session }
    [lapsed] I note that your household does not come to { $session }
   *[seat] I pass your seat at { $session } on to others
}, thank you for telling me. If you change your mind press { $had ->
    [waiting] We will come; if a seat is left it is yours, if not you wait again.
    [listed] Sign up for a dialogue.
    [declined] We will come; if a seat is left, it is yours.
    [lapsed] We will come; if a seat is left, it is yours.
   *[seat] We will come; if a seat is left, it is yours.
}
seat-waits-again = Your seat at { $session } has gone to others, so I put your household on the waiting list. { $then ->
    [door] Please come to the desk in the hall: you can go in if a seat is left.
   *[asked] I will tell you as soon as a seat is free.
}
seat-guest-ask = Who comes in your place, may I have the full name?
seat-lapsed = I have not heard from you, so I invited others to { $session }. If you still want to come press We will come; if a seat is left, it is yours.
seat-reminder =
    A reminder: { $day ->
        [morning] today
       *[other] in three days
    } is { $session }, { $at }, { $place }. If you cannot come, please press We cannot come.
seat-not-offered = Your household is on the list of { $session }, but it has not been your turn yet. I invite you as soon as there is a seat for you; there is nothing you have to do.
seat-waits = Your household is on the waiting list of { $session }; no seat is free at the moment. { $then ->
    [door] It starts too soon for me to invite anybody, so please come to the desk in the hall: you can go in if a seat is left.
   *[asked] I ask you as soon as one is free and it is your turn; there is nothing you have to do.
}
not-your-seat = This seat is not your household's. Open Dialogue schedule to see your own.
seat-unknown = I do not find this seat any more, please open Dialogue schedule.
seat-came-already = Your household is already checked in. If you need anything, ask at the desk in the hall.
session-over = This dialogue is over. If there is something you want to ask, just write to me.
namesake-joined = Your household is on the list of { $place } already, and I have joined the two. News of your seat comes here.

## The code on a paper invitation
paper-whose = This is the invitation of { $name }. Do you live there, or do you help that household?
paper-self-button = I live there
paper-help-button = I help this household
paper-joined = From now on news for { $name } comes here. If there is something you want to ask, just write to me.
paper-offer-waits = From now on news for { $name } comes here. { $session } is at { $at }, { $place }: can you come?
paper-not-good = This code is wrong, or out of date. Please look at the paper again, or ask the head of your hamlet.
