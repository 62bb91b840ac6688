### Dispatches, out and back: words for organisers and an agency's officials.

state-from-sheet =
    waits for approval, from sheet { $label }{ $who ->
        [none] {""}
       *[other] {", "}answered by { $who }
    }{ $basis ->
        [none] {""}
       *[other] {"\u000A"}Based on: { $basis }
    }:

    { $answer }

## Out
dispatch-button = Dispatch to agencies
dispatch-open-button = Sheets of what is open
dispatch-make-button = Make and send
dispatch-again-sure = Sheets sent at { $at }: { $many }. Shall I send all of them again?
dispatch-again-button = Send all again
dispatch-file-button = Files { $label }
dispatch-waiting = - { $office }: { $many }
dispatch-sure =
    Questions not answered yet, a sheet an agency:
    { $offices }
    I send the sheets to the heads in chat, and to you for printing where there is none. Shall I make them now?
dispatch-nothing-open = Nothing is left unanswered, so there is no sheet to make. When there is, open /phien again.
dispatch-coming = I am making them, and tell you when they are ready.
dispatch-made =
    The sheets are made; each line is number, agency, questions:
    { $sheets }
    Agencies with a head in chat have theirs; the others come to you for printing.
dispatch-news =
    Sheet { $label }: { $many } questions that { $office } has not answered. Please answer in the Queue, or fill in this file and send it back to me.
dispatch-to-print = Sheet { $label } of { $office } ({ $many } questions): I could reach no head in chat. Please print it and pass it on; when it is filled in, send it here.
dispatch-files = Sheet { $label } of { $office }, { $many } questions.
dispatch-letter = The letter that goes with sheet { $label }.
dispatch-file-coming = I am fetching sheet { $label }, a few seconds please.

## Back
dispatch-in-button = Put in
dispatch-approve-button = Approve the sheet ({ $many })
dispatch-one-by-one-button = One by one
dispatch-is-button = { $number }
dispatch-is-none-button = None of them
dispatch-sheet-name = returned sheet.xlsx
dispatch-reading = Reading the sheet { $name }…
dispatch-summary = { $taken } new answers, { $empty } empty cells, { $damaged } rows I am not sure of{ $same ->
    [0] {""}
   *[other] , { $same } rows taken before
}{ $left ->
    [0] {""}
   *[other] , { $left } rows I cannot take
}.
dispatch-shown =
    Sheet { $label }, { $office }: { $summary }{ $details ->
        [none] {""}
       *[other] {"\u000A\u000A"}{ $details }
    }

    { $ready ->
        [yes] Nothing is kept yet. Shall I put it in?
       *[no] There is nothing new to put in.
    }
dispatch-row = Row { $place }: { $why }
dispatch-rows-more = … and { $more } more rows.
dispatch-going-in = Working on it; I will tell you when it is done.
dispatch-in =
    { $many ->
        [0] Nothing became a draft.
       *[other] { $taken } answers are drafts now. { $approver ->
            [self] Approve them all, or look at each?
            [head] I have told the head to approve them.
           *[nobody] This agency has no head in chat to approve them; please invite one.
        }
    }{ $asks ->
        [0] {""}
       *[other] {" "}I ask you about { $asks } rows right below.
    }{ $lost ->
        [0] {""}
       *[other] {" "}{ $lost } rows belong to no question I know; they are in To be sorted.
    }{ $left ->
        [none] {""}
       *[other] {"\u000A\u000A"}These rows I could not take:{"\u000A"}{ $left }
    }
dispatch-came-back = Sheet { $label } is back: { $many } answers wait for your approval. Please look into the Queue.
dispatch-approved = Approved { $many } answers of the sheet.{ $left ->
    [0] {""}
   *[other] {" "}I have not approved { $left }:{"\u000A"}{ $why }
}
dispatch-left = { $numbers }: { $why }
dispatch-left-changed = changed or settled since the sheet came; please look at the card.
dispatch-left-leaks = the whole ward would hear “{ $words }”. Open the card: Approve sends it to the asker alone, Return has it mended.
dispatch-left-words-leak = the common question says “{ $words }”. Press Common question on the card to write it anew.
dispatch-left-file = a file that goes with it is gone. Press Return so that its writer sends it again.
dispatch-left-own = a question of your own is among them; please ask a colleague to approve.
dispatch-left-elsewhere = you do not approve for this agency; please ask its head.
dispatch-which = Row { $place } says: “{ $answer }”. { $number ->
    [none] I cannot see its question any more; shall it go to To be sorted?
   *[other] { $other ->
        [none] Is it for { $number } (“{ $question }”)?
       *[other] Is it for { $number } (“{ $question }”) or { $other } (“{ $other_question }”)?
    }
}
dispatch-leaks = Row { $place }, for { $number }, says: “{ $answer }”. The whole ward would hear “{ $words }”: will you send it to the asker alone, or mend the sheet?
dispatch-mend-button = I will mend the sheet
dispatch-mended = I have not put this row in. Please mend it in the sheet and send that again.
dispatch-words-gone = the asker erased it
dispatch-kept = This row goes to To be sorted, for the organisers.
dispatch-drafted = I wrote the draft for { $number }. { $approver ->
    [self] Approve it now?
   *[head] The head has it for approval.
}
dispatch-not-put-in = I cannot take row { $place }: { $why }
dispatch-all-asked = That was the last one, thank you.
dispatch-in-pen = Row { $place } of a returned sheet{ $number ->
    [none] {""}
   *[other] , for { $number }
}: { $answer }

