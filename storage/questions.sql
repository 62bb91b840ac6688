-- name: counter_next
-- The next number of a series, without gaps or doubles.
INSERT INTO counters (name, value) VALUES (:name, 1)
ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
RETURNING value

-- name: question_file
INSERT INTO questions (number, asker, household, address, ward, hamlet, session, phase, text, topic, queue, kind,
       sensitive, status, asked_at, due_at, promised_days)
VALUES (:number, :asker, :household, :address, :ward, :hamlet, :session, :phase, :text, :topic, :queue, :kind,
       :sensitive, :status, :asked_at, :due_at, :promised_days)
RETURNING id

-- name: question_get
SELECT * FROM questions WHERE id = :id

-- name: question_to_move
-- A question that somebody means to move. Whoever means to as well waits, and then sees what became of it.
SELECT * FROM questions WHERE id = :id /* PostgreSQL: FOR UPDATE */

-- name: question_numbered
SELECT * FROM questions WHERE number = :number

-- name: question_save
-- Keep a move. Changes nothing if somebody else moved the question in between.
UPDATE questions SET text = :text, topic = :topic, queue = :queue, kind = :kind, sensitive = :sensitive,
       status = :status, ward = :ward, taken_by = :taken_by, due_at = :due_at, promised_days = :promised_days,
       stopped_at = :stopped_at, answered_at = :answered_at, closed_at = :closed_at,
       reopened = :reopened, version = version + 1
 WHERE id = :id AND version = :version

-- name: questions_of_asker
-- A page of what one person asked for themselves, or (:household) for one household, newest first.
SELECT * FROM questions
 WHERE asker = :asker AND household = :household AND id < :before ORDER BY id DESC LIMIT :most

-- name: question_in_danger
-- The newest open question that says its asker is in danger, however many they asked since.
SELECT * FROM questions
 WHERE asker = :asker AND household = 0 AND sensitive = 'crisis'
   AND status IN ('waiting', 'taken', 'asked_back', 'drafted', 'approved')
 ORDER BY id DESC LIMIT 1

-- name: questions_for_household
-- A page of what anybody asked for one household, newest first.
SELECT * FROM questions
 WHERE household = :household AND household <> 0 AND id < :before ORDER BY id DESC LIMIT :most

-- name: questions_rehome
-- One household turned out to be another.
UPDATE questions SET household = :after
 WHERE id IN (SELECT id FROM questions WHERE household = :before AND household <> 0 LIMIT :most)

-- name: questions_in_queue
-- A page of a queue's open questions at one status that are equally sensitive, what is due first; of a
-- cluster its head alone.
SELECT * FROM questions
 WHERE queue = :queue AND status = :status AND sensitive = :sensitive AND asker <> :viewer
   AND status IN ('waiting', 'taken', 'asked_back', 'drafted')
   AND (due_at, id) > (CAST(:due_after AS BIGINT), CAST(:after AS BIGINT))
   AND NOT EXISTS (SELECT 1 FROM cluster_members AS m JOIN clusters AS c ON c.id = m.cluster
                    WHERE m.question = questions.id AND m.left_at IS NULL AND c.head <> questions.id)
 ORDER BY due_at, id LIMIT :most

-- name: questions_held
-- What a person holds of a queue's questions at one status that are equally sensitive, what is due first.
SELECT id FROM questions
 WHERE queue = :queue AND status = :status AND sensitive = :sensitive AND taken_by = :person
   AND status IN ('waiting', 'taken', 'asked_back', 'drafted')
 ORDER BY due_at, id LIMIT :most

-- name: queue_counts
-- How many questions stand where in a queue, and how many of them are late; each figure from the index of
-- open questions alone, and no further than :most.
SELECT s.status, v.sensitive,
       (SELECT COUNT(*) FROM (
          SELECT 1 FROM questions AS q
           WHERE q.queue = :queue AND q.status = s.status AND q.sensitive = v.sensitive
             AND q.status IN ('waiting', 'taken', 'asked_back', 'drafted') AND q.asker <> :viewer
           LIMIT :most) AS counted) AS many,
       (SELECT COUNT(*) FROM (
          SELECT 1 FROM questions AS q
           WHERE q.queue = :queue AND q.status = s.status AND q.sensitive = v.sensitive
             AND q.status IN ('waiting', 'taken', 'asked_back', 'drafted') AND q.asker <> :viewer
             AND q.due_at < :now AND s.status <> 'asked_back'
           LIMIT :most) AS counted) AS late
  FROM (SELECT 'waiting' AS status UNION ALL SELECT 'taken' UNION ALL SELECT 'asked_back'
        UNION ALL SELECT 'drafted') AS s
 CROSS JOIN (SELECT '' AS sensitive UNION ALL SELECT 'private' UNION ALL SELECT 'accusation'
             UNION ALL SELECT 'crisis') AS v

-- name: questions_forget_words
-- The words of an erased person go: what they asked for this household (0: for themselves).
UPDATE questions SET text = '', address = '', hamlet = ''
 WHERE id IN (SELECT id FROM questions
               WHERE asker = :asker AND household = :household
                 AND (text <> '' OR address <> '' OR hamlet <> '') LIMIT :most)

-- name: question_reword
-- The asker's names go out of the words.
UPDATE questions SET text = :text WHERE id = :id

-- name: questions_forget_address
-- The chat a question came from is forgotten with the person.
UPDATE questions SET address = ''
 WHERE id IN (SELECT id FROM questions WHERE asker = :asker AND address <> '' LIMIT :most)
