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
-- What waits for nothing but its writer's press: consent and a ward are there.
SELECT d.id, d.person, d.address, d.payload, d.made_at
  FROM drafts AS d JOIN people AS p ON p.id = d.person
 WHERE d.made_at < :before AND p.consented_at IS NOT NULL AND p.ward <> '' AND p.erased_at IS NULL
 ORDER BY d.id LIMIT 50

-- name: draft_of_message
-- The draft that came in one message of a chat.
SELECT id, person, address, payload, made_at FROM drafts
 WHERE person = :person AND address = :address ORDER BY id

-- name: drafts_forget
DELETE FROM drafts WHERE person = :person
