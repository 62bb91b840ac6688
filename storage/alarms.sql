-- name: alarm_seen
-- There is trouble with a channel: a new one, or the one we know goes on.
INSERT INTO alarms (channel, state, why, since, seen_at) VALUES (:channel, :state, :why, :now, :now)
ON CONFLICT (channel, state) DO UPDATE SET why = excluded.why, seen_at = excluded.seen_at

-- name: alarm_take
-- Of all who would tell people of it, one does, once.
UPDATE alarms SET told_at = :now
 WHERE channel = :channel AND state = :state AND told_at IS NULL AND since <= :before

-- name: alarms_end
-- A channel in which no trouble was seen for a while is well: of all who notice, one learns what was.
DELETE FROM alarms
 WHERE channel = :channel
   AND NOT EXISTS (SELECT 1 FROM alarms AS a WHERE a.channel = :channel AND a.seen_at > :before)
RETURNING channel, state, why, since, seen_at, told_at

-- name: alarms_open
-- Every trouble that is not over.
SELECT channel, state, why, since, seen_at, told_at FROM alarms ORDER BY channel, seen_at DESC, state
