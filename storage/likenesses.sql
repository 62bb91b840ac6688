-- name: to_compare_put
INSERT INTO to_compare (question) VALUES (:question) ON CONFLICT (question) DO NOTHING

-- name: to_compare_next
-- The next question that has not been held against others.
SELECT question FROM to_compare ORDER BY question LIMIT 1

-- name: to_compare_done
DELETE FROM to_compare WHERE question = :question

-- name: questions_alike
-- The newest open questions of a queue about one topic that can be joined.
SELECT * FROM questions
 WHERE queue = :queue AND topic = :topic AND sensitive = '' AND status IN ('waiting', 'taken', 'drafted')
   AND id <> :id AND asker <> :asker AND text <> ''
 ORDER BY id DESC LIMIT :most

-- name: questions_beside
-- The newest open questions of a queue that can be joined, whatever they are about.
SELECT * FROM questions
 WHERE queue = :queue AND sensitive = '' AND status IN ('waiting', 'taken', 'drafted')
   AND id <> :id AND asker <> :asker AND text <> ''
 ORDER BY id DESC LIMIT :most

-- name: likeness_put
INSERT INTO likenesses (question, other, percent) VALUES (:question, :other, :percent)
ON CONFLICT (question, other) DO UPDATE SET percent = excluded.percent

-- name: likenesses_of
-- What is like a question, open, in the same queue, of other people; with the cluster it belongs to, if any.
SELECT o.*, COALESCE(m.cluster, 0) AS cluster
  FROM likenesses AS l JOIN questions AS q ON q.id = l.question JOIN questions AS o ON o.id = l.other
  LEFT JOIN cluster_members AS m ON m.question = o.id AND m.left_at IS NULL
 WHERE l.question = :question AND o.queue = q.queue AND o.asker <> q.asker AND o.asker <> :viewer
   AND o.sensitive = '' AND o.status IN ('waiting', 'taken', 'drafted') AND o.text <> ''
 ORDER BY l.other LIMIT :most

-- name: likenesses_of_cluster
-- The same of the first :first questions of a cluster, for all of it; without what belongs to it already.
SELECT o.*, COALESCE(n.cluster, 0) AS cluster
  FROM questions AS o LEFT JOIN cluster_members AS n ON n.question = o.id AND n.left_at IS NULL
 WHERE o.id IN (SELECT l.other FROM likenesses AS l
                 WHERE l.question IN (SELECT m.question FROM cluster_members AS m
                                       WHERE m.cluster = :cluster AND m.left_at IS NULL
                                       ORDER BY m.question LIMIT :first))
   AND o.queue = :queue AND o.asker <> :viewer AND COALESCE(n.cluster, 0) <> :cluster
   AND o.sensitive = '' AND o.status IN ('waiting', 'taken', 'drafted') AND o.text <> ''
 ORDER BY o.id LIMIT :most

-- name: likenesses_drop
DELETE FROM likenesses WHERE question = :question
