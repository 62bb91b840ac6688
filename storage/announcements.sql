-- name: announcement_make
INSERT INTO announcements (author, text, others, audience, status, made_at, changed_at)
VALUES (:author, :text, :others, :audience, 'draft', :now, :now) RETURNING id

-- name: announcement_get
-- With how many people it was put on its way to.
SELECT a.id, a.author, a.text, a.others, a.audience, a.status, a.approver, a.approved_at,
       (SELECT COALESCE(CAST(SUM(b.told) AS BIGINT), 0) FROM broadcasts AS b WHERE b.announcement = a.id) AS told
  FROM announcements AS a WHERE a.id = :id

-- name: announcement_write
-- Other words, or another audience, as long as nobody has approved it; what was submitted is a draft again.
UPDATE announcements SET text = :text, others = :others, audience = :audience, status = 'draft', changed_at = :now
 WHERE id = :id AND status IN ('draft', 'submitted')

-- name: announcement_move
-- One step of its way; only from where it was.
UPDATE announcements SET status = :after, changed_at = :now
 WHERE id = :id AND status = :before

-- name: announcement_approve
-- By somebody else than its author, and as it was shown: not after it has changed.
UPDATE announcements SET status = 'approved', approver = :approver, approved_at = :now, changed_at = :now
 WHERE id = :id AND status = 'submitted' AND author <> :approver

-- name: announcement_open_parts
-- Whether some of its receivers have still to be told.
SELECT id FROM broadcasts WHERE announcement = :id AND state = 'open' LIMIT 1

-- name: people_hearing_count
-- How many people may be told something they did not ask for, counted no further than :most.
SELECT COUNT(*) FROM (
  SELECT 1 FROM people
   WHERE consented_at IS NOT NULL AND muted_at IS NULL AND erased_at IS NULL LIMIT :most) AS counted

-- name: people_seated_count
-- Those who speak for a household that is invited to a session or comes to it; of one seat group or all.
SELECT COUNT(DISTINCT b.person) FROM seats AS s
  JOIN household_people AS b ON b.household = s.household AND b.until IS NULL
  JOIN people AS p ON p.id = b.person AND p.muted_at IS NULL AND p.erased_at IS NULL AND p.consented_at IS NOT NULL
 WHERE s.session = :session AND (CAST(:group AS TEXT) = '' OR s.seat_group = CAST(:group AS TEXT))
   AND s.state IN ('offered', 'accepted', 'came')

-- name: people_hearing_of_ward_count
SELECT COUNT(*) FROM (
  SELECT 1 FROM people
   WHERE ward = :ward AND consented_at IS NOT NULL AND muted_at IS NULL AND erased_at IS NULL
   LIMIT :most) AS counted
