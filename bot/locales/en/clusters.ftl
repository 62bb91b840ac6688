### One answer for many who ask the same.

told-answer-shared =
    { $office } has answered your question { $number }{ $also ->
        [none] {""}
       *[other] {" and "}{ $also }
    }:
    “{ $own }”

    { $answer }

    { $asked ->
        [self] The answer is for all your questions about it.
        [none] Others asked the same, so the answer is for all of you.
       *[other] { $asked } people asked the same, so the answer is for all of you.
    } Does this answer help you?
differs-button = My case is different
differs-one-button = { $number } is different
differs-ask = Please tell me what is different about your question { $number }, and I will ask for you alone.
differs-sent = I have taken question { $number } out and sent it to { $office } again, alone and with your words; the answer goes to you alone. You will have an answer before { $due }{ $skipped }.
script-item-shared =
    { $asked } residents ask: { $question }
    { $office } answers: { $answer }
cluster-about = { $topic ->
    [none] the same matter
   *[other] about { $topic }
}
