-- part: until
-- Until when a message is its sender's: a minute, in which every try ends (``bot/outbox/delivery.py``), so that nothing is
-- sent twice at once.
CAST(:now AS BIGINT) + 60000

-- name: outbox_put
-- Something is to be said, changed or acknowledged in one chat, now.
INSERT INTO outbox (channel, address, kind, priority, payload, state, due_at, pair, created_at)
VALUES (:channel, :address, :kind, :priority, :payload, 'queued', :now, :pair, :now)
RETURNING id

-- name: outbox_put_claimed
-- A reply that its turn has claimed for the sender already, as ``outbox_claim`` would have. It is queued like any
-- other where one is on its way to its chat, an earlier reply waits there, or the chat or the channel pauses.
INSERT INTO outbox (channel, address, kind, priority, payload, state, due_at, pair, created_at, attempts, lease_until)
SELECT CAST(:channel AS TEXT), CAST(:address AS TEXT), 'send', 0, CAST(:payload AS TEXT),
       CASE WHEN w.waits THEN 'queued' ELSE 'sending' END,
       CAST(:now AS BIGINT), CAST(:pair AS BIGINT), CAST(:now AS BIGINT),
       CASE WHEN w.waits THEN 0 ELSE 1 END, CASE WHEN w.waits THEN NULL ELSE {until} END
  FROM (SELECT EXISTS (SELECT 1 FROM outbox AS p
                        WHERE p.address = :address AND p.state IN ('queued', 'sending') AND p.kind <> 'ack'
                          AND (p.state = 'sending' OR p.priority = 0))
            OR EXISTS (SELECT 1 FROM pauses AS s
                        WHERE s.address IN (:address, CAST(:channel AS TEXT) || ':') AND s.until > :now)
               AS waits LIMIT 1) AS w
RETURNING id, state,
          COALESCE((SELECT a.is_group FROM addresses AS a
                     WHERE a.address = CAST(outbox.address AS TEXT)), 0) AS is_group

-- name: outbox_put_copy
-- One message to a receiver of a broadcast; its text is stored once, with the broadcast, and ``payload`` says
-- which part of that it is.
INSERT INTO outbox (channel, address, kind, priority, payload, state, due_at, broadcast, language, created_at)
VALUES (:channel, :address, 'send', :priority, :payload, 'queued', :due_at, :broadcast, :language, :now)

-- name: outbox_claim
-- Take what is due and not paused: at most one message a chat, the first of that chat, and none to a chat
-- that has one on its way; nothing that can wait longer than ``lowest``. What never had to wait is due,
-- whatever the clock was when it was written. A lease that has run out comes before all else of its chat.
-- An ack is no message: it waits for none and none waits for it. While the whole channel is to pause nothing is
-- even looked at, however much waits; whether a chat pauses is asked last, of the first in its row alone.
-- Without NOT EXISTS the order breaks; without the row lock PostgreSQL sends twice; without the CAST
-- SQLite reads all of ``addresses``; without the array, here and below, PostgreSQL expects more rows than there
-- are, and reads all of ``outbox`` rather than find them by their key.
UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = {until}
 WHERE id IN (/* PostgreSQL: SELECT UNNEST(ARRAY( */
   SELECT o.id FROM outbox AS o
    WHERE o.channel = :channel AND o.state IN ('queued', 'sending') AND o.priority <= :lowest
      AND (o.state = 'queued' AND (o.due_at <= :now OR o.due_at = o.created_at)
           OR o.state = 'sending' AND o.lease_until <= :now)
      AND (o.state = 'sending' OR o.kind = 'ack' OR NOT EXISTS (
        SELECT 1 FROM outbox AS p
         WHERE p.address = o.address AND p.state IN ('queued', 'sending') AND p.kind <> 'ack'
           AND (p.priority < o.priority OR p.priority = o.priority AND p.id < o.id
                OR p.state = 'sending' AND p.id <> o.id)))
      AND NOT EXISTS (SELECT 1 FROM pauses AS w WHERE w.address = o.address AND w.until > :now)
    ORDER BY o.priority, o.due_at, o.id
    LIMIT CASE WHEN EXISTS (SELECT 1 FROM pauses AS c
                             WHERE c.address = CAST(:channel AS TEXT) || ':' AND c.until > :now)
               THEN 0 ELSE CAST(:batch AS BIGINT) END /* PostgreSQL: FOR UPDATE SKIP LOCKED)) */)
