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

-- name: calls_untaken
-- How many of the newest :most have been taken by nobody, and since when the oldest of these waits.
SELECT COUNT(*) AS many, MIN(newest.came_at) AS oldest
  FROM (SELECT question, came_at FROM calls ORDER BY question DESC LIMIT :most) AS newest
  JOIN questions AS q ON q.id = newest.question
 WHERE q.status = 'waiting' AND q.text <> ''
