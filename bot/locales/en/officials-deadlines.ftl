### Promises to askers: reminding officials, one message a morning, answered in person.

day-off = { $why ->
    [saturday] Saturday
    [sunday] Sunday
    [in_lieu] in lieu of { $name }
    [closed] the office is closed that day
   *[holiday] { $name }
}

## Offices and wards change
succession-office = From today { $office } takes over from { $before }. Its { $many } open questions come here, with the dates promised as they were; please look into the Queue.
succession-nobody = From today { $office } takes over from { $before }. { $many } open questions go there, and I can reach nobody there in chat. Please invite somebody.

## Reminding
ladder-heading = { $rung ->
    [soon] ⏳ This question is due soon.
    [today] ⏰ This question is due today.
   *[late] ⚠️ This question is late; I have told its asker that we are sorry.
}{ $instead ->
    [yes] {" "}Whoever is in charge cannot be reached, so it comes to you.
   *[no] {""}
}
ladder-above = { $rung ->
    [late] ⚠️ Question { $number } at { $office } was due { $due } and is not answered yet.
   *[other] ⏰ Question { $number } at { $office } is due { $due }.
} { $instead ->
    [yes] I cannot reach anybody there; please call them.
   *[no] I have reminded them; please ask them as well.
}
ladder-above-sealed = 🔒 Something at { $office } is for its head alone and { $rung ->
    [late] was due { $due }; it is not answered yet
   *[other] is due { $due }
}. { $instead ->
    [yes] I cannot reach any head there; please call or invite one.
   *[no] I have reminded them; please ask them as well.
}
ladder-digest =
    You have { $all } questions to see to today{ $late ->
        [0] {""}
       *[other] {" "}· ⚠️ { $late } are late
    }{ $today ->
        [0] {""}
       *[other] {" "}· ⏰ { $today } are due today
    }{ $soon ->
        [0] {""}
       *[other] {" "}· ⏳ { $soon } are due soon
    }. The most urgent:
    { $lines }{ $example ->
        [none] {""}
       *[other] { $works ->
            [yes] {"\u000A"}To open one, write its number, like { $example }.
           *[no] {"\u000A"}To hand one on to another office, write its number, like { $example }.
        }
    }
ladder-digest-line = { $rung ->
    [late] ⚠️
    [today] ⏰
   *[soon] ⏳
} { $number } · { $office } · due { $due }
asked-back-unanswered = ⏳ Question { $number } was asked back on { $day }; its asker was reminded and has not answered. Do you go on waiting, or press Wait no longer and answer with what is known?
reminded-button = All { $many } questions
reminded =
    What I reminded you of and is not done yet:
    { $lines }{ $example ->
        [none] {""}
       *[other] { $works ->
            [yes] {"\u000A"}To open one, write its number, like { $example }.
           *[no] {"\u000A"}To hand one on to another office, write its number, like { $example }.
        }
    }
reminded-none = Of what I reminded you of, nothing waits any more. What else would you like to see?

## Answered in person
directly-button = Answered in person
directly-me-button = I did
directly-today-button = Today
directly-yesterday-button = Yesterday
directly-who = Who answered question { $number } in person? Please write their name.
directly-when = On which day was question { $number } answered? For another day, write day and month, such as 6/5.
directly-words = In short, what was the asker of question { $number } told? Once the head confirms it, I send it to the asker.
directly-who-unclear = I could not read who answered; please write the name again.
directly-day-unclear = I could not read the day, or it is still to come. Please write day and month, such as 6/5.
state-direct =
    to be confirmed, { $who } told the asker in person on { $day }:

    { $answer }
directly-leaks = The whole ward would hear this, and it says “{ $words }”. Will you write it without that, or send it to the asker alone?
