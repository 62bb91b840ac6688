-- part: columns
e.answer, e.question, e.family, e.queue, e.ends_at, e.told, e.spread_at, e.spread_in

-- part: first_of_family
-- Of those who share an answer the oldest stands for all that are the same office's.
e.answer = (SELECT MIN(o.answer) FROM endings AS o WHERE o.family = e.family AND o.queue = e.queue)

-- name: answer_ends
-- The first moment at which an answer no longer holds.
SELECT valid_until FROM answers WHERE id = :id

-- name: ending_put
-- An approved answer holds until then, and its office hears of it.
INSERT INTO endings (answer, question, family, queue, ends_at, told, next_at, untold)
VALUES (:answer, :question, :answer, :queue, :ends_at, '', :next_at, 0)
ON CONFLICT (answer) DO UPDATE
   SET queue = excluded.queue, ends_at = excluded.ends_at, told = '', next_at = excluded.next_at,
       untold = 0, spread_at = NULL

-- name: ending_share
-- Who shares the answer has it as long.
INSERT INTO endings (answer, question, family, queue, ends_at, told, next_at, untold, spread_at, spread_in)
SELECT CAST(:answer AS BIGINT), CAST(:question AS BIGINT), family, queue, ends_at, told, next_at, 0, spread_at, spread_in
  FROM endings WHERE answer = :of
ON CONFLICT (answer) DO NOTHING

-- name: endings_spread
-- The end was written down after the approval: it is that of all who share the answer.
INSERT INTO endings (answer, question, family, queue, ends_at, told, next_at, untold)
SELECT o.id, o.question, e.family, e.queue, e.ends_at, e.told, e.next_at, 0
  FROM endings AS e JOIN answers AS a ON a.id = e.answer
  JOIN cluster_members AS m ON m.cluster = :cluster AND m.left_at IS NULL
  JOIN answers AS o ON o.question = m.question AND o.status = 'approved' AND o.approved_at = a.approved_at
 WHERE e.answer = :answer AND o.id <> a.id
ON CONFLICT (answer) DO NOTHING

-- name: ending_get
SELECT {columns} FROM endings AS e WHERE e.answer = :answer

-- name: endings_of_family
-- All who share one answer.
SELECT {columns} FROM endings AS e WHERE e.family = :family AND e.answer > :after ORDER BY e.answer LIMIT :most

-- name: endings_due
-- Whose end is to be looked at now.
SELECT {columns} FROM endings AS e WHERE e.next_at <= :now ORDER BY e.next_at, e.answer LIMIT :most

-- name: ending_plan
-- It is looked at again later; only by whoever found it as it is.
UPDATE endings SET next_at = :next_at, queue = :queue
 WHERE answer = :answer AND told = :told AND ends_at = :ends_at AND next_at <= :now

-- name: ending_note
-- Its office is to hear this, once.
UPDATE endings SET told = :told, next_at = :next_at, queue = :queue, untold = :untold
 WHERE answer = :answer AND told = :before AND ends_at = :ends_at AND next_at <= :now

-- name: endings_moved
-- Its question has gone to another office: what was answered before is that office's from now on.
UPDATE endings SET queue = :queue WHERE question = :question

-- name: endings_told
-- Some of what an office was told of.
SELECT answer FROM endings WHERE queue = :queue AND told <> '' ORDER BY ends_at, answer LIMIT :most

-- name: ending_hand_on
-- It is another office's now; only by whoever found it as it is.
UPDATE endings SET queue = :after WHERE answer = :answer AND queue = :before

-- name: ending_drop
-- It is no longer there.
DELETE FROM endings WHERE answer = :answer

-- name: endings_drop_of_question
-- Another answer stands in its place.
DELETE FROM endings WHERE question = :question

-- name: endings_drop_family
-- It holds for another time, or for good.
DELETE FROM endings WHERE family = (SELECT family FROM endings WHERE answer = :answer)

-- name: endings_untold
-- An office that is to hear something.
SELECT queue FROM endings WHERE untold = 1 ORDER BY queue, answer LIMIT 1

-- name: endings_take
-- All that it is to hear: of two programs one gets it.
UPDATE endings SET untold = 0 WHERE queue = :queue AND untold = 1
RETURNING answer, question, family, queue, ends_at, told, spread_at, spread_in

-- name: endings_of_queue
-- A page of what an office was told ends, or has ended a short while ago: each shared answer once.
SELECT {columns} FROM endings AS e
 WHERE e.queue = :queue AND e.told <> '' AND (e.ends_at, e.answer) > (CAST(:ends_after AS BIGINT), CAST(:after AS BIGINT))
   AND {first_of_family}
 ORDER BY e.ends_at, e.answer LIMIT :most

-- name: endings_prolong
-- It holds longer, for all who share it.
UPDATE endings SET ends_at = :ends_at, told = '', next_at = :next_at, untold = 0, telling = NULL, spread_at = NULL
 WHERE family = :family

-- name: answers_prolong
UPDATE answers SET valid_until = :ends_at WHERE id IN (SELECT answer FROM endings WHERE family = :family)

-- name: endings_spread_news
-- Whoever asked hears that it ends, some at a time; once, until it is prolonged.
UPDATE endings SET telling = :announcement, spread_in = :announcement, spread_at = :now WHERE family = :family AND spread_at IS NULL

-- name: ending_spread_news
-- One of them alone hears it.
UPDATE endings SET telling = 0, spread_at = :now WHERE answer = :answer AND spread_at IS NULL

-- name: endings_telling
-- A portion of those whose askers have still to hear it.
SELECT {columns} FROM endings AS e WHERE e.telling IS NOT NULL ORDER BY e.answer LIMIT :most

-- name: ending_said
-- One asker hears it now, once.
UPDATE endings SET telling = NULL WHERE answer = :answer AND telling IS NOT NULL

-- name: endings_asked_by
-- Who asked what it answers: they hear under the number of their own question.
SELECT q.asker FROM endings AS e JOIN questions AS q ON q.id = e.question WHERE e.family = :family
 ORDER BY e.answer
