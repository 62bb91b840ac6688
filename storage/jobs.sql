-- name: job_put
INSERT INTO jobs (kind, payload, state, due_at, made_at)
VALUES (:kind, :payload, 'queued', :now, :now) RETURNING id

-- name: job_claim
-- Take what is due. A lease that ends later than any could is over: the clock has been set back since.
UPDATE jobs SET state = 'working', attempts = attempts + 1, lease_until = CAST(:now AS BIGINT) + 600000
 WHERE id IN (
   SELECT id FROM jobs
    WHERE state IN ('queued', 'working')
      AND (state = 'queued' AND due_at <= :now OR state = 'working'
           AND (lease_until <= :now OR lease_until > CAST(:now AS BIGINT) + 1200000))
    ORDER BY due_at, id LIMIT :batch /* PostgreSQL: FOR UPDATE SKIP LOCKED */)
RETURNING id, kind, payload, attempts

-- name: job_done
DELETE FROM jobs WHERE id = :id AND state = 'working'

-- name: job_later
UPDATE jobs SET state = 'queued', due_at = :due_at, why = :why, lease_until = NULL
 WHERE id = :id AND state = 'working'

-- name: job_fail
UPDATE jobs SET state = 'failed', payload = '', why = :why, lease_until = NULL WHERE id = :id

-- name: job_free
UPDATE jobs SET state = 'queued', lease_until = NULL
 WHERE state IN ('queued', 'working') AND state = 'working'
