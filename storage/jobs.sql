-- part: until
-- Until when a job is its holder's: twenty seconds, for a living one renews that every five (``bot/jobs.py``).
CAST(:now AS BIGINT) + 20000

-- name: job_put
INSERT INTO jobs (kind, payload, state, due_at, made_at)
VALUES (:kind, :payload, 'queued', :now, :now) RETURNING id

-- name: job_claim
-- Take what is due. A lease that ends later than any could is over: the clock has been set back since.
UPDATE jobs SET state = 'working', attempts = attempts + 1, lease_until = {until}
 WHERE id IN (
   SELECT id FROM jobs
    WHERE state IN ('queued', 'working')
      AND (state = 'queued' AND due_at <= :now OR state = 'working'
           AND (lease_until <= :now OR lease_until > CAST(:now AS BIGINT) + 40000))
    ORDER BY due_at, id LIMIT :batch /* PostgreSQL: FOR UPDATE SKIP LOCKED */)
RETURNING id, kind, payload, attempts

-- name: job_renew
-- It is still being worked on. Here and below ``try`` is the try that is told of: one that was overtaken (its
-- lease ran out, somebody else tries) changes nothing any more.
UPDATE jobs SET lease_until = {until}
 WHERE id = :id AND state = 'working' AND attempts = :try

-- name: job_end
-- It is done, or given up.
DELETE FROM jobs WHERE id = :id AND state = 'working' AND attempts = :try

-- name: job_later
-- It failed for now.
UPDATE jobs SET state = 'queued', due_at = :due_at, why = :why, lease_until = NULL
 WHERE id = :id AND state = 'working' AND attempts = :try

-- name: job_again
-- Give it back as it was: the program stops, or the database was in trouble, so this try does not count.
UPDATE jobs SET state = 'queued', lease_until = NULL, attempts = attempts - 1
 WHERE id = :id AND state = 'working' AND attempts = :try

-- name: job_free
UPDATE jobs SET state = 'queued', lease_until = NULL
 WHERE state IN ('queued', 'working') AND state = 'working'

-- name: jobs_open
-- How many are not done, counted no further than :most, and since when the first of them could have been.
SELECT COUNT(*) AS waiting, MIN(due_at) AS oldest
  FROM (SELECT due_at FROM jobs WHERE state IN ('queued', 'working') ORDER BY due_at, id LIMIT :most) AS counted
