-- name: headcount_add
-- One more household that is erased counts in its session's papers; a row a session, a day and what is counted.
INSERT INTO headcounts (session, day, what, many) VALUES (:session, :day, :what, 1)
ON CONFLICT (session, day, what) DO UPDATE SET many = headcounts.many + 1

-- name: headcounts_of
-- What is counted of a session's erased households after a moment.
SELECT what, many FROM headcounts WHERE session = :session AND day > :since ORDER BY day, what LIMIT :most
