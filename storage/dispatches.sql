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

-- name: dispatch_questions_along
-- Those that share the answer of a row's question while its sheet goes out are in that row, too.
INSERT INTO dispatch_questions (line, question, leads)
SELECT d.line, m.question, 0
  FROM dispatch_rows AS r JOIN dispatch_questions AS d ON d.line = r.id
  JOIN cluster_members AS h ON h.question = d.question AND h.left_at IS NULL
  JOIN cluster_members AS m ON m.cluster = h.cluster AND m.left_at IS NULL AND m.question <> h.question
 WHERE r.dispatch = :dispatch

-- name: dispatch_rows_of
-- The rows of one sheet with the questions whose words are in them, as they stand now.
SELECT r.id AS row_id, r.place, q.*
  FROM dispatch_rows AS r JOIN dispatch_questions AS d ON d.line = r.id JOIN questions AS q ON q.id = d.question
 WHERE r.dispatch = :dispatch AND d.leads = 1 ORDER BY r.place LIMIT :most

-- name: dispatch_asked_in
-- All questions that one row is for, as they stand now: to which cluster each belongs by now, and whether it
-- was answered since its sheet went out.
SELECT q.*, d.leads, COALESCE(m.cluster, 0) AS belongs, (
         SELECT COUNT(*) FROM answers AS a
          WHERE a.question = q.id AND a.status = 'approved' AND a.approved_at >= s.made_at) AS answered
  FROM dispatch_rows AS r JOIN dispatches AS s ON s.id = r.dispatch
  JOIN dispatch_questions AS d ON d.line = r.id JOIN questions AS q ON q.id = d.question
  LEFT JOIN cluster_members AS m ON m.question = q.id AND m.left_at IS NULL
 WHERE r.id = :line LIMIT :most

-- name: dispatch_row_answered
-- Whether somebody whom a row is for has got this very answer.
SELECT a.id FROM dispatch_questions AS d JOIN answers AS a ON a.question = d.question
 WHERE d.line = :line AND a.status = 'approved' AND a.text = :text LIMIT 1

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

-- name: dispatches_that_hold
-- The sheets in which a question stands.
SELECT r.dispatch FROM dispatch_questions AS d JOIN dispatch_rows AS r ON r.id = d.line WHERE d.question = :question

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
