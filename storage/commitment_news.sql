-- name: commitment_news_begin
-- Something is to be told of it: to everybody, from the first on.
UPDATE commitments SET telling = 'askers', told_to = 0 WHERE id = :id AND public = 1

-- name: commitment_news_next
-- A promise whose outcome not everybody has heard.
SELECT id, question, telling, told_to, stand, moved FROM commitments WHERE telling <> '' ORDER BY id LIMIT 1

-- name: commitment_news_reach
-- So far it is told; nothing if it was kept or moved meanwhile, for then all hear that.
UPDATE commitments SET telling = :telling, told_to = :told_to
 WHERE id = :id AND telling = :before AND told_to = :after AND stand = :stand AND moved = :moved
