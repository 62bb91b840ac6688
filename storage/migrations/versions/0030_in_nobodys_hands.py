"""What is sealed and in nobody's hands is called out, also where it was given back before this."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"

_HELD = sa.text("sensitive IN ('accusation', 'crisis') AND status = 'taken'")

#: They are due since they were asked, so the first tick calls them out.
_WAITING = """
INSERT INTO calls (question, came_at, next_at)
SELECT q.id, q.asked_at, q.asked_at FROM questions AS q
 WHERE q.sensitive IN ('accusation', 'crisis') AND q.status = 'waiting' AND q.text <> ''
   AND NOT EXISTS (SELECT 1 FROM calls AS c WHERE c.question = q.id)
"""


def upgrade() -> None:
    op.create_index(
        "questions_held_sealed",
        "questions",
        ["taken_by", "id"],
        sqlite_where=_HELD,
        postgresql_where=_HELD,
    )
    op.execute(_WAITING)


def downgrade() -> None:
    op.drop_index("questions_held_sealed", "questions")
