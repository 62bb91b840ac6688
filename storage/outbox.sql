-- name: outbox_put
-- Something is to be said, changed or acknowledged in one chat, now or at ``due_at``.
INSERT INTO outbox (channel, address, kind, priority, payload, state, due_at, pair, created_at)
VALUES (:channel, :address, :kind, :priority, :payload, 'queued', :due_at, :pair, :now)
RETURNING id

-- name: outbox_put_copy
-- One receiver of a broadcast; its text is stored once, with the broadcast.
INSERT INTO outbox (channel, address, kind, priority, state, due_at, broadcast, language, created_at)
VALUES (:channel, :address, 'send', :priority, 'queued', :due_at, :broadcast, :language, :now)

-- name: outbox_claim
-- Take what is due: at most one message a chat, the first of that chat, and none to a chat that has
-- one on its way, and nothing that can wait longer than ``lowest``. Without NOT EXISTS the order breaks; without the row lock PostgreSQL sends twice.
UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = CAST(:now AS BIGINT) + 60000
 WHERE id IN (
   SELECT o.id FROM outbox AS o
    WHERE (o.state = 'queued' AND o.due_at <= :now OR o.state = 'sending' AND o.lease_until <= :now)
      AND o.channel = :channel AND o.priority <= :lowest
      AND NOT EXISTS (SELECT 1 FROM pauses AS w WHERE w.address = o.address AND w.until > :now)
      AND NOT EXISTS (
        SELECT 1 FROM outbox AS p
         WHERE p.address = o.address AND p.state IN ('queued', 'sending')
           AND (p.priority < o.priority OR p.priority = o.priority AND p.id < o.id
                OR p.state = 'sending' AND p.id <> o.id))
    ORDER BY o.priority, o.due_at, o.id LIMIT :batch /* PostgreSQL: FOR UPDATE SKIP LOCKED */)
RETURNING id, address, kind, priority, payload, attempts, pair, broadcast, language, created_at

-- name: outbox_sent
-- It went out; its words are not needed here any more.
UPDATE outbox SET state = 'sent', payload = '', external_id = :external_id, lease_until = NULL,
       done_at = :now
 WHERE id = :id AND state = 'sending'

-- name: outbox_later
-- Temporary trouble: once more at ``due_at``. ``given_back`` is 1 where the try does not count.
UPDATE outbox SET state = 'queued', due_at = :due_at, lease_until = NULL, why = :why,
       attempts = attempts - :given_back
 WHERE id = :id AND state = 'sending'

-- name: outbox_fail
-- It will never go. The words are dropped, the reason stays.
UPDATE outbox SET state = 'failed', payload = '', why = :why, lease_until = NULL, done_at = :now
 WHERE id = :id

-- name: outbox_fail_address
-- A chat has closed: nothing that waits for it will go.
UPDATE outbox SET state = 'failed', payload = '', why = :why, lease_until = NULL, done_at = :now
 WHERE address = :address AND state IN ('queued', 'sending')

-- name: outbox_move
-- A chat goes on under another name.
UPDATE outbox SET address = :after WHERE address = :before AND state IN ('queued', 'sending')

-- name: outbox_replace
-- A change of a message that still waits to be sent or changed: only the newest words are sent.
UPDATE outbox SET payload = :payload
 WHERE pair = :pair AND kind = :kind AND state = 'queued'

-- name: outbox_free
-- Return every lease: only one process uses this database, and it has just started.
UPDATE outbox SET state = 'queued', lease_until = NULL WHERE state = 'sending'

-- name: outbox_next
-- When the next message of a channel is due.
SELECT MIN(due_at) FROM outbox WHERE state = 'queued' AND channel = :channel

-- name: outbox_open
-- How many wait in each channel, the oldest of them, and how many were tried in vain.
SELECT channel, COUNT(*) AS waiting, MIN(created_at) AS oldest,
       SUM(CASE WHEN attempts > 1 THEN 1 ELSE 0 END) AS retried
  FROM outbox WHERE state IN ('queued', 'sending') GROUP BY channel ORDER BY channel

-- name: outbox_stuck
-- What was tried and still waits, with the reason of the last try.
SELECT id, address, kind, attempts, why, due_at, created_at FROM outbox
 WHERE state IN ('queued', 'sending') AND attempts > 0 ORDER BY created_at LIMIT :most

-- name: outbox_failed
-- What will never go, newest first.
SELECT id, address, kind, attempts, why, created_at, done_at FROM outbox
 WHERE state = 'failed' ORDER BY id DESC LIMIT :most

-- name: outbox_failed_count
SELECT COUNT(*) FROM outbox WHERE state = 'failed'

-- name: outbox_forget
-- Drop the rows of what was sent or failed long ago.
DELETE FROM outbox WHERE state IN ('sent', 'failed') AND done_at < :before

-- name: pause_put
-- A platform asked for a pause: of one chat, or of a whole channel (``telegram:``). A longer one stays.
INSERT INTO pauses (address, until, why) VALUES (:address, :until, :why)
ON CONFLICT (address) DO UPDATE
   SET until = CASE WHEN excluded.until > pauses.until THEN excluded.until ELSE pauses.until END,
       why = excluded.why

-- name: pause_until
SELECT until FROM pauses WHERE address = :address

-- name: pauses_over
DELETE FROM pauses WHERE until <= :now
