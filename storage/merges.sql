-- name: merge_hold
-- All questions of a cluster, which nobody else moves meanwhile; as asked, so that nobody waits for ever.
SELECT q.id, q.queue, m.extra FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
 WHERE m.cluster = :cluster AND m.left_at IS NULL ORDER BY m.question LIMIT :most /* PostgreSQL: FOR UPDATE OF q */

-- name: merge_leave
-- All its questions leave it for another cluster.
UPDATE cluster_members SET left_at = :now, left_by = :by, left_why = 'merged', left_act = :act
 WHERE cluster = :other AND left_at IS NULL

-- name: merge_join
-- What this act has taken out of the other cluster belongs to this one.
INSERT INTO cluster_members (cluster, question, extra, joined_act, joined_at, joined_by)
SELECT CAST(:cluster AS BIGINT), m.question, CAST(:extra AS BIGINT), CAST(:act AS BIGINT), CAST(:now AS BIGINT),
       CAST(:by AS BIGINT)
  FROM cluster_members AS m WHERE m.left_act = :act AND m.cluster = :other AND m.left_why = 'merged'

-- name: merge_grown
-- They catch up with where the cluster stands, and their cards name its head. The other one's question in an
-- official's words is theirs now, where it has none.
UPDATE clusters SET behind = 3, cursor = 0, version = version + 1,
       words = CASE WHEN words = '' THEN CAST(:words AS TEXT) ELSE words END
 WHERE id = :id

-- name: merges_of
-- The clusters that an act has put into another one.
SELECT DISTINCT cluster FROM cluster_members WHERE left_act = :act AND left_why = 'merged' ORDER BY cluster

-- name: merge_first
-- Who leads what would go back: its old head where that still is there, otherwise the first.
SELECT m.question FROM cluster_members AS m JOIN cluster_members AS o
    ON o.question = m.question AND o.left_act = m.joined_act AND o.cluster = :other
  JOIN clusters AS c ON c.id = o.cluster
 WHERE m.cluster = :cluster AND m.joined_act = :act AND m.left_at IS NULL
 ORDER BY CASE WHEN m.question = c.head THEN 0 ELSE 1 END, m.question LIMIT 1

-- name: merge_undo_leave
-- What came over with this act and still is there goes back to the other cluster.
UPDATE cluster_members SET left_at = :now, left_by = :by, left_why = 'undone', left_act = :act
 WHERE cluster = :cluster AND joined_act = :act AND left_at IS NULL
   AND question IN (SELECT o.question FROM cluster_members AS o WHERE o.left_act = :act AND o.cluster = :other)

-- name: merge_undo_join
-- They belong where they did, as if they had never left: an older act can be taken back as well.
INSERT INTO cluster_members (cluster, question, extra, joined_act, joined_at, joined_by)
SELECT o.cluster, o.question, o.extra, o.joined_act, o.joined_at, o.joined_by
  FROM cluster_members AS m JOIN cluster_members AS o
    ON o.question = m.question AND o.left_act = m.left_act AND o.cluster = :other
 WHERE m.left_act = :act AND m.cluster = :cluster AND m.left_why = 'undone'

-- name: merge_undo_words
-- The words that came with them leave with them.
UPDATE clusters SET words = CASE WHEN words = CAST(:words AS TEXT) THEN '' ELSE words END WHERE id = :id

-- name: merge_reopen
-- A cluster of its own again; its questions stand where this head does.
UPDATE clusters SET ended_at = NULL, head = :head, queue = :queue, stands = :stands, holder = :holder,
       behind = 3, cursor = 0, version = version + 1
 WHERE id = :id AND ended_at IS NOT NULL

-- name: apart_leave
-- Those of a cluster that one row of a sheet is for leave it.
UPDATE cluster_members SET left_at = :now, left_by = :by, left_why = 'split', left_act = :act
 WHERE cluster = :cluster AND left_at IS NULL
   AND question IN (SELECT d.question FROM dispatch_questions AS d WHERE d.line = :line)

-- name: apart_join
-- They are a cluster of their own.
INSERT INTO cluster_members (cluster, question, joined_act, joined_at, joined_by)
SELECT CAST(:made AS BIGINT), m.question, CAST(:act AS BIGINT), CAST(:now AS BIGINT), CAST(:by AS BIGINT)
  FROM cluster_members AS m WHERE m.left_act = :act AND m.cluster = :cluster

-- name: merge_note
-- A row of history for each question that has left a cluster by an act, and belongs to no other yet.
INSERT INTO history (question, at, actor, move, before, after, note, detail)
SELECT q.id, CAST(:now AS BIGINT), CAST(:by AS BIGINT), CAST(:move AS TEXT), q.status, q.status, '',
       CAST(:detail AS TEXT)
  FROM cluster_members AS m JOIN questions AS q ON q.id = m.question
 WHERE m.left_act = :act AND m.cluster = :cluster
   AND NOT EXISTS (SELECT 1 FROM cluster_members AS o WHERE o.question = m.question AND o.left_at IS NULL)

-- name: merge_rest
-- A question of the cluster that did not come with this act.
SELECT question FROM cluster_members
 WHERE cluster = :cluster AND left_at IS NULL AND joined_act <> :act LIMIT 1
