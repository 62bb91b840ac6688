-- name: broadcast_make
INSERT INTO broadcasts (kind, audience, payload, announcement, cursor, state, due_at, made_at)
VALUES (:kind, :audience, :payload, :announcement, '', 'open', :due_at, :now) RETURNING id

-- name: broadcasts_open
-- What still has receivers to be told.
SELECT id, kind, audience, cursor, announcement FROM broadcasts
 WHERE state = 'open' AND due_at <= :now ORDER BY due_at, id LIMIT 1

-- name: broadcast_step
-- Move the cursor; only the process that read it there may do so.
UPDATE broadcasts SET cursor = :after, told = told + :told, state = :state
 WHERE id = :id AND cursor = :before AND state = 'open'

-- name: broadcast_text
SELECT payload FROM broadcasts WHERE id = :id

-- name: broadcasts_forget_words
-- Everybody has their copy: the words are no longer needed here.
UPDATE broadcasts SET payload = ''
 WHERE id IN (SELECT b.id FROM broadcasts AS b
               WHERE b.state = 'done' AND b.payload <> ''
                 AND NOT EXISTS (SELECT 1 FROM outbox AS o
                                  WHERE o.broadcast = b.id AND o.state IN ('queued', 'sending'))
               LIMIT :most)

-- name: subscribers_of_ward
-- A page of the people who follow a ward's answers, with the chat to use; none for who does not want to
-- hear from us, or cannot.
SELECT s.person, COALESCE(p.language, '') AS language, (
         SELECT a.address FROM addresses AS a
          WHERE a.person = p.id AND a.closed_at IS NULL AND a.is_group = 0
          ORDER BY a.seen_at DESC, a.address LIMIT 1) AS address
  FROM (SELECT person FROM subscriptions WHERE ward = :ward AND person > :after
         ORDER BY person LIMIT :most) AS s
  LEFT JOIN people AS p ON p.id = s.person AND p.muted_at IS NULL AND p.erased_at IS NULL
                       AND p.consented_at IS NOT NULL

-- name: people_hearing
-- A page of all who may be told something they did not ask for, with the chat to use, if there is one.
SELECT p.id AS person, p.language, (
         SELECT a.address FROM addresses AS a
          WHERE a.person = p.id AND a.closed_at IS NULL AND a.is_group = 0
          ORDER BY a.seen_at DESC, a.address LIMIT 1) AS address
  FROM people AS p
 WHERE p.id > :after AND p.consented_at IS NOT NULL AND p.muted_at IS NULL AND p.erased_at IS NULL
 ORDER BY p.id LIMIT :most

-- name: people_hearing_of_ward
-- The same of those who live in a ward.
SELECT p.id AS person, p.language, (
         SELECT a.address FROM addresses AS a
          WHERE a.person = p.id AND a.closed_at IS NULL AND a.is_group = 0
          ORDER BY a.seen_at DESC, a.address LIMIT 1) AS address
  FROM people AS p
 WHERE p.ward = :ward AND p.id > :after
   AND p.consented_at IS NOT NULL AND p.muted_at IS NULL AND p.erased_at IS NULL
 ORDER BY p.id LIMIT :most

-- name: people_seated
-- The same of those who speak for a household that is invited to a session or comes to it; of one seat group or all.
SELECT h.person, COALESCE(p.language, '') AS language, (
         SELECT a.address FROM addresses AS a
          WHERE a.person = p.id AND a.closed_at IS NULL AND a.is_group = 0
          ORDER BY a.seen_at DESC, a.address LIMIT 1) AS address
  FROM (SELECT DISTINCT b.person FROM seats AS s
          JOIN household_people AS b ON b.household = s.household AND b.until IS NULL
         WHERE s.session = :session AND (CAST(:group AS TEXT) = '' OR s.seat_group = CAST(:group AS TEXT))
           AND s.state IN ('offered', 'accepted', 'came') AND b.person > :after
         ORDER BY b.person LIMIT :most) AS h
  LEFT JOIN people AS p ON p.id = h.person AND p.muted_at IS NULL AND p.erased_at IS NULL
                       AND p.consented_at IS NOT NULL

-- name: people_named
-- The same of a page of people who were counted before.
SELECT p.id AS person, p.language, (
         SELECT a.address FROM addresses AS a
          WHERE a.person = p.id AND a.closed_at IS NULL AND a.is_group = 0
            AND p.muted_at IS NULL AND p.erased_at IS NULL AND p.consented_at IS NOT NULL
          ORDER BY a.seen_at DESC, a.address LIMIT 1) AS address
  FROM people AS p
 WHERE p.id IN (SELECT CAST(key AS BIGINT) FROM json_each(CAST(:people AS TEXT)/* PostgreSQL: ::json */))

-- name: subscription_put
INSERT INTO subscriptions (person, ward, since) VALUES (:person, :ward, :now)
ON CONFLICT (person, ward) DO NOTHING

-- name: subscription_end
DELETE FROM subscriptions WHERE person = :person AND ward = :ward

-- name: subscriptions_end
DELETE FROM subscriptions WHERE person = :person

-- name: subscriptions_of
SELECT ward FROM subscriptions WHERE person = :person ORDER BY ward
