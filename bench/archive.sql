-- name: people
-- Residents first, then a few with a part of their own: persons 1 … :many, their chats telegram:1 ….
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :many)
INSERT INTO people (id, name, language, ward, hamlet, consented_at, consent_version, made_at)
SELECT i, 'Thạch Thị ' || i, 'vi', CASE i % 10 WHEN 9 THEN 'long-duc' ELSE 'p' || (1 + i % 10) END, '',
       CAST(:began AS BIGINT), 1, CAST(:began AS BIGINT)
  FROM n

-- name: addresses
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :many)
INSERT INTO addresses (address, person, title, is_group, seen_at)
SELECT CASE i WHEN :old_hand THEN 'web:old-hand' WHEN :newcomer THEN 'web:newcomer'
              ELSE 'telegram:' || i END,
       i, '', 0, CAST(:now AS BIGINT) - (i % 30) * 86400000
  FROM n

-- name: conversations
INSERT INTO conversations (address, sender, step, changed_at)
SELECT address, CAST(person AS TEXT), '', seen_at FROM addresses ORDER BY address

-- name: facts
INSERT INTO private_facts (person, phone, changed_at)
SELECT id, '09' || (10000000 + id), made_at FROM people WHERE id % 3 = 0

-- name: subscriptions
-- Everybody follows one ward.
INSERT INTO subscriptions (person, ward, since) SELECT id, 'p7', made_at FROM people

-- name: role
INSERT INTO roles (person, role, scope, since) VALUES (:person, :role, :queue, :began)

-- name: questions
-- Asked over five years, the last of them now; the last :open are open, with promises around today. One
-- in ten of the last :messages is of the old hand.
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :many)
INSERT INTO questions (id, number, asker, address, ward, hamlet, text, topic, queue, kind, sensitive,
                       status, asked_at, due_at, promised_days)
SELECT i, 'TV-' || (1000000 + i),
       CASE WHEN i % 10 = 9 AND i > CAST(:many AS BIGINT) - CAST(:messages AS BIGINT)
            THEN CAST(:old_hand AS BIGINT) ELSE 1 + (i * 7919) % CAST(:people AS BIGINT) END,
       'telegram:' || i, CASE i % 10 WHEN 9 THEN 'long-duc' ELSE 'p' || (1 + i % 10) END, '',
       CASE i % 4 WHEN 0 THEN 'Dạ cho tôi hỏi, nhà tôi ở hẻm '
                  WHEN 1 THEN 'Tôi muốn biết vì sao từ đầu năm tới nay ở số '
                  WHEN 2 THEN 'Mong các cô chú xem giúp chỗ gần nhà văn hóa, tổ '
                  ELSE 'Năm ngoái tôi có hỏi rồi mà chưa rõ, nay xin hỏi lại, đường số ' END || i ||
       CASE i / 7 % 5 WHEN 0 THEN ', vay vốn nuôi bò thì cần giấy tờ gì, lãi bao nhiêu một tháng?'
                      WHEN 1 THEN ', thẻ bảo hiểm y tế của má tôi hết hạn, xin cấp lại ở đâu?'
                      WHEN 2 THEN ', con tôi học nghề có được hỗ trợ tiền ăn và tiền xe không?'
                      WHEN 3 THEN ', mái nhà dột nặng, xin sửa nhà thì nộp đơn cho ai, chờ bao lâu?'
                      ELSE ', nước sinh hoạt yếu quá, buổi chiều không có giọt nào là sao?' END,
       'vay',
       CASE i % 7 WHEN 0 THEN 'nhcsxh' WHEN 1 THEN 'bhxh' WHEN 2 THEN 'ldtbxh' WHEN 3 THEN 'kinhte'
                  WHEN 4 THEN 'yte' WHEN 5 THEN 'gddt' ELSE 'ubnd_phuong@p7' END,
       'question',
       CASE WHEN i % 50 = 0 THEN 'private' WHEN i % 200 = 1 THEN 'accusation'
            WHEN i % 1000 = 2 THEN 'crisis' ELSE '' END,
       CASE WHEN i > CAST(:many AS BIGINT) - CAST(:open AS BIGINT) THEN
                 CASE WHEN i % 20 < 10 THEN 'waiting' WHEN i % 20 < 15 THEN 'taken'
                      WHEN i % 20 < 17 THEN 'asked_back' ELSE 'drafted' END
            WHEN i % 20 = 0 THEN 'declined' WHEN i % 20 < 8 THEN 'answered' ELSE 'closed' END,
       CAST(:now AS BIGINT) - (:many - i) * (157680000000 / :many),
       (CAST(:now AS BIGINT) / 86400000 - 5 + i % 21) * 86400000 + 36000000, 7
  FROM n

