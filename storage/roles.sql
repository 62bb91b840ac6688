-- name: roles_held
-- Who holds a role now, scope by scope.
SELECT r.id, r.person, p.name, r.role, r.scope, r.since, r.until
  FROM roles AS r JOIN people AS p ON p.id = r.person
 WHERE r.role = :role AND r.until IS NULL
 ORDER BY r.scope LIMIT :most

-- name: role_get
-- A role as it was given, whether it is still held or not.
SELECT r.id, r.person, p.name, r.role, r.scope, r.since, r.until
  FROM roles AS r JOIN people AS p ON p.id = r.person
 WHERE r.id = :id
