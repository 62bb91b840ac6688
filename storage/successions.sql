-- name: succession_of_queue
-- Open questions of a queue whose agency has ended.
SELECT id FROM questions
 WHERE queue = :queue AND status IN ('waiting', 'taken', 'asked_back', 'drafted') LIMIT :most

-- name: succession_of_ward
-- Open questions of a ward that has ended.
SELECT id FROM questions
 WHERE ward = :ward AND status IN ('waiting', 'taken', 'asked_back', 'drafted') LIMIT :most

-- name: succession_promises
-- What an office that has ended still had to do is the work of the one that took over.
UPDATE commitments SET queue = :after
 WHERE id IN (SELECT id FROM commitments WHERE queue = :before AND stand = 'open' LIMIT :most)

-- name: succession_promised
-- What was promised to a ward that has ended was promised to the one that took over.
UPDATE commitments SET ward = :after
 WHERE id IN (SELECT id FROM commitments WHERE ward = :before AND stand = 'open' LIMIT :most)
