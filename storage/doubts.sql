-- name: doubt_put
-- A line that somebody is asked about, or that went into the holding pen: each once. While it is open, who
-- sends it again is the one who is asked.
INSERT INTO dispatch_doubts (digest, place, why, candidates, answer, basis, who, day, person, state, at)
VALUES (:digest, :place, :why, :candidates, :answer, :basis, :who, :day, :person, :state, :now)
ON CONFLICT (digest) DO UPDATE SET person = COALESCE(excluded.person, dispatch_doubts.person)
 WHERE dispatch_doubts.state = 'open'

-- name: doubt_known
SELECT state FROM dispatch_doubts WHERE digest = :digest

-- name: doubt_get
SELECT * FROM dispatch_doubts WHERE id = :id

-- name: doubt_next
-- The next line that a person is asked about.
SELECT * FROM dispatch_doubts WHERE person = :person AND state = 'open' ORDER BY id LIMIT 1

-- name: doubt_settle
-- Somebody has said which question it is for, or that it is for none; the words are dropped.
UPDATE dispatch_doubts SET state = :state, settled_at = :now, answer = '', basis = '', who = '', day = ''
 WHERE id = :id AND state = 'open'

-- name: doubt_narrow
-- It is known which question it is for; something else is asked about now.
UPDATE dispatch_doubts SET candidates = :candidates, why = :why WHERE id = :id AND state = 'open'

-- name: doubt_drop
-- The sheet is mended and sent again: what was in this line is not kept, and may be asked about once more.
DELETE FROM dispatch_doubts WHERE id = :id AND state = 'open'
