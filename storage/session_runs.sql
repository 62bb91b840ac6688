-- part: columns
session, opened_at, opened_by, closed_at, closed_by, settled_at, cursor, chair, conclusions, since

-- name: session_run_open
-- Somebody opens a session, once; what an earlier session of that number left is over.
INSERT INTO session_runs (session, opened_at, opened_by) VALUES (:session, :now, :by)
ON CONFLICT (session) DO UPDATE
   SET opened_at = excluded.opened_at, opened_by = excluded.opened_by, closed_at = NULL, closed_by = NULL,
       settled_at = NULL, cursor = 0, chair = '', conclusions = '',
       since = COALESCE(session_runs.closed_at, session_runs.since)
 WHERE session_runs.opened_at < :earliest
RETURNING session

-- name: session_run_lock
-- What happens on a session's board happens one after the other, until its end.
SELECT {columns}
  FROM session_runs WHERE session = :session /* PostgreSQL: FOR UPDATE */

-- name: session_run_get
SELECT {columns}
  FROM session_runs WHERE session = :session

-- name: session_runs_all
SELECT {columns}
  FROM session_runs ORDER BY session LIMIT :most

-- name: session_run_close
UPDATE session_runs SET closed_at = :now, closed_by = :by WHERE session = :session AND closed_at IS NULL

-- name: session_run_to_settle
-- A session that was closed and whose questions have not all been handed over.
SELECT session FROM session_runs WHERE settled_at IS NULL AND closed_at IS NOT NULL
 ORDER BY session LIMIT 1

-- name: session_run_reach
-- How far its questions have been handed over.
UPDATE session_runs SET cursor = :cursor WHERE session = :session

-- name: session_run_settle
UPDATE session_runs SET settled_at = :now WHERE session = :session AND settled_at IS NULL

-- name: session_run_write
-- What its papers say beside the questions.
UPDATE session_runs SET chair = :chair, conclusions = :conclusions WHERE session = :session
