-- name: seal_make
-- Of several programs that make one at the same time, the first is right for all.
INSERT INTO seals (name, value, made_at) VALUES (:name, :value, :now) ON CONFLICT (name) DO NOTHING

-- name: seal_get
SELECT value FROM seals WHERE name = :name
