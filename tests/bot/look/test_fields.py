"""Forms of every page are read by one reader: whole, in their own letters, or not at all."""

import pytest
from starlette.requests import Request

from bot.look import fields


def _sent(*pieces: bytes, whole: bool = True) -> Request:
    """A request that brings these pieces; one that is not ``whole`` ends in the middle."""
    waiting = list(pieces)

    async def receive() -> dict[str, object]:
        if waiting:
            piece = waiting.pop(0)
            return {"type": "http.request", "body": piece, "more_body": bool(waiting) or not whole}
        return {"type": "http.disconnect"}

    return Request({"type": "http", "method": "POST", "headers": []}, receive)


async def test_a_form_in_pieces_is_read_with_what_is_empty_in_it() -> None:
    found = await fields.form(_sent(b"ten=S%C6%A1n+Th", b"%E1%BB%8B&ghi=&a=\xff"), most=100)
    assert found == {"ten": "Sơn Thị", "ghi": "", "a": "\ufffd"}


async def test_a_form_as_large_as_it_may_be_is_read_and_one_byte_more_is_too_much() -> None:
    assert await fields.form(_sent(b"a=", b"12345678"), most=10) == {"a": "12345678"}
    with pytest.raises(fields.TooMuch):
        await fields.form(_sent(b"a=", b"123456789"), most=10)


@pytest.mark.parametrize(
    "sent",
    [_sent(b"a=1", whole=False), _sent("&".join("a=1" for _ in range(21)).encode())],
    ids=["breaks off", "more fields than any page has"],
)
async def test_what_is_no_form_of_ours_is_unreadable_and_not_too_much(sent: Request) -> None:
    with pytest.raises(fields.Unreadable) as refused:
        await fields.form(sent, most=1000)
    assert type(refused.value) is fields.Unreadable


async def test_json_that_is_too_long_or_no_object_is_unreadable() -> None:
    assert await fields.json(_sent(b'{"a": [1]}'), most=10) == {"a": [1]}
    for body in (b'{"a": [12]}', b"[1]", b"{"):
        with pytest.raises(fields.Unreadable):
            await fields.json(_sent(body), most=10)
