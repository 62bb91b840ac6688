-- part: columns
c.id, c.question, q.number, c.queue, c.ward, c.words, c.due_at, c.public, c.stand, c.told, c.note,
c.settled_at

-- name: commitment_make
-- What an approved answer promises. Once: the same words of one answer are one commitment.
INSERT INTO commitments (question, answer, queue, ward, words, due_at, public, stand, remind_at, made_at)
VALUES (:question, :answer, :queue, :ward, :words, :due_at, :public, 'open', :remind_at, :now)
ON CONFLICT (answer, words) DO NOTHING
RETURNING id

-- name: commitment_get
SELECT {columns}
  FROM commitments AS c JOIN questions AS q ON q.id = c.question WHERE c.id = :id

-- name: commitments_of_queue
-- A page of what an office still has to do, what is due first.
SELECT {columns}
  FROM commitments AS c JOIN questions AS q ON q.id = c.question
 WHERE c.queue = :queue AND c.stand = 'open' AND (c.due_at, c.id) > (CAST(:due_after AS BIGINT), CAST(:after AS BIGINT))
 ORDER BY c.due_at, c.id LIMIT :most

-- name: commitments_open
-- A page of what offices still have to do, whichever it is, what is due first.
SELECT {columns}
  FROM commitments AS c JOIN questions AS q ON q.id = c.question
 WHERE c.stand = 'open' AND (c.due_at, c.id) > (CAST(:due_after AS BIGINT), CAST(:after AS BIGINT))
 ORDER BY c.due_at, c.id LIMIT :most

-- name: commitments_open_in_ward
-- What was promised in public to a ward and is still to be done, what is due first.
SELECT {columns}
  FROM commitments AS c JOIN questions AS q ON q.id = c.question
 WHERE c.ward = :ward AND c.stand = 'open' AND c.public = 1
 ORDER BY c.due_at, c.id LIMIT :most

-- name: commitments_kept_in_ward
-- What was promised in public to a ward, and done since then.
SELECT {columns}
  FROM commitments AS c JOIN questions AS q ON q.id = c.question
 WHERE c.ward = :ward AND c.stand = 'kept' AND c.public = 1 AND c.settled_at >= :since
 ORDER BY c.settled_at, c.id LIMIT :most

-- name: commitment_list_in
-- It was promised to another ward, too: who shares the answer lives there.
INSERT INTO commitment_wards (ward, commitment) VALUES (:ward, :commitment)
ON CONFLICT (ward, commitment) DO NOTHING

-- name: commitments_shared_with_ward
-- What was promised to a ward with others, the newest first: still to be done, or done since then.
SELECT {columns}
  FROM commitment_wards AS w JOIN commitments AS c ON c.id = w.commitment JOIN questions AS q ON q.id = c.question
 WHERE w.ward = :ward AND c.public = 1 AND (c.stand = 'open' OR c.stand = 'kept' AND c.settled_at >= :since)
 ORDER BY w.commitment DESC LIMIT :most

-- name: commitments_to_remind
-- Whose office is to be told something now.
SELECT id FROM commitments WHERE remind_at IS NOT NULL AND remind_at <= :now
 ORDER BY remind_at, id LIMIT :most

-- name: commitment_told
-- Its office is told this, once; and when the next word is due.
UPDATE commitments SET told = :told, remind_at = :remind_at
 WHERE id = :id AND stand = 'open' AND told = :before AND due_at = :due_at

-- name: commitment_settle
-- It was kept, or it was none.
UPDATE commitments SET stand = :stand, note = :note, settled_at = :now, remind_at = NULL, telling = ''
 WHERE id = :id AND stand = 'open'

-- name: commitment_move
-- Another day, with the reason that people read.
UPDATE commitments SET due_at = :due_at, note = :note, told = '', remind_at = :remind_at, moved = moved + 1
 WHERE id = :id AND stand = 'open'

-- name: commitments_forget
-- What was promised to an erased person alone.
UPDATE commitments SET words = '', note = '', stand = 'dropped', remind_at = NULL, telling = ''
 WHERE id IN (SELECT c.id FROM questions AS q JOIN commitments AS c ON c.question = q.id
               WHERE q.asker = :asker AND q.household = :household AND c.public = 0 AND c.words <> '' LIMIT :most)
