### What officials read. The bot says "I" and "you"; short, and clear about what to do.

queue-button = Queue
promises-button = Promised
own-button = My own matters
bulletin-button = Bulletin
view-files-button = Open files
take-button = Take
answer-button = Answer
transfer-button = Transfer
ask-back-button = Ask for more
more-time-button = Ask for time
give-back-button = Put back
go-on-button = Wait no longer
decline-button = Decline
seal-button = Seal
not-danger-button = Not urgent
not-accusation-button = No accusation
is-danger-button = Somebody is in danger
is-accusation-button = Accuses a person
is-everyday-button = Everyday matter
approve-button = Approve
return-button = Return
aired-button = Aired
air-now-button = Air now
invite-button = Invite an official
sessions-button = Dialogues
pen-button = To be sorted
announce-button = Announcement

## Roles
role-officer = officer
role-head = head
role-relay = loudspeaker reader
role-hamlet = hamlet head
role-clerk = clerk of a dialogue
role-organiser = organiser
role-admin = administrator
role-given =
    Hello, from now on your role is: { $role }{ $scope ->
        [none] {""}
       *[other] {" "}– { $scope }
    }.
official-name-ask = What is your name, so that colleagues see who is on it?
menu-official = How can I help? { $queue ->
    [yes] New questions come here as cards; for now, press a button below.
   *[no] What needs you comes here; for now, press a button below.
}
menu-own = This is your own part, as everybody has it. What would you like to do?
stopped-official = I stop here; nothing is lost. What would you like to do next?
button-lost-official = That button is too old. Please press one of those below.
help-official = { $queue ->
    [yes] New questions come here as cards: press Take and then Answer, or reply to the card itself.
   *[no] What needs you comes here with its buttons; there is no command to remember.
}{ $contact ->
    [none] {""}
   *[other] {" "}For help, call { $contact }.
}
help-commands-official =
    You can also write:{ $queue ->
        [no] {""}
       *[yes] {"\u000A"}/hangdoi queue{"\u000A"}/hua what was promised and is not done
    }{ $airs ->
        [no] {""}
       *[yes] {"\u000A"}/bantin bulletin
    }{ $invites ->
        [no] {""}
       *[yes] {"\u000A"}/moi invite an official
    }{ $reminded ->
        [no] {""}
       *[yes] {"\u000A"}/hangdoi what I reminded you of and is not done{"\u000A"}the number of a question: how it stands, and to hand it on
    }{ $runs ->
        [no] {""}
       *[yes] {"\u000A"}/thongbao announce something to people{"\u000A"}/hua whether people say it is settled, policy by policy
    }{ $sessions ->
        [no] {""}
       *[yes] {"\u000A"}/phien dialogues: seats, leading, papers
    }
    /traloi answers; add words to look for them: /traloi loan
    /hoigiup ask for neighbours
    /nhom tie a group to a queue or a ward (write it in that group)
    /ngung stop messages
    /dulieu see, correct, erase what I keep
muted-official = I will send you no more cards; new questions still come into Queue. To get messages again, press the button below.
unmuted-official = I will send you cards of new questions as before.
erase-sure-official = I will erase your name, home, phone, all your questions and messages, and you will no longer have any role here. Are you sure you want to erase everything?
whose-words =
    “{ $text }”

    Is this a new question of your own, or the answer to a card in Queue? If it is an answer, open Queue and reply to the card itself.
words-of-official =
    “{ $text }”

    Do you want an office to answer this? If not, press a button below.

## Question cards
card-question =
    { $kind ->
        [private] 🔒 Private ·{" "}
        [accusation] 🔒 Accusation, heads only ·{" "}
        [crisis] 🚨 Urgent ·{" "}
       *[open] {""}
    }{ $number }{ $topic ->
        [none] {""}
       *[other] {" "}· { $topic }
    } · { $place }
    “{ $text }”{ $files ->
        [0] {""}
       *[other] {" "}(files: { $files })
    }{ $proxy ->
        [none] {""}
        [hamlet] {" "}· asked for a household by the head of its hamlet
        [association] {" "}· asked for a household by a member of an association
       *[family] {" "}· asked for a household by family or a neighbour
    }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $thread ->
        [none] {""}
       *[other] {"\u000A"}{ $thread }
    }
    { $late ->
        [yes] ⚠️ Overdue since { $due }
       *[no] Due { $due }
    } · { $state }{ $papers ->
        [none] {""}
       *[other] {"\u000A"}📎 With: { $papers }
    }
