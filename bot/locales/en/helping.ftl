### Asking and listening for neighbours: family, associations, heads of hamlets.

helping-button = Ask for a neighbour
home-called = { $woman ->
    [yes] Mrs { $name }
   *[no] the household of { $name }
}
own-matters = { $name ->
    [none] My own
   *[other] Just me, { $name }
}
own-home = My household

## Choosing a household
help-whom = For which household do you ask? If it is not here, press Another household.
new-home-button = Another household
more-homes-button = More households
home-screen =
    { $who }{ $place ->
        [none] {""}
       *[other] , { $place }
    }{ $stands ->
        [none] {""}
       *[other] {"\u000A"}{ $stands }
    }
    What do you do for this household?
ask-for-button = Ask a question for them
open-news-button = Open their news
home-questions-button = Questions of this household
sign-up-for-button = Sign them up
end-help-button = They no longer want my help
erase-home-button = They want everything erased

## One more household
home-name-ask = { $knows ->
    [yes] In whose name is the household? A few letters of the name are enough.
   *[no] In whose name is the household, may I have the full name? If you have its invitation, the code on the paper will do too.
}
home-which = I find these households. Which one is it?
home-not-found = I do not see “{ $typed }” on the list of your hamlet. Type a few other letters, or for a new household its full name and press the button below.
home-new-button = New household: { $name }
home-none-button = None of these
home-place-ask = In which hamlet of { $ward } do they live?
other-ward-button = Another ward
home-ward-ask = In which ward do they live?
relation-ask = What are you to that household?
relation-family-button = Family or neighbour
relation-association-button = Women's Union, an association
home-consent-ask =
    I keep name, place and questions of { $who } so that the offices can answer; questions are read over the loudspeaker without a name; to look, to stop or to erase is possible at any time.
    Who in the household agreed that you ask for them and hear their answers?
agreed-spoken-button = They told me so
agreed-paper-button = They signed a paper
agreed-other-button = Somebody else living there
namesake-joined-helped = The household { $who } is on the list of { $place } already, and I have joined the two. Their news comes here.
agreed-who-ask = What is the full name of who agreed?
home-agreed = Noted: { $agreed ->
    [none] { $who }
   *[other] { $agreed }
} agreed, { $at }, { $how ->
    [paper] on paper
   *[spoken] by word of mouth
}.

## Asking
help-question-ask = What does { $who } want to ask? Please write it in their words.
question-confirm-for =
    “{ $text }”

    I would send this question of { $who } to { $office }{ $reason ->
        [none] {""}
       *[other] , because it mentions “{ $reason }”
    }. If that is right, press Yes, send it; if you press nothing, I send it for you in half an hour.
question-receipt-for = I have noted question { $number } for { $who } and sent it to { $office }. It will be answered before { $due }{ $skipped }, and I will tell you so that you can read it to them.
questions-of-whom = Whose questions do you want to see?
my-questions-of =
    Here are the questions of { $who }:

    { $items }

    Which one would you like to see?
no-questions-of = You have sent no question for { $who } yet. Is there something they want to ask?

## Signing up for a dialogue
home-category-ask = To which category does { $who } belong?
home-sign-up-confirm = I put down { $who }{ $place ->
    [none] {""}
   *[other] , { $place },
} for { $session }, { $at }, { $where }. Is that right?
sign-up-for-yes-button = Yes, put them down
home-signed-up = { $told ->
    [listed] I have put { $who } on the list for { $session }, and invite them when it is their turn.
    [waiting] There is no seat left, so { $who } is on the waiting list of { $session }.
   *[seated] There was a seat left, so I keep one at { $session } for { $who }.
}
home-signed-up-already = They are on the list of { $session } already. Press Ask for a neighbour and choose them to see it.

