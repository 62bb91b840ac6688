### The panel of a dialogue, told to officials.

panel-button = Panel
panel-me-button = I will be there
panel-other-button = Somebody else comes
panel-name-button = Name who comes: { $office }
panel-remind-button = Remind who has not answered
panel-invitation =
    The organisers invite { $office } to { $session }, { $at }, { $place }, to sit on the panel and answer people. Who will come?
panel-post-ask = What is your post, as it should stand on the name plate?
panel-who-ask = Please write the name and post of who comes for { $office }, with a comma between. For example: Trần Văn A, Deputy Director.
panel-who-unclear = I am not sure of name and post. Please write the name, a comma, then the post, for example: Trần Văn A, Deputy Director.
panel-noted =
    Noted: { $name }, { $post }, at { $session }, { $at }, { $place }. If somebody else comes, press the button below.
panel =
    Panel of { $session }:

    { $places }
panel-place = { $office }: { $name ->
    [none] { $reached ->
        [yes] has not said who comes
       *[no] not invited by chat yet
    }
   *[other] { $name }, { $post }
}
panel-reminded = I have reminded { $many } offices that have not said who comes.
panel-by-paper =
    { $session }: no head of these offices is on chat; please invite them on paper{ $short ->
        [yes] {" "}at once, for fewer than 3 working days are left
       *[no] {""}
    }:

    { $offices }
panel-late = Fewer than 3 working days are left before { $session }, so its invitations come later than the rule says. Please call the offices as well.
panel-gone = This place is no longer on the panel. Please look again with /phien.
panel-not-yours = The head of that office says who comes. To change it, please ask the organisers.

## Papers for the panel
panel-letters-button = Print the letters
panel-send-button = Send questions and order now
panel-sending = { $many ->
    [0] No office has a head in chat yet, so I only send the running order to organisers and clerks. For the questions, use Papers.
   *[other] I am sending the questions to { $many } offices, and the running order to organisers and clerks. It takes about a minute.
}
panel-pack =
    { $many ->
        [0] { $session }, { $at }: nothing has been asked { $office } beforehand. People will ask more there.
       *[other] { $session }, { $at }: { $round ->
            [invited] people have asked { $office } { $many } questions; here they are, without names.
           *[eve] here are the questions to { $office } once more, { $many } by now, without names.
        } Please read them beforehand.
    }
panel-order = The running order of { $session }, { $at }. Please print it for the chair.
