-- name: follower_add
INSERT INTO followers (question, person, since) VALUES (:question, :person, :now)
ON CONFLICT (question, person) DO NOTHING

-- name: follower_drop
DELETE FROM followers WHERE question = :question AND person = :person

-- name: followers_of
SELECT person FROM followers WHERE question = :question ORDER BY person

-- name: followers_after
-- A page of who follows a question.
SELECT person FROM followers WHERE question = :question AND person > :after ORDER BY person LIMIT :most

-- name: followers_forget
DELETE FROM followers WHERE person = :person
