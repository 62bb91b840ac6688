### When a promise to an asker is broken.

told-late = { $office } promised to answer question { $number } by { $due } and has not yet; we are sorry. { $who ->
    [both] I have reminded the head of { $office } and told the organisers; you will hear at once of a new date or an answer.
    [heads] I have reminded the head of { $office }; you will hear at once of a new date or an answer.
    [organisers] I have asked the organisers to see to it; you will hear at once of a new date or an answer.
    [officers] I have reminded who works on it; you will hear at once of a new date or an answer.
   *[nobody] I could not reach anybody there; if it is urgent, write /giup for the numbers to call.
}
told-transferred-late = Your question { $number } { $reason ->
    [none] is not one for { $before }, so it has gone to { $office }
   *[other] has gone from { $before } to { $office }, because: { $reason }
}. It was promised by { $due }, and we are sorry; you will hear at once of an answer.
told-extended-late = { $office } asks for more time for your question { $number }, because: { $reason }. It was promised by { $due }, and we are sorry; you will hear at once of an answer.
told-asked-back-again = { $office } still waits for a word of yours about question { $number }: “{ $words }” Could you answer this message, even if it is only “I do not know”?
told-ready-late = { $office } has answered your question { $number }. I will send you the answer at { $at }, together with the ward's bulletin; that is later than { $due }, and we are sorry.
news-promise = { $stands ->
    [late] promised by { $at } and not answered yet, I keep reminding them.
    [ready] answered; I will send it to you at { $at }, together with the ward's bulletin.
    [now] answered; it is on its way to you.
   *[due] an answer is promised before { $at }.
}
news-reminded = { $who ->
    [both] The head of { $office } was reminded and the organisers were told
    [heads] The head of { $office } was reminded
    [organisers] The organisers were asked to see to it
   *[officers] The official who works on it was reminded
} on { $day }.
