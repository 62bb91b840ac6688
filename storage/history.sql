-- name: history_add
INSERT INTO history (question, at, actor, move, before, after, note, detail)
VALUES (:question, :at, :actor, :move, :before, :after, :note, :detail)

-- name: history_words
-- The newest words that came with certain moves; :moves is their names between commas.
SELECT at, actor, move, before, after, note, detail FROM history
 WHERE question = :question AND note <> '' AND CAST(:moves AS TEXT) LIKE '%,' || move || ',%'
 ORDER BY id DESC LIMIT :most

-- name: history_last
SELECT at, actor, move, before, after, note, detail FROM history
 WHERE question = :question AND move = :move ORDER BY id DESC LIMIT 1

-- name: history_began
-- Whether any such move was ever noted with a detail that begins so.
SELECT id FROM history
 WHERE question = :question AND move = :move
   AND SUBSTR(detail, 1, LENGTH(CAST(:begins AS TEXT))) = CAST(:begins AS TEXT) LIMIT 1

-- name: history_forget
UPDATE history SET note = ''
 WHERE id IN (SELECT h.id FROM questions AS q JOIN history AS h ON h.question = q.id
               WHERE q.asker = :asker AND q.household = :household AND h.note <> '' LIMIT :most)