card-gone = Question { $number } has gone elsewhere.
card-erased = Question { $number }: the asker has erased their data. There is nothing left to do.
thread-follow-up = ➕ Added: “{ $words }”
thread-ask-back = ❓ Asked for more: “{ $words }”
thread-told-more = ➕ The asker replied: “{ $words }”
thread-transfer = ↪️ Transferred because: “{ $words }”
card-unsettled = A month after the answer, people said that it is not settled{ $topic ->
    [none] {""}
   *[other] {" "}· policy: { $topic }
}
thread-reopen = 🔁 Asked again because: “{ $words }”
seal-what = What is question { $number } about? { $opens ->
    [yes] As an everyday matter the officers of { $office } read it too; the answer still goes to its asker alone.
   *[no] Once it is sealed, heads alone read it.
}
sealed = Question { $number } is sealed; only the head of { $office } reads it. { $told ->
    [queue] I have told them.
    [runners] I cannot reach any head there, so I have told the organisers.
   *[nobody] I cannot reach anybody; please call the head there now.
}
unsealed = Question { $number } is open to the officers of { $office }; the answer still goes to its asker alone.
crisis-without-head = 🚨 The urgent question { $number } at { $office } has reached no head yet. Please call a head or invite one at once.
crisis-waits = 🚨 The urgent question { $number } { $waited ->
    [none] is in nobody's hands any more
   *[other] has waited for { $waited } and nobody has taken it
}. Please take it now, or call who needs help.
crisis-not-taken = 🚨 The urgent question { $number } at { $office } { $waited ->
    [none] is in no head's hands any more
   *[other] has waited for { $waited } and no head has taken it
}. Please call one now.
sealed-without-head = 🔒 Something at { $office } is for its head alone, and I cannot reach any head. Please call or invite one.
sealed-not-taken = 🔒 Something at { $office } is for its head alone, and no head has taken it. Please call one and remind them.
waited = { $many } { $unit ->
    [minutes] minutes
   *[hours] hours
}
a-colleague = a colleague
state-waiting = waiting to be taken
state-taken = held by { $name }
state-asked-back = waiting for the asker, these days do not count
state-drafted =
    waiting for approval, written by { $name }:

    { $answer }{ $khmer ->
        [none] {""}
       *[other] {"\u000A\u000A"}In Khmer: { $khmer }
    }{ $basis ->
        [none] {""}
       *[other] {"\u000A\u000A"}Based on: { $basis }
    }
state-undated = The answer promises this without a day: “{ $words }” It can be approved as it is; it goes on the list of promises, to name a day later.
state-approved = approved, waits for its time
state-answered = answered
state-closed = done
state-took = took { $used } working days of { $allowed } promised{ $late ->
    [yes] , late by { $over }
   *[no] {""}
}
state-declined = declined
state-withdrawn = taken back by the asker
asker-added =
    The asker adds to question { $number }: “{ $words }”
asker-told-more =
    The asker has answered what you asked about question { $number }, and the days count again: “{ $words }”

