-- name: roster_seats
SELECT id, session, household, seat_group, ward, state, listed, position, rank, reasons, guest, held_until
  FROM seats
 WHERE session = :session
   AND household IN (SELECT CAST(key AS BIGINT) FROM json_each(CAST(:households AS TEXT)/* PostgreSQL: ::json */))

-- name: roster_relist
-- What a newer list says, as long as nothing was decided.
UPDATE seats SET seat_group = :seat_group, ward = :ward, listed = :listed, changed_at = :now
 WHERE session = :session AND household = :household AND state = 'listed'

-- name: roster_lock
-- Until the commit nobody else compares a list with what is known. SQLite has one writer anyway.
SELECT CAST(:lock AS TEXT) AS lock /* PostgreSQL: , pg_advisory_xact_lock(hashtextextended(CAST(:lock AS TEXT), 0)) */
