-- name: dispatch_round_begin
-- A round of dispatches begins once; whoever comes second begins none.
INSERT INTO dispatch_rounds (name, session, made_by, made_at) VALUES (:name, :session, :made_by, :now)
ON CONFLICT (name) DO NOTHING

-- name: dispatch_round_known
SELECT id FROM dispatch_rounds WHERE name = :name

-- name: dispatch_round_open
-- The oldest round that is not through all agencies yet.
SELECT id, name, session, reached, made_by, made_at FROM dispatch_rounds WHERE done_at IS NULL ORDER BY id LIMIT 1

-- name: dispatch_round_newest
-- The newest round of a session, or (0) of whatever is open.
SELECT id, done_at FROM dispatch_rounds WHERE session = :session ORDER BY id DESC LIMIT 1

-- name: dispatch_round_reach
-- The round has come as far as :reached. Changes nothing if somebody else moved it in between.
UPDATE dispatch_rounds SET reached = :reached WHERE id = :id AND reached = :before AND done_at IS NULL

-- name: dispatch_round_end
UPDATE dispatch_rounds SET done_at = :now WHERE id = :id AND done_at IS NULL

-- name: dispatch_put
INSERT INTO dispatches (round, year, number, queue, session, apart, asked_back, more, made_by, made_at)
VALUES (:round, :year, :number, :queue, :session, :apart, :asked_back, :more, :made_by, :now) RETURNING id

-- name: dispatch_get
SELECT * FROM dispatches WHERE id = :id

-- name: dispatch_numbered
SELECT * FROM dispatches WHERE year = :year AND number = :number

-- name: dispatches_newest
-- A page of what went out, newest first.
SELECT * FROM dispatches WHERE id < :before ORDER BY id DESC LIMIT :most

-- name: dispatches_lately
-- Of the newest sheets those of a session since a moment: how many, the newest, and when it was made.
SELECT COUNT(*) AS many, MAX(id) AS last, MAX(made_at) AS made_at
  FROM (SELECT id, session, made_at FROM dispatches ORDER BY id DESC LIMIT :most) AS newest
 WHERE session = :session AND made_at >= :since

-- name: dispatches_of_round
-- A sheet an agency.
SELECT * FROM dispatches WHERE round = :round AND round <> 0 ORDER BY queue LIMIT :most

-- name: dispatch_row_put
INSERT INTO dispatch_rows (dispatch, place) VALUES (:dispatch, :place) RETURNING id

-- name: dispatch_question_put
INSERT INTO dispatch_questions (line, question) VALUES (:line, :question)

-- name: dispatch_rows_of
-- The rows of one sheet with their questions as they stand now.
SELECT r.id AS row_id, r.place, q.*
  FROM dispatch_rows AS r JOIN dispatch_questions AS d ON d.line = r.id JOIN questions AS q ON q.id = d.question
 WHERE r.dispatch = :dispatch ORDER BY r.place LIMIT :most

-- name: dispatch_of_row
SELECT d.* FROM dispatch_rows AS r JOIN dispatches AS d ON d.id = r.dispatch WHERE r.id = :id

-- name: dispatch_unanswered
-- What of a queue goes on a sheet, what is due first; asked before or in one session, or (0) whenever. Of those
-- who share an answer only the one that leads, which has a row for all.
SELECT * FROM questions
 WHERE queue = :queue AND status = :status AND sensitive = :sensitive
   AND status IN ('waiting', 'taken', 'asked_back', 'drafted') AND text <> ''
   AND (CAST(:session AS BIGINT) = 0 OR session = :session AND phase IN ('before', 'during'))
   AND NOT EXISTS (SELECT 1 FROM cluster_members AS m JOIN clusters AS c ON c.id = m.cluster
                    WHERE m.question = questions.id AND m.left_at IS NULL AND c.head <> questions.id)
 ORDER BY due_at, id LIMIT :most

-- name: dispatch_open_count
-- How many open questions of a queue stand so, counted no further than :most.
SELECT COUNT(*) FROM (
  SELECT 1 FROM questions
   WHERE queue = :queue AND status = :status AND sensitive = :sensitive
     AND status IN ('waiting', 'taken', 'asked_back', 'drafted')
     AND (CAST(:session AS BIGINT) = 0 OR session = :session AND phase IN ('before', 'during'))
   LIMIT :most) AS counted

-- name: dispatch_return_put
INSERT INTO dispatch_returns (person, at) VALUES (:person, :now) RETURNING id

-- name: dispatch_answer_put
INSERT INTO dispatch_answers (answer, returned, line, basis, who, day)
VALUES (:answer, :returned, :line, :basis, :who, :day)

-- name: dispatch_answers_of
-- The drafts that came with one return.
SELECT a.id AS answer, a.question FROM dispatch_answers AS d JOIN answers AS a ON a.id = d.answer
 WHERE d.returned = :returned ORDER BY d.answer LIMIT :most

-- name: dispatch_answer_came
-- With which sheet an answer came, and what stood beside it.
SELECT s.year, s.number, d.basis, d.who, d.day
  FROM dispatch_answers AS d JOIN dispatch_rows AS r ON r.id = d.line JOIN dispatches AS s ON s.id = r.dispatch
 WHERE d.answer = :answer

-- name: dispatch_doubt_put
-- A line that somebody is asked about, or that went into the holding pen: each once. While it is open, who
-- sends it again is the one who is asked.
INSERT INTO dispatch_doubts (digest, place, why, candidates, answer, basis, who, day, person, state, at)
VALUES (:digest, :place, :why, :candidates, :answer, :basis, :who, :day, :person, :state, :now)
ON CONFLICT (digest) DO UPDATE SET person = COALESCE(excluded.person, dispatch_doubts.person)
 WHERE dispatch_doubts.state = 'open'

-- name: dispatch_doubt_known
SELECT state FROM dispatch_doubts WHERE digest = :digest

-- name: dispatch_doubt_get
SELECT * FROM dispatch_doubts WHERE id = :id

-- name: dispatch_doubt_next
-- The next line that a person is asked about.
SELECT * FROM dispatch_doubts WHERE person = :person AND state = 'open' ORDER BY id LIMIT 1

-- name: dispatch_doubt_settle
-- Somebody has said which question it is for, or that it is for none; the words are dropped.
UPDATE dispatch_doubts SET state = :state, settled_at = :now, answer = '', basis = '', who = '', day = ''
 WHERE id = :id AND state = 'open'

-- name: dispatch_doubt_narrow
-- It is known which question it is for; something else is asked about now.
UPDATE dispatch_doubts SET candidates = :candidates, why = :why WHERE id = :id AND state = 'open'

-- name: dispatch_doubt_drop
-- The sheet is mended and sent again: what was in this line is not kept, and may be asked about once more.
DELETE FROM dispatch_doubts WHERE id = :id AND state = 'open'
