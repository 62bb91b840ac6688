### What residents read. The bot says "I" and "you"; at most two sentences and one question at a time.

plain = { $words }

## Days and times
day = { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
} { $date }
moment = { $time } on { $day }
weekend = the weekend
short-date = { $day }/{ $month }
skipping = , not counting { $days }
list-and = { $first } and { $last }

## Main buttons
agree-button = I agree
disagree-button = I do not agree
ask-button = Ask a question
my-questions-button = My questions
sign-up-button = Sign up for a dialogue
schedule-button = Dialogue schedule
answers-button = Answers
back-button = Back
stop-button = Cancel
choices-more-button = Show more
choices-more = Here is more of the list. Press a button, or type the name.
skip-button = Skip
older-questions-button = Older questions
older-answers-button = Older answers

## Getting to know each other
language-ask = Which language would you like to use?
language-ask-no-khmer = Which language would you like to use? I do not speak Khmer yet; what you write in Khmer is passed on all the same, and I answer in Vietnamese.
language-vi = Tiếng Việt
language-en = English
language-km = ភាសាខ្មែរ
consent-ask =
    Hello, I am Lắng Nghe of { $host }. I would like to keep your name, where you live, the kind of household, your phone number if you give it, and your questions, so that the offices can answer.
    Questions and answers are read over the loudspeaker and shown to everybody, without your name; private matters are not. { $days } days after all is done I delete your name and phone number; to see or erase them sooner, write /dulieu.
    Do you agree?
words-held = I have kept what you just wrote. Press I agree and tell me where you live, and I send it; otherwise I erase it tomorrow.
thanks-for-consent = Thank you.
no-consent = All right, I keep nothing about you. { $contact ->
    [none] If you change your mind, press I agree.
   *[other] You can still ask at { $contact }, and if you change your mind, press I agree.
}
consent-stands = You agreed some time ago already. Would you like to take that back?
ward-ask = Which ward or commune do you live in?
ward-not-found = I do not know that ward or commune; please press one of the buttons below.
hamlet-ask = Which hamlet of { $ward } do you live in?
hamlet-not-found = I do not know that hamlet; please press a button, or Skip if you are not sure.
menu = I am Lắng Nghe of { $host }. Whatever you want to ask, just write it here, or press a button below.
help = Just write your question here as you would to your family; I pass it to the right office and bring you the answer.{ $contact ->
    [none] {""}
   *[other] {" "}To talk to a person, call { $contact }.
}
help-commands =
    You can also write:
    /hoi ask a question
    /hoigiup ask for a neighbour
    /cauhoi my questions
    /lich dialogue schedule
    /phien the questions of a session that is held now
    /traloi answers; add words to look for them: /traloi loan
    /dulieu see, correct, erase what I keep
    /ngung stop messages
    /ngonngu change language
hello-again = Hello. If there is anything you want to ask, just write to me.
say-more = I am not sure what you mean; please write in a few more words, for example: the power at my house is weak, who can help?{ $contact ->
    [none] {""}
   *[other] {" "}To talk with a person, call { $contact }.
}
a-person = I am a program that writes, and cannot call anybody{ $contact ->
    [none] {""}
   *[other] ; to talk with a person, call { $contact }
}. If there is something to ask, just write it, and I will pass it on to the officials.
you-are-welcome = You are welcome. If you need anything else, just write.
please-be-kind = I would rather not pass these words on. Tell me what you need help with, and I will send it to the office at once.
words-please = I cannot understand voice messages or pictures yet. { $contact ->
    [none] Please write a few words, or let somebody in your family write them.
   *[other] Please write a few words, let somebody in your family write them, or call { $contact }.
}
files-added = It goes with this question now, { $files } files in all. When you are done, press the button above that sends it.
files-enough = One question can have { $most } files. Please send this one first.
in-private-please = This is a private matter. Please write to me in a private chat.

## Asking
question-ask = Please write your question to me; Vietnamese without accents is fine.
question-kept = I have kept your question. Please tell me where you live, so that I can send it to the right place.
numbers-left-out = I left the document and account numbers out of your question; they are not kept.
question-confirm =
    “{ $text }”

    { $accuses ->
        [yes] I would give this to the head of { $office } alone; if it is about that very head, please press Another office.
       *[no] I would send this to { $office }{ $reason ->
            [none] {""}
           *[other] , because you mention “{ $reason }”
        }.
    } If that is right, press Yes, send it; if you press nothing, I send it for you in half an hour.
