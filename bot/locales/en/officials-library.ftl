# Writing an answer: advice for plainer words, and what must not be read out.

remark-who = whom to see
remark-where = where
remark-papers = which papers to bring
remark-when = when
remark-phone = which number to call
remarks-missing = Better say also: { $points }.
remark-own-case = The asker said that their case is another one, so this answer goes to them alone.
remark-undated = This is promised without a day: “{ $words }” With one, people know how long to wait; it can be sent as it is.
add-day-button = Add a day
promise-day-ask = By which day, at the latest, will it be done? Please write it, such as: 30/9, or in 10 days.
promise-day-unclear = The day, from tomorrow on, is not clear to me. Please write one day, such as: 30/9.
remark-long = { $words } words in one sentence are hard to follow: “{ $first }”.
remark-cut = { $words } words in one sentence, better two: “{ $first }.” and “{ $rest }.”
remark-perhaps = { $words } words in one sentence, perhaps: “{ $first }.” and “{ $rest }.”
remark-more-long = { $many ->
    [one] One more long sentence: { $begin }.
   *[other] { $many } more long sentences: { $begin }.
}
remark-jargon = For “{ $term }” people say “{ $plain }”.
remark-short = Short forms { $terms }: nobody understands them over a loudspeaker. Please write them out.
remark-named = It names { $names }. Unless that is an official whom people should see, please say it without the name.
leak-asker = ⚠ The name of who asked, or of who lives there: “{ $words }”.
leak-name = ⚠ A name on the list of households: “{ $words }”.
leak-phone = ⚠ A phone number that is not said to be an office's: “{ $words }”. If it is, please say whose.
leak-number = ⚠ The number of a card or an account, left out here: “{ $words }”.
leak-house = ⚠ The number of a house: “{ $words }”. Please name no more than the hamlet or the alley.
leak-illness = ⚠ The illness of a person: “{ $words }”.
answer-leaks = The whole ward would hear this, and it says “{ $words }”. Press Answer to write it again, or send it to the asker alone.

## What an answer rests on
basis-button = Legal basis
basis-ask = Please send the names of the documents, such as “NĐ 28/2015/NĐ-CP, QĐ 157/2007/QĐ-TTg”. Where it holds for a time, add “từ 01/01/2026 đến 31/12/2026”.
basis-read = Basis: { $names }
basis-since = from { $day }
basis-until = until { $day }
basis-over = ⚠ { $name } { $day ->
    [none] is no longer in force{ $after ->
        [none] {""}
       *[other] ; now it is { $after }
    }. Please see whether the answer still holds.
   *[other] is in force until { $day }{ $after ->
        [none] {""}
       *[other] ; then it is { $after }
    }. Please see until when the answer holds.
}
basis-past = ⚠ This basis holds until { $day } only, and that is over. Please look again, or press Legal basis and write a new time.
basis-named-over = { $name } (no longer in force)
basis-unclear = I cannot read a document in this. Please write it like “NĐ 28/2015/NĐ-CP” or “Luật Bảo hiểm y tế”.
basis-no-date = There is no such day. Please write it like “từ 01/01/2026 đến 31/12/2026”.
basis-laid = The basis is noted{ $names ->
        [none] {""}
       *[other] : { $names }
    }.
bases-button = A basis has ended
bases = Which document is no longer in force?
bases-none = No answer names a basis yet.
basis-after-ask = { $many } answers rest on { $name }. Which document replaces it, and from when (as in “NĐ 61/2026/NĐ-CP từ 01/07/2026”)?
basis-nothing-button = Nothing replaces it
basis-ended = { $name } { $day ->
    [none] is no longer in force: { $answers } answers are not offered any more.
   *[other] is in force until { $day }: from that day { $answers } answers are not offered any more.
} { $many } people were given an answer that rests on it.
basis-line-ended = { $name } ({ $day ->
    [none] no longer in force
   *[other] in force until { $day }
})
basis-again = { $name } is in force as before, and { $answers } answers are offered again. If people were told already, please write them an announcement.
basis-in-force = { $name } is in force: there is nothing to undo. Open /traloi to mark it as ended.
basis-tell-button = Tell who was given one
basis-ended-already = { $name } was marked as ended already.
basis-gone = I cannot find this document any more. Please open /traloi again.
basis-news = You were once given an answer that rests on { $name }. { $day ->
    [none] It is no longer in force
   *[other] It is in force until { $day }
}; please ask again if you need an answer by the new rules.
basis-news-replaced = You were once given an answer that rests on { $name }. { $day ->
    [none] { $after } has replaced it
   *[other] { $after } replaces it from { $day }
}; please ask again if you need an answer by the new rules.
announce-to-basis = Who was given an answer by the old document{ $name ->
        [none] {""}
       *[other] {" "}({ $name })
    }