-- name: settled
-- They were answered as soon as they were asked.
UPDATE questions SET answered_at = asked_at, closed_at = CASE status WHEN 'closed' THEN asked_at END
 WHERE status IN ('answered', 'closed')

-- name: ladders
-- What is open climbs: a part of it now, the rest on one of the coming days.
INSERT INTO ladders (question, due_at, reached, next_at)
SELECT id, due_at, CASE id % 7 WHEN 0 THEN 'late' ELSE '' END, CASE id % 5 WHEN 0 THEN CAST(:now AS BIGINT)
                                   ELSE CAST(:now AS BIGINT) + id % 7 * 86400000 + 1 END
  FROM questions WHERE status IN ('waiting', 'taken', 'drafted') ORDER BY id

-- name: calls
-- Who is in danger and has not been taken is called out; the others are behind their last call.
INSERT INTO calls (question, came_at, next_at)
SELECT id, asked_at, CASE id % 9 WHEN 0 THEN CAST(:now AS BIGINT) END FROM questions
 WHERE sensitive = 'crisis' ORDER BY id

-- name: nudges
-- What one official is to hear about this morning.
INSERT INTO nudges (person, address, question, rung, due_at)
SELECT CAST(:officer AS BIGINT), '', id, 'today', due_at FROM questions
 WHERE status = 'waiting' AND queue = 'nhcsxh' ORDER BY id

-- name: nudges_told
-- What others have heard of.
INSERT INTO nudges (person, address, question, rung, due_at, told_at)
SELECT CAST(:officer AS BIGINT) + 1, '', question, rung, due_at, CAST(:now AS BIGINT) FROM nudges ORDER BY id

-- name: timings
INSERT INTO timings (question, round, queue, began_at, due_at, done_at, allowed, used, over)
SELECT id, 0, queue, asked_at, due_at, answered_at, 3360, 480, -2880 FROM questions
 WHERE answered_at IS NOT NULL ORDER BY id

-- name: asking
INSERT INTO history (question, at, actor, move, before, after)
SELECT id, asked_at, asker, 'ask', '', 'waiting' FROM questions ORDER BY id

-- name: taking
INSERT INTO history (question, at, actor, move, before, after)
SELECT id, asked_at, asker, 'take', 'waiting', 'taken' FROM questions
 WHERE status <> 'waiting' ORDER BY id

-- name: answering
INSERT INTO history (question, at, actor, move, before, after)
SELECT id, asked_at, asker, 'answer', 'approved', 'answered' FROM questions
 WHERE answered_at IS NOT NULL ORDER BY id

-- name: adding
INSERT INTO history (question, at, actor, move, before, after, note)
SELECT id, asked_at, asker, 'follow_up', 'taken', 'taken', 'Dạ tôi nói thêm: ' || id FROM questions
 WHERE id % 10 = 3 OR asker = :old_hand ORDER BY id

-- name: adding_again
-- The old hand adds to the newest question again and again.
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :messages)
INSERT INTO history (question, at, actor, move, before, after, note)
SELECT (SELECT MAX(id) FROM questions WHERE asker = :old_hand), CAST(:now AS BIGINT), :old_hand,
       'follow_up', 'taken', 'taken', 'Dạ tôi nói thêm lần ' || i
  FROM n

-- name: answers
INSERT INTO answers (id, question, text, status, private, author, approver, made_at, approved_at)
SELECT id, id,
       'Hộ cận nghèo được vay tối đa 100 triệu đồng, không phải thế chấp, thời hạn 120 tháng. Cô chú gặp '
       || 'tổ trưởng tổ tiết kiệm và vay vốn ở khóm, mang theo căn cước và giấy xác nhận của phường.',
       'approved', CASE sensitive WHEN '' THEN 0 ELSE 1 END, CAST(:officer AS BIGINT), :officer,
       asked_at, asked_at
  FROM questions WHERE answered_at IS NOT NULL ORDER BY id

