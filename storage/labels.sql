-- name: label_put
INSERT INTO labels (question, person, topic, text, made_at) VALUES (:question, :person, :topic, :text, :now)
RETURNING id

-- name: label_drop
-- A question that is corrected again has one label, the newest; one that is sealed has none.
DELETE FROM labels WHERE question = :question

-- name: labels_trim
-- Only the newest teach: one that is too old goes when one comes.
DELETE FROM labels WHERE id <= :oldest

-- name: labels_newest
SELECT id, topic, text FROM labels ORDER BY id DESC LIMIT :most

-- name: labels_ids
-- Which there are: other processes look whether anything has changed.
SELECT id FROM labels ORDER BY id DESC LIMIT :most

-- name: labels_forget
-- The words of a person go at their wish; nobody has more than ``labels_trim`` leaves.
DELETE FROM labels WHERE person = :person
