-- name: draft_put
INSERT INTO drafts (person, household, address, payload, made_at)
VALUES (:person, :household, :address, :payload, :now)
RETURNING id

-- name: draft_get
SELECT id, person, household, address, payload, made_at FROM drafts WHERE id = :id

-- name: draft_change
UPDATE drafts SET payload = :payload WHERE id = :id

-- name: draft_take
-- Take a draft to file or drop it; of two presses one gets it.
DELETE FROM drafts WHERE id = :id AND person = :person
RETURNING id, person, household, address, payload, made_at

-- name: drafts_of
-- A page of a person's drafts for one household, or (0) of their own, in the order they came.
SELECT id, person, household, address, payload, made_at FROM drafts
 WHERE person = :person AND household = :household AND id > :after ORDER BY id LIMIT :most

-- name: drafts_old
-- What nobody has sent, written or last looked at before a moment.
SELECT id, person, household, address, payload, made_at FROM drafts
 WHERE made_at < :before ORDER BY made_at, id LIMIT :most

-- name: draft_put_off
-- It cannot be sent yet: look at it again later, and at others first.
UPDATE drafts SET made_at = :now WHERE id = :id

-- name: draft_of_message
-- The newest drafts that came in a chat.
SELECT id, person, household, address, payload, made_at FROM drafts
 WHERE person = :person AND address = :address ORDER BY id DESC LIMIT :most

-- name: drafts_forget_for
-- Nothing more is sent for this household: by one person, or (0) by anybody.
DELETE FROM drafts
 WHERE household = :household AND household <> 0 AND (CAST(:person AS BIGINT) = 0 OR person = :person)

-- name: drafts_rehome
-- One household turned out to be another.
UPDATE drafts SET household = :after WHERE household = :before AND household <> 0

-- name: drafts_forget
DELETE FROM drafts WHERE person = :person
