"""Letters to a panel to look at: one office has said who comes and was asked, the other neither."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.documents.dialogue import Dialogue
from bot.documents.office import Office
from bot.documents.pack import Asked
from bot.documents.panel import Panelist, PanelLetters


def invited(office: Office, dialogue: Dialogue, asked: Sequence[Asked]) -> PanelLetters:
    held: datetime = dialogue.starts_at
    economy = Panelist(
        name="Võ Thị Mười",
        post="Phó Trưởng phòng",
        agency="Phòng Kinh tế thành phố",
        questions=tuple(asked),
        answer_days=7,
        answer_by=held.replace(hour=17, minute=0) + timedelta(days=11),
    )
    bank = Panelist(
        agency="Phòng giao dịch Ngân hàng Chính sách xã hội thành phố Trà Vinh",
        answer_days=5,
        answer_by=held.replace(hour=17, minute=0) + timedelta(days=7),
    )
    return PanelLetters(
        office=office,
        dialogue=dialogue,
        name_by=held.replace(hour=7, minute=0) - timedelta(days=1),
        panel=(economy, bank),
    )