-- name: bases
-- Of the laws and decrees that answers rest on, one in ten has been replaced.
INSERT INTO bases (id, mark, name, made_at, ended_at)
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 500)
SELECT i, 'nd ' || i || '/2020/nd-cp', 'NĐ ' || i || '/2020/NĐ-CP', CAST(:began AS BIGINT),
       CASE i % 10 WHEN 0 THEN CAST(:now AS BIGINT) END
  FROM n

-- name: answer_bases
INSERT INTO answer_bases (answer, basis) SELECT id, 1 + id % 500 FROM answers ORDER BY id

-- name: enclosures
-- One answer in five came with a paper.
INSERT INTO enclosures (answer, token) SELECT id, 'paper ' || id FROM answers WHERE id % 5 = 0 ORDER BY id

-- name: library_reads
INSERT INTO library_reads (person, answer, ward, hamlet, address, payload, at)
SELECT 1 + id % CAST(:people AS BIGINT), id, 'p7', 'p7-k3', '', '', made_at
  FROM answers WHERE id % 3 = 0 ORDER BY id

-- name: feedback
INSERT INTO feedback (question, person, helpful, at)
SELECT id, asker, 1, asked_at FROM questions WHERE status = 'closed' AND id % 4 = 0 ORDER BY id

-- name: attachments
INSERT INTO attachments (question, channel, media, ref, name, at)
SELECT id, 'telegram', 'photo', 'ref' || id, '', asked_at FROM questions WHERE id % 20 = 5 ORDER BY id

-- name: bulletins
-- Twenty-five questions of a ward, one after the other, are a bulletin.
INSERT INTO bulletins (id, ward, means, due_at, chat_at, state, told_at, heard_at, aired_at)
SELECT 1 + id / 250 * 10 + id % 10, MIN(ward), 'loudspeaker', MAX(asked_at), MAX(asked_at), 'aired',
       MAX(asked_at), MAX(asked_at), MAX(asked_at)
  FROM questions WHERE answered_at IS NOT NULL GROUP BY 1 + id / 250 * 10 + id % 10

-- name: releases
INSERT INTO releases (id, answer, question, ward, bulletin, made_at, public_at)
SELECT q.id, q.id, q.id, q.ward, b.id, q.asked_at, b.heard_at
  FROM questions AS q JOIN bulletins AS b ON b.id = 1 + q.id / 250 * 10 + q.id % 10
 WHERE q.answered_at IS NOT NULL AND q.sensitive = '' ORDER BY q.id

-- name: pairs
INSERT INTO pairs (address, external_id, subject, role, live, made_at)
SELECT address, 'm' || id, 'question:' || id, 'note', 1, asked_at FROM questions ORDER BY id

-- name: pairs_of_old_hand
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :messages)
INSERT INTO pairs (address, external_id, subject, role, live, made_at)
SELECT 'web:old-hand', CAST(i AS TEXT), 'question:' || i, 'note', 1, CAST(:now AS BIGINT) FROM n

-- name: inbox
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :recent)
INSERT INTO inbox (channel, external_id, address, state, received_at, done_at)
SELECT 'telegram', 'old ' || i, 'telegram:' || (1 + i % CAST(:people AS BIGINT)), 'done',
       CAST(:now AS BIGINT) - i % 29 * 86400000, CAST(:now AS BIGINT) - i % 29 * 86400000
  FROM n

-- name: outbox
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :recent)
INSERT INTO outbox (channel, address, kind, priority, state, attempts, due_at, external_id, created_at,
                    done_at)
SELECT 'telegram', 'telegram:' || (1 + i % CAST(:people AS BIGINT)), 'send', 0,
       CASE WHEN i % 100 = 0 THEN 'failed' ELSE 'sent' END, 1, CAST(:now AS BIGINT), 'm' || i,
       CAST(:now AS BIGINT) - i % 29 * 86400000, CAST(:now AS BIGINT) - i % 29 * 86400000
  FROM n

