-- part: columns
id, household, reader, subject, state, told_at, due_at, reminded, what, settled_at, settled_by

-- name: reach_put
-- News of the same thing for the same reader is one row; it is told again.
INSERT INTO reach (household, reader, subject, state, told_at, due_at)
VALUES (:household, :reader, :subject, :state, :now, :due)
ON CONFLICT (household, reader, subject) WHERE settled_at IS NULL DO UPDATE
   SET state = excluded.state, told_at = excluded.told_at, due_at = excluded.due_at, reminded = 0
RETURNING id

-- name: reach_waiting
-- What one person may read out to one household, or has for themselves, oldest first.
SELECT {columns}
  FROM reach WHERE reader = :reader AND household = :household AND settled_at IS NULL
 ORDER BY id LIMIT :most

-- name: reach_of_reader
-- What one person has not read out, for households after :after.
SELECT {columns}
  FROM reach WHERE reader = :reader AND household > :after AND settled_at IS NULL
 ORDER BY household, id LIMIT :most

-- name: reach_of_household
-- What has not reached one household yet, whoever reads it out.
SELECT {columns}
  FROM reach WHERE household = :household AND id > :after AND settled_at IS NULL
 ORDER BY id LIMIT :most

-- name: reach_unled
-- What is on a list where the hamlet has no head in chat: whoever runs the programme sends somebody.
SELECT r.id, r.household, r.reader, r.subject, r.state, r.told_at, r.due_at, r.reminded, r.what, r.settled_at,
       r.settled_by
  FROM reach AS r JOIN households AS h ON h.id = r.household
 WHERE r.state = 'listed' AND r.settled_at IS NULL
   AND NOT EXISTS (SELECT 1 FROM roles AS o WHERE o.role = 'hamlet' AND o.scope = h.hamlet AND o.until IS NULL)
 ORDER BY r.household, r.id LIMIT :most

-- name: reach_of_subject
-- Whom one thing reached, and how; the newest first.
SELECT {columns}
  FROM reach WHERE subject = :subject ORDER BY id DESC LIMIT :most

-- name: reach_settle
UPDATE reach SET state = :state, what = :what, settled_at = :now, settled_by = :by, due_at = NULL
 WHERE id = :id AND settled_at IS NULL

-- name: reach_again
-- Nobody was met: it is due again later.
UPDATE reach SET due_at = :due WHERE id = :id AND settled_at IS NULL

-- name: reach_due
SELECT {columns}
  FROM reach WHERE due_at <= :now ORDER BY due_at, id LIMIT :most

-- name: reach_remind
-- Take by a conditional update: of two who look, one reminds.
UPDATE reach SET reminded = 1, due_at = :due
 WHERE id = :id AND due_at <= :now AND reminded = 0 AND state = 'told' AND settled_at IS NULL

-- name: reach_list
-- Whoever was reminded has read nothing: the head of the hamlet goes there.
UPDATE reach SET state = 'listed', due_at = NULL
 WHERE id = :id AND due_at <= :now AND settled_at IS NULL

-- name: reach_move
-- One household turned out to be another.
UPDATE reach SET household = :after
 WHERE id IN (SELECT id FROM reach WHERE household = :before AND settled_at IS NULL LIMIT :most)
