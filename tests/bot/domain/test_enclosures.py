"""Which files may go with an answer: by their name, and by how they begin."""

import pytest

from bot.domain.enclosures import is_taken


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("đơn vay.pdf", b"%PDF-1.7"),
        ("Mẫu.DOCX", b"PK\x03\x04"),
        ("bảng.xlsx", b"PK\x03\x04"),
        ("sơ đồ.jpg", b"\xff\xd8\xff\xe0"),
        ("sơ đồ.jpeg", b"\xff\xd8\xff\xe1"),
        ("sơ đồ.png", b"\x89PNG"),
    ],
)
def test_forms_maps_and_decisions_are_taken(name: str, content: bytes) -> None:
    assert is_taken(name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("đơn.exe", b"MZ"),
        ("đơn.pdf", b"MZ"),
        ("trang.html", b"<html>"),
        ("trang.jpg", b"<html>"),
        ("đơn", b"%PDF-1.7"),
        (".pdf", b"%PDF-1.7"),
    ],
)
def test_other_files_and_those_that_only_claim_to_be_one_are_not(name: str, content: bytes) -> None:
    assert not is_taken(name, content)
