### A session that is moved or called off: what residents read.

session-cancelled = This session was called off. If there is something you want to ask, just write to me.
session-cancelled-for-ward = { $session } was called off{ $why ->
    [none] {""}
   *[other] : { $why }
}. Just write your question, and I will pass it to the office at once.

## Telling people
news-when = { $start }–{ $end } { $day }{ $place ->
    [none] {""}
   *[other] , at { $place }
}
news-for-people =
    { $change ->
        [cancelled] { $session } ({ $before }) was called off{ $why ->
            [none] {""}
           *[other] : { $why }
        }. What you have asked is still answered by the date you were told, and I write when there is a new day.
        [back] Good news: { $session } is held after all, { $after }. { $stays }
       *[moved] { $session } has moved from { $before } to { $after }. { $stays }
    }
news-what-stays =
    { $circle ->
        [seated] Your seat is kept, and your invitation and its code stay good; if you cannot come, press the button below.
        [offered] Your invitation stands, and its code stays good; please answer by { $until }.
       *[waiting] You are still on the list, and I write as soon as there is a seat.
    }
news-stays-button = I cannot come to this one
news-which-home = For which household do you answer?
news-no-seat = I do not find your household on the list of this session any more. Please look at Dialogue schedule.
