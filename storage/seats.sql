-- name: seat_enlist
INSERT INTO seats (session, household, seat_group, ward, state, listed, position, changed_at)
VALUES (:session, :household, :seat_group, :ward, :state, :listed, :position, :now)
ON CONFLICT (session, household) DO NOTHING RETURNING id

-- name: seat_of
SELECT id, session, household, seat_group, ward, state, listed, position, rank, guest FROM seats
 WHERE session = :session AND household = :household
