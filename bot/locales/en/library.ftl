# The library: answers found by words, and offered before a question is sent.

found =
    Here are the answers with “{ $words }”:

    { $items }
found-none = No answer with “{ $words }” yet. Shall I send this to an office for you?
send-this-button = Send this
found-more-button = More
search-off = I cannot look for words at the moment. Please see the newest answers.
search-over = I no longer know what you were looking for. Please send /traloi with the words again.
answer-changed = (What this rests on has changed, and it no longer holds. Please ask again.)

## Answered already, before it is sent
question-offer =
    “{ $text }”

    This has been answered before:
    { $items }

    If you press See, I do not send your question yet; when you have read it and still want to ask, press Send my question anyway. If you press nothing, I send it to { $office } in half an hour.
offer-item = { $place }. { $question } ({ $office })
offer-read-button = See { $place }
ask-anyway-button = Send my question anyway
offer-answer =
    { $office } answers { $number }: { $answer }

    { $current ->
        [no] The rules have changed, and this no longer holds.
       *[yes] { $sent ->
            [yes] Your own question has been sent already.
           *[no] I have not sent your question. If something is unclear, press Send my question anyway.
        }
    }
answer-gone = This answer is no longer for everyone to see. Please send your own question.

## An answer ends
answer-ends = The answer of { $office }{ $topic ->
        [none] {""}
       *[other] {" "}about { $topic }
    } { $ended ->
        [yes] held until { $day }, and no longer does
       *[no] holds until { $day }, and no longer after that
    }. If you still need it, please ask again, and I will bring it to the right office for a new answer.
told-answer-ends = About { $asked ->
        [none] { $number }, which you asked in private
       *[other] “{ $asked }” ({ $number }), which you asked
    }: { $text }
answer-ends-news =
    This is about an answer that you were given, or read here.

    { $text }

    If you want no more news like this, send /ngung.
told-answered-anew = About { $asked ->
        [none] { $number }, which you asked in private
       *[other] “{ $asked }” ({ $number }), which you asked
    }: the answer that you have { $ended ->
        [yes] held until { $day }, and no longer does
       *[no] still holds until { $day }
    }. { $office } is writing a new one; you will have it before { $due }.

## The page /traloi
pages-search = Look for words
pages-search-button = Search
pages-changed = What this rests on has changed. This answer no longer holds; please send a new question.
pages-found-some = Answers with “{ $words }”
pages-found-none = No answer with “{ $words }” yet
pages-found-off = Words cannot be looked for at the moment
