### News that nobody has read out: the head of the hamlet goes there.

visit-list =
    { $hamlet ->
        [none] These households
       *[other] { $hamlet }: these households
    } have news that nobody has read to them. Please go there, open it and read it out, by the letter.

    { $names }
visit-open-button = { $letter }. Open
visit-away-button = { $letter }. Not met
visit-list-long =
    { $many } households have news that nobody has read to them, in hamlets whose head is not in chat. Please have somebody from the ward go there.

    { $names }
visits-button = Household by household
visits = These households have news that nobody has read to them. Whose would you like to open?
visits-none = All households have heard their news, and none is left waiting. Thank you.
visit-home-button = { $who } · { $place }
