-- name: panel_invite
-- Each is invited once.
INSERT INTO panel (session, queue, reached, invited_at) VALUES (:session, :queue, :reached, :now)
ON CONFLICT (session, queue) DO NOTHING

-- name: panel_of
SELECT session, queue, name, post, reached, invited_at FROM panel WHERE session = :session ORDER BY queue

-- name: panel_sit
-- Who sits there; a later word of the same agency replaces an earlier one.
INSERT INTO panel (session, queue, name, post, person, reached, invited_at, answered_at)
VALUES (:session, :queue, :name, :post, :person, 1, :now, :now)
ON CONFLICT (session, queue) DO UPDATE
   SET name = excluded.name, post = excluded.post, person = excluded.person, answered_at = excluded.answered_at

-- name: panel_put_aside
UPDATE panel SET session = :aside WHERE session = :session

-- name: panel_post_of
-- The post that a person gave the last time.
SELECT post FROM panel WHERE person = :person AND answered_at IS NOT NULL ORDER BY answered_at DESC LIMIT 1
