"""A dialogue, as papers name it."""

from datetime import datetime

from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """When, where and under whom a session is or was held; moments are local."""

    name: str  #: within a sentence: buổi đối thoại chính sách giảm nghèo lần 1 năm 2026
    starts_at: datetime
    ends_at: datetime | None = None  #: when it did end; papers written before leave room
    place: str
    chair: str  #: a name, without titles
    chair_post: str = ""
    secretary: str = ""

    @property
    def chaired_by(self) -> str:
        """The chair within a sentence: name, post."""
        return ", ".join(part for part in (self.chair, self.chair_post) if part)
