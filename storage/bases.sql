-- name: basis_put
-- A law or decree, once; the name it was first written with stays.
INSERT INTO bases (mark, name, made_at) VALUES (:mark, :name, :now)
ON CONFLICT (mark) DO UPDATE SET mark = excluded.mark RETURNING id

-- name: basis_get
-- With how many answers rest on it, counted no further than :most.
SELECT b.id, b.name, b.ended_at, b.replaced_by, (
         SELECT COUNT(*) FROM (SELECT 1 FROM answer_bases AS t WHERE t.basis = b.id LIMIT :most) AS counted) AS answers
  FROM bases AS b WHERE b.id = :id

-- name: bases_by_mark
-- A page of all of them, by name.
SELECT b.id, b.name, b.ended_at, b.replaced_by, CAST(0 AS BIGINT) AS answers
  FROM bases AS b WHERE b.mark > :after ORDER BY b.mark LIMIT :most

-- name: basis_over
-- A document, if it is no longer law, or will not be from a day that is known.
SELECT id, name, ended_at, replaced_by, CAST(0 AS BIGINT) AS answers FROM bases
 WHERE mark = :mark AND ended_at IS NOT NULL

-- name: basis_end
-- From this moment on, which may be to come, it is no longer law; only once.
UPDATE bases SET ended_at = :at, ended_by = :by, replaced_by = :replaced_by
 WHERE id = :id AND ended_at IS NULL

-- name: basis_in_force_again
-- That was a mistake.
UPDATE bases SET ended_at = NULL, ended_by = NULL, replaced_by = '' WHERE id = :id AND ended_at IS NOT NULL

-- name: answer_basis_put
INSERT INTO answer_bases (answer, basis) VALUES (:answer, :basis) ON CONFLICT (answer, basis) DO NOTHING

-- name: answer_holds
-- From when to when an answer holds.
UPDATE answers SET valid_from = :since, valid_until = :ends WHERE id = :id

-- name: answer_bases_spread
-- Who shares an answer has it as its own, approved in the same moment: each rests on what this one rests on.
INSERT INTO answer_bases (answer, basis)
SELECT o.id, t.basis
  FROM answers AS a JOIN answer_bases AS t ON t.answer = a.id
  JOIN cluster_members AS m ON m.cluster = :cluster AND m.left_at IS NULL
  JOIN answers AS o ON o.question = m.question AND o.status = 'approved' AND o.approved_at = a.approved_at
 WHERE a.id = :answer AND o.id <> a.id
ON CONFLICT (answer, basis) DO NOTHING

-- name: answer_holds_alike
-- And holds as long as this one.
UPDATE answers SET (valid_from, valid_until) = (SELECT h.valid_from, h.valid_until FROM answers AS h WHERE h.id = :answer)
 WHERE id IN (SELECT o.id FROM answers AS a
                JOIN cluster_members AS m ON m.cluster = :cluster AND m.left_at IS NULL
                JOIN answers AS o ON o.question = m.question AND o.status = 'approved'
                                 AND o.approved_at = a.approved_at
               WHERE a.id = :answer AND o.id <> a.id)

-- name: bases_of_answer
SELECT b.id, b.name, b.ended_at, b.replaced_by, CAST(0 AS BIGINT) AS answers
  FROM answer_bases AS t JOIN bases AS b ON b.id = t.basis WHERE t.answer = :answer ORDER BY t.basis

-- part: given
-- What is meant by an ending: the answers that rest on a document, or all that are one shared answer.
(SELECT t.answer FROM answer_bases AS t WHERE t.basis = :basis
           UNION ALL SELECT e.answer FROM endings AS e WHERE e.family = :family)

-- name: people_given
-- A page of those who were given an answer that ends: its askers, who follow those questions, who read it
-- instead of asking; with the chat to use, none for people who muted the bot.
SELECT h.person, COALESCE(p.language, '') AS language, (
         SELECT a.address FROM addresses AS a
          WHERE a.person = p.id AND a.closed_at IS NULL AND a.is_group = 0
          ORDER BY a.seen_at DESC, a.address LIMIT 1) AS address
  FROM (SELECT u.person FROM (
          SELECT q.asker AS person FROM {given} AS g JOIN answers AS s ON s.id = g.answer
            JOIN questions AS q ON q.id = s.question
           WHERE s.status = 'approved' AND q.asker > :after
          UNION
          SELECT f.person FROM {given} AS g JOIN answers AS s ON s.id = g.answer
            JOIN followers AS f ON f.question = s.question
           WHERE s.status = 'approved' AND f.person > :after
          UNION
          SELECT l.person FROM {given} AS g JOIN library_reads AS l ON l.answer = g.answer
           WHERE l.person > :after) AS u
         ORDER BY u.person LIMIT :most) AS h
  LEFT JOIN people AS p ON p.id = h.person AND p.muted_at IS NULL AND p.erased_at IS NULL
                       AND p.consented_at IS NOT NULL

-- name: people_given_count
-- How many of them can be told.
SELECT COUNT(*) FROM (
  SELECT q.asker AS person FROM {given} AS g JOIN answers AS s ON s.id = g.answer
    JOIN questions AS q ON q.id = s.question WHERE s.status = 'approved'
  UNION
  SELECT f.person FROM {given} AS g JOIN answers AS s ON s.id = g.answer
    JOIN followers AS f ON f.question = s.question WHERE s.status = 'approved'
  UNION
  SELECT l.person FROM {given} AS g JOIN library_reads AS l ON l.answer = g.answer
   WHERE l.person IS NOT NULL) AS u
  JOIN people AS p ON p.id = u.person AND p.muted_at IS NULL AND p.erased_at IS NULL AND p.consented_at IS NOT NULL
