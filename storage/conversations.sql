-- name: conversation_get
SELECT address, sender, step, data, choices FROM conversations
 WHERE address = :address AND sender = :sender

-- name: conversation_put
INSERT INTO conversations (address, sender, step, data, choices, changed_at)
VALUES (:address, :sender, :step, :data, :choices, :now)
ON CONFLICT (address, sender) DO UPDATE
   SET step = excluded.step, data = excluded.data, choices = excluded.choices,
       changed_at = excluded.changed_at

-- name: conversation_choices
-- Buttons that arrived by themselves become the last ones shown; the step stays.
INSERT INTO conversations (address, sender, choices, changed_at)
VALUES (:address, :sender, :choices, :now)
ON CONFLICT (address, sender) DO UPDATE SET choices = excluded.choices, changed_at = excluded.changed_at

-- name: conversation_shown
-- What was shown last, held until the transaction ends: what is shown next goes on behind it.
INSERT INTO conversations (address, sender, changed_at) VALUES (:address, :sender, :now)
ON CONFLICT (address, sender) DO UPDATE SET changed_at = excluded.changed_at
RETURNING choices

-- name: conversation_forget
DELETE FROM conversations
 WHERE address = :address
   AND sender IN (SELECT sender FROM conversations WHERE address = :address LIMIT :most)

-- name: conversation_move
UPDATE conversations SET address = :after
 WHERE address = :before
   AND sender IN (SELECT sender FROM conversations WHERE address = :before LIMIT :most)
