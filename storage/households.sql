-- name: household_make
INSERT INTO households (name, ward, hamlet, source, made_at, changed_at)
VALUES (:name, :ward, :hamlet, :source, :now, :now) RETURNING id

-- name: household_save
UPDATE households SET name = :name, ward = :ward, hamlet = :hamlet, changed_at = :now WHERE id = :id

-- name: household_get
SELECT id, name, ward, hamlet, source FROM households WHERE id = :id AND left_at IS NULL

-- name: households_listed_as
-- Those of a ward's list that have this name.
SELECT id, name, ward, hamlet, source FROM households
 WHERE ward = :ward AND name = :name AND source = 'roster' AND left_at IS NULL ORDER BY id LIMIT :most

-- name: households_in_hamlet
SELECT id, name, ward, hamlet, source FROM households
 WHERE ward = :ward AND hamlet = :hamlet AND id > :after AND left_at IS NULL
 ORDER BY id LIMIT :most

-- name: households_with_phones
SELECT h.id AS id, h.name AS name, h.ward AS ward, h.hamlet AS hamlet, h.source AS source
  FROM json_each(CAST(:phones AS TEXT)/* PostgreSQL: ::json */) AS wanted
  JOIN household_facts AS f ON f.phone = wanted.key AND f.phone <> ''
  JOIN households AS h ON h.id = f.household AND h.left_at IS NULL

-- name: household_facts_get
SELECT household, phone, category, ethnicity, sex, birth_year FROM household_facts
 WHERE household IN (SELECT CAST(key AS BIGINT) FROM json_each(CAST(:households AS TEXT)/* PostgreSQL: ::json */))

-- name: household_facts_put
INSERT INTO household_facts (household, phone, category, ethnicity, sex, birth_year, changed_at)
VALUES (:household, :phone, :category, :ethnicity, :sex, :birth_year, :now)
ON CONFLICT (household) DO UPDATE
   SET phone = CASE WHEN excluded.phone = '' THEN household_facts.phone ELSE excluded.phone END,
       category = CASE WHEN excluded.category = '' THEN household_facts.category
                       ELSE excluded.category END,
       ethnicity = CASE WHEN excluded.ethnicity = '' THEN household_facts.ethnicity
                        ELSE excluded.ethnicity END,
       sex = CASE WHEN excluded.sex = '' THEN household_facts.sex ELSE excluded.sex END,
       birth_year = CASE WHEN excluded.birth_year = 0 THEN household_facts.birth_year
                         ELSE excluded.birth_year END,
       changed_at = excluded.changed_at

-- name: household_bind
INSERT INTO household_people (household, person, relation, consent, agreed, since, made_by)
VALUES (:household, :person, :relation, :consent, :agreed, :now, :by)
ON CONFLICT (household, person) WHERE until IS NULL DO NOTHING RETURNING id

-- name: household_bonds_of_person
SELECT household, person, relation, consent, agreed FROM household_people
 WHERE person = :person AND until IS NULL ORDER BY id

-- name: households_of_person
-- The same with the households themselves.
SELECT h.id, h.name, h.ward, h.hamlet, h.source, b.household, b.person, b.relation, b.consent, b.agreed
  FROM household_people AS b JOIN households AS h ON h.id = b.household
 WHERE b.person = :person AND b.until IS NULL AND h.left_at IS NULL ORDER BY b.id

-- name: household_bonds_of_household
SELECT household, person, relation, consent, agreed FROM household_people
 WHERE household = :household AND until IS NULL ORDER BY id

-- name: household_unbind
-- That somebody agreed, how and when stays as the proof; their name goes.
UPDATE household_people SET until = :now, agreed = ''
 WHERE household = :household AND person = :person AND until IS NULL

-- name: household_erase_facts
DELETE FROM household_facts WHERE household = :household

-- name: household_erase
-- Nothing that points to the household stays; the row keeps the count of seats right.
UPDATE households SET name = '', hamlet = '', left_at = :now, changed_at = :now WHERE id = :household

-- name: household_erase_guests
-- Names of guests, and what the organiser wrote about the household.
UPDATE seats SET guest = '', edit_why = '' WHERE household = :household

-- name: household_erase_words
UPDATE seat_moves SET why = ''
 WHERE move = 'edit' AND seat IN (SELECT id FROM seats WHERE household = :household)

-- name: household_end_bonds
UPDATE household_people SET until = :now, agreed = '' WHERE household = :household AND until IS NULL

-- name: households_after
-- Where the next :most households after :after end, and how many they are; those erased do not count.
SELECT MAX(id) AS last, COUNT(*) AS many
  FROM (SELECT id FROM households WHERE left_at IS NULL AND id > :after ORDER BY id LIMIT :most) AS next

-- name: households_settled
-- Of the households after :after up to :upto: with whose seats nothing happened since :before, and of which all
-- that its own people asked, or anybody for it, is settled since then.
SELECT h.id AS id, h.name AS name, h.ward AS ward, h.hamlet AS hamlet, h.source AS source FROM households AS h
 WHERE h.left_at IS NULL AND h.id > :after AND h.id <= :upto AND h.changed_at < :before
   AND NOT EXISTS (SELECT 1 FROM seats AS s WHERE s.household = h.id AND s.changed_at >= :before)
   AND NOT EXISTS (
     SELECT 1 FROM household_people AS b JOIN questions AS q ON q.asker = b.person
      WHERE b.household = h.id AND b.until IS NULL AND b.relation IN ('self', 'family')
        AND (q.status NOT IN ('answered', 'closed', 'declined', 'withdrawn')
             OR COALESCE(q.closed_at, q.answered_at,
                         (SELECT e.at FROM history AS e WHERE e.question = q.id ORDER BY e.id DESC LIMIT 1),
                         q.asked_at) >= :before))
   AND (SELECT COUNT(*) FROM (
     SELECT 1 FROM questions AS q
      WHERE q.household = h.id AND q.household <> 0
        AND (q.status NOT IN ('answered', 'closed', 'declined', 'withdrawn')
             OR COALESCE(q.closed_at, q.answered_at,
                         (SELECT e.at FROM history AS e WHERE e.question = q.id ORDER BY e.id DESC LIMIT 1),
                         q.asked_at) >= :before) LIMIT 1) AS lately) = 0
 ORDER BY h.id LIMIT :most

-- name: household_seats
-- Where a household stands with sessions, since when, and whether somebody else came for it.
SELECT session, state, guest, changed_at FROM seats WHERE household = :household ORDER BY session

-- name: household_own_facts
SELECT household, phone, category, ethnicity, sex, birth_year FROM household_facts
 WHERE household = :household
