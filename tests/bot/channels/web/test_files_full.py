"""Files together take no more room than they may; the words of who sends one more stay."""

import html
from dataclasses import replace

from starlette.applications import Starlette

from bot.channels.web.uploads import Uploads
from bot.domain.people import Grant, Role
from storage import addresses, files, people
from tests.doubles.web import TEXTS, Visitor, World, browser, first_word, one

NAME, LIST = "Danh sách hộ.csv", b"ho ten;phuong\n"

PHOTO = b"x" * 5000


async def _agrees(world: World, visitor: Visitor, *grants: Grant) -> None:
    """Look in, say a word, and be somebody who has agreed; or who has been given roles."""
    await visitor.visit()
    chat = await first_word(visitor, world.inbox)
    async with world.database.transaction() as tx:
        person = await people.make(tx, "vi", world.now)
        await addresses.put(tx, f"web:{chat}", world.now, person=person.id)
        if not grants:
            await people.consent(tx, person.id, 1, world.now)
        for grant in grants:
            await people.give_role(tx, person.id, grant, None, world.now)


async def _held(world: World) -> int:
    async with world.database.reading() as tx:
        return await files.held(tx)


async def test_one_file_more_than_there_is_room_for_waits_and_its_words_stay(world: World) -> None:
    world.pace = replace(world.pace, uploads=Uploads(total=len(LIST) + 1))
    app = Starlette(routes=list(world.web().routes(world.inbox.store)))
    async with browser(app) as lan:
        await _agrees(world, lan)
        assert (await lan.encloses(NAME, LIST)).status_code == 204
        answer = await lan.encloses(NAME, LIST, "nonce-of-2", live=False, text="Chữ em đã viết")
        words = await lan.send("nonce-of-3", text="Chữ thì được")

    assert (answer.status_code, words, len(world.inbox.messages)) == (409, 204, 3)
    assert html.escape(TEXTS.say("vi", "web-files-full")) in answer.text
    assert "\nChữ em đã viết</textarea>" in answer.text


async def test_strangers_share_a_tenth_in_which_the_newest_files_stay(world: World) -> None:
    world.pace = replace(world.pace, uploads=Uploads(most=5000, total=100_000))
    app = Starlette(routes=list(world.web().routes(world.inbox.store)))
    sent = list[int]()
    for _ in range(20):
        async with browser(app) as stranger:
            await stranger.visit()
            sent.append((await stranger.encloses("anh.jpg", PHOTO)).status_code)
    assert (sent, await _held(world)) == ([204] * 20, 10_000)

    async with browser(app) as lan:
        await _agrees(world, lan)
        answers = [await lan.encloses("anh.jpg", PHOTO, f"photo-{n:02}-of-lan") for n in range(17)]

    assert [one.status_code for one in answers] == [204] * 16 + [409], "all but the last tenth"


async def test_who_sends_many_files_pushes_out_their_own_and_nobody_else_s(world: World) -> None:
    world.pace = replace(world.pace, uploads=Uploads(most=5000, total=500_000))
    app = Starlette(routes=list(world.web().routes(world.inbox.store)))
    async with browser(app) as lan, browser(app) as machine:
        await lan.visit()
        await machine.visit()
        await lan.encloses("anh.jpg", PHOTO)
        sent = [
            (await machine.encloses("anh.jpg", PHOTO, f"photo-{n:02}-of-many")).status_code
            for n in range(15)
        ]
        await lan.visit()
        hers = await lan.visit(one(r'href="(/tep-kem/\d+)', lan.page))

    assert (sent, hers.content) == ([204] * 15, PHOTO)
    assert await _held(world) == 25_000, "two fifths of what strangers share, and hers"


async def test_the_last_tenth_of_the_room_is_for_officials(world: World) -> None:
    world.pace = replace(world.pace, uploads=Uploads(most=5000, total=50_000))
    app = Starlette(routes=list(world.web().routes(world.inbox.store)))
    async with browser(app) as lan, browser(app) as tam:
        await _agrees(world, lan)
        await _agrees(world, tam, Grant(Role.ORGANISER, ""))
        for number in range(9):
            await lan.encloses("anh.jpg", PHOTO, f"photo-{number:02}-of-lan")
        status = [
            (await one.encloses("anh.jpg", PHOTO, "one-file-more")).status_code
            for one in (lan, tam, tam)
        ]

    assert (status, await _held(world)) == ([409, 204, 204], 50_000)
