# The page of answers (/traloi): for everyone, and good enough to be printed for the notice board.

pages-title = Answers{ $ward ->
    [none] {""}
   *[other] {" "}for { $ward }
}
pages-lead = What residents asked, and what the offices answered. Anyone may read this.
pages-ward = Ward
pages-every-ward = All wards
pages-show = Show
pages-asked = Residents ask
pages-answered = { $office } answers
pages-date = { $day }/{ $year }
pages-erased = The asker has erased the words of this question.
pages-read-on = Read all of { $number }
pages-older = Show older answers
pages-newest = Back to the newest
pages-all = Show all answers

pages-nothing = There is no answer here yet
pages-nothing-now = Answers appear on this page after they were read out on the ward's loudspeakers or in its meeting. If you have a question, please send it.

pages-missing = There is no answer { $number } on this page
pages-missing-now = It may not have been read out yet, or it was given to the asker alone. Please check the number; for your own question, open the chat and press My questions.

pages-ask = Would you like to ask something? It goes to the office that can answer, and the answer comes back to you.
pages-contact = To speak to a person: { $contact }
pages-where = Read and ask at { $address }
