"""Windows-1258 is read; the fonts of the 1990s are recognised and refused."""

import pytest

from bot.documents.incoming.encodings import decode
from bot.domain.errors import Refused

#: The same words as their fonts store them.
TCVN3 = (
    "Hä vµ tªn,N¨m sinh,D©n téc,Ph­êng,Khãm,§èi t­îng\n"
    "NguyÔn ThÞ Lan,1962,Kinh,Ph­êng 1,Khãm 3,Hé nghÌo\n"
    "TrÇn V¨n §«ng,1970,Kinh,Ph­êng 1,Khãm 2,Hé cËn nghÌo"
)
VNI = (
    "Hoï vaø teân,Naêm sinh,Daân toäc,Phöôøng,Khoùm,Ñoái töôïng\n"
    "Nguyeãn Thò Lan,1962,Kinh,Phöôøng 1,Khoùm 3,Hoä ngheøo\n"
    "Traàn Vaên Ñoâng,1970,Kinh,Phöôøng 1,Khoùm 2,Hoä caän ngheøo"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(("text", "font"), [(TCVN3, "TCVN3 (.VnTime)"), (VNI, "VNI")])
def test_a_font_of_old_is_named(text: str, font: str, encoding: str) -> None:
    with pytest.raises(Refused) as refused:
        decode(text.encode(encoding))

    assert (refused.value.key, refused.value.args_for_text) == ("file-in-old-font", {"font": font})


def test_what_was_read_in_the_wrong_encoding_and_saved_again_is_refused() -> None:
    text = "Họ và tên,Năm sinh,Phường,Khóm,Đối tượng\nNguyễn Thị Lan,1962,Phường 1,Khóm 3,Hộ nghèo"
    garbled = text.encode().decode("cp1252", "replace").replace("\ufffd", "")
    with pytest.raises(Refused) as refused:
        decode(garbled.encode())

    assert refused.value.key == "file-garbled"


def test_letters_that_were_lost_for_good_are_not_read_as_names() -> None:
    """What Excel writes as plain CSV where Vietnamese is no language of the machine."""
    text = "H? và tên,Nam sinh,Phu?ng,Khóm\nNguy?n Th? Lan,1962,Phu?ng 1,Khóm 3"
    with pytest.raises(Refused) as refused:
        decode(text.encode("cp1252"))

    assert refused.value.key == "file-garbled"


@pytest.mark.parametrize(
    "text",
    [
        "Thạch Thị Sà Phol, Kim Oanh, Nguyễn Hữu Phẩm, Ông Bích Huệ, hoà, thuỷ, loét, toán, xoè",
        "Café «Rêve» số 5, München; São Paulo",
        "A B C",
    ],
)
def test_text_in_unicode_is_left_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text


def test_the_code_page_of_old_windows_comes_out_composed() -> None:
    stored = "Nguyê\u0303n Thi\u0323 Lan, Phươ\u0300ng 1".encode("cp1258")

    assert decode(stored) == "Nguyễn Thị Lan, Phường 1"


def test_noise_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        decode(bytes(range(128, 256)) * 4)

    assert refused.value.key in ("file-garbled", "file-in-old-font")
