-- name: duty_take
-- One holder each: take a duty that is free, mine already, or still as it was when ``dead`` renewed it last.
INSERT INTO duties (name, holder, until) VALUES (:name, :holder, :until)
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
 WHERE duties.holder = excluded.holder OR duties.holder = :dead AND duties.until = :last
RETURNING holder

-- name: duty_of
SELECT holder, until FROM duties WHERE name = :name

-- name: duty_leave
DELETE FROM duties WHERE name = :name AND holder = :holder

-- name: duty_free
-- Return every lease: nobody is at work on this database.
DELETE FROM duties

-- name: duties_all
SELECT name, holder, until FROM duties ORDER BY name
