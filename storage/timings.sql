-- name: timing_keep
-- Minutes of working time, without those in which the clock stood. Once for each time that it was answered.
INSERT INTO timings (question, round, queue, began_at, due_at, done_at, allowed, used, over)
VALUES (:question, :round, :queue, :began_at, :due_at, :done_at, :allowed, :used, :over)
ON CONFLICT (question, round) DO NOTHING

-- name: timings_of
-- A page of a queue's answers and how long they took, newest first.
SELECT question, round, queue, began_at, due_at, done_at, allowed, used, over FROM timings
 WHERE queue = :queue AND done_at >= :since AND done_at < :before
 ORDER BY done_at DESC LIMIT :most

-- name: timing_newest
-- How long the newest answer to a question took.
SELECT question, round, queue, began_at, due_at, done_at, allowed, used, over FROM timings
 WHERE question = :question ORDER BY round DESC LIMIT 1

-- name: history_clock
-- The newest moves by which a question's clock began, stood still, went on and was stopped.
SELECT at, move FROM history
 WHERE question = :question
   AND move IN ('ask', 'transfer', 'reopen', 'ask_back', 'told_more', 'go_on', 'speak', 'approve')
 ORDER BY id DESC LIMIT :most