RETURNING id, address, kind, priority, payload, attempts, pair, broadcast, language, created_at,
          COALESCE((SELECT a.is_group FROM addresses AS a
                     WHERE a.address = CAST(outbox.address AS TEXT)), 0) AS is_group

-- name: outbox_sent
-- They went out; their words are not needed here any more. Here and below ``try`` is the try that is told of: of
-- one that was overtaken (its lease ran out, somebody else tries) nothing is believed any more.
UPDATE outbox SET state = 'sent', payload = '', lease_until = NULL, done_at = :now
 WHERE id IN (/* PostgreSQL: SELECT UNNEST(ARRAY( */
   SELECT CAST(key AS BIGINT) FROM json_each(CAST(:ids AS TEXT)/* PostgreSQL: ::json)) */))
   AND state = 'sending' AND attempts = :try

-- name: outbox_wait
-- Its chat may not be written to before ``due_at``: not tried, given back.
UPDATE outbox SET state = 'queued', due_at = :due_at, lease_until = NULL, attempts = attempts - 1
 WHERE id = :id AND state = 'sending' AND attempts = :try

-- name: outbox_take_back
-- It is not to be said now: its words go where they wait for the morning.
DELETE FROM outbox WHERE id = :id AND state = 'sending' AND attempts = :try

-- name: outbox_take_change
-- A change of it that waits behind it: there is at most one.
DELETE FROM outbox WHERE pair = :pair AND kind = 'edit' AND state = 'queued' RETURNING payload

-- name: outbox_later
-- Temporary trouble: once more at ``due_at``. ``given_back`` is 1 where the try does not count.
UPDATE outbox SET state = 'queued', due_at = :due_at, lease_until = NULL, why = :why,
       attempts = attempts - :given_back
 WHERE id = :id AND state = 'sending' AND attempts = :try

-- name: outbox_fail
-- It will never go. The words are dropped, the reason stays.
UPDATE outbox SET state = 'failed', payload = '', why = :why, lease_until = NULL, done_at = :now
 WHERE id = :id AND state = 'sending' AND attempts = :try

-- name: outbox_fail_address
-- A chat has closed: nothing that waits for it will go.
UPDATE outbox SET state = 'failed', payload = '', why = :why, lease_until = NULL, done_at = :now
 WHERE id IN (SELECT id FROM outbox
               WHERE address = :address AND state IN ('queued', 'sending') LIMIT :most)

-- name: outbox_erase
-- Somebody had everything erased: what waits for their chat is never said, and its words are gone. What is on its way
-- may arrive, but is not tried again. An ack has no words: the press that erased is acknowledged.
UPDATE outbox SET state = 'failed', payload = '', why = 'erased', lease_until = NULL, done_at = :now
 WHERE id IN (SELECT id FROM outbox
               WHERE address = :address AND state IN ('queued', 'sending') AND kind <> 'ack' LIMIT :most)

-- name: outbox_move
-- A chat goes on under another name.
UPDATE outbox SET address = :after
 WHERE id IN (SELECT id FROM outbox
               WHERE address = :before AND state IN ('queued', 'sending') LIMIT :most)

-- name: outbox_replace
-- A change of a message that still waits to be sent or changed: only the newest words are sent.
UPDATE outbox SET payload = :payload
 WHERE pair = :pair AND kind = :kind AND state = 'queued'

-- name: outbox_take_over
-- Return the leases of a channel to its new sender: the old sender has stopped. Tells what may have gone.
UPDATE outbox SET state = 'queued', lease_until = NULL
 WHERE channel = :channel AND state IN ('queued', 'sending') AND state = 'sending'
RETURNING address, kind,
          COALESCE((SELECT a.is_group FROM addresses AS a
                     WHERE a.address = CAST(outbox.address AS TEXT)), 0) AS is_group

-- name: outbox_leave_in_doubt
-- What was on its way when its sender ended, and may have arrived, is not sent again.
UPDATE outbox SET state = 'failed', payload = '', why = :why, lease_until = NULL, done_at = :now
 WHERE channel = :channel AND state IN ('queued', 'sending') AND state = 'sending' AND kind = 'send'
RETURNING address,
          COALESCE((SELECT a.is_group FROM addresses AS a
                     WHERE a.address = CAST(outbox.address AS TEXT)), 0) AS is_group

