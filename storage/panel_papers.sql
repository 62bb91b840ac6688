-- name: panel_paper_put
-- Each paper is put on its way once, by whichever process is first.
INSERT INTO panel_papers (session, queue, round, day, put_at) VALUES (:session, :queue, :round, :day, :now)
ON CONFLICT (session, queue, round, day) DO NOTHING
