-- name: invitation_make
INSERT INTO invitations (code_hash, role, scope, made_by, made_at, expires_at)
VALUES (:code_hash, :role, :scope, :by, :now, :expires_at) RETURNING id

-- name: invitation_use
-- Take a code by one conditional update: of two people who send it, one is let in.
UPDATE invitations SET used_at = :now, used_by = :person
 WHERE code_hash = :code_hash AND used_at IS NULL AND expires_at > :now
RETURNING role, scope, made_by

-- name: invitation_get
SELECT role, scope, made_by, used_by, used_at, expires_at FROM invitations WHERE code_hash = :code_hash

-- name: invitations_unused_of
-- Codes that somebody made and nobody has used.
SELECT id, role, scope FROM invitations WHERE made_by = :by AND used_at IS NULL ORDER BY id

-- name: invitation_end
-- Used up by nobody: that stays so whatever the clock is set to.
UPDATE invitations SET used_at = :now WHERE id = :id AND used_at IS NULL
