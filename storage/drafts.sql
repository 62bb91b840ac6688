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
-- A page of a person's drafts, in the order they came.
SELECT id, person, address, payload, made_at FROM drafts
 WHERE person = :person AND id > :after ORDER BY id LIMIT :most

-- name: drafts_old
-- What nobody has sent, written or last looked at before a moment.
SELECT id, person, address, payload, made_at FROM drafts
 WHERE made_at < :before ORDER BY made_at, id LIMIT :most

-- name: draft_put_off
-- It cannot be sent yet: look at it again later, and at others first.
UPDATE drafts SET made_at = :now WHERE id = :id

-- name: draft_of_message
-- The newest drafts that came in a chat.
SELECT id, person, address, payload, made_at FROM drafts
 WHERE person = :person AND address = :address ORDER BY id DESC LIMIT :most

-- name: drafts_forget
DELETE FROM drafts WHERE person = :person
