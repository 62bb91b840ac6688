-- name: cluster_make
INSERT INTO clusters (queue, head, stands, holder, made_at)
VALUES (:queue, :head, :stands, :holder, :now) RETURNING id

-- name: cluster_get
SELECT * FROM clusters WHERE id = :id

-- name: cluster_hold
-- A cluster that somebody means to change. Whoever means to as well waits, and then sees what became of it.
SELECT * FROM clusters WHERE id = :id /* PostgreSQL: FOR UPDATE */

-- name: cluster_of
-- The cluster to which a question belongs.
SELECT c.* FROM cluster_members AS m JOIN clusters AS c ON c.id = m.cluster
 WHERE m.question = :question AND m.left_at IS NULL

-- name: cluster_changed
-- Its head has moved: the members follow from the first one on, at the next tick.
UPDATE clusters SET behind = behind | 1, cursor = 0, version = version + 1, extra = extra + :extra,
       stands = :stands, holder = :holder, queue = :queue,
       reached = CASE WHEN :extra > 0 OR queue <> :queue THEN '' ELSE reached END
 WHERE head = :head AND ended_at IS NULL

-- name: cluster_reach
-- Of all its questions the first one at this rung: officials are told once.
UPDATE clusters SET reached = :rung WHERE id = :id AND reached = :before

-- name: cluster_behind
-- The same of a cluster that is known.
UPDATE clusters SET behind = behind | 1, cursor = 0, version = version + 1 WHERE id = :id

-- name: cluster_step
-- So many members have followed; nothing if it was changed meanwhile, for then all do so again.
UPDATE clusters SET cursor = :cursor, behind = :behind WHERE id = :id AND version = :version

-- name: clusters_behind
-- One whose members have not followed yet.
SELECT * FROM clusters WHERE behind > 0 ORDER BY id LIMIT 1

-- name: cluster_lead
-- Another question leads, and catches up with where the cluster stands as all others do; their cards name it.
UPDATE clusters SET head = :head, behind = 3, cursor = 0, version = version + 1 WHERE id = :id

-- name: cluster_word
UPDATE clusters SET words = :words WHERE id = :id AND answer = 0

-- name: cluster_answer
-- One answer for all who have asked until now; nobody joins after that.
UPDATE clusters SET answer = :answer, asked = :asked, words = :words WHERE id = :id AND answer = 0

-- name: cluster_end
UPDATE clusters SET ended_at = :now, behind = 0 WHERE id = :id

-- name: clusters_heard
-- A bulletin has gone out: whoever shares one of its answers hears it.
UPDATE clusters SET behind = behind | 1, cursor = 0, version = version + 1
 WHERE id IN (SELECT r.cluster FROM releases AS r WHERE r.bulletin = :bulletin AND r.cluster <> 0)

-- name: cluster_ward_heard
-- The bulletin in which a ward has heard a cluster's answer.
SELECT bulletin FROM releases WHERE answer = :answer AND ward = :ward AND public_at IS NOT NULL

-- name: cluster_unanswered
-- Whether somebody still has to hear its answer.
SELECT q.id FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
 WHERE m.cluster = :cluster AND m.left_at IS NULL
   AND q.status IN ('waiting', 'taken', 'asked_back', 'drafted', 'approved') LIMIT 1

-- name: cluster_act_make
INSERT INTO cluster_acts (cluster, kind, at, by) VALUES (:cluster, :kind, :now, :by) RETURNING id

-- name: cluster_act_get
SELECT * FROM cluster_acts WHERE id = :id

-- name: cluster_act_undo
-- Taken back, once.
UPDATE cluster_acts SET undone_at = :now, undone_by = :by WHERE id = :id AND undone_at IS NULL

-- name: cluster_member_join
-- Nothing for a question that belongs to a cluster already.
INSERT INTO cluster_members (cluster, question, extra, joined_act, joined_at, joined_by)
VALUES (:cluster, :question, :extra, :act, :now, :by)
ON CONFLICT (question) WHERE left_at IS NULL DO NOTHING

-- name: cluster_member_leave
UPDATE cluster_members SET left_at = :now, left_by = :by, left_why = :why, left_act = :act
 WHERE question = :question AND left_at IS NULL

