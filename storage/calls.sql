-- name: call_begin
-- A question of somebody in danger has come into a queue, or into another one.
INSERT INTO calls (question, came_at, next_at) VALUES (:question, :now, :next_at)
ON CONFLICT (question) DO UPDATE SET came_at = excluded.came_at, next_at = excluded.next_at

-- name: calls_due
-- Which are to be called out again, the longest waiting first.
SELECT question, came_at, next_at FROM calls WHERE next_at <= :now ORDER BY next_at, question LIMIT :most

-- name: call_again
-- Once only: who comes second finds another time.
UPDATE calls SET next_at = :next_at WHERE question = :question AND next_at = :before

-- name: call_end
DELETE FROM calls WHERE question = :question
