### What was promised in answers.

promise-noted =
    I noted a promise in question { $number }, by { $day }: “{ $words }”
    If it is none, press the button below.
promise-none-button = Not a promise
promise-kept-button = Done
promise-move-button = Another day
promise-before = { $office } promised in question { $number }, by { $day }: “{ $words }”
promise-today = Today is the day of what { $office } promised in question { $number }: “{ $words }”
promise-late = Past { $day } without news: { $office } promised in question { $number }: “{ $words }”
promise-card = Question { $number }, { $office } by { $day }: “{ $words }”
promises-none = Nothing that was promised is still to be done.
promises-more = There are more promises.
promise-kept-ask = What was done for question { $number }? Please write one sentence; the asker will read it.
promise-kept-noted = I noted that the promise of question { $number } is kept, and told the asker.
promise-move-ask = To which day does question { $number } move, and why? Please write one line, such as: 15/10, waiting for material; the asker will read it.
promise-moved-noted = I moved the day of question { $number } to { $day }, and told the asker.
promise-dropped = I took this off the list of promises; the answer to { $number } stays as it is.
promise-day-unclear = I see no new day from tomorrow on. Please write the day and the reason, such as: 15/10, waiting for material.
promise-words-wrong = Please write one short sentence of at most { $most } letters.
promise-not-yours = This belongs to another office. Write /hua to see your own.
promise-settled = Somebody has settled this already. Write /hua to see what is left.
full-date = { $day }/{ $month }/{ $year }
