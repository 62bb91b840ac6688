-- name: answer_draft
INSERT INTO answers (question, text, status, private, author, made_at)
VALUES (:question, :text, 'draft', :private, :author, :now) RETURNING id

-- name: answer_get
SELECT id, question, text, status, private, author, approver, note, made_at, approved_at, khmer
  FROM answers WHERE id = :id

-- name: answer_newest
-- What is being worked on, or what was approved last.
SELECT id, question, text, status, private, author, approver, note, made_at, approved_at, khmer
  FROM answers WHERE question = :question ORDER BY id DESC LIMIT 1

-- name: answer_decide
-- A head has approved or returned it; only a draft can be decided on.
UPDATE answers SET status = :status, approver = :approver, note = :note, approved_at = :approved_at
 WHERE id = :id AND status = 'draft'

-- name: answer_seal
-- A draft turns out to be for its asker alone.
UPDATE answers SET private = 1 WHERE id = :id AND status = 'draft'

-- name: answer_in_khmer
UPDATE answers SET khmer = :khmer WHERE id = :id

-- name: answer_hand_on
-- A draft for many stays with them when the question leaves for which it was written.
UPDATE answers SET question = :after WHERE question = :before AND status = 'draft' AND private = 0

-- name: answer_has_draft
-- Whether a draft of this question waits for approval.
SELECT id FROM answers WHERE question = :question AND status = 'draft' LIMIT 1

-- name: answer_share
-- The same approved answer for another question that asks the same.
INSERT INTO answers (question, text, status, private, author, approver, note, made_at, approved_at,
                     valid_from, valid_until, khmer)
SELECT CAST(:question AS BIGINT), text, status, private, author, approver, '', made_at, approved_at,
       valid_from, valid_until, khmer
  FROM answers WHERE id = :id RETURNING id

-- name: answer_share_bases
-- It rests on the same laws and decrees, and ends with them.
INSERT INTO answer_bases (answer, basis) SELECT CAST(:answer AS BIGINT), basis FROM answer_bases WHERE answer = :id

-- name: answers_forget
-- Answers to an erased person that nobody else has heard or will hear.
UPDATE answers SET text = '', note = '', khmer = ''
 WHERE id IN (SELECT a.id FROM questions AS q JOIN answers AS a ON a.question = q.id
               WHERE q.asker = :asker AND q.household = :household
                 AND (a.text <> '' OR a.note <> '')
                 AND NOT EXISTS (SELECT 1 FROM releases AS r WHERE r.answer = a.id)
               LIMIT :most)

-- part: everyone_may_read
-- The rule of all that is public: it was released to a ward. Never a private answer, nor one to a question that is
-- kept out of public.
r.public_at IS NOT NULL AND a.private = 0 AND q.sensitive = ''

-- part: published
r.id AS release, r.ward, r.public_at, a.text AS answer,
       CASE WHEN r.words = '' THEN q.text ELSE r.words END AS question, q.number, q.topic,
       q.queue, q.asker, a.id AS answer_id, a.khmer, a.valid_from, a.valid_until, (
         SELECT MIN(b.ended_at) FROM answer_bases AS t JOIN bases AS b ON b.id = t.basis
          WHERE t.answer = a.id AND b.ended_at IS NOT NULL) AS basis_ended

-- name: answers_public
-- The newest answers that everyone may read, that became public before the release :before.
SELECT {published}
  FROM releases AS r JOIN answers AS a ON a.id = r.answer JOIN questions AS q ON q.id = r.question
 WHERE {everyone_may_read}
   AND (r.public_at, r.id) <
       (COALESCE((SELECT b.public_at FROM releases AS b WHERE b.id = :before), 9223372036854775807),
        CAST(:before AS BIGINT))
 ORDER BY r.public_at DESC, r.id DESC LIMIT :most

-- name: answers_public_of_ward
-- The same for one ward.
SELECT {published}
  FROM releases AS r JOIN answers AS a ON a.id = r.answer JOIN questions AS q ON q.id = r.question
 WHERE r.ward = :ward AND {everyone_may_read}
   AND (r.public_at, r.id) <
       (COALESCE((SELECT b.public_at FROM releases AS b WHERE b.id = :before), 9223372036854775807),
        CAST(:before AS BIGINT))
 ORDER BY r.public_at DESC, r.id DESC LIMIT :most

-- name: answers_public_as
-- What everyone may read of the question with this number, by the same rule.
SELECT {published}
  FROM questions AS q JOIN releases AS r ON r.question = q.id JOIN answers AS a ON a.id = r.answer
 WHERE q.number = :number AND {everyone_may_read}
 ORDER BY r.public_at DESC, r.id DESC

-- name: answers_public_among
-- What everyone may read of these releases, by the same rule.
SELECT {published}
  FROM json_each(CAST(:releases AS TEXT)/* PostgreSQL: ::json */) AS wanted
  JOIN releases AS r ON r.id = CAST(wanted.key AS BIGINT)
  JOIN answers AS a ON a.id = r.answer JOIN questions AS q ON q.id = r.question
 WHERE {everyone_may_read}

-- name: answers_public_since
-- A page of what everyone may read, by the same rule, in the order in which it became public.
SELECT {published}
  FROM releases AS r JOIN answers AS a ON a.id = r.answer JOIN questions AS q ON q.id = r.question
 WHERE {everyone_may_read}
   AND (r.public_at, r.id) > (CAST(:since AS BIGINT), CAST(:after AS BIGINT))
 ORDER BY r.public_at, r.id LIMIT :most

-- name: answers_public_moved
-- A page of what everyone may read, by the same rule, whose question has gone to another office, in that order.
SELECT {published}, r.moved_at
  FROM releases AS r JOIN answers AS a ON a.id = r.answer JOIN questions AS q ON q.id = r.question
 WHERE {everyone_may_read}
   AND r.moved_at >= CAST(:since AS BIGINT) AND (r.moved_at, r.id) > (CAST(:since AS BIGINT), CAST(:after AS BIGINT))
 ORDER BY r.moved_at, r.id LIMIT :most