## Why a row needs you
dispatch-why-wrong = { $number } – { $words }
dispatch-why-formula = the answer is a formula or a failure of Excel, so I do not read it. Please type it as plain words and send the file again.
dispatch-why-newer = { $number } has a draft, the one in this sheet replaces it.
dispatch-why-others = { $number } { $status ->
    [head] goes together with { $head } by now; I write the answer there, for all who ask the same.
    [asked_back] waits for its asker. I write this answer for { $head }, which asks the same.
    [withdrawn] was taken back by its asker. I write this answer for { $head }, which asks the same.
   *[other] waits here no longer. I write this answer for { $head }, which asks the same.
}
dispatch-why-apart = { $number } { $along ->
    [0] goes together with { $head }. Taken in, it goes its own way with an answer of its own.
   *[other] and { $along } more of its row go together with { $head } by now. Taken in, they go their own way with an answer of their own.
}
dispatch-why-rest = who asked the same as { $number } is with { $rest } by now, and still waits for an answer of their own.
dispatch-why-basis-unread = { $number } is taken, but under Legal basis, “{ $words }”, I can read no document. Write one such as NĐ 28/2015/NĐ-CP and send the sheet again; taken in now, it rests on nothing.
dispatch-why-basis-over = { $number } rests on { $words }, which is no longer law. Please look again before you approve it.
dispatch-why-done = { $number } has another answer that is approved, I cannot replace it. If it has to change, tell the organisers.
dispatch-why-same = { $number } has this very answer already.
dispatch-why-sent-back = { $number }: the head returned these very words. Please write it anew and send it.
dispatch-why-heard = { $number } has heard this very answer and asked again. Please read on its card what more they ask, and write it anew.
dispatch-why-moved = { $number } { $status ->
    [asked_back] waits for its asker. If you know enough, press Wait no longer on its card.
    [withdrawn] was taken back by its asker and needs no answer.
    [declined] was declined, so I cannot take it.
   *[other] is not with this agency any more, so I cannot take it. If it matters, tell the organisers.
}
dispatch-why-ask-damaged = the code is damaged; probably { $number }. I will ask.
dispatch-why-ask-no-code = there is no code; probably { $number }. I will ask.
dispatch-why-ask-swapped = code, number and words do not agree. I will ask.
dispatch-why-ask-twice = { $number } has another answer in row { $other }. I will ask.
dispatch-why-ask-leaks = { $number } says “{ $words }”, which the whole ward would hear. I will ask about it.
dispatch-why-lost-damaged = the code is damaged, I cannot tell the question.
dispatch-why-lost-no-code = there is no code, I cannot tell the question.
dispatch-why-lost-scattered = { $number } takes no answer any more, and those who asked the same are with different questions by now, so I cannot tell which.
dispatch-why-lost-swapped = code, number and words do not agree, and those questions take no answer any more.

## When it cannot be done
dispatch-being-made = I am making these sheets already, one moment please.
draft-changed = { $number } has a newer draft. Please read its card again and press Approve.
dispatch-gone = This sheet is not here any more. Open /phien to make a new one.
dispatch-not-yours = This sheet is not your agency's. Please look at the file again, or ask the organisers to send it.
dispatch-unknown = I know no row of this sheet: the codes in the first column are gone, or not mine. Please copy the answers into the file I sent and send that.
dispatch-not-a-sheet = This file is not a sheet I sent: I see no column Mã and no column Nội dung trả lời. Please send that very file.
dispatch-too-long = This file has more than { $most } rows, so I cannot take it. Please send each sheet by itself.
dispatch-asked-already = This row is done; there is nothing left to choose.
dispatch-trial = This was a trial, nothing is kept.
dispatch-heading-line = Row
dispatch-heading-number = Number
dispatch-heading-what = Result
dispatch-heading-why = Why
dispatch-verdict-new = taken
dispatch-verdict-newer = replaces a draft
dispatch-verdict-others = taken for others
dispatch-verdict-apart = on its own
dispatch-verdict-same = known
dispatch-verdict-empty = empty
dispatch-verdict-ask = asked
dispatch-verdict-lost = holding pen
dispatch-verdict-done = approved
dispatch-verdict-sent-back = returned
dispatch-verdict-heard = asked again
dispatch-verdict-moved = not here
dispatch-verdict-wrong = to be mended
dispatch-verdict-formula = formula