send-button = Yes, send it
send-to-button = Send to { $office }
split-question-button = Make it { $many } questions
other-agency-button = Another office
drop-button = Drop this question
agency-ask = Which office would you like to send this question to?
question-receipt = I have sent your question to { $office }, number { $number }. It is answered before { $due }{ $skipped }; the answer comes here.
question-receipt-urgent =
    { $told ->
        [queue] The heads of { $office } have been told at once. Only they read this, and they answer you alone, before { $due } at the latest; number { $number }.
        [runners] No head of { $office } is here yet, so the organisers have been asked to call them at once. Only heads read this, and they answer you alone, before { $due } at the latest; number { $number }.
       *[nobody] I could not reach anybody yet, so do not wait for me: shout for somebody near you. What you told me is kept sealed, as number { $number }.
    }

    If you are in danger, call now, do not wait:
    { $numbers }
urgent-add-button = Tell me more about this
kept-private = This is private, so only those in charge at { $office } will read it. It is not read out and not published, and the answer comes to you alone.
kept-sealed = Only the head of { $office } may read this; it is not read out and not published, and the answer comes to you alone{ $told ->
    [queue] .
    [runners] ; I cannot reach anybody there now, so I have asked the organisers to bring them in.
   *[nobody] ; but I cannot reach anybody there now.
}{ $numbers ->
    [none] {""}
   *[other] {"\u000A\u000A"}If you would rather tell somebody else, please call or go to:{"\u000A"}{ $numbers }
}
crisis-numbers =
    If anyone is in danger, please call one of these numbers now:
    { $numbers }
drafts-more = There are more questions that you have not sent. Would you like to see them?
more-drafts-button = Questions not sent
draft-dropped = I have dropped that question. Whenever you need something, just write to me.
draft-not-yet = I have not sent this question; if you press nothing, I send it in half an hour. Do you want it to go to another office, or to drop it?
which-is-it =
    “{ $text }”

    Is this a new question, or the answer to what I just asked?
new-or-asked =
    “{ $text }”

    Is this your answer to what an office asked you, or a new question?
new-or-answered = Is this about the answer to { $number }, or a new question?
it-is-for-button = The answer to { $number }
kept-apart = I have kept these words apart: only those in charge read them. To go back to what you were doing, press the button below.
it-is-a-question-button = A new question
it-is-the-answer-button = The answer
go-on-with = We were in the middle of something. Would you like to go on with it?
go-on-with-button = Go on with it
resume-button = { $step ->
    [add] Add to { $number }
    [asked] Reply about { $number }
    [reopen] Ask { $number } again
    [differs] Go on about { $number }
    [seat-guest] Name who comes for me
    [ward] Go on: the ward
    [hamlet] Go on: the hamlet
    [signup-category] Go on: the category
    [signup-name] Go on: my name
    [signup-phone] Go on: my phone number
    [signup-confirm] Go on signing up
    [mydata-name] Go on: change my name
    [helping-name] Go on: their name
    [helping-place] Go on: where they live
   *[helping-who] Go on: who agreed
}
meant-for-it = If what you wrote before, “{ $text }”, was meant for this, press the button below.
meant-for-it-button = Use what I wrote

## My questions
no-questions = You have not sent any questions yet. To ask, press the button, or just write here.
no-questions-but-draft = You have a question that is not sent yet. Press the button below to see and send it; if you do not, I will send it for you.
no-questions-but-draft-no-place = You have a question that is not sent yet. Please tell me where you live, so that I can send it to the right place.
my-questions =
    Here are your questions:

    { $items }

    Which one would you like to see?
my-question-line = { $number } · { $state } · “{ $text }”
see-question-button = See { $number }
my-question =
    { $number } · { $state }{ $who ->
        [none] {""}
       *[other] {" "}· { $who }
    }
    “{ $text }”
    { $office }: { $news }{ $step ->
        [none] {""}
       *[other] {"\u000A"}{ $step }
    }
mine-waiting = waiting
mine-taken = being looked into
mine-asked-back = needs a word from you
mine-drafted = answer on its way
mine-approved = answer on its way
mine-answered = answered
mine-closed = done
mine-declined = will not be answered
mine-withdrawn = taken back
news-answer = { $answer }
news-declined = it cannot be answered, because: { $reason }
news-asked-back = please tell us more: { $words }
news-withdrawn = no longer looks into this, because you took it back. To ask again, just write a new question.
add-button = Add something
withdraw-button = Take it back
reopen-button = Not solved, ask again
add-ask = What would you like to add to question { $number }?
added = I have added that to question { $number } and told { $office }. { $stands ->
    [late] It was promised by { $at }, and we are sorry; you will hear at once of an answer.
    [ready] What was asked before is answered; I will send it to you at { $at }.
    [now] What was asked before is answered; it is on its way to you.
   *[due] You will still have an answer before { $at }.
}
withdraw-sure = Do you want to take back question { $number } and not ask it any more?
withdraw-yes-button = Take it back
keep-button = Keep it
withdrawn = I have taken back question { $number }. Whenever you need to, just ask again.
helped-button = Yes, thank you
not-helped-button = No, ask again
glad-it-helped = I am so glad. I will close question { $number }.
read-and-helped = Thank you. Did the answer to { $number } help you?
read-in-doubt = I am not sure what you mean about { $number }. Was the answer not right, or did you only want to say this?
not-right-button = The answer was not right
only-said-button = I only said so
only-said = I understand. If you need anything else, just write.
reopen-ask = Please tell me what is still unclear or not done in question { $number }, and I will pass it on again.
question-reopened = I have sent question { $number } to { $office } again with your words. You will have an answer before { $due }{ $skipped }.

