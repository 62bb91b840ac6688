-- name: alarm_seen
-- There is trouble with a channel: a new one, or the one we know goes on.
INSERT INTO alarms (channel, state, why, since, seen_at) VALUES (:channel, :state, :why, :now, :now)
ON CONFLICT (channel, state) DO UPDATE SET why = excluded.why, seen_at = excluded.seen_at

-- name: alarm_take
-- Of all who would tell people of it, one does; of one that lasts, again when that is long ago.
UPDATE alarms SET told_at = :now
 WHERE channel = :channel AND state = :state AND since <= :before AND (told_at IS NULL OR told_at <= :again)

-- name: alarms_end
-- A channel in which no trouble was seen for a while is well: of all who notice, one learns what was.
DELETE FROM alarms
 WHERE channel = :channel
   AND NOT EXISTS (SELECT 1 FROM alarms AS a WHERE a.channel = :channel AND a.seen_at > :before)
RETURNING channel, state, why, since, seen_at, told_at

-- name: alarm_over
-- Trouble that could only be written down when it was over. What was told already begins anew.
INSERT INTO alarms (channel, state, why, since, seen_at) VALUES (:channel, :state, :why, :since, :until)
ON CONFLICT (channel, state) DO UPDATE
   SET why = excluded.why,
       since = CASE WHEN alarms.told_at >= alarms.seen_at OR excluded.since < alarms.since
                    THEN excluded.since ELSE alarms.since END,
       seen_at = CASE WHEN excluded.seen_at > alarms.seen_at THEN excluded.seen_at ELSE alarms.seen_at END

-- name: alarm_stumble
-- What was over before anybody need know: written all the same, to see that it can be, as if long ago.
INSERT INTO alarms (channel, state, why, since, seen_at, told_at) VALUES (:channel, :state, '', 0, 0, 0)
ON CONFLICT (channel, state) DO UPDATE SET why = alarms.why

-- name: alarm_take_over
-- Of all who would tell people that it is over, one does: when it has been for a while, and not too often.
UPDATE alarms SET told_at = :now
 WHERE channel = :channel AND state = :state AND seen_at <= :before
   AND (told_at IS NULL OR told_at < seen_at AND told_at <= :again)
RETURNING channel, state, why, since, seen_at, told_at

-- name: alarms_not_ahead
-- What a clock wrote that was ahead then is a moment ago, or it would last until the clock is there.
UPDATE alarms
   SET since = CASE WHEN since > :now THEN :now - 1 ELSE since END,
       seen_at = CASE WHEN seen_at > :now THEN :now - 1 ELSE seen_at END,
       told_at = CASE WHEN told_at > :now THEN :now - 1 ELSE told_at END
 WHERE since > :now OR seen_at > :now OR told_at > :now

-- name: alarms_open
-- Every trouble that is not over.
SELECT channel, state, why, since, seen_at, told_at FROM alarms ORDER BY channel, seen_at DESC, state
