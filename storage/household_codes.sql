-- name: household_code_make
INSERT INTO household_codes (code_hash, household, made_by, made_at, expires_at)
VALUES (:code_hash, :household, :by, :now, :expires_at)

-- name: household_code_get
SELECT household FROM household_codes WHERE code_hash = :code_hash AND expires_at > :now
