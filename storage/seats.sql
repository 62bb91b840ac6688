-- part: columns
id, session, household, seat_group, ward, state, listed, position, rank, reasons, guest, held_until

-- name: seats_lock
-- Until the commit nobody else looks at the seats of this session or gives one. SQLite has one writer anyway.
SELECT CAST(:seats AS TEXT) AS seats /* PostgreSQL: , pg_advisory_xact_lock(hashtextextended(CAST(:seats AS TEXT), 0)) */

-- name: seat_enlist
INSERT INTO seats (session, household, seat_group, ward, state, listed, position, changed_at)
VALUES (:session, :household, :seat_group, :ward, :state, :listed, :position, :now)
ON CONFLICT (session, household) DO NOTHING RETURNING id

-- name: seat_get
SELECT {columns}
  FROM seats WHERE id = :id

-- name: seat_of
SELECT {columns}
  FROM seats WHERE session = :session AND household = :household

-- name: seats_of_household
SELECT {columns}
  FROM seats WHERE household = :household ORDER BY session

-- name: seat_move
-- Take by a conditional update: of two who move the same seat, one does. An offer's clock goes with its state.
-- Whom a household sends is named for the seat it has: with a no, or no answer, that name goes.
UPDATE seats SET state = :after, reasons = :reasons, held_until = :held_until, ask_at = :ask_at, changed_at = :now,
       guest = CASE WHEN state IN ('declined', 'lapsed') OR :after IN ('declined', 'lapsed') THEN '' ELSE guest END
 WHERE id = :id AND state = :before

-- name: seat_rehome
-- One household turned out to be another: the place is that one's, unless it has its own with this session.
UPDATE seats SET household = :after
 WHERE id = :id AND NOT EXISTS (SELECT 1 FROM seats AS o WHERE o.session = seats.session AND o.household = :after)

-- name: seat_come
UPDATE seats SET state = 'came', seat_group = :seat_group, came_at = :at, came_by = :by, held_until = NULL,
       ask_at = NULL, changed_at = :now
 WHERE id = :id AND state = :before

-- name: seat_guest
UPDATE seats SET guest = :guest, changed_at = :now WHERE id = :id AND state IN ('offered', 'accepted')

-- name: seat_note
INSERT INTO seat_moves (seat, at, actor, move, before, after, why)
VALUES (:seat, :at, :actor, :move, :before, :after, :why)

-- name: seat_moves_of
SELECT at, actor, move, before, after, why FROM seat_moves WHERE seat = :seat ORDER BY id

-- name: seats_taken
-- How many seats are taken in each group and ward.
SELECT seat_group, ward, COUNT(*) AS many FROM seats
 WHERE session = :session AND state IN ('planned', 'offered', 'accepted', 'came')
 GROUP BY seat_group, ward ORDER BY seat_group, ward

-- name: seats_waited_for
-- In which groups and wards somebody waits.
SELECT seat_group, ward FROM seats WHERE session = :session AND state = 'waiting'
 GROUP BY seat_group, ward ORDER BY seat_group, ward

-- name: seat_next
-- Who is next in rank on a waiting list.
SELECT {columns}
  FROM seats
 WHERE session = :session AND seat_group = :seat_group AND ward = :ward AND state = 'waiting'
 ORDER BY rank, id LIMIT 1

-- name: seat_not_there
-- Who holds a seat in the hall and has not come: those who did not say they would first.
SELECT {columns}
  FROM seats
 WHERE session = :session AND state = :state AND seat_group = :seat_group
 ORDER BY id DESC LIMIT 1

-- name: seats_lapsed
SELECT {columns}
  FROM seats WHERE held_until <= :now ORDER BY held_until, id LIMIT :most

-- name: seats_to_ask
-- Whom somebody goes to see, because they have not answered for half the time.
SELECT {columns}
  FROM seats WHERE ask_at <= :now ORDER BY ask_at, id LIMIT :most

-- name: seat_asked
UPDATE seats SET ask_at = :again WHERE id = :id AND state = 'offered'

-- name: seats_in_state
SELECT {columns}
  FROM seats WHERE session = :session AND state = :state ORDER BY id LIMIT :most

-- name: seats_to_remind
-- Who comes and has not been reminded of it.
SELECT {columns}
  FROM seats AS s
 WHERE session = :session AND state = 'accepted'
   AND NOT EXISTS (SELECT 1 FROM seat_reminders AS r WHERE r.seat = s.id AND r.kind = :kind)
 ORDER BY id LIMIT :most

-- name: seat_reminded
INSERT INTO seat_reminders (seat, kind, at) VALUES (:seat, :kind, :now)
ON CONFLICT (seat, kind) DO NOTHING

-- name: seat_relist
-- Somebody who had left the list signs up again: to be planned like a newcomer.
UPDATE seats SET state = 'listed', seat_group = :seat_group, ward = :ward, rank = 0, reasons = '', guest = '',
       edit = '', edit_why = '', edited_by = NULL, changed_at = :now
 WHERE id = :id AND state IN ('declined', 'lapsed', 'absent')

-- name: seats_to_paper
-- Nobody can be reached by chat now: the invitation is on paper, and does not lapse.
UPDATE seats SET held_until = NULL WHERE household = :household AND state = 'offered'

-- name: seats_reclock
-- The session has another time: whoever was offered a seat by chat has so long to answer, whoever has paper all the time.
UPDATE seats SET ask_at = :ask_at,
       held_until = CASE WHEN EXISTS (
         SELECT 1 FROM household_people AS b
           JOIN people AS p ON p.id = b.person AND p.muted_at IS NULL AND p.erased_at IS NULL
           JOIN addresses AS a ON a.person = p.id AND a.closed_at IS NULL AND a.is_group = 0
          WHERE b.household = seats.household AND b.until IS NULL) THEN CAST(:held_until AS BIGINT) END
 WHERE session = :session AND state = 'offered'

-- name: seats_put_aside
-- The number names another session from now on: what stood with the one before stands apart, and nothing of it is due.
UPDATE seats SET session = :aside, held_until = NULL, ask_at = NULL WHERE session = :session

-- name: seats_stop_clock
-- The session is off: no offer of it lapses, and nobody is asked about it.
UPDATE seats SET held_until = NULL, ask_at = NULL WHERE session = :session AND state = 'offered'
