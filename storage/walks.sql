-- name: walk_at
-- How far a walk over many rows has come.
SELECT value FROM counters WHERE name = :name

-- name: walk_on
INSERT INTO counters (name, value) VALUES (:name, :at)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
