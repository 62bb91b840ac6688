-- name: seat_plan_get
SELECT state, version, made_at, made_by, signed_at, signed_by, released_at FROM seat_plans
 WHERE session = :session

-- name: seat_plan_propose
-- Every proposal and every change by hand is a version of its own; what is signed does not change.
INSERT INTO seat_plans (session, state, version, made_at, made_by)
VALUES (:session, 'proposed', 1, :now, :by)
ON CONFLICT (session) DO UPDATE
   SET version = seat_plans.version + 1, made_at = excluded.made_at, made_by = excluded.made_by
 WHERE seat_plans.state = 'proposed'
RETURNING version

-- name: seat_plan_sign
-- Signed is what was looked at: the version shown, and no other.
UPDATE seat_plans SET state = 'signed', signed_at = :now, signed_by = :by
 WHERE session = :session AND version = :version AND state = 'proposed'

-- name: seat_plan_release
UPDATE seat_plans SET released_at = :now
 WHERE session = :session AND state = 'signed' AND released_at IS NULL

-- name: seat_plan_hold_back
-- The session was moved, and its cut-off lies ahead again.
UPDATE seat_plans SET released_at = NULL WHERE session = :session AND released_at IS NOT NULL

-- name: seat_plan_put_aside
UPDATE seat_plans SET session = :aside WHERE session = :session

-- name: seats_candidates
-- Who stands there, a portion of them, and whether they were at another session.
SELECT s.id, s.household, s.seat_group, s.ward, s.state, s.position, s.rank, s.reasons, s.edit,
       CASE WHEN EXISTS (SELECT 1 FROM seats AS t
                          WHERE t.household = s.household AND t.session <> s.session AND t.state = 'came')
            THEN CAST(1 AS BIGINT) ELSE 0 END AS was_there
  FROM seats AS s WHERE s.session = :session AND s.state = :state AND s.id > :after ORDER BY s.id LIMIT :most

-- name: seats_line
-- The waiting list of one group and ward, and whether they were at another session.
SELECT s.id, s.household, s.seat_group, s.ward, s.state, s.position, s.rank, s.reasons, s.edit,
       CASE WHEN EXISTS (SELECT 1 FROM seats AS t
                          WHERE t.household = s.household AND t.session <> s.session AND t.state = 'came')
            THEN CAST(1 AS BIGINT) ELSE 0 END AS was_there
  FROM seats AS s
 WHERE s.session = :session AND s.seat_group = :seat_group AND s.ward = :ward AND s.state = 'waiting'
 ORDER BY s.rank, s.id

-- name: seat_standing
SELECT s.id, s.household, s.seat_group, s.ward, s.state, s.position, s.rank, s.reasons, s.edit,
       CASE WHEN EXISTS (SELECT 1 FROM seats AS t
                          WHERE t.household = s.household AND t.session <> s.session AND t.state = 'came')
            THEN CAST(1 AS BIGINT) ELSE 0 END AS was_there
  FROM seats AS s WHERE s.id = :id

-- name: seats_newcomers
-- Who is listed and has no rank yet: the plan does not know them.
SELECT id, session, household, seat_group, ward, state, listed, position, rank, reasons, guest, held_until
  FROM seats WHERE session = :session AND state = 'listed' AND rank = 0 ORDER BY id LIMIT :most

-- name: seat_place
UPDATE seats SET state = :state, seat_group = :seat_group, rank = :rank, reasons = :reasons, changed_at = :now
 WHERE id = :id AND state = :before

-- name: seats_make_room
-- Everybody from this rank on stands one further behind.
UPDATE seats SET rank = rank + 1
 WHERE session = :session AND seat_group = :seat_group AND ward = :ward AND rank >= :rank

-- name: seat_last_rank
SELECT MAX(rank) FROM seats WHERE session = :session AND seat_group = :seat_group AND ward = :ward

-- name: seat_edit
UPDATE seats SET edit = :edit, edit_why = :why, edited_by = :by, changed_at = :now
 WHERE id = :id AND state IN ('listed', 'planned', 'waiting')

-- name: seats_page
-- A page of the list of one group and ward, by rank, with what the organiser did by hand.
SELECT s.id, s.session, s.household, s.seat_group, s.ward, s.state, s.listed, s.position, s.rank, s.reasons,
       s.guest, s.held_until, s.edit, s.edit_why, s.edited_by, h.name, h.hamlet
  FROM seats AS s JOIN households AS h ON h.id = s.household
 WHERE s.session = :session AND s.seat_group = :seat_group AND s.ward = :ward AND s.rank > :after
 ORDER BY s.rank, s.id LIMIT :most

-- name: seat_line_of
SELECT s.id, s.session, s.household, s.seat_group, s.ward, s.state, s.listed, s.position, s.rank, s.reasons,
       s.guest, s.held_until, s.edit, s.edit_why, s.edited_by, h.name, h.hamlet
  FROM seats AS s JOIN households AS h ON h.id = s.household
 WHERE s.id = :id

-- name: seats_figures
SELECT seat_group, ward, state, COUNT(*) AS many FROM seats WHERE session = :session
 GROUP BY seat_group, ward, state ORDER BY seat_group, ward, state
