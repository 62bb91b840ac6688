-- name: door_key_make
INSERT INTO door_keys (link_hash, session, person, made_at, expires_at)
VALUES (:link_hash, :session, :person, :now, :expires_at)

-- name: door_key_open
-- Take a link by one conditional update: of two who open it, one gets the key.
UPDATE door_keys SET key_hash = :key_hash, expires_at = :expires_at
 WHERE link_hash = :link_hash AND key_hash IS NULL AND expires_at > :now RETURNING session

-- name: door_key_linked
SELECT id, session, person, expires_at FROM door_keys
 WHERE link_hash = :link_hash AND key_hash IS NULL AND expires_at > :now

-- name: door_key_get
SELECT id, session, person, expires_at FROM door_keys WHERE key_hash = :key_hash AND expires_at > :now

-- name: door_key_end
UPDATE door_keys SET expires_at = :now WHERE id = :id

-- name: door_keys_forget
DELETE FROM door_keys WHERE id IN
 (SELECT id FROM door_keys WHERE expires_at < :before ORDER BY expires_at LIMIT :most)
