-- name: enclosure_put
-- A file goes with an answer: one that its author has just sent, that an earlier draft of the same question had, or
-- that goes with an answer which everyone may read. Never one of somebody else.
INSERT INTO enclosures (answer, token)
SELECT a.id, f.token FROM answers AS a JOIN files AS f ON f.token = :token
 WHERE a.id = :answer AND f.expires_at > :now
   AND (f.person = a.author OR EXISTS (SELECT 1 FROM enclosures AS e JOIN answers AS b ON b.id = e.answer
                                        WHERE e.token = f.token AND b.question = a.question)
        OR EXISTS (SELECT 1 FROM enclosures AS e JOIN answers AS b ON b.id = e.answer
                     JOIN releases AS r ON r.answer = b.id JOIN questions AS q ON q.id = r.question
                    WHERE e.token = f.token AND b.private = 0 AND r.public_at IS NOT NULL AND q.sensitive = ''))
ON CONFLICT (answer, token) DO NOTHING

-- name: enclosure_keep
-- It belongs to an answer now, no longer to its sender, and stays until :until.
UPDATE files SET person = NULL, address = '', expires_at = CASE WHEN expires_at < :until THEN :until ELSE expires_at END
 WHERE token = :token

-- name: enclosures_of
-- The files of an answer, as they came; none that is gone.
SELECT e.id, f.token, f.name, CAST(LENGTH(f.content) AS BIGINT) AS size
  FROM enclosures AS e JOIN files AS f ON f.token = e.token
 WHERE e.answer = :answer AND f.expires_at > :now ORDER BY e.id LIMIT :most

-- name: enclosures_lost
-- How many of them are gone.
SELECT COUNT(*) FROM enclosures AS e
 WHERE e.answer = :answer AND NOT EXISTS (SELECT 1 FROM files AS f WHERE f.token = e.token AND f.expires_at > :now)

-- name: enclosure_public
-- A file of an answer that everyone may read, by the rule of the page of answers; of no other answer.
SELECT f.token, f.name, f.content
  FROM enclosures AS e JOIN answers AS a ON a.id = e.answer JOIN files AS f ON f.token = e.token
 WHERE e.id = :id AND a.private = 0 AND f.expires_at > :now
   AND EXISTS (SELECT 1 FROM releases AS r JOIN questions AS q ON q.id = r.question
                WHERE r.answer = a.id AND r.public_at IS NOT NULL AND q.number = :number AND q.sensitive = '')

-- name: enclosures_share
-- Whoever shares an answer has its files as well.
INSERT INTO enclosures (answer, token)
SELECT (SELECT b.id FROM answers AS b WHERE b.question = :question ORDER BY b.id DESC LIMIT 1), e.token
  FROM enclosures AS e WHERE e.answer = :answer ORDER BY e.id LIMIT :most
ON CONFLICT (answer, token) DO NOTHING

-- name: enclosure_is_public
-- Whether a file goes with an answer that everyone may read, by the rule of the page of answers.
SELECT CAST(1 AS BIGINT) FROM enclosures AS e JOIN answers AS a ON a.id = e.answer
 WHERE e.token = :token AND a.private = 0
   AND EXISTS (SELECT 1 FROM releases AS r JOIN questions AS q ON q.id = r.question
                WHERE r.answer = a.id AND r.public_at IS NOT NULL AND q.sensitive = '') LIMIT 1
