-- name: draft_put
INSERT INTO drafts (person, address, payload, made_at) VALUES (:person, :address, :payload, :now)
RETURNING id

-- name: draft_get
SELECT id, person, address, payload, made_at FROM drafts WHERE id = :id

-- name: draft_change
UPDATE drafts SET payload = :payload WHERE id = :id

-- name: draft_take
-- Take a draft to file or drop it; of two presses one gets it.
DELETE FROM drafts WHERE id = :id AND person = :person RETURNING id, person, address, payload, made_at

-- name: drafts_of
SELECT id, person, address, payload, made_at FROM drafts WHERE person = :person ORDER BY id

-- name: drafts_old
SELECT id, person, address, payload, made_at FROM drafts WHERE made_at < :before ORDER BY id LIMIT 50

-- name: drafts_forget
DELETE FROM drafts WHERE person = :person
