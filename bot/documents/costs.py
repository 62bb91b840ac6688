"""What a dialogue costs (plan 06/KH-PLĐTBXH, §9: drinks a head, the hall, the rest at cost)."""

from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """In whole đồng."""

    heads: int  #: people who signed
    drink: int  #: for each of them: 20,000 in the plan
    hall: int  #: 600,000 in the plan
    stationery: int = 0  #: as it cost

    @property
    def drinks(self) -> int:
        return self.heads * self.drink

    @property
    def total(self) -> int:
        return self.drinks + self.hall + self.stationery