## Queue
queue-which = Which queue would you like to see?
queue-line = { $name } ({ $many })
queue-heading = { $all ->
    [0] The queue { $name } is empty. I will tell you when a question comes.
   *[other] Queue { $name }: { $waiting } to be taken, { $taken } in hand, { $asked } waiting for the asker, { $drafted } waiting for approval{ $late ->
        [0] .
       *[other] ; overdue: { $overdue }.
    }
}
more-than = more than { $most }
queue-more = There are more questions. Would you like to go on?
queue-end = There are no more questions below. Press Queue to see it from the top.
more-button = Go on
taken = You have taken question { $number }. Press Answer, or reply to the card itself.
taken-already = Question { $number } was taken first by { $name }. Please open Queue and choose another.
put-back-from-above = The head ({ $name }) put question { $number }, which you had, back into the queue; anybody may take it.
given-back = Question { $number } is back in the queue.
transfer-where = { $office ->
    [none] Which office should question { $number } go to?
   *[other] Question { $number } is at { $office }{ $topic ->
        [none] {""}
       *[other] , about { $topic }
    }{ $others ->
        [0] {""}
       *[other] , with { $others } more that ask the same
    }. Which office should it go to?
}
transfer-why = Why should question { $number } go to { $office }? Write the reason, which the asker and that office read{ $must ->
    [yes] {""}
   *[no] , or press No reason needed
}.
no-reason-button = No reason needed
transfer-without-reason = You hand question { $number } on in place of those who have it, so the asker must read why. Please write the reason.
handed-on-from-above = { $by ->
    [head] The head
   *[organiser] The organisers
} ({ $name }) handed question { $number } on to { $office }, because: { $reason }. It is no longer in your queue; there is nothing for you to do.
question-above = Question { $number } at { $office }{ $topic ->
    [none] {""}
   *[other] , about { $topic }
}: { $status ->
    [waiting] nobody has taken it
    [taken] somebody is on it
    [asked_back] waiting for the asker to say more
    [drafted] drafted, waiting for its head
    [approved] approved, waiting for its slot
    [answered] answered
    [closed] closed
    [declined] declined
   *[withdrawn] withdrawn by its asker
}{ $due ->
    [none] {""}
   *[other] { $late ->
        [yes] , overdue since { $due }
       *[no] , due { $due }
    }
}.
transferred = { $late ->
    [yes] Question { $number } has gone to { $office }. It was handed on before and is past 10 working days: there is no new date, and the asker hears that we are sorry.
   *[no] Question { $number } has gone to { $office }, and the asker knows the new date.
}
ask-back-what = What should the asker tell you about question { $number }?
asked-back = I have asked about question { $number }. The days until the asker replies do not count.
gone-on = Question { $number } goes on without waiting. It is due { $due }.
more-time-ask = How many more working days does question { $number } need?
days-button = { $days } days
no-more-time = Question { $number } is promised within 10 working days already, and the law allows no more. Please answer what is clear, or transfer it.
more-time-why = Why does question { $number } need { $days } more days? The asker will read this reason.
more-time-given = Question { $number } has a new date: before { $due }. I have told the asker.
decline-why = Why is question { $number } not answered? The asker will read this reason.
declined = I have told the asker that question { $number } is not answered, and why.

## Answering and approving
answer-ask =
    { $returned ->
        [none] {""}
       *[other] The head returned it, because: { $returned }{"\u000A"}The last version: “{ $before }”{"\u000A"}
    }{ $group ->
        [yes] Please reply to this message with the answer to question { $number }.
       *[no] Please write the answer to question { $number }.
    }
answer-preview =
    The asker will read:

    { $office } answers question { $number }: { $answer }

    { $remarks ->
        [none] {""}
       *[other] { $remarks }{"\u000A\u000A"}
    }{ $next ->
        [leaks] The whole ward would hear this: will you write it without that, or send it to the asker alone?
        [long] This is longer than 90 words and takes a while to read out. Shall I send it for approval, or will you shorten it?
       *[none] May I send it for approval?
    }
submit-button = Send for approval
submit-private-button = Approval, asker alone
write-again-button = Write it again
submitted = The answer to question { $number } has gone to the head. I will tell you when it is approved.
submitted-without-head = The answer to question { $number } waits for approval, but your office has no head here yet. Please ask the organisers to invite one.
approved = The answer to question { $number } is approved. It is in the bulletin of { $at }, and the asker gets it then.
approved-private = The answer to question { $number } is approved and sent to the asker alone.
return-why = Why do you return the answer to question { $number }? Its author will read this reason.
returned = The answer to question { $number } is back with its author.
told-approved = Your answer to question { $number } was approved.
told-returned = The head returned question { $number }, because: { $reason }. Please press Answer on the card to write it again.
answer-too-short = The answer is too short; please say clearly whether it is possible, whom to see, and when.
answer-too-long = The answer is longer than { $most } letters; please shorten it so that people can follow by ear.

## Bulletin
bulletin-none = { $ward } has no answers waiting to be aired. I will tell you when one comes.
bulletin-line = Bulletin of { $ward }, { $at }: { $many } questions, { $state ->
    [waiting] waiting
    [told] with the reader
   *[aired] aired
}.
read-script-button = See the script
bulletin-words = { $script }
bulletin-script =
    📢 { $means ->
        [meeting] Meeting
       *[loudspeaker] Loudspeaker
    } { $at }, about { $minutes } min to read. When you have read it, press Aired.

    { $script }
bulletin-script-aired =
    ✅ Aired at { $at }, reported by { $name }.

    { $script }