reuse-button = Use { $number } again

## Answers that end
ends-digest =
    { $ended ->
        [0] { $soon } of your office's answers will soon hold no more:
       *[other] { $soon ->
            [0] { $ended } of your office's answers hold no more, and are not offered any longer:
           *[other] { $ended } of your office's answers hold no more, and are not offered any longer; { $soon } will soon hold no more:
        }
    }
    { $lines }

    Nobody who was given one has been told. { $group ->
        [yes] Whoever works at the office sends me /hangdoi in a chat of their own, to prolong them, write a newer answer, or tell people; the organisers invite who cannot yet.
       *[no] Please prolong them, write a newer answer, or tell people.
    }
ends-line = - { $number }{ $topic ->
        [none] {""}
       *[other] {" "}· { $topic }
    } · { $ended ->
        [yes] held until { $day }
       *[no] holds until { $day }
    }
ends-nobody =
    { $office } has answers that hold no more ({ $ended }) or soon will not ({ $soon }), and nobody there can be told:
    { $lines }

    Please invite somebody of that office (/moi); they find them in /hangdoi.
ends-nobody-private =
    { $office } has private answers ({ $many }), for its heads alone, that hold no more or soon will not, and no head there can be told.

    Please invite a head of that office (/moi); they find them in /hangdoi.
ends-one-button = { $number }
ends-all-button = See all { $many }
ends-list-button = Answers that end
ends-prolong-button = Prolong
ends-see-button = Open it
ends-anew-button = Write a newer one
ends-tell-button = Tell who was given one
ends-list =
    Answers that end soon, or ended lately:
    { $lines }
ends-none = No answer ends soon, or ended lately.
ends-card =
    { $number }, { $ended ->
        [yes] held until { $day }
       *[no] holds until { $day }
    }:
    “{ $question }”

    { $answer }

    { $told ->
        [yes] { $many } people were given it, and have been told.
       *[no] { $many } people were given it, and none has been told.
    }
ends-prolong-ask = Until which day does the answer to { $number } hold? Please write a day, such as: 31/12/2027.
ends-prolonged = The answer to { $number } now { $to ->
        [earlier] holds until { $day } only, earlier than before
       *[later] holds until { $day }
    }{ $law ->
        [none] { $to ->
            [earlier] ; it is not offered after that.
           *[later] , and is offered until then.
        }
       *[other] . But { $law } is no longer law from { $since } on, and it is not offered after that; please press Write a newer one.
    }
ends-prolonged-by = { $to ->
    [earlier] { $name } has changed the last day of the answer to { $number }: it now holds until { $day } only, earlier than before.
   *[later] { $name } has prolonged the answer to { $number } until { $day }.
}
ends-day-unclear = The day, from today on and within 10 years, is not clear to me. Please write a day, such as: 31/12/2027.
ends-gone = This answer has no end any more, or a newer one stands in its place. Please open /hangdoi.
ends-told-already = Whoever was given it has been told already.
ends-changed = Since this was written the answer holds for another time, or is for its asker alone. Please return it, so that its author opens that answer and tells people anew.
ends-told-alone = Its asker alone was given it: I am telling them now.
announce-to-answer = Who was given the answer to { $name }

## The text in Khmer
khmer-button = Add it in Khmer
khmer-ask = Please send the text in Khmer, written by a person, or somebody speaking it: a voice message, or an OGG, MP3 or M4A file. Who reads Khmer gets it first, and the public page shows it below the Vietnamese.
khmer-read = In Khmer: { $khmer }
khmer-letters = I see no Khmer letters in this. Please have somebody write it in Khmer script.
