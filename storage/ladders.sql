-- name: ladder_begin
-- A promise that is climbed from now on. One that only stood still goes on from the rung that it had reached.
INSERT INTO ladders (question, due_at, reached, next_at)
VALUES (:question, :due_at, :reached, :next_at)
ON CONFLICT (question) DO UPDATE
   SET due_at = excluded.due_at,
       reached = CASE WHEN ladders.due_at = excluded.due_at THEN ladders.reached ELSE excluded.reached END,
       next_at = CASE WHEN ladders.due_at = excluded.due_at THEN CAST(:now AS BIGINT)
                      ELSE excluded.next_at END,
       told = CASE WHEN ladders.due_at = excluded.due_at THEN ladders.told ELSE '' END,
       again = 0

-- name: ladder_pause
-- The clock stands: what comes next is about the asker's word.
UPDATE ladders SET next_at = :next_at WHERE question = :question

-- name: ladder_end
DELETE FROM ladders WHERE question = :question

-- name: ladders_due
-- Whose next rung has come, the longest waiting first.
SELECT question, due_at, reached, again, told FROM ladders
 WHERE next_at <= :now ORDER BY next_at, question LIMIT :most

-- name: ladder_climb
-- Once only: whoever comes second finds another rung reached, or another promise.
UPDATE ladders SET reached = :reached, next_at = :next_at, again = 0
 WHERE question = :question AND due_at = :due_at AND reached = :before AND next_at <= :now

-- name: ladder_remind
UPDATE ladders SET told = :told, told_at = :told_at WHERE question = :question

-- name: ladder_reminder
-- Who was reminded last of this promise: of one with another date, or of another office, nobody was.
SELECT told, told_at FROM ladders WHERE question = :question AND told <> ''

-- name: ladders_again
-- Somebody who was told of these cannot be reached any more: the next in line is looked for. Under the head of
-- a cluster that is also what another of its questions has reached.
UPDATE ladders SET next_at = :now, again = 1
 WHERE question IN (
   SELECT question FROM nudges WHERE person = :person AND told_at IS NOT NULL ORDER BY address, question LIMIT :most)

-- name: ladders_late
-- How many open questions are late by a working day, counted no further than :most, and since when the first.
SELECT COUNT(*) AS many, MIN(due_at) AS oldest
  FROM (SELECT due_at FROM ladders WHERE reached = 'late' ORDER BY due_at LIMIT :most) AS counted
