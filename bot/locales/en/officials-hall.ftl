### Leading a session: what clerks and organisers read.

state-spoken =
    to be confirmed, answered orally in the session:

    { $answer }

## Opening and closing
hall-button = Lead session { $number }
hall-open-button = Open the session
hall-close-button = Close the session
hall-close-yes-button = Close it now
hall-chair-button = Name the chair
hall-conclude-button = Write conclusions
hall-refresh-button = Next questions
hall-not-open = { $session } is set for { $at } and not open; { $waiting } questions wait. When it is time, press Open the session.
hall-opened = { $session } is open, { $waiting } questions wait. The projector shows { $page }.
hall-opened-before = { $session } was opened before. Please go on leading it.
hall-head =
    { $session }: { $waiting } not answered, { $answered } answered orally. { $called ->
        [none] Nothing is called.
       *[other] { $called } is called now.
    }
hall-nothing = { $session }: nothing waits, { $answered } were answered orally. For a new one press Question from the floor.
hall-closed = { $session } is closed: { $oral } oral answers wait for their agency, { $left } questions are answered later. Write the chair and the conclusions for the minutes here.
hall-close-sure = { $session }: { $oral } answered orally, { $left } not. Closing hands all of them over and tells everyone who asked, and cannot be undone; close it now?
hall-closing = { $session } is closed. { $many } questions are being handed over; you will hear when that is done.
session-settled = { $session } has been handed over: { $oral } oral answers wait for their agency, { $left } questions are in a queue with a date. Everyone who asked was told.
hall-chair-ask = Please write the name and post of the chair, as the minutes shall read.
hall-conclude-ask = Please write the chair's conclusions, one a line.
hall-written = Written down; the minutes will have it.

## One question
hall-item =
    { $number } · { $place } · { $office }{ $also ->
        [0] {""}
       *[other] {" "}· { $also } ask the same
    }
    “{ $text }”
hall-calling =
    Called now: { $number } · { $place } · { $office }
    “{ $text }”
hall-call-button = Call this one
hall-oral-button = Answered orally
hall-later-button = Later
hall-sooner-button = Put first
hall-undo-button = Not answered, call again
hall-answered-button = Oral answers
hall-shortly-button = Answered in the session
hall-later-done = { $number } comes last now.
hall-sooner-done = { $number } comes first now.
hall-by-unclear = I do not know this office. Please press a button, or write the name of the office or of who answered.
hall-by-whom = Who answered { $number }?
hall-words = Please write in short what { $office } answered to { $number }; the agency reads and confirms it. Too busy? Press Answered in the session.
hall-said-shortly = Answered in the session.
hall-recorded = Written down at { $at }: { $office } answered { $number } orally.
hall-undone = { $number } is not answered, and comes first again.
hall-answered-item = { $number } · { $office } answered: “{ $words }”
hall-answered-none = Nothing was answered orally. Press Answered orally below the question that is spoken about.

## From the floor
floor-button = Question from the floor
floor-ask = Please write the question from the floor.
floor-who = Whose question is it? Write a number or name from the list (without accents is fine), or press the ward.
floor-which = Which household?
floor-nobody = “{ $typed }” is not on the list of this session. Write again, or press the ward.
floor-filed = { $number } from { $whose } is written down, suggested for { $office }.
floor-filed-private = { $number } is written down. It is private, so it is not on the board and goes straight to { $office }.

## Papers
hall-papers-button = Papers
papers-which = Which paper of { $session }?
papers-for-whom = For which agency?
paper-kind-seats = Seat list, to print
paper-kind-seats-sheet = Seat list, as a sheet
paper-kind-panel-letters = Letters to the panel
paper-kind-minutes = Minutes
paper-kind-report = Report
paper-kind-results = Result page
paper-kind-pack = Questions asked before, for an agency
paper-kind-running-order = Running order
paper-coming = It is being made and will be here in some seconds.
paper-here = Here is { $name }; please read it before it is signed.

## Refusals
not-your-session = This session is not yours. Open /phien to choose your own.
session-too-early = { $session } is set for { $at }; it is too early to open it. To move the day, the organiser presses Move the session in /phien.
session-not-open = { $session } is not open. Press Open the session in /phien first.
session-closed-already = { $session } is closed. Please send new questions as on any day.
item-moved-on = { $state ->
    [called] { $number } is called already. Open /phien again to see the board.
    [answered] Somebody has written down an answer to { $number }. If that was a mistake, press Not answered, call again.
   *[other] { $number } has changed. Open /phien again to see the board.
}
item-settled = { $number } was settled elsewhere. Open /phien again to see the board.
oral-words-wrong = A few words are needed, at most { $most } letters. Please write again.
floor-words-missing = There are no words yet; please write the question.
household-not-on-list = This household is not on the list of the session. Please press the ward.
paper-too-early = { $session } was not opened, so there is nothing for this paper yet. Open it first.
paper-before-closing = { $session } is not closed and its figures still change. Close it, then make this paper.
paper-no-plan = No seats of { $session } are planned, so there is no list yet. Press Plan seats in /phien first.
paper-letters-late = { $session } has begun, so its letters are of no use any more. Who sits on the panel is under Panel in /phien.
paper-letters-nobody = The panel of { $session } is only the office that issues the letters, so none is needed. Write down who comes under Panel in /phien.
paper-which-agency = This paper is made for one agency. Name its id in the programme.
