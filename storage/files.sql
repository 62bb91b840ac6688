-- name: file_put
-- Bytes that somebody sent or is to get. ``address`` is the chat they came from, or what they were drawn from;
-- ``person`` whose they are;
-- ``stranger`` if whoever sent them has not agreed to anything.
INSERT INTO files (token, name, content, size, person, address, stranger, made_at, expires_at)
VALUES (:token, :name, :content, :size, :person, :address, :stranger, :now, :expires_at)

-- name: files_grow
-- So many bytes more are kept, if there is room for them.
INSERT INTO counters (name, value) VALUES ('files', :size)
ON CONFLICT (name) DO UPDATE SET value = counters.value + excluded.value
 WHERE counters.value + excluded.value <= CAST(:most AS BIGINT)
RETURNING value

-- name: files_shrink
UPDATE counters SET value = value - :size WHERE name = 'files'

-- name: files_held
SELECT value FROM counters WHERE name = 'files'

-- name: file_known
-- What is known of a file, without its bytes.
SELECT token, name, CAST(LENGTH(content) AS BIGINT) AS size FROM files WHERE token = :token AND expires_at > :now

-- name: file_content
SELECT content FROM files WHERE token = :token AND expires_at > :now

-- name: file_stay
-- Somebody needs it for longer. It never stays shorter than it would have, and is no stranger's now.
UPDATE files SET expires_at = :until, stranger = 0 WHERE token = :token AND expires_at < :until

-- name: file_nth_from
-- When the oldest of the newest :nth files from a chat came; nothing if there are fewer.
SELECT CASE WHEN COUNT(*) = CAST(:nth AS BIGINT) THEN MIN(made_at) END
  FROM (SELECT made_at FROM files WHERE address = :address AND address <> '' ORDER BY id DESC LIMIT :nth) AS newest

-- name: files_of_strangers
-- How large they are, the oldest first.
SELECT size FROM files WHERE stranger = 1 ORDER BY id LIMIT :most

-- name: files_drop_strangers
-- The oldest of them make room.
DELETE FROM files WHERE id IN (SELECT id FROM files WHERE stranger = 1 ORDER BY id LIMIT :most) RETURNING size

-- name: files_from
-- How large those of one chat are, the oldest first. ``size`` stands behind the bytes, their length before them.
SELECT CAST(LENGTH(content) AS BIGINT) AS size FROM files
 WHERE address = :address AND address <> '' ORDER BY id LIMIT :most

-- name: files_drop_from
-- The oldest of them make room.
DELETE FROM files WHERE id IN (SELECT id FROM files WHERE address = :address AND address <> '' ORDER BY id LIMIT :most) RETURNING size

-- name: files_expired
-- Files that have been kept long enough.
DELETE FROM files WHERE id IN (SELECT id FROM files WHERE expires_at <= :now ORDER BY expires_at LIMIT :most) RETURNING size

-- name: files_forget_person
DELETE FROM files WHERE id IN (SELECT id FROM files WHERE person = :person LIMIT :most) RETURNING size

-- name: files_forget_from
-- What came from a chat before a moment.
DELETE FROM files WHERE id IN (SELECT id FROM files WHERE address = :address AND address <> '' AND made_at < :before LIMIT :most) RETURNING size

-- name: files_forget_of_answers
-- Files of answers to an erased person that nobody else has heard or will hear.
DELETE FROM files WHERE id IN (
  SELECT f.id FROM questions AS q JOIN answers AS a ON a.question = q.id
    JOIN enclosures AS e ON e.answer = a.id JOIN files AS f ON f.token = e.token
   WHERE q.asker = :asker AND q.household = :household
     AND NOT EXISTS (SELECT 1 FROM enclosures AS o JOIN releases AS r ON r.answer = o.answer WHERE o.token = e.token)
   LIMIT :most) RETURNING size
