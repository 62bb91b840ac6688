### The page on the projector of a session (/live).

live-title = { $session }
live-now = Asked now
live-next = Next questions
live-waiting = { $many } to be answered
live-answered = { $many } answered
live-also = { $many } ask that too
live-nothing = Please ask your question
live-more = and { $many } more
live-before = The session has not begun
live-after = The session has ended
live-after-now = What was not answered is answered by its office later; everyone who asked is told.
live-cancelled = This session was called off
live-cancelled-now = Just write your question; it goes to the office that answers it.
live-ask = Scan the code to ask, or open { $address }
live-also-button = I ask that too
live-also-done = Written down, press to take back
live-expired = This page is old; please open it again.
live-missing = There is no such session