-- name: cluster_member_extend
-- So many of the cluster's extra days this one has been told of.
UPDATE cluster_members SET extra = :extra WHERE question = :question AND left_at IS NULL

-- name: cluster_members_page
-- A page of its questions, as asked.
SELECT q.*, m.extra AS member_extra FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
 WHERE m.cluster = :cluster AND m.left_at IS NULL AND m.question > :after
 ORDER BY m.question LIMIT :most

-- name: cluster_weights
-- How many ask where, and until when the first of them was promised an answer.
SELECT q.ward, q.hamlet, COUNT(*) AS many, MIN(q.due_at) AS due_at
  FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
 WHERE m.cluster = :cluster AND m.left_at IS NULL GROUP BY q.ward, q.hamlet

-- name: cluster_speakers
-- The first question of each ward: it stands in the ward's bulletin for all who ask there.
SELECT q.ward, MIN(q.id) AS question
  FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
 WHERE m.cluster = :cluster AND m.left_at IS NULL GROUP BY q.ward

-- name: cluster_members_joined
-- What one act put into it, one by one, and still is there; not what came with a cluster of its own.
SELECT m.question FROM cluster_members AS m
 WHERE m.cluster = :cluster AND m.joined_act = :act AND m.left_at IS NULL
   AND NOT EXISTS (SELECT 1 FROM cluster_members AS o
                    WHERE o.left_act = :act AND o.question = m.question AND o.left_why = 'merged')
 ORDER BY m.question LIMIT :most

-- name: cluster_members_split
-- What one act took out of it.
SELECT question FROM cluster_members WHERE left_act = :act ORDER BY question LIMIT :most

-- name: cluster_answered
-- The cluster for which a question was answered first.
SELECT cluster FROM releases WHERE question = :question AND cluster <> 0 ORDER BY id DESC LIMIT 1

-- name: cluster_askers
-- Who asked it in one ward.
SELECT q.asker FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
 WHERE m.cluster = :cluster AND m.left_at IS NULL AND q.ward = :ward LIMIT :most

-- name: cluster_names
-- The names of those who asked in a cluster.
SELECT p.name FROM cluster_members AS m JOIN questions AS q ON q.id = m.question JOIN people AS p ON p.id = q.asker
 WHERE m.cluster = :cluster AND m.left_at IS NULL ORDER BY m.question LIMIT :most

-- name: cluster_homes
-- The households in which they live, or which they help.
SELECT h.name FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
  JOIN household_people AS b ON b.person = q.asker AND b.until IS NULL
  JOIN households AS h ON h.id = b.household AND h.left_at IS NULL
 WHERE m.cluster = :cluster AND m.left_at IS NULL ORDER BY m.question LIMIT :most

-- name: cluster_heir
-- The first of its questions beside one.
SELECT question FROM cluster_members
 WHERE cluster = :cluster AND left_at IS NULL AND question <> :question ORDER BY question LIMIT 1

-- name: cluster_asked_by
-- Whether somebody asked one of its questions.
SELECT q.id FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
 WHERE m.cluster = :cluster AND m.left_at IS NULL AND q.asker = :asker LIMIT 1

-- name: cluster_same_asker
-- What else one person asked in a cluster, for themselves or for the same household.
SELECT q.* FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
 WHERE m.cluster = :cluster AND m.left_at IS NULL AND q.asker = :asker AND q.household = :household
   AND q.id <> :question ORDER BY m.question LIMIT :most

-- name: cluster_people
-- How many ask: somebody who asked twice is one, and so is each household for which they asked.
SELECT COUNT(*) FROM (
  SELECT DISTINCT q.asker, q.household
    FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
   WHERE m.cluster = :cluster AND m.left_at IS NULL) AS people

-- name: cluster_hears
-- Whether somebody who follows one question hears the answer by another one: asked or followed by them.
SELECT q.id FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
  LEFT JOIN followers AS f ON f.question = q.id AND f.person = :person
 WHERE m.cluster = :cluster AND m.left_at IS NULL AND q.id <> :question
   AND (q.asker = :person AND q.household = 0
        OR f.person IS NOT NULL AND q.status IN ('answered', 'closed')) LIMIT 1
