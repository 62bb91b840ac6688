-- name: follow_up_plan
-- A while after its answer, the asker of a question is asked whether the matter is settled: once for each answer.
INSERT INTO follow_ups (question, round, session, topic, due_at)
VALUES (:question, :round, :session, :topic, :due_at)
ON CONFLICT (question, round) DO NOTHING

-- name: follow_ups_due
SELECT question, round FROM follow_ups
 WHERE asked_at IS NULL AND due_at <= :now ORDER BY due_at, question LIMIT :most

-- name: follow_up_asked
-- Once.
UPDATE follow_ups SET asked_at = :now WHERE question = :question AND round = :round AND asked_at IS NULL

-- name: follow_up_drop
-- The question is open again, has a newer answer, or was erased: nobody is asked about this one.
DELETE FROM follow_ups WHERE question = :question AND round = :round AND asked_at IS NULL

-- name: follow_up_said
-- The first word about this answer.
UPDATE follow_ups SET said = :said, said_at = :now
 WHERE question = :question AND round = :round AND asked_at IS NOT NULL AND said IS NULL

-- name: follow_up_said_anew
-- A later word that says the contrary.
UPDATE follow_ups SET said = :said, said_at = :now
 WHERE question = :question AND round = :round AND said <> :said

-- name: follow_up_get
SELECT said FROM follow_ups WHERE question = :question AND round = :round

-- name: follow_up_count
-- What a topic's sums change by.
INSERT INTO follow_up_counts (topic, asked, settled, unsettled)
SELECT topic, CAST(:asked AS BIGINT), CAST(:settled AS BIGINT), CAST(:unsettled AS BIGINT)
  FROM follow_ups WHERE question = :question AND round = :round
ON CONFLICT (topic) DO UPDATE
   SET asked = follow_up_counts.asked + excluded.asked,
       settled = follow_up_counts.settled + excluded.settled,
       unsettled = follow_up_counts.unsettled + excluded.unsettled

-- name: follow_ups_by_topic
-- For each topic of a session's questions: how often was asked, and said that it is settled, and that it is not.
SELECT topic, COUNT(*) AS asked, SUM(CASE WHEN said = 1 THEN 1 ELSE 0 END) AS settled,
       SUM(CASE WHEN said = 0 THEN 1 ELSE 0 END) AS unsettled
  FROM follow_ups WHERE session = :session AND question > :after AND asked_at IS NOT NULL
 GROUP BY topic ORDER BY topic

-- name: follow_ups_of_all
-- The same over all questions there ever were, from the sums: the topics with the most that is not settled.
SELECT topic, asked, settled, unsettled FROM follow_up_counts ORDER BY unsettled DESC, topic LIMIT :most
