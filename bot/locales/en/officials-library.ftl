# Writing an answer: advice for plainer words, and what must not be read out.

remark-who = whom to see
remark-where = where
remark-papers = which papers to bring
remark-when = when
remark-phone = which number to call
remarks-missing = Better say also: { $points }.
remark-long = { $words } words in one sentence are hard to follow: “{ $first }”.
remark-cut = { $words } words in one sentence, better two: “{ $first }.” and “{ $rest }.”
remark-jargon = For “{ $term }” people say “{ $plain }”.
leak-asker = ⚠ The name of who asked, or of who lives there: “{ $words }”.
leak-name = ⚠ A name on the list of households: “{ $words }”.
leak-phone = ⚠ Somebody's own phone number: “{ $words }”.
leak-number = ⚠ The number of a card or an account, left out here: “{ $words }”.
leak-illness = ⚠ The illness of a person: “{ $words }”.
answer-leaks = The whole ward would hear this, and it says “{ $words }”. Press Answer to write it again, or send it to the asker alone.