## News for the asker
told-answer =
    { $office } has answered your question { $number }:

    { $answer }

    Does this answer help you?
told-answer-followed =
    { $office } has answered question { $number }, which you follow:

    { $answer }
told-transferred = Your question { $number } { $reason ->
    [none] is not one for { $before }, so it has gone to { $office }
   *[other] has gone from { $before } to { $office }, because: { $reason }
}. You will have an answer before { $due }{ $skipped }.
told-succeeded = { $office } has taken over from { $before }, so question { $number } is there now.{ $due ->
    [none] {" "}I tell you as soon as there is news.
   *[other] {" "}You are still answered before { $due }, as promised.
}
told-asked-back =
    { $office } needs to know more about question { $number }: “{ $words }”
    Could you reply to this message, or press Add something?
told-extended = { $office } asks for more time for question { $number }, because: { $reason }. Your new date is before { $due }.
told-commitment-kept = In question { $number } { $office } promised: “{ $words }” That is done now: { $done }
told-commitment-late = In question { $number } { $office } promised: “{ $words }” That day, { $due }, has passed and I have heard nothing. I am sorry; I tell you as soon as I do.
told-commitment-moved = In question { $number } { $office } promised: “{ $words }” { $reason ->
    [none] It will be done by { $due }.
   *[other] It moves to { $due }, because: { $reason }
}
asked-whether-settled = Question { $number }{ $topic ->
    [none] {""}
   *[other] {" "}about { $topic }
} was answered a month ago. Is your matter settled?
settled-button = Yes, settled
unsettled-button = Not yet
settled-noted = I am glad for you. I noted that question { $number } is settled.
told-declined = { $office } cannot answer question { $number }, because: { $reason }. If there is anything else, just write to me, or write /giup for a number to call.
told-sealed = Question { $number } is now read by the head of { $office } alone, and the answer comes to you alone.{ $numbers ->
    [none] {""}
   *[other] {" "}If you need to, please call:{"\u000A"}{ $numbers }
}
told-unsealed = The head of { $office } has read question { $number }; the officers there now see to it too. It is still not read out and not published, and the answer comes to you alone.
bulletin-copy = { $script }
announcement =
    📢 { $host } announces:

    { $text }

    If you do not want such messages any more, send /ngung.

## Answers
no-answers-yet = No answers have been given out yet. Is there anything you would like to ask?
published =
    Here are the newest answers{ $place ->
        [none] {""}
       *[other] {" "}of { $place }
    }:

    { $items }
published-item =
    { $number }{ $question ->
        [none] {""}
       *[other] {" "}· Residents ask: { $question }
    }
    { $office } answers: { $answer }
follow-button = Get my ward's answers
unfollow-button = Stop getting answers
following = From now on I will write to you when { $ward } has new answers.
not-following = I will not send you your ward's answers any more, only those to your own questions.

## Schedule and signing up
schedule = { $sessions }
schedule-none = No dialogue has a date yet. If there is anything you want to ask, just write to me.
schedule-line =
    { $session }{ $phase ->
        [before] {""}
        [during] {" "}(going on now)
        [cancelled] {" "}(called off{ $why ->
            [none] {""}
           *[other] : { $why }
        })
       *[after] {" "}(over)
    }: { $at }, at { $place }.
    For: { $wards }.
signed-listed = You have signed up for { $session }; seats are not given yet.
signed-waiting = You are waiting for a seat at { $session }.
signed-offered = Your household is invited to { $session }, please answer.
signed-accepted = You have a seat at { $session }.
signed-came = You were at { $session }.
leave-button = Not coming: { $session }
category-ask =
    { $session } at { $at }, { $place }.
    Which of these is your household?
choose-a-button = Please press one of the buttons below.
name-ask = What is your full name?
phone-ask = May I have your phone number, to tell you if anything changes?
no-phone-button = I have no phone
sign-up-confirm =
    I will write: { $name }, { $place }, { $category }, { $phone ->
        [none] no phone
       *[other] phone { $phone }
    }, for { $session }.
    Is that right?
