"""In which sheets a question stands is asked when its words are erased or sealed."""

from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.create_index("dispatch_questions_question", "dispatch_questions", ["question", "line"])


def downgrade() -> None:
    op.drop_index("dispatch_questions_question", "dispatch_questions")