## The end of it
end-help-sure = I note that { $who } no longer wants help, and take no questions and open no news for them here; what was sent will still be answered. Is that what they want?
end-help-yes-button = Yes, stop it
help-ended = Noted: nothing is asked or opened here for { $who } any more. What was sent will still be answered, somebody will go and tell them.
home-ended = { $who } no longer wants your help, so I bring no news of theirs here. What was sent will still be answered, somebody will go and tell them.
erase-home-sure = I will erase the questions and news of { $who } that came through you; open ones count as taken back, and answers that were read out stay for everybody to see. Do they want everything erased?
erase-home-yes-button = Yes, erase everything
home-erased = Everything of that household is erased. When they need it, press Ask for a neighbour to begin anew.
helpers-button = Who asks for my household
helpers = { $many ->
    [0] Nobody asks for your household.
   *[other] These people ask and listen for your household. To stop one of them, press the name.
}
end-helper-button = Stop { $name }
helper-unnamed = somebody without a name
home-closed = This household no longer wants your help, or was erased, so I cannot open it. Press Ask for a neighbour to see the others.
home-nowhere = The ward of that household is no longer on the list, so I cannot send it. Please ask the head of the hamlet.
home-step-over = This step is over. Please press Ask for a neighbour and begin again.

## A phone that several use
share-phone-button = Others use this phone too
own-phone-button = This phone is mine alone
phone-shared = { $shared ->
    [yes] From now on I only say that there is news, and show it when you have chosen for whom. To change that send /dulieu and press This phone is mine alone.
   *[no] Noted: this phone is yours alone. Where it gets news for two households or more, I still ask first for whom.
}
choose-whom-button = One household at a time
open-for-whom = For whom do you open it?
knock = { $again ->
    [yes] A reminder: there is unread news for a household that uses this phone.
   *[no] There is news for a household that uses this phone.
} For whom do you open it?
nothing-to-read = { $who ->
    [none] There is nothing new for you alone.
   *[other] There is nothing new for { $who }.
}

## The card to be read out
reading-card =
    Please read this to { $who }:

    { $items }
reading-home =
    News for { $who }:

    { $items }
reading-own =
    News for you alone:

    { $items }
reading-question = Question { $number }. { $what ->
    [answer] { $office } answers: { $words }
    [private] There is a private answer for the household alone, please have them ask { $office }.
    [declined] { $office } cannot answer, because: { $words }
    [asked-back] { $office } asks back: { $words }
    [late] { $office } promised an answer before { $due } and has none yet; I am sorry, and keep reminding them.
    [ready] { $office } has answered; I will tell you at { $due }, together with the ward's bulletin.
    [now] { $office } has answered; it is on its way.
   *[due] { $office } is working on it and answers before { $due }.
}
reading-follow-up = Question { $number }. { $office } answered a month ago: is the matter settled?
reading-helped = Does that help you?
numbered-button = { $number }: { $words }
reading-promise = Question { $number }. { $what ->
    [kept] { $office } promised: “{ $promise }” That is done now: { $note }
    [dated] { $office } promised: “{ $promise }” It will be done by { $day }.
    [late] { $office } promised: “{ $promise }” That day, { $day }, has passed and I have heard nothing; I tell you as soon as I do.
   *[moved] { $office } promised: “{ $promise }” It moves to { $day }, because: { $note }
}
reading-seat = { $told ->
    [offered] You are invited to { $session }, { $at }, { $place }{ $until ->
        [none] .
       *[other] , please answer before { $until }.
    }
    [accepted] You have a seat at { $session }, { $at }, { $place }.
    [came] You have come to { $session }.
    [lapsed] You did not answer, so the seat at { $session } went to others.
    [declined] You said that you do not come to { $session }.
    [waiting] You are on the waiting list of { $session }.
   *[listed] You are on the list of { $session }, seats are not given yet.
}
read-out-button = Read to { $who }
nobody-met-button = Not met
read-out-noted = Noted: read to { $who }, { $at }.{ $judge ->
    [yes] {" "}Did the answer help them?
   *[no] {""}
}
nobody-met-noted = Noted: { $who } was not met. I will remind you tomorrow.
reading-closed = The news of this household can no longer be opened here.
