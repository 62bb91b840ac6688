# Files that go with an answer: a form, a map, a decision.

enclose-button = Attach a file
unenclose-button = Leave out { $name }
view-enclosed-button = Open the answer's files
enclose-ask = Send a PDF, DOCX or XLSX file, or a JPG or PNG picture. Your answer is kept.
enclosures-read = 📎 With: { $names }. If the ward hears the answer, everybody can open the file.
enclosed-write = { $names ->
    [none] No file goes with it any more. Please write the answer.
   *[other] I have { $names }. Please write the answer.
}
enclosed-file = A file of the answer to { $number }.
enclosed-meanwhile = { $name } goes with the answer now. { $next }
answer-mended-meanwhile = The answer was changed as you changed your message. { $next }
answer-goes-on = { $step ->
    [basis] Please go on with what it rests on.
    [khmer] Please go on with the Khmer version.
    [day] Please go on with the day.
   *[other] Press Answer to see it.
}
answer-edited-elsewhere = I cannot change anything by that message. Press Answer to see what you are writing, then change what should be different.

## When it does not work
enclosure-kind = This file cannot go with an answer. Please send a PDF, DOCX or XLSX file, or a JPG or PNG picture.
enclosures-enough = An answer takes { $most } files at most. Leave one out and send this one again.
enclosure-late = You are not writing that answer any more, so the file was not attached. Press Answer and send it again.
enclosure-gone = A file of this answer is no longer here. Press Answer to look again, then send the file again.
enclosure-lost = Question { $number } has lost a file by waiting too long. Press Return, so that its author sends it again.

## Approving
approve-private-button = To the asker alone
approve-leaks = The whole ward would hear this, and it says “{ $words }”. Will you send it to the asker alone, or return it to be mended?
