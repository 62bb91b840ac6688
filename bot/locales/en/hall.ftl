### A session that is held now: what residents read.

also-ask-button = I ask that too
also-not-button = I do not ask that
also-item =
    { $number } · { $place }{ $also ->
        [0] {""}
       *[other] {" "}· { $also } ask that too
    }
    “{ $text }”
also-head = { $session } is held now and { $waiting } questions wait for an answer. If you ask the same, press I ask that too, or simply write a new one.
also-asked = It is written down that you ask { $number } too. You will hear its answer.
also-not-asked = Taken back; others still ask { $number }.
also-own = That question is your own. Please press I ask that too below another one.
also-settled = That question has just been settled. Please write /phien to see the others.
also-answered-privately = { $office } has answered { $number }, which you ask too, to its asker alone, so its words cannot be passed on. Would you press Ask a question and ask it for yourself?
item-gone = This question is not on the board of the session. Please open /phien again.
no-session-running = No session of your ward is held now. Press Dialogue schedule for the day, or simply write your question.
floor-receipt = Your question { $number } has been written down in the session. If there is no time for it today, you will hear who answers it and by when.
hall-answered = { $office } answered { $number } in the session: “{ $words }” { $late ->
    [yes] The office will confirm that to you; it was promised by { $due }, and we are sorry.
   *[no] The office will confirm that to you before { $due }.
}
hall-left = { $stands ->
    [yes] There was no time for { $number } in the session. { $office } waits for a word of yours; please open My questions.
    [late] There was no time for { $number } in the session, and it was promised by { $due }; we are sorry. You will hear at once of an answer from { $office }.
   *[no] There was no time for { $number } in the session. { $office } will answer you before { $due }.
}
