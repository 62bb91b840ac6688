-- name: mailbox_step
-- The next event number of a chat. Its row stays locked until the commit, so numbers appear in order.
INSERT INTO web_chats (chat, seq) VALUES (:chat, 1)
ON CONFLICT (chat) DO UPDATE SET seq = web_chats.seq + 1
RETURNING seq

-- name: mailbox_append
-- Words of the bot.
INSERT INTO web_mailbox (chat, seq, kind, body, at)
VALUES (:chat, :seq, 'bot', :body, :at)
RETURNING id

-- name: mailbox_change
-- Words of the bot, changed in place.
UPDATE web_mailbox SET seq = :seq, body = :body
 WHERE id = :id AND chat = :chat AND kind = 'bot'

-- name: mailbox_hold
-- The person's own words, unseen (seq 0) until the inbox has them. The same form sent again changes nothing.
INSERT INTO web_mailbox (chat, seq, kind, nonce, body, at)
VALUES (:chat, 0, 'mine', :nonce, :body, :at)
ON CONFLICT (chat, nonce) DO NOTHING

-- name: mailbox_is_held
-- Whether a form was kept before.
SELECT id FROM web_mailbox WHERE chat = :chat AND nonce = :nonce

-- name: mailbox_held
-- Own words that the inbox may not have yet.
SELECT id, seq, kind, nonce, body, at FROM web_mailbox
 WHERE chat = :chat AND seq = 0 ORDER BY id

-- name: mailbox_confirm
-- The inbox has them: they become part of the conversation.
UPDATE web_mailbox SET seq = :seq, body = :body WHERE id = :id AND seq = 0

-- name: mailbox_nth_own
-- When the oldest of the person's newest :nth words was written; nothing if there are fewer.
SELECT CASE WHEN COUNT(*) = CAST(:nth AS BIGINT) THEN MIN(at) END
  FROM (SELECT at FROM web_mailbox WHERE chat = :chat AND kind = 'mine' ORDER BY id DESC LIMIT :nth) AS own

-- name: mailbox_entry
SELECT id, seq, kind, nonce, body, at FROM web_mailbox
 WHERE chat = :chat AND id = :id AND seq > 0 AND kind <> 'gone'

-- name: mailbox_newest
-- The last words before :before, newest first.
SELECT id, seq, kind, nonce, body, at FROM web_mailbox
 WHERE chat = :chat AND seq > 0 AND id < :before AND kind <> 'gone' ORDER BY id DESC LIMIT :most

-- name: mailbox_since
-- What was said or changed after event :seq.
SELECT id, seq, kind, nonce, body, at FROM web_mailbox
 WHERE chat = :chat AND seq > :seq ORDER BY seq LIMIT :most

-- name: mailbox_seq
SELECT seq FROM web_chats WHERE chat = :chat

-- name: mailbox_gone
-- An event of its own, so that open pages drop what they show.
INSERT INTO web_mailbox (chat, seq, kind, body, at)
SELECT chat, CAST(:seq AS BIGINT), 'gone', '{}', CAST(:at AS BIGINT) FROM web_mailbox
 WHERE chat = :chat ORDER BY id DESC LIMIT 1

-- name: mailbox_erased_at
-- When everything before was erased, if it was: that event is the oldest of its chat then.
SELECT CASE WHEN kind = 'gone' THEN at END FROM web_mailbox WHERE chat = :chat ORDER BY id LIMIT 1

-- name: mailbox_erase
-- What was said in a chat before event :seq.
DELETE FROM web_mailbox
 WHERE id IN (SELECT id FROM web_mailbox WHERE chat = :chat AND seq < :seq LIMIT :most)

-- name: mailbox_erase_old
-- What was said in a chat before a moment.
DELETE FROM web_mailbox
 WHERE id IN (SELECT id FROM web_mailbox WHERE chat = :chat AND at < :before LIMIT :most)

-- name: mailbox_forget
-- Words older than they are kept for.
DELETE FROM web_mailbox WHERE id IN (SELECT id FROM web_mailbox WHERE at < :before LIMIT :most)