-- name: outbox_queued
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :queued)
INSERT INTO outbox (channel, address, kind, priority, payload, state, due_at, created_at)
SELECT 'telegram', 'telegram:' || i, 'send', 1, '{"text":"Dạ","choices":[],"reply_to":""}', 'queued',
       CAST(:now AS BIGINT), CAST(:now AS BIGINT)
  FROM n

-- name: mailbox_of_old_hand
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :messages)
INSERT INTO web_mailbox (chat, seq, kind, nonce, body, at)
SELECT 'old-hand', i, CASE i % 2 WHEN 0 THEN 'mine' ELSE 'bot' END, 'n' || i, '{"text":"Dạ"}',
       CAST(:now AS BIGINT) - (:messages - i) * 60000
  FROM n

-- name: mailboxes
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :recent)
INSERT INTO web_mailbox (chat, seq, kind, body, at)
SELECT 'chat' || (i % CAST(:people AS BIGINT)), 1 + i / CAST(:people AS BIGINT), 'bot', '{"text":"Dạ"}',
       CAST(:now AS BIGINT) - i % 29 * 86400000
  FROM n

-- name: chats
INSERT INTO web_chats (chat, seq) SELECT chat, MAX(seq) FROM web_mailbox GROUP BY chat

-- name: holding
WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 100)
INSERT INTO holding (kind, address, why, at)
SELECT 'broken', 'telegram:' || i, 'KeyError', CAST(:now AS BIGINT) FROM n

-- name: audit
INSERT INTO audit (at, actor, action, subject)
SELECT CAST(:now AS BIGINT), id, 'consented', 'person:' || id FROM people ORDER BY id

-- name: counter
INSERT INTO counters (name, value) VALUES ('question:TV', 1000000 + CAST(:many AS BIGINT))

-- name: households
INSERT INTO households (name, ward, hamlet, source, made_at, changed_at)
SELECT name, ward, '', 'roster', made_at, made_at FROM people WHERE id % 3 = 0 ORDER BY id

-- name: household_facts
INSERT INTO household_facts (household, phone, category, ethnicity, sex, birth_year, changed_at)
SELECT id, '', 'Hộ nghèo', 'Kinh', 'Nữ', 1960, made_at FROM households ORDER BY id

-- name: household_people
INSERT INTO household_people (household, person, relation, consent, since)
SELECT id, id * 3, 'self', 'chat', made_at FROM households ORDER BY id

-- name: seats
INSERT INTO seats (session, household, seat_group, ward, state, position, rank, held_until, ask_at, changed_at)
SELECT 1 + id / 300, id, CASE WHEN id % 4 = 0 THEN 'khac' ELSE 'ngheo' END, ward,
       CASE WHEN id < 300 THEN CASE id % 9 WHEN 0 THEN 'offered' WHEN 3 THEN 'waiting' ELSE 'accepted' END
            WHEN id % 27 = 0 THEN 'absent' ELSE 'came' END, id % 300, id % 300,
       CASE WHEN id < 300 AND id % 9 = 0 THEN CAST(:now AS BIGINT) + 86400000 END,
       CASE WHEN id < 300 AND id % 9 = 0 THEN CAST(:now AS BIGINT) + 43200000 END, made_at
  FROM households ORDER BY id

-- name: seat_moves
INSERT INTO seat_moves (seat, at, move, before, after, why)
SELECT id, changed_at, 'offer', 'planned', 'offered', 'chat' FROM seats

-- name: seat_reminders
INSERT INTO seat_reminders (seat, kind, at) SELECT id, 'morning', changed_at FROM seats WHERE state = 'came'

-- name: seat_plans
INSERT INTO seat_plans (session, state, version, made_at) SELECT DISTINCT session, 'signed', 1, CAST(:now AS BIGINT) FROM seats

-- name: session_news
INSERT INTO session_news (session, told, followed, version)
SELECT DISTINCT session, '[0,0,"",0,""]', '[0,0,"",0,""]', 1 FROM seats

-- name: panel_papers
INSERT INTO panel_papers (session, queue, round, day, put_at)
SELECT DISTINCT s.session, q.queue, 'invited', 1, 1 FROM seats AS s, (SELECT DISTINCT queue FROM questions WHERE id < 99) AS q

