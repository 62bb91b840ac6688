-- name: person_make
INSERT INTO people (language, made_at) VALUES (:language, :now) RETURNING id

-- name: person_get
-- Here and below ``roles`` is how many there are to be read: most people hold none.
SELECT p.id, p.name, p.language, p.ward, p.hamlet, p.consented_at, p.muted_at,
       (SELECT COUNT(*) FROM roles AS r WHERE r.person = p.id AND r.until IS NULL) AS roles
  FROM people AS p WHERE p.id = :id AND p.erased_at IS NULL

-- name: person_of_address
-- Who writes from this address.
SELECT p.id, p.name, p.language, p.ward, p.hamlet, p.consented_at, p.muted_at,
       (SELECT COUNT(*) FROM roles AS r WHERE r.person = p.id AND r.until IS NULL) AS roles
  FROM addresses AS a JOIN people AS p ON p.id = a.person
 WHERE a.address = :address AND p.erased_at IS NULL

-- name: person_save
UPDATE people SET name = :name, language = :language, ward = :ward, hamlet = :hamlet,
       muted_at = :muted_at
 WHERE id = :id

-- name: person_consent
-- The moment and the version of the words agreed to are the proof (Law 91/2025/QH15).
UPDATE people SET consented_at = :at, consent_version = :version WHERE id = :id

-- name: person_erase
-- Nothing that points to the person stays; the row keeps the numbers of old questions in order.
UPDATE people SET name = '', ward = '', hamlet = '', consented_at = NULL, erased_at = :now
 WHERE id = :id

-- name: roles_of_person
SELECT role, scope FROM roles WHERE person = :person AND until IS NULL

-- name: role_give
INSERT INTO roles (person, role, scope, since, given_by)
VALUES (:person, :role, :scope, :now, :by)
ON CONFLICT (person, role, scope) WHERE until IS NULL DO NOTHING

-- name: role_end
UPDATE roles SET until = :now
 WHERE person = :person AND role = :role AND scope = :scope AND until IS NULL

-- name: roles_end_all
UPDATE roles SET until = :now WHERE person = :person AND until IS NULL

-- name: role_holders
-- Who holds a role over a scope now.
SELECT p.id, p.name, p.language, p.ward, p.hamlet, p.consented_at, p.muted_at, CAST(1 AS BIGINT) AS roles
  FROM roles AS r JOIN people AS p ON p.id = r.person
 WHERE r.role = :role AND r.scope = :scope AND r.until IS NULL AND p.erased_at IS NULL
 ORDER BY r.id

-- name: people_called
-- The names of these people, and of the households that they belong to or act for.
SELECT p.id AS person, p.name AS name
  FROM json_each(CAST(:people AS TEXT)/* PostgreSQL: ::json */) AS wanted
  JOIN people AS p ON p.id = CAST(wanted.key AS BIGINT) AND p.name <> ''
UNION ALL
SELECT b.person AS person, h.name AS name
  FROM json_each(CAST(:people AS TEXT)/* PostgreSQL: ::json */) AS wanted
  JOIN household_people AS b ON b.person = CAST(wanted.key AS BIGINT) AND b.until IS NULL
  JOIN households AS h ON h.id = b.household AND h.name <> ''
 LIMIT :most

-- name: facts_get
SELECT phone, ethnicity FROM private_facts WHERE person = :person

-- name: facts_put
INSERT INTO private_facts (person, phone, changed_at) VALUES (:person, :phone, :now)
ON CONFLICT (person) DO UPDATE
   SET phone = CASE WHEN excluded.phone = '' THEN private_facts.phone ELSE excluded.phone END,
       changed_at = excluded.changed_at

-- name: facts_erase
DELETE FROM private_facts WHERE person = :person

-- name: people_after
-- Where the next :most people after :after end, and how many they are; erased ones do not count.
SELECT MAX(id) AS last, COUNT(*) AS many
  FROM (SELECT id FROM people WHERE erased_at IS NULL AND id > :after ORDER BY id LIMIT :most) AS next

-- name: people_settled
-- Of the people after :after up to :upto: whose questions are all settled since :before, who hold no role, and who
-- wrote nothing since. What was declined or taken back is settled by the last thing that happened to it.
SELECT p.id, p.name, p.language, p.ward, p.hamlet, p.consented_at, p.muted_at, CAST(0 AS BIGINT) AS roles
  FROM people AS p
 WHERE p.erased_at IS NULL AND p.id > :after AND p.id <= :upto AND p.made_at < :before
   AND NOT EXISTS (SELECT 1 FROM roles AS r WHERE r.person = p.id AND r.until IS NULL)
   AND NOT EXISTS (SELECT 1 FROM addresses AS a WHERE a.person = p.id AND a.seen_at >= :before)
   AND NOT EXISTS (
     SELECT 1 FROM household_people AS b JOIN seats AS s ON s.household = b.household
      WHERE b.person = p.id AND b.until IS NULL AND s.changed_at >= :before)
   AND NOT EXISTS (
     SELECT 1 FROM questions AS q
      WHERE q.asker = p.id
        AND (q.status NOT IN ('answered', 'closed', 'declined', 'withdrawn')
             OR COALESCE(q.closed_at, q.answered_at,
                         (SELECT e.at FROM history AS e WHERE e.question = q.id ORDER BY e.id DESC LIMIT 1),
                         q.asked_at) >= :before))
 ORDER BY p.id LIMIT :most
