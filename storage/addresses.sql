-- name: address_get
SELECT address, person, title, is_group, queue, ward, closed_at, seen_at, shared FROM addresses
 WHERE address = :address

-- name: address_put
-- A chat has been heard of; one that was closed is open again.
INSERT INTO addresses (address, person, title, is_group, seen_at)
VALUES (:address, :person, :title, :is_group, :now)
ON CONFLICT (address) DO UPDATE
   SET person = COALESCE(excluded.person, addresses.person), title = excluded.title,
       is_group = excluded.is_group, closed_at = NULL, closed_why = '', seen_at = excluded.seen_at

-- name: address_close
UPDATE addresses SET closed_at = :now, closed_why = :why WHERE address = :address AND closed_at IS NULL

-- name: address_move
UPDATE addresses SET address = :after WHERE address = :before

-- name: address_drop
DELETE FROM addresses WHERE address = :address

-- name: address_bind
-- A group becomes the place where a queue's cards or a ward's bulletins go.
UPDATE addresses SET queue = :queue, ward = :ward WHERE address = :address

-- name: address_share
-- Several people use this phone, or no longer.
UPDATE addresses SET shared = :shared WHERE address = :address

-- name: addresses_of_person
-- Where a person can be reached, the one they wrote from last first.
SELECT address, person, title, is_group, queue, ward, closed_at, seen_at, shared FROM addresses
 WHERE person = :person AND closed_at IS NULL AND is_group = 0 ORDER BY seen_at DESC, address

-- name: addresses_all_of_person
-- Every chat of a person, closed ones too.
SELECT address FROM addresses WHERE person = :person ORDER BY address

-- name: addresses_of_queue
SELECT address, person, title, is_group, queue, ward, closed_at, seen_at, shared FROM addresses
 WHERE queue = :queue AND queue <> '' AND closed_at IS NULL ORDER BY address

-- name: addresses_of_ward
SELECT address, person, title, is_group, queue, ward, closed_at, seen_at, shared FROM addresses
 WHERE ward = :ward AND ward <> '' AND closed_at IS NULL ORDER BY address
