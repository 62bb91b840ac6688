-- name: programme_newest
SELECT version, data FROM programmes ORDER BY version DESC LIMIT 1

-- name: programme_version
SELECT MAX(version) FROM programmes

-- name: programme_put
-- A changed programme is a new version; the old ones stay readable.
INSERT INTO programmes (version, data, made_at, made_by) VALUES (:version, :data, :now, :by)
ON CONFLICT (version) DO NOTHING