bulletin-missed = The bulletin of { $missed } missed its time, so I moved it to { $next }. You need not do anything.
air-now-sure = This bulletin is due at { $at }; if you air it now, readers and askers get it at once and it cannot be taken back. Shall I?
air-now-yes-button = Yes, air it now
air-now-done = The script is with the reader and the askers have their answers.
aired = Noted: aired at { $at }. Thank you.

## Inviting officials, groups, what is to be sorted
invite-whom = Whom would you like to invite?
invite-where = Where is the { $role } to be?
invite-scope = { $role } – { $name }
invitation =
    Invitation for { $role }{ $name ->
        [none] {""}
       *[other] {" "}– { $name }
    }: { $code }
    Whoever is invited opens { $link } or sends me this code; it works once, within { $days } days.
group-hello = I am Lắng Nghe. An official of the office or ward presses this button, and its questions or bulletins come to this group.
bind-button = Tie this group
bind-queue-button = Questions of { $name }
bind-ward-button = Bulletin of { $name }
group-which = What should this group get? A group with residents in it should get the bulletin only.
group-bound-queue = From now on new questions of { $name } come to this group. Private, urgent or accusing ones go only to those in charge.
group-bound-ward = From now on the bulletin of { $name } comes to this group.
group-without-queue = This group is not tied to a queue yet. Please write /nhom to tie it, or write to me in private.
group-officials-only = This button is for invited officials. Please write to me in private with your invitation code first.
only-in-a-group = This is done in your office's group; add me to the group and write /nhom there.
sessions = { $sessions }
session-line =
    { $session }: { $at }{ $stands ->
        [off] {" "}(called off{ $why ->
            [none] {""}
           *[other] : { $why }
        })
       [on] {" "}(going on now)
        [over] {" "}(over)
       *[ahead] {""}
    }
    { $groups }
session-group = · { $name }: { $taken }/{ $seats } seats
pen-empty = Nothing is waiting to be sorted.
pen-item =
    { $at } · { $kind ->
        [unreadable] a message that could not be read
        [broken] a message that broke something
        [job] work that I could not finish
       *[unmatched] an answer to an unknown question
    }{ $name ->
        [none] {""}
       *[other] {" "}· { $name }
    }{ $words ->
        [none] {""}
       *[other] {"\u000A"}“{ $words }”
    }
pen-news = An official wrote something that I could not match with a question. Please open To be sorted and have a look.
pen-waiting = A message that I could not read, or that broke something, is kept for you. Please open To be sorted and have a look.
settle-button = I have seen it
pen-more = There are more. Would you like to see them?
pen-settled = Done, it is off the list.
kept-unmatched = I could not tell which question this answers, so I kept it for the organisers. Please open Queue and reply to the right card.

## Announcements
announce-approve-button = Approve, send it
announce-return-button = Return
announce-rewrite-button = Change the words
announce-whom-button = Change the receivers
announce-drop-button = Drop this announcement
announce-ask = Please send me the announcement, in words that people understand when they hear them read. Nothing goes out yet; you see it again before you send it for approval.
announce-whom = Who is this announcement for?
announce-a-ward-button = One ward
announce-a-session-button = { $session }
announce-which-ward = Which ward is this announcement for?
announce-whom-unclear = I do not know whom you mean. Please press a button, or write the name of a ward or a session.
announce-to-everyone = Everybody{ $name ->
   *[other] {""}
}
announce-to-session = The wards of { $name }
announce-to-ward = { $name }
announce-to-seated = Guests of { $name }
announce-preview =
    People will read:

    { $text }

    For: { $audience }, { $many } people who use the chat.{ $by ->
        [chat] {""}
       *[all] {" "}Who has no chat is reached by the loudspeaker and the hamlets.
    } Send it for approval now?
announce-rewrite =
    These are the words now; copy, change and send them to me:

    { $text }
announce-submitted = I have asked { $many } others to approve it. As soon as one does, I send it and tell you.
announce-dropped = I have dropped this announcement; nobody received it.
announce-on-its-way = { $at ->
    [none] I am sending it now. When it is done I tell its author.
   *[other] These are quiet hours; I begin at { $at }. When it is done I tell its author.
}
announce-why = Please write why you return it; its author will read that.
announce-sent-back = Returned with your reason.
announcement-to-approve =
    { $name } asks you to approve an announcement to { $audience }, { $many } people:

    { $text }

    Once approved it goes out and cannot be taken back.
announcement-approved = { $name } has approved your announcement; I am sending it.
announcement-returned = { $name } returned your announcement because: { $why }. Please change the words and send it for approval again.
announcement-told = Your announcement has gone to { $many } people.

