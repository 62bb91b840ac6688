### Questions that ask the same, joined: what officials read.

join-button = Join
split-button = Split off
undo-button = Undo
cluster-words-button = Common question
join-one-button = Join { $number }
join-all-button = Join all
join-more-button = Join more
cluster-all-button = All { $many }
cluster-one-button = Only this one

## On the card
card-alike = 🔗 Like { $many } others ({ $places })
card-cluster =
    👥 { $many } questions answered together ({ $places }){ $words ->
        [none] {""}
       *[other] {"\u000A"}Common question: “{ $words }”
    }
card-shared = 👥 One answer for { $many } questions
card-carried = 👥 Answered together with { $head }, on that card.

## Join, split, undo
cluster-suggested =
    These are like { $number }:

    { $items }

    Joined, they need one answer and everybody gets it. Which do you join{ $example ->
        [none] {""}
       *[other] {" (several numbers at once will do, such as "}{ $example }{")"}
    }?
cluster-suggestion =
    { $number } · { $place }{ $many ->
        [none] {""}
       *[other] {" · "}{ $many }{" together"}
    }
    “{ $text }”{ $why ->
        [none] {""}
       *[other] {"\u000A"}because both ask about: { $why }
    }
cluster-joined = { $numbers }{ $along ->
        [none] {""}
       *[other] {" ("}{ $along }{" more with it)"}
    } joined to { $head }, { $many } questions now go together. Everybody keeps their own number and date.
cluster-split-which = Which one is another matter, to be split off?
cluster-split = { $numbers } goes its own way now.
cluster-split-told = { $number } was split off and goes its own way; the draft stays with the others. You hold it, please write an answer of its own.
cluster-undone = Undone for { $numbers }, everything is as it was before.
cluster-words-ask = Write the common question in your own words, without anybody's private story. Loudspeaker and other residents hear only this, never the words of one asker.
cluster-words-kept = The common question of { $number } is kept.

## What is done to one is done to all
cluster-taken = You hold all { $many } questions that go together. One answer settles them all.
cluster-which = { $number } goes together with others, { $many } in all. For all of them, or only this one?
cluster-ask-back = Asking this person more splits their question off; the { $many } others still go together.
cluster-private = A private answer splits this question off; { $many } others wait for a common answer.

## When it cannot be done
cluster-nothing-alike = I see nothing else like { $number } yet. Which question is to be joined, such as TV-0012?
cluster-joined-already = { $number } was joined by somebody else. Open Queue for the newest card.
cluster-numbers-missing = I see no number yet. Send the number of a question, such as { $example }, or press Cancel.
cluster-unknown = I see no { $number } in your queue. Please check the number.
cluster-elsewhere = { $number } and { $head } are with two different agencies. Hand one on to the same agency, then join.
cluster-two-drafts = { $number } and { $head } both have a draft that waits for approval. Once a head has returned one of them, join them.
cluster-answered-one = { $number } has been answered, so nothing joins it now. Press Answer on the other question, then Use { $number } again.
cluster-moving = The questions with { $number } are being brought up to date. Please join them again in a moment.
cluster-gone-on = These questions have moved on. Open Queue for the newest card.
cluster-held = A colleague holds { $number }. Ask them to give it back, then join it.
cluster-settled = { $number } goes together with no other any more, or its answer is approved. Open Queue for the newest card.
cluster-answered = The common answer is approved, so nothing can be split off now. Whose case differs presses the button under the answer.
cluster-undone-already = This was undone before, or the questions have moved on. Open Queue for the newest card.
cluster-full = { $number } goes together with { $most } questions, which is the most. Answer these first, then join new ones.
cluster-own = One of the questions with { $number } is your own. Ask a colleague to take them.
cluster-words-missing = I see no words; please write the common question.
cluster-words-too-long = The common question is longer than { $most } letters; please shorten it for the loudspeaker.
cluster-words-leak = The whole ward will hear the common question, and it says “{ $words }”. Press Common question to write it again.
reason-leaks = All { $many } who ask the same as { $number } read this reason, and it says “{ $words }”. Please write it again without that.
cluster-own-held = Whoever holds { $head } asked { $number } as well. Ask another colleague to take it, then join.