-- name: drafts
INSERT INTO drafts (person, address, payload, made_at)
SELECT person, address, '{"text":"Dạ","message_id":"1","attachments":[]}', CAST(:now AS BIGINT)
  FROM addresses WHERE person % 9 = 0 ORDER BY person

-- name: held
INSERT INTO held_words (address, payload, at)
SELECT address, '{}', CAST(:now AS BIGINT) FROM addresses WHERE person % 9 = 1 ORDER BY person

-- name: deferred
INSERT INTO deferred (due_at, address, priority, payload, subject, role)
SELECT CAST(:now AS BIGINT) + 86400000000, address, 1, '{}', 'question:' || person, 'note'
  FROM addresses WHERE person % 9 = 2 ORDER BY person

-- name: broadcasts
INSERT INTO broadcasts (kind, audience, payload, cursor, state, told, due_at, made_at)
SELECT 'ward', '{}', '', '', 'done', 0, heard_at, heard_at FROM bulletins ORDER BY id

-- name: pauses
INSERT INTO pauses (address, until, why)
SELECT address, seen_at - 86400000, '429' FROM addresses WHERE person % 9 = 3

-- name: followers
INSERT INTO followers (question, person, since)
SELECT id, 1 + id % CAST(:people AS BIGINT), asked_at FROM questions WHERE id % 10 = 7 ORDER BY id

-- name: jobs
INSERT INTO jobs (kind, payload, state, due_at, made_at)
SELECT 'sheet', '', 'failed', made_at, made_at FROM people ORDER BY id

-- name: files
INSERT INTO files (token, name, content, person, address, made_at, expires_at)
SELECT 'token' || id, 'don.pdf', CAST('bytes' AS BYTEA), id, 'web:' || id, made_at, CAST(:now AS BIGINT) + id
  FROM people WHERE id % 9 = 4 ORDER BY id

-- name: board
-- What sessions that are long over left.
INSERT INTO board_items (question, session, state, settled_at)
SELECT id, 9 + id % 97, 'left', asked_at FROM questions WHERE id % 3 = 0 ORDER BY id

-- name: also_asks
-- What browsers pressed in halls.
INSERT INTO also_asks (question, who, at) SELECT id, 'device:' || id, asked_at FROM questions WHERE id % 9 = 0 ORDER BY id

-- name: headcounts
INSERT INTO headcounts (session, day, what, many) SELECT 1 + id % 97, 86400000 * id, '*came', 1 FROM households ORDER BY id

-- name: door_keys
INSERT INTO door_keys (link_hash, key_hash, session, person, made_at, expires_at)
SELECT 'l' || id, 'k' || id, 1 + id % 7, id, made_at, made_at + 86400000 FROM people WHERE id % 3 = 0 ORDER BY id

-- name: file_links
INSERT INTO file_links (link_hash, key_hash, token, address, person, made_at, expires_at)
SELECT 'l' || id, 'k' || id, 'token' || id, 'web:' || id, id, made_at, made_at + 86400000
  FROM people WHERE id % 7 = 0 ORDER BY id

-- name: check_ins
INSERT INTO check_ins (session, mark, door_key, what, seat, device_at, at, state)
SELECT session, 'm' || id, 1 + id % 7, 'came', id, changed_at, changed_at, CASE WHEN id % 9 = 0 THEN 'open' ELSE 'done' END
  FROM seats ORDER BY id

-- name: commitments
INSERT INTO commitments (question, answer, queue, ward, words, due_at, public, stand, made_at, settled_at)
SELECT a.question, a.id, q.queue, q.ward, 'sẽ sửa', a.made_at + 2592000000, 1, 'kept', a.made_at, a.made_at + 864000000
  FROM answers AS a JOIN questions AS q ON q.id = a.question WHERE a.id % 5 = 0 ORDER BY a.id

-- name: commitment_wards
INSERT INTO commitment_wards (ward, commitment)
SELECT 'p' || (1 + id % 9), id FROM commitments WHERE id % 9 = 0 ORDER BY id