-- name: outbox_shift
-- The clock was set: what waits to be sent, or for an answer, waits for a span, not for a time of day.
UPDATE outbox SET due_at = due_at + CAST(:by AS BIGINT), created_at = created_at + CAST(:by AS BIGINT),
       lease_until = lease_until + CAST(:by AS BIGINT)
 WHERE channel = :channel AND state IN ('queued', 'sending') AND (state = 'sending' OR due_at <> created_at)

-- name: outbox_shift_recent
-- The same for when it was sent what a limit still has to count.
UPDATE outbox SET done_at = done_at + CAST(:by AS BIGINT)
 WHERE state IN ('sent', 'failed') AND done_at > :since AND channel = :channel

-- name: outbox_recent
-- The chats written to since then: what a limit still has to count after a restart.
SELECT o.address, o.done_at, COALESCE(a.is_group, 0) AS is_group
  FROM outbox AS o LEFT JOIN addresses AS a ON a.address = o.address
 WHERE o.state IN ('sent', 'failed') AND o.done_at > :since AND o.channel = :channel
   AND o.kind = 'send' AND o.attempts > 0
 ORDER BY o.done_at

-- name: outbox_copies
-- How many copies of broadcasts wait in a channel, counted no further than :most.
SELECT COUNT(*) FROM (
  SELECT 1 FROM outbox
   WHERE channel = :channel AND priority = :priority AND state IN ('queued', 'sending') LIMIT :most
) AS counted

-- name: outbox_channels
-- The channels in which something waits, each found by one step in the index.
WITH RECURSIVE found (channel) AS (
  SELECT (SELECT MIN(channel) FROM outbox WHERE state IN ('queued', 'sending'))
  UNION ALL
  SELECT (SELECT MIN(o.channel) FROM outbox AS o
           WHERE o.channel > found.channel AND o.state IN ('queued', 'sending'))
    FROM found WHERE found.channel IS NOT NULL)
SELECT channel FROM found WHERE channel IS NOT NULL

-- name: outbox_open
-- What waits in a channel, what goes first: how many, the oldest, and how many were tried in vain; looked at
-- no further than :most.
SELECT COUNT(*) AS waiting, MIN(created_at) AS oldest,
       SUM(CASE WHEN attempts > 0 AND state = 'queued' OR attempts > 1 THEN 1 ELSE 0 END) AS retried
  FROM (SELECT created_at, attempts, state FROM outbox
         WHERE channel = :channel AND state IN ('queued', 'sending')
         ORDER BY priority, due_at, id LIMIT :most) AS counted

-- name: outbox_stuck
-- What was tried and still waits, with the reason of the last try.
SELECT id, address, kind, attempts, why, due_at, created_at FROM outbox
 WHERE state IN ('queued', 'sending') AND attempts > 0 ORDER BY created_at LIMIT :most

-- name: outbox_failed
-- What will never go, newest first.
SELECT id, address, kind, attempts, why, created_at, done_at FROM outbox
 WHERE state = 'failed' ORDER BY id DESC LIMIT :most

-- name: outbox_failed_count
-- How many will never go, counted no further than :most.
SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE state = 'failed' LIMIT :most) AS counted

-- name: outbox_forget
-- Drop rows of what was sent or failed long ago.
DELETE FROM outbox
 WHERE id IN (SELECT id FROM outbox WHERE state IN ('sent', 'failed') AND done_at < :before LIMIT :most)

-- name: pause_put
-- A platform asked for a pause: of one chat, or of a whole channel (``telegram:``). A longer one stays.
INSERT INTO pauses (address, until, why) VALUES (:address, :until, :why)
ON CONFLICT (address) DO UPDATE
   SET until = CASE WHEN excluded.until > pauses.until THEN excluded.until ELSE pauses.until END,
       why = excluded.why

-- name: pause_of
-- The pause that holds now, if one does.
SELECT until, why FROM pauses WHERE address = :address AND until > :now

-- name: pauses_shift
-- The same for the pauses of a channel and its chats, whose names lie between ``first`` and ``behind``.
UPDATE pauses SET until = until + CAST(:by AS BIGINT) WHERE address >= :first AND address < :behind

-- name: pauses_over
DELETE FROM pauses WHERE address IN (SELECT address FROM pauses WHERE until <= :now LIMIT :most)