sign-up-yes-button = Yes, sign me up
signed-up = I have put your household down for { $session } ({ $at }, { $place }). A seat is not certain: the ward looks at the list first, and I write as soon as there is one; you need not do anything now.
signed-up-with-a-seat = A seat was left, and I keep it for your household at { $session }, { $at }, { $place }. I will remind you when the day is near.
on-the-waiting-list = This group is full, so you are on the waiting list of { $session } ({ $at }, { $place }). I will tell you as soon as a seat is free.
seat-given-up = { $had ->
    [waiting] I have taken your household off the waiting list of { $session }
    [listed] I have taken your household off the list of { $session }
   *[seat] I have given your seat at { $session } to somebody else
}. If you want to come after all, press Sign up for a dialogue.

## My data
my-data =
    This is what I keep about you:
    Name: { $name }
    Home: { $place }
    Phone: { $phone }
    Household: { $category }
    Dialogues: { $sessions }
    Gets the ward's answers: { $follows ->
        [yes] yes
       *[no] no
    }
    Agreed at: { $consented }
nothing-kept = nothing
kept-by-home = press One household at a time to see them
kept-not-shown = kept, but not shown on a shared phone
change-name-button = Change name
change-place-button = Change home
withdraw-consent-button = I no longer agree
erase-button = Erase everything
erase-sure = I will erase your name, home, phone, all your questions and messages; questions that wait count as taken back, and answers that were read out stay for everybody to see. Are you sure you want to erase everything?
erase-yes-button = Yes, erase everything
keep-data-button = No, keep it
erased = Everything is erased. Whenever you need me, write again and we start from the beginning.
consent-withdrawn = From now on I write down nothing more about you; questions already sent will still be answered, and to erase them too, write /dulieu. If you change your mind, press I agree.
muted = I will be quiet and only reply when you write first; to see whether there is an answer, open My questions. To get messages again, press the button below.
muted-already = I am quiet already. To get messages again, press the button below.
unmute-button = Get messages again
unmuted = I will send you news as before.

## When something does not work
something-broke = Something went wrong, and what was just written is not done. I have kept it for a person to look at; please try again in a while.
job-failed = I have tried several times and could not finish this, so I have kept a note of it for a person to look at. Please try again a little later.
stopped = I stop here; nothing is lost. What would you like to do next?
button-lost = That button is too old and I no longer know it. Please press one of those below.
choice-unclear = Several lines read “{ $words }”, so I cannot tell which one. Please send the number that stands before it.
edited-too-late = I cannot follow changes to a message that was already sent. If the question was sent, please open My questions and press Add something.
consent-first = I need you to agree first; please press I agree below.
ward-first = I need to know your ward first; please press Change home below.
language-unknown = I do not speak that language yet; please write /ngonngu to choose another.
ward-unknown = That ward is no longer in the list; please press Change home below to choose again.
hamlet-unknown = That hamlet is not in the ward you chose; please press Change home below to choose again.
name-unclear = I did not understand the name; please write your family name and given name, without numbers.
phone-unclear = That number is not right; a phone number has 10 digits and begins with 0. Please write it again, or press I have no phone.
category-unknown = This dialogue has no seats for that kind of household; please ask the head of your hamlet.
draft-gone = That question was sent or dropped already; please look in My questions.
question-too-long = The question is longer than { $most } letters; please split it into several.
not-your-question = I cannot find that question among yours; please look in My questions.
question-moved-on = Question { $number } { $status ->
    [waiting] is waiting for an office to take it
    [taken] is being looked into
    [asked_back] is waiting for a word from its asker
    [drafted] will be answered soon
    [approved] has an answer that waits for its time
    [answered] has been answered
    [closed] is closed
    [declined] will not be answered, and its asker was told
   *[withdrawn] was taken back by its asker
}, so this can no longer be done. Press My questions to see it.
no-session-for-ward = Your ward has no dialogue coming up yet. Just write your question, and I will pass it to the office at once.
signed-up-already = You have signed up for { $session } already; please look in Dialogue schedule.
not-signed-up = You have not signed up for this dialogue; please look in Dialogue schedule.
session-unknown = I cannot find this dialogue; please look in Dialogue schedule.
step-over = This step is over; please open Queue again and begin anew.
file-expired = The file { $name } was kept for as long as we keep files, or words in it were erased. If you still need it, please ask again.

## Commands
command-hoi = Ask a question
command-hoigiup = Ask for a neighbour
command-cauhoi = My questions
command-lich = Dialogue schedule
command-traloi = Answers
command-dulieu = See, correct, erase my data
command-ngung = Stop messages
command-ngonngu = Change language
command-giup = Help

## What is read out, and the copy for subscribers
script-opening = This is the loudspeaker of { $ward }. Dear neighbours, here are the answers to your questions.
script-item =
    { $question ->
        [none] { $office } answers a resident: { $answer }
       *[other] Residents ask: { $question }{"\u000A"}{ $office } answers: { $answer }
    }
script-closing = Thank you for listening.
