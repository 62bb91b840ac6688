-- name: holding_put
-- Keep what nobody could place, until a person has looked at it.
INSERT INTO holding (kind, address, payload, raw, why, at)
VALUES (:kind, :address, :payload, :raw, :why, :at) RETURNING id

-- name: holding_forget
-- The words of somebody who had everything erased, and their chat; also of what was settled before.
UPDATE holding SET settled_how = CASE WHEN settled_at IS NULL THEN 'erased' ELSE settled_how END,
       settled_at = COALESCE(settled_at, :now), address = '', payload = '', raw = NULL
 WHERE id IN (SELECT id FROM holding WHERE address = :address AND address <> '' LIMIT :most)

-- name: holding_forget_chats
-- From which chats came what was settled long ago. The rows stay: their numbers are in buttons and in
-- ``holding_tell``, and must not come again.
UPDATE holding SET address = ''
 WHERE id IN (SELECT id FROM holding WHERE settled_at < :before AND address <> '' LIMIT :most)

-- name: holding_open
-- A page of what still waits to be looked at, oldest first.
SELECT id, kind, address, payload, why, at FROM holding
 WHERE settled_at IS NULL AND id > :after ORDER BY id LIMIT :most

-- name: holding_count
-- How many wait to be looked at, counted no further than :most, and since when.
SELECT COUNT(*) AS waiting, MIN(at) AS oldest
  FROM (SELECT at FROM holding WHERE settled_at IS NULL ORDER BY id LIMIT :most) AS counted

-- name: holding_tell
-- Something is kept here that nobody was told of, and of all that was told nothing waits any more. Of
-- all who notice, one tells.
INSERT INTO counters (name, value)
SELECT CAST(:counter AS TEXT),
       (SELECT MAX(id) FROM holding WHERE settled_at IS NULL AND kind <> :told_by_itself)
 WHERE (SELECT MIN(id) FROM holding WHERE settled_at IS NULL AND kind <> :told_by_itself)
       > COALESCE((SELECT c.value FROM counters AS c WHERE c.name = :counter), 0)
ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE counters.value < excluded.value

-- name: holding_settle
-- A person has dealt with it; the words are dropped.
UPDATE holding SET settled_at = :now, settled_by = :by, settled_how = :how, payload = '', raw = NULL
 WHERE id = :id AND settled_at IS NULL
