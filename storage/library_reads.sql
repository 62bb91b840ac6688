-- name: read_put
-- Somebody read an answer instead of sending their question; its words wait, in case they send it after all.
INSERT INTO library_reads (person, answer, ward, hamlet, address, payload, at)
VALUES (:person, :answer, :ward, :hamlet, :address, :payload, :now) RETURNING id

-- name: read_get
-- With the words of the question that was not sent. Nothing is offered to people who ask for a household.
SELECT id, person, CAST(0 AS BIGINT) AS household, address, payload, at AS made_at FROM library_reads
 WHERE id = :id AND person = :person AND payload <> ''

-- name: read_take
-- The words are sent after all; of two presses one takes them.
UPDATE library_reads SET payload = '', address = ''
 WHERE id = :id AND person = :person AND payload <> ''

-- name: reads_forget_words
-- Words that nobody sent after all.
UPDATE library_reads SET payload = '', address = ''
 WHERE id IN (SELECT id FROM library_reads WHERE payload <> '' AND at < :before ORDER BY at LIMIT :most)

-- name: reads_forget
-- That it was read stays, with nobody behind it.
UPDATE library_reads SET person = NULL, payload = '', address = ''
 WHERE id IN (SELECT id FROM library_reads WHERE person = :person LIMIT :most)
