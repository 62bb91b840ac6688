-- name: check_in_claim
-- First claim the mark, then act: told twice at the same time, the second waits here and does nothing.
INSERT INTO check_ins (session, mark, door_key, what, seat, name, device_at, at, state)
VALUES (:session, :mark, :door_key, :what, :seat, :name, :device_at, :now, 'done')
ON CONFLICT (session, mark) DO NOTHING RETURNING id

-- name: check_in_get
SELECT id, mark, door_key, what, seat, name, device_at, at, state, why FROM check_ins
 WHERE session = :session AND mark = :mark

-- name: check_in_put
UPDATE check_ins SET seat = :seat, state = :state, why = :why WHERE id = :id

-- name: check_ins_open
-- What a person has to settle.
SELECT id, mark, door_key, what, seat, name, device_at, at, state, why FROM check_ins
 WHERE session = :session AND state = 'open' ORDER BY id LIMIT :most

-- name: check_in_settle
UPDATE check_ins SET state = 'settled', settled_at = :now, settled_by = :by
 WHERE id = :id AND session = :session AND state = 'open'

-- name: check_ins_settle_seat
-- The household sits: what was open about it is settled by that.
UPDATE check_ins SET state = 'settled', settled_at = :now, settled_by = :by
 WHERE seat = :seat AND state = 'open'

-- name: check_ins_of_device
-- What a device told a moment ago.
SELECT id, mark, door_key, what, seat, name, device_at, at, state, why FROM check_ins
 WHERE door_key = :door_key AND at > :since ORDER BY at LIMIT :most

-- name: check_ins_forget
DELETE FROM check_ins WHERE id IN
 (SELECT id FROM check_ins WHERE at < :before ORDER BY at LIMIT :most)

-- name: door_list
-- The households in one state on the list of a session, as the door needs them: nothing private.
SELECT s.id, s.household, s.seat_group, s.state, s.position, s.guest, s.came_at, h.name, h.ward, h.hamlet
  FROM seats AS s JOIN households AS h ON h.id = s.household
 WHERE s.session = :session AND s.state = :state AND h.left_at IS NULL ORDER BY s.id LIMIT :most

-- name: door_wards
-- The ward of each household in that state, erased ones too.
SELECT h.ward, h.left_at FROM seats AS s JOIN households AS h ON h.id = s.household
 WHERE s.session = :session AND s.state = :state ORDER BY s.id LIMIT :most

-- name: seat_came_by_guest
UPDATE seats SET guest = :guest, changed_at = :now WHERE id = :id AND state = 'came'

-- name: seat_uncome
-- A check-in is taken back: the seat stands as it did before.
UPDATE seats SET state = :after, came_at = NULL, came_by = NULL, took = NULL, changed_at = :now
 WHERE id = :id AND state = 'came'

-- name: seat_took
-- Whose seat a household took that walked in.
SELECT took FROM seats WHERE id = :id AND state = 'came'

-- name: seat_takes
UPDATE seats SET took = :took WHERE id = :id
