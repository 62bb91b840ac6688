### Invitations on paper with a code: the page of each household.

invited-title = Invitation to { $session }
invited-for = For the household of { $name }
invited-when = When
invited-where = Where
invited-bring = Bring
invited-bring-what = this invitation, and your identity card if you have it at hand
invited-until = Answer before
invited-ask = Can your household come?
invited-offered = We are holding a seat for your household.
invited-accepted = We have noted that { $guest ->
    [none] your household comes.
   *[other] { $guest } comes for your household.
} Show this invitation at the door.
invited-declined = We have noted that your household is not coming, and others get the seat. If you change your mind press We will come: if a seat is left it is yours.
invited-lapsed = We had no answer, so others were offered this seat. If you still want to come press We will come: if a seat is left it is yours.
invited-waiting = Others have taken the seats, and your household is on the waiting list. We tell you as soon as one is free.
invited-came = Your household has been checked in.
invited-over = This session is over. Whatever you want to ask, just write to us.
invited-cancelled = This session was called off{ $why ->
    [none] {""}
   *[other] : { $why }
}. Whatever you want to ask, just write to us.
invited-guest-name = Name of who comes instead
invited-chat = Get news on your phone
invited-chat-why = We send the day and your household's news to your phone. A shared phone is fine: each household hears its own.
invited-chat-web = Open the chat
invited-chat-telegram = Open Telegram
invited-code-title = Open an invitation
invited-code-lead = Type the code printed under the square on your invitation. Small or capital letters are both fine.
invited-code-label = Code on the invitation
invited-code-go = Open
invited-code-wrong = That code is not quite right. Please compare it with your invitation letter by letter.
invited-code-busy = This code was typed wrongly too often. Please wait a quarter of an hour and try again.
invited-again = The page was open for so long that nothing was noted. Please press once more.
code-unknown = There is no invitation with this code. Please compare it letter by letter.
