"""A file sent from the page, with and without JavaScript; what is not taken leaves the words."""

import html
from datetime import timedelta

import pytest
from starlette.applications import Starlette

from bot.channels.base import Fetches
from bot.channels.web.channel import Web
from bot.domain.errors import Rejected
from bot.domain.messages import Media
from storage import files
from tests.doubles.web import SITE, TEXTS, Visitor, World, browser, one

LIST = "họ tên;phường\nThạch Thị Lan;7\n".encode()
NAME = "Danh sách hộ.csv"


async def test_a_file_reaches_the_inbox_as_a_reference_and_is_fetched_by_it(
    world: World, web: Web, lan: Visitor
) -> None:
    every_byte = bytes(range(256)) * 400 + b"\r\n--boundary\r\n"
    answer = await lan.encloses("đơn.pdf", every_byte, text="Đơn của tôi đây")

    [message] = world.inbox.messages
    [file] = message.attachments
    assert (answer.status_code, message.text) == (204, "Đơn của tôi đây")
    assert (file.media, file.name, file.size) == (Media.FILE, "đơn.pdf", len(every_byte))
    assert isinstance(web, Fetches)
    assert await web.fetch(file.ref) == every_byte


async def test_a_file_needs_no_words(world: World, lan: Visitor) -> None:
    await lan.encloses(NAME, LIST)

    assert [(one.text, len(one.attachments)) for one in world.inbox.messages] == [("", 1)]


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("hố ga.JPG", Media.PHOTO),
        ("hố ga.jpeg", Media.PHOTO),
        ("màn hình.png", Media.PHOTO),
        ("lời nói.ogg", Media.VOICE),
        ("lời nói.m4a", Media.VOICE),
        ("danh sách.xlsx", Media.FILE),
        ("đơn.docx", Media.FILE),
        ("ghi chú.txt", Media.FILE),
    ],
)
async def test_what_it_is_goes_by_its_name(
    world: World, lan: Visitor, name: str, media: Media
) -> None:
    await lan.encloses(name, b"bytes")

    assert [file.media for one in world.inbox.messages for file in one.attachments] == [media]


async def test_its_sender_sees_it_in_the_chat_and_can_open_it(lan: Visitor) -> None:
    await lan.encloses(NAME, LIST, live=False, text="Đây nè")
    await lan.visit()

    assert one(r'<span class="name">([^<]*)</span>', lan.page) == NAME
    link = one(r'<p class="file"><a href="([^"]+)"', lan.page)
    assert (await lan.client.get(link)).content == LIST


async def test_the_form_below_the_chat_needs_no_script(lan: Visitor) -> None:
    form = one(r'(<form class="composer"[^>]*>)', lan.page)
    box = one(r'(<input type="file"[^>]*>)', lan.page)

    assert 'enctype="multipart/form-data"' in form
    assert box == (
        '<input type="file" name="file" accept=".csv,.xlsx,.docx,.pdf,.jpg,.jpeg,.png,.txt,.ogg,'
        '.opus,.mp3,.m4a,.webm" data-most="5242880">'
    )


async def test_a_form_sent_twice_is_kept_once(world: World, lan: Visitor) -> None:
    await lan.encloses(NAME, LIST)
    await lan.encloses(NAME, LIST)
    await lan.encloses(NAME, LIST + b"Ba;8\n")

    assert [file.size for one in world.inbox.messages for file in one.attachments] == [
        len(LIST),
        len(LIST) + 5,
    ]


MOST = 5 * 1024 * 1024


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("lớn.pdf", bytes(MOST + 1), "web-file-too-large"),
        ("rất lớn.pdf", bytes(3 * MOST), "web-file-too-large"),
        ("trống.pdf", b"", "web-file-empty"),
        ("chạy.exe", b"MZ", "web-file-kind"),
        ("trang.html", b"<script>", "web-file-kind"),
        ("pdf", b"%PDF", "web-file-kind"),
        (".csv", b"a;b", "web-file-kind"),
    ],
)
async def test_what_is_not_taken_is_told_in_one_sentence_and_the_words_stay(
    world: World, lan: Visitor, name: str, content: bytes, key: str
) -> None:
    answer = await lan.encloses(name, content, live=False, text="Chữ em đã viết")

    assert (answer.status_code, world.inbox.messages) == (413, [])
    assert html.escape(TEXTS.say("vi", key)) in answer.text
    assert "\nChữ em đã viết</textarea>" in answer.text
    live = await lan.encloses(name, content, text="Chữ em đã viết")
    assert (live.status_code, live.json()) == (413, {"words": TEXTS.say("vi", key)})


