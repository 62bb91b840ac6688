-- part: until
-- Until when a message is its turn's: twenty seconds are long for one, and a turn that takes longer harms nobody,
-- for the first that marks the message as done is the only one.
CAST(:now AS BIGINT) + 20000

-- name: inbox_store
-- Keep an incoming message. A second arrival with the same id changes nothing.
INSERT INTO inbox (channel, external_id, address, payload, state, why, received_at, done_at)
VALUES (:channel, :external_id, :address, :payload, :state, :why, :received_at, :done_at)
ON CONFLICT (channel, external_id) DO NOTHING

-- name: inbox_store_claimed
-- The same for a message whose turn begins at once: claimed, as ``inbox_claim`` would have, unless another one of
-- its chat is open. Only where turns come one after the other: what others store meanwhile is not seen.
INSERT INTO inbox (channel, external_id, address, payload, state, attempts, lease_until, received_at)
SELECT CAST(:channel AS TEXT), CAST(:external_id AS TEXT), CAST(:address AS TEXT), CAST(:payload AS TEXT),
       CASE WHEN w.waits THEN 'new' ELSE 'working' END, CASE WHEN w.waits THEN 0 ELSE 1 END,
       CASE WHEN w.waits THEN NULL ELSE {until} END, CAST(:now AS BIGINT)
  FROM (SELECT EXISTS (SELECT 1 FROM inbox AS p WHERE p.address = :address AND p.state IN ('new', 'working'))
               AS waits LIMIT 1) AS w
 WHERE TRUE
ON CONFLICT (channel, external_id) DO NOTHING
RETURNING id, state

-- name: inbox_lock
-- Until the commit nobody else claims. SQLite has one writer anyway. Tells how far the open messages reach.
SELECT (SELECT MAX(id) FROM inbox WHERE state IN ('new', 'working'))
       - (SELECT MIN(id) FROM inbox WHERE state IN ('new', 'working')) AS reach, CAST(:inbox AS TEXT) AS inbox /* PostgreSQL: , pg_advisory_xact_lock(hashtextextended(CAST(:inbox AS TEXT), 0)) */

-- name: inbox_last
-- The last of the ``:many`` oldest open messages, if there are as many.
SELECT CASE WHEN COUNT(*) = :many THEN MAX(id) END AS last
  FROM (SELECT id FROM inbox WHERE state IN ('new', 'working') ORDER BY id LIMIT :many) AS oldest

-- part: claimable
-- A message ``o`` that nobody works on: new, or with a lease that has run out, or that ends later than any lease
-- could, for then the clock has been set back.
(o.state = 'new' OR o.state = 'working'
           AND (o.lease_until <= :now OR o.lease_until > CAST(:now AS BIGINT) + 120000))

-- part: claimed
id, channel, external_id, address, payload, attempts

-- name: inbox_claim
-- Take the oldest new message of each chat that has none in work.
-- The state stands there twice: once for the index of open rows, once for what it means.
UPDATE inbox SET state = 'working', attempts = attempts + 1, lease_until = {until}
 WHERE id IN (
   SELECT o.id FROM inbox AS o
    WHERE o.state IN ('new', 'working')
      AND {claimable}
      AND NOT EXISTS (
        SELECT 1 FROM inbox AS p
         WHERE p.address = o.address AND p.state IN ('new', 'working')
           AND (p.id < o.id OR p.state = 'working' AND p.id <> o.id))
    ORDER BY o.id LIMIT :batch /* PostgreSQL: FOR UPDATE SKIP LOCKED */)
RETURNING {claimed}

-- name: inbox_claim_first
-- ``inbox_claim`` where so many messages are open that looking at each takes too long, as when one chat has sent
-- thousands: among the oldest up to ``:last``. Who is in work in a chat is looked for in its first thousand: what
-- is taken before an older one is on disk stands close behind that.
WITH heads (id, address) AS MATERIALIZED (
  SELECT o.id, o.address FROM inbox AS o
   WHERE o.state IN ('new', 'working') AND o.id <= :last
     AND {claimable}
     AND NOT EXISTS (
       SELECT 1 FROM inbox AS p
        WHERE p.address = o.address AND p.state IN ('new', 'working') AND p.id < o.id)
   ORDER BY o.id LIMIT :batch)
