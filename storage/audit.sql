-- name: audit_note
INSERT INTO audit (at, actor, action, subject, detail)
VALUES (:at, :actor, :action, :subject, :detail)

-- name: audit_of
SELECT at, actor, action, detail FROM audit WHERE subject = :subject ORDER BY id

-- name: audit_forget
DELETE FROM audit WHERE at < :before
