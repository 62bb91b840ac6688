-- name: nudge_put
-- One receiver hears once about a question, however many of their roles it concerns.
INSERT INTO nudges (person, address, question, rung, due_at, instead)
VALUES (:person, :address, :question, :rung, :due_at, :instead)
ON CONFLICT (person, address, question) DO NOTHING

-- name: nudge_first
-- Who is to be told next.
SELECT person, address FROM nudges ORDER BY id LIMIT 1

-- name: nudges_take
-- All that one receiver is to hear, taken out: of two programs one gets it.
DELETE FROM nudges WHERE id IN (
  SELECT id FROM nudges WHERE person = :person AND address = :address ORDER BY question LIMIT :most)
RETURNING question, rung, due_at, instead

-- name: nudges_forget
-- It has been answered, or has another date: what was to be said about it is not said any more.
DELETE FROM nudges WHERE question = :question