UPDATE inbox SET state = 'working', attempts = attempts + 1, lease_until = {until}
 WHERE id IN (
   SELECT o.id FROM inbox AS o
    WHERE o.id IN (
      SELECT h.id FROM heads AS h
       WHERE NOT EXISTS (
         SELECT 1 FROM (SELECT p.id, p.state FROM inbox AS p
                         WHERE p.address = h.address AND p.state IN ('new', 'working')
                         ORDER BY p.id LIMIT 1000) AS w
          WHERE w.state = 'working' AND w.id <> h.id))
      AND {claimable}
    ORDER BY o.id LIMIT :batch /* PostgreSQL: FOR UPDATE SKIP LOCKED */)
RETURNING {claimed}

-- name: inbox_claim_chats
-- The same without regard to age, a step a chat: those that follow ``:after`` by their names, at most ``:many``.
WITH RECURSIVE chats (address, nth) AS (
  SELECT (SELECT MIN(p.address) FROM inbox AS p
           WHERE p.state IN ('new', 'working') AND p.address > CAST(:after AS TEXT)), CAST(1 AS BIGINT)
  UNION ALL
  SELECT (SELECT MIN(p.address) FROM inbox AS p
           WHERE p.state IN ('new', 'working') AND p.address > c.address), c.nth + 1
    FROM chats AS c
   WHERE c.address IS NOT NULL AND c.nth < :many),
heads (id, address) AS MATERIALIZED (
  SELECT (SELECT MIN(p.id) FROM inbox AS p WHERE p.address = c.address AND p.state IN ('new', 'working')), c.address
    FROM chats AS c WHERE c.address IS NOT NULL),
free (id, address) AS MATERIALIZED (
  SELECT h.id, h.address FROM heads AS h
   WHERE EXISTS (
     SELECT 1 FROM inbox AS o
      WHERE o.id = h.id
        AND {claimable})
   LIMIT :batch)
UPDATE inbox SET state = 'working', attempts = attempts + 1, lease_until = {until}
 WHERE id IN (
   SELECT o.id FROM inbox AS o
    WHERE o.id IN (
      SELECT f.id FROM free AS f
       WHERE NOT EXISTS (
         SELECT 1 FROM (SELECT p.id, p.state FROM inbox AS p
                         WHERE p.address = f.address AND p.state IN ('new', 'working')
                         ORDER BY p.id LIMIT 1000) AS w
          WHERE w.state = 'working' AND w.id <> f.id))
      AND {claimable}
    ORDER BY o.id LIMIT :batch /* PostgreSQL: FOR UPDATE SKIP LOCKED */)
RETURNING {claimed}

-- name: inbox_done
-- The work on a message is done; its words are no longer needed here. Tells whether one waits behind it.
UPDATE inbox SET state = 'done', payload = '', lease_until = NULL, done_at = :now
 WHERE id = :id AND state = 'working'
RETURNING CAST(CASE WHEN EXISTS (
            SELECT 1 FROM inbox AS p
             WHERE p.address = CAST(inbox.address AS TEXT) AND p.state IN ('new', 'working')
               AND p.state = 'new') THEN 1 ELSE 0 END AS BIGINT) AS behind

-- name: inbox_fail
-- A message that broke its handler is out of the way; the holding pen keeps what it was. Not if somebody else has
-- taken it since.
UPDATE inbox SET state = 'failed', payload = '', why = :why, lease_until = NULL, done_at = :now
 WHERE id = :id AND state = 'working' AND attempts = :try

-- name: inbox_again
-- Give a message back, to be worked on again: the database was in trouble, so this try does not count. Not if
-- somebody else has taken it since.
UPDATE inbox SET state = 'new', lease_until = NULL, attempts = attempts - 1
 WHERE id = :id AND state = 'working' AND attempts = :try

-- name: inbox_free
-- Return every lease: only one process uses this database, and it has just started.
UPDATE inbox SET state = 'new', lease_until = NULL
 WHERE state IN ('new', 'working') AND state = 'working'

-- name: inbox_forget
-- Drop rows of messages that are done or failed, once a second arrival is no longer to be expected.
DELETE FROM inbox
 WHERE id IN (SELECT id FROM inbox WHERE state IN ('done', 'failed') AND done_at < :before LIMIT :most)

-- name: inbox_open
-- How many messages wait, counted no further than :most, and since when.
SELECT COUNT(*) AS waiting, MIN(received_at) AS oldest
  FROM (SELECT received_at FROM inbox WHERE state IN ('new', 'working') ORDER BY id LIMIT :most) AS counted
