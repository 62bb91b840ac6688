-- name: board_begins
-- The first question that was asked for the session as it is held now, of those that boards and papers name.
SELECT id FROM questions
 WHERE session = :session AND sensitive = '' AND phase IN ('before', 'during') AND asked_at > :since
 ORDER BY asked_at, id LIMIT 1

-- name: board_touched
-- Questions of a session that somebody in the hall has moved, at one state, as asked.
SELECT q.*, i.state AS item_state, i.place, i.floor, i.answered_for, i.words,
       (SELECT COUNT(*) FROM (SELECT 1 FROM also_asks AS a WHERE a.question = q.id LIMIT :counted) AS counted) AS also
  FROM board_items AS i JOIN questions AS q ON q.id = i.question
 WHERE i.session = :session AND i.state = :state AND i.question > :after AND q.sensitive = ''
   AND q.status IN ('waiting', 'taken', 'asked_back', 'drafted')
 ORDER BY i.question LIMIT :most

-- name: board_untouched
-- Its questions that stand there as they were asked, before it and during it.
SELECT q.*, 'listed' AS item_state, CAST(0 AS BIGINT) AS place, CAST(0 AS BIGINT) AS floor, '' AS answered_for, '' AS words,
       (SELECT COUNT(*) FROM (SELECT 1 FROM also_asks AS a WHERE a.question = q.id LIMIT :counted) AS counted) AS also
  FROM questions AS q
 WHERE q.session = :session AND q.sensitive = '' AND q.phase IN ('before', 'during')
   AND q.status IN ('waiting', 'taken', 'asked_back', 'drafted') AND q.id > :after
   AND NOT EXISTS (SELECT 1 FROM board_items AS i WHERE i.question = q.id)
 ORDER BY q.id LIMIT :most

-- name: board_recorded
-- Everything of a session that papers name, as asked: what was private or sealed is none of theirs.
SELECT q.*, COALESCE(i.state, 'listed') AS item_state, COALESCE(i.place, 0) AS place,
       COALESCE(i.floor, 0) AS floor, COALESCE(i.answered_for, '') AS answered_for,
       COALESCE(i.words, '') AS words,
       (SELECT COUNT(*) FROM (SELECT 1 FROM also_asks AS a WHERE a.question = q.id LIMIT :counted) AS counted) AS also
  FROM questions AS q LEFT JOIN board_items AS i ON i.question = q.id
 WHERE q.session = :session AND q.sensitive = '' AND q.phase IN ('before', 'during') AND q.id > :after
 ORDER BY q.id LIMIT :most

-- name: board_item_get
SELECT q.*, i.state AS item_state, i.place, i.floor, i.answered_for, i.words,
       (SELECT COUNT(*) FROM (SELECT 1 FROM also_asks AS a WHERE a.question = q.id LIMIT :counted) AS counted) AS also
  FROM board_items AS i JOIN questions AS q ON q.id = i.question WHERE i.question = :question

-- name: board_item_put
-- The first that happens to a question in the hall.
INSERT INTO board_items (question, session, state, floor) VALUES (:question, :session, 'listed', :floor)
ON CONFLICT (question) DO NOTHING

-- name: board_called_end
-- Another is called: what was spoken about comes again, last.
UPDATE board_items SET state = 'listed', place = :place
 WHERE session = :session AND state = 'called' AND question <> :question RETURNING question

-- name: board_item_call
UPDATE board_items SET state = 'called', called_at = :now WHERE question = :question AND state = 'listed'

-- name: board_item_place
-- Sooner or later; what is called waits again.
UPDATE board_items SET state = 'listed', place = :place
 WHERE question = :question AND state IN ('listed', 'called')

-- name: board_item_answer
UPDATE board_items SET state = 'answered', answered_for = :answered_for, words = :words, answered_at = :now,
       recorded_by = :by
 WHERE question = :question AND state IN ('listed', 'called')

-- name: board_shared
-- The session closes: what was said to the one that leads a cluster, by its own agency, was said to all who asked
-- the same for this session.
INSERT INTO board_items (question, session, state, floor, answered_for, words, answered_at, recorded_by)
SELECT q.id, h.session, 'answered', 0, h.answered_for, h.words, h.answered_at, h.recorded_by
  FROM board_items AS h
  JOIN clusters AS c ON c.head = h.question AND c.ended_at IS NULL AND c.answer = 0
  JOIN cluster_members AS m ON m.cluster = c.id AND m.left_at IS NULL AND m.question <> h.question
  JOIN questions AS q ON q.id = m.question
 WHERE h.session = :session AND h.state = 'answered' AND h.settled_at IS NULL AND h.question > :after
   AND q.session = :session AND q.queue = h.answered_for AND q.sensitive = '' AND q.phase IN ('before', 'during')
   AND q.status IN ('waiting', 'taken', 'asked_back', 'drafted') AND q.id > :after