## Files
file-coming = I am fetching the file { $name }…
file-received = I have the file { $name } ({ $size }). There is nothing I can do with it yet; it will be erased tomorrow.
a-file = that you sent
file-too-large = This file is larger than { $most }, so I cannot take it. Please send it in several parts.
files-many = You have sent { $most } files today, so I cannot take another one. Please send it tomorrow; words are always welcome.
files-full = There is no room for more files just now; yours is still where it was. Please send it or press again tomorrow.
file-not-here = I cannot get this file. Please send it again.
files-coming = I am fetching what came with question { $number }; it will be here in a moment.
attached-file = A file that came with question { $number }.
attached-gone = A file that came with question { $number } is no longer to be had: it was kept for as long as we keep files, or erased by its sender. If you still need it, press Ask for more.
no-files = Question { $number } has no files any more. Please open Queue for its newest card.

## When something does not work
not-your-queue = This question is not in your queue. Please open /hangdoi for yours.
question-moved-on-official = Question { $number } { $status ->
    [waiting] is waiting for somebody to take it
    [taken] is being looked into
    [asked_back] is waiting for a word from its asker
    [drafted] has an answer that waits for approval
    [approved] is approved and waits for its time
    [answered] has been answered
    [closed] is closed
    [declined] will not be answered, and its asker was told
   *[withdrawn] was taken back by its asker
}, so this can no longer be done. { $queue ->
    [yes] Please open Queue (/hangdoi) to see it; what you asked yourself is in /cauhoi.
   *[no] What you asked yourself is in /cauhoi.
}
sessions-none = No dialogue has a date yet. Please add one to the programme and open this again.
no-queue = You have no queue yet. Please ask the organisers for an invitation code and send it to me.
only-a-head-approves = This needs the head of the office. Please ask the head to press the button on the card.
agency-unknown = I cannot find that office; please press Transfer again to choose.
not-your-ward = This bulletin is not of your ward. Please open /bantin for yours.
no-ward-to-read = You have no ward to read for yet. Please ask the organisers for an invitation code and send it to me.
bulletin-gone = This bulletin is no longer there; please open /bantin for the newest.
announcement-gone = This announcement is no longer there; please use /thongbao to write a new one.
announcement-whom-gone = These receivers are no longer in the programme. Please press Change the receivers and choose again.
announcement-settled = This announcement has been dealt with. To change it, please write a new one with /thongbao.
announcement-own = Somebody else has to approve what you wrote. I have asked them.
announcement-not-yours = Only its author can change this announcement. If it is not right, press Return and say why.
announcement-nobody-approves = There is nobody else to approve it. Please invite another organiser (/moi) and send it for approval again; I keep this one.
announcement-empty = I see no words; please send me the announcement.
announcement-too-long = The announcement has { $now } characters, more than { $most }. Please make it shorter so that people read it all.
bulletin-told-already = This bulletin was given out already; please open /bantin to see it.
bulletin-not-told = This bulletin is not due yet. Please wait for its time, or press Air now in /bantin.
bulletin-aired-already = This bulletin was reported as aired already; you need not press again.
code-not-good = This code is wrong, used or too old. Please ask whoever invited you for a new one.
code-ended = This code has ended, as whoever invited you is no longer in charge. Please ask the organisers for a new one.
may-not-invite = You may not invite to this role yet. Please ask a head or the organisers.
scope-unknown = I cannot find “{ $scope }” in the programme; please choose again with the buttons.
not-for-you = This is for the organisers. Please open /giup to see what you can do.
holding-gone = Somebody has sorted this message already; please open To be sorted again for others.

## Trouble with a channel, told to admins
alarm-telegram-refused = ⚠️ Telegram does not accept the bot's token any more, so nothing is heard and nothing sent on Telegram. Get the token from @BotFather, put it into LANGNGHE_TELEGRAM__TOKEN and restart; what was not sent is kept.
alarm-telegram-conflict = ⚠️ Another program uses the same Telegram token, so some of what people write does not reach me. Stop that program (an old machine, a test, a webhook set elsewhere); if you cannot find it, ask @BotFather for a new token, put it into LANGNGHE_TELEGRAM__TOKEN and restart.
alarm-telegram-unreachable = ⚠️ I cannot reach Telegram. Look at the server's network, DNS and firewall; Telegram keeps what people write, and I answer as soon as the network is back.
alarm-telegram-undelivered = ⚠️ Telegram cannot deliver to my webhook, because: { $why }. Look at the domain, the certificate and the proxy before the server; until that is repaired, leave webhook_url empty and restart, and I will ask for messages myself.
alarm-over = ✅ { $channel ->
       *[telegram] Telegram
    } works again; the trouble began { $since }. Nothing is left for you to do.
