-- name: registration_make
INSERT INTO registrations (session, person, ward, hamlet, seat_group, name, state, made_at)
VALUES (:session, :person, :ward, :hamlet, :seat_group, :name, :state, :now)
ON CONFLICT (session, person) WHERE left_at IS NULL DO NOTHING RETURNING id

-- name: registration_of
SELECT id, session, ward, hamlet, seat_group, name, state FROM registrations
 WHERE person = :person AND session = :session AND left_at IS NULL

-- name: registrations_of
SELECT id, session, ward, hamlet, seat_group, name, state FROM registrations
 WHERE person = :person AND left_at IS NULL ORDER BY session

-- name: registration_leave
UPDATE registrations SET left_at = :now, state = 'left' WHERE id = :id AND left_at IS NULL

-- name: registration_seat
UPDATE registrations SET state = 'seated' WHERE id = :id AND state = 'waiting' AND left_at IS NULL

-- name: registrations_leave_all
UPDATE registrations SET left_at = COALESCE(left_at, :now), state = 'left', name = '', hamlet = ''
 WHERE person = :person

-- name: registrations_seated
SELECT COUNT(*) FROM registrations
 WHERE session = :session AND seat_group = :seat_group AND state = 'seated' AND left_at IS NULL

-- name: registration_first_waiting
SELECT id, person FROM registrations
 WHERE session = :session AND seat_group = :seat_group AND state = 'waiting' AND left_at IS NULL
 ORDER BY id LIMIT 1

-- name: registrations_to_remind
-- Who has a seat in a session and was not reminded of it yet.
SELECT id, person FROM registrations
 WHERE session = :session AND state = 'seated' AND left_at IS NULL AND reminded_at IS NULL
 ORDER BY id LIMIT :most

-- name: registration_reminded
UPDATE registrations SET reminded_at = :now WHERE id = :id AND reminded_at IS NULL
