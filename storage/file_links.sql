-- name: file_link_make
INSERT INTO file_links (link_hash, token, address, person, made_at, expires_at)
VALUES (:link_hash, :token, :address, :person, :now, :expires_at)

-- name: file_link_get
-- A link that has not lapsed. Nobody's any more where its chat belongs to somebody else by now, or where the person
-- has lost a role since it was made.
SELECT l.id, l.token, l.expires_at, l.key_hash,
       CASE WHEN EXISTS (SELECT 1 FROM roles AS r WHERE r.person = l.person AND r.until IS NOT NULL AND r.until >= l.made_at)
            THEN NULL ELSE (SELECT a.person FROM addresses AS a WHERE a.address = l.address AND a.person = l.person) END AS person
  FROM file_links AS l WHERE l.link_hash = :link_hash AND l.expires_at > :now

-- name: file_link_take
-- Of two browsers that open it, one gets it.
UPDATE file_links SET key_hash = :key_hash WHERE id = :id AND key_hash IS NULL RETURNING id

-- name: file_links_forget
DELETE FROM file_links WHERE id IN
 (SELECT id FROM file_links WHERE expires_at < :before ORDER BY expires_at LIMIT :most)

-- name: file_links_forget_person
DELETE FROM file_links WHERE id IN (SELECT id FROM file_links WHERE person = :person LIMIT :most)