-- name: follow_ups
INSERT INTO follow_ups (question, session, topic, due_at, asked_at, said)
SELECT id, session, topic, asked_at + 2592000000, asked_at + 2592000000, id % 2 FROM questions WHERE id % 4 = 0 ORDER BY id

-- name: follow_up_counts
-- The same summed up, as it is kept.
INSERT INTO follow_up_counts (topic, asked, settled, unsettled)
SELECT topic, COUNT(*), SUM(said), SUM(1 - said) FROM follow_ups GROUP BY topic

-- name: reach
-- Nine answers of ten were read out to the asker's household; the others wait.
INSERT INTO reach (household, reader, subject, state, told_at, due_at, what, settled_at, settled_by)
SELECT 1 + id % CAST(:people AS BIGINT), 1 + id % 97, 'question:' || id,
       CASE WHEN id % 10 = 0 THEN 'told' ELSE 'read' END, asked_at,
       CASE WHEN id % 10 = 0 THEN CAST(:now AS BIGINT) + id END, 'answered',
       CASE WHEN id % 10 = 0 THEN NULL ELSE asked_at END, 1 + id % 97
  FROM questions WHERE answered_at IS NOT NULL ORDER BY id
-- name: dispatch_rounds
INSERT INTO dispatch_rounds (name, session, reached, made_at, done_at)
SELECT 'week ' || id, 0, queue, asked_at, asked_at FROM questions WHERE id % 100 = 1 ORDER BY id

-- name: dispatches
INSERT INTO dispatches (round, year, number, queue, session, made_at)
SELECT id, 1990 + id % 40, id, reached, session, made_at FROM dispatch_rounds ORDER BY id

-- name: dispatch_rows
INSERT INTO dispatch_rows (dispatch, place)
SELECT 1 + id / 100, id FROM questions WHERE id % 2 = 1 AND 1 + id / 100 <= CAST(:many AS BIGINT) / 100 ORDER BY id

-- name: dispatch_questions
INSERT INTO dispatch_questions (line, question) SELECT id, place FROM dispatch_rows ORDER BY id

-- name: dispatch_returns
INSERT INTO dispatch_returns (person, at) SELECT made_by, made_at FROM dispatches ORDER BY id

-- name: dispatch_answers
INSERT INTO dispatch_answers (answer, returned, line)
SELECT a.id, r.dispatch, r.id FROM dispatch_rows AS r JOIN answers AS a ON a.question = r.place ORDER BY a.id

-- name: dispatch_doubts
INSERT INTO dispatch_doubts (digest, place, why, candidates, person, state, at, settled_at)
SELECT 'd' || id, '7', 'damaged', '[' || id || ']', dispatch, CASE WHEN id % 99 = 0 THEN 'open' ELSE 'placed' END, 1, 1
  FROM dispatch_rows ORDER BY id

-- name: clusters
-- Every tenth question that was answered was asked by three.
INSERT INTO clusters (queue, head, stands, answer, made_at, ended_at)
SELECT q.queue, q.id, q.status, q.id, q.asked_at, q.answered_at
  FROM questions AS q WHERE q.id % 10 = 0 AND q.sensitive = '' AND q.answered_at IS NOT NULL ORDER BY q.id

-- name: cluster_members
INSERT INTO cluster_members (cluster, question, joined_at)
SELECT c.id, q.id, c.made_at FROM clusters AS c JOIN questions AS q ON q.id IN (c.head, c.head + 1, c.head + 2)
 ORDER BY q.id

-- name: cluster_acts
INSERT INTO cluster_acts (cluster, kind, at) SELECT c.id, 'join', c.made_at FROM clusters AS c ORDER BY c.id

-- name: likenesses
INSERT INTO likenesses (question, other, percent) SELECT c.head, c.head + 1, 60 FROM clusters AS c ORDER BY c.head

-- name: to_compare
INSERT INTO to_compare (question)
SELECT q.id FROM questions AS q WHERE q.status = 'waiting' AND q.id % 20 = 0 ORDER BY q.id

-- name: labels
INSERT INTO labels (question, person, topic, text, made_at)
SELECT id, asker, topic, text, asked_at FROM questions WHERE id % 7 = 0 ORDER BY id LIMIT 500
