-- name: audit_note
INSERT INTO audit (at, actor, action, subject, detail)
VALUES (:at, :actor, :action, :subject, :detail)

-- name: audit_of
SELECT at, actor, action, detail FROM audit WHERE subject = :subject ORDER BY id

-- name: audit_forget
-- Drop the oldest lines, those before a moment: lines are in the order of time.
DELETE FROM audit
 WHERE id IN (SELECT id FROM (SELECT id, at FROM audit ORDER BY id LIMIT :most) AS oldest
               WHERE oldest.at < :before)