async def test_a_file_just_as_large_as_may_be_is_taken(world: World, lan: Visitor) -> None:
    await lan.encloses("vừa.pdf", bytes(MOST))

    assert [file.size for one in world.inbox.messages for file in one.attachments] == [MOST]


async def test_no_file_chosen_is_no_file(world: World, lan: Visitor) -> None:
    """As a browser sends the field where nothing was chosen."""
    await lan.encloses("", b"", text="Chỉ có chữ")

    assert [(one.text, one.attachments) for one in world.inbox.messages] == [("Chỉ có chữ", ())]


async def test_a_stranger_sends_no_file(app: Starlette, world: World, lan: Visitor) -> None:
    async with browser(app) as stranger:
        stranger.page = lan.page  # a page of somebody else's, and no key
        answer = await stranger.encloses(NAME, LIST, text="Chữ")

    assert (answer.status_code, world.inbox.messages) == (403, [])
    async with world.database.reading() as tx:
        assert await files.nth_from(tx, "web:anybody", 1) is None


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--x\r\n"),
        ("multipart/form-data; boundary=x", b"no form at all"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="csrf"\r\n',
        ),
        ("multipart/form-data; boundary=x", b"--x\r\nA: b\r\n\r\n\r\n" * 30 + b"--x--"),
        ("multipart/form-data; boundary=" + "x" * 300, b""),
    ],
)
async def test_what_is_no_form_is_refused(
    world: World, lan: Visitor, kind: str, body: bytes
) -> None:
    answer = await lan.client.post("/gui", content=body, headers={"Content-Type": kind})

    assert (answer.status_code in (400, 403), world.inbox.messages) == (True, [])


async def test_a_chat_sends_twenty_files_a_day(world: World, lan: Visitor) -> None:
    for number in range(20):
        answer = await lan.encloses(NAME, LIST, f"nonce-of-{number}")
        assert answer.status_code == 204
    world.now += timedelta(minutes=2)
    one_more = await lan.encloses(NAME, LIST, "nonce-of-20", text="Còn nữa")
    assert (one_more.status_code, one_more.json()) == (
        409,
        {"words": TEXTS.say("vi", "web-many-files")},
    )
    assert await lan.send("nonce-of-words", text="Chữ thì được") == 204

    world.now += timedelta(days=1)
    assert (await lan.encloses(NAME, LIST, "nonce-of-21")).status_code == 204


async def test_a_file_that_nobody_needs_is_gone_after_a_day(
    world: World, web: Web, lan: Visitor
) -> None:
    await lan.encloses(NAME, LIST)
    [file] = world.inbox.messages[0].attachments
    world.now += timedelta(days=1)

    with pytest.raises(Rejected):
        await web.fetch(file.ref)


async def test_numbers_nobody_may_keep_are_not_kept_in_a_name_either(
    world: World, lan: Visitor
) -> None:
    await lan.encloses("CCCD 084199001234.jpg", b"bytes")

    [file] = world.inbox.messages[0].attachments
    assert "084199001234" not in file.name
    assert file.name.endswith(".jpg")


async def test_it_goes_out_again_as_a_file_of_this_site(lan: Visitor) -> None:
    await lan.encloses("trang.txt", b"<script>alert(1)</script>")
    await lan.visit()
    answer = await lan.client.get(one(r'<p class="file"><a href="([^"]+)"', lan.page))

    assert str(answer.url).startswith(f"{SITE}/tep-kem/")
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-disposition"].startswith("attachment;")
