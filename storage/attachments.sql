-- name: attachment_add
INSERT INTO attachments (question, channel, media, ref, name, at)
VALUES (:question, :channel, :media, :ref, :name, :at)

-- name: attachments_of
SELECT channel, media, ref, name FROM attachments WHERE question = :question ORDER BY id

-- name: attachments_forget
DELETE FROM attachments
 WHERE id IN (SELECT a.id FROM questions AS q JOIN attachments AS a ON a.question = q.id
               WHERE q.asker = :asker AND q.household = :household LIMIT :most)
