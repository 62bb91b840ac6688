-- name: nudge_put
-- One receiver hears once about a question, however many of their roles it concerns.
INSERT INTO nudges (person, address, question, rung, due_at, instead)
VALUES (:person, :address, :question, :rung, :due_at, :instead)
ON CONFLICT (person, address, question) DO NOTHING

-- name: nudge_first
-- Somebody who is to be told something.
SELECT person, address FROM nudges WHERE told_at IS NULL ORDER BY person, address, question LIMIT 1

-- name: nudges_take
-- All that one receiver is to hear: of two programs one gets it.
UPDATE nudges SET told_at = :now
 WHERE told_at IS NULL AND id IN (
   SELECT id FROM nudges WHERE person = :person AND address = :address AND told_at IS NULL
    ORDER BY question LIMIT :most)
RETURNING question, rung, due_at, instead

-- name: nudges_told
-- A page of what one official was reminded of and still stands at that rung, as asked.
SELECT question, rung, due_at, instead FROM nudges
 WHERE person = :person AND address = '' AND question > :after AND told_at IS NOT NULL
 ORDER BY question LIMIT :most

-- name: nudges_forget
-- It has been answered, has another date, or reaches another rung: what is still to be said about it is not said.
DELETE FROM nudges WHERE question = :question
