-- name: follow_up_plan
-- A while after its answer, the asker of a question is asked whether the matter is settled.
INSERT INTO follow_ups (question, session, topic, due_at) VALUES (:question, :session, :topic, :due_at)
ON CONFLICT (question) DO UPDATE SET due_at = excluded.due_at, asked_at = NULL, said = NULL

-- name: follow_ups_due
SELECT question FROM follow_ups WHERE asked_at IS NULL AND due_at <= :now ORDER BY due_at, question LIMIT :most

-- name: follow_up_asked
-- Once.
UPDATE follow_ups SET asked_at = :now WHERE question = :question AND asked_at IS NULL

-- name: follow_up_said
UPDATE follow_ups SET said = :said, said_at = :now WHERE question = :question AND asked_at IS NOT NULL

-- name: follow_ups_by_topic
-- For each topic of a session's questions: how many said that it is settled, and that it is not.
SELECT topic, SUM(CASE WHEN said = 1 THEN 1 ELSE 0 END) AS settled,
       SUM(CASE WHEN said = 0 THEN 1 ELSE 0 END) AS unsettled
  FROM follow_ups WHERE session = :session AND said IS NOT NULL
 GROUP BY topic ORDER BY topic
