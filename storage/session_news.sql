-- name: session_news_begin
-- What people know when a session is seen for the first time.
INSERT INTO session_news (session, told, followed, version) VALUES (:session, :told, :told, :version)
ON CONFLICT (session) DO NOTHING

-- name: session_news_all
SELECT session, told, followed, asked, version, changed_at FROM session_news ORDER BY session LIMIT :most

-- name: session_news_get
SELECT session, told, followed, asked, version, changed_at FROM session_news WHERE session = :session

-- name: session_news_follow
-- A process whose programme is older than the one that was acted on changes nothing.
UPDATE session_news SET followed = :after, version = :version, changed_at = :now
 WHERE session = :session AND followed = :before AND version <= :version

-- name: session_news_ask
UPDATE session_news SET asked = :after, version = :version
 WHERE session = :session AND asked = :before AND version <= :version

-- name: session_news_anew
-- The number names another session: of that nobody has been told anything yet.
UPDATE session_news SET told = :known, followed = :known, asked = '', by_hand = 0, version = :version, changed_at = NULL,
       told_at = NULL, told_by = NULL
 WHERE session = :session

-- name: session_news_pass_over
-- Nobody has to hear of it.
UPDATE session_news SET told = :after, asked = '', version = :version
 WHERE session = :session AND told = :before AND version <= :version

-- name: session_news_tell
-- Of two organisers who say yes at once, one does; not to what has changed since they were asked.
UPDATE session_news SET told = asked, asked = '', by_hand = 1, told_at = :now, told_by = :by
 WHERE session = :session AND version = :version AND asked = :asked AND asked <> ''

-- name: session_news_by_hand
-- Whose households without a chat have to be told: taken once.
UPDATE session_news SET by_hand = 0
 WHERE session = (SELECT session FROM session_news WHERE by_hand = 1 AND version <= :version ORDER BY session LIMIT 1) AND by_hand = 1
RETURNING session

-- name: session_people
-- Who speaks for a household on the list of a session, and where it stands.
SELECT DISTINCT b.person, s.state FROM seats AS s
  JOIN household_people AS b ON b.household = s.household AND b.until IS NULL
 WHERE s.session = :session AND s.state IN ('listed', 'planned', 'waiting', 'offered', 'accepted', 'came')

-- name: session_homes_without_chat
-- Who is invited or comes, and has nobody whom a message reaches.
SELECT s.id AS seat, h.id, h.name, h.ward, h.hamlet FROM seats AS s
  JOIN households AS h ON h.id = s.household
 WHERE s.session = :session AND s.state IN ('offered', 'accepted')
   AND NOT EXISTS (
     SELECT 1 FROM household_people AS b
       JOIN people AS p ON p.id = b.person AND p.muted_at IS NULL AND p.erased_at IS NULL
                       AND p.consented_at IS NOT NULL
       JOIN addresses AS a ON a.person = p.id AND a.closed_at IS NULL AND a.is_group = 0
      WHERE b.household = s.household AND b.until IS NULL)
