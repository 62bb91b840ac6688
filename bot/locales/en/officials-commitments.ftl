### What was promised in answers.

commitment-noted =
    I noted a promise in question { $number }, { $day ->
        [none] without a day
       *[other] by { $day }
    }: “{ $words }”
    If it is none, press the button below.
commitment-none-button = Not a promise
commitment-kept-button = Done
commitment-move-button = Another day
commitment-day-button = Name a day
commitment-before = { $office } promised in question { $number }, { $day ->
    [none] without a day: “{ $words }” Once there is one, please press Name a day.
   *[other] by { $day }: “{ $words }”
}
commitment-today = Today is the day of what { $office } promised in question { $number }: “{ $words }”
commitment-late = Past { $day } without news: { $office } promised in question { $number }: “{ $words }”
commitment-late-elsewhere = Past { $day } without news: { $office } promised in question { $number }: “{ $words }” Please remind that office.
commitment-card = Question { $number }, { $office } { $day ->
    [none] without a day
   *[other] by { $day }
}: “{ $words }”
commitment-told-alone = (promised to its asker alone)
commitments-of-all =
    What offices have promised and not done yet, what is late first:
    { $lines }
commitment-line = - { $number } · { $office } · { $day ->
    [none] no day named
   *[other] { $late ->
        [yes] late since { $day }
       *[no] by { $day }
    }
}: “{ $words }”
commitments-all-button = Promises of all offices
commitments-none = Nothing that was promised is still to be done.
commitments-others = What other offices have promised is below.
commitments-more = There are more promises.
commitment-kept-ask = What was done for question { $number }? Please write one sentence; the asker will read it.
commitment-kept-noted = I noted that the promise of question { $number } is kept, and told the asker.
commitment-move-ask = To which day does question { $number } move, and why? Please write one line, such as: 15/10, waiting for material; the asker will read it.
commitment-day-ask = By which day, at the latest, will what was promised in question { $number } be done? Please write it, such as: 15/10; the asker will read it.
commitment-move-sure = Question { $number } { $due ->
    [none] will be done by { $day }
   *[other] moves from { $due } to { $day }, because: { $reason }
}. Shall I tell the asker so, or will you write the whole line again?
commitment-move-yes-button = Move it and tell the asker
commitment-day-yes-button = Name it and tell the asker
commitment-moved-noted = I moved the day of question { $number } to { $day }, and told the asker.
commitment-dropped = I took this off the list of promises; the answer to { $number } stays as it is.
commitment-day-unclear = The new day, from tomorrow on, is not clear to me. Please write one day and the reason, such as: 15/10, waiting for material.
commitment-day-not-later = This is promised for { $day }, so the new day has to be after it. Please write the new day and the reason again, such as: 15/10, waiting for material.
commitment-reason-missing = I see the day, but no reason. Please write the day and the reason again, such as: 15/10, waiting for material.
commitments-of-offices = Each office keeps its own promises; organisers can look at all of them.
commitment-words-wrong = Please write one short sentence of at most { $most } letters.
commitment-not-yours = This belongs to another office. Write /hua to see your own.
commitment-settled = Somebody has settled this already. Write /hua to see what is left.
full-date = { $day }/{ $month }/{ $year }
