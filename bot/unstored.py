"""What could not be kept, remembered where nothing can be written: since when."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class Unstored:
    """Since when what arrives cannot be kept, in this process; None while it can."""

    since: datetime | None = None

    def refused(self, now: datetime) -> None:
        """Something that arrived was not kept, and its sender was told so."""
        self.since = self.since or now
