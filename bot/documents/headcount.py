"""How many were there, in the figures that the plan asks for."""

from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount:
    """Households that were represented."""

    households: int
    groups: tuple[tuple[str, int], ...]  #: name of each category, and how many
    women: int
    minorities: int
