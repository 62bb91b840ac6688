### News that nobody has read out: the head of the hamlet goes there.

visit-list =
    { $hamlet ->
        [none] These households
       *[other] { $hamlet }: these households
    } have news that nobody has read to them. Please go there, open it and read it out, by the letter.

    { $names }
visit-line = { $letter }. { $who }
visit-open-button = { $letter }. Open
visit-away-button = { $letter }. Not met