alarm-mended = ✅ { $channel ->
       *[telegram] Telegram
    } works again; there was trouble from { $since } to { $until }, and I could not tell you then. To hear of it in time, please open my chat on the web page as well, with an admin's invitation.
alarm-unstored = ⚠️ From { $since } to { $until } I could not write to the database and took in no new messages: none that I had acknowledged is lost, and people who wrote then were asked to send theirs again. It works again now; please see whether the server's disk has room.

## Files that are sent in
file-empty = There is no row in this file. Please send an Excel file (.xlsx) or CSV with the list in it.
file-is-old-excel = This is an old Excel file (.xls), another kind of spreadsheet, or one with a password, and I cannot read it. Please open it in Excel, save it as .xlsx without a password, and send it again.
file-is-pdf = I cannot read a list out of a PDF. Please send the Excel file (.xlsx) or CSV that it was printed from.
file-is-picture = I cannot read a list out of a picture. Please send an Excel file (.xlsx) or CSV.
file-is-word = This is a Word file, and I cannot read a list out of it. Please copy the table into Excel, save it as .xlsx, and send it again.
file-is-archive = This is an archive, and I cannot read a list out of it. Please unpack it and send the Excel file (.xlsx) or CSV inside.
file-is-page = This is a web page that is named like an Excel file. Please open it in Excel, save it as .xlsx, and send it again.
file-unreadable = This file is damaged and I cannot open it. Please try it in Excel, save it as .xlsx, and send it again.
file-too-big = This file is too big for me. Please take out pictures and spare sheets, or cut it by ward, and send it again.
file-too-long = This file has more than { $most } rows, which I do not take. Please cut it by ward and send each part.
file-garbled = The letters in this file were garbled when it was saved. Please open the original, save it as .xlsx or CSV UTF-8, and send it again.
file-in-old-font = This file is written in the old font { $font }, which I cannot read. Please turn it into Unicode with the converter of UniKey (Ctrl+Shift+F6) and send it again.

## The list of households
roster-no-heading = I do not see the row that names the columns. Please put one with Họ và tên, Phường/xã, Khóm/ấp, Đối tượng above the list and send it again.
roster-no-rows = There is no household below the row of headings. Please write one household a row there, and send it again.
roster-no-session = The programme has no session { $number }. Please choose one of { $numbers }.
roster-summary = { $rows } rows: { $added } households to add, { $changed } to bring up to date, { $known } known already, { $left } for you to look at.
roster-in-button = Put into the list
roster-newer-button = Newer list, overrule
roster-sheet = List with remarks.xlsx
roster-coming = I am reading the list { $name }…
roster-going-in = I am putting it in and will tell you when it is done.
roster-shown =
    { $name }: { $summary }

    { $sheet ->
        [yes] The sheet says what I mended and which rows need you, with the reason beside each. Nothing has been put in yet; please look and choose.
       *[no] Nothing has been put in yet; please choose.
    }
roster-done =
    Done. { $summary }

    { $outcome }
roster-too-long = The list has { $rows } rows, more than { $most }, so I do not take it in chat. Please split it by ward, or ask the administrator to bring it in.
roster-trial = This is a look ahead, nothing is written yet.
roster-whole = Every row of the file is on the list now.
roster-left = { $left } rows are not written, because you have to look at them. Please correct them and import the whole file again; what is written is not written twice.
roster-sheets = Sheets that were read: { $sheets }.
roster-unread = I do not read the columns: { $columns }.
roster-numbers = There were numbers of identity papers or cards in the file; I left them out and keep none.
roster-more = … and { $more } more rows like these.
roster-progress = Writing
roster-sheet-written = The sheet with the explanations is in { $where }.
roster-heading-line = Row
roster-line-in = { $line } of sheet “{ $sheet }”
roster-heading-name = Name
roster-heading-result = Result
roster-heading-fix = Written as
roster-heading-why = Why
roster-heading-session = Session
roster-heading-ward = Ward
roster-heading-group = Seat group
roster-heading-new = New
roster-heading-changed = Changed
roster-heading-known = Known
roster-heading-left = To look at
roster-decision-accept = taken
roster-decision-accept-with-fix = taken, mended
roster-decision-accept-flag-no-phone = taken, no phone
roster-decision-reject-duplicate = known
roster-decision-flag-for-review = to look at

