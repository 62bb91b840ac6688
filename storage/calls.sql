-- name: call_begin
-- A sealed question has come into a queue, or into another one, or has nobody any more who looks after it.
INSERT INTO calls (question, came_at, next_at) VALUES (:question, :now, :next_at)
ON CONFLICT (question) DO UPDATE SET came_at = excluded.came_at, next_at = excluded.next_at

-- name: calls_due
-- Which are to be called out again, the longest waiting first.
SELECT question, came_at, next_at FROM calls WHERE next_at <= :now ORDER BY next_at, question LIMIT :most

-- name: call_again
-- Once only: whoever comes second finds another time.
UPDATE calls SET next_at = :next_at WHERE question = :question AND next_at = :before

-- name: call_end
DELETE FROM calls WHERE question = :question

-- name: calls_of_holder
-- Somebody cannot be reached any more, or holds no role: what is sealed and in their hands is looked at, at once.
INSERT INTO calls (question, came_at, next_at)
SELECT id, CAST(:now AS BIGINT), CAST(:now AS BIGINT) FROM questions
 WHERE taken_by = :person AND status = 'taken' AND sensitive IN ('accusation', 'crisis') ORDER BY id LIMIT :most
ON CONFLICT (question) DO UPDATE SET came_at = excluded.came_at, next_at = excluded.next_at

-- name: calls_untaken
-- Of the newest :most that wait in danger: how many, and since when the oldest of them.
SELECT COUNT(*) AS many, MIN(COALESCE(c.came_at, newest.asked_at)) AS oldest
  FROM (SELECT id, asked_at FROM questions
         WHERE sensitive = 'crisis' AND status = 'waiting' AND text <> ''
         ORDER BY id DESC LIMIT :most) AS newest
  LEFT JOIN calls AS c ON c.question = newest.id
