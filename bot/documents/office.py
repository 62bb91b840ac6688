"""The office that issues a paper, as its head and its end name it."""

from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A body with a seal. A line break in a name is where the head of the paper breaks it."""

    parent: str = ""  #: the body above it; a People's Committee names none
    name: str  #: Phòng Lao động - Thương binh và Xã hội
    place: str  #: before the date: TP. Trà Vinh
    symbol: str  #: behind the kind of paper in its number: PLĐTBXH
    signs_as: str  #: TRƯỞNG PHÒNG; or two lines: TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH
    phone: str  #: for questions
    signer: str = ""  #: a name without titles; empty leaves room for it
    copies: tuple[str, ...] = ()  #: who else receives each paper
    archive: str = "VT"  #: where it is filed: VT, VX

    @property
    def called(self) -> str:
        """The name within a sentence."""
        return " ".join(self.name.split())