### Why, in the list of households
roster-why-name-spelt = the name is written with proper capitals and spaces
roster-why-name-title = what does not belong to the name is taken off
roster-why-number-left-out = the cell { $column } held the number of a paper or card; it is left out and not kept
roster-why-unicode = letters and marks are joined into one; it reads as before
roster-why-respelt = “{ $cell }” is { $meant }
roster-why-year-read = “{ $cell }” is the year of birth { $meant }
roster-why-year-serial = “{ $cell }” is a day as Excel counts it, in the year { $meant }
roster-why-phone-written = the phone is written without gaps
roster-why-phone-abroad = the phone is written with +84
roster-why-phone-zero = Excel took the leading zero of the phone
roster-why-phone-scientific = “{ $cell }” is a phone as Excel writes long numbers, with all its digits
roster-why-phone-several = several phones in one cell; the first is taken
roster-why-phone-old = a phone of eleven digits gets its new beginning
roster-why-ditto = “{ $cell }” repeats the row above: { $meant }
roster-why-phone-none = the phone reads “{ $cell }”: there is none, invite on paper
roster-why-phone-empty = no phone, invite on paper
roster-why-year-empty = no year of birth
roster-why-hamlet-empty = no hamlet
roster-why-added = known household, { $column } added: { $meant }
roster-why-changed = known household, { $column } changed: { $cell } → { $meant }
roster-why-seated = known household, put on the list of session { $meant }
roster-why-known = on the list already, nothing new
roster-why-twice = the same as row { $line }
roster-why-member = “{ $cell }” lives in the household of row { $line }, which is there under its head
roster-why-formula = the cell { $column } is a formula (it begins with = + - @): delete it and type plain text
roster-why-error-cell = Excel could not work out the cell { $column }: type the value
roster-why-id-number = the cell { $column } holds the number of a paper: delete it, I do not keep it
roster-why-name-empty = the name is missing
roster-why-name-unclear = the name is unclear: write one person, family name and given name, and nothing else
roster-why-ward-empty = the ward is missing
roster-why-ward-unknown = “{ $cell }” is no ward of the programme
roster-why-ward-ended = “{ $cell }” is no more{ $meant ->
        [none] {""}
       *[other] ; it is { $meant } now
    }
roster-why-hamlet-unknown = { $meant } has no “{ $cell }”
roster-why-hamlet-merged = “{ $cell }” is no more, it is { $meant } now: ask, then write the new name
roster-why-category-empty = the category is missing
roster-why-category-unknown = it is not clear which category “{ $cell }” is
roster-why-no-group = session { $meant } has no seats for “{ $cell }”
roster-why-ethnicity-unknown = it is not clear which people “{ $cell }” is
roster-why-sex-unknown = it is not clear whether it is a man or a woman
roster-why-year-unknown = the year of birth “{ $cell }” cannot be read
roster-why-year-two = the column says “{ $cell }”, beside the name stands { $meant }: ask, and leave one year
roster-why-year-ahead = the year of birth { $meant } is that of the session, or later
roster-why-year-child = born in { $meant } is under 18, too young to stand for a household
roster-why-year-old = born in { $meant } is over 110
roster-why-phone-lost = “{ $cell }” is a phone of which Excel lost digits; it cannot be mended
roster-why-phone-unclear = the phone has too few or too many digits
roster-why-session-unknown = the programme has no session “{ $cell }”
roster-why-session-other = { $column } belongs to session { $cell }, not to session { $meant }
roster-why-session-none = { $cell } belongs to no session
roster-why-member-alone = “{ $cell }” without a head of household above: put the row of the head first
roster-why-twin-conflict = the same name as { $place ->
        [file] row { $line }
       *[list] a known household
    }, but another { $column }: { $cell } → { $meant }
roster-why-twin-phone = the same name, year of birth and hamlet as { $place ->
        [file] row { $line }
       *[list] a known household
    }, but another phone: { $cell } → { $meant }
roster-why-twin-unsure = the same name and hamlet as { $place ->
        [file] row { $line }
       *[list] a known household
    }, and no year of birth to tell whether they are one
