"""Whether somebody only says that they have read it: *ok em*, *dạ biết rồi*, *ừ*, a thumb up.

Every word of the message has to be one of these, so that nothing that is asked or complained about
is ever taken for it. Words stand as they are typed: *ủa* is surprise, *ừa* is not.
"""

import re
import unicodedata

#: Words that say so, with marks, without, and as they are shortened.
_SAYS = """
    ok oke okie oki okay okey okla okela uh uhm um uk ukm ừ ừu ừa ừm ờ ờo u dạ dạa da vâng vang yes
    biết biet bt bít hiểu hieu hỉu rõ ro nhận nhan nghe được duoc đc dc rồi roi r
    tốt tot mừng mung 👍 👌 🙏 ❤ 🥰 😊 🙂 😀 😁 👏 ✅ 💐 🌹 😍 🤝 ☺
"""

#: Words that may stand beside them.
_BESIDE = """
    em e anh a chị chi ch c cô co chú chu bác bac con cháu chau bạn ban ad cưng cung tôi toi tui
    mình minh ạ nha nhé nhe nghen hen ơi oi đó do đã vậy thế thì thi là la quá qua lắm lam luôn
    luon hết het thôi
"""

_THAT_SAY = frozenset(_SAYS.split())
_ALL = _THAT_SAY | frozenset(_BESIDE.split())

_WORD = re.compile(r"\w+|[^\w\s]")
_SILENT = re.compile(r"[.,;!~…\-()\ufe0f\u200d\U0001f3fb-\U0001f3ff]+")  # also the hues of a thumb
_DRAWN_OUT = re.compile(r"(\D)\1+$")

#: The longest that says nothing else, in words and in characters.
_MOST, _LONGEST = 8, 200


def acknowledges(text: str) -> bool:
    """Whether a message says that it was read or understood, and nothing else."""
    if len(text) > _LONGEST:
        return False
    plain = _SILENT.sub(" ", unicodedata.normalize("NFC", text).lower())
    said = [_DRAWN_OUT.sub(r"\1", one) for one in _WORD.findall(plain)]
    says = any(one in _THAT_SAY for one in said)
    return says and len(said) <= _MOST and all(one in _ALL for one in said)
