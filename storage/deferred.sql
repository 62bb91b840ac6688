-- name: deferred_put
INSERT INTO deferred (due_at, address, priority, payload, subject, role)
VALUES (:due_at, :address, :priority, :payload, :subject, :role)

-- name: deferred_take
-- Take out what is due, the longest waiting first.
DELETE FROM deferred WHERE id IN (
  SELECT id FROM deferred WHERE due_at <= :now ORDER BY due_at, id LIMIT :most)
RETURNING id, due_at, address, priority, payload, subject, role

-- name: deferred_forget
DELETE FROM deferred WHERE address = :address

-- name: deferred_forget_subject
-- What was to be said about something in the morning is not said any more.
DELETE FROM deferred WHERE subject = :subject AND subject <> ''

-- name: deferred_move
UPDATE deferred SET address = :after WHERE address = :before

-- name: held_put
INSERT INTO held_words (address, payload, at) VALUES (:address, :payload, :at)

-- name: held_take
-- Their writer has consented: take them out.
DELETE FROM held_words WHERE address = :address RETURNING id, payload

-- name: held_newest
SELECT id, payload FROM held_words WHERE address = :address ORDER BY id DESC LIMIT :most

-- name: held_change
UPDATE held_words SET payload = :payload WHERE id = :id

-- name: held_drop
-- Words of one chat that came before a moment.
DELETE FROM held_words
 WHERE id IN (SELECT id FROM held_words WHERE address = :address AND at < :before LIMIT :most)

-- name: held_expired
-- Chats whose words waited too long for consent; one may be named several times.
SELECT address FROM held_words WHERE at < :before ORDER BY at, id LIMIT :most
