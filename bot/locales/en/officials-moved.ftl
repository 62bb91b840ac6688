### A session that is moved or called off: what organisers, offices and heads of hamlets read.

session-cancelled-office = { $session } was called off. To hold it after all, open /phien, press Move the session and write the new day.
door-cancelled = This session was called off, so nobody is checked in. Open /phien for the days of the sessions.
session-held = { $session } was opened, so it cannot be moved or called off any more. When you are done, press Close the session.
programme-changed = Somebody else has just changed the programme. Open /phien, look at it again and do it once more.

## Moving a session
move-button = Move the session
move-ask = { $session } is set for { $at }. To which day and time do you move it, such as: 20/12 8h?
move-sure = Move { $session } to { $at }{ $year ->
    [none] {""}
   *[other] {" "}{ $year }
}: { $many } households are on its list. Move it now?
move-yes-button = Move it
move-other-button = Another time
moved = { $session } has moved to { $at }; offers and reminders go by the new day. I ask you before people are told.
session-when-unclear = That day and time are not clear to me. Please write one day and one time like this: 20/12 8h, in the afternoon 20/12 14h.
session-when-past = That time is over. Please write another one, best with the year.
session-when-same = { $session } is set for just that time. Please write another one.

## Calling a session off
call-off-button = Call it off
cancel-ask = Please write why { $session } is called off, in a few words. People will read this reason.
cancel-sure = Call off { $session } ({ $at }): { $many } households are on its list, and people will read “{ $why }”. Call it off now?
cancel-yes-button = Call it off now
cancelled = { $session } is off: nobody is invited, reminded or checked in any more, and questions stay in their queues. I ask you before people are told.
session-reason-wrong = I need a few words, { $most } letters at most. Please write the reason again.

## Telling people
news-ask =
    { $change ->
        [cancelled] { $session } ({ $before }) is called off{ $why ->
            [none] {""}
           *[other] : { $why }
        }.
        [back] { $session } is held after all: { $after }.
       *[moved] { $session } has moved from { $before } to { $after }.
    }
    Shall I tell { $many } households and the panel?
news-yes-button = Tell them
news-no-button = Not yet
news-button = Tell people about this session
news-on-its-way =
    { $at ->
        [none] I am telling { $many } households and the panel.
       *[other] People rest now; at { $at } I tell { $many } households and the panel.
    } Where no message reaches a household, I ask the head of its hamlet to go there.
news-not-yet = Nobody has been told. When it is time, open { $session } in /phien and press Tell people about this session.
news-settled = This has been told, or the session is as it was before. Open /phien to look.
news-over = { $session } is over, so nobody needs to be told. Open /phien to see how it went.
news-changed = { $session } has just changed again. Please read my newest message and press Tell them there.
news-is-told = { $session }: people are told.
news-as-before = { $session } is as it was before, so nobody has to be told.
news-for-panel =
    { $change ->
        [cancelled] { $session } ({ $before }) was called off{ $why ->
            [none] {""}
           *[other] : { $why }
        }. Questions that { $office } has received are still answered by their dates.
        [back] { $session } is held after all, { $after }. { $who ->
            [none] Who will come for { $office }?
           *[other] { $who } is still written down for { $office }; press the button below if that changes.
        }
       *[moved] { $session } has moved from { $before } to { $after }. { $who ->
            [none] Who will come for { $office }?
           *[other] { $who } is still written down for { $office }; press the button below if that changes.
        }
    }
news-panel-by-paper =
    { $change ->
        [cancelled] { $session } ({ $before }) was called off{ $why ->
            [none] {""}
           *[other] : { $why }
        }: these offices have nobody in chat, please call them.
        [back] { $session } is held after all, { $after }: these offices have nobody in chat, please call them.
       *[moved] { $session } has moved from { $before } to { $after }: these offices have nobody in chat, please call them.
    }

    { $offices }
news-by-hand-long =
    { $session } { $off ->
        [yes] is called off{ $why ->
            [none] {""}
           *[other] : { $why }
        }
       *[no] has a new day and time: { $after }
    }. { $many } households cannot be reached by message, in hamlets whose head is not in this chat; please have the ward tell them.

    { $names }
news-by-hand =
    { $hamlet ->
        [none] { $session }
       *[other] { $session } · { $hamlet }
    } { $off ->
        [yes] was called off{ $why ->
            [none] {""}
           *[other] : { $why }
        }. No message reaches these households; please go and tell them.
       *[no] has another time: { $after }. No message reaches these households; please go and tell them, then press by the letter.
    }

    { $names }
