-- name: feedback_add
INSERT INTO feedback (question, person, helpful, at) VALUES (:question, :person, :helpful, :at)
