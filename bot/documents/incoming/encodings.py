"""Text files as Vietnamese offices save them: which encoding, and which fonts of the 1990s.

TCVN3 (.VnTime) and VNI (VNI-Times) are no encodings but fonts: their letters stand where other
letters belong, in any file, an Excel sheet of today included. Such text is recognised and refused;
turning it round by guesswork would misspell names on a voucher.
"""

import codecs
import re
import unicodedata

from bot.domain.errors import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Signs that TCVN3 puts within words, and pairs that VNI writes for one letter; neither is
#: Vietnamese in Unicode.
_TCVN3 = re.compile(r"[^\W\d_][µ¶·¸¹¨»¾¼½©®ª«¬\xad]|[§®©¨ª«¬\xad][^\W\d_]|[µ¸¶·¹][^\W\d_]")
_VNI = re.compile(
    r"[øûïöñäåüëæîØÛÏÖÑÄÅÜËÆÎ]|[aA][âêùõáàãéèúÂÊÙÕÁÀÃÉÈÚ]|[eE][âùõáàãÂÙÕÁÀÃ]|[oO][âùõÂÙÕ]"
)
#: UTF-8 that was read as Windows-1252 and saved again.
_TWICE = re.compile(r"á[»º]|Ä[‘\x91\u2019]|Æ[°¡]|Ã[\x80-¿]")

#: Letters that a program could not write and replaced: ``Nguy?n Th? Lan``.
_LOST = re.compile(r"[^\W\d_]\?(?:[^\W\d_]|$)")

_WORD = re.compile(r"[^\s\d.,;:/()\"'|]+")
_ENOUGH = 4  #: words that speak for a font; fewer are chance
_SHARE = 0.2  #: of the words that could show it


def decode(content: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 or Windows-1258. Raises Refused for the old fonts."""
    text = _decoded(content)
    refuse_old_fonts(text)
    return text.removeprefix("\ufeff")  # some programs put a second mark before the first


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    half = len(content) // 2
    if half and max(content[1::2].count(0), content[::2].count(0)) > half // 3:
        little = content[1::2].count(0) > content[::2].count(0)
        return content.decode("utf-16-le" if little else "utf-16-be", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # Windows-1258 writes tones apart from their letters.
        return unicodedata.normalize("NFC", content.decode("cp1258", "replace"))


def refuse_old_fonts(text: str) -> None:
    """Raises Refused where ``text`` is written in a font of old, or was garbled on its way."""
    beyond = [word for word in _WORD.findall(text) if not word.isascii()]
    if _many(_TWICE, beyond) or "\ufffd" in text or _many(_LOST, _WORD.findall(text)):
        raise Refused("file-garbled")
    if _many(_TCVN3, beyond):
        raise Refused("file-in-old-font", font="TCVN3 (.VnTime)")
    if _many(_VNI, beyond):
        raise Refused("file-in-old-font", font="VNI")


def _many(sign: re.Pattern[str], words: list[str]) -> bool:
    found = sum(sign.search(word) is not None for word in words)
    return found >= _ENOUGH and found >= _SHARE * len(words)
