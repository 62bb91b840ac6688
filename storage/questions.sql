-- name: counter_next
-- The next number of a series, without gaps or doubles.
INSERT INTO counters (name, value) VALUES (:name, 1)
ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
RETURNING value

-- name: question_file
INSERT INTO questions (number, asker, address, ward, hamlet, session, phase, text, topic, queue, kind,
       sensitive, status, asked_at, due_at, promised_days)
VALUES (:number, :asker, :address, :ward, :hamlet, :session, :phase, :text, :topic, :queue, :kind,
       :sensitive, :status, :asked_at, :due_at, :promised_days)
RETURNING id

-- name: question_get
SELECT * FROM questions WHERE id = :id

-- name: question_to_move
-- A question that somebody means to move. Who means to as well waits, and then sees what became of it.
SELECT * FROM questions WHERE id = :id /* PostgreSQL: FOR UPDATE */

-- name: question_numbered
SELECT * FROM questions WHERE number = :number

-- name: question_save
-- Keep a move. Changes nothing if somebody else moved the question in between.
UPDATE questions SET text = :text, topic = :topic, queue = :queue, kind = :kind, sensitive = :sensitive,
       status = :status, taken_by = :taken_by, due_at = :due_at, promised_days = :promised_days,
       stopped_at = :stopped_at, answered_at = :answered_at, closed_at = :closed_at,
       reopened = :reopened, version = version + 1
 WHERE id = :id AND version = :version

-- name: questions_of_asker
-- A page of one person's questions, newest first.
SELECT * FROM questions WHERE asker = :asker AND id < :before ORDER BY id DESC LIMIT :most

-- name: questions_in_queue
-- A page of a queue's open questions, what is due first.
SELECT * FROM questions
 WHERE queue = :queue AND status = :status AND (due_at > :due_after OR due_at = :due_after AND id > :after)
 ORDER BY due_at, id LIMIT :most

-- name: queue_counts
-- How many questions stand where in a queue, and how many of them are late.
SELECT status, sensitive, COUNT(*) AS many, SUM(CASE WHEN due_at < :now AND status <> 'asked_back' THEN 1 ELSE 0 END) AS late
  FROM questions
 WHERE queue = :queue AND asker <> :viewer
   AND status IN ('waiting', 'taken', 'asked_back', 'drafted')
 GROUP BY status, sensitive

-- name: questions_forget_words
-- An erased person's words go with them, unless the answer is public already.
UPDATE questions SET text = '', address = '', hamlet = '' WHERE asker = :asker

-- name: questions_forget_address
-- The chat a question came from is forgotten with the person.
UPDATE questions SET address = '' WHERE asker = :asker

-- name: history_add
INSERT INTO history (question, at, actor, move, before, after, note, detail)
VALUES (:question, :at, :actor, :move, :before, :after, :note, :detail)

-- name: history_of
SELECT at, actor, move, before, after, note, detail FROM history
 WHERE question = :question ORDER BY id

-- name: history_last
SELECT at, actor, move, before, after, note, detail FROM history
 WHERE question = :question AND move = :move ORDER BY id DESC LIMIT 1

-- name: history_forget
UPDATE history SET note = '' WHERE question IN (SELECT id FROM questions WHERE asker = :asker)

-- name: attachment_add
INSERT INTO attachments (question, channel, media, ref, name, at)
VALUES (:question, :channel, :media, :ref, :name, :at)

-- name: attachments_of
SELECT channel, media, ref, name FROM attachments WHERE question = :question ORDER BY id

-- name: attachments_forget
DELETE FROM attachments WHERE question IN (SELECT id FROM questions WHERE asker = :asker)

-- name: feedback_add
INSERT INTO feedback (question, person, helpful, at) VALUES (:question, :person, :helpful, :at)

-- name: follower_add
INSERT INTO followers (question, person, since) VALUES (:question, :person, :now)
ON CONFLICT (question, person) DO NOTHING

-- name: followers_of
SELECT person FROM followers WHERE question = :question ORDER BY person

-- name: followers_forget
DELETE FROM followers WHERE person = :person
