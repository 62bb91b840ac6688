-- name: pair_put
-- A message of ours that is about something: a reply to it, or a change of it, finds its subject here.
INSERT INTO pairs (address, subject, role, live, made_at)
VALUES (:address, :subject, :role, 1, :now) RETURNING id

-- name: pair_named
-- The channel has given the message a name.
UPDATE pairs SET external_id = :external_id WHERE id = :id

-- name: pair_of_message
-- What a message of ours is about.
SELECT id, address, external_id, subject, role, live FROM pairs
 WHERE address = :address AND external_id = :external_id ORDER BY id DESC LIMIT 1

-- name: pair_get
SELECT id, address, external_id, subject, role, live FROM pairs WHERE id = :id

-- name: pairs_live
-- The cards that show how something stands, one a chat.
SELECT id, address, external_id, subject, role, live FROM pairs
 WHERE subject = :subject AND live = 1 AND role = 'card' ORDER BY id

-- name: pairs_retire
-- A newer card in the same chat takes over; replies to the old one still find their subject.
UPDATE pairs SET live = 0
 WHERE subject = :subject AND address = :address AND live = 1 AND role = 'card'

-- name: pairs_move
UPDATE pairs SET address = :after
 WHERE id IN (SELECT id FROM pairs WHERE address = :before LIMIT :most)

-- name: pair_drop
-- Its message is not to be said now.
DELETE FROM pairs WHERE id = :id

-- name: pairs_forget
DELETE FROM pairs WHERE id IN (SELECT id FROM pairs WHERE address = :address LIMIT :most)