ON CONFLICT (question) DO UPDATE
   SET state = 'answered', answered_for = excluded.answered_for, words = excluded.words,
       answered_at = excluded.answered_at, recorded_by = excluded.recorded_by
 WHERE board_items.state IN ('listed', 'called') AND board_items.settled_at IS NULL

-- name: board_shared_count
-- How many that would be, now.
SELECT COUNT(*)
  FROM board_items AS h
  JOIN clusters AS c ON c.head = h.question AND c.ended_at IS NULL AND c.answer = 0
  JOIN cluster_members AS m ON m.cluster = c.id AND m.left_at IS NULL AND m.question <> h.question
  JOIN questions AS q ON q.id = m.question
  LEFT JOIN board_items AS i ON i.question = q.id
 WHERE h.session = :session AND h.state = 'answered' AND h.settled_at IS NULL AND h.question > :after
   AND q.session = :session AND q.queue = h.answered_for AND q.sensitive = '' AND q.phase IN ('before', 'during')
   AND q.status IN ('waiting', 'taken', 'asked_back', 'drafted') AND q.id > :after
   AND (i.question IS NULL OR i.state IN ('listed', 'called') AND i.settled_at IS NULL)

-- name: board_item_undo
UPDATE board_items SET state = 'listed', place = :place, answered_for = '', words = '', answered_at = NULL,
       recorded_by = NULL
 WHERE question = :question AND state = 'answered' AND settled_at IS NULL

-- name: board_item_settle
-- It has been handed over, once.
UPDATE board_items SET state = :state, settled_at = :now WHERE question = :question AND settled_at IS NULL

-- name: board_unsettled
SELECT question FROM board_items WHERE session = :session AND settled_at IS NULL ORDER BY question LIMIT :most

-- name: board_counts
-- How many stand where, of those that can still be answered or were handed over.
SELECT i.state, COUNT(*) AS many FROM board_items AS i JOIN questions AS q ON q.id = i.question
 WHERE i.session = :session AND i.state <> 'gone' AND i.question > :after
   AND (i.settled_at IS NOT NULL
        OR q.sensitive = '' AND q.status IN ('waiting', 'taken', 'asked_back', 'drafted'))
 GROUP BY i.state

-- name: board_untouched_count
SELECT COUNT(*) FROM (
  SELECT 1 FROM questions AS q
   WHERE q.session = :session AND q.sensitive = '' AND q.phase IN ('before', 'during')
     AND q.status IN ('waiting', 'taken', 'asked_back', 'drafted') AND q.id > :after
     AND NOT EXISTS (SELECT 1 FROM board_items AS i WHERE i.question = q.id)
   LIMIT :most) AS counted

-- name: board_move_add
INSERT INTO board_moves (question, at, actor, move, before, after, words)
VALUES (:question, :at, :actor, :move, :before, :after, :words)

-- name: board_moves_of
SELECT at, actor, move, before, after, words FROM board_moves WHERE question = :question ORDER BY id

-- name: also_ask
INSERT INTO also_asks (question, who, at) VALUES (:question, :who, :now)
ON CONFLICT (question, who) DO NOTHING

-- name: also_ask_not
DELETE FROM also_asks WHERE question = :question AND who = :who

-- name: also_asks_forget
-- What browsers pressed in a hall long ago; what people said in chat stays with the question that they follow.
DELETE FROM also_asks WHERE (question, who) IN (
  SELECT question, who FROM also_asks WHERE substr(who, 1, 7) = 'device:' AND at < :before ORDER BY at LIMIT :most)

-- name: also_asked_by
-- Which of these questions somebody asks as well.
SELECT question FROM also_asks WHERE who = :who AND question IN (
  SELECT CAST(key AS BIGINT) FROM json_each(CAST(:questions AS TEXT)/* PostgreSQL: ::json */))

-- name: hall_people
-- The households on a session's list, a page of them.
SELECT h.id, h.name, h.ward, h.hamlet, h.source, s.position, s.state, s.changed_at
  FROM seats AS s JOIN households AS h ON h.id = s.household
 WHERE s.session = :session AND s.household > :after AND h.left_at IS NULL ORDER BY s.household LIMIT :most
