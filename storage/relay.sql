-- name: bulletin_at
-- The bulletin of a ward for one slot, made when the first answer is put in it.
INSERT INTO bulletins (ward, means, due_at, chat_at, state, note)
VALUES (:ward, :means, :due_at, :chat_at, 'open', :note)
ON CONFLICT (ward, due_at) WHERE told_at IS NULL DO UPDATE SET ward = excluded.ward
RETURNING id

-- name: bulletin_get
SELECT id, ward, means, due_at, chat_at, told_at, heard_at, aired_at, aired_by
  FROM bulletins WHERE id = :id

-- name: bulletin_with_answer
-- The bulletin in which a ward hears an answer.
SELECT b.id, b.ward, b.means, b.due_at, b.chat_at, b.told_at, b.heard_at, b.aired_at, b.aired_by
  FROM releases AS r JOIN bulletins AS b ON b.id = r.bulletin
 WHERE r.answer = :answer AND r.ward = :ward

-- name: bulletins_due
-- Whose script is due to be read.
SELECT id, ward, means, due_at, chat_at, told_at, heard_at, aired_at, aired_by
  FROM bulletins WHERE told_at IS NULL AND due_at <= :now ORDER BY due_at, id LIMIT 1

-- name: bulletins_unheard
-- Whose chat copies are due.
SELECT id, ward, means, due_at, chat_at, told_at, heard_at, aired_at, aired_by
  FROM bulletins WHERE heard_at IS NULL AND told_at IS NOT NULL AND chat_at <= :now
 ORDER BY chat_at, id LIMIT 1

-- name: bulletins_of_ward
-- The coming one and the newest told ones of a ward.
SELECT id, ward, means, due_at, chat_at, told_at, heard_at, aired_at, aired_by
  FROM bulletins WHERE ward = :ward ORDER BY due_at DESC, id DESC LIMIT :most

-- name: bulletin_told
-- The script goes out, once; not of a slot that was missed.
UPDATE bulletins SET told_at = :now, state = 'told' WHERE id = :id AND told_at IS NULL AND state <> 'missed'

-- name: bulletin_missed
-- Its slot is over, and nobody gave it out; from here on nobody can. Whoever puts an answer in it is waited for.
UPDATE bulletins SET state = 'missed' WHERE id = :id AND told_at IS NULL

-- name: bulletin_heard
-- Chat copies go out, once.
UPDATE bulletins SET heard_at = :now WHERE id = :id AND heard_at IS NULL

-- name: bulletin_aired
-- The reader reports that it was read out, once.
UPDATE bulletins SET aired_at = :now, aired_by = :by, state = 'aired'
 WHERE id = :id AND aired_at IS NULL AND told_at IS NOT NULL

-- name: bulletin_due_now
UPDATE bulletins SET due_at = :now, chat_at = :now WHERE id = :id AND told_at IS NULL AND state <> 'missed'

-- name: bulletin_empty
-- A bulletin whose answers all moved to another one is dropped.
DELETE FROM bulletins WHERE id = :id AND NOT EXISTS (SELECT 1 FROM releases WHERE bulletin = :id)

-- name: releases_move
-- A missed slot: its answers wait for the next one.
UPDATE releases SET bulletin = :after WHERE bulletin = :before

-- name: release_make
INSERT INTO releases (answer, question, ward, bulletin, made_at, cluster, asked, words)
VALUES (:answer, :question, :ward, :bulletin, :now, :cluster, :asked, :words)
ON CONFLICT (answer, ward) DO NOTHING

-- name: releases_of
-- What is in a bulletin, in the order of approval. Of the files of an answer those that sound are it in Khmer.
SELECT r.id, r.question, q.number, q.queue, q.asker, a.text AS answer, a.id AS answer_id, r.cluster, r.asked,
       CASE WHEN r.words = '' THEN q.text ELSE r.words END AS text, a.khmer, (
         SELECT COUNT(*) FROM enclosures AS e LEFT JOIN files AS f ON f.token = e.token
          WHERE e.answer = a.id AND NOT COALESCE(f.name LIKE '%.ogg' OR f.name LIKE '%.mp3' OR f.name LIKE '%.m4a'
                OR f.name LIKE '%.webm', FALSE)) AS papers, (
         SELECT COUNT(*) FROM enclosures AS e JOIN files AS f ON f.token = e.token
          WHERE e.answer = a.id AND (f.name LIKE '%.ogg' OR f.name LIKE '%.mp3' OR f.name LIKE '%.m4a'
                OR f.name LIKE '%.webm')) AS recordings
  FROM releases AS r JOIN questions AS q ON q.id = r.question JOIN answers AS a ON a.id = r.answer
 WHERE r.bulletin = :bulletin ORDER BY r.id

-- name: releases_moved
-- The question has gone to another office: whoever holds that in memory reads it anew.
UPDATE releases SET moved_at = :now WHERE question = :question

-- name: releases_count
SELECT COUNT(*) FROM releases WHERE bulletin = :bulletin

-- name: releases_public
UPDATE releases SET public_at = :now WHERE bulletin = :bulletin AND public_at IS NULL

-- name: bulletins_late
-- Scripts that should have gone out and did not, counted no further than :most.
SELECT COUNT(*) AS waiting, MIN(due_at) AS oldest
  FROM (SELECT due_at FROM bulletins WHERE told_at IS NULL AND due_at < :now
         ORDER BY due_at, id LIMIT :most) AS counted
